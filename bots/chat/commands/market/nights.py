"""/dates: a venue's nights and what its promoters do with them: change, move, cancel, reopen."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from bots.chat.arguments import KeptField, PickField, WordsField
from bots.chat.buttons.market import (
    CancelNight,
    EditNight,
    MarkTaken,
    MoveNight,
    NightsPage,
    ReopenNight,
    ShowApplicants,
    ShowNight,
)
from bots.chat.contexts import venue_context
from bots.chat.conversations import Ask, Option
from bots.chat.results.diary import Unclear
from bots.chat.results.market import Applicants, ChangeAsked, NightLine, NightList, NoReason, ReasonAsked
from bots.chat.turn import Turn, VenueMeant
from core.access import VenueRight
from core.ids import EventId, VenueId
from core.journal import Gone
from core.marketplace.applications import OPEN, nights
from core.marketplace.events import Event, EventState, drafts
from core.marketplace.events.from_posts import as_post, slots_of, terms_of
from core.marketplace.events.refusals import FactUnclear
from core.marketplace.posts import Post, merged, read_facts
from core.marketplace.posts.values import MissingFact
from core.marketplace.venues import Venue
from core.marketplace.venues.creation import reached_venue
from core.moments import to_exact
from core.scheduling.commitments.clashes import LOOKAHEAD
from core.scheduling.phrases.day_ranges import days_of
from core.scheduling.phrases.understanding import Problem

NO_REASON = "-"


def _event(kept: str) -> EventId:
    return EventId(int(kept))


@dataclass(frozen=True, slots=True)
class DatesArguments:
    """A range of days; and what a button asked for about one night."""

    when: Annotated[str | None, WordsField("Which days? (else all that are ahead)", "December")] = None
    venue: Annotated[str | None, PickField("For which venue?", "venue")] = None
    editing: Annotated[EventId | None, KeptField(_event)] = None
    moving: Annotated[EventId | None, KeptField(_event)] = None
    facts: Annotated[str | None, KeptField()] = None
    """What should change, as typed."""
    cancelling: Annotated[EventId | None, KeptField(_event)] = None
    reason: Annotated[str | None, KeptField()] = None


async def dates(
    ask: DatesArguments, turn: Turn
) -> NightList | nights.NightEdited | nights.NightCard | drafts.PostDrafted | Ask:
    """The venue's nights; or what a button began about one of them."""
    if ask.cancelling is not None:
        return await _cancel(ask.cancelling, ask.reason, turn)
    if ask.editing is not None:
        return await _edit(ask.editing, ask.facts, turn, moving=False)
    if ask.moving is not None:
        return await _edit(ask.moving, ask.facts, turn, moving=True)
    venue = turn.the_venue
    start, end = turn.now, turn.now + LOOKAHEAD
    if ask.when:
        days = days_of(ask.when, venue_context(turn, venue.zone))
        if isinstance(days, Problem):
            return Ask("when", Unclear(days, (), "December", saves=False))
        start = to_exact(days.windows[0][0], venue.zone)
        end = to_exact(days.windows[-1][1], venue.zone)
    others = turn.subject.others if isinstance(turn.subject, VenueMeant) else ()
    return replace(await _listed(turn, venue, start, end), elsewhere=others)


async def page(press: NightsPage, turn: Turn) -> NightList:
    """[More] under the list, or another venue's name."""
    venue, _ = await reached_venue(turn.unit, turn.act, VenueId(press.venue), VenueRight.SEE)
    shown = await _listed(turn, venue, turn.now, turn.now + LOOKAHEAD)
    return replace(shown, skip=min(press.skip, len(shown.nights)))


async def _listed(turn: Turn, venue: Venue, start: datetime, end: datetime) -> NightList:
    found = await turn.unit.events.of_venue(venue.id, start=start, end=end)
    there = await turn.unit.applications.of_events([each.id for each in found])
    lines = []
    for night in found:
        mine = [(each, band) for each, band in nights.known(there) if each.event == night.id]
        playing = {each.id: band for each, band in mine}
        booked = [playing[each.application] for each in night.slots if each.application in playing]
        lines.append(NightLine(night, sum(each.stage(turn.now) in OPEN for each, _ in mine), tuple(booked)))
    return NightList(venue, tuple(lines))


