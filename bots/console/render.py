"""A reply as lines for a terminal: the same facts, plain enough for a screen reader.

A picture is not shown: its words say the same. A file of text is printed behind the words, ready to be
copied: nothing is written to anybody's disk unasked.
"""

from rich.text import Text as Styled

from bots.chat.reply import (
    Action,
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
    Verbatim,
)

_CONTROL = dict.fromkeys((*range(32), 127, *range(128, 160)))


def lines(reply: Reply) -> list[Styled]:
    """The reply line by line; buttons last, as `[Undo] [Redo]`.

    Styled pieces, not Rich's markup: its escaping is not exact for every backslash.
    """
    title = _line(reply.title)
    title.style = "bold"
    out = [title]
    for block in reply.blocks:
        out += _block(block)
    if reply.file is not None:
        out += _file(reply.file)
    for row in reply.buttons:
        drawn = " ".join(
            f"[{_clean(button.label)}]" for button in row if not isinstance(button, Form | Inside)
        )
        if drawn:
            out.append(Styled(drawn, "cyan"))
    return out


def plain_lines(reply: Reply) -> list[str]:
    """The same without colours."""
    return [each.plain for each in lines(reply)]


def pressable(reply: Reply) -> list[Button]:
    """The buttons that a person at a terminal can press."""
    return [button for row in reply.buttons for button in row if isinstance(button, Action | Door)]


def _block(block: Block) -> list[Styled]:
    match block:
        case Paragraph(words=words):
            return [_line(words)]
        case Listing(items=items):
            return [_line(item, "- ") for item in items]
        case Verbatim(lines=lines):
            return [Styled(_clean(each), "green") for each in lines]
        case Facts(pairs=pairs):
            return [_line(words, f"{_clean(label)}: ") for label, words in pairs]


def _file(file: File) -> list[Styled]:
    """Its name and its lines. Of a file that is not text, only the name and the size."""
    name = _clean(file.name)
    try:
        text = file.content.decode()
    except UnicodeDecodeError:
        return [Styled(f"{name} ({len(file.content)} bytes)", "bold")]
    return [Styled(f"{name}:", "bold"), *(Styled(_clean(each)) for each in text.splitlines())]


def _line(words: Line, before: str = "") -> Styled:
    return Styled.assemble(before, *(_inline(part) for part in words))


def _inline(part: Inline) -> tuple[str, str]:
    match part:
        case Strong(text=text):
            return _clean(text), "bold"
        case Code(text=text):
            return _clean(text), "green"
        case Link(text=text, url=url):
            shown = _clean(url)
            return shown if text == url else f"{_clean(text)} ({shown})", ""
        case Say(command=command):
            return f"/{_clean(command)}", "green"
        case _:
            return _clean(part.text), ""


def _clean(text: str) -> str:
    """No control characters: nobody else's words may steer a terminal."""
    return text.translate(_CONTROL)
