"""What a form on a page does: carried out once, and then the page is shown again with what came of it."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from http import HTTPStatus

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from core.access import NotAPromoter
from core.bands.refusals import NotAMember
from core.errors import Refusal
from core.journal import Act, Gone
from core.marketplace.applications.refusals import NotTheBands
from core.personal_data.store import PersonalDataUnit
from core.scheduling.commitments.card import Note
from presentation.commitments import note_words
from presentation.refusals import SENTENCES
from web.errors import NOT_FOUND
from web.pages import show
from web.reader import PageReader
from web.sessions import SignedIn, Submission, carried_out
from web.site import site_of

HIDDEN = (Gone, NotAMember, NotAPromoter, NotTheBands)
"""Refusals that would tell a stranger what there is: to them it is a page that never was."""
_MOST = 2**63


class FormOutcome(StrEnum):
    """What came of a form; it stands in the address of the page that is shown then."""

    SAVED = "saved"
    BEFORE = "before"
    APPLIED = "applied"
    BOOKED = "booked"
    TURNED_DOWN = "turned-down"
    WITHDRAWN = "withdrawn"
    SHORTLISTED = "shortlisted"
    UNLISTED = "unlisted"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TAKEN_BACK = "taken-back"


_SENTENCES = {
    FormOutcome.SAVED: "Your answer is kept.",
    FormOutcome.BEFORE: "It was like this already.",
    FormOutcome.APPLIED: "That was the last answer: your band has applied now.",
    FormOutcome.BOOKED: "It is on, and in the diary of everybody who plays.",
    FormOutcome.TURNED_DOWN: "Turned down. The venue is told, and the slot is free again.",
    FormOutcome.WITHDRAWN: "Withdrawn.",
    FormOutcome.SHORTLISTED: "On your shortlist. The band is told.",
    FormOutcome.UNLISTED: "Off your shortlist.",
    FormOutcome.ACCEPTED: "Accepted. The band is told, and has to confirm.",
    FormOutcome.DECLINED: "Declined. The band is told.",
    FormOutcome.TAKEN_BACK: "Revoked. The band is told, and the slot is free again.",
}
Work = Callable[[PersonalDataUnit, Act], Awaitable[FormOutcome | Note]]


async def done(
    request: Request, submission: Submission, work: Work, *, back: str, if_again: FormOutcome
) -> Response:
    """Carry it out, and lead back to a page of the person's own; `if_again`: the form was sent before.

    A refusal is a page that says what is so. Raises HTTPException for what is not the person's business.
    """
    try:
        came = await carried_out(request, submission.by, submission.cause, work)
    except HIDDEN as refusal:
        raise HTTPException(NOT_FOUND) from refusal
    except Refusal as refusal:
        return _refused(request, submission.by, refusal, back)
    said = came if isinstance(came, FormOutcome | Note) else if_again
    return RedirectResponse(site_of(request).path(f"{back}?said={said.value}"), HTTPStatus.SEE_OTHER)


def said(request: Request, reader: PageReader) -> Markup | None:
    """What came of the form that has led to this page."""
    word = request.query_params.get("said")
    if word in _OUTCOMES:
        return reader.say(_SENTENCES[_OUTCOMES[word]])
    return note_words(_NOTES[word], reader) if word in _NOTES else None


_OUTCOMES: dict[str | None, FormOutcome] = {each.value: each for each in FormOutcome}
_NOTES: dict[str | None, Note] = {each.value: each for each in Note}


def number_in(request: Request, name: str) -> int:
    """A number in the path. Raises HTTPException for what is none that a row may have."""
    words = request.path_params[name]
    if not (words.isascii() and words.isdigit() and int(words) < _MOST):
        raise HTTPException(NOT_FOUND)
    return int(words)


def _refused(request: Request, by: SignedIn, refusal: Refusal, back: str) -> Response:
    sentence = SENTENCES[type(refusal)](refusal, by.reader)
    answer = show(request, "refused.html", by.reader, sentence=sentence, back=back)
    answer.status_code = HTTPStatus.CONFLICT
    return answer
