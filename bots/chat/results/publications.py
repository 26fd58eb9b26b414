"""Results about secret addresses, as chat shows them."""

from dataclasses import dataclass

from core.bands import Band
from core.bands.kits import FilledKit, KitFile, KitFileKind
from core.publications.calendars import ShownCommitment
from core.publications.sharing import PublicationCard


@dataclass(frozen=True, slots=True)
class AddressShown:
    """A secret address, with the words that lead there."""

    card: PublicationCard
    address: str
    everywhere: bool
    """False: it leads there on the machine alone that the program runs on."""


@dataclass(frozen=True, slots=True)
class CalendarsShown:
    """The caller's calendars."""

    calendars: tuple[AddressShown, ...]


@dataclass(frozen=True, slots=True)
class EntryWritten:
    """One rehearsal or gig as a file for a calendar."""

    shown: ShownCommitment
    content: bytes


@dataclass(frozen=True, slots=True)
class KitShown:
    """A band's press kit as it stands, with its address."""

    band: Band
    kit: FilledKit
    address: AddressShown | None
    """None: nobody has switched it on yet."""
    shares: bool
    """The reader may switch it on and off, and change its address."""
    edits: bool
    """The reader may change what is in it."""


@dataclass(frozen=True, slots=True)
class KitValueAsked:
    """A field of a kit was named without a value."""

    band: Band
    field: str
    kit: FilledKit


@dataclass(frozen=True, slots=True)
class KitFileAsked:
    """A field of a kit that holds a file was named, and the file did not come with it."""

    band: Band
    kind: KitFileKind
    kit: FilledKit


@dataclass(frozen=True, slots=True)
class KitFileUnclear:
    """A file came, and it is not clear what it is."""

    band: Band
    file: KitFile


@dataclass(frozen=True, slots=True)
class KitFileWhose:
    """A file came, and the person owns several bands."""

    file: KitFile
