#!/usr/bin/env bash
# dateparser 1.5.0: with PREFER_DATES_FROM "future", today's own date is a year away and today's weekday a week.
#
# Behaviour: "future" is strictly after the base, even when the base is the midnight with which the day begins. On
# Monday 23 November 2026 "23 November" is in 2027, "Monday" is the 30th, and "Monday 23 November" is a Tuesday, for
# 23 November 2027 is one: a weekday beside a date is not looked at. "today" is today, and tomorrow's date is tomorrow.
#
# Seen with RELATIVE_BASE 2026-11-23T00:00, a Monday:
#   today               2026-11-23
#   24 November         2026-11-24
#   23 November         2027-11-23
#   Monday              2026-11-30
#   Monday 23 November  2027-11-23
#
# Ends with 0 while that is so, and with 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
cd "$folder"
venv/bin/python - <<'PYTHON'
from datetime import datetime

import dateparser

SEEN = {
    "today": "2026-11-23",
    "24 November": "2026-11-24",
    "23 November": "2027-11-23",
    "Monday": "2026-11-30",
    "Monday 23 November": "2027-11-23",
}
settings = {"RELATIVE_BASE": datetime(2026, 11, 23), "PREFER_DATES_FROM": "future"}
changed = False
for words, seen in SEEN.items():
    found = dateparser.parse(words, languages=["en"], settings=settings)
    day = str(found and found.date())
    print(f"{words:18}  {day}")
    changed = changed or day != seen
raise SystemExit("The behaviour has changed." if changed else 0)
PYTHON
