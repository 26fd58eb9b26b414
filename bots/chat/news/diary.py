"""Notices about a person's diary and calendars, with the facts as they are when they are sent."""

from bots.chat.news.delivery import News, NoticeDelivery
from bots.chat.results.diary import Entered, FeedNews, FeedUnread
from core.moments import from_seconds, to_wall
from core.scheduling.calendars.outcome import FeedTrouble
from core.scheduling.diary.importing import card_of
from core.scheduling.diary.notices import ChangedOnPage, EnteredForYou, FeedFailing, FeedRead
from core.scheduling.diary.page_changes import ChangedThere, changed_there
from core.scheduling.diary.plans import rules_of
from core.scheduling.diary.zones import zone_of


async def _entered(notice: EnteredForYou, telling: NoticeDelivery) -> Entered | None:
    change = await telling.unit.journal.find(notice.change)
    band = await telling.unit.bands.get(notice.band)
    if change is None or change.undone != notice.back or band is None:
        return None
    added, _ = rules_of(change.facts)
    said = tuple(await telling.unit.diaries.some(added))
    by = await telling.unit.people.get(notice.by)
    return Entered(band, by.name, said, change.id, notice.back)


async def _changed_on_page(notice: ChangedOnPage, telling: NoticeDelivery) -> ChangedThere | None:
    return await changed_there(telling.unit, telling.to, notice.since)


async def _feed_read(notice: FeedRead, telling: NoticeDelivery) -> FeedNews | None:
    feed = await telling.unit.feeds.find(notice.feed)
    if feed is None or feed.removed or feed.busy is None:
        return None
    person = await telling.unit.people.get(telling.to)
    zone = zone_of(person)
    coming = [
        (to_wall(from_seconds(start), zone), to_wall(from_seconds(end), zone))
        for start, end in feed.coming(telling.now, zone)[:_COMING]
    ]
    until = to_wall(from_seconds(feed.busy.until), zone).date()
    card = card_of(feed, person, telling.now)
    return FeedNews(card, tuple(coming), until, notice.events, notice.skipped)


async def _feed_failing(notice: FeedFailing, telling: NoticeDelivery) -> FeedUnread | None:
    feed = await telling.unit.feeds.find(notice.feed)
    if feed is None or feed.removed or feed.why is None or notice.why not in set(FeedTrouble):
        return None
    person = await telling.unit.people.get(telling.to)
    return FeedUnread(card_of(feed, person, telling.now), FeedTrouble(notice.why), notice.lasting)


_COMING = 3
"""Busy times that are shown of a calendar that was read."""


NEWS: News = {
    EnteredForYou: _entered,
    ChangedOnPage: _changed_on_page,
    FeedRead: _feed_read,
    FeedFailing: _feed_failing,
}
