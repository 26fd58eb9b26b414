"""All data about one person, in every table.

store.py      how much there is, and the memberships that two people share
merging.py    merging two people into one
erasing.py    deleting a person's own rows
exporting.py  everything as JSON values
"""
