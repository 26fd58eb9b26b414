"""A database as full as a town's: bands of five, each member with eight busy rules, and other people."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from core.bands import Binding, BindingKind, Role
from core.ids import AccountRef, PersonId, Platform
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context, Kind
from storage.engine.engines import open_engine
from storage.migrate import migrate
from storage.unit import SqlUnit, SqlUnits

MEMBERS, RULES = 5, 8
ZONE = "Europe/London"
SENTENCES = (
    "every {day} evening",
    "every {day} 18:00-20:30",
    "weekdays 9:00-17:00",
    "every other {day} from 19:00",
    "first {day} of every month",
    "every {day} 19:30-22:00 until {date} May",
    "{date} August to 31 August",
    "24 December to 1 January",
    "{date} February",
    "every 3 weeks on {day} 12:00-15:00",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Sunday")


class Someone:
    """A person to add: the account's key, name and locale."""

    def __init__(self, key: object, name: str, locale: str) -> None:
        self.key, self.name, self.locale = str(key), name, locale


async def make(
    file: Path, platform: Platform, bands: Sequence[tuple[str, Sequence[Someone]]], others: Sequence[Someone]
) -> None:
    """Make the file. A band has the key of its binding ("" for none) and members; `others` are in no band."""
    url = f"sqlite:///{file}"
    await migrate(url)
    engine = open_engine(url)
    now = datetime.now(UTC)
    async with SqlUnits(engine, secret=b"").write() as unit:
        for number, (key, members) in enumerate(bands):
            band = await unit.bands.make(name=f"Band {number}", city=None, zone=ZONE, genres=(), at=now)
            if key:
                await unit.bands.bind(band, Binding(BindingKind.SERVER, key))
            for member in members:
                person = await _person(unit, platform, member, now)
                await unit.bands.add_member(band, person, role=Role.MEMBER, part=None, required=True, at=now)
                await _say(unit, person, now)
        for other in others:
            await _person(unit, platform, other, now)
    await engine.dispose()


async def _person(unit: SqlUnit, platform: Platform, someone: Someone, now: datetime) -> PersonId:
    account = AccountRef(platform, someone.key)
    person = await unit.people.register(account, name=someone.name, locale=someone.locale, at=now)
    await unit.people.seen(account, name=someone.name, locale=someone.locale, opened=True, at=now)
    await unit.people.set_zone(person.id, ZONE)
    return person.id


async def _say(unit: SqlUnit, person: PersonId, now: datetime) -> None:
    rnd = random.Random(person)
    context = Context(now=now.replace(tzinfo=None), zone=ZONE, locale="en-GB")
    for template in rnd.sample(SENTENCES, RULES):
        words = template.format(day=rnd.choice(DAYS), date=rnd.randrange(1, 28))
        [statement] = understand(words, context).statements
        await unit.diaries.add(person, Kind.BUSY, statement.rule, words=words, at=now)
