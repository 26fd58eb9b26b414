"""What is recorded when a person is changed: zone, profile, settings, accounts."""

from dataclasses import dataclass

from core.ids import AccountId, AvailabilityId
from core.journal import ChangeFacts, Whose


@dataclass(frozen=True, slots=True)
class ProfileState:
    """What can be changed of a profile, as it stands or stood."""

    name: str
    named: bool
    """The person has said the name."""
    instruments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SettingsState:
    """What a person has chosen, now or once."""

    language: str | None
    """One of core.people.settings.LANGUAGES; None: as the platform tells it."""
    free_by_default: bool


@dataclass(frozen=True, slots=True)
class PersonZoneSet(ChangeFacts):
    """A person lives in another zone, and some rules of the diary have moved along."""

    kind = "person.zone_set"
    whose = Whose.ONESELF
    undoable = True

    old: str | None
    new: str
    rules: tuple[tuple[AvailabilityId, str], ...]
    """Those that have moved along, each with the zone it was said in."""
    kept: int = 0
    """How many stay in the zone they were said in."""


@dataclass(frozen=True, slots=True)
class PersonProfileSet(ChangeFacts):
    """A person has said what they are called, or what they play."""

    kind = "person.profile_set"
    whose = Whose.ONESELF

    old: ProfileState
    new: ProfileState


@dataclass(frozen=True, slots=True)
class PersonSettingsSet(ChangeFacts):
    """A person has chosen otherwise."""

    kind = "person.settings_set"
    whose = Whose.ONESELF

    old: SettingsState
    new: SettingsState


@dataclass(frozen=True, slots=True)
class PersonLinked(ChangeFacts):
    """Two people became one."""

    kind = "person.linked"

    rules: int
    """How much came along from the one who is gone, as are the next two."""
    bands: int
    calendars: int
    shared: int
    """In how many bands both played."""
    other_zone: str | None
    """The zone that rules which came along are meant in, if it is another."""


@dataclass(frozen=True, slots=True)
class PersonUnlinked(ChangeFacts):
    """An account was parted from its person."""

    kind = "person.unlinked"

    account: AccountId


@dataclass(frozen=True, slots=True)
class PersonErased(ChangeFacts):
    """A person has deleted everything."""

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
