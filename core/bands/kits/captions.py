"""What is said beside a file that somebody sends ("stage plot for The Foxes"): what it is, for which band."""

import re
from dataclasses import dataclass

from core.bands.kits import KitFileKind

_KINDS = {
    KitFileKind.PHOTO: r"(?:(?:press|band|promo|group)\s+)?(?:photo(?:graph)?|picture|pic|shot|image)",
    KitFileKind.STAGE_PLOT: r"(?:stage\s*)?plot|stage\s*plan",
    KitFileKind.TECH_RIDER: r"(?:tech(?:nical)?\.?\s*)?rider|tech(?:nical)?\.?\s*specs?(?:ification)?",
}
_BEFORE = r"(?:(?:here(?:'s|\s+is)?|this\s+is|it's|our|my|the|a|new)\s+)*"
_CAPTION = re.compile(
    rf"{_BEFORE}(?:{'|'.join(f'(?P<{kind.value}>{words})' for kind, words in _KINDS.items())})?"
    r"(?:(?:^|\s+)(?:for|of)\s+(?P<band>\S.*?))?\s*[.!]?",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class FileCaption:
    """What was said about a file."""

    kind: KitFileKind | None
    band: str | None
    """The words that name a band."""


def caption_of(words: str) -> FileCaption | None:
    """What the words say about the file beside them; None: they are about something else."""
    found = _CAPTION.fullmatch(" ".join(words.split()))
    if found is None:
        return None
    kind = next((each for each in KitFileKind if found[each.value]), None)
    return FileCaption(kind, found["band"])
