"""The steps of the tour: when each of them is done, and when there is nothing to do in it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from bandwidth.demo.sights import SeenApplication, Sight
from bandwidth.demo.town import BOOKER, LEADS
from bots.chat.results.green import GreenPicture, GreenShown
from bots.chat.results.market import DatesShown
from core.ids import ApplicationId
from core.marketplace.applications import OPEN, ApplicationStage
from core.marketplace.matching.search import MatchCard

_AGREED = (ApplicationStage.ACCEPTED, ApplicationStage.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Progress:
    """What has happened since the tour began."""

    sitting: str
    """The name of the person at the terminal."""
    began: Sight
    now: Sight
    answers: frozenset[type[object]]
    """The kinds of answers that there have been."""

    @property
    def made(self) -> tuple[SeenApplication, ...]:
        """The applications that were made since, and of which something may still come."""
        return tuple(
            each
            for which, each in self.now.applications.items()
            if which not in self.began.applications and each.stage in (*OPEN, ApplicationStage.CONFIRMED)
        )

    @property
    def sent(self) -> tuple[SeenApplication, ...]:
        """Those of them that a venue knows of."""
        return tuple(each for each in self.made if each.application.sent_at is not None)

    @property
    def waiting(self) -> SeenApplication | None:
        """The one that a venue has to decide on: the latest that was made, else one that was there."""
        there = [*self.now.applications.values()]
        pending = [each for each in there if each.stage is ApplicationStage.PENDING]
        return max(pending, key=lambda each: each.application.id, default=None)

    @property
    def agreed(self) -> SeenApplication | None:
        """The latest that a venue has accepted since."""
        fresh = [
            each
            for which, each in self.now.applications.items()
            if each.stage in _AGREED and not self._was_agreed(which)
        ]
        return max(fresh, key=lambda each: each.application.id, default=None)

    @property
    def booked(self) -> bool:
        """Whether that one is confirmed."""
        return self.agreed is not None and self.agreed.stage is ApplicationStage.CONFIRMED

    @property
    def found(self) -> bool:
        """Whether open dates were looked for, so that there are buttons to press."""
        return bool(self.answers & {DatesShown, MatchCard})

    @property
    def ours(self) -> bool:
        """Whether that one waits for somebody who does nothing without a person at the terminal."""
        return self.agreed is not None and not set(LEADS).isdisjoint(self.agreed.bookers)

    def _was_agreed(self, which: ApplicationId) -> bool:
        before = self.began.applications.get(which)
        return before is not None and before.stage in _AGREED


class Step(Enum):
    """A step of the tour."""

    CANNOT = "cannot"
    """Say when you can't."""
    GREEN = "green"
    FIND = "find"
    APPLY = "apply"
    LAST_LOOK = "last look"
    """The other players are asked."""
    OTHER_SIDE = "other side"
    """Be the promoter."""
    ACCEPT = "accept"
    BACK = "back"
    """Be the band's booker again."""
    CONFIRM = "confirm"

    def over(self, progress: Progress) -> bool:
        """Whether it is done, or there is nothing to do."""
        return _OVER[self](progress)

    def somebody_else(self, progress: Progress) -> str | None:
        """The person to be for it, if the one at the terminal can't do it."""
        for_it: tuple[str, ...] = ()
        if self in _FOR_A_BAND and progress.sitting in LEADS:
            for_it = (BOOKER,)
        elif self is Step.ACCEPT and progress.waiting is not None:
            for_it = progress.waiting.promoters
        elif self is Step.CONFIRM and progress.agreed is not None and progress.ours:
            for_it = progress.agreed.bookers
        return None if not for_it or progress.sitting in for_it else for_it[0]


def _other_side(progress: Progress) -> bool:
    waiting = progress.waiting
    return waiting is None or progress.agreed is not None or progress.sitting in waiting.promoters


def _back(progress: Progress) -> bool:
    agreed = progress.agreed
    return agreed is None or progress.booked or not progress.ours or progress.sitting in agreed.bookers


_OVER: dict[Step, Callable[[Progress], bool]] = {
    Step.CANNOT: lambda progress: progress.now.diaries != progress.began.diaries,
    Step.GREEN: lambda progress: bool(progress.answers & {GreenShown, GreenPicture}),
    Step.FIND: lambda progress: progress.found,
    Step.APPLY: lambda progress: bool(progress.made),
    Step.LAST_LOOK: lambda progress: bool(progress.sent) or not progress.made,
    Step.OTHER_SIDE: _other_side,
    Step.ACCEPT: lambda progress: progress.agreed is not None or progress.waiting is None,
    Step.BACK: _back,
    Step.CONFIRM: lambda progress: progress.agreed is None or progress.booked,
}
_FOR_A_BAND = (Step.GREEN, Step.FIND, Step.APPLY)
STEPS = tuple(Step)
