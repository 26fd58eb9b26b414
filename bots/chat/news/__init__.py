"""Notices at the moment they are sent: the facts as they are by then, ready for a view."""

from bots.chat.news import band, diary, gigs, green, market, person, ratings, venues
from bots.chat.news.delivery import News, NoticeDelivery
from core.outbox import Notice

NEWS: News = {
    **band.NEWS,
    **diary.NEWS,
    **green.NEWS,
    **gigs.NEWS,
    **venues.NEWS,
    **market.NEWS,
    **person.NEWS,
    **ratings.NEWS,
}
"""Every notice there is; a test fails when one is missing."""


async def news_of(notice: Notice, telling: NoticeDelivery) -> object | None:
    """A result that a view can word; None: there is nothing to tell any more."""
    return await NEWS[type(notice)](notice, telling)
