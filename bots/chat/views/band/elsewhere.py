"""Names the band last used under its answer, and offers the same for the person's other bands."""

from dataclasses import replace

from bots.chat.buttons import RunCommand
from bots.chat.reply import Action, Paragraph, Reply, Strong, rows
from bots.chat.results.band import Elsewhere
from bots.chat.turn import Reader

_OTHERS = 8


def with_others(reply: Reply, about: Elsewhere, reader: Reader) -> Reply:
    """The answer with the band named, and a button for each of the others."""
    note = reader.say("This is {band}, which you used last. The same for:", band=Strong(about.band.name))
    buttons = (Action(other.name, RunCommand(about.verb, other.id)) for other in about.others[:_OTHERS])
    return replace(reply, blocks=(*reply.blocks, Paragraph(note)), buttons=(*reply.buttons, *rows(*buttons)))
