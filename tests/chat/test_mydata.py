"""All that is held, given out as a file; and all of it deleted, after being asked twice."""

import json

import pytest

from bots.chat.turn import PressedButton
from core.journal import Gone, NotYours
from core.personal_data.erasure import Erased, StillOwner
from tests.fakes.stage import text_of


async def held_of(stage, name="Ana", **more):
    return json.loads((await stage.says(name, "/mydata", **more)).reply.file.content)


async def deleted(stage, name, **more):
    card = await stage.says(name, "/mydata", **more)
    asked = await stage.presses(name, card, "Delete everything", **more)
    return await stage.presses(name, asked, "Delete it all", **more)


# The file


async def test_everything_is_in_the_file(foxes):
    await foxes.says("Bo", "/timezone New York")
    await foxes.says("Bo", "/profile name: Bo B. instruments: drums")
    await foxes.says("Bo", "/settings language: Deutsch")
    await foxes.says("Bo", "/busy every Tuesday 18:00-20:00 from 8 Dec except 15 Dec, dentist")
    await foxes.says("Bo", "/maybe Sat 5 Dec")
    await foxes.says("Bo", "/busy Sun 6 Dec")
    await foxes.says("Bo", "/undo")
    answer = await foxes.says("Bo", "/mydata")
    assert answer.reply.file.name == "bandwidth-Bo-B-2026-11-23.json"
    held = json.loads(answer.reply.file.content)
    assert held["profile"] == {
        "name": "Bo B.",
        "name_was_said": True,
        "instruments": ["drums"],
        "time_zone": "America/New_York",
        "known_since": "2026-11-23T19:00:00+00:00",
    }
    assert held["settings"] == {"language": "de", "language_of_app": "en-GB", "free_by_default": True}
    ((account,), tuesdays, saturday, sunday) = held["accounts"], *held["diary"]
    assert (account["platform"], account["id"], account["name"]) == ("console", "Bo", "Bo")
    assert tuesdays["starts"] == "2026-12-08T18:00:00-05:00"
    assert tuesdays["ends"] == "2026-12-08T20:00:00-05:00"
    assert tuesdays["except"] == ["2026-12-15T18:00:00-05:00"]
    assert tuesdays["repeats"].startswith("FREQ=WEEKLY")
    assert "dentist" in tuesdays["words"]
    assert (saturday["starts"], saturday["ends"], saturday["kind"]) == ("2026-12-05", "2026-12-05", "maybe")
    assert sunday["removed"] == "2026-11-23T19:00:00+00:00"
    assert held["bands"] == [
        {
            "band": "The Foxes",
            "role": "member",
            "part": "drums",
            "required": True,
            "joined": "2026-11-23T19:00:00+00:00",
            "left": None,
        }
    ]
    assert {change["kind"] for change in held["changes"]} >= {
        "band.joined",
        "diary.marked",
        "journal.undone",
        "person.profile_set",
    }


async def test_nobody_else_s_is_in_it(foxes):
    await foxes.says("Bo", "/busy Tue 1 Dec, dentist")
    text = (await foxes.says("Ana", "/mydata")).reply.file.content.decode()
    assert "dentist" not in text
    assert "Bo" not in text.replace("Bob", "")


async def test_a_stranger_gets_what_little_there_is(stage):
    held = await held_of(stage, "New")
    assert held["profile"]["name"] == "New"
    assert held["diary"] == held["bands"] == held["changes"] == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "Zoë", "👩‍🎤", "a" * 80, "ジョー"])
async def test_the_file_s_name_is_harmless(stage, name):
    await stage.runs("Ana", "profile", values={"name": name})
    file = (await stage.says("Ana", "/mydata")).reply.file
    assert file.name.startswith("bandwidth-")
    assert file.name.endswith("-2026-11-23.json")
    assert not set(file.name) & set("/\\\0 ")


async def test_it_is_a_private_matter(foxes):
    from core.ids import Platform

    answer = await foxes.says("Ana", "/mydata", on=Platform.DISCORD, where="room")
    assert answer.reply.audience.value == "asker"
    door = await foxes.says("Ana", "/mydata", on=Platform.TELEGRAM, where="group")
    assert door.reply.file is None


# Deleting


