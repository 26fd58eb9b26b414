"""Opening, querying and locking the database, without the tables of any area.

urls.py                 addresses of databases, converted for the drivers
engines.py              opening SQLite and PostgreSQL
transactions.py         one connection, one transaction
statements.py           the statements of a transaction, given to every store
prepared_statements.py  SQLite's statements, compiled once
sqlite_driver.py        SQLite's driver: one trip to its thread, or none
metadata.py             one metadata, and tables with numbered rows
columns.py              column types: instants, wall times, the words of enums
code_hashes.py          hashes of secret codes
errors.py               errors of the database, for an operator
driver_errors.py        from a driver's error to one of these
cancellation.py         work that a cancellation does not cut short
"""
