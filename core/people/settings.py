"""What a person has chosen: the language of dates and of what is typed, and who is free by default."""

from dataclasses import dataclass

from core.ids import ChangeId
from core.journal import Act, Change, ChangeKind, Superseded
from core.people import Person
from core.people.store import PeopleUnit

LANGUAGES = ("en-GB", "en-US", "de", "es", "fr", "pt")
"""What can be chosen: for each there is an order of day and month, and a lexicon of what is typed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A person's settings."""

    person: Person
    change: ChangeId | None = None
    """What has just changed them; None: they are only looked at, or were so already."""
    before: bool = False
    """They were to be changed, and were so already."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to hold."""

    language: str | None
    """One of LANGUAGES; None: as the platform tells it."""
    free_by_default: bool


async def choose(unit: PeopleUnit, act: Act, choice: Choice) -> Settings:
    """Change the caller's settings."""
    person = await unit.people.get(act.person)
    old, new = _facts(_chosen(person)), _facts(choice)
    if new == old:
        return Settings(person, before=True)
    await unit.people.set_settings(person.id, choice.language, free_by_default=choice.free_by_default)
    change = await unit.journal.record(act, ChangeKind.SETTINGS_SET, {"old": old, "new": new})
    return Settings(await unit.people.get(person.id), change)


async def settings_again(unit: PeopleUnit, change: Change) -> Settings:
    """The settings after a recorded change, told again."""
    return Settings(await unit.people.get(change.person), change.id)


async def settings_back(unit: PeopleUnit, _: Act, change: Change) -> None:
    """Take a change of settings back. Raises Superseded."""
    await _move(unit, change, now="new", then="old")


async def settings_forth(unit: PeopleUnit, _: Act, change: Change) -> None:
    """Make a change of settings again. Raises Superseded."""
    await _move(unit, change, now="old", then="new")


async def _move(unit: PeopleUnit, change: Change, *, now: str, then: str) -> None:
    expected, target = change.facts[now], change.facts[then]
    standing = _facts(_chosen(await unit.people.get(change.person)))
    changed = {field for field in expected if expected[field] != target[field]}
    if any(standing[field] != expected[field] for field in changed):
        raise Superseded(change.kind)
    facts = {**standing, **{field: target[field] for field in changed}}
    await unit.people.set_settings(change.person, facts["language"], free_by_default=facts["free_by_default"])


def _chosen(person: Person) -> Choice:
    return Choice(person.language, person.free_by_default)


def _facts(choice: Choice) -> dict[str, str | bool | None]:
    return {"language": choice.language, "free_by_default": choice.free_by_default}
