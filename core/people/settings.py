"""What a person has chosen: the language of dates and of what is typed, and who is free by default."""

from dataclasses import dataclass

from core.ids import ChangeId
from core.journal import Act, Change, ChangeKind
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
    old, new = settings_columns(person), _columns(choice)
    if new == old:
        return Settings(person, before=True)
    await unit.people.set_settings(person.id, choice.language, free_by_default=choice.free_by_default)
    change = await unit.journal.record(act, ChangeKind.SETTINGS_SET, {"old": old, "new": new})
    return Settings(await unit.people.get(person.id), change)


async def settings_again(unit: PeopleUnit, change: Change) -> Settings:
    """The settings after a recorded change, told again."""
    return Settings(await unit.people.get(change.person), change.id)


def settings_columns(person: Person) -> dict[str, str | bool | None]:
    """What a person has chosen, as it stands."""
    return _columns(Choice(person.language, person.free_by_default))


def _columns(choice: Choice) -> dict[str, str | bool | None]:
    return {"language": choice.language, "free_by_default": choice.free_by_default}
