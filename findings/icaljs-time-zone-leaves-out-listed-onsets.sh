#!/usr/bin/env bash
# ical.js 2.2.1: in a VTIMEZONE only the first date of an RDATE counts, and beside an RDATE the DTSTART does not count.
#
# Behaviour: an RDATE may list several dates (RFC 5545, section 3.8.5.2), and DTSTART is the first onset of its
# observance (section 3.6.5), whether or not RDATE names it again. Timezone takes the first date of each RDATE, and
# DTSTART only where there is neither RDATE nor RRULE. So the zone misses changes, and times after them are an hour off;
# nothing is raised. A zone in which each onset has an RDATE of its own, the first one too, is read correctly. (Upstream
# has a closed pull request about DTSTART, 421.)
#
# Seen with the clock changes of Europe/London from October 2025 to October 2028, for 20:00 in London on three days:
#                          10 July 2026  10 July 2027  10 December 2028
#   RDATE:one,two          20:00 UTC     19:00 UTC     19:00 UTC
#   RDATE:one, RDATE:two   20:00 UTC     19:00 UTC     20:00 UTC
#   RDATE for DTSTART too  19:00 UTC     19:00 UTC     20:00 UTC   (which is right)
#
# Ends with 0 while that is so, and with 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" ical.js@2.2.1
cd "$folder"
node --input-type=module - <<'NODE'
import ICAL from "ical.js";

const SUMMER = ["20260329T010000", "20270328T010000", "20280326T010000"];
const WINTER = ["20251026T020000", "20261025T020000", "20271031T020000", "20281029T020000"];
const EVENINGS = ["20260710T200000", "20270710T200000", "20281210T200000"];
const together = (onsets) => [`DTSTART:${onsets[0]}`, `RDATE:${onsets.slice(1)}`];
const apart = (onsets) => [`DTSTART:${onsets[0]}`, ...onsets.slice(1).map((onset) => `RDATE:${onset}`)];
const again = (onsets) => [`DTSTART:${onsets[0]}`, ...onsets.map((onset) => `RDATE:${onset}`)];
const SEEN = [
  ["RDATE:one,two", together, ["20:00", "19:00", "19:00"]],
  ["RDATE:one, RDATE:two", apart, ["20:00", "19:00", "20:00"]],
  ["RDATE for DTSTART too", again, ["19:00", "19:00", "20:00"]],
];

function inUtc(evening, lines) {
  const text = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN",
    "BEGIN:VTIMEZONE", "TZID:Europe/London",
    "BEGIN:DAYLIGHT", ...lines(SUMMER), "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT",
    "BEGIN:STANDARD", ...lines(WINTER), "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT", "UID:night@example.org", "DTSTAMP:20260101T000000Z",
    `DTSTART;TZID=Europe/London:${evening}`, "END:VEVENT", "END:VCALENDAR", "",
  ].join("\r\n");
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
  return event.getFirstPropertyValue("dtstart").toJSDate().toISOString().slice(11, 16);
}

let changed = false;
for (const [name, lines, seen] of SEEN) {
  const found = EVENINGS.map((evening) => inUtc(evening, lines));
  console.log(name.padEnd(21), ...found.map((time) => ` ${time} UTC`));
  changed ||= found.join() !== seen.join();
}
if (changed) {
  console.error("The behaviour has changed.");
  process.exitCode = 1;
}
NODE
