"""A neutral reply as an embed and buttons, inside Discord's budgets."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Protocol, assert_never, cast

import discord

from bots.chat.reply import (
    Action,
    Block,
    Button,
    Door,
    Facts,
    Form,
    Inside,
    Line,
    Listing,
    Paragraph,
    Reply,
    Strong,
    Text,
    Tone,
    Verbatim,
    Weight,
)
from bots.discord.markup import Pen, cut, size, verbatim
from presentation.tokens import Tokens
from presentation.words import plural

_DESCRIPTION = 4096
_TOTAL = 6000
_FIELDS, _FIELD_NAME, _FIELD_VALUE = 25, 256, 1024
_LINE = 1024
"""One line may take as much as a field's value, so that one wordy line leaves room for the others."""
_ROWS, _IN_ROW, _LABEL = 5, 5, 80
_MORE = 24
"""Room for "1234 more"."""
_PICTURE, _ALT = "calendar.png", 1024

COLOURS: dict[Tone, int] = {
    Tone.PLAIN: 0x5C6BC0,
    Tone.DIARY: 0x3498DB,
    Tone.GREEN: 0x2ECC71,
    Tone.AMBER: 0xF1C40F,
    Tone.REFUSAL: 0x95A5A6,
    Tone.BAND: 0x9B59B6,
}
_STYLES = {
    Weight.FIRST: discord.ButtonStyle.primary,
    Weight.PLAIN: discord.ButtonStyle.secondary,
    Weight.DANGER: discord.ButtonStyle.danger,
}
ANSWER = "answer"
"""The verb of buttons that open a form."""


class Pressable(Protocol):
    """A client that hears its buttons."""

    async def pressed(self, interaction: discord.Interaction[Any], token: str) -> None:
        """A button with this token was pressed."""
        ...


class TokenButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"b[0-9]{1,3}-[A-Za-z0-9-]{1,96}"):
    """Every button that there is or ever was: all it means is in its token."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: Any, /
    ) -> "TokenButton":
        """The button that was pressed, from the message it sits on."""
        del interaction, match
        return cls(cast("discord.ui.Button[Any]", item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press on."""
        await cast("Pressable", interaction.client).pressed(interaction, self.custom_id)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that goes with a message."""

    name: str
    content: bytes
    description: str | None = None
    """A description of the picture, for those who cannot see it."""


@dataclass(frozen=True, slots=True)
class EmbedMessage:
    """A reply as Discord shows it."""

    embed: discord.Embed
    view: discord.ui.View | None
    uploads: tuple[Upload, ...] = ()

    @property
    def new(self) -> dict[str, Any]:
        """The arguments of a new message."""
        files = {"files": self._files()} if self.uploads else {}
        return {"embed": self.embed, **({"view": self.view} if self.view else {}), **files}

    @property
    def instead(self) -> dict[str, Any]:
        """The arguments of an edit: buttons and files that were there before go."""
        return {"embed": self.embed, "view": self.view, "attachments": self._files()}

    @property
    def bare(self) -> "EmbedMessage":
        """The same without files: where they are refused, the words must not be lost."""
        return EmbedMessage(self.embed.copy().set_image(url=None), self.view)

    def _files(self) -> list[discord.File]:
        """Fresh ones for each request, which reads them to the end."""
        return [
            discord.File(BytesIO(each.content), each.name, description=each.description)
            for each in self.uploads
        ]


@dataclass(slots=True)
class Painter:
    """Draws replies; Discord's ids become known when the bot has logged in."""

    tokens: Tokens
    commands: dict[str, int] = field(default_factory=dict)
    bot: int | None = None

    def draw(self, reply: Reply, picture: bytes | None = None) -> EmbedMessage:
        """The reply, with its picture as a PNG. Call it on the event loop: discord.py's views want one."""
        embed, uploads = self._embed(reply), []
        if reply.picture is not None and picture is not None:
            uploads.append(Upload(_PICTURE, picture, cut(reply.picture.alt, _ALT)))
            embed.set_image(url=f"attachment://{_PICTURE}")
        if reply.file is not None:
            uploads.append(Upload(reply.file.name, reply.file.content))
        return EmbedMessage(embed, self._view(reply), tuple(uploads))

    def _embed(self, reply: Reply) -> discord.Embed:
        pen = Pen(self.commands)
        blocks = list(reply.blocks)
        embed = discord.Embed(colour=COLOURS[reply.tone])
        fields = _fields(pen, blocks)
        if fields:
            blocks.pop()
        for label, value in fields:
            embed.add_field(name=label, value=value)
        room = _TOTAL - sum(size(label) + size(value) for label, value in fields)
        embed.description = _fitted(pen, reply.title, blocks, min(room, _DESCRIPTION))
        return embed

    def _view(self, reply: Reply) -> discord.ui.View | None:
        view = discord.ui.View(timeout=None)
        seen: set[str] = set()
        for number, row in enumerate(_rearranged(reply.buttons)):
            for button in row:
                item = self._button(button, number)
                if item is not None and _new(item, seen):
                    view.add_item(item)
        # Stopped, it is not kept in memory: a press finds its way by the token alone.
        view.stop()
        return view if view.children else None

    def _button(self, button: Button, row: int) -> discord.ui.Item[Any] | None:
        label = cut(button.label.strip(), _LABEL) or "…"
        match button:
            case Action(verb=verb, ids=ids, weight=weight):
                token = self.tokens.encode(verb, ids)
                style = _STYLES[weight]
            case Form(pending=pending):
                token = self.tokens.encode(ANSWER, (pending,))
                style = discord.ButtonStyle.secondary
            case Inside():
                return None
            case Door():
                if self.bot is None:
                    return None
                return discord.ui.Button(label=label, url=f"https://discord.com/users/{self.bot}", row=row)
            case _:
                assert_never(button)
        return TokenButton(discord.ui.Button(label=label, custom_id=token, style=style, row=row))


