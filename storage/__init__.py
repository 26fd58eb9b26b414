"""The store, on SQLite or PostgreSQL. Rows become domain values in this folder and nowhere else.

unit.py            units of work: all stores on one connection, in one transaction
migrate.py         brings a database up to date with migrations/
schema.py          the tables of all areas together
personal_data/     all data about one person, in every table
program/           the program's own settings, and the removal of old rows
market/            venues, nights, applications, matches
scheduling/        diaries, imported calendars, rehearsals and gigs
turns/             the changes and pending commands that turns leave behind
bands/ people/     bands with their members and invites, people with their accounts
outbox/            notices that wait
engine/            opening, querying and locking the database

Each area has its tables beside its stores. `.importlinter` holds the order.
"""
