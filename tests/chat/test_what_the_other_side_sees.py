"""A venue and other bands never learn which player is busy, or that anybody is; a stranger learns no name."""

import itertools
import shutil

import pytest

from bots.chat.buttons.market import (
    AcceptApplication,
    AnswerLook,
    ApplyAgain,
    CallOffBooking,
    CancelNight,
    ConfirmGig,
    DeclineApplication,
    EditNight,
    GoOnWithout,
    MarkTaken,
    MoveNight,
    OpenGigInvite,
    PublishPost,
    ReopenNight,
    ShortlistApplication,
    ShowApplicants,
    ShowApplication,
    ShowMatch,
    ShowNight,
    TakeInviteBack,
    WithdrawApplication,
)
from bots.chat.commands.market.looks import LOOK_ANSWERS
from bots.chat.turn import PressedButton
from core.errors import Refusal
from core.ids import AccountRef, Platform
from core.marketplace.applications import ApplicationStage, LookAnswer
from core.marketplace.applications.refusals import PlayersTaken
from storage.engine.engines import open_engine
from storage.unit import SqlUnits
from tests.fakes.letters import Letters
from tests.fakes.stage import Stage, make_dispatcher, text_of

OWNER, BUSY, UNSURE, SILENT, STANDIN = "Anaximander", "Bohumil", "Cyprian", "Ludmila", "Desdemona"
PLAYERS = (OWNER, BUSY, UNSURE, SILENT, STANDIN)
PROMOTER, FELLOW = "Danuta", "Prospero"
OTHER_BAND, OTHER_VENUE, STRANGER = "Hesperia", "Cressida", "Sylvester"
VENUES_SIDE = (PROMOTER, FELLOW)
OUTSIDERS = (OTHER_BAND, OTHER_VENUE, STRANGER)


def all_of(reply):
    """Everything that can be read in a reply, with its buttons."""
    labels = [button.label for row in reply.buttons for button in row]
    return "\n".join([text_of(reply), *labels])


class Evening:
    """One story, and everything that each person read in it."""

    def __init__(self, stage, letters):
        self.stage, self.letters = stage, letters
        self.read: dict[str, list[str]] = {}

    async def says(self, name, text):
        answer = await self.stage.says(name, text)
        return await self._noted(name, answer)

    async def presses(self, name, payload):
        token = self.stage.dispatcher.tokens.encode(payload.verb, payload.ids)
        return await self._noted(name, await self.stage.does(name, PressedButton(token)))

    async def picks(self, name, answer, label):
        return await self._noted(name, await self.stage.presses(name, answer, label))

    async def _noted(self, name, answer):
        self.read.setdefault(name, []).append(all_of(answer.reply))
        await self.hear()
        return answer

    async def hear(self):
        await self.letters.come()
        for name, reply in self.letters.told:
            self.read.setdefault(name, []).append(all_of(reply))

    async def begin(self):
        """The Foxes with five people, The Heron with two promoters, and others."""
        await self.says(OWNER, "/band create The Foxes city: Leeds genres: indie")
        for name, what in (
            (BUSY, "part: drums"),
            (UNSURE, "part: vocals"),
            (SILENT, "part: bass"),
            (STANDIN, "part: drums dep: yes"),
        ):
            given = await self.says(OWNER, f"/band invite {what}")
            await self.says(name, f"/join {given.result.invited.code}")
        await self.says(PROMOTER, "/venue create The Heron city: Leeds")
        given = await self.says(PROMOTER, "/venue invite")
        await self.says(FELLOW, f"/join {given.result.invited.code}")
        await self.says(OTHER_BAND, "/band create The Hares city: Leeds genres: indie")
        await self.says(OTHER_VENUE, "/venue create The Crane city: Leeds")
        await self.says(STRANGER, "/timezone London")
        async with self.stage.dispatcher.units.read() as unit:
            [(band, _)] = await unit.bands.of(
                (await unit.people.by_account(AccountRef(Platform.CONSOLE, OWNER)))[0].id
            )
        self.band = band.id

    async def night(self, day, slots=1):
        drafted = await self.says(
            PROMOTER, f"/post {day}, need {slots} support, doors 7:30, indie, 30 min, 200 cap, £150 each"
        )
        [night] = drafted.result.events
        await self.presses(PROMOTER, PublishPost(night.id))
        return night.id

    async def answers(self, night, name, answer):
        return await self.presses(name, AnswerLook(night, self.band, LOOK_ANSWERS.index(answer)))


@pytest.fixture
def evening(stage, units, engine, clock):
    return Evening(stage, Letters.through(units, engine, clock))


