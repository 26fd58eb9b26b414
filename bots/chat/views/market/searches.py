"""A search for open dates, packed into the ids of a button that asks it again: further on, or as a picture.

The days stand as in `views.pages`. The other id holds how much was shown, whether amber dates are shown,
around which city, and which music; it has 63 bits.
"""

import zlib
from datetime import datetime, time, timedelta
from functools import cache

from bots.chat.views.pages import packed, unpacked
from core.marketplace.matching.search import DatesWanted
from core.marketplace.posts.vocabularies import all_vocabularies, spelt
from core.scheduling import cities
from core.scheduling.green.zones import ZonesAsked
from core.scheduling.phrases.day_ranges import DayRange, days_between

_SKIPS = 1 << 12
_NEAR = 1 << 32
_GENRES = 1 << 18


def packed_search(wanted: DatesWanted, skip: int) -> tuple[int, int] | None:
    """The ids of a search; None: they do not hold it (then there is no button)."""
    days = packed(ZonesAsked(_whole(wanted.days)))
    near = 0 if wanted.near is None else cities.number_of(wanted.near)
    genre = 0 if wanted.genre is None else _number(wanted.genre)
    if days is None or near is None or genre is None or skip >= _SKIPS:
        return None
    # A city is never numbered 0, because the check sum of the first row is not 0.
    return days, skip + _SKIPS * (wanted.amber + 2 * (near + _NEAR * genre))


def unpacked_search(days: int, rest: int) -> tuple[DatesWanted, int] | None:
    """The search, and how much of the answer has been shown; None: its city or music is unknown by now."""
    asked, _ = unpacked(days, 0)
    rest, skip = divmod(rest, _SKIPS)
    rest, amber = divmod(rest, 2)
    genre_number, near_number = divmod(rest, _NEAR)
    near = cities.numbered(near_number) if near_number else None
    genre = _genres().get(genre_number) if genre_number else None
    if (near_number and near is None) or (genre_number and genre is None):
        return None
    return DatesWanted(asked.days, bool(amber), genre, near), skip


def _whole(days: DayRange) -> DayRange:
    """All of each day on which the range has hours: a night counts by its day."""
    if days.whole_days:
        return days
    starts = sorted({start.date() for start, _ in days.windows})
    between = days_between(starts[0], starts[-1])
    if len(starts) == (starts[-1] - starts[0]).days + 1:
        return between
    day = timedelta(days=1)
    windows: list[tuple[datetime, datetime]] = []
    for each in starts:
        midnight = datetime.combine(each, time())
        if windows and windows[-1][1] == midnight:
            windows[-1] = (windows[-1][0], midnight + day)
        else:
            windows.append((midnight, midnight + day))
    return DayRange(tuple(windows), starts[0], starts[-1])


def _number(genre: str) -> int | None:
    number = _hash(genre.casefold().strip())
    return number if _genres().get(number) == genre.casefold().strip() else None


@cache
def _genres() -> dict[int, str]:
    """The genres that posts are known to name, by number; of two with one number, the first."""
    found: dict[int, str] = {}
    for each in sorted(spelt(all_vocabularies().genres)):
        found.setdefault(_hash(each), each)
    return found


def _hash(genre: str) -> int:
    return zlib.crc32(genre.encode()) % (_GENRES - 1) + 1
