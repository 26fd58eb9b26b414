"""Buttons of a person's profile, settings, accounts and data."""

from dataclasses import dataclass
from typing import ClassVar

from bots.chat.buttons import Payload
from core.ids import AccountId, LinkCodeId, PersonId


@dataclass(frozen=True, slots=True)
class AskProfileField(Payload):
    """Ask for one field of the profile, by number."""

    verb: ClassVar[str] = "profilefield"

    field: int


@dataclass(frozen=True, slots=True)
class SetLanguage(Payload):
    """A language by number (LANGUAGES, from 1; 0: as the platform tells it)."""

    verb: ClassVar[str] = "personlanguage"

    language: int


@dataclass(frozen=True, slots=True)
class SetFreeByDefault(Payload):
    """Whether silence means free."""

    verb: ClassVar[str] = "personfree"

    free: bool


@dataclass(frozen=True, slots=True)
class LinkAccounts(Payload):
    """Become one person with the account that gave this code."""

    verb: ClassVar[str] = "accountlink"

    code: LinkCodeId


@dataclass(frozen=True, slots=True)
class AskUnlink(Payload):
    """Ask whether to unlink an account."""

    verb: ClassVar[str] = "accountaskpart"

    account: AccountId


@dataclass(frozen=True, slots=True)
class UnlinkAccount(Payload):
    """Unlink an account."""

    verb: ClassVar[str] = "accountpart"

    account: AccountId


@dataclass(frozen=True, slots=True)
class AskErase(Payload):
    """Ask whether to delete everything."""

    verb: ClassVar[str] = "dataaskerase"


@dataclass(frozen=True, slots=True)
class EraseEverything(Payload):
    """Delete everything of the person who was asked."""

    verb: ClassVar[str] = "dataerase"

    person: PersonId


@dataclass(frozen=True, slots=True)
class SignOutEverywhere(Payload):
    """End all sessions on the web."""

    verb: ClassVar[str] = "personsignout"