async def applied_for(evening, night, day, *, whole):
    """The band applies: all can, or one is busy, one is not sure and one says nothing."""
    made = await evening.says(OWNER, f"/apply {day}")
    if whole:
        for name in (BUSY, UNSURE, SILENT):
            await evening.answers(night, name, LookAnswer.YES)
        return made.result.application.id
    await evening.answers(night, BUSY, LookAnswer.NO)
    await evening.picks(UNSURE, await evening.answers(night, UNSURE, LookAnswer.MAYBE), "I can't say yet")
    await evening.presses(OWNER, GoOnWithout(made.result.application.id))
    return made.result.application.id


async def to_the_end(evening, *, whole):
    """Nights in every way that they can go, looked at by everybody all along."""
    await evening.begin()
    if not whole:
        await evening.says(BUSY, "/busy 11 Dec, dentist")
        await evening.says(UNSURE, "/maybe 11 Dec")
    nights = [await evening.night(day) for day in ("Fri 11 Dec", "Sat 12 Dec", "Fri 18 Dec")]
    first, second, third = [
        await applied_for(evening, night, day, whole=whole)
        for night, day in zip(nights, ("11 Dec", "12 Dec", "18 Dec"), strict=True)
    ]
    await looked_at(evening, nights, (first, second, third))
    await evening.presses(PROMOTER, ShortlistApplication(first, on=True))
    await evening.presses(PROMOTER, AcceptApplication(first))
    await evening.presses(OWNER, OpenGigInvite(first))
    await looked_at(evening, nights, (first, second, third))
    await evening.presses(OWNER, ConfirmGig(first, keep_others=True))
    await looked_at(evening, nights, (first, second, third))
    moved = await evening.presses(PROMOTER, MoveNight(nights[0]))
    await evening.stage.says(PROMOTER, "Sun 13 Dec")
    assert "move" in text_of(moved.reply)
    await evening.hear()
    await evening.presses(OWNER, ConfirmGig(first, keep_others=True))
    await evening.picks(OWNER, await evening.presses(OWNER, CallOffBooking(first)), "Without a reason")
    await looked_at(evening, nights, (first, second, third))
    await evening.picks(PROMOTER, await evening.presses(PROMOTER, DeclineApplication(second)), "Just decline")
    await evening.presses(PROMOTER, AcceptApplication(third))
    await evening.presses(PROMOTER, TakeInviteBack(third))
    await evening.presses(OWNER, ApplyAgain(third))
    edited = await evening.presses(PROMOTER, EditNight(nights[2]))
    assert "change" in text_of(edited.reply)
    await evening.says(PROMOTER, "doors 8pm")
    await evening.picks(PROMOTER, await evening.presses(PROMOTER, CancelNight(nights[2])), "Without a reason")
    await evening.presses(PROMOTER, ReopenNight(nights[2]))
    await looked_at(evening, nights, (first, second, third))


async def looked_at(evening, nights, applications):
    """Everybody outside looks at whatever there is to be looked at."""
    for name in (*VENUES_SIDE, *OUTSIDERS):
        for words in ("/dates", "/applications", "/venue show The Heron", "/venues Leeds", "/find", "/help"):
            await evening.says(name, words)
        for night in nights:
            for payload in (ShowNight(night), ShowApplicants(night), ShowMatch(night, evening.band)):
                await evening.presses(name, payload)
        for which in applications:
            for press in (ShowApplication, OpenGigInvite):
                await evening.presses(name, press(which))


async def test_nobody_outside_reads_the_name_of_a_player(evening):
    await to_the_end(evening, whole=False)
    for reader, name in itertools.product((*VENUES_SIDE, *OUTSIDERS), PLAYERS):
        assert [each for each in evening.read[reader] if name in each] == []
    assert any(BUSY in each for each in evening.read[OWNER])


async def test_nobody_but_a_promoter_reads_the_name_of_one(evening):
    await to_the_end(evening, whole=True)
    for reader, name in itertools.product((*PLAYERS, *OUTSIDERS), VENUES_SIDE):
        assert [each for each in evening.read[reader] if name in each] == []
    assert any(PROMOTER in each for each in evening.read[FELLOW])


@pytest.fixture
async def another_evening(template_db, tmp_path, clock):
    """A second stage, on a database of its own."""
    engine = open_engine(f"sqlite:///{shutil.copy(template_db, tmp_path / 'another.db')}")
    units = SqlUnits(engine, secret=b"only for tests")
    yield Evening(Stage(make_dispatcher(units, clock)), Letters.through(units, engine, clock))
    await engine.dispose()


async def test_a_venue_reads_the_same_whether_all_can_or_not(evening, another_evening):
    await to_the_end(evening, whole=True)
    await to_the_end(another_evening, whole=False)
    for reader in (*VENUES_SIDE, *OUTSIDERS):
        assert another_evening.read[reader] == evening.read[reader]


