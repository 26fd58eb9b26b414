"""The times of a statement that count, and the meaning of a bare figure among them."""

from dataclasses import replace

from core.scheduling.phrases.forms import ClockForm, EntryForm, Shape, Time
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.understanding import Trouble


def times_that_count(frame: Frame, entry: EntryForm) -> list[Time]:
    """The times that count: doors before anything else on the night, no soundchecks, no bare figures."""
    times = [time for time in entry.times if time.shape is not Shape.ALL_DAY]
    doors = next((time for time in times if time.label == "doors"), None)
    if doors is not None:
        return [doors]
    times = _unlabelled(times)
    bare = [time for time in times if time.label == "bare"]
    if len(bare) > 1:
        raise frame.unclear(Trouble.AMBIGUOUS, bare[0])
    if not bare:
        return times
    figure = _settled(frame, bare[0], times)
    return [figure if time is bare[0] else time for time in times]


def _unlabelled(times: list[Time]) -> list[Time]:
    """The times without a label; the time on stage only if there is no other clock time."""
    plain = [time for time in times if time.label in ("", "bare")]
    if any(time.first or time.last or time.label for time in plain):
        return plain
    return plain + [time for time in times if time.label == "stage"][:1]


def _settled(frame: Frame, bare: Time, plain: list[Time]) -> Time:
    """A bare figure as a time: the chosen one, one of four figures, or the hour of a part of the day."""
    key = f"figure{bare.start}"
    chosen = frame.chosen.get(key)
    if isinstance(chosen, Time):
        return chosen
    figure = frame.words_at(bare.start, bare.end)
    found = _in_four_figures(bare, figure) or _of_part(bare, figure, plain)
    if found is None:
        choices = _halves(bare, figure) if len(plain) == 1 else ()
        raise frame.unclear(Trouble.AMBIGUOUS, bare, key=key, choices=choices)
    return found


def _in_four_figures(bare: Time, figure: str) -> Time | None:
    """As in "Friday 1930"."""
    if not figure.isdecimal() or len(figure) != 4:
        return None
    hour, minute = int(figure[:2]), int(figure[2:])
    return _at(bare, hour, minute, "24") if hour < 24 and minute < 60 else None


def _of_part(bare: Time, figure: str, plain: list[Time]) -> Time | None:
    """As in "Friday evening 7"; not in "Friday evenings 7", which may be a count."""
    parts = [time for time in plain if time.shape is Shape.PART and not time.many]
    if not _is_hour(figure) or len(plain) != 2 or len(parts) != 1:
        return None
    return _at(bare, int(figure))


def _halves(bare: Time, figure: str) -> tuple[Time, ...]:
    """The meanings of "Friday 7": 7pm or 7am; twelve is noon."""
    if not _is_hour(figure):
        return ()
    hour = int(figure)
    return tuple(_at(bare, hour, 0, half) for half in (("pm", "am") if hour != 12 else ("pm",)))


def _is_hour(figure: str) -> bool:
    return figure.isdecimal() and 1 <= int(figure) <= 12


def _at(bare: Time, hour: int, minute: int = 0, half: str = "") -> Time:
    return replace(bare, first=ClockForm(bare.start, bare.end, hour, minute, half), label="")
