"""Days side by side made one list."""

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import (
    Day,
    Every,
    Item,
    Several,
    Span,
    Stretch,
    Time,
    item_at,
    role_of,
    weekday_only,
)

_LIST = (Role.COMMA, Role.AND, Role.OR, Role.SLASH)


def joined_lists(items: list[Item]) -> list[Item]:
    """The items with all days in lists, a single day in a list of one."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        if isinstance(item, (Day, Stretch, Every, Span)):
            days = [item]
            j = i + 1
            while True:
                k = j
                while role_of(item_at(items, k)) in _LIST and k - j < 2:
                    k += 1
                follows = item_at(items, k)
                if not isinstance(follows, (Day, Stretch, Every, Span)):
                    break
                if k == j and not (
                    isinstance(days[-1], Day) and isinstance(follows, Day) and not follows.assumed
                ):
                    break
                if isinstance(follows, Span) and follows.opened and isinstance(days[0], Every):
                    break  # "every Friday and Saturday, from 1 to 20 Dec"
                if role_of(item_at(items, j)) is Role.COMMA and k == j + 1 and _is_rest(follows):
                    break  # "not Tuesday, the rest of the week is fine"
                if k > j and not _alike(
                    days[-1], follows, strict=role_of(item_at(items, j)) is Role.COMMA and k == j + 1
                ):
                    break
                if (
                    k == j + 1
                    and role_of(item_at(items, j)) is Role.COMMA
                    and _judging(_said_of(items, k + 1))
                    and _opened_by_kind(out)
                ):
                    break  # "free Fri, Sat maybe"
                if isinstance(item_at(out, len(out) - 1), Time) and isinstance(item_at(items, k + 1), Time):
                    break  # "all day Saturday and Sunday morning"
                days.append(follows)
                j = k + 1
            out.append(Several(item.start, days[-1].end, tuple(days)))
            i = j
            continue
        out.append(item)
        i += 1
    return out


def _is_rest(item: Item | None) -> bool:
    return isinstance(item, Stretch) and item.unit == "rest"


def _said_of(items: list[Item], i: int) -> Item | None:
    """The item at `i`, or behind one word there: "Sunday is fine"."""
    word = role_of(item_at(items, i)) is Role.WORD
    return item_at(items, i + word)


def _judging(item: Item | None) -> bool:
    return role_of(item) in (Role.FREE, Role.BUSY, Role.MAYBE, Role.NO, Role.QUESTION_MARK)


def _opened_by_kind(out: list[Item]) -> bool:
    """Whether what stands before in the same clause says what kind the days are."""
    for item in reversed(out):
        if role_of(item) in (*_LIST, Role.SEMICOLON, Role.STOP, Role.BUT, Role.INSTEAD):
            return False
        if _judging(item):
            return True
    return False


def _weeks(item: Item) -> bool:
    return isinstance(item, Every) and item.season and item.parity is not None


def _alike(a: Item, b: Item, *, strict: bool) -> bool:
    """Whether two neighbours are a list: after a comma alone, only days of one sort."""
    if (isinstance(a, Every) and a.bare) or (isinstance(b, Every) and b.bare):
        return False
    if _weeks(a) != _weeks(b):
        return False  # "Tuesdays in even weeks and Thursdays in odd weeks"
    if not strict:
        return True
    if isinstance(a, Every) or isinstance(b, Every):
        return (
            isinstance(a, Every) and isinstance(b, (Every, Day)) and (isinstance(b, Every) or weekday_only(b))
        )
    return True
