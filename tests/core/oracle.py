"""A second, slow answer to what a rule means and when a band can play: dateutil, zoneinfo, no cleverness.

It shares nothing with the product's code and takes the scenario as JSON data. dateutil is used only
for what it does as RFC 5545 says: it is given whole weeks, months and years (its first, partial
period would count BYSETPOS wrongly), ordinals and plain weekdays apart (it would ask for both at
once), and neither COUNT nor UNTIL.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import groupby, pairwise
from zoneinfo import ZoneInfo

from dateutil import rrule as dateutil_rrule

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKDAYS = [getattr(dateutil_rrule, code) for code in CODES]
SECOND = timedelta(seconds=1)


def walls(rule: dict, *, through: datetime) -> list[datetime]:
    """The instances' local times, up to a little after `through`; EXDATE and UNTIL's instant not yet applied."""
    start = local(rule["dtstart"])
    if "rrule" not in rule:
        return [start]
    parts = dict(part.split("=") for part in rule["rrule"].split(";"))
    freq = parts["FREQ"]
    first_day = CODES.index(parts.get("WKST", "MO"))
    days = [(code[-2:], int(code[:-2] or 0)) for code in parts.get("BYDAY", "").split(",") if code]
    month_days = [int(day) for day in parts.get("BYMONTHDAY", "").split(",") if day]
    options = {"interval": int(parts.get("INTERVAL", 1)), "wkst": WEEKDAYS[first_day]}
    anchor = start
    if freq == "WEEKLY":
        anchor -= timedelta(days=(start.weekday() - first_day) % 7)
        days = days or [(CODES[start.weekday()], 0)]
    elif freq != "DAILY":
        anchor = start.replace(day=1, month=start.month if freq == "MONTHLY" else 1)
        if not days and not month_days:
            month_days = [start.day]
            if freq == "YEARLY":
                options["bymonth"] = start.month
    plain = [WEEKDAYS[CODES.index(code)] for code, nth in days if not nth]
    ordinal = [WEEKDAYS[CODES.index(code)](nth) for code, nth in days if nth]
    found: set[datetime] = set()
    for by_day in [each for each in (plain, ordinal) if each] or [None]:
        found |= set(
            dateutil_rrule.rrule(
                getattr(dateutil_rrule, freq),
                dtstart=anchor,
                until=through + timedelta(days=370),
                byweekday=by_day,
                bymonthday=month_days or None,
                **options,
            )
        )
    chosen = sorted(found)
    if positions := [int(at) for at in parts.get("BYSETPOS", "").split(",") if at]:
        chosen = _positioned(chosen, positions, freq, anchor)
    chosen = [start] + [wall for wall in chosen if wall > start]
    if "COUNT" in parts:
        chosen = chosen[: int(parts["COUNT"])]
    return chosen


def _positioned(chosen: list[datetime], positions: list[int], freq: str, anchor: datetime) -> list[datetime]:
    def period(wall: datetime) -> object:
        if freq == "WEEKLY":
            return (wall - anchor).days // 7
        return {"DAILY": wall, "MONTHLY": (wall.year, wall.month), "YEARLY": wall.year}[freq]

    kept: list[datetime] = []
    for _, group in groupby(chosen, period):
        members = list(group)
        kept += {members[at - 1 if at > 0 else at] for at in positions if abs(at) <= len(members)}
    return sorted(kept)


def instances(rule: dict, tz: str, *, through: datetime) -> list[tuple[int, int]]:
    """The instances as POSIX seconds; those that would end before they start have no length."""
    zone = ZoneInfo(tz)
    nominal, elapsed = lengths(rule["duration"])
    gone = {local(each) for each in rule.get("exdates", [])}
    until = ""
    if "UNTIL=" in rule.get("rrule", ""):
        until = rule["rrule"].split("UNTIL=")[1].split(";")[0]
    found = []
    for wall in walls(rule, through=through):
        start = exact(wall, zone)
        if len(until) == 8 and wall.date() > datetime.strptime(until, "%Y%m%d").date():
            continue
        if len(until) > 8 and start > exact(datetime.strptime(until, "%Y%m%dT%H%M%SZ"), UTC):
            continue
        if wall not in gone:
            found.append((start, exact(wall + nominal, zone) + elapsed))
    return found


def lengths(text: str) -> tuple[timedelta, int]:
    """What is added on the wall, and the seconds added after that."""
    days, _, clock = text[1:].partition("T")
    nominal = timedelta(days=int(days[:-1]) * (7 if days[-1] == "W" else 1)) if days else timedelta(0)
    elapsed, number = 0, ""
    for sign in clock:
        if sign.isdigit():
            number += sign
        else:
            elapsed += int(number) * {"H": 3600, "M": 60, "S": 1}[sign]
            number = ""
    return nominal, elapsed


def local(text: str) -> datetime:
    return datetime.fromisoformat(text)


def exact(wall: datetime, zone) -> int:
    return int((wall.replace(tzinfo=zone) - datetime(1970, 1, 1, tzinfo=UTC)) / SECOND)


def text_of(seconds: int) -> str:
    return f"{datetime(1970, 1, 1) + timedelta(seconds=seconds):%Y-%m-%dT%H:%M:%SZ}"


def answer(scenario: dict) -> dict:
    """The result of a valid scenario: every piece of time between two changes is looked at by itself."""
    low, high = (
        exact(datetime.fromisoformat(scenario["horizon"][end][:-1]), UTC) for end in ("start", "end")
    )
    through = datetime(1970, 1, 1) + timedelta(seconds=high)
    playable = _hours(scenario["band"], low, high)
    members = [member for member in scenario["members"] if member.get("required", True)]
    stated = []
    for member in members:
        by_kind = {"busy": [], "free": []}
        for rule in member["rules"]:
            by_kind[rule.get("kind", "busy")] += instances(rule, member["tz"], through=through)
        only_free = any(rule.get("kind") == "free" for rule in member["rules"])
        stated.append((only_free, by_kind["free"], by_kind["busy"]))
    edges = {low, high}
    for spans in [playable, *(each[1] for each in stated), *(each[2] for each in stated)]:
        edges |= {edge for span in spans for edge in span if low < edge < high and span[0] < span[1]}
    edges = sorted(edges)
    pieces = []
    for start, end in pairwise(edges):
        blockers = None
        if _inside(playable, start):
            blockers = {
                number
                for number, (only_free, free, busy) in enumerate(stated)
                if _inside(busy, start) or (only_free and not _inside(free, start))
            }
        pieces.append((start, end, blockers))
    least = scenario["band"]["min_minutes"] * 60
    green = [pair for pair in _stretches(pieces, set()) if pair[1] - pair[0] >= least]
    almost = []
    for number, member in enumerate(members):
        for start, end in _stretches(pieces, {number}):
            parts = [piece for piece in pieces if start <= piece[0] < end and piece[2]]
            if end - start >= least and parts:
                blocked = _stretches(parts, {number})
                almost.append((start, end, member["id"], blocked))
    return {
        "schema": "greenzone-result/1",
        "green": [_pair(pair) for pair in green],
        "almost": [
            {**_pair(each[:2]), "missing": each[2], "blocked": [_pair(part) for part in each[3]]}
            for each in sorted(almost)
        ],
    }


def _stretches(pieces: list, allowed: set[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end, blockers in pieces:
        if blockers is not None and blockers <= allowed:
            if found and found[-1][1] == start:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def _hours(band: dict, low: int, high: int) -> list[tuple[int, int]]:
    zone = ZoneInfo(band["tz"])
    found = []
    first = (datetime(1970, 1, 1) + timedelta(seconds=low)).date() - timedelta(days=3)
    for number in range((high - low) // 86_400 + 7):
        day = first + timedelta(days=number)
        for entry in band["playable"]:
            if CODES[day.weekday()] in entry["days"]:
                later = entry["end"] <= entry["start"]
                found.append(
                    (
                        exact(_at(day, entry["start"]), zone),
                        exact(_at(day + timedelta(days=later), entry["end"]), zone),
                    )
                )
    return found


def _at(day: date, clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day) + timedelta(hours=hour, minutes=minute)


def _inside(spans: list[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _pair(pair: tuple[int, int]) -> dict:
    return {"start": text_of(pair[0]), "end": text_of(pair[1])}
