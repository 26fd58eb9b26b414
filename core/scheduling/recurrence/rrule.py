"""RFC 5545's RRULE as text, read, refused and written (section 3.3.10)."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from core.scheduling.recurrence.rules import Frequency, Repeat, WeekdayNumber

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""RFC 5545's names, in the order of `date.weekday`."""

_DIGITS = re.compile(r"[0-9]{1,99}")
_SIGNED = re.compile(r"[+-]?[0-9]{1,3}")
_BY_DAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z)?)?")


class RepeatError(ValueError):
    """A repetition that is not RFC 5545's, or uses more of it than Bandwidth knows."""

    def __init__(self, part: str, value: str) -> None:
        super().__init__(f"{part}={value}" if value else part)
        self.part = part
        """The name of the wrong part ("BYDAY"), as typed if it is unknown."""
        self.value = value
        """Its value, as typed; empty if the part is missing."""


@lru_cache(maxsize=4096)
def parse_repeat(text: str) -> Repeat:
    """Read the value of an RRULE ("FREQ=WEEKLY;BYDAY=MO,WE"), names and values in either case.

    Known are FREQ=DAILY, WEEKLY, MONTHLY, YEARLY; INTERVAL, COUNT, UNTIL, BYDAY (with ordinals for
    MONTHLY only), BYMONTHDAY, BYSETPOS, WKST. `RepeatError` names the part that is anything else, is
    there twice, or is forbidden beside the others: COUNT with UNTIL, BYMONTHDAY in a WEEKLY rule,
    BYSETPOS without another BY part. All three forms of UNTIL are read; the caller checks whether the
    form suits the rule's start.
    """
    return _repeat(_split(text, _FIELDS))


@lru_cache(maxsize=4096)
def kept_repeat(text: str) -> Repeat:
    """Read what `repeat_text` wrote for diaries and pending commands: as `parse_repeat`, and the seasons.

    Those are BYMONTH; BYWEEKNO in YEARLY rules, counted from the front in weeks that begin on Monday,
    with a BYDAY and without an interval; and BYDAY's ordinals in YEARLY rules with BYMONTH. An interval
    is one of years there. `RepeatError` as there.
    """
    parts = _split(text, _KEPT_FIELDS)
    repeat = _repeat(parts)
    weeks = repeat.by_week_number
    yearly = repeat.frequency is Frequency.YEARLY and repeat.interval == 1 and repeat.week_start == 0
    if weeks and not (yearly and repeat.by_day):
        raise RepeatError("BYWEEKNO", parts["BYWEEKNO"])
    if repeat.of_seasons and repeat.interval > 1 and repeat.frequency is not Frequency.YEARLY:
        raise RepeatError("INTERVAL", parts["INTERVAL"])
    if repeat.of_seasons and repeat.by_set_position:
        raise RepeatError("BYSETPOS", parts["BYSETPOS"])
    return repeat


def _repeat(parts: dict[str, str]) -> Repeat:
    if "FREQ" not in parts:
        raise RepeatError("FREQ", "")
    fields: dict[str, Any] = {_KEPT_FIELDS[name][0]: _read(name, value) for name, value in parts.items()}
    repeat = Repeat(**fields)
    for name, forbidden in _FORBIDDEN:
        if forbidden(repeat):
            raise RepeatError(name, parts[name])
    return repeat


def _ends_twice(repeat: Repeat) -> bool:
    """Whether there are a COUNT and an UNTIL, which must not be in the same rule."""
    return repeat.count is not None and repeat.until is not None


def _numbers_days_of_no_month(repeat: Repeat) -> bool:
    """Whether BYDAY has ordinals ("1MO") where they would not count within a month."""
    of_months = repeat.frequency is Frequency.YEARLY and repeat.by_month and not repeat.by_week_number
    if repeat.frequency is Frequency.MONTHLY or of_months:
        return False
    return any(day.nth for day in repeat.by_day)


def _has_month_days_by_week(repeat: Repeat) -> bool:
    """Whether there is a BYMONTHDAY, which a WEEKLY rule must not have."""
    return repeat.frequency is Frequency.WEEKLY and bool(repeat.by_month_day)


def _chooses_among_nothing(repeat: Repeat) -> bool:
    """Whether a BYSETPOS stands without another BY part, with which it must be used."""
    return bool(repeat.by_set_position) and not (repeat.by_day or repeat.by_month_day)


_FORBIDDEN: tuple[tuple[str, Callable[[Repeat], bool]], ...] = (
    ("UNTIL", _ends_twice),
    ("BYDAY", _numbers_days_of_no_month),
    ("BYMONTHDAY", _has_month_days_by_week),
    ("BYSETPOS", _chooses_among_nothing),
)
"""Combinations forbidden by RFC 5545 (section 3.3.10), with the part that is named as wrong."""


