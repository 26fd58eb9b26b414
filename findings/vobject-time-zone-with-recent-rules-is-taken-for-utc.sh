#!/usr/bin/env bash
# vobject 0.9.9: a VTIMEZONE with London's winter time and no clock change before 2020 is taken for UTC and dropped.
#
# Behaviour: when a VTIMEZONE is read, it is compared with UTC, for the years 2000 to 2019 only. One that begins with
# the clock changes that its calendar needs, those of 2025 and 2026, has the offset 0 in all of those years. It counts
# as UTC and is not registered. Its TZID is then looked up in pytz. "Europe/London" is found there, so the times are
# right, but not by the calendar's own rules. A TZID that pytz does not know leaves the time naive, and the log has an
# error that says its name and no more. The same rules with a start in 1996 are registered and kept to.
#
# Seen with the rules of London, for an event on 10 July 2026 at 20:00, as the module of its zone and its offset:
#   Europe/London  rules since 2025  pytz.tzfile     1:00:00
#   Stage          rules since 2025  no zone         None
#   Stage          rules since 1996  dateutil.tz.tz  1:00:00
# and 1:00:00 each time from the VTIMEZONE itself (vtimezone.tzinfo).
#
# Ends with 0 while that is so, and with 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  vobject==0.9.9 python-dateutil==2.9.0.post0 pytz==2026.6
cd "$folder"
venv/bin/python - <<'PYTHON'
import vobject

CALENDAR = """
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:{winter}T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:{summer}T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:night@example.org
DTSTAMP:20260101T000000Z
DTSTART;TZID={name}:20260710T200000
END:VEVENT
END:VCALENDAR
""".lstrip().replace("\n", "\r\n")
SINCE = {2025: ("20251026", "20260329"), 1996: ("19961027", "19970330")}
SEEN = {
    ("Europe/London", 2025): ("pytz.tzfile", "1:00:00"),
    ("Stage", 2025): ("no zone", "None"),
    ("Stage", 1996): ("dateutil.tz.tz", "1:00:00"),
}

changed = False
for (name, year), seen in SEEN.items():
    winter, summer = SINCE[year]
    calendar = vobject.readOne(CALENDAR.format(name=name, winter=winter, summer=summer))
    start, own = calendar.vevent.dtstart.value, calendar.vtimezone.tzinfo
    zone = type(start.tzinfo).__module__ if start.tzinfo else "no zone"
    offset = str(start.utcoffset())
    print(f"{name:13}  rules since {year}  {zone:14}  {offset}")
    changed = changed or (zone, offset) != seen
    changed = changed or str(own.utcoffset(start.replace(tzinfo=None))) != "1:00:00"
raise SystemExit("The behaviour has changed." if changed else 0)
PYTHON
