"""Linking another account to a person by a code, and unlinking it again."""

from dataclasses import dataclass
from datetime import datetime

from core.errors import Refusal
from core.ids import AccountId
from core.journal import Act, Gone
from core.people import CODE_LIFETIME, Account, LinkCode, Person
from core.people.changes import PersonUnlinked
from core.people.store import PeopleUnit


@dataclass(frozen=True, slots=True)
class Offered:
    """A code was made. It is shown only now: the store has just its hash."""

    code: str
    expires_at: datetime
    """Aware, UTC."""
    accounts: tuple[Account, ...]
    """The person's accounts, the first one first."""
    asking: AccountId
    """The account that asked."""


@dataclass(frozen=True, slots=True)
class UnlinkAsked:
    """Unlinking an account has to be confirmed."""

    account: Account
    person: Person


@dataclass(frozen=True, slots=True)
class Unlinked:
    """The account now belongs to a new person, about whom nothing is known yet."""

    account: Account
    others: tuple[Account, ...]
    """The accounts that keep the diary."""


@dataclass(eq=False)
class LinkCodeUnknown(Refusal):
    """The code does not exist, or a newer one has replaced it."""


@dataclass(eq=False)
class LinkCodeUsed(Refusal):
    """The code has already linked an account."""


@dataclass(eq=False)
class LinkCodeExpired(Refusal):
    """The code was made more than CODE_LIFETIME ago."""


@dataclass(eq=False)
class OwnLinkCode(Refusal):
    """The account that redeems the code also made it."""


@dataclass(eq=False)
class AlreadyLinked(Refusal):
    """The account is already linked to the one that made the code."""

    name: str


@dataclass(eq=False)
class AskedFromThere(Refusal):
    """An account cannot unlink itself: that takes another account of the person."""


async def offer(unit: PeopleUnit, act: Act, *, code: str, asking: AccountId) -> Offered:
    """Make a code with which another account can be linked; `code` is a fresh secret, older ones become void.

    Nothing is recorded: if the message is delivered twice, it is answered with a second code.
    """
    await unit.link_codes.offer(act.person, code, at=act.at)
    accounts = tuple(await unit.people.accounts(act.person))
    return Offered(code, act.at + CODE_LIFETIME, accounts, asking)


async def usable(unit: PeopleUnit, act: Act, code: LinkCode | None) -> LinkCode:
    """The code, if the caller can use it.

    Raises LinkCodeUnknown, OwnLinkCode, AlreadyLinked, LinkCodeUsed, LinkCodeExpired.
    """
    if code is None:
        raise LinkCodeUnknown
    if code.person == act.person:
        accounts = await unit.people.accounts(act.person)
        if len(accounts) == 1:
            raise OwnLinkCode
        raise AlreadyLinked((await unit.people.get(act.person)).name)
    if code.used:
        raise LinkCodeUsed
    if code.made_at + CODE_LIFETIME <= act.at:
        raise LinkCodeExpired
    return code


async def ask_unlink(unit: PeopleUnit, act: Act, account: AccountId, *, asking: AccountId) -> UnlinkAsked:
    """Ask before an account is unlinked from the caller. Raises Gone, AskedFromThere."""
    found, _ = await _own(unit, act, account, asking=asking)
    return UnlinkAsked(found, await unit.people.get(act.person))


async def unlink(unit: PeopleUnit, act: Act, account: AccountId, *, asking: AccountId) -> Unlinked:
    """Unlink an account from the caller, who keeps everything. Raises Gone, AskedFromThere."""
    found, others = await _own(unit, act, account, asking=asking)
    await unit.people.unlink(account, at=act.at)
    await unit.journal.record(act, PersonUnlinked(account))
    return Unlinked(found, others)


async def _own(
    unit: PeopleUnit, act: Act, account: AccountId, *, asking: AccountId
) -> tuple[Account, tuple[Account, ...]]:
    accounts = await unit.people.accounts(act.person)
    found = next((each for each in accounts if each.id == account), None)
    if found is None:
        raise Gone
    if account == asking:
        raise AskedFromThere
    return found, tuple(each for each in accounts if each.id != account)
