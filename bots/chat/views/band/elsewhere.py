"""Under an answer about the band last used: whose it is, and the same about the person's other bands."""

from dataclasses import dataclass, replace

from bots.chat.reply import Action, Paragraph, Reply, Strong, rows
from bots.chat.turn import Reader
from core.bands import Band

_OTHERS = 8


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same could be asked about these."""

    band: Band
    """The one last used."""
    others: tuple[Band, ...]
    verb: str
    """Of the command that was run; with a band's id it runs for that band."""


def with_others(reply: Reply, about: Elsewhere, reader: Reader) -> Reply:
    """The answer with the band named, and a button for each of the others."""
    note = reader.say("This is {band}, which you used last. The same for:", band=Strong(about.band.name))
    buttons = (Action(other.name, about.verb, (other.id,)) for other in about.others[:_OTHERS])
    return replace(reply, blocks=(*reply.blocks, Paragraph(note)), buttons=(*reply.buttons, *rows(*buttons)))
