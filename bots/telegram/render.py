"""A reply as Telegram shows it: HTML that fits into one message, and the keyboard under it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from itertools import groupby

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, WebAppInfo
from telegram.constants import KeyboardButtonStyle

from bots.chat.reply import (
    Action,
    Audience,
    Block,
    Button,
    Code,
    Door,
    Facts,
    File,
    Form,
    Inline,
    Inside,
    Line,
    Link,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Text,
    Verbatim,
    Weight,
    plain,
)
from bots.chat.turn import BotAddress
from presentation.picture import CalendarPicture
from presentation.tokens import Tokens
from presentation.words import plural

MESSAGE = 4096
"""The length of a message without its markup. Telegram counts characters; counted here as UTF-16, which is
never less."""
CAPTION = 1024
"""Likewise, of the words under a photo."""
TOAST = 200
CALLBACK_DATA = 64
LABEL = 64
"""Telegram names no limit for a button's label, and no phone shows more than this."""
PLACEHOLDER = 64


@dataclass(frozen=True, slots=True)
class HtmlMessage:
    """A message ready to be sent with parse_mode HTML."""

    text: str
    keyboard: InlineKeyboardMarkup | None
    picture: CalendarPicture | None = None
    caption: str = ""
    """The words under a picture: the text, or where that is too long its title."""
    file: File | None = None

    @property
    def whole(self) -> bool:
        """Whether picture and text make one message."""
        return self.picture is not None and self.caption == self.text


def draw(reply: Reply, tokens: Tokens, bot_address: BotAddress) -> HtmlMessage:
    """The reply as a message."""
    text, keyboard = _text(reply), _keyboard(reply, tokens, bot_address)
    fits = _size(text) <= CAPTION or _size(_seen(text)) <= CAPTION
    caption = text if fits else _title(_fitting(reply.title, CAPTION))
    return HtmlMessage(text, keyboard, reply.picture, caption, reply.file)


def toast(reply: Reply) -> str:
    """The reply as a passing word: as many of its lines as fit, without marks."""
    lines = [
        plain(reply.title),
        *(plain(block.words) for block in reply.blocks if isinstance(block, Paragraph)),
    ]
    out = _cut(lines[0], TOAST)
    for each in lines[1:]:
        if _size(out) + 1 + _size(each) > TOAST:
            break
        out += f"\n{each}"
    return out


def example_of(reply: Reply) -> str:
    """An example answer, short enough to stand in an empty input field."""
    forms = (button for row in reply.buttons for button in row if isinstance(button, Form))
    return next((_cut(form.example, PLACEHOLDER) for form in forms), "")


def door(bot_address: BotAddress, label: str, payload: str) -> InlineKeyboardMarkup | None:
    """A keyboard of one button, which opens the private chat."""
    url = bot_address.telegram_link(payload)
    return InlineKeyboardMarkup([[InlineKeyboardButton(_label(label), url=url)]]) if url else None


# The text: lines of marked words, shortened until they fit.


def _text(reply: Reply) -> str:
    title, rows = reply.title, list(_rows(reply.blocks))
    if _at_most(title, rows) > MESSAGE:
        room = MESSAGE - sum(_length(each.words) + 1 for each in rows) - _length(title)
        if room < 0:
            title = _fitting(title, MESSAGE)
            rows = _shortened(rows, room, MESSAGE - _length(title))
    drawn = [_title(title)]
    for verbatim, some in groupby(rows, key=lambda row: row.verbatim):
        lines = [_html(each.words) for each in some]
        drawn.append(_NEW_LINE.join(lines) if not verbatim else f"<pre>{_NEW_LINE.join(lines)}</pre>")
    return _NEW_LINE.join(drawn)


def _at_most(title: Line, rows: list["_Row"]) -> int:
    """Quickly, what it takes at most: no character becomes more than two. Nearly every message is short."""
    return len(rows) + 2 * sum(len(plain(words)) for words in (title, *(each.words for each in rows)))


@dataclass(frozen=True, slots=True)
class _Row:
    words: Line
    listed: bool = False
    verbatim: bool = False


def _rows(blocks: tuple[Block, ...]) -> Iterator[_Row]:
    for block in blocks:
        match block:
            case Paragraph(words=words):
                yield _Row(words)
            case Listing(items=items):
                yield from (_Row((_BULLET, *item), listed=True) for item in items)
            case Facts(pairs=pairs):
                yield from (_Row((Text(f"{label}: "), *words)) for label, words in pairs)
            case Verbatim(lines=lines):
                yield from (_Row((Text(each),), verbatim=True) for each in lines)


def _shortened(rows: list[_Row], room: int, space: int) -> list[_Row]:
    """Listings give way first, from their ends; then whatever stands last."""
    left_out, at = 0, len(rows)
    while room < 0 and any(row.listed for row in rows):
        at = max(number for number, row in enumerate(rows) if row.listed)
        room += _length(rows.pop(at).words) + 1 + (0 if left_out else -_MORE)
        left_out += 1
    if left_out:
        rows.insert(at, _Row((Text(plural(left_out, "1 more", "{n} more")),)))
    return rows if room >= 0 else _cut_rows(rows, space)


def _cut_rows(rows: list[_Row], space: int) -> list[_Row]:
    """The first rows, as many and as much of the last of them as there is space for."""
    kept = []
    for row in rows:
        words = _fitting(row.words, space - 1)
        if not words:
            break
        kept.append(_Row(words))
        space -= 1 + _length(words)
    return kept


