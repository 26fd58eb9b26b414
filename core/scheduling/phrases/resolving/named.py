"""Questions about parts of the day that are named only by something other than a day: "quiz nights"."""

from collections.abc import Sequence

from core.scheduling.phrases.forms import Days, DayStretch, EntryForm, Every, Span, Time
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.understanding import Trouble


def _any_day(day: Days) -> bool:
    """Whether days leave open which of them are meant: in December, every day."""
    return isinstance(day, (DayStretch, Span)) or (isinstance(day, Every) and day.unit == "day")


def check(frame: Frame, entry: EntryForm) -> None:
    """Ask which ones are meant, unless days tell it too: "quiz nights on Tuesdays"."""
    left_out = _first_named([*entry.except_times, *(time for _, times in entry.partly for time in times)])
    if left_out is not None:
        raise frame.unclear(Trouble.AMBIGUOUS, left_out)
    named = _first_named(entry.times)
    if named is None or not all(_any_day(day) for group in entry.days for day in group.days):
        return
    key = f"named{named.start}"
    if key not in frame.chosen:
        choices = (True,) if named.many else ()
        raise frame.unclear(Trouble.AMBIGUOUS, named, key=key, choices=choices)


def _first_named(times: Sequence[Time]) -> Time | None:
    return next((time for time in times if time.named), None)
