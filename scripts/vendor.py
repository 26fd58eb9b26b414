"""Put the front-end libraries that pages load into web/static/vendor, as their makers have built them.

    python -m scripts.vendor [NAME ...]

npm brings each package, whose hash must be the one written here. Of its files only the listed ones are kept,
as they are, in a folder that is called after the package and its version; SOURCE.txt beside them says where
they come from. Run it after a change of a version or of the lists below, and commit what it writes: neither
a self-hoster nor the tests need npm for it.
"""

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "web" / "static" / "vendor"


@dataclass(frozen=True, slots=True)
class Library:
    """A package of the npm registry, and what is kept of it."""

    name: str
    version: str
    integrity: str
    """As `npm view NAME@VERSION dist.integrity` says it."""
    licence: str
    """The name of the licence, as SPDX has it."""
    files: Mapping[str, str]
    """Paths in the package, each with the name that the file has here; LICENSE.txt is one of them."""

    @property
    def folder(self) -> str:
        """What the folder of its files is called."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}"


LIBRARIES = (
    Library(
        "leaflet",
        "1.9.4",
        "sha512-nxS1ynzJOmOlHp+iL3FyWqK89GtNL8U8rvlMOsQdTTssxZwCXh8N2NB3GDQOL+YR3XnWyZAxwQixURb+FA74PA==",
        "BSD-2-Clause",
        # No pictures: the map of venues draws its own markers, and has no menu of layers.
        {"dist/leaflet.js": "leaflet.js", "dist/leaflet.css": "leaflet.css", "LICENSE": "LICENSE.txt"},
    ),
    Library(
        "fullcalendar",
        "7.1.0",
        "sha512-Pvr/fLrwuwfIjRygNKHJdHFJ8QGWjkAf6FFaMAi7Iv/fFftZQXV49smJE8KTgSVW/GxrqjN5t5Zw2OBTRKcnzA==",
        "MIT",
        # All views and dragging in one script; the colours of the theme are ours (web/static/calendar.css).
        {
            "all/global.js": "fullcalendar.js",
            "skeleton.css": "skeleton.css",
            "themes/classic/global.js": "classic.js",
            "themes/classic/theme.css": "classic.css",
            "LICENSE.md": "LICENSE.txt",
        },
    ),
)


def main(names: Sequence[str]) -> int:
    """Bring the libraries with these names, or all."""
    for library in LIBRARIES:
        if not names or library.name in names:
            bring(library)
            print(f"{library.name} {library.version}: {(FOLDER / library.folder).relative_to(Path.cwd())}")
    return 0


def bring(library: Library) -> None:
    """Write the library's folder in place of that of any other version."""
    with tempfile.TemporaryDirectory() as name:
        packed = _packed(library, Path(name))
        folder = FOLDER / library.folder
        for other in FOLDER.glob(f"{library.folder.removesuffix(library.version)}[0-9]*"):
            shutil.rmtree(other)
        folder.mkdir(parents=True)
        with tarfile.open(packed) as archive:
            for path, kept in library.files.items():
                found = archive.extractfile(f"package/{path}")
                if found is None:
                    raise FileNotFoundError(path)
                (folder / kept).write_bytes(found.read())
        (folder / "SOURCE.txt").write_text(_source(library))


def _packed(library: Library, folder: Path) -> Path:
    """The package as npm brings it. Raises ValueError where it is another one than was looked at."""
    command = ["npm", "pack", f"{library.name}@{library.version}", "--pack-destination", str(folder)]
    subprocess.run([*command, "--silent"], check=True, stdout=subprocess.DEVNULL)
    (packed,) = folder.glob("*.tgz")
    kind, _, wanted = library.integrity.partition("-")
    found = base64.b64encode(hashlib.new(kind, packed.read_bytes()).digest()).decode()
    if found != wanted:
        raise ValueError(f"{library.name} {library.version} has the hash {kind}-{found}")
    return packed


def _source(library: Library) -> str:
    files = "".join(f"  {path} as {kept}\n" for path, kept in library.files.items())
    return (
        f"{library.name} {library.version}, licence {library.licence} (LICENSE.txt)\n"
        f"From the npm package of that name and version, {library.integrity}\n"
        f"Unchanged files of it, put here by scripts/vendor.py:\n{files}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
