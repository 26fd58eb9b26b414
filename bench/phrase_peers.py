"""Four parsers with one face: a sentence and its moment in, rules as `bandwidth parse` gives them out.

The three libraries are credited with all that they find. A day is that whole day, a week or a month the
whole of it; a time is a moment whose end was not said; "to" or a dash between two finds makes a range.
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
"""A case (id, text, now, tz, locale) to its answer (id, ok, rules, error)."""

DAY = timedelta(days=1)
HORIZON = timedelta(days=400)
_TIME, _DAY, _WEEK, _MONTH = "time", "day", "week", "month"
_BETWEEN = re.compile(r"\s*(?:-|–|to|till?|until|thr(?:ough|u))\s*(?:the)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PeerReading:
    """A date or time that a library found, and where it stands in the text."""

    at: datetime
    grain: str
    begin: int
    end: int


def bandwidth(case: dict[str, Any]) -> dict[str, Any]:
    """Ours: core.scheduling.phrases.understand, with its answers as JSON."""
    return answer(json.dumps(case).encode())


def plain_dateparser(case: dict[str, Any]) -> dict[str, Any]:
    """dateparser: the whole sentence, and when that is no date, the dates in it."""
    return _answered(case, _dateparser)


def plain_parsedatetime(case: dict[str, Any]) -> dict[str, Any]:
    """parsedatetime: a range, or the dates in the sentence."""
    return _answered(case, _parsedatetime)


def plain_recurrent(case: dict[str, Any]) -> dict[str, Any]:
    """recurrent: a rule that repeats, or one date (found by parsedatetime)."""
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
    except Exception:  # noqa: BLE001 - the libraries raise what they like: it is not understood
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
    found, place = [], 0
    for words, at in search_dates(text, languages=["en"], settings=settings) or []:
        begin = max(text.find(words, place), place)
        place = begin + len(words)
        found.append(PeerReading(at, _grain(parser.get_date_data(words).period), begin, place))
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
        at, context = calendar.parseDT(text, now)  # a day and an hour apart from each other
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
    """en_AU is the only English of parsedatetime that has the day first."""
    found = parsedatetime.Constants("en_US" if locale == "en-US" else "en_AU", usePyICU=False)
    found.StartHour = start_hour
    found.use24 = False  # recurrent asks for it
    return found


@cache
def _calendar(constants: parsedatetime.Constants) -> parsedatetime.Calendar:
    return parsedatetime.Calendar(constants, version=parsedatetime.VERSION_CONTEXT_STYLE)


def _recurrent(text: str, now: datetime, locale: str) -> Rules:
    # It gives the time of `now` where no time was said: from midnight, midnight tells a whole day.
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
