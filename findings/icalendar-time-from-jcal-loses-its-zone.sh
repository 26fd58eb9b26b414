#!/usr/bin/env bash
# icalendar 7.3.0: read from jCal, a time in a zone that the calendar itself defines loses that zone.
#
# Behaviour: Calendar.from_jcal makes no zone of a VTIMEZONE. A time whose TZID is not in the zone database is therefore
# read as naive, and vDatetime drops the TZID of a naive time. Nothing is raised; the event is written without its TZID,
# at a time that is local wherever it is read. EXDATE keeps its TZID. The same calendar read as iCalendar is right.
# After that, the jCal is right as well, for the zone is then known for as long as the program runs.
#
# Seen with a VTIMEZONE "Stage" and an event at 20:00 there, read and written again:
#   jCal        DTSTART:20260710T200000             EXDATE;TZID=Stage:20260711T200000
#   iCalendar   DTSTART;TZID=Stage:20260710T200000  EXDATE;TZID=Stage:20260711T200000
#   jCal again  DTSTART;TZID=Stage:20260710T200000  EXDATE;TZID=Stage:20260711T200000
#
# Ends with 0 while that is so, and with 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.0
cd "$folder"
venv/bin/python - <<'PYTHON'
from icalendar import Calendar

JCAL = """
["vcalendar", [["version", {}, "text", "2.0"], ["prodid", {}, "text", "-//Example//EN"]], [
  ["vtimezone", [["tzid", {}, "text", "Stage"]], [
    ["daylight", [
      ["dtstart", {}, "date-time", "1997-03-30T01:00:00"],
      ["rrule", {}, "recur", {"freq": "YEARLY", "bymonth": 3, "byday": "-1SU"}],
      ["tzoffsetfrom", {}, "utc-offset", "+00:00"], ["tzoffsetto", {}, "utc-offset", "+01:00"]], []],
    ["standard", [
      ["dtstart", {}, "date-time", "1996-10-27T02:00:00"],
      ["rrule", {}, "recur", {"freq": "YEARLY", "bymonth": 10, "byday": "-1SU"}],
      ["tzoffsetfrom", {}, "utc-offset", "+01:00"], ["tzoffsetto", {}, "utc-offset", "+00:00"]], []]]],
  ["vevent", [
    ["uid", {}, "text", "night@example.org"],
    ["dtstamp", {}, "date-time", "2026-01-01T00:00:00Z"],
    ["dtstart", {"tzid": "Stage"}, "date-time", "2026-07-10T20:00:00"],
    ["rrule", {}, "recur", {"freq": "DAILY", "count": 3}],
    ["exdate", {"tzid": "Stage"}, "date-time", "2026-07-11T20:00:00"]], []]]]
"""
ICALENDAR = """
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
BEGIN:VTIMEZONE
TZID:Stage
BEGIN:DAYLIGHT
DTSTART:19970330T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:night@example.org
DTSTAMP:20260101T000000Z
DTSTART;TZID=Stage:20260710T200000
RRULE:FREQ=DAILY;COUNT=3
EXDATE;TZID=Stage:20260711T200000
END:VEVENT
END:VCALENDAR
""".lstrip().replace("\n", "\r\n")
LOST, KEPT = "DTSTART:20260710T200000", "DTSTART;TZID=Stage:20260710T200000"
EXCEPTION = "EXDATE;TZID=Stage:20260711T200000"

changed = False
for name, read, source, seen in (
    ("jCal", Calendar.from_jcal, JCAL, LOST),
    ("iCalendar", Calendar.from_ical, ICALENDAR, KEPT),
    ("jCal again", Calendar.from_jcal, JCAL, KEPT),
):
    lines = read(source).events[0].to_ical().decode().splitlines()
    start, exception = (next(each for each in lines if each.startswith(key)) for key in ("DTSTART", "EXDATE"))
    print(f"{name:10}  {start:34}  {exception}")
    changed = changed or (start, exception) != (seen, EXCEPTION)
raise SystemExit("The behaviour has changed." if changed else 0)
PYTHON
