"""What is shown and asked of a person's own settings."""

from dataclasses import dataclass
from datetime import time

from core.people import profile, settings
from core.people.account_links import Offered
from core.web_sessions.signing_in import WebLinkOffered


@dataclass(frozen=True, slots=True)
class CodeGiven:
    """A code that joins another account, with the link that opens it."""

    offered: Offered
    telegram: str | None


@dataclass(frozen=True, slots=True)
class WebLinkGiven:
    """A link that signs in on the web."""

    offered: WebLinkOffered
    address: str
    everywhere: bool
    """False: it leads there on the machine alone that the program runs on."""


@dataclass(frozen=True, slots=True)
class DoneOnTheWeb:
    """The person has changed something on a page."""

    result: object | None
    """What chat would have answered; None: that can no longer be told."""


@dataclass(frozen=True, slots=True)
class ProfileShown:
    """A person's card."""

    profile: profile.Profile
    zone_said: str | None = None
    """A zone that was typed with it, and has not been set."""


@dataclass(frozen=True, slots=True)
class SettingsShown:
    """A person's settings."""

    settings: settings.Settings


@dataclass(frozen=True, slots=True)
class ZoneUnknown:
    """Times were typed, and the person's zone is unknown."""


@dataclass(frozen=True, slots=True)
class ZoneOffered:
    """A link with a zone was opened."""

    zone: str
    now: time
    """What the clock says there."""


@dataclass(frozen=True, slots=True)
class OfferedZone:
    """The answer that the zone of a link is right."""

    zone: str


@dataclass(frozen=True, slots=True)
class CityUnclear:
    """Several cities have that name."""

    words: str
