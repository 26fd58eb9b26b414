#!/usr/bin/env bash
# python-dateutil 2.9.0.post0: BYWEEKNO puts the first days of some years into a week 53 that the year before had not.
#
# Behaviour: rrule counts the weeks of the year before with the length of the year it is in. 1 January 2011 is the
# Saturday of week 52 of 2010, which had no week 53 (RFC 5545 takes the numbers from ISO 8601). BYWEEKNO=52 leaves that
# weekend out, and BYWEEKNO=53 has it. So it is wherever 1 January is a Saturday after a year of 52 weeks, unless the new
# year is a leap year: 2011, 2022, 2039, 2050. A rule of even weeks loses two days, one of odd weeks wins them. The last
# week counted from behind (BYWEEKNO=-1) is right. Upstream has an open pull request for it (1537).
#
# Seen with FREQ=YEARLY;BYDAY=SA,SU from 27 December 2010 to 9 January 2011:
#   BYWEEKNO=52  nothing
#   BYWEEKNO=53  2011-01-01 2011-01-02
#   BYWEEKNO=-1  2011-01-01 2011-01-02
#
# Ends with 0 while that is so, and with 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0
cd "$folder"
venv/bin/python - <<'PYTHON'
from datetime import datetime

from dateutil.rrule import rrulestr

SEEN = {52: "nothing", 53: "2011-01-01 2011-01-02", -1: "2011-01-01 2011-01-02"}
assert datetime(2011, 1, 1).isocalendar()[:2] == (2010, 52)
changed = False
for number, seen in SEEN.items():
    rule = rrulestr(f"FREQ=YEARLY;BYWEEKNO={number};BYDAY=SA,SU", dtstart=datetime(2010, 12, 27))
    found = rule.between(datetime(2010, 12, 27), datetime(2011, 1, 10), inc=True)
    days = " ".join(str(each.date()) for each in found) or "nothing"
    print(f"BYWEEKNO={number}  {days}")
    changed = changed or days != seen
raise SystemExit("The behaviour has changed." if changed else 0)
PYTHON
