"""Files that people send for a kit: what is taken, and what they are once they were checked."""

from dataclasses import dataclass
from enum import StrEnum

from core.errors import Refusal

MEGABYTE = 1_000_000
FILE_LIMIT = 10 * MEGABYTE
"""Bytes."""
PIXEL_LIMIT = 60_000_000
LEAST_SIDE = 320
"""Pixels: smaller pictures are signs, not photos."""
PAGE_LIMIT = 20


class FileTrouble(StrEnum):
    """Why a file is not taken."""

    TOO_LARGE = "too_large"
    NOT_KNOWN = "not_known"
    """Neither a picture nor a PDF that can be read, whatever it is called."""
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_SMALL = "too_small"
    LOCKED = "locked"
    """A PDF that needs a password."""
    TOO_MANY_PAGES = "too_many_pages"
    NOT_A_PICTURE = "not_a_picture"
    """A PDF where a picture is wanted."""
    SEVERAL = "several"
    """More than one came at once."""
    NOT_LOADED = "not_loaded"
    """The platform did not hand it over."""


@dataclass(eq=False)
class FileRefused(Refusal):
    """A file that was sent is not taken."""

    trouble: FileTrouble


@dataclass(eq=False)
class KitFileGone(Refusal):
    """A file that was sent is no longer kept."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was decoded and rewritten, without anything that tells where and by whom it was made."""

    media_type: str
    """One of core.bands.kits.ENDINGS."""
    content: bytes
    """To keep and to download."""
    page: bytes | None = None
    """Of a picture: a JPEG as wide as a page."""
    card: bytes | None = None
    """Of a picture: a JPEG for a preview of the page, 1200 x 630."""
