"""A person's settings: the language of dates and of typed words, and whether they are free by default."""

from dataclasses import dataclass

from core.ids import ChangeId
from core.journal import Act, Change
from core.people import Person
from core.people.changes import PersonSettingsSet, SettingsState
from core.people.store import PeopleUnit

LANGUAGES = ("en-GB", "en-US", "de", "es", "fr", "pt")
"""The languages to choose from: each has its order of day and month, and a lexicon for typed words."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A person's settings."""

    person: Person
    change: ChangeId | None = None
    """The change just made; None: the settings were only shown, or had these values already."""
    before: bool = False
    """They were to be changed, but had these values already."""


async def choose(unit: PeopleUnit, act: Act, choice: SettingsState) -> Settings:
    """Change the caller's settings."""
    person = await unit.people.get(act.person)
    old = settings_state(person)
    if choice == old:
        return Settings(person, before=True)
    await unit.people.set_settings(person.id, choice.language, free_by_default=choice.free_by_default)
    change = await unit.journal.record(act, PersonSettingsSet(old, choice))
    return Settings(await unit.people.get(person.id), change)


async def settings_again(unit: PeopleUnit, change: Change[PersonSettingsSet]) -> Settings:
    """The settings after a recorded change, reported again."""
    return Settings(await unit.people.get(change.person), change.id)


def settings_state(person: Person) -> SettingsState:
    """A person's choices, as they are now."""
    return SettingsState(person.language, person.free_by_default)
