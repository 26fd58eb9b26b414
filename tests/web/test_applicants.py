"""The page of a night's applicants: what a venue may know of them, and decisions that are the same as in chat."""

import asyncio
from html import unescape

import pytest

from bots.chat.buttons.market import AcceptApplication
from bots.chat.turn import PressedButton
from core.marketplace.applications import ApplicationStage
from tests.fakes.entering import answers, enters, fills, form, words_of
from tests.fakes.letters import Letters
from tests.fakes.signed_in_town import LINE, SPOTIFY, applies, solo_applies, the_foxes, the_heron
from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher
from tests.web.test_doors import everything
from tests.web.test_my_bands import stage_of

PLAYERS = ("Ana", "Bo", "Cy")


@pytest.fixture
async def stage(units, clock):
    stage = Stage(make_dispatcher(units, clock))
    await the_foxes(stage)
    await the_heron(stage, "Fri 18 Dec")
    return stage


@pytest.fixture
async def foxes(stage):
    """The application of The Foxes, which has gone out."""
    return await applies(stage, "18 Dec")


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


def night(application):
    return f"/my/nights/{application.event}"


def path_of(application):
    return f"{night(application)}/{application.id}"


# What it shows


async def test_it_shows_what_the_venue_may_know_and_nobody_s_name(stage, reader, foxes):
    await enters(stage, reader, "Dana")
    page = await reader.get(night(foxes))
    words = words_of(page.text)
    assert "Fri 18 Dec, The Heron, Leeds" in words
    assert "3 players · drums and vocals" in words
    assert "indie and punk" in words
    assert "60 people" in words
    assert "Answer by Wed 16 Dec 19:30" in words
    assert LINE in unescape(page.text)
    assert "<b>play</b>" not in page.text
    for name in PLAYERS:
        assert name not in words.replace("Answer", "")


async def test_a_dep_is_not_counted_and_not_shown(stage, reader, foxes):
    invited = await stage.says("Ana", "/band invite dep: yes part: bass")
    await stage.says("Sam", f"/join {invited.result.invited.code}")
    await enters(stage, reader, "Dana")
    words = words_of((await reader.get(night(foxes))).text)
    assert "3 players · drums and vocals" in words
    assert "bass" not in words


async def test_players_are_links_that_load_on_a_tap_and_from_their_hosts_alone(stage, reader, foxes):
    await enters(stage, reader, "Dana")
    page = await reader.get(night(foxes))
    assert f'href="{SPOTIFY}"' in page.text
    assert "https://www.instagram.com/thefoxes" in page.text
    assert "<iframe" not in page.text
    policy = page.headers["content-security-policy"]
    assert "frame-src https://www.youtube-nocookie.com https://open.spotify.com" in policy
    assert "script-src 'self'" in policy
    assert "frame-src" not in (await reader.get("/my")).headers["content-security-policy"]


async def test_the_venue_hears_of_nothing_while_players_are_asked(stage, reader, units, clock):
    application = await applies(stage, "18 Dec", all_can=False)
    assert await stage_of(units, clock, application) is ApplicationStage.LOOKING
    await enters(stage, reader, "Dana")
    page = (await reader.get(night(application))).text
    assert "The Foxes" not in page
    assert "0 bands wait for an answer" in (await reader.get("/my")).text
    own = form((await reader.get("/my")).text, "/my/sign-out")
    for answer in ("accept", "decline", "shortlist"):
        sent = await reader.post(path_of(application), data={**own, "answer": answer})
        assert sent.status_code == 404


async def test_opening_it_changes_nothing_and_nobody_has_seen_anything(stage, reader, foxes, engine, units):
    await enters(stage, reader, "Dana")
    before = await everything(engine)
    for _ in range(2):
        assert (await reader.get(night(foxes))).status_code == 200
    assert await everything(engine) == before
    async with units.read() as unit:
        assert (await unit.applications.get(foxes.id)).seen_at is None


