"""The answer to a message that was delivered twice: what the first delivery has led to."""

from bots.chat.replays import band, diary, gigs, market, person, ratings
from bots.chat.replays.replay import Replays
from bots.chat.results.conversation import DoneBefore
from bots.chat.turn import Retelling
from core.journal import Change, ChangeFacts

REPLAYS: Replays = {
    **band.REPLAYS,
    **diary.REPLAYS,
    **gigs.REPLAYS,
    **person.REPLAYS,
    **market.REPLAYS,
    **ratings.REPLAYS,
}
"""Of any other change, that it was done is all there is to say."""


async def again(turn: Retelling, change: Change[ChangeFacts]) -> object:
    """The result of the first delivery, rebuilt from what was recorded; changes nothing."""
    replay = REPLAYS.get(type(change.facts))
    if replay is None or (change.undone and not replay.though_undone):
        return DoneBefore()
    return await replay.rebuild(turn, change)
