"""Notices to somebody about themself, with the facts as they are when they are sent."""

from dataclasses import dataclass
from datetime import datetime

from bots.chat.news.delivery import News, NoticeDelivery
from bots.chat.replays import again
from bots.chat.results.gigs import AnsweredOnTheWeb, StandingShown
from bots.chat.results.person import DoneOnTheWeb
from bots.chat.turn import Chat
from core.errors import Refusal
from core.journal import Act
from core.people import Person
from core.personal_data.store import PersonalDataUnit
from core.scheduling.commitments.changes import CommitmentAnswered
from core.web_sessions.notices import DoneOnAPage


@dataclass(frozen=True, slots=True)
class _Retelling:
    """Implements bots.chat.turn.Retelling."""

    unit: PersonalDataUnit
    act: Act
    person: Person
    chat: Chat
    now: datetime


_PRIVATE = Chat("", private=True, whispers=True)


async def _done(notice: DoneOnAPage, telling: NoticeDelivery) -> DoneOnTheWeb | None:
    """Told with the words that chat has for such a change; dropped once it was taken back."""
    unit, now = telling.unit, telling.now
    change = await unit.journal.find(notice.change)
    if change is None or change.undone or change.person != telling.to:
        return None
    person = await unit.people.get(telling.to)
    try:
        act = Act(person.id, now, change.cause)
        result = await again(_Retelling(unit, act, person, _PRIVATE, now), change)
    except Refusal:
        return DoneOnTheWeb(None)  # the person may no longer see it
    if isinstance(change.facts, CommitmentAnswered) and isinstance(result, StandingShown):
        result = AnsweredOnTheWeb(result.standing, change.facts.new, change.id)
    return DoneOnTheWeb(result)


NEWS: News = {DoneOnAPage: _done}
