"""The two sides of a played booking rate each other, read what was said, and reply to it once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.ids import ApplicationId, PersonId, RatingId
from core.journal import Act
from core.marketplace.applications import ApplicationStage, Side
from core.marketplace.applications.decisions import tidy_line
from core.marketplace.applications.parties import bookers, for_the_band, letters, locked, reached, speakers
from core.marketplace.applications.refusals import NotTheBands
from core.marketplace.applications.store import ApplicationReach
from core.marketplace.ratings import FACTS, RATE_FOR, NewRating, Rating, RatingFact, are_sealed, rated_until
from core.marketplace.ratings.changes import NightRated, RatingAnswered
from core.marketplace.ratings.notices import RatingReplied, RatingsOpened
from core.marketplace.ratings.refusals import NoReplyPossible, NotOverYet, NotPlayed, RatingClosed
from core.marketplace.ratings.store import RatingUnit
from core.outbox import Letter
from core.stars import MOST_STARS


@dataclass(frozen=True, slots=True)
class WhatWasSaid:
    """What one side says of a night."""

    stars: int
    facts: Mapping[RatingFact, bool]
    line: str | None


@dataclass(frozen=True, slots=True)
class RatingCard:
    """A played night and what was said of it, as one of its sides may read it."""

    reach: ApplicationReach
    side: Side
    """The reader's."""
    own: Rating | None
    other: Rating | None
    """What the other side says; None: nothing yet, or it is sealed."""
    sealed: bool
    closed: bool
    """The time to rate is over."""
    before: bool = False
    """It was like this already; nothing changed now."""


async def rate(unit: RatingUnit, act: Act, which: ApplicationId, side: Side, said: WhatWasSaid) -> RatingCard:
    """Say how the other side was; while that is sealed it may be said again, in place of the first.

    Raises Gone, NotTheBands, NotAllowed, NotPlayed, NotOverYet, RatingClosed.
    """
    reach = await locked(unit, act, which)
    await _acts(unit, reach, side)
    _played(reach, act.at)
    ratings = await _of(unit, which)
    own = ratings.get(side)
    if _closed(reach, act.at) or (own and not _sealed(ratings, reach, act.at)):
        raise RatingClosed(reach.band.name, reach.venue.name)
    now = _rating(reach, side, act, said)
    if own is not None:
        kept = replace(own, stars=now.stars, facts=now.facts, line=now.line, person=act.person)
        if kept == own and kept.facts == own.facts:
            return _card(reach, side, ratings, act.at, before=True)
        await unit.ratings.replace(kept)
    else:
        kept = _numbered(now, await unit.ratings.add(now))
    ratings[side] = kept
    await unit.journal.record(act, NightRated(which, reach.band.id, side))
    await unit.outbox.put_all(await _opening(unit, act, reach, ratings))
    return _card(reach, side, ratings, act.at)


async def reply(unit: RatingUnit, act: Act, which: ApplicationId, side: Side, words: str) -> RatingCard:
    """Answer what the other side has said, once and for ever.

    Raises Gone, NotTheBands, NotAllowed, NoReplyPossible.
    """
    reach = await locked(unit, act, which)
    await _acts(unit, reach, side)
    ratings = await _of(unit, which)
    theirs = ratings.get(_other(side))
    said = tidy_line(words)
    if theirs is None or said is None or _sealed(ratings, reach, act.at):
        raise NoReplyPossible(given=False)
    if theirs.reply is not None:
        if theirs.reply == said:
            return _card(reach, side, ratings, act.at, before=True)
        raise NoReplyPossible(given=True)
    ratings[_other(side)] = replace(theirs, reply=said)
    await unit.ratings.replace(ratings[_other(side)])
    change = await unit.journal.record(act, RatingAnswered(which, reach.band.id, side))
    people = await _people(unit, reach, _other(side))
    await unit.outbox.put_all(
        letters(act, RatingReplied(which, by_band=side is Side.BAND), people, f"rating:reply:{change}")
    )
    return _card(reach, side, ratings, act.at)


async def look(unit: RatingUnit, act: Act, which: ApplicationId, side: Side | None) -> RatingCard:
    """Show a played night to one of its sides.

    Raises Gone, NotTheBands, NotAllowed, NotPlayed, NotOverYet.
    """
    reach = await reached(unit, act.person, which)
    ratings = await _of(unit, which)
    side = side or _side(reach, ratings)
    await _acts(unit, reach, side)
    _played(reach, act.at)
    return _card(reach, side, ratings, act.at)


