"""A sheet to be painted: filled boxes, signs and words, at pixels counted from the top left."""

from dataclasses import dataclass, field

from presentation.painting import lettering
from presentation.painting.palette import Colour
from presentation.picture import Mark


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; right and bottom are the first pixels outside it."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Fill:
    """A coloured box."""

    box: Box
    colour: Colour
    outline: Colour | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """The shape of a mark, filling a square."""

    box: Box
    mark: Mark
    colour: Colour
    ground: Colour
    """What lies under it."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """One line of words inside a box, which is as high as the line at least."""

    box: Box
    text: str
    """Readable words (lettering.readable) that fit."""
    size: int
    ink: Colour
    ground: Colour
    """What lies under them."""
    bold: bool = False
    share: float = 0.0
    """The share of the spare room before them: 0 aligns left, 0.5 centres, 1 aligns right."""

    @property
    def start(self) -> tuple[int, int]:
        """Where the base line begins."""
        spare = self.box.right - self.box.left - lettering.width(self.text, self.size, bold=self.bold)
        return self.box.left + round(spare * self.share), self.box.top + lettering.baseline(self.size)


@dataclass(slots=True)
class Sheet:
    """What is painted, in this order; grows downwards while it is laid out."""

    width: int
    height: int = 0
    fills: list[Fill] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    words: list[TextRun] = field(default_factory=list)

    def write(
        self,
        text: str,
        box: Box,
        size: int,
        *,
        ink: Colour,
        ground: Colour,
        bold: bool = False,
        share: float = 0.0,
    ) -> None:
        """Put one line of readable words into a box, cut where they are too long."""
        shown = lettering.cut(text, box.right - box.left, size, bold=bold)
        if shown:
            self.words.append(TextRun(box, shown, size, ink, ground, bold, share))
