"""The state of one resolving: its context, its choices and its assumptions."""

from dataclasses import dataclass, field
from datetime import date, datetime

from core.scheduling.phrases.forms import Item
from core.scheduling.phrases.reading.source import Choice, UnclearWords
from core.scheduling.phrases.understanding import Assumption, Context, Trouble

FURTHEST = 366 * 6
"""Days ahead that a sentence may speak of."""


@dataclass(slots=True)
class Frame:
    """One attempt at resolving a sentence."""

    context: Context
    typed: str
    chosen: dict[str, Choice] = field(default_factory=dict)
    """Decisions for unclear places, in a reading."""
    assumptions: list[Assumption] = field(default_factory=list)
    month: tuple[int, int] | None = None
    """Year and month of the latest date named with a month; "and the 30th" is in it."""
    latest: date | None = None
    """The latest date named with a month."""

    @property
    def today(self) -> date:
        """The date of now."""
        return self.context.now.date()

    @property
    def now(self) -> datetime:
        """Wall time, to the minute."""
        return self.context.now.replace(second=0, microsecond=0, tzinfo=None)

    def words(self, item: "Item | None", until: "Item | None" = None) -> str:
        """The stretch of the sentence that an item was read from."""
        if item is None:
            return ""
        return self.typed[item.start : (until or item).end]

    def words_at(self, start: int, end: int) -> str:
        """A stretch of the sentence as typed."""
        return self.typed[start:end]

    def assume(self, assumption: Assumption) -> None:
        """Keep an assumption, once."""
        if assumption not in self.assumptions:
            self.assumptions.append(assumption)

    def unclear(
        self,
        code: Trouble,
        item: "Item | None" = None,
        *,
        day: date | None = None,
        key: str = "",
        choices: tuple[Choice, ...] = (),
    ) -> UnclearWords:
        """A refusal about an item."""
        start, end = (item.start, item.end) if item is not None else (0, 0)
        return UnclearWords(code, start=start, end=end, day=day, key=key, choices=choices)
