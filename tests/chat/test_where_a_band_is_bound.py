"""/band bind and /band unbind; and whose answer it is where nobody names the band."""

import asyncio

import pytest

from core.access import NotAllowed
from core.bands import BindingKind
from core.bands.refusals import (
    BindingTaken,
    ManagersOnly,
    NotAMember,
    NothingBound,
    NothingToBind,
    OwnersOnly,
)
from core.ids import Platform
from core.journal import Gone
from tests.fakes.stage import text_of

DISCORD, TELEGRAM = Platform.DISCORD, Platform.TELEGRAM
GROUP = {"on": TELEGRAM, "where": "-1"}
ONE, TWO = ({"on": DISCORD, "where": name} for name in ("one", "two"))


def labels(answer):
    return [button.label for row in answer.reply.buttons for button in row]


async def bindings(book):
    return [(kind, key) for _, kind, key, _ in (await book.rows("binding"))["binding"]]


@pytest.fixture
async def blue(stage):
    """Blue, made by Ana in private chats of both platforms' kinds: bound to nothing."""
    await stage.says("Ana", "/band create Blue city: Leeds", on=TELEGRAM)
    return stage


async def test_a_group_is_bound_and_unbound(blue, book):
    bound = await blue.says("Ana", "/band bind", **GROUP)
    assert "belongs to Blue now" in text_of(bound.reply)
    assert "You don't have to name the band in this group." in text_of(bound.reply)
    assert await bindings(book) == [("group", "telegram:-1")]
    before = await book.rows()
    again = await blue.says("Ana", "/band bind", **GROUP)
    assert "This group belongs to Blue already" in text_of(again.reply)
    assert await book.rows() == before
    freed = await blue.says("Ana", "/band unbind", **GROUP)
    assert "no longer belongs to Blue" in text_of(freed.reply)
    assert await bindings(book) == []
    assert isinstance((await blue.says("Ana", "/band unbind", **GROUP)).result, NothingBound)


async def test_a_bound_place_is_not_bound_again_and_the_band_is_named(blue, book):
    await blue.says("Ana", "/band bind", **GROUP)
    await blue.says("Bo", "/band create Red city: Leeds", on=TELEGRAM)
    refused = await blue.says("Bo", "/band bind band: Red", **GROUP)
    assert isinstance(refused.result, BindingTaken)
    assert "Another band is bound here: Blue." in text_of(refused.reply)
    assert isinstance((await blue.says("Bo", "/band unbind", **GROUP)).result, NotAMember)
    assert await bindings(book) == [("group", "telegram:-1")]


async def test_only_owners_bind_and_unbind(blue, book):
    code = (await blue.says("Ana", "/band invite", on=TELEGRAM)).result.invited.code
    await blue.says("Bo", f"/join {code}", on=TELEGRAM)
    assert isinstance((await blue.says("Bo", "/band bind", **GROUP)).result, NotAllowed)
    await blue.says("Ana", "/band bind", **GROUP)
    assert isinstance((await blue.says("Bo", "/band unbind", **GROUP)).result, OwnersOnly)
    assert len(await bindings(book)) == 1


async def test_in_private_there_is_nothing_to_bind(blue):
    assert isinstance((await blue.says("Ana", "/band bind", on=TELEGRAM)).result, NothingToBind)
    assert isinstance((await blue.says("Ana", "/band unbind", on=TELEGRAM)).result, NothingToBind)


async def test_a_server_is_bound_by_who_manages_it_else_the_channel(stage, book):
    for name, band in (("Ana", "Blue"), ("Manager", "Red")):
        await stage.says(name, f"/band create {band} city: Leeds", on=DISCORD)
    refused = await stage.says("Ana", "/band bind to: server", **ONE)
    assert isinstance(refused.result, ManagersOnly)
    await stage.says("Ana", "/band bind", **ONE)
    assert await bindings(book) == [("channel", "discord:one")]
    await stage.says("Manager", "/band bind", **TWO)
    assert await bindings(book) == [("channel", "discord:one"), ("server", "discord:server")]
    # The channel wins over the server, and what is bound to another band stays.
    assert isinstance((await stage.says("Manager", "/band bind band: Red", **ONE)).result, BindingTaken)
    assert "Blue" in text_of((await stage.says("Ana", "/band show", **ONE)).reply)
    # Who manages the place may free it, whosever it is.
    freed = await stage.says("Manager", "/band unbind", **ONE)
    assert "no longer belongs to Blue" in text_of(freed.reply)
    assert await bindings(book) == [("server", "discord:server")]
    bound = await stage.says("Ana", "/band bind band: Blue", **ONE)
    assert "in this channel" in text_of(bound.reply)


