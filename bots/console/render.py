"""A reply as lines for a terminal: the same facts, plain enough for a screen reader."""

from rich.markup import escape
from rich.text import Text as RichText

from bots.chat.reply import (
    Action,
    Block,
    Button,
    Code,
    Door,
    Facts,
    Form,
    Inline,
    Line,
    Link,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
)

_CONTROL = dict.fromkeys((*range(32), 127, *range(128, 160)))


def lines(reply: Reply) -> list[str]:
    """The reply as Rich markup, line by line; buttons last, as `[Undo] [Redo]`."""
    out = [f"[bold]{_line(reply.title, strong='')}[/bold]"]
    for block in reply.blocks:
        out += _block(block)
    for row in reply.buttons:
        drawn = " ".join(
            f"\\[{escape(_clean(button.label))}]" for button in row if not isinstance(button, Form)
        )
        if drawn:
            out.append(f"[cyan]{drawn}[/cyan]")
    return out


def plain_lines(reply: Reply) -> list[str]:
    """The same without colours."""
    return [RichText.from_markup(each).plain for each in lines(reply)]


def pressable(reply: Reply) -> list[Button]:
    """The buttons that a person at a terminal can press."""
    return [button for row in reply.buttons for button in row if isinstance(button, Action | Door)]


def _block(block: Block) -> list[str]:
    match block:
        case Paragraph(words=words):
            return [_line(words)]
        case Listing(items=items):
            return [f"- {_line(item)}" for item in items]
        case Facts(pairs=pairs):
            return [f"{escape(label)}: {_line(words)}" for label, words in pairs]


def _line(words: Line, *, strong: str = "bold") -> str:
    return "".join(_inline(part, strong) for part in words)


def _inline(part: Inline, strong: str) -> str:
    match part:
        case Strong(text=text):
            return f"[{strong}]{escape(_clean(text))}[/{strong}]" if strong else escape(_clean(text))
        case Code(text=text):
            return f"[green]{escape(_clean(text))}[/green]"
        case Link(text=text, url=url):
            shown = escape(_clean(url))
            return shown if text == url else f"{escape(_clean(text))} ({shown})"
        case Say(command=command):
            return f"[green]/{escape(_clean(command))}[/green]"
        case _:
            return escape(_clean(part.text))


def _clean(text: str) -> str:
    """No control characters: nobody else's words may steer a terminal."""
    return text.translate(_CONTROL)
