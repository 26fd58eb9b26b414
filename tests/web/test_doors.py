"""Pages behind links that people are sent: what they show in every state of a code, and that they change nothing."""

from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import select

from core.bands.store import NewInvite
from core.ids import AccountRef, Platform
from storage import schema
from tests.chat.test_statements import counted
from tests.fakes.clock import EVENING
from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher
from tests.web.test_words_of_pages import HOSTILE
from web.limits import GUESSES, GUESSES_A_SECOND, guess_buckets

DISCORD, TELEGRAM = "https://discord.com/oauth2/authorize?client_id=1&scope=bot", "https://t.me/bandwidth_bot"
BOTS = {Platform.DISCORD: DISCORD, Platform.TELEGRAM: TELEGRAM}
POST = (
    "/post Fri 11 Dec, need 2 support, doors 7:30, on stage 8:15, set HL 21:30, indie, 200 cap, £150 + rider"
)
NO_SUCH = ("/join/K7QXMP2D", "/gig/K7QXMP2D")


@pytest.fixture
def stage(units, clock):
    return Stage(make_dispatcher(units, clock))


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock, bots=BOTS)


@pytest.fixture
async def reader(site):
    async with asking(site, guesses=guess_buckets(now=lambda: 0.0)) as client:
        yield client


async def into_the_band(stage, words="part: drums", band="The Foxes"):
    """The invite of Ana's band."""
    await stage.says("Ana", f"/band create {band} city: Leeds genres: indie")
    return (await stage.says("Ana", f"/band invite {words}")).result.invited


async def to_the_venue(stage, venue="The Heron"):
    """The invite of Dana's venue; and what made it."""
    await stage.says("Dana", f"/venue create {venue} city: Leeds")
    made = await stage.says("Dana", "/venue invite")
    return made.result.invited.code, made


async def to_a_gig(stage, post=POST):
    """The code of an invite to a gig that Dana has offered to Ana's band, and what gave it."""
    await into_the_band(stage)
    await to_the_venue(stage)
    await stage.presses("Dana", await stage.says("Dana", post), "Publish")
    given = await stage.says("Dana", "/offer The Foxes date: Fri 11 Dec")
    return given.result.code, given


async def everything(engine):
    """Every row of every table."""
    async with engine.connect() as connection:
        return {
            name: sorted(map(str, (await connection.execute(select(table))).all()))
            for name, table in schema.metadata.tables.items()
        }


def answer_of(found):
    return found.status_code, found.headers.multi_items(), found.content


async def test_an_invite_into_a_band_says_what_it_is_and_how_to_go_on(stage, reader):
    invited = await into_the_band(stage)
    page = (await reader.get(f"/join/{invited.code}")).text
    assert "<h1>An invite into The Foxes, as a member on drums</h1>" in page
    assert "Good until Mon 7 Dec." in page
    assert f'href="{TELEGRAM}?start=join_{invited.code}"' in page
    code = f"{invited.code[:4]}-{invited.code[4:]}"
    assert f'<code class="copied">{code}</code>' in page
    assert f"On Discord, type <code>/join {code}</code> on a server" in page
    assert DISCORD in unescape(page)
    assert "Ana" not in page
    assert "20" not in page.partition("<main>")[2].replace(code, "")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("", "An invite into The Foxes, as a member"),
        ("role: booker", "An invite into The Foxes, as a booker"),
        ("role: booker part: keys", "An invite into The Foxes, as a booker on keys"),
        ("dep: yes part: bass", "An invite into The Foxes, as a dep (a stand-in) on bass"),
    ],
)
async def test_an_invite_says_as_what_one_would_join(stage, reader, words, title):
    invited = await into_the_band(stage, words)
    page = (await reader.get(f"/join/{invited.code}")).text
    assert f"<h1>{title}</h1>" in page
    assert f"<title>{title} · Bandwidth</title>" in page


async def test_an_invite_to_a_venue_has_a_page_at_the_same_sort_of_address(stage, reader):
    code, _ = await to_the_venue(stage)
    page = (await reader.get(f"/join/{code}")).text
    assert "<h1>An invite to speak for The Heron, Leeds</h1>" in page
    assert "Good until Mon 7 Dec." in page
    assert f"?start=join_{code}" in page
    assert "Dana" not in page


