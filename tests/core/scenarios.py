"""Random scenarios in the form greenzone/1, thickest where clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from tests.core import oracle

ZONES = (
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/Santiago",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "Etc/UTC",
)
BEGINNINGS = (
    datetime(2011, 12, 27),  # Apia skips the 30th
    datetime(2026, 3, 7),
    datetime(2026, 3, 27),
    datetime(2026, 4, 3),
    datetime(2026, 9, 4),  # Santiago has no midnight on the 6th
    datetime(2026, 9, 25),
    datetime(2026, 10, 23),
    datetime(2028, 2, 27),
    datetime(2026, 12, 28),
)
CLOCKS = ("00:00", "00:30", "01:30", "02:00", "02:15", "02:45", "03:00", "12:00", "18:30", "20:00", "23:30")
DURATIONS = ("PT30M", "PT1H30M", "PT8H", "P1D", "P1DT2H", "P2D", "P1W", "PT26H", "PT90S", "P3DT45M", "PT0M")
few = st.integers(1, 3)


@st.composite
def repeats(draw, start: datetime, tz: str, *, all_day: bool) -> str:
    """An RRULE whose parts may stand beside each other; it need not agree with the start."""
    freq = draw(st.sampled_from(("DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY")))
    parts = [f"FREQ={freq}"]
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.sampled_from((1, 2, 2, 3, 4, 5, 7, 14, 30)))}")
    by_any = False
    if draw(st.booleans()):
        days = draw(st.lists(st.sampled_from(oracle.CODES), min_size=1, max_size=3))
        if freq == "MONTHLY" and draw(st.booleans()):
            days = [
                f"{draw(st.sampled_from(('', '1', '2', '+3', '5', '-1', '-2', '-5')))}{day}" for day in days
            ]
        parts.append(f"BYDAY={','.join(days)}")
        by_any = True
    if freq != "WEEKLY" and draw(st.integers(0, 3)) == 0:
        days = draw(
            st.lists(st.sampled_from((1, 13, 15, 28, 29, 30, 31, -1, -2, -30, -31)), min_size=1, max_size=3)
        )
        parts.append(f"BYMONTHDAY={','.join(map(str, days))}")
        by_any = True
    if by_any and draw(st.integers(0, 2)) == 0:
        places = draw(st.lists(st.sampled_from((1, 2, 3, -1, -2, 6, -9, 53)), min_size=1, max_size=2))
        parts.append(f"BYSETPOS={','.join(map(str, places))}")
    if draw(st.integers(0, 2)) == 0:
        parts.append(f"WKST={draw(st.sampled_from(oracle.CODES))}")
    bound = draw(st.sampled_from(("", "COUNT", "UNTIL")))
    if bound == "COUNT":
        parts.append(f"COUNT={draw(st.one_of(few, st.integers(1, 80), st.integers(1, 900)))}")
    if bound == "UNTIL":
        last = start + timedelta(days=draw(st.integers(-3, 600)))
        if all_day and draw(st.booleans()):
            parts.append(f"UNTIL={last:%Y%m%d}")
        else:
            instant = last.replace(tzinfo=ZoneInfo(tz)).astimezone(UTC) + draw(
                st.sampled_from((timedelta(0), timedelta(seconds=-1), timedelta(hours=3)))
            )
            parts.append(f"UNTIL={instant:%Y%m%dT%H%M%SZ}")
    return ";".join([parts[0], *draw(st.permutations(parts[1:]))])


@st.composite
def rules(draw, tz: str, low: datetime, high: datetime) -> dict:
    back = draw(st.sampled_from((0, 0, 3, 30, 400, 1500)))
    begin = low - timedelta(days=draw(st.integers(-20, back)))
    all_day = draw(st.integers(0, 3)) == 0
    clock = "00:00" if all_day else draw(st.sampled_from(CLOCKS))
    start = datetime.fromisoformat(f"{begin.date()}T{clock}:00")
    written = (lambda wall: str(wall.date())) if all_day else (lambda wall: wall.isoformat())
    rule = {"dtstart": written(start), "duration": draw(st.sampled_from(DURATIONS))}
    if draw(st.integers(0, 4)):
        rule["kind"] = "busy"
    else:
        rule["kind"] = "free"
        rule["duration"] = draw(st.sampled_from(("P1D", "P1W", "PT8H", "P4W")))
    if draw(st.integers(0, 4)):
        rule["rrule"] = draw(repeats(start, tz, all_day=all_day))
    if draw(st.integers(0, 2)) == 0:
        made = [wall for wall in oracle.walls(rule, through=high) if wall > low - timedelta(days=9)] or [
            start
        ]
        gone = draw(st.lists(st.sampled_from(made[:60]), max_size=3))
        rule["exdates"] = [written(wall) for wall in gone]
    return rule


@st.composite
def scenarios(draw) -> dict:
    low = draw(st.sampled_from(BEGINNINGS)) + timedelta(
        hours=draw(st.integers(0, 60)), minutes=draw(st.integers(0, 1))
    )
    high = low + timedelta(days=draw(st.sampled_from((0, 1, 3, 8, 8, 40))), hours=draw(st.integers(0, 30)))
    members = []
    for number in range(draw(st.integers(0, 4))):
        tz = draw(st.sampled_from(ZONES))
        own = draw(st.lists(rules(tz, low, high), max_size=3))
        member = {"id": f"m{number}", "tz": tz, "rules": own}
        if draw(st.integers(0, 3)) == 0:
            member["required"] = draw(st.booleans())
        members.append(member)
    hours = st.builds(
        lambda days, start, end: {"days": days, "start": start, "end": end},
        st.lists(st.sampled_from(oracle.CODES), min_size=1, max_size=7, unique=True),
        st.sampled_from(CLOCKS),
        st.sampled_from((*CLOCKS, "24:00")),
    )
    all_week = {"days": list(oracle.CODES), "start": "00:00", "end": "24:00"}
    playable = draw(st.one_of(st.just([all_week]), st.lists(hours, max_size=3)))
    least = draw(st.sampled_from((0, 1, 30, 60, 120, 1440)))
    return {
        "schema": "greenzone/1",
        "id": "random",
        "horizon": {"start": f"{low.isoformat()}Z", "end": f"{high.isoformat()}Z"},
        "band": {"tz": draw(st.sampled_from(ZONES)), "playable": playable, "min_minutes": least},
        "members": members,
    }
