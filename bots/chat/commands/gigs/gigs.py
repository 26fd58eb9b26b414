"""/gigs, /gig and /move: the band's diary, and what is entered and changed in it by words."""

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated

from bots.chat.arguments import KeptField, PickField, TextField, WordsField
from bots.chat.bandchoice import reachable
from bots.chat.buttons.gigs import AgendaPage
from bots.chat.commands.gigs.commitments import here
from bots.chat.commands.gigs.rehearsals import days_in
from bots.chat.contexts import band_context
from bots.chat.conversations import Ask, Option
from bots.chat.results.diary import Unclear
from bots.chat.results.gigs import (
    AgendaShown,
    CardNote,
    CommitmentUnclear,
    GigTimeUnsaid,
    NewTimeUnsaid,
    StandingShown,
)
from bots.chat.turn import Turn
from bots.chat.views.pages import unpacked
from core.access import Right
from core.ids import CommitmentId
from core.scheduling.commitments import agenda, rescheduling
from core.scheduling.commitments.card import CommitmentOutcome, decides
from core.scheduling.commitments.commitment import LOCATION_LIMIT, NothingAhead
from core.scheduling.commitments.new_times import gig_times, moved_to
from core.scheduling.commitments.rehearsals import Times
from core.scheduling.phrases.codec import statement_from_json, statement_to_json
from core.scheduling.phrases.understanding import Context, Problem, Statement

_DAYS = 400
_CHOICES = 12
_BAND = PickField("For which band?", "band")


def _statement(kept: str) -> Statement:
    return statement_from_json(json.loads(kept))


def _commitment(kept: str) -> CommitmentId:
    return CommitmentId(int(kept))


@dataclass(frozen=True, slots=True)
class GigsArguments:
    """A range of days."""

    when: Annotated[str | None, WordsField("Which days? (else everything coming up)", "December")] = None
    band: Annotated[str | None, _BAND] = None


@dataclass(frozen=True, slots=True)
class GigArguments:
    """A gig that was booked elsewhere."""

    when: Annotated[str, WordsField("When is it?", "Fri 11 Dec 20:00-23:00")]
    place: Annotated[str | None, TextField("Where?", "The Heron", limit=LOCATION_LIMIT)] = None
    band: Annotated[str | None, _BAND] = None
    at: Annotated[str | None, KeptField()] = None
    """The hours, said in answer to a question: the words named only the day."""
    reading: Annotated[Statement | None, KeptField(_statement)] = None
    """The chosen one of several readings of the words."""
    anyway: Annotated[bool, KeptField(bool)] = False
    """In spite of the worries."""


@dataclass(frozen=True, slots=True)
class MoveArguments:
    """Another time, or another location."""

    when: Annotated[str | None, WordsField("To when?", "Fri 11 Dec 19:00", preview=False)] = None
    place: Annotated[str | None, TextField("Where?", "Unit 4", limit=LOCATION_LIMIT)] = None
    band: Annotated[str | None, _BAND] = None
    commitment: Annotated[CommitmentId | None, KeptField(_commitment)] = None
    """Which one."""
    reading: Annotated[Statement | None, KeptField(_statement)] = None
    """The chosen one of several readings of the words."""
    anyway: Annotated[bool, KeptField(bool)] = False
    """In spite of the worries."""


async def gigs(ask: GigsArguments, turn: Turn) -> AgendaShown | Ask:
    """The band's diary."""
    days = days_in(ask.when, turn, days=_DAYS)
    if isinstance(days, Problem):
        return Ask("when", Unclear(days, (), "December", saves=False))
    found = await agenda.agenda(turn.unit, turn.the_band, days, now=turn.now)
    return AgendaShown(found, others=turn.other_bands)


async def more(press: AgendaPage, turn: Turn) -> AgendaShown:
    """[More] under the diary, or another band's name."""
    chosen = await reachable(turn.unit, turn.person, press.band, Right.SEE)
    asked, skip = unpacked(press.days, press.rest)
    found = await agenda.agenda(turn.unit, chosen, asked.days, now=turn.now)
    return AgendaShown(found, skip=min(skip, len(found.entries)))


