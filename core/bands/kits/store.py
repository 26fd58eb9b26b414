"""The store of press kits and of the files in them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from core.bands.kits import FilledKit, KitFile, PressKit
from core.bands.kits.files import CheckedFile
from core.ids import BandId, KitFileId, PersonId


class KitFileForm(StrEnum):
    """The forms in which a picture is kept; a document has the first alone."""

    CONTENT = "content"
    PAGE = "page"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class StoredContent:
    """The bytes of a file."""

    media_type: str
    digest: str
    """SHA-256, in hexadecimal: equal content is kept once."""
    content: bytes


class Kits(Protocol):
    """Where kits and files are kept."""

    async def get(self, band: BandId) -> FilledKit:
        """The band's kit, an empty one where it has written nothing yet."""
        ...

    async def set(self, band: BandId, kit: PressKit, *, at: datetime) -> None:
        """Write it. Files of the band that are not in it are deleted after a while, unless they come back."""
        ...

    async def add_file(self, person: PersonId, file: CheckedFile, *, at: datetime) -> KitFile:
        """Keep a file that somebody sent, for a while: until it is said whose it is."""
        ...

    async def file(self, file: KitFileId, person: PersonId) -> KitFile | None:
        """The file, if this person sent it or it is a band's."""
        ...

    async def place(self, file: KitFileId, band: BandId) -> None:
        """Say whose a file is."""
        ...

    async def content(self, file: KitFileId, form: KitFileForm) -> StoredContent | None:
        """The bytes of a file in one of its forms."""
        ...
