"""A band's press kit: what it tells promoters about itself, in its own words, with photos and files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.bands.players import Playable
from core.ids import BandId, KitFileId

BIO_LIMIT = 1500
LINE_LIMIT = 200
"""The longest draw, line-up and contact."""
MOST_VIDEOS = 3
MOST_MUSIC = 6
MOST_SHOWS = 12
SHOW_LIMIT = 100


class KitFileKind(StrEnum):
    """What a file in a kit is for; the names of the kit's fields."""

    PHOTO = "photo"
    STAGE_PLOT = "stage_plot"
    TECH_RIDER = "tech_rider"


FILE_FIELDS = tuple(each.value for each in KitFileKind)
KIT_FIELDS = (
    "bio",
    "video",
    "music",
    "draw",
    "followers",
    "line_up",
    "shows",
    "contact",
    *FILE_FIELDS,
)
"""The fields of a kit, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class FollowerCount:
    """How many people follow the band somewhere, as it says itself."""

    service: str
    """One of core.bands.SERVICES."""
    count: int
    said_on: date


@dataclass(frozen=True, slots=True)
class PressKit:
    """What the band has written; fields that it left out are None or empty."""

    bio: str | None = None
    """Paragraphs, with line breaks between them."""
    video: tuple[Playable, ...] = ()
    music: tuple[Playable, ...] = ()
    draw: str | None = None
    followers: tuple[FollowerCount, ...] = ()
    line_up: str | None = None
    """None: the parts of its members, without names."""
    shows: tuple[str, ...] = ()
    """Past shows that were not booked here, a line each."""
    contact: str | None = None
    photo: KitFileId | None = None
    stage_plot: KitFileId | None = None
    tech_rider: KitFileId | None = None

    def file(self, kind: KitFileKind) -> KitFileId | None:
        """The file that it has of that kind."""
        return {
            KitFileKind.PHOTO: self.photo,
            KitFileKind.STAGE_PLOT: self.stage_plot,
            KitFileKind.TECH_RIDER: self.tech_rider,
        }[kind]

    @property
    def plays(self) -> bool:
        """Whether there is something to hear in it."""
        return bool(self.video or self.music)


@dataclass(frozen=True, slots=True)
class KitFile:
    """A picture or a document that somebody has sent, as it is kept: checked and rewritten."""

    id: KitFileId
    band: BandId | None
    """None: it has not been said yet whose it is."""
    media_type: str
    size: int
    """Bytes, of its largest form."""

    @property
    def is_picture(self) -> bool:
        """A picture; else a PDF."""
        return self.media_type.startswith("image/")

    @property
    def ending(self) -> str:
        """How the name of such a file ends, without a dot."""
        return ENDINGS[self.media_type]


ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"}
"""The kinds of files that are kept, with the endings of their names."""


@dataclass(frozen=True, slots=True)
class FilledKit:
    """A kit with its files."""

    kit: PressKit = field(default_factory=PressKit)
    files: Mapping[KitFileId, KitFile] = field(default_factory=dict, hash=False)
    """Those of the kit that are there."""

    def file(self, kind: KitFileKind) -> KitFile | None:
        """The file of that kind; None, too, for one that was deleted with the data of its sender."""
        which = self.kit.file(kind)
        return None if which is None else self.files.get(which)

    def filled(self, name: str) -> bool:
        """Whether a field of KIT_FIELDS has something in it."""
        if name in FILE_FIELDS:
            return self.file(KitFileKind(name)) is not None
        return bool(getattr(self.kit, name))
