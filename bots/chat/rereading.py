"""A second reading, outside the unit, of words that the grammar could not read; what is asked about it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bots.chat.conversations import Ask, Option
from bots.chat.results.diary import AnotherDay, DateRead, SinglesOnly, Unclear
from core.scheduling.phrases.understanding import Context, Trouble
from core.scheduling.tongues.found import Found, MoreThanADate, SingleDate, WrongDate

SecondReader = Callable[[str, Context], Awaitable[Found | None]]
"""Reads single dates in further languages. Slow: never to be awaited inside a unit."""


class Unread(Exception):
    """These words have to be read outside the unit before the turn can go on."""

    def __init__(self, words: str, context: Context) -> None:
        super().__init__(words)
        self.words = words
        self.context = context


class Readings:
    """The second reader's findings in one message, kept while its turn is run again."""

    def __init__(self, reader: SecondReader | None) -> None:
        self._reader = reader
        self._found: dict[str, Found | None] = {}

    def of(self, words: str, context: Context) -> Found | None:
        """The reader's findings in the words. Raises Unread if they have not been read yet."""
        if self._reader is None:
            return None
        if words not in self._found:
            raise Unread(words, context)
        return self._found[words]

    async def add(self, unread: Unread) -> None:
        """Look now; no unit may be open."""
        if self._reader is not None:
            self._found[unread.words] = await self._reader(unread.words, unread.context)


NOT_THAT = "_not_that"
"""The key, in a pending command, of words whose date the person has denied."""
_NOTHING = frozenset(
    {Trouble.NOT_UNDERSTOOD, Trouble.NOT_AVAILABILITY, Trouble.AMBIGUOUS, Trouble.UNSUPPORTED}
)
"""The troubles with which the grammar may have understood nothing at all."""


def nothing_understood(result: object, raw: Mapping[str, str]) -> bool:
    """Whether a handler could make nothing of an argument: no part of it, and no reading to choose."""
    return (
        isinstance(result, Ask)
        and isinstance(result.about, Unclear)
        and result.about.problem.code in _NOTHING
        and not (result.options or result.about.understood)
        and bool(raw.get(result.asking))
    )


def denied(ask: Ask, raw: Mapping[str, str]) -> bool:
    """Whether the person has already denied the date that was read from these words."""
    return raw.get(NOT_THAT) == raw[ask.asking]


def another_day(ask: Ask) -> Ask:
    """The question that follows a No."""
    return replace(ask, about=AnotherDay(ask.about.example, ask.about.saves))


def reread(ask: Ask, found: Found | None, raw: Mapping[str, str]) -> Ask:
    """The question that the second reading leads to; the handler's own where it found nothing."""
    words = raw[ask.asking]
    match found:
        case SingleDate(day=day, languages=languages):
            yes = Option("Yes", {ask.asking: day.isoformat()})
            no = Option("No", {NOT_THAT: words})
            return Ask("", DateRead(day, words, languages), (yes, no))
        case WrongDate(problem=problem):
            return replace(ask, about=replace(ask.about, problem=problem))
        case MoreThanADate(languages=languages):
            return replace(ask, about=SinglesOnly(languages, ask.about.example, ask.about.saves))
        case None:
            return ask
