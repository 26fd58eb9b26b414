"""A change of a rehearsal or gig, told again: its card as it stands."""

from bots.chat.commands.gigs.commitments import again
from bots.chat.replays.replay import Replay, Replays
from core.scheduling.commitments.changes import (
    CommitmentAnswered,
    CommitmentCalledOff,
    CommitmentConfirmed,
    CommitmentMoved,
    CommitmentPutBack,
    RehearsalProposed,
)

_CARD = Replay(again, though_undone=True)

REPLAYS: Replays = {
    RehearsalProposed: _CARD,
    CommitmentAnswered: _CARD,
    CommitmentConfirmed: _CARD,
    CommitmentMoved: _CARD,
    CommitmentCalledOff: _CARD,
    CommitmentPutBack: _CARD,
}
