"""A row in every table that names a person, so that joining and erasing can be looked at whole."""

from datetime import date, datetime, timedelta

from sqlalchemy import func, insert, select, text

from storage import schema as tables
from tests.storage.makings import NOW

WALL = datetime(2026, 12, 1, 18, 0)
MENTIONS = {tables.availability.c.said_by}
"""Columns that name a person without a foreign key."""


def columns_of_people():
    """Every column in which a row names a person."""
    return {
        column
        for table in tables.metadata.tables.values()
        for column in table.c
        if any(key.column is tables.person.c.id for key in column.foreign_keys)
    } | MENTIONS


def rows_of(person, other, *, number, band, account, commitment, venue, event, later, content=0):
    """By table, what that person has; `later` is for what only one of two can have."""
    at = NOW + timedelta(minutes=later)
    name = f"{person}-{number}"
    return {
        tables.availability: {
            "person": person,
            "kind": "busy",
            "starts": WALL,
            "zone": "UTC",
            "nominal": 3600,
            "elapsed": 0,
            "all_day": False,
            "exceptions": [],
            "words": f"dentist of {name}",
            "said_at": at,
            "said_by": other,
        },
        tables.confirmation: {"person": person, "month": date(2026, 12, 1), "at": at},
        tables.nudge: {"band": band, "person": person, "by": other, "at": at},
        tables.link_code: {"person": person, "code": f"hash {name}", "made_at": at},
        tables.web_link: {"person": person, "proof": f"hash {name}", "made_at": at},
        tables.web_session: {"person": person, "proof": f"hash {name}", "made_at": at, "used_at": at},
        tables.feed: {"person": person, "address": f"https://{name}", "made_at": at, "due_at": at},
        tables.rsvp: {"commitment": commitment, "person": person, "answer": "yes", "at": at},
        tables.invite: {
            "band": band,
            "made_by": person,
            "code": f"hash {name}",
            "role": "member",
            "expires_at": at,
            "uses_left": 1,
            "made_at": at,
        },
        tables.commitment: {
            "band": band,
            "kind": "rehearsal",
            "state": "proposed",
            "starts": WALL,
            "ends": WALL,
            "zone": "UTC",
            "starts_at": at,
            "ends_at": at,
            "made_by": person,
            "made_at": at,
        },
        tables.promoter: {"venue": venue, "person": person, "joined_at": at},
        tables.venue_invite: {
            "venue": venue,
            "made_by": person,
            "code": f"hash {name}",
            "expires_at": at,
            "uses_left": 1,
            "made_at": at,
        },
        tables.event: {
            "venue": venue,
            "day": WALL.date(),
            "zone": "UTC",
            "state": "published",
            "terms": {"age_from": 18},
            "starts_at": at,
            "ends_at": at + timedelta(hours=4),
            "made_by": person,
            "made_at": at,
        },
        tables.application: {
            "event": event,
            "band": band,
            "kind": "any",
            "state": "pending",
            "made_by": person,
            "made_at": at,
            "doors_at": at,
            "ends_at": at,
            "offered": False,
            "note": f"note of {name}",
        },
        tables.counting: {
            "event": event,
            "provider": "pretix",
            "base": "https://pretix.eu",
            "place": f"heron/{number}",
            "token": f"sealed token of {name}",
            "made_by": person,
            "made_at": at,
            "due_at": at,
        },
        tables.look: {
            "event": event,
            "band": band,
            "person": person,
            "asked_at": at,
            "by_when": f"when {name} has found a sitter",
        },
        tables.rating: {
            "application": select(func.max(tables.application.c.id)).scalar_subquery(),
            "side": "band",
            "band": band,
            "venue": venue,
            "stars": 4,
            "person": person,
            "made_at": at,
            "ends_at": at,
            "facts": {},
            "line": f"line of {name}",
        },
        tables.publication: {
            "person": person,
            "kind": "my_calendar",
            "scope": 0,
            "made_at": at,
        },
        tables.kit_file: {
            "band": band,
            "person": person,
            "media_type": "image/jpeg",
            "size": 3,
            "content": content,
            "sent_at": at,
        },
        tables.change: {
            "person": person,
            "kind": "band.made",
            "cause": f"tg:1:{name}",
            "at": at,
            "facts": {"band": band},
        },
        tables.draft: {
            "person": person,
            "place": "a place",
            "command": "busy",
            "answers": {"when": "dentist"},
            "asking": "when",
            "choices": [],
            "asked_at": at,
        },
        tables.outbox: {
            "person": person,
            "account": account,
            "kind": "member_joined",
            "version": 1,
            "facts": {"band": band, "member": other},
            "key": f"key {name}",
            "due_at": at,
            "tried": [],
        },
        tables.membership: None,  # made by the tests, with roles
        tables.account: None,  # made by registering
    }


async def fill(connection, one, other, *, band, bystander):
    """Rows in every table for two people who know each other; the other's are newer."""
    profile = {"name": "The Lexington", "city": "London", "zone": "Europe/London"}
    new_venue = insert(tables.venue).values(
        name=profile["name"], city=profile["city"], profile=profile, made_at=NOW
    )
    venue = await connection.scalar(new_venue.returning(tables.venue.c.id))
    new_file = insert(tables.stored_file).values(digest="of a photo", media_type="image/jpeg", content=b"jpg")
    content = await connection.scalar(new_file.returning(tables.stored_file.c.id))
    await connection.execute(insert(tables.press_kit).values(band=band, kit={"bio": "Four friends."}))
    of_bystander = rows_of(
        bystander, one, number=0, band=band, account=None, commitment=0, venue=venue, event=0, later=0
    )
    commitment, event = [
        await connection.scalar(insert(table).values(of_bystander[table]).returning(table.c.id))
        for table in (tables.commitment, tables.event)
    ]
    for later, (who, friend) in enumerate(((one, other), (other, one), (bystander, other))):
        account = await connection.scalar(
            select(tables.account.c.id).where(tables.account.c.person == who).limit(1)
        )
        rows = rows_of(
            who,
            friend,
            number=1,
            band=band,
            account=account,
            commitment=commitment,
            venue=venue,
            event=event,
            later=later,
            content=content,
        )
        for table, values in rows.items():
            if table is tables.counting:  # a night is counted once: the one that was made just before
                values["event"] = await connection.scalar(select(func.max(tables.event.c.id)))
            if values is not None:
                await connection.execute(insert(table).values(**values))
    return set(rows)


async def naming(connection, person):
    """In which columns that person is named, and how often."""
    found = {}
    for column in columns_of_people():
        rows = (await connection.execute(select(column).where(column == person))).all()
        if rows:
            found[str(column)] = len(rows)
    return found


async def dangling(connection):
    """Rows whose foreign keys lead nowhere; PostgreSQL would not have let them be."""
    if connection.dialect.name != "sqlite":
        return []
    return (await connection.execute(text("PRAGMA foreign_key_check"))).all()
