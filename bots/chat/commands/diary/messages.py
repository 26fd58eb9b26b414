"""Messages without a command, and what each asks for."""

from dataclasses import dataclass, replace
from typing import Annotated

from bots.chat.arguments import KeptField, WordsField
from bots.chat.commands.diary.diary import kept_statements
from bots.chat.commands.diary.mine import MineArguments, as_usual
from bots.chat.contexts import own_context
from bots.chat.conversations import Ask, Option, Redirect
from bots.chat.results.diary import EntryUnclear
from bots.chat.results.market import ABOUT_GIGS, NotHere, PostRead
from bots.chat.turn import Turn
from core.ids import AvailabilityId
from core.marketplace.posts import Post, read_post
from core.scheduling.availability.freshness import Confirmed
from core.scheduling.calendars.addresses import looks_like_a_calendar
from core.scheduling.diary import corrections
from core.scheduling.kinds import Kind
from core.scheduling.phrases import messages as talk
from core.scheduling.phrases import understand
from core.scheduling.phrases.day_ranges import DayRange, days_of
from core.scheduling.phrases.line_ups import read_line_up
from core.scheduling.phrases.understanding import Context, Statement, Understanding


def _rule(kept: str) -> AvailabilityId:
    return AvailabilityId(int(kept))


@dataclass(frozen=True, slots=True)
class ForgetArguments:
    """Something said earlier."""

    what: Annotated[str, WordsField("What should I forget?", "the Tuesday one", preview=False)]
    which: Annotated[AvailabilityId | None, KeptField(_rule)] = None
    """Which of several entries."""


async def forget(ask: ForgetArguments, turn: Turn) -> corrections.EntryForgotten | Ask:
    """Take a rule out of the diary; asks which when several fit."""
    context = own_context(turn)
    what = _bare(ask.what, turn)
    found = await corrections.drop(turn.unit, turn.act, what, which=ask.which, context=context)
    if isinstance(found, corrections.WhichOne):
        options = tuple(Option(said, {"which": str(said.id)}) for said in found.said[:_CHOICES])
        return Ask("", EntryUnclear(len(found.said)), options)
    return found


def answers_a_question(text: str, turn: Turn) -> bool:
    """Whether plain words that do not leave an open question can be its answer: not if they ask."""
    message = talk.read_message(text, own_context(turn))
    return not isinstance(message, talk.BandQuestion | talk.OwnQuestion | talk.AsUsual)


def leaves_it(text: str, turn: Turn) -> bool:
    """Whether the words leave an open question, whatever it is about: "cancel", "never mind"."""
    context = own_context(turn)
    return talk.leaves_it(text, context) or isinstance(talk.read_message(text, context), talk.TakeBack)


Wanted = Redirect | PostRead | NotHere | Confirmed | corrections.Corrected
"""Everything that plain words can ask for."""


async def read(text: str, turn: Turn) -> Wanted | None:
    """What a message asks for: a Redirect, a result, or None where it is not meant for us."""
    if turn.chat.private and looks_like_a_calendar(text):
        return Redirect("import", {"url": text})
    context = own_context(turn)
    message = talk.read_message(text, context)
    if isinstance(message, talk.SaidAvailability | talk.Chatter):
        about_gigs = await _about_gigs(text, message, turn)
        if about_gigs is not None:
            return about_gigs
    return await _wanted(message, text, turn)


async def _about_gigs(text: str, message: talk.Message, turn: Turn) -> Redirect | PostRead | NotHere | None:
    """What a gig post comes to, or a message that answers one; None: it is neither."""
    read = read_post(text, own_context(turn))
    if isinstance(read, Post):
        ours = await _posts_here(turn)
        return Redirect("post", {"words": text}) if ours else PostRead(read)
    if not turn.chat.private or read.reason not in ABOUT_GIGS:
        return None
    # Words about one's own days are a diary's, unless somebody has to do with venues alone.
    alone = isinstance(message, talk.Chatter) or await _venues_alone(turn)
    return NotHere(read.reason) if alone else None


async def _posts_here(turn: Turn) -> bool:
    """Whether a post is meant to be posted: from a promoter, or from somebody who is new here."""
    venues = [venue.id for venue, _ in await turn.unit.venues.of(turn.person.id)]
    if not turn.chat.private:
        bound = await turn.unit.venues.bound_to(turn.chat.bindings)
        return bound is not None and bound.id in venues
    return bool(venues) or not await turn.unit.bands.of(turn.person.id)


async def _venues_alone(turn: Turn) -> bool:
    venues, bands = await turn.unit.venues.of(turn.person.id), await turn.unit.bands.of(turn.person.id)
    return bool(venues) and not bands


async def _wanted(message: talk.Message, text: str, turn: Turn) -> Wanted | None:
    match message:
        case talk.SaidAvailability(words=words, meaning=meaning):
            return _availability(words, meaning, own_context(turn))
        case talk.ButNot(words=words):
            return await _but_not(words, turn)
        case talk.BandQuestion():
            return _band_question(message, text, own_context(turn))
        case talk.OwnQuestion(days=days):
            return Redirect("mine", {"month": days} if days else {})
        case talk.AsUsual(days=days):
            confirmed = await as_usual(MineArguments(days or None), turn)
            return Redirect("mine", {"month": days}) if isinstance(confirmed, Ask) else confirmed
        case talk.TakeBack():
            return Redirect("undo", {})
        case talk.Swap(new=new, old=old):
            return await corrections.swap(turn.unit, turn.act, new=new, old=old, context=own_context(turn))
        case talk.Drop(what=what):
            return Redirect("forget", {"what": what})
        case _:
            return None


def _availability(words: str, meaning: Understanding, context: Context) -> Redirect:
    readings = meaning.problem.readings if meaning.problem else ()
    statements = readings[0].statements if readings else meaning.statements
    asking = {} if talk.plainly_busy(words, context) else {"unsaid": "ask"}
    return Redirect(_command(statements), {"when": words, **asking})


def _band_question(asked: talk.BandQuestion, text: str, context: Context) -> Redirect:
    if asked.why and _one_day(asked.days, context):
        return Redirect("why", {"day": asked.days})
    line_up = read_line_up(text)
    size = f"as {line_up.size}" if line_up.size else ""
    raw = {
        "when": f"{asked.days} {size}".strip(),
        "hours": f"{asked.hours:g}" if asked.hours else "",
        "without": line_up.without,
    }
    return Redirect("green", {name: value for name, value in raw.items() if value})


async def _but_not(words: str, turn: Turn) -> Redirect | None:
    """The last thing said, with an exception added; read as at the time when it was said."""
    last = await corrections.last_said(turn.unit, turn.act)
    if last is None:
        return None
    both = f"{last.words} {words}"
    meaning = understand(both, own_context(replace(turn, said_at=last.said_at)))
    raw = {"when": both, "_replaces": str(last.id)}
    if meaning.problem is None:
        raw["reading"] = kept_statements(meaning.statements)
    return Redirect(last.kind.value, raw)


def _one_day(days: str, context: Context) -> bool:
    found = days_of(days, context) if days else None
    return isinstance(found, DayRange) and found.one_day


_CHOICES = 8


def _command(statements: tuple[Statement, ...]) -> str:
    said = {each.kind for each in statements}
    for kind in (Kind.BUSY, Kind.FREE, Kind.MAYBE):
        if kind in said:
            return kind.value
    return Kind.BUSY.value


def _bare(what: str, turn: Turn) -> str:
    """The words without those that only point: "the Tuesday one" is about Tuesday."""
    found = talk.read_message(f"forget {what}", own_context(turn))
    return found.what if isinstance(found, talk.Drop) else what
