"""Green zones against dateutil: how much faster the closed form is, in one run, taking turns.

    python -m bench.greenzone [--bands 6] [--rounds 7]

Every peer gets compiled rules (ours: cached plans; dateutil's: `rrule` objects) and returns its windows
as numbers, which must be equal to ours. Ratios are medians over the rounds of
(peer / ours), milliseconds are medians too. Start-up is measured against a bare interpreter.
"""

import argparse
import importlib.util
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import TypeAlias
from zoneinfo import ZoneInfo

import portion
from dateutil.rrule import rrule, rruleset, rrulestr

from bandwidth.greenzone import answer_scenario
from bandwidth.scenario import Scenario, read_scenario
from bench.pictures import calendar_of, paint
from core.scheduling.green.manager import AvailabilityManager
from core.scheduling.recurrence.expansion import plan
from core.scheduling.recurrence.rrule import parse_repeat

ZONES = ("Europe/London", "Europe/Berlin", "America/New_York", "Australia/Sydney")
Answer: TypeAlias = tuple[list[tuple[int, int]], list[tuple[int, int, str, tuple[tuple[int, int], ...]]]]
"""Green windows, and those with one member missing: start, end, the member, and their busy times."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SHAPES = (
    ("5 members, 8 rules, 3 months", 5, 8, 91),
    ("5 members, 8 rules, 12 months", 5, 8, 365),
    ("40 members, 8 rules, 12 months", 40, 8, 365),
)
FLOOR_SWEEP, FLOOR_PORTION = 5.0, 25.0
"""How many times faster than dateutil with a sweep, and with `portion`, the second shape must be."""


def scenario(seed: int, members: int, rules: int, days: int) -> dict:
    """A band's year: lessons, shifts, a monthly meeting, holidays, one-offs, in a few zones."""
    rnd = random.Random(seed)
    start = date(2026, 1, 5) + timedelta(days=rnd.randrange(60))
    horizon = {"start": f"{start}T00:00:00Z", "end": f"{start + timedelta(days=days)}T00:00:00Z"}
    everyone = []
    for member in range(members):
        tz = rnd.choice(ZONES)
        own = [_rule(rnd, start, days, f"r{number}") for number in range(rules)]
        everyone.append({"id": f"m{member:02}", "tz": tz, "required": True, "rules": own})
    playable = [
        {"days": ["MO", "TU", "WE", "TH"], "start": "18:00", "end": "23:30"},
        {"days": ["FR", "SA"], "start": "14:00", "end": "01:00"},
        {"days": ["SU"], "start": "12:00", "end": "22:00"},
    ]
    band = {"tz": ZONES[0], "playable": playable, "min_minutes": 120}
    return {"schema": "greenzone/1", "id": str(seed), "horizon": horizon, "band": band, "members": everyone}


def _rule(rnd: random.Random, start: date, days: int, name: str) -> dict:
    first = start - timedelta(days=rnd.randrange(0, 500))
    code = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[first.weekday()]
    at = f"{first}T{rnd.randrange(8, 22):02}:{rnd.choice(('00', '30'))}:00"
    other = rnd.choice([day for day in ("MO", "TU", "WE", "TH", "FR") if day != code])
    kind = rnd.randrange(8)
    if kind <= 2:
        return {"id": name, "dtstart": at, "duration": "PT2H", "rrule": f"FREQ=WEEKLY;BYDAY={code}"}
    if kind == 3:
        repeat = f"FREQ=WEEKLY;INTERVAL=2;BYDAY={code},{other}"
        return {"id": name, "dtstart": at, "duration": "PT3H", "rrule": repeat}
    if kind == 4:
        nth = (first.day - 1) // 7 + 1
        return {"id": name, "dtstart": at, "duration": "PT4H", "rrule": f"FREQ=MONTHLY;BYDAY={nth}{code}"}
    if kind == 5:
        repeat = f"FREQ=DAILY;INTERVAL={rnd.choice((2, 3, 5))};COUNT={rnd.randrange(20, 300)}"
        return {"id": name, "dtstart": at, "duration": "PT90M", "rrule": repeat}
    if kind == 6:
        return {"id": name, "dtstart": str(start + timedelta(days=rnd.randrange(days))), "duration": "P7D"}
    until = f"{start + timedelta(days=days // 2):%Y%m%d}T120000Z"
    return {"id": name, "dtstart": at, "duration": "PT8H", "rrule": f"FREQ=WEEKLY;BYDAY={code};UNTIL={until}"}


