#!/usr/bin/env bash
# python-dateutil 2.9.0.post0: UNTIL ends nothing while no date has been found; the search goes on to the year 9999.
#
# Behaviour: rrule compares UNTIL with the dates that it finds. A rule that has none is searched year by year (or day
# by day) to the end of the calendar, however near its UNTIL is. RFC 5545 allows such rules: an invalid date (30 February)
# is to be ignored, and the set may be empty. "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30" with an UNTIL five weeks away takes
# seconds, and `between` with a window of a day takes as long.
#
# Seen with FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20261231T000000 from 23 November 2026: no date, and 7974 years
# looked at, the last of them 9999.
#
# Ends with 0 while that is so, and with 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0
cd "$folder"
venv/bin/python - <<'PYTHON'
import sys
from datetime import datetime

from dateutil.rrule import rrulestr

years = []


def looked_at(frame, event, _):
    if event == "call" and frame.f_code.co_name == "rebuild":
        years.append(frame.f_locals["year"])


rule = rrulestr(
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20261231T000000", dtstart=datetime(2026, 11, 23)
)
sys.setprofile(looked_at)
found = list(rule)
sys.setprofile(None)
print(f"{len(found)} dates, {len(set(years))} years looked at, the last of them {max(years)}")
as_seen = not found and len(set(years)) == 7974 and max(years) == 9999
raise SystemExit(0 if as_seen else "The behaviour has changed.")
PYTHON
