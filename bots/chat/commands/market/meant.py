"""Which open dates somebody means by "Fri 11 Dec", "the Heron" or "11 Dec at the Heron"."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from core.marketplace.events.store import OpenDate
from core.scheduling.phrases.day_ranges import DayRange, days_of
from core.scheduling.phrases.understanding import Context

_SMALL = re.compile(r"\b(?:at|the|in|for|im|in der|au|à|en|no|na)\b|[,;]", re.IGNORECASE)


def dates_meant(words: str, dates: Sequence[OpenDate], context: Context) -> list[OpenDate]:
    """Those of the dates that the words name, by venue, by day, or by both; none where they name neither."""
    rest, meant = words, list(dates)
    named = [each for each in dates if _named(each[1].name, words)]
    if named:
        longest = max((each[1].name for each in named), key=len)
        meant = [each for each in named if each[1].name == longest]
        rest = re.sub(re.escape(_bare(longest)), " ", words, flags=re.IGNORECASE)
    rest = _SMALL.sub(" ", rest).strip()
    if not rest:
        return meant if named else []
    days = days_of(rest, context)
    if not isinstance(days, DayRange):
        return []
    return [each for each in meant if _in(days, each)]


def _named(venue: str, words: str) -> bool:
    return _bare(venue).casefold() in words.casefold()


def _bare(venue: str) -> str:
    """A venue's name without its article: people type "Heron" for The Heron."""
    return re.sub(r"^(?:the|der|die|das|le|la|les|el|los|las|o|a)\s+", "", venue, flags=re.IGNORECASE)


def _in(days: DayRange, date: OpenDate) -> bool:
    midnight = datetime.combine(date[0].day, datetime.min.time())
    return any(low < midnight + timedelta(days=1) and midnight < high for low, high in days.windows)
