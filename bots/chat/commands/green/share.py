"""/share: a band's green zones as words to copy."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import PickField, WordsField
from bots.chat.commands.green.green import asked_of
from bots.chat.conversations import Ask
from bots.chat.results.green import ToCopy
from bots.chat.turn import Turn
from core.scheduling.green.zones import ZonesAsked, green_zones


@dataclass(frozen=True, slots=True)
class ShareArguments:
    """Which days to hand on."""

    when: Annotated[str | None, WordsField("Which days? (else the next eight weeks)", "March")] = None
    band: Annotated[str | None, PickField("For which band?", "band")] = None


async def share(ask: ShareArguments, turn: Turn) -> ToCopy | Ask:
    """The green zones as text for people outside the band."""
    asked = asked_of(ask.when, turn)
    if isinstance(asked, Ask):
        return asked
    wanted = ZonesAsked(asked.days, size=asked.size)
    found = await green_zones(
        turn.unit, turn.the_band, wanted, without=asked.without, sparing=True, now=turn.now
    )
    return ToCopy(found, turn.person.id)
