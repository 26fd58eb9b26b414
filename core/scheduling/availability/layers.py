"""The layers of a person's time: calendars at the bottom, then their own rules, commitments on top."""

from collections.abc import Sequence

from core.scheduling.availability.diary import Layer
from core.scheduling.availability.ports import Availability, TakenTime
from core.scheduling.kinds import Kind


def layers_of(rules: Sequence[Availability], taken: TakenTime) -> tuple[Layer, ...]:
    """The layers of one person's diary, the lowest first: where two touch, the upper one holds."""
    below = (Layer(Kind.BUSY, spans=taken.imported),) if taken.imported else ()
    above = (Layer(Kind.BUSY, spans=tuple(each.span for each in taken.occupied)),) if taken.occupied else ()
    return (*below, *(Layer(each.kind, (each.rule,)) for each in rules), *above)
