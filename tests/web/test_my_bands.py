"""The page of one's bands: what is on, what is asked, and answers that are the same as in chat."""

from html import unescape

import pytest

from bots.chat.buttons.market import CallOffBooking
from bots.chat.turn import PressedButton
from core.marketplace.applications import ApplicationStage, LookAnswer
from core.scheduling.kinds import Rsvp
from tests.fakes.entering import answers, enters, fills, forms, words_of
from tests.fakes.letters import Letters
from tests.fakes.signed_in_town import (
    LINE,
    applies,
    can_play,
    rehearsals,
    the_foxes,
    the_heron,
)
from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher, text_of
from tests.web.test_doors import everything
from tests.web.test_words_of_pages import HOSTILE

WEDNESDAY = "Rehearsal, Wed 2 Dec, 18:00-21:00"


@pytest.fixture
async def stage(units, clock):
    stage = Stage(make_dispatcher(units, clock))
    await the_foxes(stage)
    return stage


@pytest.fixture
def letters(units, engine, clock):
    return Letters.through(units, engine, clock)


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock)


@pytest.fixture
async def reader(site):
    async with asking(site) as client:
        yield client


async def stage_of(units, clock, application):
    async with units.read() as unit:
        found = await unit.applications.get(application.id)
    return found.stage(clock.now())


async def answer_to(units, name, commitment):
    async with units.read() as unit:
        found = await unit.commitments.answers([commitment.id])
        people = {each.person: each.name for each in await unit.bands.members(commitment.band)}
    return {people[person]: answer for person, answer in found[commitment.id].items()}.get(name)


# What it says


async def test_one_who_is_in_no_band_is_told_how_to_get_into_one(stage, reader):
    await enters(stage, reader, "Max")
    assert "You are in no band yet. With an invite, type /join to Bandwidth." in words_of(
        (await reader.get("/my")).text
    )


async def test_the_next_thing_that_is_certain_comes_first(stage, reader):
    await enters(stage, reader)
    assert "Nothing is fixed yet." in (await reader.get("/my")).text
    await rehearsals(stage)
    assert "Next: Rehearsal, Tue 1 Dec, 18:00-21:00" in (await reader.get("/my")).text


async def test_a_band_s_days_and_how_sure_they_are_stand_there_for_this_month_and_the_next(stage, reader):
    await stage.says("Bo", "/busy Fri 4 Dec")
    await enters(stage, reader)
    page = (await reader.get("/my")).text
    assert page.count('<table class="month">') == 2
    words = words_of(page)
    assert "November 2026" in words
    assert "1 of 3 have confirmed December." in words
    friday = page.partition('datetime="2026-12-04"')[2].partition("</td>")[0]
    saturday = page.partition('datetime="2026-12-05"')[2].partition("</td>")[0]
    assert ("<b>Maybe</b>" in friday or "<b>No</b>" in friday, "<b>Free</b>" in saturday) == (True, True)
    assert "December 2026 as a list" in words


async def test_only_one_s_own_bands_and_venues_are_there(stage, reader):
    await stage.says("Zoe", "/band create The Crows city: Leeds")
    await the_heron(stage, "Fri 11 Dec")
    await enters(stage, reader, "Zoe")
    words = words_of((await reader.get("/my")).text)
    assert "The Crows" in words
    assert "The Foxes" not in words
    assert "The Heron" not in words


async def test_a_member_who_has_left_sees_the_band_no_longer(stage, reader):
    await enters(stage, reader, "Bo")
    assert "The Foxes" in (await reader.get("/my")).text
    await stage.says("Bo", "/band leave")
    assert "The Foxes" not in (await reader.get("/my")).text


async def test_opening_the_page_changes_nothing_but_when_it_was_used(stage, reader, engine, clock):
    await the_heron(stage, "Fri 11 Dec")
    await rehearsals(stage)
    await applies(stage, "11 Dec", all_can=False)
    await enters(stage, reader, "Bo")
    clock.advance(hours=2)
    before = await everything(engine)
    for _ in range(3):
        assert (await reader.get("/my")).status_code == (await reader.head("/my")).status_code == 200
    after = await everything(engine)
    assert after.pop("web_session") != before.pop("web_session")
    assert after == before


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_name_stays_a_name(stage, reader, name):
    await stage.says("Ana", f"/band edit field: name value: {name}")
    await enters(stage, reader)
    page = (await reader.get("/my")).text
    for markup in ("<script>alert", "<img src=x", "onmouseover='"):
        assert markup not in page


