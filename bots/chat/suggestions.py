"""Suggestions while somebody types an argument: what was understood, or known names."""

from dataclasses import dataclass

from bots.chat.arguments import Argument, PickField, TextField, WordsField
from bots.chat.catalogue import BY_NAME
from bots.chat.dispatch import Dispatcher
from bots.chat.reply import plain
from bots.chat.turn import Chat, Reader, reader_of
from bots.chat.views.diary.troubles import trouble_line
from bots.chat.views.understanding.rules import statement_line
from core import formats
from core.bands.member_labels import labels
from core.habits import Habits
from core.ids import AccountRef
from core.marketplace.venues.store import VenueUnit
from core.moments import to_wall
from core.people import Person
from core.scheduling import cities
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context

PREVIEW_LIMIT = 100
"""Longer words get no preview: no platform could send them back as a suggestion's value."""
MOST = 20


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line under the field: its label, and the value that choosing it fills in."""

    label: str
    value: str


async def suggest(
    dispatcher: Dispatcher,
    *,
    account: AccountRef,
    locale: str | None,
    chat: Chat,
    command: str,
    argument: str,
    typed: str,
    band: str = "",
) -> list[Suggestion]:
    """Suggestions for the text so far. Reads only; names are suggested to known people alone."""
    asked = next(each for each in BY_NAME[command].arguments if each.name == argument)
    async with dispatcher.units.read() as unit:
        found = await unit.people.by_account(account)
        person = found[0] if found else None
        now = dispatcher.clock.now()
        locale, zone = (person.locale, person.zone) if person else (locale, None)
        reader = reader_of(locale, zone, now)
        if isinstance(asked.kind, WordsField):
            own = formats.regional(locale, zone)
            habits = person.habits if person else Habits()
            now_there = to_wall(now, reader.zone)
            context = Context(now=now_there, zone=reader.zone, locale=own, habits=habits)
            return _understood(typed.strip(), context, reader)
        if isinstance(asked.kind, TextField):
            return _cities(typed, reader) if asked.kind.source == "city" else []
        if isinstance(asked.kind, PickField) and person:
            return _matching(await _known(unit, person, chat, asked, band), typed)
    return []


def _understood(words: str, context: Context, reader: Reader) -> list[Suggestion]:
    if not words or len(words) > PREVIEW_LIMIT:
        return []
    meaning = understand(words, context)
    if meaning.problem is None:
        label = "; ".join(plain(statement_line(each, reader)) for each in meaning.statements)
        return [Suggestion(label, words)]
    return [Suggestion(plain(trouble_line(meaning.problem, reader)), words)]


def _cities(typed: str, reader: Reader) -> list[Suggestion]:
    if not typed.strip():
        return []
    return [
        Suggestion(
            reader.label(
                "{city}, {region}, {country} ({zone} time)",
                city=city.name,
                region=city.region,
                country=city.country,
                zone=formats.city_of(city.zone),
            ),
            ", ".join(filter(None, (city.name, city.region, city.country))),
        )
        for city in cities.complete(typed, limit=MOST)
    ]


async def _known(
    unit: VenueUnit, person: Person, chat: Chat, argument: Argument, band: str
) -> list[Suggestion]:
    mine = await unit.bands.of(person.id)
    if isinstance(argument.kind, PickField) and argument.kind.source == "venue":
        return [Suggestion(each.name, str(each.id)) for each, _ in await unit.venues.of(person.id)]
    if isinstance(argument.kind, PickField) and argument.kind.source == "band":
        return [Suggestion(each.name, str(each.id)) for each, _ in mine]
    bound = await unit.bands.bound_to(chat.bindings)
    meant = [each for each, _ in mine if band in (str(each.id), each.name) or each == bound]
    chosen = meant or [each for each, _ in mine[:1]]
    said = [labels(await unit.bands.members(each.id)) for each in chosen]
    return [Suggestion(label, label) for each in said for label in each.values()]


def _matching(known: list[Suggestion], typed: str) -> list[Suggestion]:
    wanted = typed.strip().casefold()
    return [each for each in known if wanted in each.label.casefold()][:MOST]