async def test_a_manager_may_bind_one_channel_only(stage, book):
    await stage.says("Manager", "/band create Red city: Leeds", on=DISCORD)
    await stage.says("Manager", "/band bind to: channel", **ONE)
    assert await bindings(book) == [("channel", "discord:one")]


async def test_ten_who_bind_one_channel_at_once_leave_it_to_one(stage, book):
    for n in range(10):
        stage.manage[f"P{n}"] = frozenset({BindingKind.CHANNEL})
        await stage.says(f"P{n}", f"/band create B{n} city: Leeds", on=DISCORD)
    answers = await asyncio.gather(*(stage.says(f"P{n}", f"/band bind band: B{n}", **ONE) for n in range(10)))
    kinds = [type(each.result).__name__ for each in answers]
    assert sorted(kinds) == ["BandBound"] + ["BindingTaken"] * 9
    assert len(await bindings(book)) == 1


# Whose place it is stays so, and only who manages a place gives it away


@pytest.mark.parametrize("kind", ["channel", "server"])
async def test_a_new_band_takes_no_place_that_is_another_band_s(stage, book, kind):
    await stage.says("Manager", "/band create The Foxes city: Leeds", on=DISCORD)
    await stage.says("Manager", f"/band bind to: {kind}", **ONE)
    before = await bindings(book)
    for name in ("Zed", "Ana", "Manager"):
        made = await stage.says(name, f"/band create Hijack of {name} city: Leeds", **ONE)
        assert made.result.bound is None
        assert f"This {kind} already belongs to The Foxes." in text_of(made.reply)
        assert "have to name the band" not in text_of(made.reply)
    assert await bindings(book) == before
    assert "The Foxes" in text_of((await stage.says("Manager", "/green", **ONE)).reply).splitlines()[0]


async def test_who_manages_the_channel_is_told_how_to_have_it_for_the_new_band_alone(stage, book):
    await stage.says("Manager", "/band create The Foxes city: Leeds", **ONE)
    made = await stage.says("Ana", "/band create Sea Dogs city: Leeds", **TWO)
    assert "For this channel only: /band bind band: Sea Dogs to: channel" in text_of(made.reply)
    assert await bindings(book) == [("server", "discord:server")]
    bound = await stage.says("Ana", "/band bind band: Sea Dogs to: channel", **TWO)
    assert "You don't have to name the band in this channel." in text_of(bound.reply)
    made = await stage.says("Zed", "/band create Zeds city: Leeds", on=DISCORD, where="three")
    assert "For this channel only" not in text_of(made.reply)


async def test_the_second_band_of_one_person_takes_nothing_from_the_first(stage, book):
    await stage.says("Ana", "/band create Blue city: Leeds", **ONE)
    made = await stage.says("Ana", "/band create Red city: Leeds", **ONE)
    assert "This channel already belongs to Blue. In another channel: /band bind band: Red" in text_of(
        made.reply
    )
    assert "Blue" in text_of((await stage.says("Ana", "/band show", **ONE)).reply)


@pytest.mark.parametrize(("where", "said"), [(ONE, "manages the channel"), (GROUP, "an admin of the group")])
async def test_who_does_not_manage_a_place_binds_nothing_to_it(stage, book, where, said):
    made = await stage.says("Zed", "/band create Zeds city: Leeds", **where)
    assert "is not the band's yet" in text_of(made.reply)
    refused = await stage.says("Zed", "/band bind band: Zeds", **where)
    assert isinstance(refused.result, ManagersOnly)
    assert said in text_of(refused.reply)
    assert await bindings(book) == []
    stage.manage["Zed"] = frozenset({BindingKind.CHANNEL, BindingKind.GROUP})
    bound = await stage.says("Zed", "/band bind band: Zeds", **where)
    assert "have to name the band" in text_of(bound.reply)


async def test_a_question_on_the_way_does_not_help_to_take_a_place(stage, book):
    await stage.says("Manager", "/band create The Foxes city: Leeds", **GROUP)
    await stage.says("Zed", "/band create", **GROUP)
    await stage.says("Zed", "Zeds", **GROUP)
    made = await stage.says("Zed", "Leeds", **GROUP)
    assert "This group already belongs to The Foxes." in text_of(made.reply)
    assert await bindings(book) == [("group", "telegram:-1")]


