#!/usr/bin/env bash
# dateparser 1.5.0: a day and the name of its month are read as a year and a month.
#
# Behaviour: Swedish and Japanese are listed with the order year-month-day. It is applied where a month's name leaves
# no doubt about the order: the 11 of "fredag 11 december" ("Friday 11 December") becomes the year, and the day of the
# month is taken from RELATIVE_BASE. With PREFER_DATES_FROM "future" the year is 2111. Neither the weekday that was
# written nor the century gives it pause. The same words in Norwegian are right.
#
# Seen with RELATIVE_BASE 2026-11-23 and PREFER_DATES_FROM "future":
#   sv  fredag 11 december  2111-12-23
#   ja  12月11日            2112-11-23
#   nb  fredag 11 desember  2026-12-11
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
    ("sv", "fredag 11 december"): "2111-12-23",
    ("ja", "12月11日"): "2112-11-23",
    ("nb", "fredag 11 desember"): "2026-12-11",
}
settings = {"RELATIVE_BASE": datetime(2026, 11, 23), "PREFER_DATES_FROM": "future"}
changed = False
for (language, words), seen in SEEN.items():
    found = dateparser.parse(words, languages=[language], settings=settings)
    day = str(found and found.date())
    print(f"{language}  {words}  {day}")
    changed = changed or day != seen
raise SystemExit("The behaviour has changed." if changed else 0)
PYTHON
