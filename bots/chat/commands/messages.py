"""Messages without a command: what each amounts to."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import Words
from bots.chat.commands.diary import UNSAID, context_of
from bots.chat.conversations import Ask, Option
from bots.chat.turn import Turn
from bots.chat.views.posts import PostRead
from bots.chat.views.questions import EntryUnclear
from core.ids import AvailabilityId
from core.marketplace.posts import Post, read_post
from core.scheduling import corrections
from core.scheduling.calendars.addresses import looks_like_a_calendar
from core.scheduling.kinds import Kind
from core.scheduling.phrases import talk
from core.scheduling.phrases.understanding import Statement


@dataclass(frozen=True, slots=True)
class Forget:
    """Something said earlier."""

    what: Annotated[str, Words("What should I forget?", "the Tuesday one", preview=False)]


@dataclass(frozen=True, slots=True)
class Onward:
    """The message is a command in other words."""

    command: str
    raw: dict[str, str]


async def forget(ask: Forget, turn: Turn) -> object:
    """Take a rule out of the diary; asks which when several fit."""
    which = AvailabilityId(int(turn.raw["which"])) if "which" in turn.raw else None
    context = context_of(turn)
    found = await corrections.drop(turn.unit, turn.act, _bare(ask.what, turn), which=which, context=context)
    if isinstance(found, corrections.WhichOne):
        options = tuple(Option(said, {"which": str(said.id)}) for said in found.said[:_CHOICES])
        return Ask("", EntryUnclear(len(found.said)), options)
    return found


def answers_a_question(text: str, turn: Turn) -> bool:
    """Whether plain words can be the answer to an open question: not if they ask, or take it back."""
    message = talk.read_message(text, context_of(turn))
    return not isinstance(message, talk.BandQuestion | talk.OwnQuestion | talk.TakeBack)


def taken_back(text: str, turn: Turn) -> bool:
    """Whether the words say never mind."""
    return isinstance(talk.read_message(text, context_of(turn)), talk.TakeBack)


async def read(text: str, turn: Turn) -> object:
    """What a message wants: an Onward, a result, or None where it wants nothing of us."""
    if turn.place.private and looks_like_a_calendar(text):
        return Onward("import", {"url": text})
    context = context_of(turn)
    message = talk.read_message(text, context)
    if isinstance(message, talk.Availability | talk.Chatter):
        post = read_post(text, context)
        if isinstance(post, Post):
            return PostRead(post)
    match message:
        case talk.Availability(words=words, meaning=meaning):
            readings = meaning.problem.readings if meaning.problem else ()
            statements = readings[0].statements if readings else meaning.statements
            return Onward(_command(statements), {"when": words, UNSAID: "ask"})
        case talk.BandQuestion(days=days, hours=hours):
            raw = {"when": days, "hours": f"{hours:g}" if hours else ""}
            return Onward("green", {name: value for name, value in raw.items() if value})
        case talk.OwnQuestion(days=days):
            return Onward("mine", {"month": days} if days else {})
        case talk.TakeBack():
            return Onward("undo", {})
        case talk.Swap(new=new, old=old):
            return await corrections.swap(turn.unit, turn.act, new=new, old=old, context=context)
        case talk.Drop(what=what):
            return Onward("forget", {"what": what})
        case _:
            return None


_CHOICES = 8


def _command(statements: tuple[Statement, ...]) -> str:
    said = {each.kind for each in statements}
    for kind in (Kind.BUSY, Kind.FREE, Kind.MAYBE):
        if kind in said:
            return kind.value
    return Kind.BUSY.value


def _bare(what: str, turn: Turn) -> str:
    """The words without what only points: "the Tuesday one" is about Tuesday."""
    found = talk.read_message(f"forget {what}", context_of(turn))
    return found.what if isinstance(found, talk.Drop) else what