async def test_the_shortlist_comes_first_and_what_is_over_last(stage, reader, foxes):
    crows = await solo_applies(stage, "Zoe", "The Crows", "18 Dec")
    otters = await solo_applies(stage, "Oli", "The Otters", "18 Dec")
    await enters(stage, reader, "Dana")
    await answers(reader, path_of(foxes), "decline", on=night(foxes))
    shown = await answers(reader, path_of(otters), "shortlist", on=night(foxes))
    order = [shown.text.index(f"<h2>{each}</h2>") for each in ("The Otters", "The Crows", "The Foxes")]
    assert order == sorted(order)
    assert "1 that is over" in shown.text
    assert crows.event == foxes.event


# Decisions


async def test_a_band_is_accepted_and_both_sides_are_told_as_in_chat(
    stage, reader, foxes, units, clock, letters
):
    await enters(stage, reader, "Dana")
    await letters.come()
    shown = await answers(reader, path_of(foxes), "accept", on=night(foxes))
    assert "Accepted. The band is told, and has to confirm." in shown.text
    assert "The slot is kept for them until" in shown.text
    assert await stage_of(units, clock, foxes) is ApplicationStage.ACCEPTED
    told = await letters.come()
    assert any("says yes to" in each for each in told["Ana"])
    assert any("The Foxes" in each for each in told["Eve"])
    [dana] = told["Dana"]
    assert dana.startswith("🎤 Accepted: The Foxes, support, Fri 18 Dec, The Heron, Leeds")
    assert "sign out everywhere" in dana


async def test_an_accepted_band_can_confirm_on_its_own_page(stage, site, reader, foxes, units, clock):
    await enters(stage, reader, "Dana")
    await answers(reader, path_of(foxes), "accept", on=night(foxes))
    async with asking(site) as ana:
        await enters(stage, ana, "Ana")
        await answers(ana, f"/my/applications/{foxes.id}", "confirm")
    assert await stage_of(units, clock, foxes) is ApplicationStage.CONFIRMED
    assert "Confirmed" in (await reader.get(night(foxes))).text


async def test_a_band_goes_on_the_shortlist_and_off_again(stage, reader, foxes, letters):
    await enters(stage, reader, "Dana")
    await letters.come()
    shown = await answers(reader, path_of(foxes), "shortlist", on=night(foxes))
    assert "On your shortlist. The band is told." in shown.text
    assert any("shortlist" in each for each in (await letters.come())["Ana"])
    shown = await answers(reader, path_of(foxes), "unlist", on=night(foxes))
    assert "Off your shortlist." in shown.text


async def test_a_band_is_declined_with_a_kind_line(stage, reader, foxes, units, clock, letters):
    await enters(stage, reader, "Dana")
    await letters.come()
    line = "Next time,  <i>gladly</i>  " + "and " * 100
    await answers(reader, path_of(foxes), "decline", on=night(foxes), line=line)
    assert await stage_of(units, clock, foxes) is ApplicationStage.DECLINED
    told = (await letters.come())["Ana"]
    assert any("Next time, <i>gladly</i> and" in each for each in told)
    async with units.read() as unit:
        assert len((await unit.applications.get(foxes.id)).line) <= 300


async def test_an_invite_that_is_out_is_revoked(stage, reader, foxes, units, clock):
    await enters(stage, reader, "Dana")
    await answers(reader, path_of(foxes), "accept", on=night(foxes))
    shown = await answers(reader, path_of(foxes), "take-back", on=night(foxes))
    assert "Revoked." in shown.text
    assert await stage_of(units, clock, foxes) is ApplicationStage.CANCELLED


async def test_the_same_form_sent_twice_is_done_once(stage, reader, foxes, engine, letters):
    await enters(stage, reader, "Dana")
    page = (await reader.get(night(foxes))).text
    await letters.come()
    first = await fills(reader, page, path_of(foxes), "accept")
    state = await everything(engine)
    again = await fills(reader, page, path_of(foxes), "accept")
    assert first.status_code == again.status_code == 303
    assert await everything(engine) == state
    assert len((await letters.come())["Dana"]) == 1


