"""Where the pages are, in links of their own and seen from outside."""

from dataclasses import dataclass
from urllib.parse import urlsplit

JOIN = "/join/"
"""Behind it stands the code of an invite into a band, or to speak for a venue."""
GIG = "/gig/"
"""Behind it stands the code of an invite to a gig."""

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
