"""The dates of a post: the words about days are handed to the reader of sentences."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.marketplace.posts.answers import bare_figure
from core.marketplace.posts.day_words import Run, begins_series, is_echo, read_runs
from core.marketplace.posts.sheet import TAKEN, PostSheet
from core.marketplace.posts.values import MissingFact, PostAssumed, PostAssumption
from core.marketplace.posts.vocabularies import compiled, spelt
from core.scheduling.lexicons import Tag
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import (
    Assumed,
    Assumption,
    Problem,
    Reading,
    Statement,
    Trouble,
    Understanding,
)
from core.scheduling.recurrence.expansion import next_occurrences

MOST_DATES = 62
"""Dates of one post."""
MOST_OPEN = 26
"""Dates of a series without an end: half a year of weeks, a year of months."""
MOST_AHEAD = timedelta(days=366)
"""The furthest that such a series is followed."""
_TWO_MONTHS = 62
"""Days in which every day of the month comes, but for a 31st."""
_LONGEST = 600
"""Characters of all such stretches together."""

_MONTH_ALONE = {Tag.IN, Tag.THE, Tag.ON, Tag.OF, Tag.OPEN, Tag.CLOSE, Tag.MONTH}
_KEPT_ASSUMPTIONS = (Assumed.UNTIL, Assumed.BEFORE, Assumed.DATE, Assumed.WEEK, Assumed.PHASE)
_NO_TROUBLE = (Trouble.NOT_AVAILABILITY, Trouble.EMPTY)


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates that a post names."""

    days: tuple[date, ...] = ()
    either: bool = False
    assumptions: tuple[Assumption | PostAssumption, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_dates(sheet: PostSheet) -> Dates:
    """The dates in what is left of the text."""
    runs, echoes = _told_apart(sheet, read_runs(sheet))
    if not runs:
        return _asked(sheet)
    assumptions: list[Assumption | PostAssumption] = []
    problems: list[Problem] = []
    days: set[date] = set()
    for understood in _understood(sheet, runs):
        days |= _days(sheet, understood, assumptions)
        if understood.problem is not None and understood.problem.code not in _NO_TROUBLE:
            problems.append(understood.problem)
    _nights(sheet, days, runs, assumptions)
    for run in echoes:
        problems += _contradictions(sheet, run, days)
    choice = _choice(runs)
    either = choice is not None and len(days) > 1
    if choice is not None and either:
        assumptions.append(PostAssumption(PostAssumed.EITHER, _text(sheet, [choice])))
    return Dates(tuple(sorted(days))[:MOST_DATES], either, tuple(assumptions), tuple(problems))


def _asked(sheet: PostSheet) -> Dates:
    """The day in a bare answer to a question for the date: "11th", "the 11th", "11"."""
    if sheet.about is not MissingFact.DATE or TAKEN in sheet.left:
        return Dates()
    bare = bare_figure(sheet, MissingFact.DATE)
    if bare is not None:
        coming = (sheet.frame.today + timedelta(days=n) for n in range(_TWO_MONTHS))
        days = tuple(day for day in coming if day.day == bare.number)[:1]
        words = sheet.words(bare.start, bare.end)
        return Dates(days, assumptions=tuple(Assumption(Assumed.DATE, words, day=day) for day in days))
    understood = understand(sheet.typed[:_LONGEST], sheet.context)
    assumptions: list[Assumption | PostAssumption] = []
    found = _days(sheet, understood, assumptions) if understood.problem is None else set()
    return Dates(tuple(sorted(found))[:MOST_DATES], assumptions=tuple(assumptions))


def _told_apart(sheet: PostSheet, runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """The stretches that give dates, and those that only repeat them: "Fri 5 Dec ... see you Friday"."""
    echoes = [run for run in runs if is_echo(run)]
    named = [run for run in runs if run not in echoes]
    plain = [run for run in named if not _is_party(sheet, run)] or named
    nights = [run for run in plain if not _is_beside(run)]
    told = plain if any(map(_repeats, plain)) else nights or plain
    return (told, echoes) if told else (echoes, [])


def _is_beside(run: Run) -> bool:
    """Whether a stretch beside dates gives none itself: "apply by 31 Jan", "our tour in March"."""
    tags = [token.tag for token in run]
    return tags[0] in (Tag.UNTIL, Tag.BEFORE) or (set(tags) <= _MONTH_ALONE and tags.count(Tag.MONTH) == 1)


def _repeats(run: Run) -> bool:
    """Whether a stretch gives a series, which "until 31 Jan" may end."""
    return any(token.tag in (Tag.EVERY, Tag.ALTERNATE, Tag.OFTEN) or token.many for token in run)


def _understood(sheet: PostSheet, runs: list[Run]) -> list[Understanding]:
    """The stretches read as one sentence; each by itself where that cannot be read."""
    whole = understand(_text(sheet, runs), sheet.context)
    if whole.problem is None or len(runs) == 1:
        return [whole]
    return [understand(_text(sheet, [run]), sheet.context) for run in runs]


def _choice(runs: list[Run]) -> Run | None:
    """The stretch that gives a choice: "5 or 12 Dec"."""
    return next((run for run in runs if any(token.tag is Tag.OR for token in run[1:-1])), None)


def _nights(
    sheet: PostSheet, days: set[date], runs: list[Run], assumptions: list[Assumption | PostAssumption]
) -> None:
    """Compare "3 nights" with the dates; "3 nights at Easter" begins on Good Friday."""
    pattern = compiled(r"(?<![\w.,:/£$€])([2-9])[ -]?{0:bare}(?!\w)", sheet.vocabulary.nights)
    match = pattern.search(sheet.low)
    if match is None or len(days) == int(match[1]) or not days:
        return
    assumptions.append(PostAssumption(PostAssumed.NIGHTS, sheet.words(*match.span())))
    easter = any(token.tag is Tag.HOLIDAY and token.key == "easter" for run in runs for token in run)
    if easter and len(days) == 1:
        sunday = days.pop()
        nights = (sunday + timedelta(days=n - 2) for n in range(int(match[1])))
        days.update(night for night in nights if night >= sheet.frame.today)


def _is_party(sheet: PostSheet, run: Run) -> bool:
    """Whether a holiday names the event and not its date: "Xmas party"."""
    following = next((token for token in sheet.source.tokens if token.start >= run[-1].end), None)
    alone = len(run) == 1 and run[0].tag is Tag.HOLIDAY
    return alone and following is not None and following.text in spelt(sheet.vocabulary.parties)


def _text(sheet: PostSheet, runs: list[Run]) -> str:
    """The stretches side by side as one sentence, in words that the reader of sentences knows."""
    return ", ".join(_said(sheet, run) for run in runs)[:_LONGEST]


def _said(sheet: PostSheet, run: Run) -> str:
    """A stretch of days: "start 17 Jan, every Sunday, 6 weeks" is "from 17 Jan every Sunday for 6 weeks"."""
    begin = run[0].start
    words = sheet.typed[begin : run[-1].end]
    begun = any(token.tag in (Tag.FROM, Tag.STARTING) for token in run)
    for i in reversed(range(len(run))):
        token = run[i]
        other = _other_word(sheet, run, i, begun=begun)
        if other is not None:
            words = words[: token.start - begin] + other + words[token.end - begin :]
    return words


def _other_word(sheet: PostSheet, run: Run, i: int, *, begun: bool) -> str | None:
    """What stands in the sentence for the token at `i`, if it is another word or none."""
    token, following = run[i], run[i + 1] if i + 1 < len(run) else None
    if token.tag is Tag.FROM and begins_series(sheet, token):
        return sheet.vocabulary.series_from
    if following is None:
        return None
    many = following.tag is Tag.EVERY or (following.tag is Tag.WEEKDAY and following.many)
    if token.tag is Tag.COMMA and begun and many:
        return ""
    if token.tag is Tag.COLON and following.tag is Tag.ORDINAL:
        return ""
    if begun and token.tag in (Tag.COMMA, Tag.IN) and _is_so_long(run, i + 1):
        return f" {sheet.vocabulary.series_for}"
    return None


def _is_so_long(run: Run, i: int) -> bool:
    """Whether "6 weeks" is at `i`."""
    unit = run[i + 1] if i + 1 < len(run) else None
    figures = run[i].tag in (Tag.NUMBER, Tag.CARDINAL)
    return figures and unit is not None and unit.tag is Tag.UNIT and unit.key == "week"


def _days(
    sheet: PostSheet, understood: Understanding, assumptions: list[Assumption | PostAssumption]
) -> set[date]:
    days: set[date] = set()
    for statement in understood.statements:
        found, bounded = _days_of(sheet, statement)
        days.update(found)
        if bounded and found:
            assumptions.append(PostAssumption(PostAssumed.BOUNDED, day=found[-1]))
    assumptions += [each for each in understood.assumptions if each.what in _KEPT_ASSUMPTIONS]
    return days


def _days_of(sheet: PostSheet, statement: Statement) -> tuple[list[date], bool]:
    """The dates of a statement, and whether they were cut off."""
    rule = statement.rule
    first = rule.start.date()
    if rule.repeat is None:
        if rule.nominal is None:
            return [first], True
        length = min(max(rule.nominal.days if rule.all_day else 1, 1), MOST_DATES)
        return [first + timedelta(days=n) for n in range(length)], False
    ends = rule.repeat.count is not None or rule.repeat.until is not None
    most = MOST_DATES if ends else MOST_OPEN
    found = [start.date() for start, _ in next_occurrences(rule, sheet.context.now, most)]
    if not ends:
        found = [day for day in found if day <= sheet.context.now.date() + MOST_AHEAD]
    return found, not ends


def _contradictions(sheet: PostSheet, run: Run, days: set[date]) -> list[Problem]:
    """A weekday that none of the dates has, as in "5 Dec, Friday"; with the days it could be."""
    weekdays = {token.number for token in run if token.tag is Tag.WEEKDAY}
    if not days or not weekdays or any(token.tag in (Tag.DAY_SET, Tag.DASH) for token in run):
        return []
    words = _text(sheet, [run])
    coming = understand(words, sheet.context)
    if weekdays & {day.weekday() for day in days} and not _is_another_week(sheet, run, coming, days):
        return []
    readings = (Reading(coming.statements),) if coming.problem is None else ()
    return [Problem(Trouble.WEEKDAY_MISMATCH, words, day=min(days), readings=readings)]


def _is_another_week(sheet: PostSheet, run: Run, coming: Understanding, days: set[date]) -> bool:
    """Whether "this Friday" is none of the dates, though one of them is a Friday."""
    if not any(token.tag is Tag.THIS for token in run):
        return False
    return not any(day in days for said in coming.statements for day in _days_of(sheet, said)[0])
