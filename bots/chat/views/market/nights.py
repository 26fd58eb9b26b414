"""A venue's nights as its promoters see them: the list, one night, its applicants, what has changed."""

from datetime import datetime

from bots.chat.buttons import RunCommand
from bots.chat.buttons.market import (
    ApplicantsPage,
    CancelNight,
    EditNight,
    MarkTaken,
    MoveNight,
    NightsPage,
    ReopenNight,
    ShowApplicants,
    ShowApplication,
    ShowNight,
)
from bots.chat.buttons.tickets import ShowTickets
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Facts,
    Line,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    Weight,
    line,
    rows,
)
from bots.chat.results.market import Applicants, NightLine, NightList
from bots.chat.turn import Reader
from bots.chat.views.market.counts import counts_fact
from bots.chat.views.market.differences import differences
from bots.chat.views.market.terms import offer_facts, paying_line
from bots.chat.views.market.words import parts_of_night
from bots.chat.views.page_links import night_link, venue_link
from core.marketplace.applications import OPEN, Application, ApplicationState
from core.marketplace.applications.nights import NightCard, NightEdited
from core.marketplace.events import EventState, EventStatus
from core.marketplace.events.from_posts import as_post
from presentation.nights.standing import day_words, open_words, stage_word, status, status_line, status_word
from presentation.nights.terms import kind_words

_SHOWN = 8


def night_list(result: NightList, reader: Reader) -> Reply:
    """The nights by date, each with its status and who applied."""
    venue = Strong(result.venue.name)
    here = result.nights[result.skip :]
    shown = here[:_SHOWN]
    more = Paragraph(reader.say("Another one: {say}", say=Say("post")))
    if not shown:
        return Reply(reader.say("🎤 {venue}: nothing ahead", venue=venue), (more,), tone=Tone.BAND)
    count = len(result.nights)
    title = reader.plural(count, "🎤 {venue}: 1 date", "🎤 {venue}: {n} dates", venue=venue)
    numbered = list(enumerate(shown, result.skip + 1))
    blocks: list[Block] = [Listing(tuple(_line(number, each, reader) for number, each in numbered))]
    rest = len(here) - len(shown)
    if rest:
        blocks.append(Paragraph(reader.plural(rest, "1 more after that.", "{n} more after that.")))
    buttons: list[Button] = [Action(str(number), ShowNight(each.event.id)) for number, each in numbered]
    if rest:
        buttons.append(Action(reader.label("More"), NightsPage(result.venue.id, result.skip + len(shown))))
    buttons += [Action(each.name, RunCommand("dates", each.id)) for each in result.elsewhere]
    blocks += [more, *venue_link(result.venue, reader)]
    return Reply(title, tuple(blocks), rows(*buttons), Tone.BAND)


def _line(number: int, night: NightLine, reader: Reader) -> Line:
    parts = [status_word(night.event, reader)]
    if night.booked:
        parts.append(", ".join(night.booked))
    if night.event.open_slots and night.event.state is EventState.PUBLISHED:
        parts.append(reader.label("open: {slots}", slots=open_words(night.event, reader)))
    if night.applicants == 1:
        parts.append(reader.label("1 applicant"))
    elif night.applicants:
        parts.append(reader.label("{n} applicants", n=str(night.applicants)))
    day = Strong(day_words(night.event, reader))
    return reader.say("{number}. {day} · {facts}", number=str(number), day=day, facts=" · ".join(parts))


def night_card(result: NightCard, reader: Reader) -> Reply:
    """One night: what it offers, who applied, and what can be done."""
    event = result.event
    title = reader.say(_TITLES[event.state], **parts_of_night(event, result.venue, reader))
    blocks: list[Block] = []
    if result.before:
        blocks.append(Paragraph(reader.say("Nothing has changed: it was like this already.")))
    if result.told:
        told = reader.plural(result.told, "1 band is told.", "{n} bands are told.")
        blocks.append(Paragraph(told))
    blocks += _body(result, reader)
    return Reply(title, tuple(blocks), _buttons(result, reader), Tone.BAND)


def _body(result: NightCard, reader: Reader) -> list[Block]:
    event = result.event
    post = as_post([event])
    blocks: list[Block] = [Paragraph(line(status_line(event, reader)))]
    if facts := offer_facts(post, reader):
        blocks.append(Facts(facts))
    paying = paying_line(post, reader)
    if paying is not None:
        blocks.append(Paragraph(paying))
    if result.counting is not None:
        blocks.append(Facts(tuple(counts_fact(result.counting, event.zone, reader))))
    plays = [_booked(each, name, reader) for each, name in result.applicants if _plays(each)]
    if plays:
        blocks.append(Listing(tuple(plays)))
    waiting = sum(each.stage(result.at) in OPEN for each, _ in result.applicants)
    if waiting:
        blocks.append(Paragraph(reader.plural(waiting, "1 open application.", "{n} open applications.")))
    return [*blocks, *night_link(event, result.venue, reader)]


