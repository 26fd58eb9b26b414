"""Whatever the bytes are, reading them ends in a result; and nothing known is made up."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from core.moments import DAY
from core.scheduling.calendars.outcome import ReadCalendar, Unreadable
from core.scheduling.calendars.reader import read

FILES = sorted(Path(__file__).parent.glob("*.ics"))
LINES = sorted({line for each in FILES for line in each.read_bytes().replace(b"\r\n", b"\n").split(b"\n")})
START = 1795305600
WINDOW = (START, START + 30 * DAY)


def sound(found):
    if isinstance(found, Unreadable):
        return
    assert isinstance(found, ReadCalendar)
    assert 0 <= found.skipped <= found.events
    for spans in (found.busy.exact, found.busy.wall):
        edges = [edge for each in spans for edge in each]
        assert edges == sorted(set(edges))
        assert all(WINDOW[0] <= edge <= WINDOW[1] for edge in edges)


@given(st.binary(max_size=300))
def test_any_bytes(data):
    sound(read(data, WINDOW))
    sound(read(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + data + b"\nEND:VEVENT\nEND:VCALENDAR\n", WINDOW))


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_any_lines_in_any_order(lines):
    body = b"\r\n".join(lines)
    sound(read(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + body + b"\r\nEND:VEVENT\r\nEND:VCALENDAR", WINDOW))


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(FILES),
    st.lists(
        st.tuples(st.integers(0, 5000), st.sampled_from(b'0129:;,=-+TZ\r\n "PWDHM\xff\x00')), max_size=6
    ),
)
def test_calendars_with_a_few_letters_changed(file, changes):
    data = bytearray(file.read_bytes())
    for at, letter in changes:
        data[at % len(data)] = letter
    sound(read(bytes(data), WINDOW))
