"""Notices of the market, with the facts as they are when sent; those that hold no longer are dropped."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bots.chat.commands.market.kits import with_kit
from bots.chat.news.delivery import News, NoticeDelivery
from bots.chat.results.market import (
    ApplicationTold,
    DigestTold,
    LookAsked,
    LookTold,
    MatchTold,
    NightNews,
)
from bots.chat.results.tickets import CountsFailingTold
from core.access import Right, may
from core.bands import Membership, Role, parts_of
from core.ids import ApplicationId
from core.journal import Change, ChangeFacts
from core.marketplace.applications import OPEN, Application, ApplicationStage, LookAnswer, Side
from core.marketplace.applications.changes import (
    ApplicationAccepted,
    ApplicationFacts,
    ApplicationShortlisted,
    SlotOffered,
)
from core.marketplace.applications.last_look import look_card
from core.marketplace.applications.notices import (
    ApplicationCame,
    ApplicationEnds,
    ApplicationNews,
    ApplicationSeen,
    LastLookAsked,
    LastLookDue,
    LookAnswered,
    NightChanged,
    OtherSideGone,
    SlotFilledNews,
    SlotOpenAgain,
    TicketsNews,
    WithdrawnByBooking,
)
from core.marketplace.applications.parties import ApplicationCard, shown
from core.marketplace.applications.refusals import NotAsked
from core.marketplace.events import EventState
from core.marketplace.events.changes import EventFacts, TicketsChanged
from core.marketplace.events.times import doors_at, night_times
from core.marketplace.matching.notices import MatchDigest, OpenDateFits
from core.marketplace.matching.search import match_card
from core.marketplace.tickets.notices import CountsFailing


async def _fits(notice: OpenDateFits, telling: NoticeDelivery) -> MatchTold | None:
    """Dropped once the date is gone, no longer fits, or the band has applied or set it aside."""
    unit, now = telling.unit, telling.now
    reached = await unit.bands.reach(notice.band, telling.to)
    if reached is None or reached[1] is None or not may(reached[1].role, Right.BOOK):
        return None
    card = await match_card(unit, reached[0], notice.event, telling.to, now=now)
    if card is None or card.fit is None or card.application is not None or card.aside:
        return None
    return MatchTold(card)


async def _digest(notice: MatchDigest, telling: NoticeDelivery) -> DigestTold | None:
    unit, now = telling.unit, telling.now
    reached = await unit.bands.reach(notice.band, telling.to)
    if reached is None or reached[1] is None or not may(reached[1].role, Right.BOOK):
        return None
    band = reached[0]
    waiting = await unit.matches.waiting(band.id, datetime.fromisoformat(notice.since))
    cards = []
    for each in waiting:
        card = await match_card(unit, band, each, telling.to, now=now)
        if card is not None and card.fit is not None and card.application is None and not card.aside:
            cards.append(card)
    return DigestTold(band, tuple(cards)) if cards else None


async def _look_asked(notice: LastLookAsked, telling: NoticeDelivery) -> LookAsked | None:
    """Dropped once the player has answered, or nothing comes of it any more."""
    reached = await telling.unit.bands.reach(notice.band, telling.to)
    if reached is None or reached[1] is None:
        return None
    try:
        card = await look_card(telling.unit, reached[0], notice.event, telling.to, now=telling.now)
    except NotAsked:
        return None
    if card.event.state is not EventState.PUBLISHED or doors_at(card.event) <= telling.now:
        return None
    if card.look.answer is not None or (notice.application is not None and card.stage not in OPEN):
        return None
    return LookAsked(card, (await telling.unit.people.get(notice.by)).name)


async def _look_answered(notice: LookAnswered, telling: NoticeDelivery) -> LookTold | None:
    unit = telling.unit
    reached = await unit.bands.reach(notice.band, telling.to)
    found = await unit.events.reach(notice.event, telling.to)
    if reached is None or reached[1] is None or found is None:
        return None
    looks = {each.person: each for each in await unit.applications.looks(notice.event, notice.band)}
    look = looks.get(notice.player)
    if look is None or look.answer is None or doors_at(found[0]) <= telling.now:
        return None
    application = await unit.applications.get(notice.application) if notice.application else None
    if application is not None and application.stage(telling.now) not in OPEN:
        return None
    members = {each.person: each for each in await unit.bands.members(notice.band)}
    player = members.get(notice.player)
    if player is None:
        return None
    deps = _stand_ins(player, members.values()) if look.answer in (LookAnswer.NO, LookAnswer.DEP) else ()
    return LookTold(reached[0], found[0], found[1], player.name, look.answer, look.by_when, application, deps)


def _stand_ins(player: Membership, members: Iterable[Membership]) -> tuple[str, ...]:
    """The names of the deps on the same part."""
    parts = parts_of(player.part)
    return tuple(each.name for each in members if each.role is Role.DEP and parts_of(each.part) & parts)


async def _look_due(notice: LastLookDue, telling: NoticeDelivery) -> ApplicationTold | None:
    card = await _card(notice.application, telling)
    if card is None or not card.books or card.stage is not ApplicationStage.LOOKING:
        return None
    return ApplicationTold(card, notice) if card.application.revision == notice.revision else None


async def _came(notice: ApplicationCame, telling: NoticeDelivery) -> ApplicationTold | None:
    card = await _card(notice.application, telling)
    if card is None or not card.chooses or card.stage is not ApplicationStage.PENDING:
        return None
    if card.application.revision != notice.revision:
        return None
    # A promoter who also books for the band is told as a promoter.
    told = _as_venue(card)
    return ApplicationTold(await with_kit(told, telling.unit, telling.web) if telling.web else told, notice)


async def _seen(notice: ApplicationSeen, telling: NoticeDelivery) -> ApplicationTold | None:
    card = await _card(notice.application, telling)
    if card is None or not card.books or card.stage is not ApplicationStage.PENDING:
        return None
    if card.application.shortlisted_at is not None:
        return None  # that says more
    return ApplicationTold(card, notice)


async def _news(notice: ApplicationNews, telling: NoticeDelivery) -> ApplicationTold | None:
    """What somebody has done, as long as nothing has replaced it since."""
    change = await telling.unit.journal.find(notice.change)
    if change is None or not isinstance(change.facts, ApplicationFacts):
        return None
    card = await _card(change.facts.application, telling)
    if card is None or not _still_so(change, card.application, telling):
        return None
    by = (await telling.unit.people.get(change.person)).name
    left_out = any(each.person == telling.to and each.left_out for each in card.looks)
    return ApplicationTold(card, change.facts, by, left_out)


def _still_so(change: Change[ChangeFacts], application: Application, telling: NoticeDelivery) -> bool:
    stage = application.stage(telling.now)
    match change.facts:
        case ApplicationShortlisted():
            return stage is ApplicationStage.PENDING and application.shortlisted_at is not None
        case ApplicationAccepted() | SlotOffered():
            return stage is ApplicationStage.ACCEPTED
        case _:
            return application.ends_at > telling.now


async def _ends(notice: ApplicationEnds, telling: NoticeDelivery) -> ApplicationTold | None:
    card = await _card(notice.application, telling)
    if card is None or card.application.revision != notice.revision:
        return None
    deadline = card.application.deadline
    if card.stage is not ApplicationStage.EXPIRED or deadline is None or deadline.isoformat() != notice.until:
        return None
    if card.application.sent_at is None and not card.books:
        return None
    return ApplicationTold(card, notice)


async def _filled(notice: SlotFilledNews, telling: NoticeDelivery) -> ApplicationTold | None:
    card = await _card(notice.application, telling)
    if card is None or not card.books or card.stage is not ApplicationStage.FILLED:
        return None
    return ApplicationTold(card, notice)


async def _elsewhere(notice: WithdrawnByBooking, telling: NoticeDelivery) -> ApplicationTold | None:
    card = await _card(notice.application, telling)
    if card is None or not card.chooses or card.stage is not ApplicationStage.WITHDRAWN:
        return None
    return ApplicationTold(_as_venue(card), notice)


async def _open_again(notice: SlotOpenAgain, telling: NoticeDelivery) -> ApplicationTold | None:
    card = await _card(notice.application, telling)
    if card is None or not card.books or card.stage is not ApplicationStage.FILLED:
        return None
    if not card.event.open_slots or doors_at(card.event) <= telling.now:
        return None
    return ApplicationTold(card, notice)


async def _night(notice: NightChanged, telling: NoticeDelivery) -> NightNews | None:
    change = await telling.unit.journal.find(notice.change)
    if change is None or not isinstance(change.facts, EventFacts):
        return None
    card = await _card(notice.application, telling)
    if card is None or not _plays(card, telling):
        return None
    if card.application.ends_at <= telling.now:
        return None
    return NightNews(card, change.facts)


async def _tickets(notice: TicketsNews, telling: NoticeDelivery) -> NightNews | None:
    """Dropped where the change was undone or redone since: a notice of its own tells that."""
    change = await telling.unit.journal.find(notice.change)
    if change is None or not isinstance(change.facts, TicketsChanged) or change.undone is not notice.undone:
        return None
    card = await _card(notice.application, telling)
    if card is None or not _plays(card, telling) or card.stage is not ApplicationStage.CONFIRMED:
        return None
    return NightNews(card, change.facts, change.undone)


async def _counts_failing(notice: CountsFailing, telling: NoticeDelivery) -> CountsFailingTold | None:
    """Dropped once the counts come again, are forgotten, or belong to somebody else's token."""
    counting = await telling.unit.countings.get(notice.counting)
    found = await telling.unit.events.reach(notice.event, telling.to)
    if counting is None or counting.why is None or counting.made_by != telling.to:
        return None
    if found is None or found[2] is None or night_times(found[0]).ends_at <= telling.now:
        return None
    return CountsFailingTold(found[0], found[1], counting.source, counting.why)


