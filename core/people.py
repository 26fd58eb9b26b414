"""People, their accounts on the platforms, and the zone and locale they live in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from core.habits import Habits
from core.ids import AccountRef, BandId, PersonId
from core.unit import Unit


@dataclass(frozen=True, slots=True)
class Person:
    """A human, with one or more accounts."""

    id: PersonId
    name: str
    zone: str | None
    """An IANA name; None until a band or the person has told it."""
    locale: str | None
    """BCP 47, as the platform tells it; None when it does not."""
    free_by_default: bool
    """False: free only when said so."""
    last_band: BandId | None
    """The band last used in private; settles "which band" there."""
    habits: Habits = field(default_factory=Habits)
    """That band's habits: what this person's "evening" means."""


@dataclass(frozen=True, slots=True)
class Account:
    """Where a person can be met."""

    ref: AccountRef
    person: PersonId
    name: str
    """The display name there, as it was last seen."""
    seen_at: datetime
    """Aware, UTC; notices go to the account that was seen last."""
    opened: bool
    """The person has opened a private chat, so that the bot may write first (Telegram asks for it)."""


class People(Protocol):
    """Where people are kept."""

    async def by_account(self, ref: AccountRef) -> tuple[Person, Account] | None:
        """Who uses that account."""
        ...

    async def register(self, ref: AccountRef, *, name: str, locale: str | None, at: datetime) -> Person:
        """Make a person with this one account."""
        ...

    async def seen(
        self, ref: AccountRef, *, name: str, locale: str | None, opened: bool, at: datetime
    ) -> None:
        """Keep what the platform now tells of an account; `opened` never goes back to False here."""
        ...

    async def get(self, person: PersonId) -> Person:
        """The person with that id, who must exist."""
        ...

    async def some(self, people: Sequence[PersonId]) -> dict[PersonId, Person]:
        """The people with those ids."""
        ...

    async def set_zone(self, person: PersonId, zone: str | None) -> None:
        """Change the person's zone."""
        ...

    async def set_last_band(self, person: PersonId, band: BandId | None) -> None:
        """Remember the band that was last used in private."""
        ...


class PeopleUnit(Unit, Protocol):
    """A unit that reaches people."""

    @property
    def people(self) -> People:
        """The people."""
        ...