# Rehearsals


@pytest.mark.parametrize(("button", "answer"), [("yes", Rsvp.YES), ("maybe", Rsvp.MAYBE), ("no", Rsvp.NO)])
async def test_a_rehearsal_is_answered_as_in_chat(stage, reader, units, letters, button, answer):
    commitment = await rehearsals(stage)
    await enters(stage, reader, "Bo")
    page = (await reader.get("/my")).text
    assert WEDNESDAY in words_of(page).partition("Waiting for you")[2].partition("Coming up")[0]
    await letters.come()
    shown = await answers(reader, f"/my/rehearsals/{commitment.id}", button)
    assert "Your answer is kept." in shown.text
    assert "Waiting for you" not in shown.text
    assert await answer_to(units, "Bo", commitment) is answer
    [told] = (await letters.come())["Bo"]
    assert (
        told.splitlines()[0]
        == {
            Rsvp.YES: "📅 You can make it: rehearsal of The Foxes, Wed 2 Dec, 18:00-21:00",
            Rsvp.MAYBE: "📅 You may make it: rehearsal of The Foxes, Wed 2 Dec, 18:00-21:00",
            Rsvp.NO: "📅 You can't make it: rehearsal of The Foxes, Wed 2 Dec, 18:00-21:00",
        }[answer]
    )
    assert "If it was not you, sign out everywhere." in told


async def test_an_answer_on_the_page_is_undone_from_chat(stage, reader, units, letters):
    commitment = await rehearsals(stage)
    await enters(stage, reader, "Bo")
    await answers(reader, f"/my/rehearsals/{commitment.id}", "no")
    await letters.come()
    await stage.presses("Bo", letters.last("Bo"), "Undo")
    assert await answer_to(units, "Bo", commitment) is None


async def test_what_was_done_on_the_page_is_told_once_and_not_again_when_it_is_undone_first(
    stage, reader, letters
):
    commitment = await rehearsals(stage)
    await enters(stage, reader, "Bo")
    await letters.come()
    await answers(reader, f"/my/rehearsals/{commitment.id}", "no")
    assert len((await letters.come())["Bo"]) == 1
    assert "Bo" not in await letters.come()


async def test_the_message_about_the_page_signs_out_everywhere(stage, reader, letters):
    commitment = await rehearsals(stage)
    await enters(stage, reader, "Bo")
    await answers(reader, f"/my/rehearsals/{commitment.id}", "no")
    await letters.come()
    done = await stage.presses("Bo", letters.last("Bo"), "Sign out everywhere")
    assert "Signed out on 1 device" in text_of(done.reply)
    assert (await reader.get("/my")).status_code == 404


async def test_the_same_form_sent_twice_is_done_once(stage, reader, units, engine, letters):
    commitment = await rehearsals(stage)
    await enters(stage, reader, "Bo")
    page, path = (await reader.get("/my")).text, f"/my/rehearsals/{commitment.id}"
    await letters.come()
    first = await fills(reader, page, path, "no")
    state = await everything(engine)
    again = await fills(reader, page, path, "no")
    other = await fills(reader, page, path, "yes")
    assert {each.status_code for each in (first, again, other)} == {303}
    assert await everything(engine) == state
    assert await answer_to(units, "Bo", commitment) is Rsvp.NO
    assert len((await letters.come())["Bo"]) == 1


async def test_the_same_answer_again_changes_nothing(stage, reader, engine):
    commitment = await rehearsals(stage)
    await enters(stage, reader, "Bo")
    pages = [(await reader.get("/my")).text for _ in range(2)]
    await fills(reader, pages[0], f"/my/rehearsals/{commitment.id}", "no")
    state = await everything(engine)
    again = await fills(reader, pages[1], f"/my/rehearsals/{commitment.id}", "no")
    assert "it was like this already" in (await reader.get(again.headers["location"])).text
    kept = await everything(engine)
    assert {name for name in state if kept[name] != state[name]} == {"band"}, "its lock alone has moved"


