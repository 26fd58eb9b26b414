"""Finding a band's green and amber stretches, and what leaves no time where there are none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.bands import Membership
from core.errors import Refusal
from core.habits import Habits
from core.ids import PersonId
from core.moments import DAY
from core.scheduling.green.barred import Barred, Whole, barred
from core.scheduling.green.cache import LineUpSpan, days_from, from_now_on, line_up_spans, line_ups
from core.scheduling.green.manager import Amber, Player
from core.scheduling.phrases.day_ranges import DayRange
from core.scheduling.recurrence.spans import Span, complement


@dataclass(eq=False)
class TooManyLineUps(Refusal):
    """There are too many ways to choose so few of so many."""

    size: int
    of: int


@dataclass(frozen=True, slots=True)
class LineUpSearch:
    """The players, days and line-up that a question is about."""

    members: tuple[Player, ...]
    days: DayRange
    size: int | None
    """As in ZonesAsked."""
    zone: str
    now: datetime
    taken: tuple[Span, ...]
    """Tidy: the time of the band's own commitments."""

    def found(self, habits: Habits) -> tuple[Sequence[LineUpSpan], Sequence[Amber]]:
        """Green stretches, and amber ones where the line-up is the whole one. Raises TooManyLineUps."""
        days = self.days
        if self.size is None:
            clear, nearly = from_now_on(self.members, habits, self.zone, days, self.now, self.taken)
            return [(span, ()) for span in clear], nearly
        out = line_ups(self.members, self.size)
        if out is None:
            raise TooManyLineUps(self.size, sum(each.required for each in self.members))
        return line_up_spans(self.members, out, habits, self.zone, days, self.now, self.taken), ()

    def barred(self, habits: Habits, names: dict[PersonId, Membership]) -> Barred | None:
        """The reason why there is no time, whether or not the members can."""

        def who_could(ignoring: Habits, within: Sequence[Span]) -> Whole:
            elsewhere = complement(within, (within[0][0] - DAY, within[-1][1] + DAY)) if within else []
            found, nearly = replace(self, taken=tuple(elsewhere)).found(ignoring)
            return _whole(found, nearly, names)

        asked = days_from(self.days, self.zone, self.now)
        return barred(self.days, asked, list(self.taken), habits, self.zone, who_could)


def _whole(found: Sequence[LineUpSpan], nearly: Sequence[Amber], names: dict[PersonId, Membership]) -> Whole:
    missing = {each.missing: None for each in nearly if each.missing is not None}
    hopeful = next((each.maybes for each in nearly if each.missing is None), ())
    return Whole(
        tuple(span for span, _ in found),
        tuple(names[PersonId(int(each))].name for each in missing),
        tuple(names[PersonId(int(each.member))].name for each in hopeful),
    )