def repeat_text(repeat: Repeat) -> str:
    """The equivalent value of an RRULE; `kept_repeat` reads it back as an equal `Repeat`."""
    parts = [f"FREQ={repeat.frequency.value}"]
    if repeat.interval != 1:
        parts.append(f"INTERVAL={repeat.interval}")
    if repeat.count is not None:
        parts.append(f"COUNT={repeat.count}")
    if repeat.until is not None:
        parts.append(f"UNTIL={_until_text(repeat.until)}")
    if repeat.by_month:
        parts.append(f"BYMONTH={_joined(repeat.by_month)}")
    if repeat.by_week_number:
        parts.append(f"BYWEEKNO={_joined(repeat.by_week_number)}")
    if repeat.by_month_day:
        parts.append(f"BYMONTHDAY={_joined(repeat.by_month_day)}")
    if repeat.by_day:
        days = (f"{day.nth or ''}{WEEKDAYS[day.weekday]}" for day in repeat.by_day)
        parts.append(f"BYDAY={','.join(days)}")
    if repeat.by_set_position:
        parts.append(f"BYSETPOS={_joined(repeat.by_set_position)}")
    if repeat.week_start != 0:
        parts.append(f"WKST={WEEKDAYS[repeat.week_start]}")
    return ";".join(parts)


def _split(text: str, fields: Mapping[str, object]) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in text.split(";"):
        name, equals, value = part.partition("=")
        known = name.upper() if name.isascii() else name
        if not equals or not value or known not in fields or known in parts:
            raise RepeatError(name, value)
        parts[known] = value
    return parts


def _read(name: str, value: str) -> object:
    try:
        if value.isascii():
            return _KEPT_FIELDS[name][1](value.upper())
    except ValueError as problem:
        raise RepeatError(name, value) from problem
    raise RepeatError(name, value)


def _positive(value: str) -> int:
    if not _DIGITS.fullmatch(value) or int(value) < 1:
        raise ValueError(value)
    return int(value)


def _signed(value: str, most: int) -> int:
    if not _SIGNED.fullmatch(value) or not 1 <= abs(int(value)) <= most:
        raise ValueError(value)
    return int(value)


def _month_days(value: str) -> tuple[int, ...]:
    return tuple(_signed(each, 31) for each in value.split(","))


def _months(value: str) -> tuple[int, ...]:
    if "-" in value:
        raise ValueError(value)
    return tuple(_signed(each, 12) for each in value.split(","))


def _weeks(value: str) -> tuple[int, ...]:
    if "-" in value:
        raise ValueError(value)
    return tuple(_signed(each, 53) for each in value.split(","))


def _positions(value: str) -> tuple[int, ...]:
    return tuple(_signed(each, 366) for each in value.split(","))


def _days(value: str) -> tuple[WeekdayNumber, ...]:
    days: list[WeekdayNumber] = []
    for each in value.split(","):
        found = _BY_DAY.fullmatch(each)
        if found is None:
            raise ValueError(each)
        nth, weekday = found.groups()
        days.append(WeekdayNumber(WEEKDAYS.index(weekday), 0 if nth is None else _signed(nth, 53)))
    return tuple(days)


def _until(value: str) -> date | datetime:
    found = _UNTIL.fullmatch(value)
    if found is None:
        raise ValueError(value)
    year, month, day, hour, minute, second, zulu = found.groups()
    if hour is None:
        return date(int(year), int(month), int(day))
    moment = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second))
    return moment.replace(tzinfo=UTC) if zulu else moment


def _until_text(until: date | datetime) -> str:
    day = f"{until.year:04d}{until.month:02d}{until.day:02d}"
    if not isinstance(until, datetime):
        return day
    if until.tzinfo is None:
        return f"{day}T{until:%H%M%S}"
    until = until.astimezone(UTC)
    return f"{until.year:04d}{until.month:02d}{until.day:02d}T{until:%H%M%S}Z"


def _joined(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


_FIELDS: dict[str, tuple[str, Callable[[str], object]]] = {
    "FREQ": ("frequency", Frequency),
    "INTERVAL": ("interval", _positive),
    "COUNT": ("count", _positive),
    "UNTIL": ("until", _until),
    "BYDAY": ("by_day", _days),
    "BYMONTHDAY": ("by_month_day", _month_days),
    "BYSETPOS": ("by_set_position", _positions),
    "WKST": ("week_start", WEEKDAYS.index),
}
_KEPT_FIELDS: dict[str, tuple[str, Callable[[str], object]]] = {
    **_FIELDS,
    "BYMONTH": ("by_month", _months),
    "BYWEEKNO": ("by_week_number", _weeks),
}
