"""The changes of a person as they are recorded: zone, profile, settings, accounts."""

from dataclasses import dataclass

from core.ids import AccountId, AvailabilityId
from core.journal import ChangeFacts, Whose


@dataclass(frozen=True, slots=True)
class ProfileState:
    """The parts of a profile that can be changed, now or in the past."""

    name: str
    named: bool
    """The person has set the name."""
    instruments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SettingsState:
    """A person's choices, now or in the past."""

    language: str | None
    """One of core.people.settings.LANGUAGES; None: as the platform reports it."""
    free_by_default: bool


@dataclass(frozen=True, slots=True)
class PersonZoneSet(ChangeFacts):
    """A person's zone was changed, and some rules of the diary moved with it."""

    kind = "person.zone_set"
    whose = Whose.ONESELF
    undoable = True

    old: str | None
    new: str
    rules: tuple[tuple[AvailabilityId, str], ...]
    """The rules that moved, each with its earlier zone."""
    kept: int = 0
    """How many rules stay in their zone."""


@dataclass(frozen=True, slots=True)
class PersonProfileSet(ChangeFacts):
    """A person changed their name or instruments."""

    kind = "person.profile_set"
    whose = Whose.ONESELF

    old: ProfileState
    new: ProfileState


@dataclass(frozen=True, slots=True)
class PersonSettingsSet(ChangeFacts):
    """A person changed their settings."""

    kind = "person.settings_set"
    whose = Whose.ONESELF

    old: SettingsState
    new: SettingsState


@dataclass(frozen=True, slots=True)
class PersonLinked(ChangeFacts):
    """Two people became one."""

    kind = "person.linked"

    rules: int
    """How many came from the person merged away; likewise the next two."""
    bands: int
    calendars: int
    shared: int
    """How many bands both were in."""
    other_zone: str | None
    """The zone of the rules that came from the other person, if it differs."""


@dataclass(frozen=True, slots=True)
class PersonUnlinked(ChangeFacts):
    """An account was unlinked from its person."""

    kind = "person.unlinked"

    account: AccountId


@dataclass(frozen=True, slots=True)
class PersonErased(ChangeFacts):
    """A person deleted everything."""

    kind = "person.erased"


CHANGES = (
    PersonZoneSet,
    PersonProfileSet,
    PersonSettingsSet,
    PersonLinked,
    PersonUnlinked,
    PersonErased,
)
"""The kinds of change of a person."""