def _fields(pen: Pen, blocks: list[Block]) -> list[tuple[str, str]]:
    """Facts at the end, as an embed's fields, if they fit.

    Fields stand below everything else: Facts in the middle are drawn as lines to stay there.
    """
    if not blocks or not isinstance(facts := blocks[-1], Facts) or len(facts.pairs) > _FIELDS:
        return []
    shown = [(cut(label, _FIELD_NAME), pen.line(value, _FIELD_VALUE)) for label, value in facts.pairs]
    total = sum(size(label) + size(value) for label, value in shown)
    fits = total <= _TOTAL - _DESCRIPTION and all(label and value for label, value in shown)
    return shown if fits else []


def _fitted(pen: Pen, title: Line, blocks: list[Block], room: int) -> str:
    """The title and the blocks as lines. Where there is no room the last lines of listings go first."""
    head = _head(pen, title)
    drawn = [_lines(pen, block) for block in blocks]
    over = size(head) + sum(size(each) + 1 for lines in drawn for each in lines) - room
    for block, lines in zip(reversed(blocks), reversed(drawn), strict=True):
        if over > 0 and isinstance(block, Listing):
            over -= _shed(lines, over + _MORE)
    return cut("\n".join((head, *(each for lines in drawn for each in lines))), room)


def _head(pen: Pen, title: Line) -> str:
    """The title, bold as a whole unless it marks its own strong words."""
    head = pen.line(title, _LINE)
    return head if any(isinstance(part, Strong) for part in title) else f"**{head}**"


def _lines(pen: Pen, block: Block) -> list[str]:
    match block:
        case Paragraph(words=words):
            return [pen.line(words, _LINE)]
        case Listing(items=items):
            return [pen.line(item, _LINE) for item in items]
        case Verbatim(lines=lines):
            return verbatim(lines)
        case Facts(pairs=pairs):
            return [pen.line((Strong(f"{label}:"), Text(" "), *value), _LINE) for label, value in pairs]
        case _:
            assert_never(block)


def _shed(lines: list[str], wanted: int) -> int:
    """Take lines off the end to gain `wanted`; how much was gained, less the line that counts them."""
    gained = count = 0
    while lines and gained < wanted:
        gained += size(lines.pop()) + 1
        count += 1
    more = plural(count, "1 more", "{n} more")
    lines.append(more)
    return gained - len(more) - 1


def _rearranged(rows: tuple[tuple[Button, ...], ...]) -> list[tuple[Button, ...]]:
    if len(rows) <= _ROWS and all(len(row) <= _IN_ROW for row in rows):
        return list(rows)
    every = [button for row in rows for button in row][: _ROWS * _IN_ROW]
    return [tuple(every[i : i + _IN_ROW]) for i in range(0, len(every), _IN_ROW)]


def _new(item: discord.ui.Item[Any], seen: set[str]) -> bool:
    """Whether a message has no such button yet: Discord refuses two alike."""
    if not isinstance(item, TokenButton):
        return True
    known = item.custom_id in seen
    seen.add(item.custom_id)
    return not known
