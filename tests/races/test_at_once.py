"""Many people, or one with many thumbs, at the same moment over one database: nothing lost, nothing twice."""

import asyncio

import pytest

from bots.chat.turn import PressedButton
from core.bands import BindingKind
from core.bands.invites import Joined
from core.bands.refusals import InviteOver
from core.ids import Platform
from tests.fakes.stage import text_of


async def test_twenty_marks_of_one_person_are_all_kept(stage, book):
    await stage.says("Ana", "/timezone London")
    answers = await asyncio.gather(*(stage.says("Ana", f"/busy {day} Dec") for day in range(1, 21)))
    assert all("Busy" in text_of(each.reply) for each in answers)
    assert sorted(said.rule.start.day for said in await book.diary("Ana")) == list(range(1, 21))


async def test_twenty_deliveries_of_one_message_mark_once(stage, book):
    await stage.says("Ana", "/timezone London")
    answers = await asyncio.gather(*(stage.says("Ana", "/busy Tue 1 Dec", cause="same") for _ in range(20)))
    assert {text_of(each.reply) for each in answers} == {"📅 Busy Tue 1 Dec"}
    assert await book.kinds("Ana") == ["busy"]


async def test_the_same_words_twenty_times_are_one_rule(stage, book):
    await stage.says("Ana", "/timezone London")
    await asyncio.gather(*(stage.says("Ana", "/busy Tue 1 Dec") for _ in range(20)))
    assert await book.kinds("Ana") == ["busy"]


async def test_twenty_strangers_are_twenty_people_and_one_stranger_is_one(stage, book):
    await asyncio.gather(*(stage.says(f"Person {n}", "/start") for n in range(20)))
    assert len((await book.rows("person"))["person"]) == 20
    await asyncio.gather(*(stage.says("New", "/busy Tue 1 Dec") for _ in range(20)))
    assert len((await book.rows("person"))["person"]) == 21
    assert await book.kinds("New") == ["busy"]


async def test_twenty_presses_of_undo_undo_once(stage, book):
    await stage.says("Ana", "/timezone London")
    await stage.says("Ana", "/maybe Fri 11 Dec")
    done = await stage.says("Ana", "/busy Tue 1 Dec")
    answers = await asyncio.gather(*(stage.presses("Ana", done, "Undo") for _ in range(20)))
    said = [text_of(each.reply).splitlines()[0] for each in answers]
    assert sorted(said) == ["↩ Already undone"] * 19 + ["↩ Undone"]
    assert await book.kinds("Ana") == ["maybe"]


async def test_undo_and_redo_at_once_end_in_one_of_the_two(stage, book):
    done = await stage.says("Ana", "/busy Tue 1 Dec")
    undone = await stage.presses("Ana", done, "Undo")
    await asyncio.gather(
        *(stage.presses("Ana", each, label) for each, label in [(done, "Undo"), (undone, "Redo")] * 10)
    )
    last = await stage.says("Ana", "/mine December")
    stands = await book.kinds("Ana")
    assert stands in (["busy"], [])
    assert ("Busy Tue 1 Dec" in text_of(last.reply)) == bool(stands)


async def test_twenty_slash_undos_take_back_twenty_words(stage, book):
    await stage.says("Ana", "/timezone London")
    for day in range(1, 21):
        await stage.says("Ana", f"/busy {day} Dec")
    await asyncio.gather(*(stage.says("Ana", "/undo") for _ in range(20)))
    assert await book.diary("Ana") == []
    assert (await book.person("Ana")).zone == "Europe/London"


async def test_an_invite_with_one_use_left_lets_exactly_one_of_five_in(foxes, book):
    code = (await foxes.says("Ana", "/band invite")).result.invited.code
    for number in range(19):
        await foxes.says(f"Fan {number}", f"/join {code}")
    answers = await asyncio.gather(*(foxes.says(f"Late {n}", f"/join {code}") for n in range(5)))
    assert sorted(type(each.result).__name__ for each in answers) == ["InviteOver"] * 4 + ["Joined"]
    assert len([name for name in await book.members("Ana") if name.startswith("Late")]) == 1


async def test_one_person_joining_by_code_and_button_at_once_is_one_member_and_one_use(foxes, book):
    code = (await foxes.says("Ana", "/band invite")).result.invited.code
    shown = await foxes.says("Di", f"/start join_{code}")
    acts = [foxes.says("Di", f"/join {code}") for _ in range(10)]
    acts += [foxes.presses("Di", shown, "Join") for _ in range(10)]
    answers = await asyncio.gather(*acts)
    assert all(isinstance(each.result, Joined) for each in answers)
    assert [each.result.before for each in answers].count(False) == 1
    async with book.units.read() as unit:
        assert (await unit.bands.invite_by_code(code)).uses_left == 19


