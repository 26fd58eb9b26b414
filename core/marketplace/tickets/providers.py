"""The services that sell tickets: which one an address belongs to, and where it counts a night's tickets.

A small class for each sort of service, and one registry. A service whose tickets can be counted also has a
class in jobs/ticket_providers that asks it (docs/mechanisms/tickets.md).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from core.marketplace.tickets import CountsSource

_EVERYWHERE = (
    "com", "co.uk", "de", "fr", "es", "it", "nl", "ie", "at", "be", "ch", "dk", "se", "no", "fi", "pl",
    "pt", "cz", "hu", "ro", "bg", "hr", "si", "gr", "ca", "com.au", "co.nz", "sg", "hk", "com.br",
    "com.mx", "com.ar", "com.pe", "cl", "co", "co.za", "ae",
)  # fmt: skip


def _family(name: str, *endings: str) -> tuple[str, ...]:
    """A service's own domains in several countries; `endings`: where it is, if not in all of them."""
    return tuple(f"{name}.{each}" for each in endings or _EVERYWHERE)


@dataclass(frozen=True, slots=True)
class TicketProvider:
    """A service that sells tickets, known by its domains."""

    key: str
    """As it is stored; it never changes."""
    name: str
    """As people know it."""
    domains: tuple[str, ...]

    def sells_at(self, host: str) -> bool:
        """Whether a host is the service's own; a look-alike (`dice.fm.example.org`) is not."""
        return any(host == each or host.endswith(f".{each}") for each in self.domains)

    def source(self, address: str) -> CountsSource | None:
        """Where the tickets of the event with that page are counted; None: nowhere that is known here."""
        del address
        return None


@dataclass(frozen=True, slots=True)
class Pretix(TicketProvider):
    """pretix: everybody can host it, so its pages are on any host, as HOST/ORGANISER/EVENT."""

    def source(self, address: str) -> CountsSource | None:
        """The organiser and the event in a page of the shop, or of the organiser's own rooms."""
        parts = urlsplit(address)
        found = [unquote(each) for each in parts.path.split("/") if each]
        if found[:2] == ["control", "event"]:
            found = found[2:]
        elif found[:4] == ["api", "v1", "organizers", *found[3:4]] and found[4:5] == ["events"]:
            found = [found[3], *found[5:]]
        if len(found) < _ORGANISER_AND_EVENT or found[0] in _NO_ORGANISER:
            return None
        organiser, event, *further = found
        if not (_SLUG.fullmatch(organiser) and _SLUG.fullmatch(event)):
            return None
        date = f"/{further[0]}" if further and _DATE.fullmatch(further[0]) else ""
        return CountsSource(self.key, f"{parts.scheme}://{parts.netloc}", f"{organiser}/{event}{date}")


_ORGANISER_AND_EVENT = 2
_DATE = re.compile(r"[0-9]{1,12}")
"""One date of a series of events has its number there."""
_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,49}")
_NO_ORGANISER = ("api", "control", "healthcheck", "media", "redirect", "static", "widget")

PRETIX = Pretix("pretix", "pretix", ("pretix.eu",))
PROVIDERS: Sequence[TicketProvider] = (
    PRETIX,
    TicketProvider("eventbrite", "Eventbrite", _family("eventbrite")),
    TicketProvider("dice", "DICE", ("dice.fm",)),
    TicketProvider("see_tickets", "See Tickets", ("seetickets.com", "seetickets.us")),
    TicketProvider("ticketmaster", "Ticketmaster", _family("ticketmaster")),
    TicketProvider("ticketweb", "TicketWeb", _family("ticketweb", "com", "co.uk", "uk", "ie", "ca")),
    TicketProvider("skiddle", "Skiddle", ("skiddle.com",)),
    TicketProvider("ra", "Resident Advisor", ("ra.co", "residentadvisor.net")),
    TicketProvider("wegottickets", "WeGotTickets", ("wegottickets.com",)),
    TicketProvider("ticket_tailor", "Ticket Tailor", ("tickettailor.com", "buytickets.at")),
    TicketProvider("eventim", "Eventim", (*_family("eventim"), "eventim-light.com")),
    TicketProvider(
        "billetto",
        "Billetto",
        _family("billetto", "com", "co.uk", "dk", "se", "no", "ie", "eu", "de", "at", "be", "fi"),
    ),
    TicketProvider("songkick", "Songkick", ("songkick.com",)),
    TicketProvider("humanitix", "Humanitix", ("humanitix.com",)),
    TicketProvider("shotgun", "Shotgun", ("shotgun.live",)),
    TicketProvider("weezevent", "Weezevent", ("weezevent.com",)),
    TicketProvider("fever", "Fever", ("feverup.com",)),
    TicketProvider("axs", "AXS", _family("axs", "com", "co.uk")),
    TicketProvider("fatsoma", "Fatsoma", ("fatsoma.com",)),
    TicketProvider("gigantic", "Gigantic", ("gigantic.com",)),
    TicketProvider("tito", "Tito", ("ti.to",)),
    TicketProvider("headfirst", "Headfirst", ("headfirstbristol.co.uk",)),
    TicketProvider("reservix", "Reservix", ("reservix.de",)),
    TicketProvider("eventfrog", "Eventfrog", _family("eventfrog", "ch", "de", "net")),
)
"""All that are known; an address of no one of them is a ticket page all the same."""
_BY_KEY = {each.key: each for each in PROVIDERS}


def provider_of(address: str) -> TicketProvider | None:
    """The service that a ticket link belongs to; None: a page of its own, or of one that is not known."""
    host = (urlsplit(address).hostname or "").lower()
    return next((each for each in PROVIDERS if each.sells_at(host)), None)


def provider_called(key: str) -> TicketProvider | None:
    """The service with that key."""
    return _BY_KEY.get(key)
