"""Days that come again: every, plurals, the n-th weekday of the month, how often."""

from dataclasses import replace
from datetime import date

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Day, Every, Item, Mark, Shape, Time
from core.scheduling.phrases.reading.dates import read_day
from core.scheduling.phrases.reading.months import month_stretch, year_at
from core.scheduling.phrases.reading.seasons import (
    months_at,
    read_every_dates,
    read_every_month,
    read_weeks,
    said_every_year,
)
from core.scheduling.phrases.reading.source import Read, Source, Unclear
from core.scheduling.phrases.understanding import Trouble

_WEEKEND = frozenset({5, 6})
_RANGED = (Role.TO, Role.DASH, Role.UNTIL)
_LISTED = (Role.AND, Role.OR, Role.COMMA, Role.SLASH)


def read_repeat(source: Source, i: int) -> Read | None:
    """Something that repeats, from token `i`."""
    token = source.at(i)
    match token.role:
        case Role.EVERY if (yearly := _yearly(source, i)) is not None:
            return yearly
        case Role.EVERY | Role.ANY | Role.ALTERNATE | Role.ALL:
            return _every(source, i)
        case Role.OFTEN:
            return _often(source, i)
        case Role.EVEN_WEEKS | Role.ODD_WEEKS:
            return read_weeks(source, i, start=token.start)
        case Role.TWICE_UNCLEAR:
            return [Every(token.start, token.end, "week", interval=2, bare=True, unclear=True)], i + 1
        case Role.DAY_SET:
            return [Every(token.start, token.end, "week", weekdays=token.days, part=token.key)], i + 1
        case Role.A if source.role(i - 1) is Role.ON and source.role(i + 1) is Role.WEEKDAY:
            day = source.at(i + 1)
            return [Every(day.start, day.end, "week", weekdays=frozenset({day.number}))], i + 2
        case Role.WEEKDAY if token.many:
            return [Every(token.start, token.end, "week", weekdays=frozenset({token.number}))], i + 1
        case Role.UNIT if token.key == "weekend" and (token.many or _repeated_part(source, i + 1)):
            return [Every(token.start, token.end, "week", weekdays=_WEEKEND)], i + 1
        case Role.UNIT if token.key == "day" and token.many and i == 0:
            return None
        case Role.ORDINAL | Role.LAST | Role.BEGINNING | Role.ENDING | Role.THE:
            return _nth(source, i)
        case Role.CARDINAL | Role.ONES:
            return _one_a_month(source, i)
    return None


def _yearly(source: Source, i: int) -> Read | None:
    """Every 25 December, every Christmas."""
    if source.role(i + 1) not in (Role.NUMBER, Role.ORDINAL, Role.MONTH, Role.HOLIDAY):
        return None
    if source.role(i + 1) is Role.MONTH and source.role(i + 2) not in (Role.NUMBER, Role.ORDINAL):
        return None
    figure = source.role(i + 1) in (Role.NUMBER, Role.ORDINAL)
    found = read_day(source, i + 1)
    if found is not None and len(found[0]) > 1:
        return read_every_dates(found, start=source.at(i).start)
    if figure and source.role(source.skip(i + 2, Role.OF)) is not Role.MONTH:
        return None
    day = found[0][0] if found is not None else None
    if found is None or not isinstance(day, Day):
        return None
    if day.on is not None:
        raise Unclear(
            Trouble.UNSUPPORTED, start=source.at(i).start, end=day.end
        )  # not all feasts keep their date
    every = Every(source.at(i).start, day.end, "year", month_days=(day.day or 1,), month=day.month)
    return [every], found[1]


def _repeated_part(source: Source, i: int) -> bool:
    return source.role(i) is Role.PART and source.at(i).many


def _one_a_month(source: Source, i: int) -> Read | None:
    """Ask which one, as in "one Sunday a month"."""
    j = source.skip(i + 1, Role.WEEKDAY)
    if (
        j == i + 2
        and source.role(j) in (Role.A, Role.EVERY, Role.OFTEN, Role.IN)
        and "month" in source.at(j).key + source.at(j + 1).key
    ):
        raise Unclear(Trouble.AMBIGUOUS, start=source.at(i).start, end=source.at(j + 1).end)
    return None


