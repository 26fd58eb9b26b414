"""All that is held about one person, whatever the table.

store.py      how much it is, and the memberships that two people share
merging.py    two people become one
erasing.py    a person's own rows are taken away
exporting.py  everything as JSON values
"""
