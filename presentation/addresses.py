"""Where the pages are, in links of their own and seen from outside."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

JOIN = "/join/"
"""Behind it stands the code of an invite into a band, or to speak for a venue."""
GIG = "/gig/"
"""Behind it stands the code of an invite to a gig."""
VENUES = "/venues"
"""The list of venues; behind it and a slash stand the number and the name of one."""
EVENTS = "/events/"
"""Behind it stand the number of a night, its venue's name and its date."""
OPEN_DATES = "/events/open"
"""The open dates; `.json` and `.atom` behind it give other forms of the same."""
OPEN_DATES_FOR = "/events/open/for/"
"""Behind it stands the secret of the page with the open dates that fit one band."""
_LONGEST = 60
_PARTED = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['’ʼ`´]")
_UNDECOMPOSED = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def slug(name: str) -> str:
    """A name as it stands in addresses: "The Dog & Duck" is "the-dog-duck".

    Of letters that are not Latin nothing is left; the number before it is what counts.
    """
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name).casefold().translate(_UNDECOMPOSED))
    plain = "".join(each for each in apart if not unicodedata.combining(each))
    return _PARTED.sub("-", plain).strip("-")[:_LONGEST].strip("-")


def venue_path(number: int, name: str) -> str:
    """The page of a venue: `/venues/12-the-heron`."""
    return f"{VENUES}/{'-'.join(filter(None, (str(number), slug(name))))}"


def event_path(number: int, venue: str, day: date) -> str:
    """The page of a night: `/events/34-the-heron-2026-12-11`."""
    return f"{EVENTS}{'-'.join(filter(None, (str(number), slug(venue), day.isoformat())))}"


ENTER = "/enter/"
"""Behind it stands the token of a link that signs somebody in."""
MY = "/my"
"""The pages of whoever is signed in begin with it."""
MINI_APP = "/telegram"
"""The pages that are opened inside Telegram begin with it."""


@dataclass(frozen=True, slots=True)
class PageAddresses:
    """Makes every link to a page. Paths begin with a slash and are as the pages have them: `/healthz`."""

    public_url: str | None = None
    """The address of the pages from outside, without a slash at its end; None: they have none."""

    @property
    def prefix(self) -> str:
        """The path that stands before each page's own: `/band` for https://example.org/band, often empty."""
        return urlsplit(self.public_url).path if self.public_url else ""

    @property
    def secure(self) -> bool:
        """Whether browsers reach the pages by https."""
        return urlsplit(self.public_url).scheme == "https" if self.public_url else False

    def path(self, path: str) -> str:
        """The link to a page in another page."""
        return f"{self.prefix}{path}"

    def address(self, path: str) -> str | None:
        """The link to a page in a message; None while nobody outside could open it."""
        return f"{self.public_url}{path}" if self.public_url else None

    def join(self, code: str) -> str | None:
        """The page of an invite into a band, or to speak for a venue, for a message."""
        return self.address(f"{JOIN}{code}")

    def gig(self, code: str) -> str | None:
        """The page of an invite to a gig, for a message."""
        return self.address(f"{GIG}{code}")