async def to_rate(unit: RatingUnit, act: Act) -> tuple[RatingCard, ...]:
    """The nights that the caller may rate, or may read of, while ratings are taken; the last first."""
    found = await unit.applications.played(act.person, after=act.at - RATE_FOR, until=act.at)
    all_ = await unit.ratings.of([each.application.id for each in found])
    out = []
    for reach in found:
        ratings = {each.by: each for each in all_.get(reach.application.id, ())}
        sides = [Side.BAND] * reach.books + [Side.VENUE] * reach.chooses
        out += [_card(reach, side, ratings, act.at) for side in sides]
    return tuple(out)


async def _acts(unit: RatingUnit, reach: ApplicationReach, side: Side) -> None:
    """Raises NotTheBands, or NotAllowed, unless the caller speaks for that side."""
    if side is Side.BAND:
        await for_the_band(unit, reach)
    elif not reach.chooses:
        raise NotTheBands


def _side(reach: ApplicationReach, ratings: Mapping[Side, Rating]) -> Side:
    """For which side somebody speaks who has not said so: one that has not rated yet, the band's first."""
    sides = [Side.BAND] * reach.books + [Side.VENUE] * reach.chooses
    return next((each for each in sides if each not in ratings), (sides or [Side.BAND])[0])


def _played(reach: ApplicationReach, now: datetime) -> None:
    stage = reach.application.stage(now)
    if stage is ApplicationStage.CONFIRMED:
        ends_at = reach.application.ends_at
        raise NotOverYet(reach.band.name, reach.venue.name, ends_at, reach.event.zone)
    if stage is not ApplicationStage.PLAYED:
        raise NotPlayed(reach.band.name, reach.venue.name)


def _closed(reach: ApplicationReach, now: datetime) -> bool:
    return now >= rated_until(reach.application.ends_at)


def _sealed(ratings: Mapping[Side, Rating], reach: ApplicationReach, now: datetime) -> bool:
    return are_sealed(ratings.values(), reach.application.ends_at, now)


def _rating(reach: ApplicationReach, side: Side, act: Act, said: WhatWasSaid) -> NewRating:
    if not 1 <= said.stars <= MOST_STARS or not set(said.facts) <= set(FACTS[side]):
        raise ValueError(said)
    return NewRating(
        application=reach.application.id,
        by=side,
        band=reach.band.id,
        venue=reach.venue.id,
        stars=said.stars,
        person=act.person,
        made_at=act.at,
        ends_at=reach.application.ends_at,
        facts=dict(said.facts),
        line=tidy_line(said.line),
    )


async def _of(unit: RatingUnit, which: ApplicationId) -> dict[Side, Rating]:
    return {each.by: each for each in (await unit.ratings.of([which])).get(which, ())}


async def _people(unit: RatingUnit, reach: ApplicationReach, side: Side) -> Sequence[PersonId]:
    if side is Side.BAND:
        return bookers(await unit.bands.members(reach.band.id))
    return speakers(await unit.venues.promoters(reach.venue.id))


async def _opening(
    unit: RatingUnit, act: Act, reach: ApplicationReach, ratings: Mapping[Side, Rating]
) -> list[Letter]:
    """Letters that all may be read: now that both have rated, or when the time to rate is over."""
    people = [*await _people(unit, reach, Side.BAND), *await _people(unit, reach, Side.VENUE)]
    which = reach.application.id
    if not _sealed(ratings, reach, act.at):
        return letters(act, RatingsOpened(which, by_time=False), people, f"rating:both:{which}")
    due = rated_until(reach.application.ends_at)
    return letters(act, RatingsOpened(which, by_time=True), people, f"rating:time:{which}", due=due)


def _card(
    reach: ApplicationReach,
    side: Side,
    ratings: Mapping[Side, Rating],
    now: datetime,
    *,
    before: bool = False,
) -> RatingCard:
    sealed = _sealed(ratings, reach, now)
    return RatingCard(
        reach,
        side,
        own=ratings.get(side),
        other=None if sealed else ratings.get(_other(side)),
        sealed=sealed,
        closed=_closed(reach, now),
        before=before,
    )


def _other(side: Side) -> Side:
    """The side across the table."""
    return Side.VENUE if side is Side.BAND else Side.BAND


def _numbered(new: NewRating, number: RatingId) -> Rating:
    return Rating(
        new.application,
        new.by,
        new.band,
        new.venue,
        new.stars,
        new.person,
        new.made_at,
        new.ends_at,
        new.facts,
        new.line,
        id=number,
    )