async def test_an_answer_to_a_rehearsal_that_has_moved_is_not_kept(stage, reader, units):
    commitment = await rehearsals(stage)
    await enters(stage, reader, "Bo")
    page = (await reader.get("/my")).text
    await stage.says("Ana", "/move Wed 2 Dec to Thu 3 Dec 18:00-21:00")
    async with units.read() as unit:
        moved = await unit.commitments.get(commitment.id)
    if moved.revision == commitment.revision:
        card = await stage.says("Ana", "/gigs")
        await stage.presses("Ana", await stage.presses("Ana", card, "2"), "Move")
        await stage.says("Ana", "Thu 3 Dec 18:00-21:00")
    sent = await fills(reader, page, f"/my/rehearsals/{commitment.id}", "yes")
    shown = (await reader.get(sent.headers["location"])).text
    assert "It has moved since, so your answer was not kept." in shown
    assert await answer_to(units, "Bo", commitment) is None


# Last looks


async def test_a_last_look_is_answered_as_in_chat(stage, reader, units, clock, letters):
    await the_heron(stage, "Fri 11 Dec")
    application = await applies(stage, "11 Dec", all_can=False)
    await can_play(stage, "Cy", application)
    await enters(stage, reader, "Bo")
    page = await reader.get("/my")
    assert "Can you play Fri 11 Dec, The Heron, Leeds?" in words_of(page.text)
    assert "£150" in page.text
    await letters.come()
    path = f"/my/looks/{application.event}/{application.band}"
    shown = await answers(reader, path, "yes")
    assert "That was the last answer: your band has applied now." in shown.text
    assert "Can you play" not in shown.text
    assert await stage_of(units, clock, application) is ApplicationStage.PENDING
    told = await letters.come()
    assert any(each.startswith("🎤 You can play Fri 11 Dec") for each in told["Bo"])
    assert any("The Foxes apply for support" in each for each in told["Dana"])


async def test_a_maybe_says_by_when_and_is_asked_on(stage, reader, units):
    await the_heron(stage, "Fri 11 Dec")
    application = await applies(stage, "11 Dec", all_can=False)
    await enters(stage, reader, "Bo")
    path = f"/my/looks/{application.event}/{application.band}"
    shown = await answers(reader, path, "maybe", by_when="  when  the <sitter> says " + "so " * 50)
    assert "You said: Maybe" in words_of(shown.text)
    assert "You know by: when the <sitter> says so" in words_of(shown.text)
    async with units.read() as unit:
        looks = await unit.applications.looks(application.event, application.band)
    [mine] = [each for each in looks if each.answer is LookAnswer.MAYBE]
    assert len(mine.by_when) <= 80
    shown = await answers(reader, path, "no", by_when="never")
    assert "Can you play" not in shown.text


async def test_a_player_who_is_not_asked_is_told_so(stage, reader):
    await the_heron(stage, "Fri 11 Dec")
    application = await applies(stage, "11 Dec", all_can=False)
    await enters(stage, reader, "Bo")
    page = (await reader.get("/my")).text
    invited = await stage.says("Ana", "/band invite part: bass")
    await stage.says("Fay", f"/join {invited.result.invited.code}")
    path = f"/my/looks/{application.event}/{application.band}"
    async with asking(reader._transport.app.state.site) as fay:
        await enters(stage, fay, "Fay")
        own = forms((await fay.get("/my")).text)[-1][1]
        refused = await fay.post(path, data={**own, "answer": "yes"})
    assert refused.status_code == 409
    assert "You are not asked about that night." in refused.text
    assert path in page


# Invites and applications


async def offered(stage, *, line="We loved your last one"):
    await the_heron(stage, "Sat 12 Dec")
    given = await stage.says("Dana", f"/offer The Foxes date: Sat 12 Dec line: {line}")
    return given.result.card.application


@pytest.mark.parametrize("name", ["Ana", "Cy"])
async def test_those_who_book_confirm_an_invite(stage, reader, units, clock, letters, name):
    application = await offered(stage)
    await enters(stage, reader, name)
    page = await reader.get("/my")
    assert "We loved your last one" in page.text
    assert "£150" in page.text
    await letters.come()
    shown = await answers(reader, f"/my/applications/{application.id}", "confirm")
    assert "It is on, and in the diary of everybody who plays." in shown.text
    assert "Next: Gig, Sat 12 Dec" in shown.text
    assert await stage_of(units, clock, application) is ApplicationStage.CONFIRMED
    told = await letters.come()
    assert told[name][0].startswith("🎤 The Foxes play Sat 12 Dec")
    assert any("Booked: The Foxes" in each or "The Foxes" in each for each in told["Dana"])


