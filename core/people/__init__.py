"""People, their accounts on the platforms, and the zone and locale they live in."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.habits import Habits
from core.ids import AccountId, AccountRef, BandId, LinkCodeId, PersonId

CODE_LIFETIME = timedelta(minutes=10)
"""How long a code that joins another account stays good."""


@dataclass(frozen=True, slots=True)
class Person:
    """A human, with one or more accounts."""

    id: PersonId
    name: str
    zone: str | None
    """An IANA name; None until a band or the person has told it."""
    locale: str | None
    """BCP 47: the language that the person has chosen, else what the platform tells; None: neither."""
    free_by_default: bool
    """False: free only when said so."""
    last_band: BandId | None
    """The band last used in private; settles "which band" there."""
    habits: Habits = field(default_factory=Habits)
    """That band's habits: what this person's "evening" means."""
    told_locale: str | None = None
    """BCP 47, as the platform tells it; None when it does not."""
    language: str | None = None
    """BCP 47, as the person has chosen it; None: as the platform tells it."""
    instruments: tuple[str, ...] = ()
    """What the person plays, in the order it was said."""
    named: bool = False
    """The person has said the name; else it is what the platform calls the account."""


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
    id: AccountId


@dataclass(frozen=True, slots=True)
class LinkCode:
    """A code that joins the account that redeems it to the person who was given it."""

    id: LinkCodeId
    person: PersonId
    made_at: datetime
    """Aware, UTC; good for CODE_LIFETIME from then on."""
    used: bool
