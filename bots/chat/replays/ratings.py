"""A change of ratings, told again: the card as it stands."""

from typing import TypeAlias

from bots.chat.replays.replay import Replay, Replays
from bots.chat.turn import Retelling
from core.journal import Change
from core.marketplace.ratings import changes as of_ratings
from core.marketplace.ratings.rating import RatingCard, look

_Facts: TypeAlias = of_ratings.NightRated | of_ratings.RatingAnswered


async def _rating(turn: Retelling, change: Change[_Facts]) -> RatingCard:
    return await look(turn.unit, turn.act, change.facts.application, change.facts.by)


REPLAYS: Replays = dict.fromkeys(of_ratings.CHANGES, Replay(_rating, though_undone=True))
