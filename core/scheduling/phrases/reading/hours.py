"""Hours on both sides of a range mark made a range of time.

Each join changes the end of `out`, and returns how many items after the mark it took; None if it does
not apply.
"""

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import ClockForm, DayForm, Item, Number, Shape, Span, Time
from core.scheduling.phrases.reading.sides import Sides, drop_opener


def clock_of(item: Item | None) -> ClockForm | None:
    """The clock time that an item is or may be."""
    if isinstance(item, Time):
        return item.first if item.shape is Shape.AT else None
    return _clock_of_figure(item) if isinstance(item, Number) else None


def _clock_of_figure(figure: Number) -> ClockForm | None:
    """The clock time in a bare figure, if it can be one: "7", "1930"."""
    hour, minute = (figure.value, 0) if figure.digits < 3 else divmod(figure.value, 100)
    if figure.digits > 4 or hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    half = "24" if figure.digits == 4 or hour > 12 or hour == 0 else ""
    return ClockForm(figure.start, figure.end, hour, minute, half)


def joined_moments(out: list[Item], sides: Sides) -> int | None:
    """Join two hours that each have a day: "Fri 5pm to 8pm Sunday", "5pm Friday to 8pm Sunday"."""
    if not isinstance(sides.right, Time) or not isinstance(sides.right2, DayForm):
        return None
    if isinstance(sides.left, Time):
        day, hour = sides.left2, sides.left
        ends = clock_of(sides.right) is not None or _is_part(sides.right)
    elif isinstance(sides.left2, Time):
        day, hour = sides.left, sides.left2
        ends = clock_of(sides.right) is not None
    else:
        return None
    if not ends or not isinstance(day, DayForm) or clock_of(hour) is None:
        return None
    start = min(day.start, hour.start)
    out[-2:] = [Span(start, sides.right2.end, day, sides.right2, hour, sides.right)]
    drop_opener(out)
    return 2


def joined_hours(out: list[Item], sides: Sides) -> int | None:
    """Join two hours, or an hour and the part of the day at its end: "7 - 9pm", "8pm - late"."""
    first, last = clock_of(sides.left), clock_of(sides.right)
    if first is None or (last is None and not _is_part(sides.right)):
        return None
    out[-1:] = [_time_range(first, last, sides.right)]
    drop_opener(out)
    return 1


def joined_hours_around_day(out: list[Item], sides: Sides) -> int | None:
    """Join two hours with the day after the first of them: "from 7 on Friday until 11"."""
    first, last = clock_of(sides.left2), clock_of(sides.right)
    if not isinstance(sides.left, DayForm) or first is None or last is None or sides.mark is Tag.DASH:
        return None
    out[-2:] = [sides.left, _time_range(first, last, sides.right)]
    drop_opener(out, 3)
    return 1


def _is_part(item: Item | None) -> bool:
    return isinstance(item, Time) and item.shape is Shape.PART


def _time_range(first: ClockForm, last: ClockForm | None, right: Item | None) -> Time:
    part = right.part if isinstance(right, Time) and last is None else ""
    label = right.label if isinstance(right, Time) else ""
    return Time(
        first.start, (right or first).end, Shape.RANGE, first=first, last=last, part_end=part, label=label
    )
