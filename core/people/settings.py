"""What a person has chosen: the language of dates and of what is typed, and who is free by default."""

from dataclasses import dataclass

from core.ids import ChangeId
from core.journal import Act, Change
from core.people import Person
from core.people.changes import PersonSettingsSet, SettingsState
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
    """The settings after a recorded change, told again."""
    return Settings(await unit.people.get(change.person), change.id)


def settings_state(person: Person) -> SettingsState:
    """What a person has chosen, as it stands."""
    return SettingsState(person.language, person.free_by_default)
