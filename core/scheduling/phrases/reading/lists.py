"""Days side by side made one list."""

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import (
    DayForm,
    Days,
    DayStretch,
    Every,
    Item,
    Several,
    Span,
    Time,
    item_at,
    tag_of,
    weekday_only,
)

_LIST = (Tag.COMMA, Tag.AND, Tag.OR, Tag.SLASH)
_MOST_SEPARATORS = 2
""""Friday, and Saturday"."""


def joined_lists(items: list[Item]) -> list[Item]:
    """The items with all days in lists, a single day in a list of one."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        i += 1
        if not isinstance(item, (DayForm, DayStretch, Every, Span)):
            out.append(item)
            continue
        days: list[Days] = [item]
        while (joined := _next_in_list(days, out, items, i)) is not None:
            follows, i = joined
            days.append(follows)
        out.append(Several(item.start, days[-1].end, tuple(days)))
    return out


def _next_in_list(days: list[Days], out: list[Item], items: list[Item], i: int) -> tuple[Days, int] | None:
    """The days at `i` that a list goes on with, and the index after them; None if it ends.

    `out` holds the items before the list.
    """
    k = i
    while k - i < _MOST_SEPARATORS and tag_of(item_at(items, k)) in _LIST:
        k += 1
    follows = item_at(items, k)
    if not isinstance(follows, (DayForm, DayStretch, Every, Span)):
        return None
    if k == i:
        listed = _side_by_side(days[-1], follows)
    elif k == i + 1 and tag_of(items[i]) is Tag.COMMA:
        listed = _listed_behind_comma(days[-1], follows, out, items, k)
    else:
        listed = _alike(days[-1], follows)
    if not listed or _limits(follows, days[0]) or _each_timed(out, items, k):
        return None
    return follows, k + 1


def _side_by_side(day: Days, follows: Days) -> bool:
    """Whether two days are a list with nothing between them: "Fri Sat Sun"."""
    return isinstance(day, DayForm) and isinstance(follows, DayForm) and not follows.assumed


def _listed_behind_comma(day: Days, follows: Days, out: list[Item], items: list[Item], k: int) -> bool:
    """Whether days after a comma continue a list: of one sort, and without a kind of their own."""
    if _is_rest(follows) or not _alike(day, follows) or not _of_one_sort(day, follows):
        return False  # "not Tuesday, the rest of the week is fine"
    return not (_judging(_said_of(items, k + 1)) and _opened_by_kind(out))  # "free Fri, Sat maybe"


def _limits(follows: Days, first: Days) -> bool:
    """Whether a range limits what repeats before it: "every Friday and Saturday, from 1 to 20 Dec"."""
    return isinstance(follows, Span) and follows.opened and isinstance(first, Every)


def _each_timed(out: list[Item], items: list[Item], k: int) -> bool:
    """Whether the list and the days at `k` each have a time: "all day Saturday and Sunday morning"."""
    return isinstance(item_at(out, len(out) - 1), Time) and isinstance(item_at(items, k + 1), Time)


def _is_rest(item: Item | None) -> bool:
    return isinstance(item, DayStretch) and item.unit == "rest"


def _said_of(items: list[Item], i: int) -> Item | None:
    """The item at `i`, or the next one after a word: "Sunday is fine"."""
    word = tag_of(item_at(items, i)) is Tag.WORD
    return item_at(items, i + word)


def _judging(item: Item | None) -> bool:
    return tag_of(item) in (
        Tag.FREE,
        Tag.BUSY,
        Tag.MAYBE,
        Tag.NO,
        Tag.QUESTION_MARK,
    )


def _opened_by_kind(out: list[Item]) -> bool:
    """Whether the words before, in the same clause, give the kind of the days."""
    for item in reversed(out):
        if tag_of(item) in (*_LIST, Tag.SEMICOLON, Tag.STOP, Tag.BUT, Tag.INSTEAD):
            return False
        if _judging(item):
            return True
    return False


def _weeks(item: Item) -> bool:
    return isinstance(item, Every) and item.season and item.parity is not None


def _alike(a: Days, b: Days) -> bool:
    """Whether neighbours may be a list, unlike "Tuesdays in even weeks and Thursdays in odd weeks"."""
    if (isinstance(a, Every) and a.bare) or (isinstance(b, Every) and b.bare):
        return False
    return _weeks(a) == _weeks(b)


def _of_one_sort(a: Days, b: Days) -> bool:
    """Whether both days repeat or neither does; in "Mondays, Tuesday" the Tuesday repeats too."""
    if isinstance(a, Every):
        return isinstance(b, Every) or weekday_only(b)
    return not isinstance(b, Every)