def _often(source: Source, i: int) -> Read:
    token = source.at(i)
    bare = token.key != "day"
    if token.key == "month" and source.role(i + 1) in (Role.BEGINNING, Role.ENDING):
        day = 1 if source.role(i + 1) is Role.BEGINNING else -1
        return [Every(token.start, source.at(i + 1).end, "month", month_days=(day,))], i + 2
    if token.key == "month" and source.role(i + 1) is Role.OF and source.role(i + 2) is Role.MONTH:
        named = read_every_month(source, i + 2, start=token.start)  # "tous les mois d'août"
        if named is not None and source.role(named[1]) not in _RANGED:
            return named
    if token.key == "year":
        found = _on_date(source, i + 1, start=token.start, interval=token.number)
        if found is not None:
            return found
    return [Every(token.start, token.end, token.key, interval=token.number, bare=bare)], i + 1


def _on_date(source: Source, i: int, *, start: int, interval: int) -> Read | None:
    """The date behind "every year on"."""
    found = read_day(source, i + 1) if source.role(i) is Role.ON else None
    day = found[0][0] if found is not None and len(found[0]) == 1 else None
    if found is None or not isinstance(day, Day) or day.day is None or day.month is None or day.year:
        return None
    every = Every(start, day.end, "year", interval, month_days=(day.day,), month=day.month)
    return [every], found[1]


def _every(source: Source, i: int) -> Read | None:
    """Every Tuesday, any weekday, all Mondays, every 3 weeks, alternate Saturdays, every evening."""
    start, role = source.at(i).start, source.role(i)
    j = source.skip(i + 1, Role.THE) if role is Role.ALL else i + 1
    j = source.skip(j, Role.ONES) if role is not Role.ALTERNATE else j
    interval = 2 if role is Role.ALTERNATE else 1
    some = role is Role.ANY
    number = source.at(j)
    if number.role in (Role.NUMBER, Role.CARDINAL) and role in (Role.EVERY, Role.ANY):
        follows = source.at(j + 1)
        if follows.role not in (Role.UNIT, Role.WEEKDAY, Role.DAY_SET):
            return None
        if not 1 <= number.number <= 52:
            raise Unclear(Trouble.NOT_UNDERSTOOD, start=start, end=follows.end)
        interval, j = number.number, j + 1
    elif role is Role.ALTERNATE and number.role in _LISTED and source.role(j + 1) is Role.ORDINAL:
        return _every_nth(source, j + 1, start=start, also=(2,))  # "every second and fourth Tuesday"
    elif number.role is Role.ORDINAL or (number.role is Role.LAST and role is Role.EVERY):
        return _every_nth(source, j, start=start)
    token = source.at(j)
    whole = role is Role.ALL and not token.many
    match token.role:
        case Role.WEEKDAY if not whole:
            if interval == 2 and _of_the_month(source, j + 1):
                found = _nth_of(source, (2,), j, start=start)
                if found is not None:
                    return found
            every = Every(
                start, token.end, "week", interval=interval, weekdays=frozenset({token.number}), some=some
            )
            return [every], j + 1
        case Role.DAY_SET:
            every = Every(
                start, token.end, "week", interval=interval, weekdays=token.days, some=some, part=token.key
            )
            return [every], j + 1
        case Role.UNIT if token.key == "weekend" and not whole:
            return [Every(start, token.end, "week", interval=interval, weekdays=_WEEKEND, some=some)], j + 1
        case Role.UNIT if token.key in ("day", "week", "fortnight", "month", "year") and not whole:
            return _every_unit(source, j, start=start, interval=interval, some=some)
        case Role.PART if not whole:
            part = Time(token.start, token.end, Shape.PART, part=token.key, many=True)
            return [Every(start, token.start, "day", interval=interval, some=some), part], j + 1
        case Role.ONES if role is Role.ALTERNATE:
            return [Every(start, token.end, "week", interval=2, bare=True)], j + 1
        case Role.EVEN_WEEKS | Role.ODD_WEEKS if interval == 1:
            return read_weeks(source, j, start=start, some=some)
        case Role.MONTH if role is Role.EVERY:
            return read_every_month(source, j, start=start)
    return None


