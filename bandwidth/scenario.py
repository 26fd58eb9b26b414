"""A scenario in the form greenzone/1: checked field by field, and converted into members and hours."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NoReturn

from core.habits import Habits, PlayableHours
from core.moments import DAY, UnknownZone, exact_seconds, zone
from core.scheduling.availability.diary import Layer
from core.scheduling.green.manager import Player
from core.scheduling.kinds import Kind
from core.scheduling.recurrence.rrule import WEEKDAYS, RepeatError, parse_repeat
from core.scheduling.recurrence.rules import Repeat, Rule
from core.scheduling.recurrence.spans import Span

SCHEMA = "greenzone/1"

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DATE_TIME = re.compile(_DATE.pattern + r"T([0-9]{2}):([0-9]{2}):([0-9]{2})")
_INSTANT = re.compile(_DATE_TIME.pattern + "Z")
_CLOCK = re.compile(r"([0-9]{2}):([0-9]{2})")
_DURATION = re.compile(
    r"P(?=[0-9T])(?:([0-9]{1,99})W|(?:([0-9]{1,99})D)?"
    r"(?:T(?=[0-9])(?:([0-9]{1,99})H)?(?:([0-9]{1,99})M)?(?:([0-9]{1,99})S)?)?)"
)
_LONGEST = 4_000_000 * DAY
"""Seconds: more than all the years of a date, so that longer durations mean the same."""
_SHOWN = 60


class ScenarioError(ValueError):
    """A scenario that is not valid; the message is one line that says what is wrong, and where."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """The parts of a scenario that the computation needs."""

    window: Span
    zone: str
    habits: Habits
    members: tuple[Player, ...]
    """The required members: the others are only checked."""


def read_scenario(text: bytes) -> Scenario:
    """Read one scenario. Raises ScenarioError, which names the member, the rule and the field."""
    scenario = _Field("scenario", _decoded(text), None)
    schema = scenario.get("schema")
    if schema.text() != SCHEMA:
        schema.wrong(f"must be {SCHEMA}, not {_shown(schema.value)}")
    scenario.get("id", "").text()
    horizon = scenario.get("horizon")
    start, end = _instant(horizon.get("start")), _instant(horizon.get("end"))
    if end < start:
        horizon.get("end").wrong("lies before start")
    band = scenario.get("band")
    habits = Habits(
        playable=tuple(_playable(each) for each in band.get("playable").items("entry")),
        min_minutes=_minutes(band.get("min_minutes")),
    )
    members: dict[str, Player] = {}
    for each in scenario.get("members").items("member"):
        name = each.get("id").text()
        if name in members:
            each.get("id").wrong("is there twice")
        members[name] = _member(name, each)
    return Scenario(
        window=(start, end),
        zone=_zone(band.get("tz")),
        habits=habits,
        members=tuple(member for member in members.values() if member.required),
    )


class _Field:
    """A value of the scenario with its position, for complaints."""

    __slots__ = ("name", "parent", "value")

    def __init__(self, name: str, value: Any, parent: "_Field | None") -> None:
        self.name = name
        self.value = value
        self.parent = parent

    def get(self, name: str, default: Any = None) -> "_Field":
        """A field of an object, which must exist unless there is a default."""
        if not isinstance(self.value, dict):
            self.wrong(f"must be an object, not {_shown(self.value)}")
        if name in self.value:
            return _Field(name, self.value[name], self)
        field = _Field(name, default, self)
        if default is None:
            field.wrong("is missing")
        return field

    def items(self, name: str) -> "list[_Field]":
        """The items of a list."""
        if not isinstance(self.value, list):
            self.wrong(f"must be a list, not {_shown(self.value)}")
        return [_Field(f"{name} {at}", value, self) for at, value in enumerate(self.value, 1)]

    def text(self) -> str:
        """The value, which must be a text."""
        if not isinstance(self.value, str):
            self.wrong(f"must be a text, not {_shown(self.value)}")
        return self.value

    def matched(self, pattern: re.Pattern[str], form: str) -> re.Match[str]:
        """The value, which must be a text of that form."""
        found = pattern.fullmatch(self.text())
        if found is None:
            self.wrong(f"must be {form}, not {_shown(self.value)}")
        return found

    def wrong(self, problem: str) -> NoReturn:
        """Complain about this value."""
        path: list[str] = []
        field: _Field | None = self
        while field is not None and (field.parent is not None or not path):
            path.append(field.label())
            field = field.parent
        raise ScenarioError(f"{', '.join(filter(None, reversed(path)))}: {problem}")

    def label(self) -> str:
        """The name of this value in a complaint: the id of members and rules, if they have one."""
        if self.name in ("members", "rules") and isinstance(self.value, list):
            return ""
        called = self.value.get("id") if isinstance(self.value, dict) else None
        if isinstance(called, str) and self.name.startswith(("member ", "rule ")):
            return f"{self.name.split()[0]} {_shown(called)}"
        return self.name


def _member(name: str, field: _Field) -> Player:
    zone_name = _zone(field.get("tz"))
    required = field.get("required", default=True)
    if not isinstance(required.value, bool):
        required.wrong(f"must be true or false, not {_shown(required.value)}")
    rules: dict[Kind, list[Rule]] = {Kind.FREE: [], Kind.BUSY: []}
    for each in field.get("rules").items("rule"):
        each.get("id", "").text()
        kind = each.get("kind", "busy")
        if kind.text() not in ("busy", "free"):
            kind.wrong(f"must be busy or free, not {_shown(kind.value)}")
        rules[Kind(kind.value)].append(_rule(each, zone_name))
    return Player(
        id=name,
        layers=tuple(Layer(kind, tuple(of_kind)) for kind, of_kind in rules.items()),
        required=required.value,
        base=Kind.BUSY if rules[Kind.FREE] else Kind.FREE,
    )


def _rule(field: _Field, zone_name: str) -> Rule:
    begin = field.get("dtstart")
    all_day = "T" not in begin.text()
    start = _wall(begin, all_day=all_day)
    nominal, elapsed = _duration(field.get("duration"))
    exceptions = [_wall(each, all_day=all_day) for each in field.get("exdates", []).items("entry")]
    return Rule(
        start=start,
        zone=zone_name,
        nominal=nominal,
        elapsed=elapsed,
        all_day=all_day,
        repeat=_repeat(field.get("rrule"), all_day=all_day) if "rrule" in field.value else None,
        exceptions=tuple(sorted(exceptions)),
    )


def _repeat(field: _Field, *, all_day: bool) -> Repeat:
    try:
        repeat = parse_repeat(field.text())
    except RepeatError as problem:
        field.wrong(
            f"{_shown(str(problem))} is wrong or not supported"
            if problem.value
            else f"{_shown(problem.part)} is missing"
        )
    if isinstance(repeat.until, datetime):
        if repeat.until.tzinfo is None:
            field.wrong("UNTIL must be an instant (...Z) or, for whole days, a date")
    elif repeat.until is not None and not all_day:
        field.wrong("UNTIL can be a date only when dtstart is one")
    return repeat


def _duration(field: _Field) -> tuple[timedelta, timedelta]:
    """The nominal part, added on the wall clock, and the exact part."""
    found = field.matched(_DURATION, "a duration such as PT2H, PT1H30M, P1D or P2W")
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups())
    nominal = (weeks * 7 + days) * DAY
    elapsed = hours * 3600 + minutes * 60 + seconds
    return timedelta(seconds=min(nominal, _LONGEST)), timedelta(seconds=min(elapsed, _LONGEST))


def _playable(field: _Field) -> PlayableHours:
    days = set()
    for each in field.get("days").items("entry"):
        if each.text() not in WEEKDAYS:
            each.wrong(f"must be one of {', '.join(WEEKDAYS)}, not {_shown(each.value)}")
        days.add(WEEKDAYS.index(each.value))
    end = field.get("end")
    return PlayableHours(
        weekdays=frozenset(days),
        start=_clock(field.get("start")),
        end=time(0) if end.text() == "24:00" else _clock(end),
    )


def _clock(field: _Field) -> time:
    hour, minute = map(int, field.matched(_CLOCK, "a time of day such as 18:30").groups())
    if hour > 23 or minute > 59:
        field.wrong(f"is no time of day: {_shown(field.value)}")
    return time(hour, minute)


def _minutes(field: _Field) -> int:
    if not isinstance(field.value, int) or isinstance(field.value, bool) or field.value < 0:
        field.wrong(f"must be a whole number of minutes, not {_shown(field.value)}")
    return field.value


def _zone(field: _Field) -> str:
    try:
        return zone(field.text()).name
    except UnknownZone:
        field.wrong(f"is no IANA zone: {_shown(field.value)}")


def _instant(field: _Field) -> int:
    numbers = field.matched(_INSTANT, "a UTC instant such as 2026-06-01T00:00:00Z").groups()
    return exact_seconds(_datetime(field, numbers).replace(tzinfo=UTC))


def _wall(field: _Field, *, all_day: bool) -> datetime:
    if all_day:
        return _datetime(field, field.matched(_DATE, "a date such as 2026-06-01").groups())
    return _datetime(field, field.matched(_DATE_TIME, "a local time such as 2026-06-01T19:00:00").groups())


def _datetime(field: _Field, numbers: tuple[str, ...]) -> datetime:
    year, month, day, hour, minute, second = map(int, (*numbers, "0", "0", "0")[:6])
    try:
        return datetime.combine(date(year, month, day), time(hour, minute, second))
    except ValueError:
        field.wrong(f"is no date or time that exists: {_shown(field.value)}")


def _decoded(text: bytes) -> Any:
    if not text.strip():
        raise ScenarioError("scenario: is empty")
    try:
        return json.loads(text.decode("utf-8-sig"), parse_constant=_refused)
    except ScenarioError:
        raise
    except UnicodeDecodeError as problem:
        raise ScenarioError(f"scenario: is not UTF-8 at byte {problem.start}") from problem
    except json.JSONDecodeError as problem:
        raise ScenarioError(
            f"scenario: is not JSON at line {problem.lineno}, column {problem.colno}: {problem.msg}"
        ) from problem
    except ValueError as problem:
        raise ScenarioError("scenario: holds a number with too many digits") from problem
    except RecursionError as problem:
        raise ScenarioError("scenario: is nested too deeply") from problem


def _refused(constant: str) -> NoReturn:
    raise ScenarioError(f"scenario: {constant} is not JSON")


def _shown(value: Any) -> str:
    """A value in a form that fits a message of one line."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = json.dumps(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