async def show(press: ShowNight, turn: Turn) -> nights.NightCard | drafts.PostDrafted:
    """A night in the list: its card."""
    return await _card(turn, press.event)


async def _card(turn: Turn, which: EventId) -> nights.NightCard | drafts.PostDrafted:
    card = await nights.night_card(turn.unit, turn.act, which)
    if card.event.state is EventState.DRAFT:
        return await drafts.show_drafts(turn.unit, turn.act, card.event.post)
    return card


async def applicants(press: ShowApplicants, turn: Turn) -> Applicants:
    """[Applicants]."""
    card = await nights.night_card(turn.unit, turn.act, press.event)
    return Applicants(card, press.event)


async def ask_edit(press: EditNight, turn: Turn) -> Ask:
    """[Edit]: asks what should change."""
    card = await nights.night_card(turn.unit, turn.act, press.event)
    return _ask_change(card.event, moving=False)


async def ask_move(press: MoveNight, turn: Turn) -> Ask:
    """[Move]: asks to when."""
    card = await nights.night_card(turn.unit, turn.act, press.event)
    return _ask_change(card.event, moving=True)


def _ask_change(event: Event, *, moving: bool, unread: str = "") -> Ask:
    key = "moving" if moving else "editing"
    given = {key: str(event.id), "venue": str(event.venue)}
    return Ask("facts", ChangeAsked(event, moving, unread), command="dates", given=given)


async def ask_cancel(press: CancelNight, turn: Turn) -> Ask:
    """[Cancel]: asks first, and for a reason."""
    card = await nights.night_card(turn.unit, turn.act, press.event)
    given = {"cancelling": str(press.event), "venue": str(card.venue.id)}
    options = (Option(NoReason(), {"reason": NO_REASON}),)
    asked = ReasonAsked(card.event, card.venue, None)
    return Ask("reason", asked, options, command="dates", given=given)


async def reopen(press: ReopenNight, turn: Turn) -> nights.NightCard:
    """[Reopen]."""
    return await nights.reopen_night(turn.unit, turn.act, press.event)


async def mark(press: MarkTaken, turn: Turn) -> nights.NightCard:
    """[Booked elsewhere], [Open again]."""
    return await nights.mark_taken(turn.unit, turn.act, press.event, taken=press.taken)


async def _cancel(which: EventId, reason: str | None, turn: Turn) -> nights.NightCard | Ask:
    if reason is None:
        return await ask_cancel(CancelNight(which), turn)
    said = None if reason == NO_REASON else reason
    return await nights.cancel_night(turn.unit, turn.act, which, reason=said)


async def _edit(
    which: EventId, facts: str | None, turn: Turn, *, moving: bool
) -> nights.NightEdited | drafts.PostDrafted | Ask:
    """Change a night by the facts that were typed; drafts of one post change together."""
    event = await turn.unit.events.get(which)
    if event is None:
        raise Gone
    if facts is None:
        return _ask_change(event, moving=moving)
    context = venue_context(turn, event.zone)
    read = read_facts(facts, context, about=MissingFact.DATE if moving else None)
    if read.problems:
        return _ask_change(event, moving=moving, unread=facts)
    try:
        if event.state is EventState.DRAFT:
            return await drafts.revise_drafts(turn.unit, turn.act, event.post, read)
        return await _edit_published(event.id, read, turn)
    except FactUnclear:
        return _ask_change(event, moving=moving, unread=facts)


async def _edit_published(which: EventId, read: Post, turn: Turn) -> nights.NightEdited:
    """Merge the typed facts with the night as it stands: another promoter may be editing it, too."""
    await turn.unit.events.lock(which)
    event = await turn.unit.events.get(which)
    if event is None:
        raise Gone
    venue, _ = await reached_venue(turn.unit, turn.act, event.venue, VenueRight.POST)
    revised = merged(as_post([event]), read)
    day = revised.dates[0] if len(read.dates) == 1 else event.day
    terms, slots = terms_of(revised, venue, day), slots_of(revised)
    before = slots_of(as_post([event]))
    if (day, terms, slots) == (event.day, event.terms, before):
        raise FactUnclear("")
    return await nights.edit_night(
        turn.unit, turn.act, event.id, terms, day=day, slots=slots if slots != before else None
    )