async def _gone(notice: OtherSideGone, telling: NoticeDelivery) -> ApplicationTold | None:
    card = await _card(notice.application, telling)
    if card is None or card.application.ends_at <= telling.now:
        return None
    if card.application.ended_by is Side.BAND:
        return ApplicationTold(_as_venue(card), notice) if card.chooses else None
    return ApplicationTold(replace(card, chooses=False), notice) if _plays(card, telling) else None


async def _card(which: ApplicationId, telling: NoticeDelivery) -> ApplicationCard | None:
    """The application for this reader; None: they no longer have to do with it."""
    reach = await telling.unit.applications.reach(which, telling.to)
    if reach is None or (reach.member is None and reach.promoter is None):
        return None
    return await shown(telling.unit, reach, now=telling.now)


def _plays(card: ApplicationCard, telling: NoticeDelivery) -> bool:
    return any(each.person == telling.to for each in card.members)


def _as_venue(card: ApplicationCard) -> ApplicationCard:
    return replace(card, books=False)


NEWS: News = {
    OpenDateFits: _fits,
    MatchDigest: _digest,
    LastLookAsked: _look_asked,
    LookAnswered: _look_answered,
    LastLookDue: _look_due,
    ApplicationCame: _came,
    ApplicationSeen: _seen,
    ApplicationNews: _news,
    ApplicationEnds: _ends,
    SlotFilledNews: _filled,
    WithdrawnByBooking: _elsewhere,
    SlotOpenAgain: _open_again,
    NightChanged: _night,
    TicketsNews: _tickets,
    OtherSideGone: _gone,
    CountsFailing: _counts_failing,
}