async def test_an_invite_to_a_gig_shows_when_and_where_and_not_for_how_much_or_with_whom(stage, reader):
    code, _ = await to_a_gig(stage)
    page = (await reader.get(f"/gig/{code}")).text
    shown = page.partition("<main>")[2]
    for words in ("The Foxes", "The Heron, Leeds", "Fri 11 Dec", "support", "19:30", "20:15"):
        assert words in shown
    for secret in ("150", "£", "rider", "Dana", "Ana", "HL", "21:30", "200"):
        assert secret not in shown
    assert f'href="{TELEGRAM}?start=gig_{code}"' in shown
    assert f"<code>/invite {code[:4]}-{code[4:]}</code>" in shown
    assert "Nothing is booked until an owner or booker of The Foxes confirms it in chat." in shown


async def test_a_gig_without_times_shows_none(stage, reader):
    code, _ = await to_a_gig(stage, "/post Fri 11 Dec, need 1 support, indie, £150")
    shown = (await reader.get(f"/gig/{code}")).text
    assert "Fri 11 Dec" in shown
    assert "<dt>Doors</dt>" not in shown
    assert "<dt>On stage</dt>" not in shown


@pytest.mark.parametrize("bots", [{}, {Platform.TELEGRAM: TELEGRAM}, {Platform.DISCORD: DISCORD}])
async def test_a_page_names_only_the_bots_that_there_are(stage, units, clock, bots):
    invited = await into_the_band(stage)
    async with asking(a_site(units=units, clock=clock, bots=bots)) as client:
        page = (await client.get(f"/join/{invited.code}")).text
    assert ("t.me" in page, "discord.com" in page) == (Platform.TELEGRAM in bots, Platform.DISCORD in bots)
    assert f"/join {invited.code[:4]}-" in page


async def revoked(stage, made, name):
    await stage.presses(name, made, "Revoke")


async def never_shown_again(reader, path):
    """The page is as one that never was, to the byte."""
    never = answer_of(await reader.get("/no-such-page"))
    assert answer_of(await reader.get(path)) == never
    for other in NO_SUCH:
        assert answer_of(await reader.get(other)) == never


async def test_an_invite_that_was_revoked_is_a_page_that_never_was(stage, reader):
    await into_the_band(stage)
    made = await stage.says("Ana", "/band invite")
    path = f"/join/{made.result.invited.code}"
    assert (await reader.get(path)).status_code == 200
    await revoked(stage, made, "Ana")
    await never_shown_again(reader, path)


async def test_an_invite_that_is_used_up_is_a_page_that_never_was(stage, reader):
    invited = await into_the_band(stage, "uses: 1")
    await stage.says("Bo", f"/join {invited.code}")
    await never_shown_again(reader, f"/join/{invited.code}")


async def test_an_invite_that_has_run_out_is_a_page_that_never_was(stage, reader, clock):
    invited = await into_the_band(stage, "days: 2")
    clock.advance(days=2)
    await never_shown_again(reader, f"/join/{invited.code}")


async def test_an_invite_into_a_band_that_is_gone_is_a_page_that_never_was(stage, reader):
    invited = await into_the_band(stage)
    await stage.presses("Ana", await stage.says("Ana", "/band leave"), "End the band")
    await never_shown_again(reader, f"/join/{invited.code}")


async def test_an_invite_to_a_gig_of_a_band_that_is_gone_is_a_page_that_never_was(stage, reader):
    code, _ = await to_a_gig(stage)
    await stage.presses("Ana", await stage.says("Ana", "/band leave"), "End the band")
    await never_shown_again(reader, f"/gig/{code}")


async def test_a_venue_s_invite_that_was_revoked_or_ran_out_is_a_page_that_never_was(stage, reader, clock):
    code, made = await to_the_venue(stage)
    other = (await stage.says("Dana", "/venue invite")).result.invited.code
    await revoked(stage, made, "Dana")
    await never_shown_again(reader, f"/join/{code}")
    assert (await reader.get(f"/join/{other}")).status_code == 200
    clock.advance(days=14)
    await never_shown_again(reader, f"/join/{other}")


