"""Clashes between a player's own rules and the commitments of their bands."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from core.ids import PersonId
from core.scheduling.commitments.commitment import Clash, Phase
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.recurrence.expansion import expanded
from core.scheduling.recurrence.rules import Rule
from core.scheduling.recurrence.spans import meets, merged

LOOKAHEAD = timedelta(days=400)
"""How far ahead clashes are looked for."""


async def clashes_with(
    unit: SchedulingUnit, person: PersonId, rules: Sequence[Rule], *, now: datetime
) -> tuple[Clash, ...]:
    """The player's proposed and confirmed commitments that share time with these rules, by start."""
    coming = await unit.commitments.clashes(person, start=now, end=now + LOOKAHEAD)
    return tuple(
        each
        for each in coming
        if each.commitment.phase(now) in (Phase.PROPOSED, Phase.CONFIRMED)
        and any(meets(merged(expanded(rule, each.commitment.span)), each.commitment.span) for rule in rules)
    )
