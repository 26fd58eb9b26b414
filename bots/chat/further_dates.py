"""A second reading, outside the unit, of words that the grammar could not read; what is asked about it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bots.chat.catalogue import BY_NAME
from bots.chat.contexts import own_context
from bots.chat.conversations import Ask, Given, Option, Redirect
from bots.chat.results.conversation import OnlyCommands, Unpressed
from bots.chat.results.diary import AnotherDay, DateRead, SinglesOnly, Unclear
from bots.chat.turn import Turn
from core.pending import PendingCommand
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


_NOTHING = frozenset(
    {Trouble.NOT_UNDERSTOOD, Trouble.NOT_AVAILABILITY, Trouble.AMBIGUOUS, Trouble.UNSUPPORTED}
)
"""The troubles with which the grammar may have understood nothing at all."""


def read_again(ask: Ask, given: Given, readings: Readings, turn: Turn) -> Ask:
    """A handler's question, with the second reading of words in which it understood nothing.

    Raises Unread if nobody has looked yet.
    """
    words = given.values.get(ask.asking, "")
    if not words or not _nothing_understood(ask):
        return ask
    if given.denied == words:
        return another_day(ask)
    return reread(ask, readings.of(words, own_context(turn)), words)


def date_alone(
    text: str, readings: Readings, turn: Turn, pending: PendingCommand | None
) -> Redirect | SinglesOnly | Unpressed | OnlyCommands:
    """A message that may be a date in a further language: the day is asked about as any other.

    Raises Unread if nobody has looked yet.
    """
    match readings.of(text, own_context(turn)):
        case SingleDate(day=day):
            return Redirect("busy", {"when": day.isoformat(), "unsaid": "ask"})
        case MoreThanADate(languages=languages, mostly_days=True):
            return SinglesOnly(languages, BY_NAME["busy"].example)
        case None | MoreThanADate():
            return Unpressed(pending.command) if pending else OnlyCommands()
        case _:
            return Redirect("busy", {"when": text, "unsaid": "ask"})


def _nothing_understood(ask: Ask) -> bool:
    """Whether a handler could make nothing of an argument: no part of it, and no reading to choose."""
    return (
        isinstance(ask.about, Unclear)
        and ask.about.problem.code in _NOTHING
        and not (ask.options or ask.about.understood)
    )


def another_day(ask: Ask) -> Ask:
    """The question that follows a No."""
    return replace(ask, about=AnotherDay(ask.about.example, ask.about.saves))


def reread(ask: Ask, found: Found | None, words: str) -> Ask:
    """The question that the second reading leads to; the handler's own where it found nothing."""
    match found:
        case SingleDate(day=day, languages=languages):
            yes = Option("Yes", {ask.asking: day.isoformat()})
            no = Option("No", {Given.DENIED: words})
            return Ask("", DateRead(day, words, languages), (yes, no))
        case WrongDate(problem=problem):
            return replace(ask, about=replace(ask.about, problem=problem))
        case MoreThanADate(languages=languages):
            return replace(ask, about=SinglesOnly(languages, ask.about.example, ask.about.saves))
        case None:
            return ask
