"""People who type and press at random, everywhere, on old buttons and in wrong places: nothing breaks."""

import random
from dataclasses import dataclass, field

import pytest

from bots.chat.reply import Action, Door, Form
from bots.chat.turn import Filled, PressedButton, TypedLine
from core.ids import Platform
from tests.fakes.clock import FrozenClock
from tests.fakes.stage import Stage, text_of

NAMES = ("Ana", "Bo", "Cy", "Manager")
WHEN = (
    "every Tuesday evening",
    "Tue 1 Dec",
    "3-10 Jan",
    "Tue 9 Dec",
    "free on Tuesdays",
    "sometime",
    "every other Friday from 18:00",
    "Fri 4 Dec 22:00-04:00",
    "tomorrow",
    "Thursdays till mid Dec except the 12th",
    "",
)
WHERE = ("Leeds", "New York", "Springfield", "Narnia", "london", "")
STEPS = 280


def line(dice, codes):
    code = dice.choice(codes or ["WXYZ-2345"])
    return dice.choice(
        [
            f"/busy {dice.choice(WHEN)}",
            f"/free {dice.choice(WHEN)}",
            f"/maybe {dice.choice(WHEN)}",
            f"/mine {dice.choice(('', 'December', 'blah'))}",
            "/undo",
            f"/timezone {dice.choice(WHERE)}",
            f"/band create B{dice.randrange(4)} city: {dice.choice(WHERE)}",
            "/band",
            "/band show",
            "/band members",
            "/band leave",
            "/band invite part: drums",
            "/band invite dep: yes",
            f"/band invite role: {dice.choice(('booker', 'dep', 'owner'))} uses: 1 days: 2",
            "/band invites",
            f"/band member {dice.choice(NAMES)}",
            f"/band member {dice.choice(NAMES)} role: {dice.choice(('owner', 'booker', 'member', 'dep'))}",
            f"/band edit field: {dice.choice(('city', 'name', 'website', 'hours'))} value: {dice.choice(WHERE)}",
            "/band bind",
            "/band unbind",
            f"/join {code}",
            f"/start join_{code}",
            f"/link {code}",
            f"/start link_{code}",
            "/green",
            f"/green {dice.choice(WHEN)} hours: {dice.choice(('3', '9', 'x'))}",
            f"/green without: {dice.choice(NAMES)}",
            f"/green {dice.choice(WHEN)} as a three-piece",
            f"/why {dice.choice(WHEN)}",
            f"/share {dice.choice(WHEN)}",
            f"/busy {dice.choice(WHEN)} member: {dice.choice(NAMES)}",
            f"except {dice.choice(WHEN)}",
            f"/rehearse {dice.choice(WHEN)} hours: {dice.choice(('1', '3', '12'))}",
            "/gigs",
            f"/gig {dice.choice(WHEN)} place: The Heron",
            f"/move {dice.choice(WHEN)}",
            f"/profile {dice.choice(('', 'name: Jo', 'instruments: drums'))}",
            "/settings",
            f"/link {dice.choice(('', 'WXYZ-2345'))}",
            "/mydata",
            f"/import {dice.choice(('', 'https://example.com/a.ics', 'http://10.0.0.1/a.ics', 'nonsense'))}",
            "/help",
            "/start",
        ]
    )


@dataclass
class Crowd:
    """Everybody at once, remembering every button and code that anybody has seen."""

    stage: Stage
    clock: FrozenClock
    dice: random.Random
    tokens: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)

    async def acts(self):
        dice, name, on = self.dice, self.dice.choice(NAMES), self.dice.choice(list(Platform))
        more = {
            "on": on,
            "where": None if on is Platform.CONSOLE else dice.choice((None, "one", "two")),
            "locale": dice.choice(("en-GB", "en-US", None, "de", "en")),
            "cause": f"again:{dice.randrange(30)}" if dice.random() < 0.05 else None,
        }
        if dice.random() < 0.05:
            self.clock.advance(hours=dice.choice((1, 5, 30, 200)))
        said = self.something()
        answer = await self.stage.does(name, said, **more)
        if answer is not None:
            assert "Something broke" not in text_of(answer.reply), (name, more, said)
            self.seen(answer)

    def something(self):
        dice, what = self.dice, self.dice.random()
        if what < 0.5 or not self.tokens or not self.forms:
            return TypedLine(line(dice, self.codes))
        if what < 0.65:
            return TypedLine(dice.choice((*WHEN, *WHERE, "yes", "3")))
        if what < 0.95:
            return PressedButton(dice.choice(self.tokens[-40:]))
        return Filled(dice.choice(self.forms[-10:]), dice.choice((*WHEN, *WHERE)))

    def seen(self, answer):
        if hasattr(answer.result, "invited"):
            self.codes.append(answer.result.invited.code)
        if hasattr(answer.result, "code"):
            self.codes.append(answer.result.code)
        tokens = self.stage.dispatcher.tokens
        for button in (button for row in answer.reply.buttons for button in row):
            if isinstance(button, Form):
                self.forms.append(tokens.encode("answer", (button.pending,)))
            elif isinstance(button, Action | Door) and button.payload:
                self.tokens.append(tokens.encode(button.payload.verb, button.payload.ids))


@pytest.mark.parametrize("seed", range(4))
async def test_nothing_breaks(seed, stage, clock, book):
    crowd = Crowd(stage, clock, random.Random(seed))
    for _ in range(STEPS):
        await crowd.acts()
    while not crowd.codes:  # the dice have not let anybody into a band yet
        await crowd.acts()
    assert crowd.tokens
    assert crowd.forms
    assert crowd.codes
    rows = await book.rows("band", "membership", "binding")
    for table in ("binding", "membership"):
        # A place has one band; nobody plays twice in one.
        assert len({row[1:3] for row in rows[table]}) == len(rows[table])
    async with book.units.read() as unit:
        for band in [int(row[0]) for row in rows["band"]]:
            members = await unit.bands.members(band)
            assert await unit.bands.get(band) is None or any(each.role == "owner" for each in members)