@pytest.mark.parametrize("first", ["accept", "decline"])
async def test_of_two_promoters_one_decides_and_the_other_reads_what_happened(
    stage, site, reader, foxes, units, clock, first
):
    async with asking(site) as eve:
        await enters(stage, reader, "Dana")
        await enters(stage, eve, "Eve")
        pages = [(await each.get(night(foxes))).text for each in (reader, eve)]
        other = {"accept": "decline", "decline": "accept"}[first]
        won = await fills(reader, pages[0], path_of(foxes), first)
        lost = await fills(eve, pages[1], path_of(foxes), other)
        assert won.status_code == 303
        assert lost.status_code == 409
        assert {
            "accept": "<strong>The Foxes</strong> has been accepted already.",
            "decline": "The application of <strong>The Foxes</strong> was declined.",
        }[first] in lost.text
        assert f'href="{night(foxes)}"' in lost.text
    wanted = {"accept": ApplicationStage.ACCEPTED, "decline": ApplicationStage.DECLINED}[first]
    assert await stage_of(units, clock, foxes) is wanted


async def test_of_two_promoters_at_the_very_same_moment_one_decides(stage, site, reader, foxes, letters):
    async with asking(site) as eve:
        await enters(stage, reader, "Dana")
        await enters(stage, eve, "Eve")
        pages = [(await each.get(night(foxes))).text for each in (reader, eve)]
        sent = await asyncio.gather(
            fills(reader, pages[0], path_of(foxes), "accept"), fills(eve, pages[1], path_of(foxes), "decline")
        )
    assert sorted(each.status_code for each in sent) == [303, 409]


async def test_the_last_slot_goes_to_one_band(stage, reader, foxes, units, clock):
    """Two supports are wanted: the third band that is accepted reads that there is none left."""
    others = [await solo_applies(stage, name, f"Band of {name}", "18 Dec") for name in ("Zoe", "Oli")]
    await enters(stage, reader, "Dana")
    page = (await reader.get(night(foxes))).text
    for each in (foxes, others[0]):
        assert (await fills(reader, page, path_of(each), "accept")).status_code == 303
        page = (await reader.get(night(foxes))).text
    refused = await fills(reader, page, path_of(others[1]), "accept")
    assert refused.status_code == 409
    assert "That slot at <strong>The Heron</strong> is taken." in refused.text


async def test_chat_and_page_decide_about_the_same(stage, reader, foxes):
    await enters(stage, reader, "Dana")
    page = (await reader.get(night(foxes))).text
    token = stage.dispatcher.tokens.encode(AcceptApplication.verb, (foxes.id,))
    await stage.does("Eve", PressedButton(token))
    again = await fills(reader, page, path_of(foxes), "accept")
    assert "It was like this already." in (await reader.get(again.headers["location"])).text


# Whose it is


async def test_a_promoter_who_is_one_no_longer_decides_nothing(stage, reader, foxes, units, clock):
    await enters(stage, reader, "Eve")
    page = (await reader.get(night(foxes))).text
    await stage.says("Eve", "/venue leave")
    assert (await reader.get(night(foxes))).status_code == 404
    assert (await fills(reader, page, path_of(foxes), "accept")).status_code == 404
    assert await stage_of(units, clock, foxes) is ApplicationStage.PENDING


async def test_an_application_is_decided_about_below_its_own_night_alone(stage, reader, foxes, units, clock):
    await stage.presses(
        "Dana", await stage.says("Dana", "/post Sat 19 Dec, need 1 support, indie"), "Publish"
    )
    await enters(stage, reader, "Dana")
    page = (await reader.get(night(foxes))).text
    fields = form(page, path_of(foxes), "accept")
    sent = await reader.post(f"/my/nights/{foxes.event + 1}/{foxes.id}", data=fields)
    assert sent.status_code == 404
    assert await stage_of(units, clock, foxes) is ApplicationStage.PENDING