def _every_unit(source: Source, j: int, *, start: int, interval: int, some: bool) -> Read:
    token = source.at(j)
    unit, times = ("week", 2) if token.key == "fortnight" else (token.key, 1)
    if unit == "month" and source.role(j + 1) in (Role.BEGINNING, Role.ENDING):
        day = 1 if source.role(j + 1) is Role.BEGINNING else -1
        return [Every(start, source.at(j + 1).end, "month", interval=interval, month_days=(day,))], j + 2
    if unit == "year":
        found = _on_date(source, j + 1, start=start, interval=interval)
        if found is not None:
            return found
    return [Every(start, token.end, unit, interval=interval * times, bare=unit != "day", some=some)], j + 1


def _ordinals(source: Source, i: int) -> tuple[tuple[int, ...], int]:
    """A list of ordinals: "first and third", "2nd & 4th", "2nd to the last"."""
    found: list[int] = []
    j = i
    while True:
        k = source.skip(j, Role.THE)
        token = source.at(k)
        if token.role is Role.LAST:
            number = -1
        elif token.role is Role.ORDINAL:
            number = token.number
            back = source.skip(k + 1, Role.TO, Role.THE)
            if source.role(k + 1) is Role.TO and source.role(back) is Role.LAST:
                number, k = -number, back
        else:
            break
        found.append(number)
        j = k + 1
        join = source.skip(j, *_LISTED)
        if join == j or source.role(source.skip(join, Role.THE)) not in (Role.ORDINAL, Role.LAST):
            break
        j = join
    return tuple(found), j


def _every_nth(source: Source, i: int, *, start: int, also: tuple[int, ...] = ()) -> Read | None:
    """Every third Sunday, every 4th and 10th of the month, every first and third Friday."""
    nths, j = _ordinals(source, i)
    if not nths:
        return None
    nths = also + nths
    token = source.at(j)
    if token.role is Role.WEEKDAY:
        found = _nth_of(source, nths, j, start=start, yearly=True)
        if found is not None:
            return found
        every = Every(start, token.end, "month", weekdays=frozenset({token.number}), nths=nths)
        return [every if len(nths) > 1 else replace(every, alone=True)], j + 1
    if (
        token.role is Role.UNIT
        and token.key in ("day", "week", "month", "weekend", "year")
        and len(nths) == 1
        and 1 <= nths[0] <= 52
    ):
        if token.key == "weekend" and _of_the_month(source, j + 1):
            raise Unclear(Trouble.UNSUPPORTED, start=start, end=token.end)
        if token.key == "weekend":
            return [Every(start, token.end, "week", interval=nths[0], weekdays=_WEEKEND)], j + 1
        return [Every(start, token.end, token.key, interval=nths[0], bare=token.key != "day")], j + 1
    if _of_the_month(source, j):
        return [
            Every(start, source.at(_past_month(source, j) - 1).end, "month", month_days=nths)
        ], _past_month(source, j)
    return None


def _of_the_month(source: Source, i: int) -> bool:
    return _past_month(source, i) > i


def _past_month(source: Source, i: int) -> int:
    """The index after "of the month", "of every 3 months", "each month"; `i` when that is not there."""
    j = source.skip(i, Role.OF, Role.IN)
    token = source.at(j)
    if token.role is Role.OFTEN and token.key == "month":
        return j + 1
    if j > i and token.role is Role.UNIT and token.key == "month" and not token.many:  # "im Monat"
        return j + 1
    if token.role in (Role.EVERY, Role.THE, Role.A, Role.ANY, Role.ALTERNATE):
        k = j + 1 + (source.role(j) is Role.EVERY and source.role(j + 1) in (Role.NUMBER, Role.CARDINAL))
        if source.at(k).role is Role.UNIT and source.at(k).key == "month":
            return k + 1
    return i


def _interval(source: Source, i: int, end: int) -> int:
    if any(source.role(k) is Role.ALTERNATE for k in range(i, end)):
        return 2
    number = next(
        (source.at(k).number for k in range(i, end) if source.role(k) in (Role.NUMBER, Role.CARDINAL)), 1
    )
    if not 1 <= number <= 48:
        raise Unclear(Trouble.NOT_UNDERSTOOD, start=source.at(i).start, end=source.at(end - 1).end)
    return number


