"""People, their accounts on the platforms, and the zone and locale they live in."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.habits import Habits
from core.ids import AccountId, AccountRef, BandId, LinkCodeId, PersonId

CODE_LIFETIME = timedelta(minutes=10)
"""How long a code that links another account can be used."""


@dataclass(frozen=True, slots=True)
class Person:
    """A human, with one or more accounts."""

    id: PersonId
    name: str
    zone: str | None
    """An IANA name; None until it is known from a band or from the person."""
    locale: str | None
    """BCP 47: the language that the person has chosen, else the platform's; None: neither is known."""
    free_by_default: bool
    """False: free only when the diary says so."""
    last_band: BandId | None
    """The band last used in private; the default there."""
    habits: Habits = field(default_factory=Habits)
    """That band's habits: what this person's "evening" means."""
    told_locale: str | None = None
    """BCP 47, as the platform reports it; None when it does not."""
    language: str | None = None
    """BCP 47, as the person has chosen it; None: as the platform reports it."""
    instruments: tuple[str, ...] = ()
    """The person's instruments, in their own order."""
    named: bool = False
    """The person has set the name; else it is the account's display name."""


@dataclass(frozen=True, slots=True)
class Account:
    """A person's account on one platform."""

    ref: AccountRef
    person: PersonId
    name: str
    """The display name there, when last seen."""
    seen_at: datetime
    """Aware, UTC; notices go to the account seen last."""
    opened: bool
    """The person has opened a private chat, so the bot may write first (Telegram requires it)."""
    id: AccountId


@dataclass(frozen=True, slots=True)
class LinkCode:
    """A code given to a person: the account that redeems it becomes one of theirs."""

    id: LinkCodeId
    person: PersonId
    made_at: datetime
    """Aware, UTC; it can be used for CODE_LIFETIME from then on."""
    used: bool
