"""The answers given on the page of one's bands: what the buttons in chat do, by the same use cases."""

from enum import StrEnum
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.bands.refusals import NotAMember
from core.ids import ApplicationId, BandId, CommitmentId, EventId
from core.journal import Act, Gone
from core.marketplace.applications import LookAnswer
from core.marketplace.applications.bookings import confirm
from core.marketplace.applications.decisions import turn_down
from core.marketplace.applications.last_look import answer_look
from core.marketplace.applications.submission import withdraw
from core.personal_data.store import PersonalDataUnit
from core.scheduling.commitments.card import Note
from core.scheduling.commitments.rehearsals import respond
from core.scheduling.kinds import Rsvp
from presentation.addresses import MY
from web.deeds import FormOutcome, done, number_in
from web.errors import NOT_FOUND
from web.forms import SentForm
from web.sessions import submitted

_BY_WHEN_LIMIT = 80

E = TypeVar("E", bound=StrEnum)


async def rehearsal(request: Request) -> Response:
    """[I can], [Maybe], [I can't]: about the times that the page has shown."""
    which = CommitmentId(number_in(request, "commitment"))
    sent = await submitted(request)
    answer, revision = _chosen(sent.form, Rsvp), _number(sent.form, "revision")

    async def work(unit: PersonalDataUnit, act: Act) -> FormOutcome | Note:
        found = await unit.commitments.reach(which, act.person)
        if found is None:
            raise Gone
        _, band, membership = found
        if membership is None:
            raise NotAMember(band.name)
        came = await respond(unit, act, band, which, answer, revision=revision)
        return came.note or FormOutcome.SAVED

    return await done(request, sent, work, back=MY, if_again=FormOutcome.SAVED)


async def look(request: Request) -> Response:
    """[Yes], [Maybe], [No], [A dep could], about a night that the band is applying for."""
    night, of = EventId(number_in(request, "event")), BandId(number_in(request, "band"))
    sent = await submitted(request)
    answer = _chosen(sent.form, LookAnswer)
    words = " ".join(sent.form.get("by_when").split())[:_BY_WHEN_LIMIT]
    by_when = words or None if answer is LookAnswer.MAYBE else None

    async def work(unit: PersonalDataUnit, act: Act) -> FormOutcome:
        reach = await unit.bands.reach(of, act.person)
        if reach is None:
            raise Gone
        band, membership = reach
        if membership is None:
            raise NotAMember(band.name)
        card = await answer_look(unit, act, band, night, answer, by_when=by_when)
        if card.sent:
            return FormOutcome.APPLIED
        return FormOutcome.BEFORE if card.before else FormOutcome.SAVED

    return await done(request, sent, work, back=MY, if_again=FormOutcome.SAVED)


class _Deed(StrEnum):
    """What somebody who books can do about an application."""

    CONFIRM = "confirm"
    CONFIRM_AND_KEEP = "confirm-and-keep"
    """The band's applications for the same time stand."""
    TURN_DOWN = "turn-down"
    WITHDRAW = "withdraw"


_OUTCOMES = {
    _Deed.CONFIRM: FormOutcome.BOOKED,
    _Deed.CONFIRM_AND_KEEP: FormOutcome.BOOKED,
    _Deed.TURN_DOWN: FormOutcome.TURNED_DOWN,
    _Deed.WITHDRAW: FormOutcome.WITHDRAWN,
}


async def application(request: Request) -> Response:
    """[Confirm], [Decline] under an invite; [Withdraw] under an application."""
    which = ApplicationId(number_in(request, "application"))
    sent = await submitted(request)
    deed = _chosen(sent.form, _Deed)

    async def work(unit: PersonalDataUnit, act: Act) -> FormOutcome:
        match deed:
            case _Deed.TURN_DOWN:
                card = await turn_down(unit, act, which)
            case _Deed.WITHDRAW:
                card = await withdraw(unit, act, which)
            case _:
                keep = deed is _Deed.CONFIRM_AND_KEEP
                card = (await confirm(unit, act, which, keep_others=keep)).card
        return FormOutcome.BEFORE if card.before else _OUTCOMES[deed]

    return await done(request, sent, work, back=MY, if_again=_OUTCOMES[deed])


def _chosen(form: SentForm, words: type[E]) -> E:
    """The button that was pressed. Raises HTTPException for none that the page has."""
    try:
        return words(form.get("answer"))
    except ValueError as error:
        raise HTTPException(NOT_FOUND) from error


def _number(form: SentForm, name: str) -> int:
    said = form.get(name)
    if not (said.isascii() and said.isdigit()):
        raise HTTPException(NOT_FOUND)
    return int(said)


ROUTES = (
    Route(f"{MY}/rehearsals/{{commitment}}", rehearsal, methods=["POST"]),
    Route(f"{MY}/looks/{{event}}/{{band}}", look, methods=["POST"]),
    Route(f"{MY}/applications/{{application}}", application, methods=["POST"]),
)