def _nth_of(
    source: Source, nths: tuple[int, ...], i: int, *, start: int, yearly: bool = False
) -> Read | None:
    """The n-th weekday, with the month or months it is of; with `yearly`, of a month of every year."""
    weekday = source.at(i)
    j = i + 1
    after = _past_month(source, j)
    every = Every(start, weekday.end, "month", weekdays=frozenset({weekday.number}), nths=nths)
    if any(not 1 <= abs(n) <= 5 for n in nths):
        return None
    if after > j:
        return [replace(every, end=source.at(after - 1).end, interval=_interval(source, j, after))], after
    k = source.skip(j, Role.OF, Role.IN)
    if k > j and source.role(k) is Role.EVERY and source.role(k + 1) is Role.MONTH:
        k, yearly = k + 1, True  # "the first Monday of every May"
    token = source.at(k)
    if k > j and token.role is Role.MONTH:
        year, after = year_at(source, k + 1)
        if year is None and (yearly or said_every_year(source)):
            months, after = months_at(source, k)
            return [replace(every, end=source.at(after - 1).end, months=months)], after
        if (
            source.role(after) in (Role.DASH, Role.TO, Role.AND, Role.OR)
            and source.role(after + 1) is Role.MONTH
        ):
            return None
        return _dated(
            source,
            nths,
            weekday.number,
            month_stretch(source, token.number, year, start=0, end=0).first,
            start=start,
            after=after,
            may_move=year is None,
        )
    if k > j and token.role in (Role.THIS, Role.NEXT) and source.at(k + 1).key == "month":
        month = calendar.month_start(source.today, token.role is Role.NEXT)
        return _dated(source, nths, weekday.number, month, start=start, after=k + 2)
    monthly = any(t.role is Role.OFTEN and t.key == "month" for t in source.tokens)
    if len(nths) > 1 or weekday.many or monthly:
        return [every], j
    return None


def _dated(
    source: Source,
    nths: tuple[int, ...],
    weekday: int,
    month: date,
    *,
    start: int,
    after: int,
    may_move: bool = False,
) -> Read:
    items: list[Item] = []
    end = source.at(after - 1).end
    for nth in nths:
        on = calendar.nth_weekday(month, weekday, nth)
        if on is not None and on < source.today and may_move:
            on = calendar.nth_weekday(month.replace(year=month.year + 1), weekday, nth)
        if on is None:
            raise Unclear(Trouble.IMPOSSIBLE_DATE, start=start, end=end)
        items += [Day(start, end, on=on), Mark(end, end, Role.AND)]
    return items[:-1], after


def _nth(source: Source, i: int) -> Read | None:
    """First Saturday of every month; 4th of each month; the last of the month; the first one of the month."""
    start = source.at(i).start
    if source.role(i) in (Role.BEGINNING, Role.ENDING):
        j = _past_month(source, i + 1)
        if (j > i + 1 and source.role(j - 2) in (Role.EVERY, Role.OFTEN)) or (
            j > i + 1 and source.role(j - 1) is Role.OFTEN
        ):
            day = 1 if source.role(i) is Role.BEGINNING else -1
            return [Every(start, source.at(j - 1).end, "month", month_days=(day,))], j
        return None
    nths, j = _ordinals(source, i)
    if not nths:
        return None
    token = source.at(j)
    if token.role is Role.WEEKDAY:
        if source.role(i) is Role.THE and source.role(j + 1) in (Role.NUMBER, Role.ORDINAL):
            return None
        return _nth_of(source, nths, j, start=start)
    if token.role is Role.ONES or (token.role is Role.CARDINAL and token.number == 1):
        after = _past_month(source, j + 1)
        if after > j + 1:
            return [Every(start, source.at(after - 1).end, "month", nths=nths, bare=True)], after
        if source.role(source.skip(j + 1, Role.OF, Role.IN)) is Role.MONTH:
            raise Unclear(Trouble.UNSUPPORTED, start=start, end=source.at(j + 2).end)
        return None
    if token.role is Role.UNIT and token.key == "weekend" and _past_month(source, j + 1) > j + 1:
        raise Unclear(Trouble.UNSUPPORTED, start=start, end=token.end)
    if token.role is Role.UNIT and token.key == "day" and not token.many and nths[-1] < 0:
        j += 1
    after = _past_month(source, j)
    if after > j:
        if source.role(after - 1) is Role.UNIT and source.role(after - 2) is Role.A:
            return None
        month_days = tuple(n for n in nths)
        if any(not -31 <= n <= 31 for n in nths):
            raise Unclear(Trouble.IMPOSSIBLE_DATE, start=start, end=token.end)
        return [
            Every(
                start,
                source.at(after - 1).end,
                "month",
                interval=_interval(source, j, after),
                month_days=month_days,
            )
        ], after
    return None
