"""`bandwidth gallery`: sample pictures to look at, as PNG files in a folder."""

import argparse
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image

from bandwidth.samples import SAMPLES
from presentation.painting.painter import painted

_PHONE = 360
"""The width in pixels at which a narrow phone shows a picture."""


def main(argv: Sequence[str]) -> int:
    """Write each sample twice: as it is sent, and as a phone shows it."""
    options = argparse.ArgumentParser(
        prog="bandwidth gallery", description="Write sample pictures into a folder."
    )
    options.add_argument("folder", type=Path, help="where to; it is made if need be")
    folder: Path = options.parse_args(list(argv)).folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, calendar in SAMPLES.items():
        content = painted(calendar)
        (folder / f"{name}.png").write_bytes(content)
        image = Image.open(BytesIO(content)).convert("RGB")
        small = image.resize((_PHONE, image.height * _PHONE // image.width), Image.Resampling.LANCZOS)
        small.save(folder / f"{name}.phone.png")
        print(f"{name}: {image.width}x{image.height}, {len(content)} bytes. {calendar.alt}")
    return 0
