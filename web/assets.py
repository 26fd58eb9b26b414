"""The files that pages load, served under names that change with their content: browsers keep them.

Files of other makers are in folders with their version (scripts/vendor.py). They keep their paths, by which
they name one another.
"""

import gzip
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent / "static"
VENDOR = "vendor"
A_YEAR = "public, max-age=31536000, immutable"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}
_DIGITS = 12
_WORTH_WHILE = 4096
"""A file of fewer bytes goes as it is."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file."""

    content: bytes
    media_type: str
    packed: bytes | None = None
    """The content as gzip, where that is much shorter."""


class Assets:
    """All files of a folder, held in memory."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Read them. Raises KeyError for a kind of file that has no media type here."""
        self._served: dict[str, Asset] = {}
        self._names: dict[str, str] = {}
        for path in sorted(each for each in folder.iterdir() if each.is_file()):
            content = path.read_bytes()
            name = f"{path.stem}-{sha256(content).hexdigest()[:_DIGITS]}{path.suffix}"
            self._names[path.name] = name
            self._served[name] = _asset(content, _TYPES[path.suffix])
        for path in sorted(each for each in (folder / VENDOR).rglob("*") if each.is_file()):
            name = path.relative_to(folder).as_posix()
            self._names[name] = name
            self._served[name] = _asset(path.read_bytes(), _TYPES[path.suffix])

    def path(self, name: str) -> str:
        """The path of a page's file, such as `page.css` or `vendor/leaflet-1.9.4/leaflet.js`.

        Raises KeyError for one that is not there.
        """
        return f"/static/{self._names[name]}"

    def found(self, served: str) -> Asset | None:
        """The file that is served under this name."""
        return self._served.get(served)


def _asset(content: bytes, media_type: str) -> Asset:
    text = media_type.startswith(("text/", "image/svg"))
    packed = gzip.compress(content, mtime=0) if text and len(content) >= _WORTH_WHILE else None
    return Asset(content, media_type, packed)
