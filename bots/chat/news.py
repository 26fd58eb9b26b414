"""What a notice amounts to when it is told: the facts as they are then, ready for a view."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bots.chat.views.band.band_news import HeirNews, PlaceNews, RemovedNews
from bots.chat.views.diary.imports import FeedNews, FeedUnread
from bots.chat.views.green.freshness import Look
from bots.chat.views.notices import Entered, NewMember
from core.bands import Role
from core.bands.notices import BandHandedOver, MemberJoined, MemberRemoved, PlaceChanged
from core.ids import CommitmentId, PersonId
from core.moments import from_seconds, to_wall
from core.outbox import Notice
from core.scheduling.availability.freshness import confirmed_months, months_from
from core.scheduling.calendars.outcome import FeedTrouble
from core.scheduling.commitments import news as commitments
from core.scheduling.commitments.news import Told, Why
from core.scheduling.commitments.notices import (
    AnswersDue,
    AnswerTurned,
    CommitmentAhead,
    CommitmentTold,
    EverybodyCan,
    RehearsalAsked,
    RehearsalNudge,
)
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.diary.importing import card_of
from core.scheduling.diary.notices import EnteredForYou, FeedFailing, FeedRead
from core.scheduling.diary.plans import rules_of
from core.scheduling.diary.zones import zone_of
from core.scheduling.green.notices import LookAtMonths


@dataclass(frozen=True, slots=True)
class Telling:
    """A notice on its way to somebody."""

    unit: SchedulingUnit
    to: PersonId
    now: datetime
    """Aware, UTC."""
    due_at: datetime
    """When it should have gone; earlier than `now` when it is late."""


async def news_of(notice: Notice, telling: Telling) -> object | None:
    """A result that a view can word; None: there is nothing to tell any more."""
    return await NEWS[type(notice)](notice, telling)


async def _member_joined(notice: MemberJoined, telling: Telling) -> NewMember | None:
    band = await telling.unit.bands.get(notice.band)
    member = await telling.unit.bands.membership(notice.band, notice.member)
    if band is None or member is None:
        return None
    return NewMember(band, member, len(await telling.unit.bands.members(band.id)))


async def _entered(notice: EnteredForYou, telling: Telling) -> Entered | None:
    change = await telling.unit.journal.find(notice.change)
    band = await telling.unit.bands.get(notice.band)
    if change is None or change.undone != notice.back or band is None:
        return None
    added, _ = rules_of(change.facts)
    said = tuple(await telling.unit.diaries.some(added))
    by = await telling.unit.people.get(notice.by)
    return Entered(band, by.name, said, change.id, notice.back)


async def _look_at_months(notice: LookAtMonths, telling: Telling) -> Look | None:
    unit, today = telling.unit, telling.now.date()
    band = await unit.bands.get(notice.band)
    mine = await unit.bands.membership(notice.band, telling.to)
    asked = months_from(date.fromisoformat(notice.first), notice.count)
    months = tuple(month for month in asked if month >= today.replace(day=1))
    if band is None or mine is None or not months:
        return None
    said = (await unit.diaries.of([telling.to]))[telling.to]
    touch = (await unit.confirmations.touches([telling.to]))[telling.to]
    done = confirmed_months(said, touch, months, now=telling.now)
    open_ = tuple(month for month in months if month not in done)
    by = await unit.people.get(notice.by)
    return Look(band, by.name, open_, touch.last) if open_ else None


async def _place_changed(notice: PlaceChanged, telling: Telling) -> PlaceNews | None:
    band = await telling.unit.bands.get(notice.band)
    member = await telling.unit.bands.membership(notice.band, telling.to)
    change = await telling.unit.journal.find(notice.change)
    if band is None or member is None or (change is not None and change.undone != notice.back):
        return None
    return PlaceNews(band, (await telling.unit.people.get(notice.by)).name, member)


async def _handed_over(notice: BandHandedOver, telling: Telling) -> HeirNews | None:
    band = await telling.unit.bands.get(notice.band)
    mine = await telling.unit.bands.membership(notice.band, telling.to)
    if band is None or mine is None or mine.role is not Role.OWNER:
        return None
    left = await telling.unit.bands.membership(notice.band, notice.by) is None
    return HeirNews(band, (await telling.unit.people.get(notice.by)).name, left)


async def _removed(notice: MemberRemoved, telling: Telling) -> RemovedNews | None:
    band = await telling.unit.bands.get(notice.band)
    if band is None or await telling.unit.bands.membership(notice.band, telling.to) is not None:
        return None
    return RemovedNews(band, (await telling.unit.people.get(notice.by)).name)


async def _feed_read(notice: FeedRead, telling: Telling) -> FeedNews | None:
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


async def _feed_failing(notice: FeedFailing, telling: Telling) -> FeedUnread | None:
    feed = await telling.unit.feeds.find(notice.feed)
    if feed is None or feed.removed or feed.why is None or notice.why not in set(FeedTrouble):
        return None
    person = await telling.unit.people.get(telling.to)
    return FeedUnread(card_of(feed, person, telling.now), FeedTrouble(notice.why), notice.lasting)


_COMING = 3


async def _asked(notice: RehearsalAsked, telling: Telling) -> Told | None:
    return await _of_proposal(notice.commitment, notice.revision, Why.ASKED, telling)


async def _nudge(notice: RehearsalNudge, telling: Telling) -> Told | None:
    return await _of_proposal(notice.commitment, notice.revision, Why.NUDGED, telling)


async def _due(notice: AnswersDue, telling: Telling) -> Told | None:
    return await _of_proposal(notice.commitment, notice.revision, Why.DUE, telling)


async def _ready(notice: EverybodyCan, telling: Telling) -> Told | None:
    return await _of_proposal(notice.commitment, notice.revision, Why.READY, telling)


async def _of_proposal(which: CommitmentId, revision: int, why: Why, telling: Telling) -> Told | None:
    return await commitments.of_proposal(telling.unit, which, revision, why, to=telling.to, now=telling.now)


async def _changed(notice: CommitmentTold, telling: Telling) -> Told | None:
    return await commitments.of_change(telling.unit, notice.change, to=telling.to, now=telling.now)


async def _turned(notice: AnswerTurned, telling: Telling) -> Told | None:
    unit, to, now = telling.unit, telling.to, telling.now
    return await commitments.of_turn(unit, notice.commitment, notice.player, notice.revision, to=to, now=now)


async def _ahead(notice: CommitmentAhead, telling: Telling) -> Told | None:
    unit, to, now = telling.unit, telling.to, telling.now
    return await commitments.of_reminder(
        unit, notice.commitment, notice.revision, to=to, now=now, due=telling.due_at
    )


NEWS: dict[type[Notice], Callable[[Any, Telling], Awaitable[object | None]]] = {
    MemberJoined: _member_joined,
    EnteredForYou: _entered,
    LookAtMonths: _look_at_months,
    PlaceChanged: _place_changed,
    BandHandedOver: _handed_over,
    MemberRemoved: _removed,
    FeedRead: _feed_read,
    FeedFailing: _feed_failing,
    RehearsalAsked: _asked,
    RehearsalNudge: _nudge,
    AnswersDue: _due,
    EverybodyCan: _ready,
    CommitmentTold: _changed,
    AnswerTurned: _turned,
    CommitmentAhead: _ahead,
}
"""Every notice there is; a test fails when one is missing."""