async def test_an_invite_to_a_gig_that_was_revoked_is_a_page_that_never_was(stage, reader):
    code, given = await to_a_gig(stage)
    await revoked(stage, given, "Dana")
    await never_shown_again(reader, f"/gig/{code}")


async def test_an_invite_to_a_gig_that_is_confirmed_is_a_page_that_never_was(stage, reader):
    code, _ = await to_a_gig(stage)
    await stage.presses("Ana", await stage.says("Ana", f"/invite {code}"), "Confirm")
    await never_shown_again(reader, f"/gig/{code}")


async def test_an_invite_to_a_gig_that_the_band_has_turned_down_is_a_page_that_never_was(stage, reader):
    code, _ = await to_a_gig(stage)
    await stage.presses("Ana", await stage.says("Ana", f"/invite {code}"), "Decline")
    await never_shown_again(reader, f"/gig/{code}")


async def test_an_invite_to_a_gig_that_has_run_out_is_a_page_that_never_was(stage, reader, clock):
    code, _ = await to_a_gig(stage)
    clock.advance(hours=71)
    assert (await reader.get(f"/gig/{code}")).status_code == 200
    clock.advance(hours=1)
    await never_shown_again(reader, f"/gig/{code}")


async def test_an_invite_to_a_gig_of_a_night_that_is_cancelled_is_a_page_that_never_was(stage, reader):
    code, _ = await to_a_gig(stage)
    cancelling = await stage.says("Dana", "/dates")
    night = await stage.presses("Dana", cancelling, "1")
    asked = await stage.presses("Dana", night, "Cancel")
    await stage.presses("Dana", asked, "Without a reason")
    await never_shown_again(reader, f"/gig/{code}")


async def test_a_code_opens_only_its_own_sort_of_page(stage, reader):
    gig, _ = await to_a_gig(stage)
    invited = (await stage.says("Ana", "/band invite")).result.invited
    await never_shown_again(reader, f"/join/{gig}")
    await never_shown_again(reader, f"/gig/{invited.code}")


async def test_a_code_that_links_accounts_has_no_page(stage, reader):
    offered = (await stage.says("Ana", "/link")).result.offered
    await never_shown_again(reader, f"/join/{offered.code}")


@pytest.mark.parametrize("code", ["%00", "a" * 4000, "%F0%9F%8E%B8", "-", "%20", "%ED%A0%80", "..%2F", "'--"])
async def test_what_is_no_code_is_a_page_that_never_was(reader, code):
    never = answer_of(await reader.get("/no-such-page"))
    assert answer_of(await reader.get(f"/join/{code}")) == never
    assert answer_of(await reader.get(f"/gig/{code}")) == never


async def test_a_code_is_read_as_people_copy_it(stage, reader):
    invited = await into_the_band(stage)
    typed = f"{invited.code[:4]}-{invited.code[4:]}".lower()
    found = [answer_of(await reader.get(f"/join/{each}")) for each in (invited.code, typed, f"{typed}%20")]
    assert found[0] == found[1] == found[2]
    assert found[0][0] == 200


async def test_opening_pages_changes_nothing(stage, reader, engine):
    gig, _ = await to_a_gig(stage)
    band = (await stage.says("Ana", "/band invite uses: 1")).result.invited.code
    venue = (await stage.says("Dana", "/venue invite")).result.invited.code
    before = await everything(engine)
    for path in (f"/gig/{gig}", f"/join/{band}", f"/join/{venue}", "/zone"):
        for _ in range(3):
            assert (await reader.get(path)).status_code == (await reader.head(path)).status_code == 200
        assert (await reader.post(path)).status_code == 405
    for path in NO_SUCH:
        assert (await reader.get(path)).status_code == (await reader.head(path)).status_code == 404
    assert await everything(engine) == before


