"""Notices about a venue's promoters, with the facts as they are when they are sent."""

from bots.chat.news.delivery import News, NoticeDelivery
from bots.chat.results.venues import NewPromoter, RemovedPromoterNews
from core.marketplace.venues.notices import PromoterJoined, PromoterRemoved


async def _joined(notice: PromoterJoined, telling: NoticeDelivery) -> NewPromoter | None:
    reached = await telling.unit.venues.reach(notice.venue, telling.to)
    if reached is None or reached[1] is None:
        return None
    there = await telling.unit.venues.promoters(notice.venue)
    name = next((each.name for each in there if each.person == notice.promoter), None)
    return None if name is None else NewPromoter(reached[0], name, len(there))


async def _removed(notice: PromoterRemoved, telling: NoticeDelivery) -> RemovedPromoterNews | None:
    reached = await telling.unit.venues.reach(notice.venue, telling.to)
    if reached is None or reached[1] is not None:
        return None
    return RemovedPromoterNews(reached[0], (await telling.unit.people.get(notice.by)).name)


NEWS: News = {PromoterJoined: _joined, PromoterRemoved: _removed}
