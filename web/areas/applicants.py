"""The bands that have applied to one night, for its promoters to choose among, by the use cases of chat."""

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core import formats
from core.bands.fields import SERVICE_NAMES
from core.bands.players import Playable
from core.errors import Refusal
from core.ids import ApplicationId, EventId
from core.journal import Act, Gone
from core.marketplace.applications import LINE_LIMIT, ApplicationStage
from core.marketplace.applications.decisions import accept, decline, shortlist, take_back
from core.my_bands.applicants import ApplicantShown, applicants
from core.personal_data.store import PersonalDataUnit
from presentation.addresses import MY
from presentation.nights.applications import draw, line_up, venue_standing
from presentation.nights.standing import day_words, slot_of, stage_word, status_line, where
from web.deeds import FormOutcome, done, number_in, said
from web.errors import NOT_FOUND
from web.headers import WITH_PLAYERS
from web.pages import show
from web.reader import PageReader
from web.sessions import signed_in, submitted
from web.site import site_of


@dataclass(frozen=True, slots=True)
class ApplicantWorded:
    """One band that has applied, in words."""

    path: str
    band: str
    slot: str
    stage: str
    facts: list[tuple[str, str | Markup]]
    lines: list[Markup]
    line: str | None
    """What the venue has written, or the band when it turned an invite down."""
    links: list[tuple[str, str]]
    players: tuple[Playable, ...]
    pending: bool
    accepted: bool
    listed: bool
    """It is on the shortlist."""


async def page(request: Request) -> Response:
    """The page."""
    by, site = await signed_in(request), site_of(request)
    which = EventId(number_in(request, "event"))
    try:
        async with site.units.read() as unit:
            found = await applicants(unit, by.person.id, which, now=site.clock.now())
    except Refusal as refusal:
        raise HTTPException(NOT_FOUND) from refusal
    reader = by.reader
    answer = show(
        request,
        "applicants.html",
        reader,
        by=by,
        said=said(request, reader),
        day=day_words(found.event, reader),
        place=where(found.venue),
        status=status_line(found.event, reader),
        standing=[_worded(each, which, reader) for each in found.applicants if not each.over],
        over=[_worded(each, which, reader) for each in found.applicants if each.over],
        limit=LINE_LIMIT,
    )
    answer.headers.update(WITH_PLAYERS)
    return answer


def _worded(each: ApplicantShown, night: EventId, reader: PageReader) -> ApplicantWorded:
    card = each.card
    return ApplicantWorded(
        path=f"{MY}/nights/{night}/{card.application.id}",
        band=card.band.name,
        slot=slot_of(card.application, card.slot, reader),
        stage=stage_word(card.stage, reader),
        facts=_facts(each, reader),
        lines=venue_standing(card, reader),
        line=card.application.line,
        links=[(SERVICE_NAMES[service], address) for service, address in each.links],
        players=each.players,
        pending=card.stage is ApplicationStage.PENDING,
        accepted=card.stage is ApplicationStage.ACCEPTED,
        listed=card.application.shortlisted_at is not None,
    )


def _facts(each: ApplicantShown, reader: PageReader) -> list[tuple[str, str | Markup]]:
    """What is said of the band: never who plays in it."""
    band, application = each.card.band, each.card.application
    facts: list[tuple[str, str | Markup]] = [
        (reader.label("Line-up"), line_up(each.card.members, reader)),
    ]
    if band.city:
        facts.append((reader.label("From"), band.city))
    if band.genres:
        facts.append((reader.label("Genres"), formats.listing(band.genres, reader.locale)))
    if application.draw is not None:
        facts.append((reader.label("Draw"), draw(application.draw, reader)))
    if application.note:
        facts.append((reader.label("They say"), application.note))
    return facts


class _Choice(StrEnum):
    """What a promoter can do about an application."""

    SHORTLIST = "shortlist"
    UNLIST = "unlist"
    ACCEPT = "accept"
    DECLINE = "decline"
    TAKE_BACK = "take-back"


_OUTCOMES = {
    _Choice.SHORTLIST: FormOutcome.SHORTLISTED,
    _Choice.UNLIST: FormOutcome.UNLISTED,
    _Choice.ACCEPT: FormOutcome.ACCEPTED,
    _Choice.DECLINE: FormOutcome.DECLINED,
    _Choice.TAKE_BACK: FormOutcome.TAKEN_BACK,
}


async def decide(request: Request) -> Response:
    """[Shortlist], [Accept], [Decline], [Revoke]."""
    night = EventId(number_in(request, "event"))
    which = ApplicationId(number_in(request, "application"))
    sent = await submitted(request)
    try:
        choice = _Choice(sent.form.get("answer"))
    except ValueError as error:
        raise HTTPException(NOT_FOUND) from error
    line, code = sent.form.get("line")[:LINE_LIMIT] or None, site_of(request).new_code()

    async def work(unit: PersonalDataUnit, act: Act) -> FormOutcome:
        found = await unit.applications.get(which)
        if found is None or found.event != night:
            raise Gone
        match choice:
            case _Choice.ACCEPT:
                card = await accept(unit, act, which, code=code)
            case _Choice.DECLINE:
                card = await decline(unit, act, which, line=line)
            case _Choice.TAKE_BACK:
                card = await take_back(unit, act, which)
            case _:
                card = await shortlist(unit, act, which, on=choice is _Choice.SHORTLIST)
        return FormOutcome.BEFORE if card.before else _OUTCOMES[choice]

    return await done(request, sent, work, back=f"{MY}/nights/{night}", if_again=_OUTCOMES[choice])


ROUTES = (
    Route(f"{MY}/nights/{{event}}", page),
    Route(f"{MY}/nights/{{event}}/{{application}}", decide, methods=["POST"]),
)
