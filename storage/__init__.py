"""Where everything is kept: SQLite or PostgreSQL. Rows become domain values in this folder and nowhere else.

unit.py            units of work: all stores on one connection, in one transaction
migrate.py         brings a database up to date with migrations/
schema.py          the tables of all areas, added up
personal_data/     all that is held about one person, whatever the table
program/           what the program itself remembers, and what it clears away
scheduling/        diaries, calendars elsewhere, rehearsals and gigs
turns/             what a turn leaves behind: changes and pending commands
bands/ people/     bands with their members and invites, people with their accounts
outbox/            notices that wait
engine/            the database itself: how it is opened, asked and locked

Each area has its tables beside its stores. `.importlinter` holds the order.
"""