async def test_a_player_who_is_taken_is_named_to_the_band_alone(evening):
    await evening.begin()
    night = await evening.night("Fri 11 Dec")
    which = await applied_for(evening, night, "11 Dec", whole=True)
    await evening.presses(PROMOTER, AcceptApplication(which))
    await evening.says(BUSY, "/band create The Side Project city: Leeds")
    await evening.says(BUSY, "/gig Fri 11 Dec 20:00-22:00 place: The Crown band: The Side Project")
    refused = await evening.presses(OWNER, ConfirmGig(which, keep_others=False))
    assert isinstance(refused.result, PlayersTaken)
    assert BUSY in text_of(refused.reply)
    assert "Side Project" not in text_of(refused.reply)
    await looked_at(evening, [night], [which])
    for reader, word in itertools.product((*VENUES_SIDE, *OUTSIDERS), (*PLAYERS, "Side Project")):
        assert [each for each in evening.read[reader] if word in each] == []


async def test_while_players_are_asked_the_venue_hears_of_nothing(evening):
    await evening.begin()
    night = await evening.night("Fri 11 Dec")
    before = [len(evening.read[each]) for each in VENUES_SIDE]
    made = await evening.says(OWNER, "/apply 11 Dec")
    await evening.answers(night, BUSY, LookAnswer.NO)
    assert [len(evening.read[each]) for each in VENUES_SIDE] == before
    for press in (ShowApplication, AcceptApplication, DeclineApplication, TakeInviteBack):
        answer = await evening.presses(PROMOTER, press(made.result.application.id))
        assert isinstance(answer.result, Refusal)
        assert "Foxes" not in text_of(answer.reply)
    for words in ("/dates", "/applications"):
        await evening.says(PROMOTER, words)
    await evening.presses(PROMOTER, ShowApplicants(night))
    await evening.presses(PROMOTER, EditNight(night))
    await evening.says(PROMOTER, "doors 8pm")
    await evening.presses(PROMOTER, MarkTaken(night, taken=True))
    await evening.presses(PROMOTER, MarkTaken(night, taken=False))
    await evening.picks(PROMOTER, await evening.presses(PROMOTER, CancelNight(night)), "Without a reason")
    await evening.presses(PROMOTER, ReopenNight(night))
    told = [each for each in evening.read[PROMOTER] if "Foxes" in each or "1 band is told" in each]
    assert told == []


async def test_an_application_that_was_never_sent_asks_the_players_when_it_comes_back(evening):
    await evening.begin()
    night = await evening.night("Fri 11 Dec")
    made = await evening.says(OWNER, "/apply 11 Dec")
    which = made.result.application.id
    await evening.answers(night, BUSY, LookAnswer.YES)
    await evening.presses(OWNER, WithdrawApplication(which))
    asked = {name: len(evening.read.get(name, ())) for name in (BUSY, UNSURE, SILENT, PROMOTER)}
    again = await evening.presses(OWNER, ApplyAgain(which))
    assert again.result.stage is ApplicationStage.LOOKING
    assert {name: len(evening.read[name]) - count for name, count in asked.items()} == {
        BUSY: 0,
        UNSURE: 1,
        SILENT: 1,
        PROMOTER: 0,
    }
    for name in (UNSURE, SILENT):
        assert "Can you play" in evening.read[name][-1]
        await evening.answers(night, name, LookAnswer.YES)
    assert "The Foxes apply for support" in evening.read[PROMOTER][-1]


async def test_one_that_was_sent_comes_back_with_one_tap(evening):
    await evening.begin()
    night = await evening.night("Fri 11 Dec")
    which = await applied_for(evening, night, "11 Dec", whole=False)
    await evening.presses(OWNER, WithdrawApplication(which))
    again = await evening.presses(OWNER, ApplyAgain(which))
    assert again.result.stage is ApplicationStage.PENDING
    assert "The Foxes apply for support" in evening.read[PROMOTER][-1]


async def test_a_band_that_has_applied_anew_does_not_come_back_as_well(evening):
    await evening.begin()
    night = await evening.night("Fri 11 Dec", slots=2)
    old = await applied_for(evening, night, "11 Dec", whole=True)
    await evening.presses(OWNER, WithdrawApplication(old))
    new = (await evening.says(OWNER, "/apply 11 Dec")).result.application.id
    back = await evening.presses(OWNER, ApplyAgain(old))
    assert (back.result.application.id, back.result.before) == (new, True)
    listed = await evening.says(PROMOTER, "/applications")
    assert [each.stage for each in listed.result.at_venues] == [
        ApplicationStage.WITHDRAWN,
        ApplicationStage.PENDING,
    ]