@dataclass
class Prepared:
    """One band, ready for every peer."""

    text: bytes
    ours: Scenario
    theirs: list[list[tuple[ZoneInfo, rrule | rruleset | list[datetime], timedelta, timedelta]]]
    data: dict


def prepare(data: dict) -> Prepared:
    text = json.dumps(data).encode()
    theirs = []
    for member in data["members"]:
        zone = ZoneInfo(member["tz"])
        own = []
        for rule in member["rules"]:
            start = datetime.fromisoformat(rule["dtstart"])
            length = rule["duration"]
            nominal = timedelta(days=int(length[1:-1])) if "T" not in length else timedelta(0)
            unit = {"H": 3600, "M": 60}
            elapsed = (
                timedelta(seconds=int(length[2:-1]) * unit[length[-1]]) if "T" in length else timedelta(0)
            )
            own.append((zone, _dateutil(rule, start, zone), nominal, elapsed))
        theirs.append(own)
    return Prepared(text, read_scenario(text), theirs, data)


def _dateutil(rule: dict, start: datetime, zone: ZoneInfo) -> rrule | rruleset | list[datetime]:
    if "rrule" not in rule:
        return [start]
    text, _, until = rule["rrule"].partition(";UNTIL=")
    if not until:
        return rrulestr(text, dtstart=start)
    last = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(zone)
    return rrulestr(text, dtstart=start).replace(until=last.replace(tzinfo=None))


def ours(band: Prepared) -> Answer:
    it = band.ours
    zones = AvailabilityManager(it.members, window=it.window, habits=it.habits, zone=it.zone).zones()
    green = [(each.start, each.end) for each in zones.green]
    return green, [(each.start, each.end, each.missing, each.blocked) for each in zones.amber]


def pictured(band: Prepared) -> bytes:
    """The green zones as a calendar of all those months, painted as a PNG without any cache."""
    it = band.ours
    zones = AvailabilityManager(it.members, window=it.window, habits=it.habits, zone=it.zone).zones()
    first, last = (datetime.fromtimestamp(at, UTC).date() for at in it.window)
    return paint(calendar_of(zones, first, last - timedelta(days=1), it.zone))


def from_text(band: Prepared) -> dict:
    """From JSON to JSON, without cached rules."""
    plan.cache_clear()
    parse_repeat.cache_clear()
    return answer_scenario(band.text)


def _instances(band: Prepared) -> tuple[int, int, list[list[tuple[int, int]]]]:
    """dateutil's naive instances, converted into instants by zoneinfo, for both dateutil peers."""
    low, high = (datetime.fromisoformat(band.data["horizon"][end]) for end in ("start", "end"))
    everyone = []
    for rules in band.theirs:
        busy = []
        for zone, rule, nominal, elapsed in rules:
            begin = low.replace(tzinfo=None) - nominal - elapsed - timedelta(days=2)
            finish = high.replace(tzinfo=None) + timedelta(days=2)
            for wall in rule if isinstance(rule, list) else rule.between(begin, finish, inc=True):
                start = (wall.replace(tzinfo=zone) - EPOCH) // timedelta(seconds=1)
                end = ((wall + nominal).replace(tzinfo=zone) - EPOCH + elapsed) // timedelta(seconds=1)
                busy.append((start, end))
        everyone.append(busy)
    return (low - EPOCH) // timedelta(seconds=1), (high - EPOCH) // timedelta(seconds=1), everyone


