"""All data about one person, in every table.

store.py    how much there is, and the memberships that two people share
merge.py    merging two people into one
erasure.py  deleting a person's own rows
export.py   everything as JSON values
"""
