"""A whole sentence understood: read and resolved once, and again for every reading offered."""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace

from core.scheduling.lexicons import Tag, language_of
from core.scheduling.phrases import gate
from core.scheduling.phrases.forms import EntryForm
from core.scheduling.phrases.lexing.dictionary import dictionary_for
from core.scheduling.phrases.lexing.heading import with_excepted_months, with_heading_months
from core.scheduling.phrases.lexing.normalise import LIMIT, even
from core.scheduling.phrases.lexing.tokens import tokenise
from core.scheduling.phrases.reading.clauses import entries_of
from core.scheduling.phrases.reading.items import read_items
from core.scheduling.phrases.reading.reduce import reduced
from core.scheduling.phrases.reading.source import Choice, Source, UnclearWords
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.resolve import statements_of
from core.scheduling.phrases.understanding import (
    Assumption,
    Context,
    Problem,
    Reading,
    Statement,
    Trouble,
    Understanding,
)

MOST_RULES = 40
"""Statements of one sentence; more is no sentence."""
MOST_READINGS = 4
MOST_TOKENS = 300
"""Words, figures and signs; with `normalise.LIMIT` the bound on all work."""
LATE_SUNDAY = 18
"""The hour from which "this weekend" is the next one."""


def understand(words: str, context: Context) -> Understanding:
    """The availability in a sentence.

    Pure and bounded: no clock, no input or output, no exception on any text; work grows with the
    length of the text, and texts longer than `normalise.LIMIT` are refused unread.
    """
    if _speaks(words, _COMMON, context.locale):
        region = "US" if month_first(context.locale) else "GB"
        return _understood(words, replace(context, locale=f"{_COMMON}-{region}"))
    return _understood(words, context)


_COMMON = "en"
"""The language that people share when it is not their own."""


def _speaks(words: str, language: str, locale: str) -> bool:
    """Whether a language knows more of the words than that of the locale; misspellings do not count."""
    own = language_of(locale)
    if own == language or len(words) > LIMIT:
        return False
    low = even(words)[1]
    return _strange(low, language) < _strange(low, own)


def _strange(low: str, language: str) -> int:
    """The number of words in a text that a language does not know as they stand."""
    dictionary = dictionary_for(language)
    tokens = tokenise(low, dictionary)
    alphabetic = (token.text for token in tokens if token.text.replace("'", "").isalpha())
    return sum(text not in dictionary.phrases for text in alphabetic)


def _understood(words: str, context: Context) -> Understanding:
    if not words.strip():
        return _refused(Trouble.EMPTY)
    if len(words) > LIMIT:
        return _refused(Trouble.TOO_LONG)
    typed, low = even(words)
    try:
        entries = _read(low, context)
        statements, assumptions = _resolved(entries, typed, context, {})
    except UnclearWords as unclear:
        return _asked(unclear, typed, low, context)
    except (OverflowError, ValueError):  # arithmetic that left the calendar
        return _refused(Trouble.IMPOSSIBLE_DATE)
    return Understanding(statements, assumptions)


def _refused(code: Trouble) -> Understanding:
    return Understanding(problem=Problem(code))


def _read(low: str, context: Context) -> list[EntryForm]:
    dictionary = dictionary_for(language_of(context.locale))
    tokens = tokenise(low, dictionary)
    if len(tokens) > MOST_TOKENS:
        raise UnclearWords(Trouble.TOO_LONG)
    gate.check(tokens)
    tokens = with_excepted_months(with_heading_months(tokens))
    now = context.now
    late_sunday = now.weekday() == 6 and now.hour >= LATE_SUNDAY
    source = Source(
        tokens,
        now.date(),
        month_first=month_first(context.locale),
        hours_24=dictionary.lexicon.hours_24,
        half_is_before=dictionary.lexicon.half_is_before,
        adjectives_behind=dictionary.lexicon.adjectives_behind,
        nameable=dictionary.nameable,
        unnaming=dictionary.unnaming,
        suiting=dictionary.suiting,
        late_sunday=late_sunday,
    )
    items = reduced(read_items(source))
    entries = entries_of(items)
    if not entries:
        judged = any(token.tag in (Tag.FREE, Tag.BUSY, Tag.MAYBE) for token in tokens)
        raise UnclearWords(Trouble.NOT_UNDERSTOOD if judged else Trouble.NOT_AVAILABILITY)
    return entries


def month_first(locale: str) -> bool:
    """Whether in that locale 5/6 is the sixth of May."""
    return locale.replace("_", "-").lower() in ("en-us", "en-ph", "es-us")


def _resolved(
    entries: list[EntryForm], typed: str, context: Context, chosen: Mapping[str, Choice]
) -> tuple[tuple[Statement, ...], tuple[Assumption, ...]]:
    frame = Frame(context, typed, dict(chosen))
    statements = statements_of(frame, [copy(entry) for entry in entries])
    if not statements:
        raise UnclearWords(Trouble.NOT_UNDERSTOOD)
    if len(statements) > MOST_RULES:
        raise UnclearWords(Trouble.UNSUPPORTED)
    return tuple(statements), tuple(frame.assumptions)


def _with_month(low: str, start: int, end: int, context: Context) -> tuple[int, int]:
    """The stretch of a day's figure with the month beside it, which together are no date."""
    tokens = tokenise(low, dictionary_for(language_of(context.locale)))
    beside = (Tag.MONTH, Tag.OF, Tag.THE)
    after = next((i for i, token in enumerate(tokens) if token.start >= end), len(tokens))
    for token in tokens[after : after + 3]:
        if token.tag not in beside:
            break
        end = token.end if token.tag is Tag.MONTH else end
    before = next((i for i, token in enumerate(tokens) if token.end > start), 0)
    for token in reversed(tokens[max(before - 2, 0) : before]):
        if token.tag not in beside:
            break
        start = token.start if token.tag is Tag.MONTH else start
    return start, end


def _asked(unclear: UnclearWords, typed: str, low: str, context: Context) -> Understanding:
    """The problem, with a reading for every choice that holds."""
    readings: list[Reading] = []
    whole: tuple[Statement, ...] = ()
    for choice in unclear.choices[:MOST_READINGS]:
        try:
            found = _resolved(_read(low, context), typed, context, {unclear.key: choice})
        except (UnclearWords, OverflowError, ValueError):
            continue
        readings.append(Reading(*found))
        if choice == frozenset():
            whole = found[0]
    start, end = unclear.start, unclear.end
    if unclear.code is Trouble.IMPOSSIBLE_DATE:
        start, end = _with_month(low, start, end, context)
    words = typed[start:end]
    problem = Problem(unclear.code, words, unclear.day, tuple(readings))
    return Understanding(whole, problem=problem)
