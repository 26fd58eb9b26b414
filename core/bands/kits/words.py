"""What people type into the fields of a kit: made tidy, or refused."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.bands import SERVICES
from core.bands.addresses import NoAddress
from core.bands.kits import BIO_LIMIT, LINE_LIMIT, MOST_MUSIC, MOST_SHOWS, MOST_VIDEOS, SHOW_LIMIT
from core.bands.names import visible
from core.bands.players import Playable, PlayerService, player_of
from core.errors import Refusal
from core.typed_json import object_to_json

KIT_EXAMPLES = {
    "bio": "Indie from Leeds, loud and punctual.",
    "video": "https://youtu.be/dQw4w9WgXcQ",
    "music": "https://soundcloud.com/thefoxes/first-light",
    "draw": "60 in Leeds, May 2026",
    "followers": "instagram 2400, tiktok 800",
    "line_up": "two guitars, bass, drums, three voices",
    "shows": "The Lanes, Leeds, May 2026; Brudenell Social Club, Leeds, Nov 2025",
    "contact": "Jo, booking@thefoxes.com",
}
"""What could be typed, by the fields that hold no file."""
_ADDRESSES = re.compile(r"<iframe\b.*?</iframe>|\[bandcamp\b[^\]]*\]|[^\s,;]+", re.IGNORECASE | re.DOTALL)
_COUNT = re.compile(r"(\d{1,3}(?:[.,' ]\d{3})+|\d{1,9})|(\d{1,4}(?:[.,]\d{1,2})?)\s*([km])", re.IGNORECASE)
_THOUSANDS = {"k": 1_000, "m": 1_000_000}
_MOST_FOLLOWERS = 1_000_000_000


@dataclass(eq=False)
class KitValueUnclear(Refusal):
    """The words are not a value that this field of a kit can have."""

    field: str
    words: str


def kit_value(field: str, words: str, *, today: date) -> Any:
    """The JSON value of a field that holds no file. Raises KitValueUnclear.

    `today`: the date to put down beside what may be otherwise tomorrow.
    """
    return _READERS[field](field, words, today)


def _bio(field: str, words: str, _: date) -> str:
    lines = [" ".join(each.split()) for each in words.strip().splitlines()]
    tidy = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if len(tidy) > BIO_LIMIT or not visible(tidy.replace("\n", " ")):
        raise KitValueUnclear(field, words)
    return tidy


def _line(field: str, words: str, _: date) -> str:
    tidy = " ".join(words.split())
    if len(tidy) > LINE_LIMIT or not visible(tidy):
        raise KitValueUnclear(field, words)
    return tidy


def _shows(field: str, words: str, today: date) -> list[str]:
    lines = [_line(field, each, today) for each in re.split(r"[;\n]", words) if each.strip()]
    if not 0 < len(lines) <= MOST_SHOWS or any(len(each) > SHOW_LIMIT for each in lines):
        raise KitValueUnclear(field, words)
    return list(dict.fromkeys(lines))


def _video(field: str, words: str, _: date) -> list[Any]:
    found = _playable(field, words, most=MOST_VIDEOS)
    if any(each.service is not PlayerService.YOUTUBE for each in found):
        raise KitValueUnclear(field, words)
    return [object_to_json(each) for each in found]


def _music(field: str, words: str, _: date) -> list[Any]:
    return [object_to_json(each) for each in _playable(field, words, most=MOST_MUSIC)]


def _playable(field: str, words: str, *, most: int) -> Sequence[Playable]:
    pieces = [match[0] for match in _ADDRESSES.finditer(words) if match[0].casefold() != "and"]
    try:
        found = list(dict.fromkeys(player_of(each) for each in pieces))
    except NoAddress as error:
        raise KitValueUnclear(field, words) from error
    if not 0 < len(found) <= most:
        raise KitValueUnclear(field, words)
    return found


def _followers(field: str, words: str, today: date) -> list[Any]:
    """Followers by service, such as "Instagram 2.4k, TikTok: 800", each of them with the date."""
    said = dict(_counts(field, words))
    if not said:
        raise KitValueUnclear(field, words)
    return [
        {"service": each, "count": said[each], "said_on": today.isoformat()}
        for each in SERVICES
        if each in said
    ]


def _counts(field: str, words: str) -> Iterator[tuple[str, int]]:
    for piece in re.split(r"[;\n]|,(?!\d{3}\b)|\band\b", words):
        name, _, number = piece.strip().partition(" ")
        if not name:
            continue
        service = name.strip(":= ").casefold()
        found = _COUNT.fullmatch(number.strip(":= ").casefold().removesuffix("followers").strip())
        count = _number(found) if found else 0
        if service not in SERVICES or not 0 < count <= _MOST_FOLLOWERS:
            raise KitValueUnclear(field, words)
        yield service, count


def _number(found: re.Match[str]) -> int:
    if found[1]:
        return int(re.sub(r"\D", "", found[1]))
    return round(float(found[2].replace(",", ".")) * _THOUSANDS[found[3].lower()])


_READERS: dict[str, Callable[[str, str, date], Any]] = {
    "bio": _bio,
    "video": _video,
    "music": _music,
    "draw": _line,
    "followers": _followers,
    "line_up": _line,
    "shows": _shows,
    "contact": _line,
}