async def test_as_much_is_looked_up_for_a_code_that_never_was_as_for_one_that_is_over(stage, reader, clock):
    gig, _ = await to_a_gig(stage)
    band = (await stage.says("Ana", "/band invite")).result.invited.code
    venue = (await stage.says("Dana", "/venue invite")).result.invited.code
    clock.advance(days=15)
    for over, never in (
        (f"/join/{band}", NO_SUCH[0]),
        (f"/join/{venue}", NO_SUCH[0]),
        (f"/gig/{gig}", NO_SUCH[1]),
    ):
        found, statements = await counted(reader.get(over))
        assert (found.status_code, statements) == (404, (await counted(reader.get(never)))[1])


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_name_stays_a_name(stage, reader, units, name):
    code, _ = await to_a_gig(stage)
    async with units.write() as unit:
        person, _ = await unit.people.by_account(AccountRef(Platform.CONSOLE, "Ana"))
        [(band, owner)] = await unit.bands.of(person.id)
        await unit.bands.set_profile(replace(band, name=name))
        ends = EVENING + timedelta(days=1)
        await unit.bands.add_invite(
            NewInvite(band.id, person.id, "HHHH2222", owner.role, name, ends, 5, EVENING)
        )
    for path in ("/join/HHHH2222", f"/gig/{code}"):
        page = (await reader.get(path)).text
        assert name in unescape(page)
        for markup in ("<script>alert", "<img src=x", "<svg", "onmouseover='", "<b>"):
            assert markup not in page


async def test_one_who_guesses_codes_is_slowed_down_and_told_when_to_come_back(stage, site):
    now = 0.0
    invited = await into_the_band(stage)
    async with asking(site, guesses=guess_buckets(now=lambda: now)) as client:
        guessed = [(await client.get(f"/join/K7QXMP{number}")).status_code for number in range(GUESSES)]
        refused = await client.get("/gig/K7QXMP2D")
        right = await client.get(f"/join/{invited.code}")
        elsewhere = await client.get("/zone")
        now += 1 / GUESSES_A_SECOND
        again = [(await client.get(f"/join/{invited.code}")).status_code for _ in range(3)]
        wrong = [(await client.get("/join/K7QXMP2D")).status_code for _ in range(2)]
    assert guessed == [404] * GUESSES
    assert (refused.status_code, right.status_code, elsewhere.status_code) == (429, 429, 200)
    assert refused.headers["retry-after"] == str(round(1 / GUESSES_A_SECOND))
    assert again == [200] * 3
    assert wrong == [404, 429]


async def test_pages_that_open_cost_nothing_however_often(stage, reader):
    invited = await into_the_band(stage)
    found = {(await reader.get(f"/join/{invited.code}")).status_code for _ in range(GUESSES + 5)}
    assert found == {200}


async def test_guesses_are_counted_below_the_path_of_a_proxy_and_for_each_reader(units, clock):
    site = a_site(units=units, clock=clock, public_url="https://example.org/band")
    async with asking(site, client="127.0.0.1", guesses=guess_buckets(now=lambda: 0.0)) as proxy:
        for _ in range(GUESSES):
            await proxy.get("/band/join/K7QXMP2D", headers={"x-forwarded-for": "198.51.100.1"})
        greedy = await proxy.head("/join/K7QXMP2D", headers={"x-forwarded-for": "198.51.100.1"})
        other = await proxy.get("/band/join/K7QXMP2D", headers={"x-forwarded-for": "198.51.100.2"})
    assert (greedy.status_code, other.status_code) == (429, 404)


async def test_search_engines_are_kept_from_codes_and_not_from_the_zone(stage, reader):
    invited = await into_the_band(stage)
    page, zone = await reader.get(f"/join/{invited.code}"), await reader.get("/zone")
    robots = (await reader.get("/robots.txt")).text
    assert (page.headers["x-robots-tag"], zone.headers["x-robots-tag"]) == ("noindex", "all")
    assert (page.headers["cache-control"], page.headers["referrer-policy"]) == ("no-store", "no-referrer")
    assert "Disallow: /join/\nDisallow: /gig/\n" in robots


async def test_the_page_of_the_zone_says_how_to_type_it(reader):
    page = (await reader.get("/zone")).text
    assert "<code>/timezone Leeds</code>" in page
    assert "<code>/timezone Europe/London</code>" in page
    assert f'id="telegram" href="{TELEGRAM}"' in page
    assert '<section id="found" hidden>' in page
