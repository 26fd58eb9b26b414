"""What the use cases of people need of the store."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.ids import AccountId, AccountRef, BandId, LinkCodeId, PersonId
from core.people import Account, LinkCode, Person
from core.unit import Unit


class People(Protocol):
    """Where people are kept."""

    async def by_account(self, ref: AccountRef) -> tuple[Person, Account] | None:
        """Who uses that account; a writing unit is from then on the only one of that person."""
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

    async def set_profile(
        self, person: PersonId, name: str, *, named: bool, instruments: Sequence[str]
    ) -> None:
        """Change what the person is called and plays; `named`: the person has said so."""
        ...

    async def set_settings(self, person: PersonId, language: str | None, *, free_by_default: bool) -> None:
        """Change what the person has chosen."""
        ...

    async def set_zone(self, person: PersonId, zone: str | None) -> None:
        """Change the person's zone."""
        ...

    async def set_last_band(self, person: PersonId, band: BandId | None) -> None:
        """Remember the band that was last used in private."""
        ...

    async def accounts(self, person: PersonId) -> list[Account]:
        """The person's accounts, the first one first."""
        ...

    async def lock_accounts(self, people: Sequence[PersonId]) -> None:
        """Make the turns of these people wait, whichever account they use (docs/mechanisms/locking.md)."""
        ...

    async def unlink(self, account: AccountId, *, at: datetime) -> PersonId:
        """Make the account that of a new person, called what it is called."""
        ...


class LinkCodes(Protocol):
    """Where the codes are kept that join an account to a person; only their hashes are."""

    async def offer(self, person: PersonId, code: str, *, at: datetime) -> LinkCodeId:
        """Keep a code; older ones of the person open nothing any more."""
        ...

    async def by_code(self, code: str) -> LinkCode | None:
        """What this code opens, whatever its state."""
        ...

    async def find(self, code: LinkCodeId) -> LinkCode | None:
        """The code with that id, whatever its state."""
        ...

    async def use(self, code: LinkCodeId, *, at: datetime) -> None:
        """The code is used up; Conflict when another unit was first."""
        ...


class PeopleUnit(Unit, Protocol):
    """A unit that reaches people."""

    @property
    def people(self) -> People:
        """The people."""
        ...

    @property
    def link_codes(self) -> LinkCodes:
        """The codes that join accounts."""
        ...
