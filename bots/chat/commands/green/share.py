"""/share: a band's green zones as words to copy."""

from dataclasses import dataclass, replace
from typing import Annotated

from bots.chat.arguments import Pick, Words
from bots.chat.commands.green.green import asked_of
from bots.chat.conversations import Ask
from bots.chat.results.green import ToCopy
from bots.chat.turn import Turn
from core.scheduling.green.zones import Asked, greens


@dataclass(frozen=True, slots=True)
class Share:
    """Which days to hand on."""

    when: Annotated[str | None, Words("Which days? (else the next eight weeks)", "March")] = None
    band: Annotated[str | None, Pick("For which band?", "band")] = None


async def share(ask: Share, turn: Turn) -> ToCopy | Ask:
    """The green zones as text for people outside the band."""
    asked = asked_of(ask.when, turn)
    if isinstance(asked, Ask):
        return asked
    wanted = Asked(asked.days, size=asked.size)
    found = await greens(turn.unit, turn.the_band, wanted, without=asked.without, sparing=True, now=turn.now)
    return ToCopy(replace(found, you=turn.person.id))
