"""What is said when somebody is busy or unsure at a time for which their bands have plans."""

from collections.abc import Sequence

from bots.chat.buttons.gigs import TellDeciders
from bots.chat.reply import Action, Line, Strong
from bots.chat.turn import Reader
from bots.chat.views.gigs.wording import label, what, when_of
from core.scheduling.commitments.commitment import Clash

_MOST = 3


def clash_line(clash: Clash, reader: Reader) -> Line:
    """Which rehearsal or gig it touches; the bands are the player's own, so it may be named."""
    return reader.say(
        "That touches the {what} of {band} on {when}.",
        what=what(clash.commitment, reader),
        band=clash.band,
        when=Strong(when_of(clash.commitment, reader)),
    )


def tell_them(clashes: Sequence[Clash], reader: Reader) -> list[Action]:
    """A button for each of the first few: the answer is no, and those who decide are told."""
    first = clashes[:_MOST]
    return [
        Action(
            "Tell them" if len(first) == 1 else f"Tell {clash.band}: {label(clash.commitment, reader)}",
            TellDeciders(clash.commitment.id, clash.commitment.revision),
        )
        for clash in first
    ]
