"""/band edit: name, city, genres and links; what is refused; and the way back."""

import asyncio

import pytest

from bots.chat.conversations import Question
from bots.chat.refusals import NoSuchCity
from bots.chat.reply import Facts, Link
from core.access import NotAllowed
from core.bands.refusals import NotAMember, OwnersOnly, ValueUnclear
from core.journal import Superseded
from tests.fakes.stage import text_of


def labels(answer):
    return [button.label for row in answer.reply.buttons for button in row]


async def the_band(book, name="Ana"):
    ((band, _),) = await book.bands(name)
    return band


async def edit(stage, field, value, name="Ana"):
    return await stage.says(name, f"/band edit field: {field} value: {value}")


async def test_without_arguments_it_is_a_card_of_everything_with_how_to_change_it(foxes):
    text = text_of((await foxes.says("Ana", "/band edit")).reply)
    for fact in ("Name: The Foxes", "City: Leeds", "Zone: Europe/London", "Genres: not said"):
        assert fact in text
    assert "Evening: 18:00-23:00" in text
    assert "Hours: Monday to Friday 18:00-23:30; Saturday and Sunday 14:00-23:30" in text
    assert "No link yet to: Website, Instagram, TikTok, YouTube, Spotify, SoundCloud, Bandcamp" in text
    assert "/band edit field: instagram value: @thefoxes" in text


async def test_every_field_changes_is_said_back_and_is_undone_exactly(foxes, book):
    for field, value in (
        ("name", "The   Wolves"),
        ("genres", "indie, Punk, indie"),
        ("website", "thefoxes.com"),
        ("instagram", "@thefoxes"),
        ("tiktok", "thefoxes"),
        ("youtube", "@thefoxes"),
        ("spotify", "spotify:artist:4Z8W4fKeB5YxbusRsdQVPb"),
        ("soundcloud", "thefoxes"),
        ("bandcamp", "thefoxes"),
        ("facebook", "thefoxes"),
        ("city", "Manchester, UK"),
        ("late", "22:00-03:00"),
        ("length", "3 h"),
    ):
        before = await the_band(book)
        changed = await edit(foxes, field, value)
        after = await the_band(book)
        assert after != before, field
        again = await edit(foxes, field, value)
        assert "nothing to change" in text_of(again.reply), field
        undone = await foxes.presses("Ana", changed, "Undo")
        assert await the_band(book) == before, field
        redone = await foxes.presses("Ana", undone, "Redo")
        assert await the_band(book) == after, field
        assert "It stands already" in text_of((await foxes.presses("Ana", undone, "Redo")).reply)
        await foxes.presses("Ana", redone, "Undo")
        await foxes.presses("Ana", undone, "Redo")
    band = await the_band(book)
    assert (band.name, band.city, band.genres) == ("The Wolves", "Manchester", ("indie", "Punk"))
    assert len(band.links) == 8


async def test_links_stand_on_the_card_under_their_service_s_name(foxes):
    await edit(foxes, "instagram", "@thefoxes")
    await edit(foxes, "website", "http://thefoxes.com/?utm_source=x")
    card = await foxes.says("Bo", "/band show")
    facts = next(block for block in card.reply.blocks if isinstance(block, Facts))
    assert [part for _, words in facts.pairs for part in words if isinstance(part, Link)] == [
        Link("Website", "https://thefoxes.com"),
        Link("Instagram", "https://www.instagram.com/thefoxes"),
    ]
    removed = await edit(foxes, "instagram", "none")
    assert "Instagram: no link" in text_of(removed.reply)
    assert "Instagram" not in text_of((await foxes.says("Bo", "/band show")).reply)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("instagram", "https://tiktok.com/@x", "not the address of a profile on Instagram"),
        ("website", "javascript:alert(1)", "not a web address"),
        ("bandcamp", "https://bandcamp.com", "not the address of a profile on Bandcamp"),
        ("name", "x" * 81, "1 to 80 characters"),
        ("name", "\u200b", "1 to 80 characters"),
        ("name", "remove", "1 to 80 characters"),
        ("genres", ",".join(f"g{n}" for n in range(9)), "up to eight genres"),
    ],
)
async def test_what_cannot_be_kept_is_refused_with_an_example(foxes, book, field, value, says):
    before = await book.rows()
    refused = await edit(foxes, field, value)
    assert isinstance(refused.result, ValueUnclear)
    assert says in text_of(refused.reply)
    assert f"/band edit field: {field} value:" in text_of(refused.reply)
    assert await book.rows() == before


