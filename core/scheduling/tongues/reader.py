"""Words in a language that the grammar does not read: one checked date, or the reason for none."""

from datetime import date, timedelta
from threading import Lock

from core.scheduling.phrases.understanding import Context, Problem, Trouble
from core.scheduling.tongues.date_words import DateFound, taken
from core.scheduling.tongues.found import Found, MoreThanADate, SingleDate, WrongDate
from core.scheduling.tongues.hints import more_than_a_date
from core.scheduling.tongues.known import TONGUES, language_of

AHEAD = timedelta(days=731)
"""The furthest date taken: two years ahead."""
LONGEST = 200
"""Characters; longer texts are left alone."""


def read(words: str, context: Context) -> Found | None:
    """The meaning of the words in a language of `TONGUES`; None if they have none.

    Slow the first time. Any thread may call it; they take turns, as dateparser's caches are shared.
    """
    words = words.strip()
    if not words or len(words) > LONGEST:
        return None
    with _ALONE:
        return _read(words, context)


_ALONE = Lock()


def _read(words: str, context: Context) -> Found | None:
    today = context.now.date()
    own = language_of(context.locale)
    found = {each: said for each in TONGUES if (said := taken(words, each, today=today))}
    if own in found:
        return _judged(words, found[own], (own,), today)
    if len({each.day for each in found.values()}) == 1:
        return _judged(words, next(iter(found.values())), tuple(found), today)
    return more_than_a_date(words, own)


def _judged(words: str, said: DateFound, languages: tuple[str, ...], today: date) -> Found:
    day = said.day
    if day < today:
        return WrongDate(Problem(Trouble.PAST, words, day))
    if day > today + AHEAD:
        return MoreThanADate(languages, mostly_days=True)
    if said.weekday is not None and said.weekday != day.weekday():
        return WrongDate(Problem(Trouble.WEEKDAY_MISMATCH, words, day))
    return SingleDate(day, languages)