def _fitting(words: Line, space: int) -> Line:
    """The words, cut off where the space ends; nothing at all if hardly any of them would be left."""
    if _length(words) <= space:
        return words
    out: list[Inline] = []
    for part in words:
        size = _length((part,))
        if size > space:
            if space >= _STUB and isinstance(part, Text | Strong | Code):
                out.append(type(part)(_cut(part.text, space)))
            break
        out.append(part)
        space -= size
    return tuple(out)


def _length(words: Line) -> int:
    return sum(_size(_shown(part)) for part in words)


def _seen(markup: str) -> str:
    """A drawn text without its marks: its text is escaped, so every tag is ours."""
    return unescape(_TAG.sub("", markup))


def _shown(part: Inline) -> str:
    """The characters that are seen, the same as in its HTML."""
    match part:
        case Say(command=command):
            return f"/{_one_line(command)}"
        case Link(text=text) | Code(text=text):
            return _one_line(text)
        case _:
            return inert(part.text)


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def _cut(text: str, space: int) -> str:
    if _size(text) <= space:
        return text
    kept = text.encode("utf-16-le", "replace")[: 2 * (space - 1)].decode("utf-16-le", "ignore")
    while _size(inert(kept)) > space - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


# The marks: text is escaped here, once.


def _title(words: Line) -> str:
    runs = groupby(words, key=lambda part: not isinstance(part, Code | Say))
    return "".join(
        f"<b>{_html(tuple(run), strong=False)}</b>" if bold else _html(tuple(run)) for bold, run in runs
    )


def _html(words: Line, *, strong: bool = True) -> str:
    return "".join(_inline(part, strong=strong) for part in words)


def _inline(part: Inline, *, strong: bool) -> str:
    shown = escape(_shown(part), quote=False)
    match part:
        case Strong() if strong:
            return f"<b>{shown}</b>"
        case Code():
            return f"<code>{shown}</code>"
        case Say(command=command):
            return shown if _TAPPABLE.fullmatch(command) else f"<code>{shown}</code>"
        case Link(url=url) if url.startswith(("https://", "http://")):
            return f'<a href="{escape(url)}">{shown}</a>'
        case _:
            return shown


def inert(text: str) -> str:
    """Words on one line in which Telegram finds nothing to ping, to run or to open.

    Telegram makes @names, /commands and addresses in a message live by itself, wherever they come from.
    Those that are meant are marked (`Say`, `Link`); any other is somebody's text, such as a band's name.
    A word joiner, which nobody sees, stops it. Hashtags and telephone numbers stay: they run nothing.
    """
    shown = _one_line(text)
    return _LIVE.sub(_JOINER, shown) if _SUSPECT.search(shown) else shown


def _one_line(text: str) -> str:
    return _BREAK.sub(" ", text) if _BREAK.search(text) else text


# The keyboard.


def _keyboard(reply: Reply, tokens: Tokens, bot_address: BotAddress) -> InlineKeyboardMarkup | None:
    shared = reply.audience is Audience.EVERYONE  # no page is opened inside a group
    buttons = [[each for each in row if not (shared and isinstance(each, Inside))] for row in reply.buttons]
    rows = [[key for button in row if (key := _key(button, tokens, bot_address))] for row in buttons]
    drawn = [row for row in rows if row]
    return InlineKeyboardMarkup(drawn) if drawn else None


def _key(button: Button, tokens: Tokens, bot_address: BotAddress) -> InlineKeyboardButton | None:
    match button:
        case Action(label=label, verb=verb, ids=ids, weight=weight):
            data = tokens.encode(verb, ids)
            if len(data) > CALLBACK_DATA:
                raise ValueError(data)
            return InlineKeyboardButton(_label(label), callback_data=data, style=_STYLES[weight])
        case Door(label=label, payload=payload):
            url = bot_address.telegram_link(tokens.encode(payload.verb, payload.ids) if payload else "")
            return InlineKeyboardButton(_label(label), url=url) if url else None
        case Form():
            return None  # the next plain message answers
        case Inside(label=label, path=path):
            url = bot_address.web.pages.address(path)
            if url is None or not bot_address.web.pages.secure:
                return None  # Telegram opens pages by https alone
            return InlineKeyboardButton(_label(label), web_app=WebAppInfo(url))


def _label(text: str) -> str:
    return _cut(_one_line(text).strip(), LABEL) or "…"


_STYLES = {
    Weight.FIRST: KeyboardButtonStyle.PRIMARY,
    Weight.PLAIN: None,
    Weight.DANGER: KeyboardButtonStyle.DANGER,
}
_BULLET = Text("• ")
_NEW_LINE = "\n"
_MORE = len("9999 more") + 1
_STUB = 16
_TAG = re.compile(r"<[^>]*>")
_JOINER = "\u2060"
_TAPPABLE = re.compile(r"[a-z0-9_]{1,32}")
_BREAK = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e]+")
"""Line ends, other controls, and marks that turn the direction of writing."""
_SUSPECT = re.compile(r"[@/.]")
_LIVE = re.compile(r"(?<=@)(?=\w)|(?<=(?<![\w/<>])/)(?=\w)|(?<=://)|(?<=\w\.)(?=[^\W\d_]{2})")