async def test_it_is_asked_twice_and_says_what_goes_and_what_stays(foxes, book):
    await foxes.says("Bo", "/busy Tue 1 Dec")
    await foxes.says("Bo", "/band create Solo city: Leeds")
    before = await book.rows()
    card = await foxes.says("Bo", "/mydata")
    asked = await foxes.presses("Bo", card, "Delete everything")
    assert text_of(asked.reply).splitlines() == [
        "Delete everything about you?",
        "Goes: 1 rule in the diary",
        "Goes: your name, settings and calendars, and every message still waiting for you",
        "Goes: Bo on Console",
        "You leave The Foxes, which go on without you",
        "Ends, because nobody else is in it: Solo",
        "Stays: what your bands have agreed, without your name",
        "This can't be undone. For a copy first: /mydata",
    ]
    kept = await foxes.presses("Bo", asked, "Keep it")
    assert text_of(kept.reply).startswith("Nothing has changed")
    assert await book.rows() == before


async def test_afterwards_nothing_is_left_and_one_starts_anew(foxes, book):
    await foxes.says("Bo", "/profile name: Boris Dentist instruments: triangle")
    await foxes.says("Bo", "/busy Tue 1 Dec, dentist")
    old = (await book.person("Bo")).id
    answer = await deleted(foxes, "Bo")
    assert isinstance(answer.result, Erased)
    assert "start again" in text_of(answer.reply)
    rows = str(await book.rows())
    assert "entist" not in rows
    assert "triangle" not in rows
    assert "Bo" not in rows
    assert set(await book.members("Ana")) == {"Ana", "Cy"}
    await foxes.says("Bo", "/start")
    person = await book.person("Bo")
    assert (person.id > old, person.name, person.zone, person.named) == (True, "Bo", None, False)
    assert await book.bands("Bo") == []


async def test_the_band_goes_on(foxes):
    await foxes.says("Bo", "/busy Tue 1 Dec")
    await deleted(foxes, "Bo")
    for command in ("/band show", "/band members", "/green December", "/band invite", "/mine"):
        answer = await foxes.says("Ana", command)
        assert "Something broke" not in text_of(answer.reply)
    assert "It takes 2 of them" in text_of((await foxes.says("Ana", "/band members")).reply)


async def test_the_only_owner_hands_over_first(foxes, book):
    card = await foxes.says("Ana", "/mydata")
    answer = await foxes.presses("Ana", card, "Delete everything")
    assert isinstance(answer.result, StillOwner)
    assert text_of(answer.reply).splitlines() == [
        "You are the only owner of The Foxes.",
        "Hand over first: /band leave",
    ]
    leave = await foxes.says("Ana", "/band leave")
    await foxes.presses("Ana", leave, "Bo")
    assert isinstance((await deleted(foxes, "Ana")).result, Erased)
    assert await book.members("Bo") == {"Bo": "owner", "Cy": "member"}


async def test_who_has_become_the_only_owner_since_being_asked_is_refused(foxes, book):
    async with book.units.write() as unit:
        ana, bo = await book.person("Ana"), await book.person("Bo")
        ((band, _),) = await unit.bands.of(bo.id)
        seat = await unit.bands.membership(band.id, bo.id)
        await unit.bands.set_membership(seat.id, role="owner", part=seat.part, required=True)
    card = await foxes.says("Bo", "/mydata")
    asked = await foxes.presses("Bo", card, "Delete everything")
    await foxes.says("Ana", "/band leave")
    assert ana.id != bo.id
    answer = await foxes.presses("Bo", asked, "Delete it all")
    assert isinstance(answer.result, StillOwner)
    assert "Bo" in await book.members("Bo")


async def test_a_band_of_nobody_else_ends(foxes, book):
    invited = await foxes.says("Cy", "/band create Solo city: Leeds")
    assert invited.result.band.name == "Solo"
    code = (await foxes.says("Cy", "/band invite band: Solo")).result.invited.code
    answer = await deleted(foxes, "Cy")
    assert "Ended: Solo" in text_of(answer.reply)
    joined = await foxes.says("Bo", f"/join {code}")
    assert "I don't know that code." in text_of(joined.reply)
    assert [band.name for band, _ in await book.bands("Bo")] == ["The Foxes"]