async def gig(ask: GigArguments, turn: Turn) -> StandingShown | Ask:
    """Enter a gig."""
    read = _gig_times(ask, band_context(turn, turn.the_band))
    if isinstance(read, Problem):
        return _unclear(read, "Fri 11 Dec 20:00-23:00")
    if isinstance(read, date):
        return Ask("at", GigTimeUnsaid(read))
    return await _enter(ask, turn, read[0], end_said=read[1])


def _gig_times(ask: GigArguments, context: Context) -> tuple[Times, bool] | date | Problem:
    """When it is; the day alone, where no time was said. An answer that gives no time is as if unsaid."""
    if ask.at is None:
        return gig_times(ask.when, context, chosen=ask.reading)
    read = gig_times(f"{ask.when} {ask.at}", context, chosen=ask.reading)
    if isinstance(read, date) or (isinstance(read, Problem) and not read.readings):
        return gig_times(ask.when, context)
    return read


async def _enter(ask: GigArguments, turn: Turn, times: Times, *, end_said: bool) -> StandingShown | Ask:
    times = replace(times, location=ask.place)
    done = await rescheduling.enter_gig(turn.unit, turn.act, turn.the_band, times, anyway=ask.anyway)
    if isinstance(done, rescheduling.Doubled):
        return _anyway(done)
    return StandingShown.of(done) if end_said else StandingShown(done.standing, CardNote.END_TAKEN)


async def move(ask: MoveArguments, turn: Turn) -> rescheduling.Moved | StandingShown | Ask:
    """Move it, or say where it is; asks which where several are to come."""
    which = ask.commitment or await _which(turn)
    if isinstance(which, Ask):
        return which
    found = await here(turn, which, deciding=True)
    if ask.when is None and ask.place is not None:
        return _done(await rescheduling.set_location(turn.unit, turn.act, found.band, which, ask.place))
    if ask.when is None:
        return Ask("when", NewTimeUnsaid(found.commitment))
    context = band_context(turn, found.band)
    times = moved_to(ask.when, found.commitment, context, chosen=ask.reading)
    if isinstance(times, Problem):
        return _unclear(times, "Fri 11 Dec 19:00")
    times = replace(times, location=ask.place)
    done = await rescheduling.move(turn.unit, turn.act, found.band, which, times, anyway=ask.anyway)
    return _anyway(done) if isinstance(done, rescheduling.Doubled) else _done(done)


def _done(done: rescheduling.Moved | CommitmentOutcome) -> rescheduling.Moved | StandingShown:
    return done if isinstance(done, rescheduling.Moved) else StandingShown.of(done)


def _unclear(problem: Problem, example: str) -> Ask:
    options = []
    for reading in problem.readings:
        rule = reading.statements[0].rule
        start = rule.start.date() if rule.all_day else rule.start
        options.append(Option(start, {"reading": json.dumps(statement_to_json(reading.statements[0]))}))
    return Ask("when", Unclear(problem, (), example, moments=True), tuple(options))


def _anyway(doubled: rescheduling.Doubled) -> Ask:
    return Ask("", doubled, (Option(None, {"anyway": "yes"}),))


async def _which(turn: Turn) -> CommitmentId | Ask:
    """The commitment that is meant where none was named: the only one to come."""
    band, mine = turn.the_band, turn.membership
    until = turn.now + timedelta(days=_DAYS)
    coming = await turn.unit.commitments.of_band(band.id, start=turn.now, end=until)
    open_ = [each for each in coming if each.starts_at > turn.now]
    if not open_:
        raise NothingAhead(band.name)
    own = [each for each in open_ if decides(each, mine)] or open_
    if len(own) == 1:
        return own[0].id
    options = tuple(Option(each, {"commitment": str(each.id)}) for each in own[:_CHOICES])
    return Ask("", CommitmentUnclear(band.name), options)
