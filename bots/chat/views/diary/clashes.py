"""Warnings when somebody is busy or unsure at a time for which their bands have plans."""

from collections.abc import Sequence

from bots.chat.buttons.gigs import TellDeciders
from bots.chat.reply import Action, Line, Strong
from bots.chat.turn import Reader
from bots.chat.views.gigs.words import label as commitment_label
from core.scheduling.commitments.commitment import Clash
from core.scheduling.kinds import CommitmentKind
from presentation.commitments import when_of

_MOST = 3
_CLASHES = {
    CommitmentKind.REHEARSAL: "That clashes with your rehearsal with {band} on {when}.",
    CommitmentKind.GIG: "That clashes with your gig with {band} on {when}.",
}


def clash_line(clash: Clash, reader: Reader) -> Line:
    """Which rehearsal or gig it clashes with. It may be named: the bands are the player's own."""
    return reader.say(
        _CLASHES[clash.commitment.kind],
        band=clash.band,
        when=Strong(when_of(clash.commitment, reader)),
    )


def tell_them(clashes: Sequence[Clash], reader: Reader) -> list[Action]:
    """A button for each of the first few: it answers no, and tells those who decide."""
    first = clashes[:_MOST]
    return [
        Action(
            _tell(each, reader, alone=len(first) == 1),
            TellDeciders(each.commitment.id, each.commitment.revision),
        )
        for each in first
    ]


def _tell(clash: Clash, reader: Reader, *, alone: bool) -> str:
    if alone:
        return reader.label("Tell them")
    commitment = commitment_label(clash.commitment, reader)
    return reader.label("Tell {band}: {commitment}", band=clash.band, commitment=commitment)
