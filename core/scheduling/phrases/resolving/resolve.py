"""Statements to rules: days times hours within bounds, without exceptions."""

from dataclasses import replace

from core.scheduling.kinds import Kind
from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import Boundary, DayForm, Days, DayStretch, EntryForm, Every, Shape, Span
from core.scheduling.phrases.reading.source import UnclearWords
from core.scheduling.phrases.resolving import named
from core.scheduling.phrases.resolving.clocks import Window
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.gather import gathered, inside
from core.scheduling.phrases.resolving.limits import upper
from core.scheduling.phrases.resolving.making import Made
from core.scheduling.phrases.resolving.once import dated
from core.scheduling.phrases.resolving.open_ended import open_ended
from core.scheduling.phrases.resolving.partly import parts_of
from core.scheduling.phrases.resolving.pieces import trimmed
from core.scheduling.phrases.resolving.plurals import repeating
from core.scheduling.phrases.resolving.remainder import remainder
from core.scheduling.phrases.resolving.repeated import every_rules
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.resolving.spelt import spelt_out
from core.scheduling.phrases.resolving.windows import windows_of
from core.scheduling.phrases.understanding import Statement, Trouble
from core.scheduling.recurrence.rules import Rule


def statements_of(frame: Frame, entries: list[EntryForm]) -> list[Statement]:
    """The rules of all statements in order; those about the rest of the time come first.

    A later rule wins, and "the rest of December is fine" takes back nothing else in the message.
    """
    found: list[Statement] = []
    rest: list[Statement] = []
    weekly = False
    for entry in (part for whole in spelt_out(frame, entries) for part in _denied(frame, whole)):
        rules = rules_of(frame, replace(entry, weekly=weekly))
        weekly = any(rule.repeat is not None and not rule.all_day for rule, _ in rules)
        into = rest if entry.rest else found
        into += [statement for statement in _statements(frame, entry, rules) if statement not in into]
    return [*rest, *found]


def _statements(frame: Frame, entry: EntryForm, rules: Made) -> list[Statement]:
    """The rules of one statement, the first of which knows what is left out of them."""
    made = [_statement(entry, rule, end_said=said) for rule, said in rules]
    if made and made[0].kind in (Kind.FREE, None):
        left = _left_open(frame, entry, [rule for rule, _ in rules])
        made[0] = replace(made[0], leaves_out=left, by_hour=bool(left) and not _excepts(entry))
    return made


def _excepts(entry: EntryForm) -> bool:
    """Whether days, hours or parts of days are explicitly left out."""
    return bool(entry.excepts or entry.partly or entry.except_times)


def _left_open(frame: Frame, entry: EntryForm, stated: list[Rule]) -> tuple[Rule, ...]:
    """The exceptions of a statement, or the rest of its days before or after an hour."""
    one_sided = len(entry.times) == 1 and entry.times[0].shape in (Shape.FROM, Shape.UNTIL)
    if not (_excepts(entry) or one_sided) or not entry.days or entry.only:
        return ()
    kept = list(frame.assumptions)
    times = [] if one_sided else entry.times
    plain = replace(entry, excepts=[], partly=[], except_times=[], times=times)
    try:
        whole = [rule for rule, _ in rules_of(frame, plain)]
    except UnclearWords:
        return ()
    finally:
        frame.assumptions[:] = kept
    left = remainder(whole, stated)
    return tuple(whole) if left is None else left


def _denied(frame: Frame, entry: EntryForm) -> list[EntryForm]:
    """Read a bare "not": "Fridays, not the 18th" leaves one out; "no Mondays, not the 20th" adds one."""
    if not entry.denied:
        return [entry]
    kept = list(frame.assumptions)
    less = replace(entry, excepts=[*entry.excepts, *entry.denied], denied=[])
    try:
        rules_of(frame, less)
    except UnclearWords as unclear:
        if unclear.code is not Trouble.NOT_AN_OCCURRENCE:
            raise
        first = entry.denied[0]
        other = EntryForm(first.start, entry.denied[-1].end, Kind.BUSY, said=True, days=list(entry.denied))
        return [replace(entry, denied=[]), other]
    finally:
        frame.assumptions[:] = kept
    return [less]


def _statement(entry: EntryForm, rule: Rule, *, end_said: bool) -> Statement:
    kind, leaning = entry.kind, entry.leaning
    if kind is None and not entry.said:
        some = any(isinstance(day, Every) and day.some for group in entry.days for day in group.days)
        kind = Kind.FREE if entry.only or some else None
    leaning = leaning if kind is Kind.MAYBE else None
    return Statement(rule, kind, only=entry.only, end_said=end_said, leaning=leaning)


def rules_of(frame: Frame, entry: EntryForm) -> Made:
    """The rules of one statement."""
    named.check(frame, entry)
    entry = repeating(entry)
    if entry.days:
        for bound in entry.bounds:
            if bound.mark is Tag.BACK:
                _agrees(frame, entry, bound)
        entry.bounds[:] = [b for b in entry.bounds if b.mark is not Tag.BACK]
    windows = trimmed(frame, entry, windows_of(frame, entry))
    if entry.partly:
        return [made for part in parts_of(frame, entry, windows) for made in _rules(frame, *part)]
    return _rules(frame, entry, windows)


def _rules(frame: Frame, entry: EntryForm, windows: list[Window]) -> Made:
    days, within = gathered(frame, entry)
    _check_each(frame, entry, days, windows)
    if not days:
        return open_ended(frame, entry, windows)
    made: Made = []
    stretches: list[DayStretch | Span | None] = [*within] or [None]
    for every in (day for day in days if isinstance(day, Every)):
        for stretch in stretches:
            made += every_rules(frame, entry, every, windows, stretch)
    once = [day for day in days if not isinstance(day, Every)]
    for day in _within(frame, once, within):
        made += dated(frame, entry, day, windows)
    return made


def _within(
    frame: Frame, days: list[DayForm | DayStretch | Span], within: list[DayStretch | Span]
) -> list[DayForm | DayStretch | Span]:
    """The days, in the stretch beside them if there is one: "Thursday or Friday, next week"."""
    if not days or not within:
        return days
    if len(within) > 1:
        raise frame.unclear(Trouble.AMBIGUOUS, within[1])
    return inside(frame, days, within[0])


def _check_each(frame: Frame, entry: EntryForm, days: list[Days], windows: list[Window]) -> None:
    """Ask about the length of one instance ("for three days each") unless whole days come again."""
    each = next((length for length in entry.lengths if length.unit == "each"), None)
    repeated = bool(days) and all(isinstance(day, Every) for day in days)
    if each is not None and (windows or not repeated):
        raise frame.unclear(Trouble.AMBIGUOUS, each)


def _agrees(frame: Frame, entry: EntryForm, bound: Boundary) -> None:
    """Refuse a return that is more than the end repeated: "flying Friday, back Sunday"."""
    last = entry.days[-1].days[-1]
    if isinstance(last, Every):
        raise frame.unclear(Trouble.AMBIGUOUS, bound)
    _, end = stretch_of(frame, last)
    if not 0 <= (upper(frame, bound) - end).days + 1 <= 1:
        raise frame.unclear(Trouble.AMBIGUOUS, bound)
