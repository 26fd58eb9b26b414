"""The store of people, as the use cases need it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.ids import AccountId, AccountRef, BandId, LinkCodeId, PersonId
from core.people import Account, LinkCode, Person
from core.unit import Unit


class People(Protocol):
    """Where people are kept."""

    async def by_account(self, ref: AccountRef) -> tuple[Person, Account] | None:
        """The person who uses that account; a writing unit also locks the person's accounts."""
        ...

    async def register(self, ref: AccountRef, *, name: str, locale: str | None, at: datetime) -> Person:
        """Make a person with this one account."""
        ...

    async def seen(
        self, ref: AccountRef, *, name: str, locale: str | None, opened: bool, at: datetime
    ) -> None:
        """Store what the platform reports about an account; `opened` never becomes False again here."""
        ...

    async def get(self, person: PersonId) -> Person:
        """The person with that id, who must exist."""
        ...

    async def some(self, people: Sequence[PersonId]) -> dict[PersonId, Person]:
        """The people with those ids."""
        ...

    async def set_profile(
        self, person: PersonId, name: str, *, named: bool, instruments: Sequence[str]
    ) -> None:
        """Change the person's name and instruments; `named`: they have set the name themselves."""
        ...

    async def set_settings(self, person: PersonId, language: str | None, *, free_by_default: bool) -> None:
        """Change the person's settings."""
        ...

    async def set_zone(self, person: PersonId, zone: str | None) -> None:
        """Change the person's zone."""
        ...

    async def set_last_band(self, person: PersonId, band: BandId | None) -> None:
        """Remember the band last used in private."""
        ...

    async def accounts(self, person: PersonId) -> list[Account]:
        """The person's accounts, the first one first."""
        ...

    async def lock_accounts(self, people: Sequence[PersonId]) -> None:
        """Make the turns of these people wait, whichever account they use (docs/mechanisms/locking.md)."""
        ...

    async def unlink(self, account: AccountId, *, at: datetime) -> PersonId:
        """Give the account to a new person, who gets its display name."""
        ...


class LinkCodes(Protocol):
    """Where the codes that link accounts are kept, as hashes only."""

    async def offer(self, person: PersonId, code: str, *, at: datetime) -> LinkCodeId:
        """Store a code; the person's older ones become void."""
        ...

    async def by_code(self, code: str) -> LinkCode | None:
        """The stored code that matches, whatever its state."""
        ...

    async def find(self, code: LinkCodeId) -> LinkCode | None:
        """The code with that id, whatever its state."""
        ...

    async def use(self, code: LinkCodeId, *, at: datetime) -> None:
        """Mark the code as used. Raises Conflict when another unit was first."""
        ...


class PeopleUnit(Unit, Protocol):
    """A unit that reaches people."""

    @property
    def people(self) -> People:
        """The people."""
        ...

    @property
    def link_codes(self) -> LinkCodes:
        """The codes that link accounts."""
        ...