def _plays(application: Application) -> bool:
    return application.state is ApplicationState.CONFIRMED


def _booked(application: Application, name: str, reader: Reader) -> Line:
    kind = kind_words(application.kind, reader)
    return reader.say("{band} play: {slot}", band=Strong(name), slot=kind)


def _buttons(result: NightCard, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    event = result.event
    if event.state is EventState.CANCELLED:
        return rows(Action(reader.label("Reopen"), ReopenNight(event.id)))
    if status(event, reader) is EventStatus.PAST:
        return ()
    buttons: list[Button] = []
    if result.applicants:
        buttons.append(Action(reader.label("Applicants"), ShowApplicants(event.id), Weight.FIRST))
    buttons += [
        Action(reader.label("Edit"), EditNight(event.id)),
        Action(reader.label("Move"), MoveNight(event.id)),
        Action(reader.label("Cancel"), CancelNight(event.id), Weight.DANGER),
    ]
    if event.state is EventState.PUBLISHED:
        buttons.append(Action(reader.label("Tickets"), ShowTickets(event.id)))
    if event.open_slots:
        buttons.append(Action(reader.label("Booked elsewhere"), MarkTaken(event.id, taken=True)))
    if any(each.taken for each in event.slots):
        buttons.append(Action(reader.label("Open again"), MarkTaken(event.id, taken=False)))
    return rows(*buttons)


def night_edited(result: NightEdited, reader: Reader) -> Reply:
    """What has changed, as a difference, and who is told."""
    card = result.card
    parts = parts_of_night(card.event, card.venue, reader)
    changed = differences(result.before, card.event, reader, slots=result.slots)
    blocks: list[Block] = [Listing(tuple(changed))] if changed else []
    if card.told:
        blocks.append(Paragraph(reader.plural(card.told, "1 band is told.", "{n} bands are told.")))
    blocks += _body(card, reader)
    title = reader.say("🎤 Changed: {night}", **parts)
    return Reply(title, tuple(blocks), _buttons(card, reader), Tone.BAND)


def applicants(result: Applicants, reader: Reader) -> Reply:
    """The bands that have applied for a night, those on the shortlist first."""
    card = result.card
    parts = parts_of_night(card.event, card.venue, reader)
    ordered = sorted(card.applicants, key=lambda each: (each[0].shortlisted_at is None, each[0].id))
    numbered = list(enumerate(ordered, 1))[result.skip :]
    shown = numbered[:_SHOWN]
    title = reader.plural(len(ordered), "🎤 {night}: 1 application", "🎤 {night}: {n} applications", **parts)
    lines = tuple(_applicant(number, each, name, card.at, reader) for number, (each, name) in shown)
    buttons: list[Button] = [Action(str(number), ShowApplication(each.id)) for number, (each, _) in shown]
    blocks: list[Block] = [Listing(lines)] if lines else []
    rest = len(numbered) - len(shown)
    if rest:
        blocks.append(Paragraph(reader.plural(rest, "1 more after that.", "{n} more after that.")))
        further = ApplicantsPage(card.event.id, result.skip + len(shown))
        buttons.append(Action(reader.label("More"), further))
    buttons.append(Action(reader.label("Back"), ShowNight(card.event.id)))
    return Reply(title, tuple(blocks), rows(*buttons), Tone.BAND)


def _applicant(number: int, application: Application, name: str, at: datetime, reader: Reader) -> Line:
    stage = application.stage(at)
    marks = [stage_word(stage, reader)]
    if application.shortlisted_at is not None and stage in OPEN:
        marks.append(reader.label("on the shortlist"))
    marks.append(kind_words(application.kind, reader))
    if application.draw is not None:
        marks.append(reader.label("draws {people}", people=str(application.draw)))
    facts = " · ".join(marks)
    return reader.say("{number}. {band} · {facts}", number=str(number), band=Strong(name), facts=facts)


_TITLES = {
    EventState.DRAFT: "🎤 {night}: draft",
    EventState.DISCARDED: "🎤 {night}: discarded",
    EventState.PUBLISHED: "🎤 {night}",
    EventState.CANCELLED: "🎤 Cancelled: {night}",
}
