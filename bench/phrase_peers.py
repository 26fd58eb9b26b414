"""Four parsers behind one interface: from a sentence and its moment to rules like those of `bandwidth parse`.

The three libraries are credited with everything they find. A day, a week or a month means all of it; a time
is a start without an end; "to" or a dash between two finds makes a range.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import parsedatetime
import recurrent
from dateparser.date import DateDataParser
from dateparser.search import search_dates
from dateutil.rrule import rrulestr

from bandwidth.parse import answer

Rules = list[dict[str, Any]]
Parser = Callable[[dict[str, Any]], dict[str, Any]]
"""From a case (id, text, now, tz, locale) to its answer (id, ok, rules, error)."""

DAY = timedelta(days=1)
HORIZON = timedelta(days=400)
_TIME, _DAY, _WEEK, _MONTH = "time", "day", "week", "month"
_BETWEEN = re.compile(r"\s*(?:-|–|to|till?|until|thr(?:ough|u))\s*(?:the)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PeerReading:
    """A date or time that a library found, and its position in the text."""

    at: datetime
    grain: str
    begin: int
    end: int


def bandwidth(case: dict[str, Any]) -> dict[str, Any]:
    """Our own: core.scheduling.phrases.understand, with its answers as JSON."""
    return answer(json.dumps(case).encode())


def plain_dateparser(case: dict[str, Any]) -> dict[str, Any]:
    """dateparser: the whole sentence as a date, or else the dates in it."""
    return _answered(case, _dateparser)


def plain_parsedatetime(case: dict[str, Any]) -> dict[str, Any]:
    """parsedatetime: a range, or the dates in the sentence."""
    return _answered(case, _parsedatetime)


def plain_recurrent(case: dict[str, Any]) -> dict[str, Any]:
    """recurrent: a repeating rule, or one date (found by parsedatetime)."""
    return _answered(case, _recurrent)


PARSERS: dict[str, Parser] = {
    "bandwidth": bandwidth,
    "dateparser": plain_dateparser,
    "parsedatetime": plain_parsedatetime,
    "recurrent": plain_recurrent,
}


def _answered(case: dict[str, Any], read: Callable[[str, datetime, str], Rules]) -> dict[str, Any]:
    try:
        rules = read(case["text"], datetime.fromisoformat(case["now"]), case["locale"])
    except Exception:  # noqa: BLE001 - the libraries raise what they like, which counts as not understood
        rules = []
    return {"id": case["id"], "ok": bool(rules), "rules": rules, "error": None if rules else "not_understood"}


def _dateparser(text: str, now: datetime, locale: str) -> Rules:
    settings = {
        "RELATIVE_BASE": now,
        "PREFER_DATES_FROM": "future",
        "RETURN_TIME_AS_PERIOD": True,
        "DATE_ORDER": "MDY" if locale == "en-US" else "DMY",
    }
    parser = DateDataParser(languages=["en"], settings=settings)
    whole = parser.get_date_data(text)
    if whole.date_obj:
        return [_rule(PeerReading(whole.date_obj, _grain(whole.period), 0, len(text)))]
    found, position = [], 0
    for words, at in search_dates(text, languages=["en"], settings=settings) or []:
        begin = max(text.find(words, position), position)
        position = begin + len(words)
        found.append(PeerReading(at, _grain(parser.get_date_data(words).period), begin, position))
    return _rules(found, text)


def _grain(period: str | None) -> str:
    if period in (_WEEK, _MONTH):
        return period
    return _TIME if period in ("time", "part_of_day") else _DAY


def _parsedatetime(text: str, now: datetime, locale: str) -> Rules:
    calendar = _calendar(_constants(locale))
    first, last, kind = calendar.evalRanges(text, now.timetuple())
    if kind:
        begin, end = datetime(*first[:6]), datetime(*last[:6])
        if kind == 1:
            return [_days(begin, end + DAY)]
        return [_moment(begin, end if end > begin else end + DAY)]
    found = [
        PeerReading(at, _accuracy(context), begin, end)
        for at, context, begin, end, _ in calendar.nlp(text, now) or ()
    ]
    if len(found) == 2 and _TIME in {each.grain for each in found} != {_TIME}:
        at, context = calendar.parseDT(text, now)  # a day and an hour in different places
        return [_rule(PeerReading(at, _accuracy(context), 0, len(text)))]
    return _rules(found, text)


def _accuracy(context: Any) -> str:
    if context.hasTime:
        return _TIME
    if context.accuracy & context.ACU_DAY:
        return _DAY
    if context.accuracy & context.ACU_WEEK:
        return _WEEK
    return _MONTH if context.accuracy & context.ACU_MONTH else _DAY


@cache
def _constants(locale: str, start_hour: int = 9) -> parsedatetime.Constants:
    """The constants for a locale; en_AU is parsedatetime's only English with the day first."""
    found = parsedatetime.Constants("en_US" if locale == "en-US" else "en_AU", usePyICU=False)
    found.StartHour = start_hour
    found.use24 = False  # recurrent reads it
    return found


