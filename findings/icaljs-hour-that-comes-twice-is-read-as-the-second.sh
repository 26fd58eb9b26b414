#!/usr/bin/env bash
# ical.js 2.2.1: a local time that comes twice, when the clocks go back, is read as the second.
#
# Behaviour: RFC 5545, section 3.3.5, says that such a local time means its first occurrence. On 25 October 2026 the
# clocks in London go back from 02:00 to 01:00, so 01:30 is 00:30 UTC, and an hour later 01:30 UTC as well.
# Timezone.utcOffset notices that the time comes twice, and then takes standard time.
#
# Seen with DTSTART;TZID=Europe/London on 25 October 2026 and the rules that have held since 1996:
#   00:59  23:59 UTC
#   01:00  01:00 UTC, not 00:00
#   01:30  01:30 UTC, not 00:30
#   02:00  02:00 UTC
#
# Ends with 0 while that is so, and with 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" ical.js@2.2.1
cd "$folder"
node --input-type=module - <<'NODE'
import ICAL from "ical.js";

const SEEN = [
  ["00:59", "23:59", "23:59"],
  ["01:00", "01:00", "00:00"],
  ["01:30", "01:30", "00:30"],
  ["02:00", "02:00", "02:00"],
];

function inUtc(time) {
  const text = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN",
    "BEGIN:VTIMEZONE", "TZID:Europe/London",
    "BEGIN:DAYLIGHT", "DTSTART:19970330T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT",
    "BEGIN:STANDARD", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT", "UID:night@example.org", "DTSTAMP:20260101T000000Z",
    `DTSTART;TZID=Europe/London:20261025T${time.replace(":", "")}00`, "END:VEVENT", "END:VCALENDAR", "",
  ].join("\r\n");
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
  return event.getFirstPropertyValue("dtstart").toJSDate().toISOString().slice(11, 16);
}

let changed = false;
for (const [time, seen, right] of SEEN) {
  const found = inUtc(time);
  console.log(`${time}  ${found} UTC${found === right ? "" : `, not ${right}`}`);
  changed ||= found !== seen;
}
if (changed) {
  console.error("The behaviour has changed.");
  process.exitCode = 1;
}
NODE