def _hours(band: Prepared, low: int, high: int) -> list[tuple[int, int]]:
    zone = ZoneInfo(band.data["band"]["tz"])
    codes = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    first = datetime.fromtimestamp(low, UTC).date() - timedelta(days=2)
    found = []
    for number in range((high - low) // 86_400 + 5):
        day = first + timedelta(days=number)
        for entry in band.data["band"]["playable"]:
            if codes[day.weekday()] in entry["days"]:
                ends = []
                for end in ("start", "end"):
                    hour, minute = map(int, entry[end].split(":"))
                    ends.append(datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone))
                if ends[1] <= ends[0]:
                    ends[1] += timedelta(days=1)
                start, end = ((each - EPOCH) // timedelta(seconds=1) for each in ends)
                found.append((max(start, low), min(end, high)))
    return _merged([(start, end) for start, end in found if start < end])


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def dateutil_sweep(band: Prepared) -> Answer:
    """Instances from dateutil, one event sweep in plain Python over sets of blockers."""
    low, high, everyone = _instances(band)
    events = []
    for number, busy in enumerate(everyone):
        for start, end in _merged(busy):
            events += [(start, 1, number), (end, 0, number)]
    for start, end in _hours(band, low, high):
        events += [(start, 3, -1), (end, 2, -1)]
    events.sort()
    blocked: set[int] = set()
    playing = False
    pieces: list[tuple[int, int, frozenset[int] | None]] = []
    before = low
    for at, what, number in events:
        if at > before:
            pieces.append((before, at, frozenset(blocked) if playing and len(blocked) < 2 else None))
            before = at
        if what > 1:
            playing = what == 3
        elif what:
            blocked.add(number)
        else:
            blocked.discard(number)
    return _windows(pieces, band.data)


def _windows(pieces: list, data: dict) -> Answer:
    shortest = data["band"]["min_minutes"] * 60
    green, almost = [], []
    for playing, group in groupby(pieces, key=lambda piece: piece[2] is not None):
        if not playing:
            continue
        run = list(group)
        green += [(parts[0][0], parts[-1][1]) for parts in _stretches(run, frozenset(), shortest)]
        for member in {next(iter(each[2])) for each in run if each[2]}:
            for parts in _stretches(run, {member}, shortest):
                blocked = tuple(_merged([(low, high) for low, high, who in parts if who]))
                if blocked:
                    almost.append((parts[0][0], parts[-1][1], data["members"][member]["id"], blocked))
    return green, sorted(almost)


def _stretches(run: list, missing: AbstractSet[int], shortest: int) -> Iterator[list]:
    """The pieces of each long enough stretch in which at most `missing` are blocked."""
    for fits, group in groupby(run, key=lambda piece: piece[2] <= missing):
        parts = list(group)
        if fits and parts[-1][1] - parts[0][0] >= shortest:
            yield parts


def dateutil_portion(band: Prepared) -> Answer:
    """Instances from dateutil, sets of intervals from `portion`."""
    low, high, everyone = _instances(band)
    horizon = portion.closedopen(low, high)
    playable = portion.Interval(*[portion.closedopen(*pair) for pair in _hours(band, low, high)])
    busy = [portion.Interval(*[portion.closedopen(*pair) for pair in spans]) & horizon for spans in everyone]
    ids = [member["id"] for member in band.data["members"]]
    shortest = band.data["band"]["min_minutes"] * 60
    alone = [_without_others(playable, busy, number) for number in range(len(busy))]
    clear = alone[0] - busy[0] if busy else playable
    green = [(each.lower, each.upper) for each in clear if each.upper - each.lower >= shortest]
    almost = []
    for number, windows in enumerate(alone):
        for each in windows:
            if each.upper - each.lower >= shortest and not (parts := each & busy[number]).empty:
                blocked = tuple((part.lower, part.upper) for part in parts)
                almost.append((each.lower, each.upper, ids[number], blocked))
    return green, sorted(almost)


def _without_others(playable: portion.Interval, busy: list, number: int) -> portion.Interval:
    """The playable time in which nobody but that member is busy."""
    rest = playable
    for other, spans in enumerate(busy):
        if other != number:
            rest -= spans
    return rest


PICTURE = ("AvailabilityManager, and a picture", pictured)
"""Measured in addition to the peers, which draw nothing."""
PEERS: tuple[tuple[str, Callable[[Prepared], Answer | dict]], ...] = (
    ("AvailabilityManager", ours),
    ("the same, JSON in, nothing cached", from_text),
    ("dateutil + sweep", dateutil_sweep),
    ("dateutil + portion", dateutil_portion),
)


def compare(
    members: int, rules: int, days: int, *, bands: int, rounds: int
) -> dict[str, tuple[float, float]]:
    """For each peer the median ms a band, and the median over the rounds of its time divided by ours."""
    prepared = [prepare(scenario(seed, members, rules, days)) for seed in range(bands)]
    for band in prepared:
        expected = ours(band)
        for name, peer in PEERS[2:]:
            if (members <= 5 or peer is not dateutil_portion) and peer(band) != expected:
                raise SystemExit(f"{name} disagrees on scenario {band.data['id']}")
    peers = (*PEERS, PICTURE) if members <= 5 else PEERS[:-1]
    times: dict[str, list[float]] = {name: [] for name, _ in peers}
    for turn in range(rounds):
        order = peers if turn % 2 == 0 else peers[::-1]
        for name, peer in order:
            ours(prepared[0])
            start = time.perf_counter()
            for band in prepared:
                peer(band)
            times[name].append((time.perf_counter() - start) / bands * 1000)
    first = times[PEERS[0][0]]
    return {
        name: (
            statistics.median(spent),
            statistics.median(peer / own for peer, own in zip(spent, first, strict=True)),
        )
        for name, spent in times.items()
    }


def growth(*, rounds: int) -> float:
    """The cost of a member in a band of 40, divided by that of one in a band of 5."""
    small, big = (prepare(scenario(1, members, 8, 365)) for members in (5, 40))
    ratios = []
    for _ in range(rounds):
        spent = []
        for band, times in ((small, 8), (big, 1)):
            ours(band)
            start = time.perf_counter()
            for _ in range(times):
                ours(band)
            spent.append((time.perf_counter() - start) / times)
        ratios.append(spent[1] / 40 / (spent[0] / 5))
    return statistics.median(ratios)


def start_up(*, rounds: int) -> list[tuple[str, float, float]]:
    """The median start-up of each command, in ms and as a multiple of a bare interpreter's."""
    text = json.dumps(scenario(1, 5, 8, 91))
    commands = [("python -c pass", [sys.executable, "-c", "pass"], "")]
    commands.append(("greenzone --json", [sys.executable, "-m", "bandwidth", "greenzone", "--json"], text))
    if importlib.util.find_spec("bandwidth.parse") is not None:
        commands.append(("parse --jsonl", [sys.executable, "-m", "bandwidth", "parse", "--jsonl"], ""))
    times: dict[str, list[float]] = {name: [] for name, _, _ in commands}
    for _ in range(rounds):
        for name, command, stdin in commands:
            start = time.perf_counter()
            subprocess.run(command, input=stdin, text=True, capture_output=True, check=True)
            times[name].append((time.perf_counter() - start) * 1000)
    bare = times["python -c pass"]
    return [
        (
            name,
            statistics.median(spent),
            statistics.median(one / base for one, base in zip(spent, bare, strict=True)),
        )
        for name, spent in times.items()
    ]


def main() -> int:
    reader = argparse.ArgumentParser(prog="python -m bench.greenzone")
    reader.add_argument("--bands", type=int, default=6)
    reader.add_argument("--rounds", type=int, default=7)
    asked = reader.parse_args()
    well = True
    for title, members, rules, days in SHAPES:
        rounds = asked.rounds if members < 40 else max(3, asked.rounds // 2)
        found = compare(members, rules, days, bands=asked.bands, rounds=rounds)
        print(f"\n{title}")
        print(f"  {'':36}{'ms a band':>10}{'x ours':>9}")
        for name, (spent, ratio) in found.items():
            print(f"  {name:36}{spent:10.2f}{ratio:9.1f}")
        if (members, days) == (5, 365):
            well = (
                found["dateutil + sweep"][1] >= FLOOR_SWEEP
                and found["dateutil + portion"][1] >= FLOOR_PORTION
            )
    grown = growth(rounds=3 * asked.rounds)
    print(f"\na member of 40 costs {grown:.2f} times what one of 5 does (1 is linear)")
    print(f"\nstart-up{'':30}{'ms':>10}{'x bare':>9}")
    for name, spent, ratio in start_up(rounds=2 * asked.rounds + 1):
        print(f"  {name:36}{spent:10.1f}{ratio:9.1f}")
        well = well and ratio <= 10
    well = well and grown <= 1.15
    print("\nwithin the bars" if well else "\nNOT within the bars")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
