"""The commands of the market on Discord, with their options and what is suggested for them."""

import pytest

from tests.wire.market_town import running_market
from tests.wire.persons import plain


@pytest.fixture
async def town(loopback_discord, loopback_telegram, clock, units, engine):
    """Dana speaks for The Heron and Ana owns The Foxes, both on Discord."""
    async with running_market(loopback_discord, loopback_telegram, clock, units, engine) as town:
        town.on_discord("Dana", "Ana")
        await town.does("Dana", "/venue create The Heron city: Leeds")
        await town.forms("Ana")
        yield town


async def slash(town, name, path, **options):
    """What a command with these options answers."""
    answer = await town.discord.slash(town.people[name].user, "dm", path, **options)
    town.people[name].answers += answer.seen
    await town.settles()
    return plain(answer.text)


async def suggested(town, name, path, option, typed, **others):
    """The values that are suggested for an option."""
    user = town.people[name].user
    found = await town.discord.autocomplete(user, "dm", path, option, typed, **others)
    return [each["name"] for each in found]


async def test_a_date_is_posted_listed_found_and_applied_for(town):
    posted = await slash(
        town, "Dana", "/post", words="Fri 11 Dec, need 2 support, doors 7:30, £150", venue="The Heron"
    )
    assert "Fri 11 Dec, The Heron, Leeds: draft" in posted
    await town.does("Dana", "[Publish]")
    await slash(town, "Dana", "/post", words="Sat 9 Jan, headliner wanted, doors 8pm, punk, £400")
    await town.does("Dana", "[Publish]")
    assert "The Heron: 2 dates" in await slash(town, "Dana", "/dates")
    december = await slash(town, "Dana", "/dates", when="December", venue="The Heron")
    assert "Fri 11 Dec" in december
    assert "9 Jan" not in december
    found = await slash(town, "Ana", "/find", when="December", near="Leeds", genre="indie", all=True)
    assert "The Heron" in found
    assert "No open date" in await slash(town, "Ana", "/find", when="February", band="The Foxes")
    applied = await slash(
        town, "Ana", "/apply", date="11 Dec The Heron", note="We filled the Lanes", draw=40, band="The Foxes"
    )
    assert "The Foxes have applied" in applied
    mine = await slash(town, "Ana", "/applications", band="The Foxes", date="11 Dec")
    assert "Fri 11 Dec, The Heron, Leeds · support · Pending" in mine
    there = await slash(town, "Dana", "/applications", venue="The Heron")
    assert "The Foxes" in there
    await town.does("Dana", "[1]")
    opened = await town.hears("Ana")
    assert "The Heron has looked at your application" in opened


async def test_a_date_is_posted_step_by_step(town):
    assert "Which date?" in await slash(town, "Dana", "/post")
    answers = ("Fri 11 Dec", "2 support", "7:30", "[Skip]", "£150", "200", "indie")
    shown = await town.does("Dana", *answers)
    assert "Fri 11 Dec, The Heron, Leeds: draft" in shown
    assert "Doors: 19:30" in shown


async def test_a_band_is_offered_a_date(town):
    await slash(town, "Dana", "/post", words="Fri 11 Dec, headliner and opener wanted, doors 7:30")
    await town.does("Dana", "[Publish]")
    await town.have_read_all()
    sent = await slash(
        town,
        "Dana",
        "/offer",
        band="The Foxes",
        date="11 Dec",
        slot="opener",
        line="We loved your last one",
    )
    assert "Fri 11 Dec, The Heron, Leeds" in sent
    assert "[Revoke]" in (await town.does("Dana", "/dates", "[1]", "[Applicants]", "[1]"))
    offered = await town.hears("Ana")
    assert "The Heron offers The Foxes a gig: Fri 11 Dec, The Heron, Leeds, opener" in offered
    assert "We loved your last one" in offered
    assert "It is on" in await town.does("Ana", "[Open the invite]", "[Confirm]")
    unknown = await slash(town, "Dana", "/offer", band="The Owls", date="11 Dec")
    assert "I know no band called The Owls." in unknown


async def test_a_venue_is_edited_and_found(town):
    for field, value, shown in (
        ("capacity", "200", "200"),
        ("genres", "indie, punk", "indie"),
        ("ages", "18+", "18"),
        ("rooms", "Main hall 200, Cellar 80", "Cellar"),
        ("address", "14 Mill St", "14 Mill St"),
        ("asks", "draw", "draw"),
    ):
        edited = await slash(town, "Dana", "/venue edit", field=field, value=value, venue="The Heron")
        assert shown in edited, (field, edited)
    await slash(town, "Dana", "/post", words="Fri 11 Dec, need 2 support, doors 7:30, £150")
    await town.does("Dana", "[Publish]")
    near = await slash(town, "Ana", "/venues", near="Leeds", genre="indie")
    assert "The Heron" in near
    shown = await slash(town, "Ana", "/venue show", venue="The Heron")
    assert "14 Mill St" in shown
    asked = await slash(town, "Ana", "/apply", date="11 Dec")
    assert "How many people come because of you?" in asked


async def test_names_of_venues_bands_and_cities_are_suggested(town):
    assert await suggested(town, "Dana", "/post", "venue", "her") == ["The Heron"]
    assert await suggested(town, "Dana", "/dates", "venue", "") == ["The Heron"]
    assert await suggested(town, "Dana", "/venue edit", "venue", "th", field="capacity") == ["The Heron"]
    assert await suggested(town, "Ana", "/find", "band", "fox") == ["The Foxes"]
    assert await suggested(town, "Ana", "/apply", "band", "", date="11 Dec") == ["The Foxes"]
    assert any("Leeds" in each for each in await suggested(town, "Ana", "/find", "near", "lee"))
    assert any("Leeds" in each for each in await suggested(town, "Ana", "/venues", "near", "lee"))
    assert await suggested(town, "Ana", "/dates", "venue", "her") == []


async def test_in_a_server_only_what_the_band_shares_is_seen_by_all(town):
    ana = town.people["Ana"].user
    guild = town.discord.add_guild("The Owls", ana)
    await town.discord.slash(ana, guild, "/band create", name="The Owls", city="Leeds", genres="indie")
    posted = await town.discord.slash(
        town.people["Dana"].user, town.guilds[0], "/post", words="Fri 11 Dec, need 2 support, doors 7:30"
    )
    assert posted.ephemeral
    published = await town.discord.press(town.people["Dana"].user, posted, "Publish")
    assert "is published" in plain(published.text)
    await town.settles()
    found = await town.discord.slash(ana, guild, "/find")
    assert not found.ephemeral
    assert "1 open date for The Owls" in plain(found.text)
    card = await town.discord.press(ana, found, "1")
    assert card.ephemeral
    applied = await town.discord.press(ana, card, "Apply")
    assert "The Owls have applied" in plain(applied.text)
    assert [plain(each.text).splitlines()[0] for each in town.discord.said(guild)] == [
        "🎸 The Owls is here, and you are its owner",
        "🎤 1 open date for The Owls",
    ]
    assert (await town.discord.slash(ana, guild, "/applications")).ephemeral
