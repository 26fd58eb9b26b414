"""Words as Discord's markdown: escaped once, marked by meaning, cut where they are too long."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import assert_never

from bots.chat.reply import Code, Inline, Line, Link, Say, Strong, Text

_GUARDED = {mark: f"\\{mark}" for mark in "\\*~|`<[]"}
_SPACES = dict.fromkeys(map(chr, (*range(0x20), 0x7F, 0x85, 0x2028, 0x2029)), " ")
_TURNERS = dict.fromkeys(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))), "")
"""They would turn around the rest of the line, ours included."""
_ESCAPES = str.maketrans({**_GUARDED, **_SPACES, **_TURNERS})
_TAME = str.maketrans({**_SPACES, **_TURNERS})

_UNDERLINE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
"""An underscore inside a word (`New_York`) marks nothing, and stays as it is."""
_CALL = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_BLOCK = re.compile(r"(?P<indent>\s*)(?P<mark>-#|#|>|[-+]|\d+(?=\.))")
_URL = re.compile(r"https?://[^\s<>\"()]+")
_MARKED = re.compile(r"\\(?P<guarded>[^\w\s])|\*\*|`+|(?<=@)\u200b")


def size(text: str) -> int:
    """How long it is to Discord, at most: in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """At most `limit` long, with a sign where something is missing."""
    if size(text) <= limit:
        return text
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * (limit - 1)]
    return units.decode("utf-16-le", "ignore") + "…"


@lru_cache(maxsize=1024)
def escaped(text: str) -> str:
    """Somebody's words, with nothing in them that Discord would take for markup, a mention or a link."""
    text = text.translate(_ESCAPES)
    if "_" in text:
        text = _UNDERLINE.sub(r"\\_", text)
    if "@" in text:
        text = _CALL.sub("@\u200b", text)
    return text.replace("://", "\\://")


def guarded_start(text: str) -> str:
    """A line whose beginning makes it no heading, list or quote."""
    found = _BLOCK.match(text)
    if found is None:
        return text
    rest = text[found.end() :]
    mark = found["mark"]
    return f"{mark}\\{rest}" if mark.isdigit() else f"\\{mark}{rest}"


def verbatim(lines: Sequence[str]) -> list[str]:
    """Lines as they are, in a block that is copied as a whole."""
    tame = (each.translate(_TAME).replace("```", "`\u200b`\u200b`") for each in lines)
    return ["```text", *tame, "```"]


def unmarked(text: str) -> str:
    """EmbedMessage words as they are read."""
    return _MARKED.sub(lambda found: found["guarded"] or "", text)


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws lines; knows which commands are registered."""

    commands: Mapping[str, int]
    """The ids of the registered commands, by full name."""

    def line(self, words: Line, limit: int) -> str:
        """One line, at most `limit` long. Words are cut inside their marks."""
        out = ""
        room = limit
        for part in words:
            drawn = self._part(part)
            room -= (taken := size(drawn))
            if room < 0:
                return guarded_start(out + self._shortened(part, room + taken))
            out += drawn
        return guarded_start(out)

    def _part(self, part: Inline) -> str:
        match part:
            case Text(text=text):
                return escaped(text)
            case Strong(text=text):
                return f"**{escaped(text.strip())}**" if text.strip() else ""
            case Code(text=text):
                return _code(text)
            case Link(text=text, url=url):
                return _link(text, url)
            case Say(command=command):
                known = self.commands.get(command)
                return f"</{command}:{known}>" if known else _code(f"/{command}")
            case _:
                assert_never(part)

    def _shortened(self, part: Inline, room: int) -> str:
        kept = (room - _MARGIN) // 2  # escaping at most doubles it
        if kept <= 0 or isinstance(part, Say | Link):
            return "…" if room else ""
        return self._part(replace(part, text=f"{part.text[:kept]}…"))


_MARGIN = 16
"""Room for the marks around words that are cut."""


def _code(text: str) -> str:
    text = text.translate(_TAME).strip()
    if not text:
        return ""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    if not longest:
        return f"`{text}`"
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}"


def _link(text: str, url: str) -> str:
    if not _URL.fullmatch(url):
        return escaped(text)
    if text == url or not text.strip():
        return url
    return f"[{escaped(text)}]({url})"
