"""The database itself: how it is opened, asked and locked; no table of any area is known here.

urls.py                 addresses of databases, made into the form the drivers want
engines.py              how SQLite and PostgreSQL are opened
transactions.py         one connection, one transaction
statements.py           what every store is given instead of a connection
prepared_statements.py  SQLite's statements, compiled once
sqlite_driver.py        SQLite's driver: one trip to its thread, or none
metadata.py             one metadata, and how a table of numbered rows is made
columns.py              column types: instants, wall times, the words of enums
code_hashes.py          secret codes are kept as hashes
errors.py               what can go wrong with the database, for an operator
driver_errors.py        which of these a driver's error is
shielding.py            work that a cancellation does not cut short
"""
