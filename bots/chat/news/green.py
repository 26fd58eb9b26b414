"""Notices about green zones, with the facts as they are when they are sent."""

from datetime import date

from bots.chat.news.delivery import News, NoticeDelivery
from bots.chat.results.green import MonthsAsked
from core.scheduling.availability.freshness import confirmed_months, months_from
from core.scheduling.green.notices import MonthsQuestion


async def _months_question(notice: MonthsQuestion, telling: NoticeDelivery) -> MonthsAsked | None:
    unit, today = telling.unit, telling.now.date()
    band = await unit.bands.get(notice.band)
    mine = await unit.bands.membership(notice.band, telling.to)
    asked = months_from(date.fromisoformat(notice.first), notice.count)
    months = tuple(month for month in asked if month >= today.replace(day=1))
    if band is None or mine is None or not months:
        return None
    said = (await unit.diaries.of([telling.to]))[telling.to]
    look = (await unit.confirmations.last_looks([telling.to]))[telling.to]
    done = confirmed_months(said, look, months, now=telling.now)
    open_ = tuple(month for month in months if month not in done)
    by = await unit.people.get(notice.by)
    return MonthsAsked(band, by.name, open_, look.last) if open_ else None


NEWS: News = {
    MonthsQuestion: _months_question,
}
