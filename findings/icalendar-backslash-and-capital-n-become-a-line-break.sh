#!/usr/bin/env bash
# icalendar 7.3.0: a backslash and a capital N in a text are written as a line break.
#
# Behaviour: before it escapes backslashes, vText turns each backslash that is followed by N into a line break. The file
# then has "\n" where "\\N" belongs (RFC 5545, section 3.3.11), so every reader sees a line break, icalendar as well.
# With a small n the text is right. A file in which it is written correctly is read correctly, but written again it is
# broken. The JSON of the same event (to_json) is right.
#
# Seen as content line and as text read back:
#   C:\new  SUMMARY:C:\\new  'C:\\new'
#   C:\New  SUMMARY:C:\new   'C:\new'   (\n is a line break here, as Python shows it)
#   SUMMARY:C:\\New is read as 'C:\\New', and written as SUMMARY:C:\new
#
# Ends with 0 while that is so, and with 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.0
cd "$folder"
venv/bin/python - <<'PYTHON'
from icalendar import Event

SEEN = {
    r"C:\new": (r"SUMMARY:C:\\new", r"C:\new"),
    r"C:\New": (r"SUMMARY:C:\new", "C:\new"),
}


def written(event):
    return event.to_ical().decode().splitlines()[1]


changed = False
for text, seen in SEEN.items():
    event = Event()
    event.add("summary", text)
    read = str(Event.from_ical(event.to_ical())["summary"])
    print(f"{text}  {written(event)}  {read!r}")
    changed = changed or (written(event), read) != seen

line = r"SUMMARY:C:\\New"
event = Event.from_ical(f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n")
read = str(event["summary"])
print(f"{line} is read as {read!r}, and written as {written(event)}")
changed = changed or (read, written(event)) != (r"C:\New", r"SUMMARY:C:\new")
raise SystemExit("The behaviour has changed." if changed else 0)
PYTHON