async def test_the_second_button_is_its_person_s_alone(foxes, book):
    card = await foxes.says("Bo", "/mydata")
    asked = await foxes.presses("Bo", card, "Delete everything")
    before = await book.rows("person", "membership", "availability", "account")
    for name in ("Cy", "Ana", "Eve"):
        assert isinstance((await foxes.presses(name, asked, "Delete it all")).result, NotYours)
    assert (await book.rows("membership"))["membership"] == before["membership"]
    await foxes.presses("Bo", asked, "Delete it all")
    again = await foxes.presses("Bo", asked, "Delete it all")
    assert isinstance(again.result, NotYours)


async def test_delivered_twice_it_deletes_once(foxes, book):
    card = await foxes.says("Bo", "/mydata")
    asked = await foxes.presses("Bo", card, "Delete everything")
    await foxes.presses("Bo", asked, "Delete it all", cause="c")
    again = await foxes.presses("Bo", asked, "Delete it all", cause="c")
    assert "Something broke" not in text_of(again.reply)
    kinds = [row[2] for row in (await book.rows("change"))["change"]]
    assert kinds.count("person.erased") == 1


async def test_old_buttons_lead_nowhere(foxes):
    busy = await foxes.says("Bo", "/busy Tue 1 Dec")
    asked = await foxes.says("Bo", "/busy")
    await deleted(foxes, "Bo")
    assert isinstance((await foxes.presses("Bo", busy, "Undo")).result, Gone | NotYours)
    filled = await foxes.fills("Bo", asked, "Type it", "Wed 2 Dec")
    assert isinstance(filled.result, Gone)
    for number in range(1, 12):
        for name in ("Bo", "Ana"):
            token = foxes.dispatcher.tokens.encode("undo", (number,))
            answer = await foxes.does(name, PressedButton(token))
            assert "Something broke" not in text_of(answer.reply)


async def test_with_several_accounts_all_of_them_are_forgotten(stage, book):
    from core.ids import Platform

    code = (await stage.says("Ana", "/link")).result.offered.code
    await stage.says("ana_t", f"/link {code}", on=Platform.TELEGRAM)
    await stage.says("Ana", "/busy Tue 1 Dec")
    await deleted(stage, "ana_t", on=Platform.TELEGRAM)
    await stage.says("Ana", "/start")
    assert await book.diary("Ana") == []
    await stage.says("ana_t", "/start", on=Platform.TELEGRAM)
    assert (await book.person("Ana")).id != (await book.person("ana_t", Platform.TELEGRAM)).id


async def test_who_left_is_called_so_where_a_name_is_said(foxes, units, clock):
    from bots.chat.news import news_of
    from bots.chat.news.delivery import NoticeDelivery
    from bots.chat.views.registry import show
    from core.journal import Act
    from core.scheduling.diary.changes import DiaryEntered
    from core.scheduling.diary.notices import EnteredForYou

    await foxes.says("Bo", "/busy Tue 1 Dec")
    async with units.write() as unit:
        bands = {name: (await book_person(unit, name)).id for name in ("Bo", "Cy")}
        ((band, _),) = await unit.bands.of(bands["Cy"])
        entered = await unit.journal.record(Act(bands["Bo"], clock.now(), "e"), DiaryEntered((), bands["Cy"]))
    await deleted(foxes, "Bo")
    async with units.read() as unit:
        telling = NoticeDelivery(unit, bands["Cy"], clock.now(), clock.now())
        news = await news_of(EnteredForYou(entered, band.id, bands["Bo"]), telling)
    from tests.chat.test_conformance import READER

    assert "Somebody who left has entered this for you" in text_of(show(news, READER))


async def book_person(unit, name):
    from core.ids import AccountRef, Platform

    found = await unit.people.by_account(AccountRef(Platform.CONSOLE, name))
    return found[0]


async def test_the_second_button_of_one_who_was_joined_is_nobody_s(stage, book):
    from core.ids import Platform

    asked = await stage.presses(
        "ana_t",
        await stage.says("ana_t", "/mydata", on=Platform.TELEGRAM),
        "Delete everything",
        on=Platform.TELEGRAM,
    )
    code = (await stage.says("Ana", "/link")).result.offered.code
    await stage.says("ana_t", f"/link {code}", on=Platform.TELEGRAM)
    answer = await stage.presses("ana_t", asked, "Delete it all", on=Platform.TELEGRAM)
    assert isinstance(answer.result, NotYours)
    assert (await book.person("Ana")).name == "Ana"
