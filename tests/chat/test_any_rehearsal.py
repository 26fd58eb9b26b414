"""A band that proposes, answers, moves and calls off at random: nothing breaks, nothing is booked twice."""

import random

import pytest

from bots.chat.reply import Action
from bots.chat.turn import PressedButton, TypedLine
from core.ids import Platform
from core.scheduling.commitments.commitment import Phase
from tests.fakes.letters import Letters
from tests.fakes.stage import text_of

NAMES = ("Ana", "Bo", "Cy", "Di", "Eve")
WHEN = ("Tue 1 Dec", "next week", "tomorrow", "weekends", "Tuesday evenings", "sometime", "", "25 Oct 2027")
TIMES = (
    "Fri 11 Dec 19:00",
    "an hour later",
    "two days earlier",
    "7:30",
    "Tue 1 Dec 18:00-23:00",
    "yesterday",
    "31 Oct 2027 00:30",
    "Fri 11 Dec",
    "every Friday",
    "99 weeks later",
    "999 weeks later",
    "Unit 4",
)
STEPS = 150


def line(dice):
    return dice.choice(
        [
            f"/rehearse {dice.choice(WHEN)} hours: {dice.choice(('3', '0.5', '12', 'x'))}",
            f"/rehearse {dice.choice(WHEN)} place: Unit {dice.randrange(9)}",
            f"/rehearse {dice.choice(WHEN)} band: {dice.choice(('The Foxes', 'The Owls'))}",
            f"/gigs {dice.choice(WHEN)}",
            "/gigs band: The Owls",
            f"/gig {dice.choice(TIMES)} place: The Heron band: {dice.choice(('The Foxes', 'The Owls'))}",
            f"/move {dice.choice(TIMES)}",
            f"/move {dice.choice(TIMES)} band: The Foxes",
            f"/busy {dice.choice(('Tue 1 Dec', 'every Tuesday evening', 'Fri 11 Dec'))}",
            f"/maybe {dice.choice(('Wed 2 Dec', 'Fri 11 Dec'))}",
            "/undo",
            "/green next week",
            dice.choice(TIMES),
        ]
    )


@pytest.mark.parametrize("seed", range(4))
async def test_nothing_breaks_and_nothing_is_there_twice(seed, foxes, units, engine, clock, book):
    dice = random.Random(seed)
    letters = Letters.through(units, engine, clock)
    await foxes.says("Bo", "/band create The Owls city: New York")
    for owner, band, name in (
        ("Ana", "The Foxes", "Di"),
        ("Bo", "The Owls", "Cy"),
        ("Bo", "The Owls", "Eve"),
    ):
        dep = "yes" if name == "Di" else "no"
        invited = await foxes.says(owner, f"/band invite dep: {dep} band: {band}")
        await foxes.says(name, f"/join {invited.result.invited.code}")
    tokens = []
    for _ in range(STEPS):
        said = TypedLine(line(dice))
        if tokens and dice.random() < 0.6:
            said = PressedButton(dice.choice(tokens[-25:]))
        more = {"where": dice.choice((None, None, "room")), "on": Platform.CONSOLE}
        answer = await foxes.does(dice.choice(NAMES), said, **more)
        replies = [] if answer is None else [answer.reply]
        if dice.random() < 0.1:
            clock.advance(hours=dice.choice((1, 5, 30, 100)))
            await letters.come()
            replies += [reply for _, reply in letters.told]
        for reply in replies:
            assert "Something broke" not in text_of(reply), said
            pressed = [each for row in reply.buttons for each in row if isinstance(each, Action)]
            tokens += [foxes.dispatcher.tokens.encode(each.verb, each.ids) for each in pressed]
    await nothing_twice(book)


async def nothing_twice(book):
    """No band has two things at one time, and nobody has two answers to one thing."""
    rows = await book.rows("commitment", "rsvp")
    assert len({row[1:3] for row in rows["rsvp"]}) == len(rows["rsvp"])
    assert rows["commitment"]
    async with book.units.read() as unit:
        kept = [await unit.commitments.get(int(row[0])) for row in rows["commitment"]]
    for one in kept:
        assert one.starts_at < one.ends_at
        for other in kept:
            if one.id < other.id and one.band == other.band:
                before = min(one.starts_at, other.starts_at)
                live = [each.phase(before) in (Phase.PROPOSED, Phase.CONFIRMED) for each in (one, other)]
                apart = one.ends_at <= other.starts_at or other.ends_at <= one.starts_at
                ran_out = one.made_at >= other.starts_at or other.made_at >= one.starts_at
                assert apart or ran_out or not all(live)