async def test_an_admin_of_a_group_may_free_it_and_others_may_not(blue, book):
    await blue.says("Ana", "/band bind", **GROUP)
    assert isinstance((await blue.says("Bo", "/band unbind", **GROUP)).result, NotAMember)
    freed = await blue.says("Manager", "/band unbind", **GROUP)
    assert "no longer belongs to Blue" in text_of(freed.reply)


@pytest.mark.parametrize("where", [ONE, GROUP])
async def test_two_who_make_bands_in_one_place_at_once_leave_it_to_one_and_say_so(stage, book, where):
    for name in ("Ada", "Bea"):
        stage.manage[name] = frozenset({BindingKind.CHANNEL, BindingKind.GROUP})
    made = await asyncio.gather(
        *(stage.says(name, f"/band create Band of {name} city: Leeds", **where) for name in ("Ada", "Bea"))
    )
    won, lost = sorted(made, key=lambda each: each.result.bound is None)
    assert won.result.bound is not None
    assert f"already belongs to {won.result.band.name}." in text_of(lost.reply)
    assert len(await bindings(book)) == 1


async def test_an_owner_of_several_is_asked_which_to_bind(blue):
    await blue.says("Ana", "/band create Red city: Leeds", on=TELEGRAM)
    asked = await blue.says("Ana", "/band bind", **GROUP)
    assert labels(asked) == ["Blue", "Red"]
    bound = await blue.presses("Ana", asked, "Blue", **GROUP)
    assert "belongs to Blue now" in text_of(bound.reply)


# Several bands, in private


@pytest.fixture
async def both(stage):
    """Ana owns Blue and Red; Red is the one last used."""
    for name in ("Blue", "Red"):
        await stage.says("Ana", f"/band create {name} city: Leeds")
    return stage


@pytest.mark.parametrize("command", ["show", "members", "invites", "edit"])
async def test_in_private_the_band_last_used_is_named_with_buttons_for_the_others(both, book, command):
    answer = await both.says("Ana", f"/band {command}")
    assert "Red" in text_of(answer.reply).splitlines()[0]
    assert "This is Red, which you used last. The same for:" in text_of(answer.reply)
    assert labels(answer)[-1] == "Blue"
    other = await both.presses("Ana", answer, "Blue")
    assert "Blue" in text_of(other.reply).splitlines()[0]
    back = await both.presses("Ana", other, "Red")
    assert "Red" in text_of(back.reply).splitlines()[0]
    named = await both.says("Ana", f"/band {command} band: Blue")
    assert "used last" not in text_of(named.reply)


async def test_a_button_for_another_band_is_checked_again(both):
    answer = await both.says("Ana", "/band invites")
    refused = await both.presses("Eve", answer, "Blue")
    assert isinstance(refused.result, NotAMember)
    await both.presses("Ana", await both.says("Ana", "/band leave band: Blue"), "End the band")
    assert isinstance((await both.presses("Ana", answer, "Blue")).result, Gone)


async def test_an_edit_offers_no_other_band(both):
    edited = await both.says("Ana", "/band edit field: genres value: folk")
    assert "Red has changed" in text_of(edited.reply)
    assert labels(edited) == ["Undo"]


async def test_a_band_called_like_another_s_number_is_chosen_all_the_same(both, book):
    number = next(band.id for band, _ in await book.bands("Ana") if band.name == "Blue")
    await both.says("Ana", f"/band create {number} city: Leeds")
    answer = await both.says("Ana", "/band show")
    assert "Blue" in text_of((await both.presses("Ana", answer, "Blue")).reply).splitlines()[0]


async def test_who_plays_in_one_band_sees_no_such_line(foxes):
    assert "used last" not in text_of((await foxes.says("Ana", "/band show")).reply)


async def test_leaving_with_several_bands_asks_which(both, book):
    asked = await both.says("Ana", "/band leave")
    assert "For which band?" in text_of(asked.reply)
    assert labels(asked) == ["Red", "Blue"]
    ending = await both.presses("Ana", asked, "Blue")
    assert "You are the only one in Blue." in text_of(ending.reply)
    assert len(await book.bands("Ana")) == 2
