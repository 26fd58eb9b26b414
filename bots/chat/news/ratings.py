"""Notices about ratings, with the facts as they are when sent."""

from bots.chat.news.delivery import News, NoticeDelivery
from bots.chat.results.ratings import HowWasIt, RatingTold
from core.ids import ApplicationId
from core.journal import Act
from core.marketplace.applications import ApplicationStage, Side
from core.marketplace.applications.notices import NightOver
from core.marketplace.ratings.notices import RatingReplied, RatingsOpened
from core.marketplace.ratings.rating import RatingCard, look


async def _over(notice: NightOver, telling: NoticeDelivery) -> HowWasIt | None:
    """Dropped where it was not played, or the reader's side has rated by now."""
    card = await _card(notice.application, telling)
    return HowWasIt(card) if card and card.own is None and not card.closed else None


async def _opened(notice: RatingsOpened, telling: NoticeDelivery) -> RatingTold | None:
    """By time: dropped where both have rated meanwhile, and were told then."""
    card = await _card(notice.application, telling)
    if card is None or card.sealed:
        return None
    if notice.by_time and card.own is not None and card.other is not None:
        return None
    return RatingTold(card, replied=False)


async def _replied(notice: RatingReplied, telling: NoticeDelivery) -> RatingTold | None:
    card = await _card(notice.application, telling, Side.VENUE if notice.by_band else Side.BAND)
    return RatingTold(card, replied=True) if card and card.own and card.own.reply else None


async def _card(which: ApplicationId, telling: NoticeDelivery, side: Side | None = None) -> RatingCard | None:
    """The night as one side may read it; None: the reader does not speak for it, or it was not played."""
    reach = await telling.unit.applications.reach(which, telling.to)
    if reach is None or not (reach.books or reach.chooses):
        return None
    if reach.application.stage(telling.now) is not ApplicationStage.PLAYED:
        return None
    if side is not None and not (reach.books if side is Side.BAND else reach.chooses):
        return None
    return await look(telling.unit, Act(telling.to, telling.now, ""), which, side)


NEWS: News = {
    NightOver: _over,
    RatingsOpened: _opened,
    RatingReplied: _replied,
}