async def test_joining_and_revoking_at_once_leave_one_truth(foxes, book):
    invited = await foxes.says("Ana", "/band invite")
    code = invited.result.invited.code
    *joins, _ = await asyncio.gather(
        *(foxes.says(f"Fan {n}", f"/join {code}") for n in range(8)), foxes.presses("Ana", invited, "Revoke")
    )
    inside = {name for name in await book.members("Ana") if name.startswith("Fan")}
    assert len(inside) == sum(isinstance(each.result, Joined) for each in joins)
    assert all(isinstance(each.result, Joined | InviteOver) for each in joins)


async def test_everybody_leaving_at_once_never_leaves_a_band_without_an_owner(foxes, book):
    asked = await foxes.says("Ana", "/band leave")
    await asyncio.gather(
        foxes.says("Bo", "/band leave"), foxes.says("Cy", "/band leave"), foxes.presses("Ana", asked, "Bo")
    )
    async with book.units.read() as unit:
        bands = {
            band.id: await unit.bands.members(band.id)
            for name in ("Ana", "Bo", "Cy")
            for band, _ in await book.bands(name)
        }
    assert bands  # whoever is first, the heir or the owner stays
    for members in bands.values():
        assert any(each.role == "owner" for each in members)


async def test_an_owner_dissolving_while_somebody_joins_ends_in_a_band_or_in_none(stage, book):
    await stage.says("Bo", "/start")  # a refusal alone would leave nobody on record
    await stage.says("Ana", "/band create Blue city: Leeds")
    code = (await stage.says("Ana", "/band invite")).result.invited.code
    asked = await stage.says("Ana", "/band leave")
    joined, _ = await asyncio.gather(
        stage.says("Bo", f"/join {code}"), stage.presses("Ana", asked, "End the band")
    )
    if isinstance(joined.result, Joined):
        assert await book.members("Bo") == {"Ana": "owner", "Bo": "member"}
    else:
        assert await book.bands("Ana") == await book.bands("Bo") == []


async def test_ten_bands_made_at_once_in_one_channel_bind_it_to_one(stage, book):
    stage.manage |= dict.fromkeys((f"P{n}" for n in range(10)), frozenset({BindingKind.CHANNEL}))
    answers = await asyncio.gather(
        *(
            stage.says(f"P{n}", f"/band create B{n} city: Leeds", on=Platform.DISCORD, where="room")
            for n in range(10)
        )
    )
    assert [each.result.bound for each in answers].count("channel") == 1
    assert len((await book.rows("binding"))["binding"]) == 1


async def test_one_question_answered_twice_at_once_is_answered_once(stage, book):
    asked = await stage.says("Ana", "/busy free on Tuesdays")
    await asyncio.gather(stage.presses("Ana", asked, "Busy"), stage.presses("Ana", asked, "Free"))
    assert await book.kinds("Ana") in (["busy"], [])
    asked = await stage.says("Bo", "/busy free on Tuesdays")
    await asyncio.gather(*(stage.presses("Bo", asked, "Busy") for _ in range(10)))
    assert await book.kinds("Bo") == ["busy"]


@pytest.mark.parametrize("command", ["/timezone New York", "/timezone Berlin"])
async def test_moving_while_saying_when_leaves_every_rule_in_a_zone_that_was_meant(stage, book, command):
    await stage.says("Ana", "/timezone London")
    await asyncio.gather(
        *(stage.says("Ana", f"/busy {day} Dec 18:00-20:00") for day in range(1, 11)),
        stage.says("Ana", command),
    )
    said = await book.diary("Ana")
    assert len(said) == 10
    assert {each.rule.start.hour for each in said} == {18}


async def test_no_token_of_a_race_breaks_anything(foxes):
    done = await foxes.says("Ana", "/busy Tue 1 Dec")
    tokens = [foxes.dispatcher.tokens.encode(verb, (done.result.change,)) for verb in ("undo", "redo")]
    answers = await asyncio.gather(
        *(foxes.does(name, PressedButton(token)) for name in ("Ana", "Bo", "Eve") for token in tokens * 5)
    )
    assert not [each for each in answers if "Something broke" in text_of(each.reply)]


async def test_two_processes_let_exactly_one_in_by_the_last_use(foxes, book, db_url, clock):
    from storage.engine.engines import open_engine
    from storage.unit import SqlUnits
    from tests.fakes.stage import Stage, make_dispatcher

    code = (await foxes.says("Ana", "/band invite")).result.invited.code
    for number in range(19):
        await foxes.says(f"Fan {number}", f"/join {code}")
    engine = open_engine(db_url)
    try:
        other = Stage(make_dispatcher(SqlUnits(engine, secret=b"only for tests"), clock), foxes.causes)
        answers = await asyncio.gather(
            *((foxes, other)[n % 2].says(f"Late {n}", f"/join {code}") for n in range(6))
        )
    finally:
        await engine.dispose()
    assert sorted(type(each.result).__name__ for each in answers) == ["InviteOver"] * 5 + ["Joined"]
    assert len([name for name in await book.members("Ana") if name.startswith("Late")]) == 1