async def test_one_who_does_not_book_sees_an_invite_and_cannot_take_it(stage, reader, units, clock):
    application = await offered(stage)
    await enters(stage, reader, "Bo")
    page = (await reader.get("/my")).text
    assert "Owners and bookers of The Foxes can confirm it." in page
    path = f"/my/applications/{application.id}"
    assert path not in page
    own = forms(page)[-1][1]
    for answer in ("confirm", "turn-down", "withdraw"):
        refused = await reader.post(path, data={**own, "answer": answer})
        assert refused.status_code == 409
        assert "Your role does not let you book gigs for <strong>The Foxes</strong>." in refused.text
    assert await stage_of(units, clock, application) is ApplicationStage.ACCEPTED


async def test_an_invite_is_turned_down(stage, reader, units, clock):
    application = await offered(stage)
    await enters(stage, reader)
    shown = await answers(reader, f"/my/applications/{application.id}", "turn-down")
    assert "Turned down." in shown.text
    assert await stage_of(units, clock, application) is ApplicationStage.DECLINED


async def test_confirming_says_what_it_withdraws_from_and_can_keep_it(stage, reader, units, clock):
    await stage.says("Lee", "/venue create The Lanes city: Leeds")
    post = "/post Sat 12 Dec, need 1 support, doors 7:30, on stage 8:15, indie, £90"
    await stage.presses("Lee", await stage.says("Lee", post), "Publish")
    other = await applies(stage, "12 Dec The Lanes")
    application = await offered(stage)
    await enters(stage, reader)
    page = words_of((await reader.get("/my")).text)
    assert "Confirming withdraws you from: Sat 12 Dec, The Lanes, Leeds" in page
    await answers(reader, f"/my/applications/{application.id}", "confirm-and-keep")
    assert await stage_of(units, clock, other) is ApplicationStage.PENDING
    assert await stage_of(units, clock, application) is ApplicationStage.CONFIRMED


async def test_an_application_is_withdrawn_once(stage, reader, units, clock, engine):
    await the_heron(stage, "Fri 18 Dec")
    application = await applies(stage, "18 Dec")
    await enters(stage, reader)
    pages = [(await reader.get("/my")).text for _ in range(2)]
    path = f"/my/applications/{application.id}"
    first = await fills(reader, pages[0], path, "withdraw")
    assert "Withdrawn." in (await reader.get(first.headers["location"])).text
    state = await everything(engine)
    again = await fills(reader, pages[1], path, "withdraw")
    assert "It was like this already." in (await reader.get(again.headers["location"])).text
    assert await everything(engine) == state
    assert await stage_of(units, clock, application) is ApplicationStage.WITHDRAWN


async def test_an_invite_that_is_over_meanwhile_says_so_and_books_nothing(stage, reader, units, clock):
    application = await offered(stage)
    await enters(stage, reader)
    page = (await reader.get("/my")).text
    clock.advance(hours=72)
    refused = await fills(reader, page, f"/my/applications/{application.id}", "confirm")
    assert refused.status_code == 409
    assert "Its time is over for <strong>The Foxes</strong>." in refused.text
    assert 'href="/my"' in refused.text
    assert await stage_of(units, clock, application) is ApplicationStage.EXPIRED


async def test_what_is_called_off_in_chat_is_gone_from_the_page(stage, reader):
    application = await offered(stage)
    await enters(stage, reader)
    await answers(reader, f"/my/applications/{application.id}", "confirm")
    token = stage.dispatcher.tokens.encode(CallOffBooking.verb, (application.id,))

    asked = await stage.does("Ana", PressedButton(token))
    await stage.presses("Ana", asked, "Without a reason")
    assert "Gig, Sat 12 Dec" not in words_of((await reader.get("/my")).text)


async def test_the_words_of_others_stay_words(stage, reader):
    await offered(stage, line=LINE)
    await enters(stage, reader)
    page = (await reader.get("/my")).text
    assert "<b>play</b>" not in page
    assert LINE in unescape(page)


async def test_what_an_address_says_that_came_of_a_form_is_one_of_a_few_sentences(stage, reader):
    await enters(stage, reader)
    assert "Withdrawn." in (await reader.get("/my?said=withdrawn")).text
    for word in ("<b>x</b>", "", "BOOKED", "nonsense"):
        assert 'role="status"' not in (await reader.get("/my", params={"said": word})).text