async def test_a_field_without_a_value_is_asked_for(foxes, book):
    asked = await foxes.says("Ana", "/band edit field: genres")
    assert "What should it be for The Foxes?" in text_of(asked.reply)
    assert "Genres: not said" in text_of(asked.reply)
    await foxes.says("Ana", "folk")
    assert (await the_band(book)).genres == ("folk",)


async def test_another_city_asks_whether_the_clock_moves_and_rules_stay(foxes, book):
    await foxes.says("Ana", "/busy every Tuesday evening")
    for label, zone in (("Keep the clock", "Europe/London"), ("Move the clock", "Europe/Berlin")):
        asked = await edit(foxes, "city", "berlin")
        assert "Does the band's clock move to Berlin too?" in text_of(asked.reply)
        changed = await foxes.presses("Ana", asked, label)
        band = await the_band(book)
        assert (band.city, band.zone) == ("Berlin", zone)
    ((said),) = await book.diary("Ana")
    assert said.rule.zone == "Europe/London"
    await foxes.presses("Ana", changed, "Undo")
    assert (await the_band(book)).zone == "Europe/London"


async def test_a_city_in_the_same_zone_asks_nothing_and_one_of_several_asks_which(foxes, book):
    assert not isinstance((await edit(foxes, "city", "Manchester, UK")).result, Question)
    asked = await edit(foxes, "city", "Springfield")
    moved = await foxes.presses("Ana", asked, "Springfield, Oregon, US")
    await foxes.presses("Ana", moved, "Keep the clock")
    band = await the_band(book)
    assert (band.city, band.zone) == ("Springfield", "Europe/London")
    assert isinstance((await edit(foxes, "city", "Nowhereville")).result, NoSuchCity)
    await edit(foxes, "city", "none")
    assert ((await the_band(book)).city, (await the_band(book)).zone) == (None, "Europe/London")


async def test_only_owners_edit_and_only_they_undo(foxes, book):
    assert isinstance((await edit(foxes, "name", "Mine", name="Bo")).result, NotAllowed)
    changed = await edit(foxes, "name", "The Wolves")
    assert isinstance((await foxes.presses("Bo", changed, "Undo")).result, OwnersOnly)
    assert isinstance((await foxes.presses("Eve", changed, "Undo")).result, NotAMember)
    assert (await the_band(book)).name == "The Wolves"
    await foxes.says("Ana", "/band member Bo role: owner")
    await foxes.presses("Bo", changed, "Undo")
    assert (await the_band(book)).name == "The Foxes"


async def test_an_edit_that_was_made_over_stays_and_others_do_not_stand_in_the_way(foxes, book):
    name = await edit(foxes, "name", "The Wolves")
    await edit(foxes, "genres", "folk")
    await foxes.presses("Ana", name, "Undo")
    assert ((await the_band(book)).name, (await the_band(book)).genres) == ("The Foxes", ("folk",))
    name = await edit(foxes, "name", "Owls")
    await edit(foxes, "name", "Ravens")
    refused = await foxes.presses("Ana", name, "Undo")
    assert isinstance(refused.result, Superseded)
    assert "/band show" in text_of(refused.reply)
    assert (await the_band(book)).name == "Ravens"


async def test_slash_undo_leaves_the_band_alone(foxes, book):
    await foxes.says("Ana", "/busy Tue 1 Dec")
    await edit(foxes, "name", "The Wolves")
    await foxes.says("Ana", "/undo")
    assert (await the_band(book)).name == "The Wolves"
    assert await book.diary("Ana") == []


async def test_twenty_edits_at_once_are_all_kept(foxes, book):
    values = {"name": "Wolves", "genres": "folk", "instagram": "@x1", "bandcamp": "x1", "late": "22:00-03:00"}
    await asyncio.gather(*(edit(foxes, field, value) for field, value in values.items() for _ in range(4)))
    band = await the_band(book)
    assert (band.name, band.genres, len(band.links)) == ("Wolves", ("folk",), 2)
    assert band.habits.day_parts["late"].end.hour == 3
    assert (await the_band(book)).habits.min_minutes == 120


async def test_an_edit_delivered_twice_is_made_once(foxes, book):
    words = "/band edit field: name value: The Wolves"
    await foxes.says("Ana", words, cause="same")
    before = await book.rows()
    again = await foxes.says("Ana", words, cause="same")
    assert "The Wolves" in text_of(again.reply)
    assert await book.rows() == before
