"""What is said back, by meaning: each platform draws it as well as it can.

Text is data, never markup: renderers escape it once. No view knows a number of characters: renderers
cut listings to their platform's budget.
"""

import string
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from bots.chat.buttons import Payload, RunCommand
from presentation.picture import CalendarPicture


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """What the eye should find first."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Something to copy letter for letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address with a name."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Say:
    """A command to type or to tap, without its slash: `busy`, or `busy every Tuesday evening`."""

    command: str


Inline = Text | Strong | Code | Link | Say
Line = tuple[Inline, ...]
Words = str | Inline | Line


def line(*parts: Words) -> Line:
    """One line out of words, marked words, and lines."""
    out: list[Inline] = []
    for part in parts:
        if isinstance(part, str):
            out.append(Text(part))
        elif isinstance(part, tuple):
            out.extend(part)
        else:
            out.append(part)
    return tuple(out)


def fill(template: str, **parts: Words) -> Line:
    """A sentence with marked words in the places of its `{names}`."""
    out: list[Words] = []
    for literal, name in _pieces(template):
        if literal:
            out.append(literal)
        if name:
            out.append(parts[name])
    return line(*out)


@lru_cache(maxsize=1024)
def _pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, name) for literal, name, _, _ in string.Formatter().parse(template))


def plain(words: Line) -> str:
    """A line without its marks."""
    return "".join(_plain(part) for part in words)


def _plain(part: Inline) -> str:
    return f"/{part.command}" if isinstance(part, Say) else part.text


class Weight(Enum):
    """How likely a button is the next step."""

    FIRST = "first"
    PLAIN = "plain"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Action:
    """A button: what it carries becomes a signed token."""

    label: str
    payload: Payload | RunCommand
    weight: Weight = Weight.PLAIN

    @property
    def verb(self) -> str:
        """The verb of its token."""
        return self.payload.verb

    @property
    def ids(self) -> tuple[int, ...]:
        """The numbers of its token."""
        return self.payload.ids


@dataclass(frozen=True, slots=True)
class Door:
    """A button that opens the private chat with the bot, handing it what it carries, if anything."""

    label: str
    payload: Payload | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A button that asks for one line of text, answering an open question.

    Where there are no forms the next plain message answers the pending command, and no button is drawn.
    """

    label: str
    pending: int
    example: str = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """A button that opens a page inside the platform, already signed in, where the platform can do so.

    It is drawn in the asker's private chat alone: elsewhere the words have to do without.
    """

    label: str
    path: str
    """As the pages have it: `/telegram`."""


Button = Action | Door | Form | Inside


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line that stands by itself."""

    words: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines of one sort; the last ones go first where there is no room."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Short answers to short labels."""

    pairs: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines to copy as they are, all at once."""

    lines: tuple[str, ...]


Block = Paragraph | Listing | Facts | Verbatim


class Tone(Enum):
    """What sort of answer it is; never the only carrier of meaning."""

    PLAIN = "plain"
    DIARY = "diary"
    GREEN = "green"
    AMBER = "amber"
    REFUSAL = "refusal"
    BAND = "band"


class Audience(Enum):
    """The people that may read it."""

    ASKER = "asker"
    EVERYONE = "everyone"


class Placement(Enum):
    """Where it goes; dispatch settles it from how it was asked."""

    NEW = "new"
    REPLACE = "replace"
    """In place of the message whose button was pressed."""
    TOAST = "toast"
    """A passing word to the one who pressed; the message stays as it is."""


@dataclass(frozen=True, slots=True)
class File:
    """Something to keep, sent beside the words."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer."""

    title: Line
    blocks: tuple[Block, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    """Rows of buttons, at most four in a row."""
    tone: Tone = Tone.PLAIN
    audience: Audience = Audience.ASKER
    placement: Placement = Placement.NEW
    stays: bool = False
    """The message whose button led here stays as it is, and this comes beside it."""
    awaits_text: bool = False
    """The next plain message of the asker here answers this (a pending command is open)."""
    picture: CalendarPicture | None = None
    """Drawn above the words, which say the same."""
    file: File | None = None


def rows(*buttons: Button, each: int = 4) -> tuple[tuple[Button, ...], ...]:
    """Buttons in rows of at most `each`."""
    return tuple(tuple(buttons[i : i + each]) for i in range(0, len(buttons), each))
