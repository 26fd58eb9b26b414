"""Every command and every button, by everybody, everywhere: what comes of it, who sees it, whose names are in it."""

import asyncio
import shutil

import pytest

from bots.chat import catalogue
from bots.chat.commands import band, gigs, green, market, ratings, venues
from bots.chat.reply import Audience
from core.errors import Refusal
from storage.engine.engines import open_engine
from tests.chat import who_may_table as table
from tests.chat.who_may_scene import PLAYERS, SPEAKERS, Things, Where, Who, play, press, say, stage_on
from tests.fakes.stage import text_of

AREAS = tuple(each.__name__ for each in (venues, market, ratings, band, gigs, green))
OF_THE_BAND = {Who.OWNER, Who.BOOKER, Who.MEMBER, Who.DEP}
CASES = {
    **{f"[{verb}]": row for verb, row in table.PRESSES.items()},
    **{f"[{verb}] unsent": row for verb, row in table.UNSENT.items()},
}


@pytest.fixture(scope="session")
def town(template_db, tmp_path_factory):
    """The scene, played once: its file, and the ids of all that is in it."""
    path = shutil.copy(template_db, tmp_path_factory.mktemp("town") / "town.db")
    things = Things()

    async def build():
        engine = open_engine(f"sqlite:///{path}")
        try:
            await play(stage_on(engine, kept=True), things)
        finally:
            await engine.dispose()

    asyncio.run(build())
    return path, things


@pytest.fixture
async def there(town):
    """A stage in that scene on which nothing is kept, and its things."""
    path, things = town
    engine = open_engine(f"sqlite:///{path}")
    yield stage_on(engine, kept=False), things
    await engine.dispose()


def of_areas(definitions):
    return [each for each in definitions if each.handler.__module__.startswith(AREAS)]


def test_every_command_and_every_button_of_these_areas_has_a_row():
    assert set(table.COMMANDS) == {each.name for each in of_areas(catalogue.COMMANDS)}
    assert set(table.PRESSES) == {each.verb for each in of_areas(catalogue.PRESSES)}
    assert len(table.COMMANDS) > 30
    assert len(table.PRESSES) > 60


def test_every_row_has_a_word_for_everybody():
    rows = [*table.COMMANDS.values(), *table.PRESSES.values(), *table.UNSENT.values()]
    words = [
        each
        for row in rows
        for each in (row.may, getattr(row, "there", ""), getattr(row, "alone", ""), getattr(row, "aloud", ""))
    ]
    assert {len(each.split()) for each in words if each} == {len(Who)}
    assert {word for each in words for word in each.split()} <= {"yes", *table.WORDS}


@pytest.mark.parametrize("name", table.COMMANDS)
async def test_a_command_does_what_the_table_says(there, name):
    row = table.COMMANDS[name]
    stage, things = there
    for where in Where:
        for who, word in zip(Who, row.at(where).split(), strict=True):
            answer = await say(stage, who.value, f"/{name} {row.words(where, things)}".strip(), where)
            judge(answer, word, who, where, seen=where in row.seen)


@pytest.mark.parametrize("name", CASES)
async def test_a_button_does_what_the_table_says(there, name):
    row = CASES[name]
    stage, things = there
    for where in Where:
        for who, word in zip(Who, row.at(where).split(), strict=True):
            answer = await press(stage, who.value, row.carries(things), where)
            judge(answer, word, who, where, seen=where in row.seen)


def judge(answer, word, who, where, *, seen):
    """What came of it is what the table says; nobody outside reads a name of the other side."""
    case = (who.name, where.name, type(answer.result).__name__)
    if word == "yes":
        assert answer.result is not None, case
        assert not isinstance(answer.result, Refusal), case
        assert answer.reply.audience is (Audience.EVERYONE if seen else Audience.ASKER), case
    else:
        assert isinstance(answer.result, table.WORDS[word]), (*case, word)
        assert answer.reply.audience is Audience.ASKER, case
    hidden = () if who in OF_THE_BAND else PLAYERS
    hidden += () if who is Who.PROMOTER else SPEAKERS
    assert [each for each in hidden if each in all_of(answer.reply)] == [], (*case, text_of(answer.reply))


def all_of(reply):
    """Everything that can be read in a reply, with its buttons."""
    labels = [button.label for row in reply.buttons for button in row]
    return "\n".join([text_of(reply), *labels])
