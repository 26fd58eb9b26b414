"""Sample pictures for eyes, as PNG: `python -m scripts.gallery FOLDER`.

Each once more as a phone of 360 pixels would show it.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

from bots.chat.painting.painter import painted
from tests.fakes.calendars import SAMPLES

_PHONE = 360


def main() -> int:
    """Write them."""
    if len(sys.argv) != 2:
        print("python -m scripts.gallery FOLDER")
        return 2
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, calendar in SAMPLES.items():
        content = painted(calendar)
        (folder / f"{name}.png").write_bytes(content)
        image = Image.open(BytesIO(content)).convert("RGB")
        small = image.resize((_PHONE, image.height * _PHONE // image.width), Image.Resampling.LANCZOS)
        small.save(folder / f"{name}.phone.png")
        print(f"{name}: {image.width}x{image.height}, {len(content)} bytes. {calendar.alt}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