@cache
def _calendar(constants: parsedatetime.Constants) -> parsedatetime.Calendar:
    return parsedatetime.Calendar(constants, version=parsedatetime.VERSION_CONTEXT_STYLE)


def _recurrent(text: str, now: datetime, locale: str) -> Rules:
    # recurrent fills a missing time from `now`: with midnight there, midnight in a result means a whole day.
    today = now.replace(hour=0, minute=0)
    found = recurrent.RecurringEvent(now_date=today, parse_constants=_constants(locale, 0)).parse(text)
    if isinstance(found, datetime):
        return [_rule(PeerReading(found, _DAY if found.time() == today.time() else _TIME, 0, len(text)))]
    if not found:
        return []
    lines = dict(line.split(":", 1) for line in found.splitlines())
    start = datetime.strptime(lines["DTSTART"], "%Y%m%d") if "DTSTART" in lines else today
    repeat, timed = lines["RRULE"], "BYHOUR" in lines["RRULE"]
    left_out = [datetime.fromisoformat(day) for day in lines.get("EXDATE", "").split(",") if day]
    if "EXRULE" in lines:
        left_out += rrulestr(lines["EXRULE"], dtstart=start).between(start, start + HORIZON, inc=True)
    if not timed:
        return [_days(start, start + DAY) | {"rrule": repeat, "exdates": [_date(day) for day in left_out]}]
    return [_moment(start, None) | {"rrule": repeat, "exdates": [_date(day) for day in left_out]}]


def _rules(found: list[PeerReading], text: str) -> Rules:
    if len(found) == 2:
        first, last = found
        joint = _BETWEEN.fullmatch(text[first.end : last.begin])
        if joint and last.at > first.at and (first.grain == _TIME) == (last.grain == _TIME):
            if first.grain == _TIME:
                return [_moment(first.at, last.at)]
            return [_days(_stretch(first)[0], _stretch(last)[1])]
    return [_rule(each) for each in found]


def _rule(found: PeerReading) -> dict[str, Any]:
    return _moment(found.at, None) if found.grain == _TIME else _days(*_stretch(found))


def _stretch(found: PeerReading) -> tuple[datetime, datetime]:
    day = found.at.replace(hour=0, minute=0, second=0, microsecond=0)
    if found.grain == _WEEK:
        day -= DAY * day.weekday()
        return day, day + 7 * DAY
    if found.grain == _MONTH:
        day = day.replace(day=1)
        return day, (day + 31 * DAY).replace(day=1)
    return day, day + DAY


def _days(begin: datetime, end: datetime) -> dict[str, Any]:
    return {"start": _date(begin), "end": _date(end), "all_day": True, "rrule": None, "exdates": []}


def _moment(begin: datetime, end: datetime | None) -> dict[str, Any]:
    until = end and end.isoformat(timespec="minutes")
    start = begin.isoformat(timespec="minutes")
    return {"start": start, "end": until, "all_day": False, "rrule": None, "exdates": []}


def _date(moment: datetime) -> str:
    return moment.date().isoformat()
