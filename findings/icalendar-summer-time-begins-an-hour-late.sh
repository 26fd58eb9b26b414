#!/usr/bin/env bash
# icalendar 7.3.0: in a VTIMEZONE that it makes from a zone's name, summer time begins an hour late.
#
# Behaviour: Timezone.from_tzid (and with it Calendar.add_missing_timezones) looks for the first local time that has the
# new offset. In spring that is the end of the hour that is left out: 02:00 in London. But the DTSTART of an observance
# is local time with the offset from before (TZOFFSETFROM; RFC 5545, section 3.6.5), which is 01:00. So for an hour each
# spring a reader that goes by the VTIMEZONE still has winter time. The autumn is right.
#
# Seen for 2026 as DTSTART of summer time, TZOFFSETFROM, and the onset that they make, beside the one of zoneinfo:
#   Europe/London     2026-03-29 02:00  +00:00  02:00 UTC, not 01:00
#   Europe/Berlin     2026-03-29 03:00  +01:00  02:00 UTC, not 01:00
#   America/New_York  2026-03-08 03:00  -05:00  08:00 UTC, not 07:00
# And with the zone that icalendar makes of its own VTIMEZONE for London:
#   2026-03-29 01:30 UTC is 01:30+00:00, not 02:30+01:00
#
# Ends with 0 while that is so, and with 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.0
cd "$folder"
venv/bin/python - <<'PYTHON'
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone

SEEN = {
    "Europe/London": ("2026-03-29 02:00", "02:00", "01:00"),
    "Europe/Berlin": ("2026-03-29 03:00", "02:00", "01:00"),
    "America/New_York": ("2026-03-08 03:00", "08:00", "07:00"),
}


def made(name):
    return Timezone.from_tzid(name, first_date=date(2026, 1, 1), last_date=date(2027, 1, 1))


def first_in_summer(name, day):
    """The first minute in UTC that has summer time, as zoneinfo knows it."""
    minute = datetime(day.year, day.month, day.day, tzinfo=UTC)
    while not minute.astimezone(ZoneInfo(name)).dst():
        minute += timedelta(minutes=1)
    return minute


changed = False
for name, seen in SEEN.items():
    summer = made(name).daylight[0]
    start, before = summer.DTSTART, summer.TZOFFSETFROM
    onset, right = start - before, first_in_summer(name, start)
    offset = f"{before // timedelta(hours=1):+03}:00"
    print(f"{name:16}  {start:%Y-%m-%d %H:%M}  {offset}  {onset:%H:%M} UTC, not {right:%H:%M}")
    changed = changed or (f"{start:%Y-%m-%d %H:%M}", f"{onset:%H:%M}", f"{right:%H:%M}") != seen

moment = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
own = moment.astimezone(made("Europe/London").to_tz(lookup_tzid=False)).isoformat("T", "minutes")[11:]
right = moment.astimezone(ZoneInfo("Europe/London")).isoformat("T", "minutes")[11:]
print(f"{moment:%Y-%m-%d %H:%M} UTC is {own}, not {right}")
changed = changed or (own, right) != ("01:30+00:00", "02:30+01:00")
raise SystemExit("The behaviour has changed." if changed else 0)
PYTHON
