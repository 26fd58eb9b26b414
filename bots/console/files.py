"""Files at a console, named by their paths: `/epk ~/photo.jpg`, or one that was dropped onto the terminal."""

import asyncio
import shlex
from functools import partial
from pathlib import Path

from bots.chat.intent import FILE_COMMAND
from bots.chat.sent_files import Attachment
from core.bands.kits.files import FILE_LIMIT


def files_in(line: str) -> tuple[str, tuple[Attachment, ...]]:
    """The words of a line without the path in it, and the file that it leads to, if there is one."""
    try:
        words = shlex.split(line)
    except ValueError:
        return line, ()
    command = bool(words) and words[0].casefold() == f"/{FILE_COMMAND}"
    if not command and len(words) != 1:
        return line, ()
    for each in words[1:] if command else words:
        path = _path(each)
        if path is not None:
            rest = " ".join(word for word in words if word is not each)
            return rest, (Attachment(path.name, path.stat().st_size, None, partial(_content, path)),)
    return line, ()


def _path(word: str) -> Path | None:
    if "." not in word and "/" not in word:
        return None
    try:
        path = Path(word.removeprefix("file://")).expanduser()
        return path if path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


async def _content(path: Path) -> bytes:
    return await asyncio.to_thread(_read, path)


def _read(path: Path) -> bytes:
    """A little more than is taken at most: enough to see that it is too much."""
    with path.open("rb") as file:
        return file.read(FILE_LIMIT + 1)
