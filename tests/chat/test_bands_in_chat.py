"""/band create, show, members, leave, invite, and /join, as people meet them."""

from datetime import timedelta

import pytest

from bots.chat.conversations import Question
from core.bands.refusals import InviteOver, NameNotUsable, NoBand, NoSuchBand, NoSuchInvite, NotAMember
from core.errors import Refusal
from core.ids import Platform
from core.journal import Gone
from tests.fakes.stage import text_of

DISCORD, TELEGRAM = Platform.DISCORD, Platform.TELEGRAM


def refusal(answer, kind):
    """The words of a refusal of that kind: a sentence and a next step."""
    assert type(answer.result) is kind, text_of(answer.reply)
    text = text_of(answer.reply)
    assert len(text.splitlines()) == 2
    assert "!" not in text
    return text


async def test_a_band_is_made_with_its_city_s_zone_and_its_founder_takes_it(stage, book):
    answer = await stage.says("Ana", "/band create The Foxes city: Leeds genres: indie, punk")
    text = text_of(answer.reply)
    assert "The Foxes is here, and you are its owner" in text
    assert "City: Leeds" in text
    assert "Genres: indie and punk" in text
    assert "I took the band's zone, Europe/London, as yours." in text
    assert "/band invite" in text
    assert (await book.person("Ana")).zone == "Europe/London"
    ((band, membership),) = await book.bands("Ana")
    assert (band.name, band.city, band.zone, band.genres) == (
        "The Foxes",
        "Leeds",
        "Europe/London",
        ("indie", "punk"),
    )
    assert (membership.role, membership.required) == ("owner", True)


async def test_without_a_city_the_founder_s_zone_is_the_band_s_and_does_not_follow_him(stage, book):
    await stage.says("Ana", "/timezone New York")
    answer = await stage.says("Ana", "/band create Blue")
    assert "as yours" not in text_of(answer.reply)
    await stage.says("Ana", "/timezone London")
    ((band, _),) = await book.bands("Ana")
    assert band.zone == "America/New_York"


async def test_a_band_without_a_city_of_a_founder_without_a_zone_asks_where_it_is_at_home(stage, book):
    asked = await stage.says("Ana", "/band create Blue")
    assert "Where is the band based?" in text_of(asked.reply)
    assert await book.bands("Ana") == []
    await stage.says("Ana", "Leeds")
    ((band, _),) = await book.bands("Ana")
    assert (band.name, band.zone) == ("Blue", "Europe/London")


async def test_a_city_of_which_there_are_several_is_asked_about(stage, book):
    asked = await stage.says("Ana", "/band create Blue city: Springfield")
    assert "Which Springfield do you mean?" in text_of(asked.reply)
    await stage.presses("Ana", asked, "Springfield, Oregon, US")
    ((band, _),) = await book.bands("Ana")
    assert (band.city, band.zone) == ("Springfield", "America/Los_Angeles")


@pytest.mark.parametrize("name", ["x" * 81, "\u200b\u200b", "\x07bell", "name\x1b[2J"])
async def test_a_name_that_cannot_be_shown_is_refused(stage, book, name):
    await stage.says("Ana", "/timezone London")
    answer = await stage.says("Ana", f"/band create {name}")
    assert "/band create The Foxes" in refusal(answer, NameNotUsable)
    assert await book.bands("Ana") == []


async def test_a_name_of_five_thousand_characters_is_asked_for_again(stage, book):
    await stage.says("Ana", "/timezone London")
    asked = await stage.says("Ana", f"/band create {'x' * 5000}")
    assert "does not fit here. What is the band called?" in text_of(asked.reply)
    assert len(text_of(asked.reply)) < 300
    assert await book.bands("Ana") == []
    await stage.says("Ana", "X")
    assert [band.name for band, _ in await book.bands("Ana")] == ["X"]


async def test_names_with_markup_are_data(stage, book):
    name = "*_`<b>The</b>`_* @everyone & [Foxes](http://x.example)"
    answer = await stage.says("Ana", f"/band create {name} city: Leeds")
    assert name in text_of(answer.reply)
    assert name in text_of((await stage.says("Ana", "/band show")).reply)
    ((band, _),) = await book.bands("Ana")
    assert band.name == name


async def test_a_name_may_hold_a_colon(stage, book):
    await stage.says("Ana", "/band create Foxes: Live city: Leeds")
    assert [band.name for band, _ in await book.bands("Ana")] == ["Foxes: Live"]


async def test_the_card_shows_the_band_and_its_line_up(foxes):
    text = text_of((await foxes.says("Bo", "/band show")).reply)
    assert "The Foxes" in text
    assert "Bo (you) · drums, member, required" in text
    assert "Ana · no part yet, owner, required" in text


async def test_members_are_counted(foxes):
    text = text_of((await foxes.says("Bo", "/band members")).reply)
    assert "The Foxes: 3 members" in text
    assert "It takes 3 of them to play." in text


async def test_a_dep_is_not_required(foxes):
    invited = await foxes.says("Ana", "/band invite part: drums dep: yes")
    assert "a dep (a stand-in) on drums" in text_of(invited.reply)
    joined = await foxes.says("Di", f"/join {invited.result.invited.code}")
    assert "as a dep (a stand-in) on drums" in text_of(joined.reply)
    text = text_of((await foxes.says("Di", "/band members")).reply)
    assert "Deps, by part:\nDrums · Di (you)" in text
    assert "It takes 3 of them to play." in text


async def test_an_invite_is_said_with_its_code_link_end_and_uses(foxes):
    answer = await foxes.says("Ana", "/band invite part: bass")
    text = text_of(answer.reply)
    code = answer.result.invited.code
    assert f"{code[:4]}-{code[4:]}" in text
    assert f"https://t.me/bandwidth_bot?start=join_{code}" in text
    assert "For: a member on bass" in text
    assert "Good until Mon 7 Dec, for 20 people." in text


async def test_joining_says_part_zone_and_privacy(foxes, book):
    invited = await foxes.says("Ana", "/band invite part: bass")
    code = invited.result.invited.code.lower()
    answer = await foxes.says("Di", f"/join {code[:4]} {code[4:]}")
    text = text_of(answer.reply)
    assert "You are in The Foxes now, as a member on bass" in text
    assert "I took the band's zone, Europe/London, as yours." in text
    assert "never why" in text
    assert (await book.members("Ana"))["Di"] == "member"


async def test_joining_twice_says_that_one_plays_there_already_and_uses_nothing(foxes, book):
    invited = await foxes.says("Ana", "/band invite")
    await foxes.says("Di", f"/join {invited.result.invited.code}")
    before = await book.rows()
    answer = await foxes.says("Di", f"/join {invited.result.invited.code}")
    assert text_of(answer.reply) == "🎸 You play in The Foxes already"
    assert await book.rows() == before


async def test_a_link_shows_the_band_and_asks_and_only_join_joins(foxes, book):
    invited = await foxes.says("Ana", "/band invite part: bass")
    before = await book.rows("membership", "invite", "change", "outbox")
    shown = await foxes.says("Di", f"/start join_{invited.result.invited.code}")
    text = text_of(shown.reply)
    assert "The Foxes would like you in" in text
    assert "Line-up: Ana, Bo and Cy" in text
    assert "You would be: a member on bass" in text
    assert await book.rows("membership", "invite", "change", "outbox") == before
    await foxes.presses("Di", shown, "Join")
    assert "Di" in await book.members("Ana")


async def test_a_code_that_opens_nothing(foxes, book):
    before = await book.rows()
    for code in ("ABCD-EFGH", "drop table", "é", "0", "../../etc"):
        answer = await foxes.says("Ana", f"/join {code}")
        assert "letter by letter" in refusal(answer, NoSuchInvite)
        answer = await foxes.says("Ana", f"/start join_{code.replace(' ', '')}")
        assert "letter by letter" in refusal(answer, NoSuchInvite)
    assert await book.rows() == before


async def test_an_invite_is_void_after_a_fortnight(foxes, book, clock):
    invited = await foxes.says("Ana", "/band invite")
    code = invited.result.invited.code
    shown = await foxes.says("Di", f"/start join_{code}")
    clock.advance(days=14)
    assert "has run out" in refusal(await foxes.says("Di", f"/join {code}"), InviteOver)
    assert "has run out" in refusal(await foxes.says("Di", f"/start join_{code}"), InviteOver)
    assert "has run out" in refusal(await foxes.presses("Di", shown, "Join"), InviteOver)
    assert "Di" not in await book.members("Ana")


async def test_an_invite_is_void_once_revoked(foxes, book):
    invited = await foxes.says("Ana", "/band invite")
    shown = await foxes.says("Di", f"/start join_{invited.result.invited.code}")
    revoked = await foxes.presses("Ana", invited, "Revoke")
    assert "Revoked: that invite no longer lets anybody into The Foxes" in text_of(revoked.reply)
    again = await foxes.presses("Ana", invited, "Revoke")
    assert "was revoked already" in text_of(again.reply)
    assert "was revoked" in refusal(await foxes.presses("Di", shown, "Join"), InviteOver)
    assert "Di" not in await book.members("Ana")


async def test_a_member_cannot_revoke_an_owner_s_invite(foxes):
    invited = await foxes.says("Ana", "/band invite")
    answer = await foxes.presses("Bo", invited, "Revoke")
    text = text_of(answer.reply)
    assert "Your role does not let you invite people into The Foxes." in text
    assert "Ask Ana." in text
    answer = await foxes.presses("Stranger", invited, "Revoke")
    refusal(answer, NotAMember)
    joined = await foxes.says("Di", f"/join {invited.result.invited.code}")
    assert "You are in The Foxes now" in text_of(joined.reply)


async def test_an_invite_is_void_after_twenty_uses(foxes):
    code = (await foxes.says("Ana", "/band invite")).result.invited.code
    for number in range(20):
        await foxes.says(f"Fan {number}", f"/join {code}")
    assert "has been used up" in refusal(await foxes.says("Di", f"/join {code}"), InviteOver)


async def test_owners_are_told_of_new_members_once(foxes, book):
    code = (await foxes.says("Ana", "/band invite")).result.invited.code
    before = len((await book.rows("outbox"))["outbox"])
    await foxes.says("Di", f"/join {code}")
    await foxes.says("Di", f"/join {code}")
    assert len((await book.rows("outbox"))["outbox"]) == before + 1


async def test_a_member_may_not_invite(foxes):
    answer = await foxes.says("Bo", "/band invite")
    assert "Ask Ana." in text_of(answer.reply)


async def test_who_is_in_no_band_is_told_how_to_get_into_one(stage):
    for command in ("green", "band show", "band members", "band leave", "band invite"):
        text = refusal(await stage.says("Ana", f"/{command}"), NoBand)
        assert "/band create" in text
        assert "/join" in text


async def test_an_unknown_band_names_those_that_are_there(foxes):
    text = refusal(await foxes.says("Ana", "/band show band: Wolves"), NoSuchBand)
    assert "You are not in a band called Wolves." in text
    assert "The Foxes" in text


async def test_others_bands_are_none_of_ones_business(foxes):
    await foxes.says("Eve", "/band create Ravens city: Leeds")
    text = refusal(await foxes.says("Eve", "/green band: The Foxes"), NoSuchBand)
    assert "Yours: Ravens." in text


async def test_a_member_leaves_and_the_rest_plays_on(foxes, book):
    answer = await foxes.says("Bo", "/band leave")
    assert "You have left The Foxes" in text_of(answer.reply)
    assert "Your diary is yours" in text_of(answer.reply)
    assert await book.members("Ana") == {"Ana": "owner", "Cy": "member"}
    assert await book.bands("Bo") == []


async def test_who_comes_back_is_a_member_again(foxes, book):
    await foxes.says("Bo", "/band leave")
    code = (await foxes.says("Ana", "/band invite part: keys")).result.invited.code
    await foxes.says("Bo", f"/join {code}")
    assert (await book.members("Ana"))["Bo"] == "member"


async def test_the_only_owner_is_asked_who_takes_over(foxes, book):
    asked = await foxes.says("Ana", "/band leave")
    assert "You are the only owner of The Foxes. Who takes over?" in text_of(asked.reply)
    assert [button.label for row in asked.reply.buttons for button in row] == ["Bo", "Cy"]
    assert (await book.members("Bo"))["Ana"] == "owner"
    answer = await foxes.presses("Ana", asked, "Bo")
    assert "You have left The Foxes; Bo owns it now" in text_of(answer.reply)
    assert await book.members("Bo") == {"Bo": "owner", "Cy": "member"}


async def test_an_heir_who_has_left_meanwhile_is_asked_for_again(foxes, book):
    asked = await foxes.says("Ana", "/band leave")
    await foxes.says("Bo", "/band leave")
    answer = await foxes.presses("Ana", asked, "Bo")
    assert isinstance(answer.result, Refusal)
    assert "Cy" in text_of(answer.reply)
    assert (await book.members("Ana"))["Ana"] == "owner"


async def test_the_only_member_ends_the_band_after_a_question(stage, book):
    await stage.says("Ana", "/band create Blue city: Leeds")
    code = (await stage.says("Ana", "/band invite")).result.invited.code
    asked = await stage.says("Ana", "/band leave")
    assert "You are the only one in Blue. Leaving ends the band." in text_of(asked.reply)
    assert len(await book.bands("Ana")) == 1
    answer = await stage.presses("Ana", asked, "End the band")
    assert "Blue has ended" in text_of(answer.reply)
    assert await book.bands("Ana") == []
    refusal(await stage.presses("Ana", asked, "End the band"), Gone)
    refusal(await stage.says("Bo", f"/join {code}"), NoSuchInvite)


async def test_ending_a_band_that_somebody_has_joined_meanwhile_asks_who_takes_over(stage, book):
    await stage.says("Ana", "/band create Blue city: Leeds")
    code = (await stage.says("Ana", "/band invite")).result.invited.code
    asked = await stage.says("Ana", "/band leave")
    await stage.says("Bo", f"/join {code}")
    answer = await stage.presses("Ana", asked, "End the band")
    assert "Who takes over?" in text_of(answer.reply)
    assert await book.members("Ana") == {"Ana": "owner", "Bo": "member"}


async def test_in_private_it_is_the_band_last_used_with_buttons_for_the_others(stage):
    await stage.says("Ana", "/band create Blue city: Leeds")
    await stage.says("Ana", "/band create Red city: Leeds")
    answer = await stage.says("Ana", "/green")
    assert "Red" in text_of(answer.reply).splitlines()[0]
    other = await stage.presses("Ana", answer, "Blue")
    assert "Blue" in text_of(other.reply).splitlines()[0]
    await stage.says("Ana", "/band show band: Blue")
    assert "Blue" in text_of((await stage.says("Ana", "/green")).reply).splitlines()[0]


async def test_in_an_unbound_channel_it_is_asked_which_band(stage):
    for name in ("Blue", "Red"):
        await stage.says("Ana", f"/band create {name} city: Leeds", on=DISCORD)
    asked = await stage.says("Ana", "/green", on=DISCORD, where="unbound")
    assert "For which band?" in text_of(asked.reply)
    answer = await stage.presses("Ana", asked, "Blue", on=DISCORD, where="unbound")
    assert "Blue" in text_of(answer.reply).splitlines()[0]


async def test_names_that_begin_alike_are_asked_about(stage):
    await stage.says("Ana", "/band create Blue Moon city: Leeds")
    await stage.says("Ana", "/band create Blue Sky city: Leeds")
    asked = await stage.says("Ana", "/band show band: blue")
    assert isinstance(asked.result, Question)
    shown = await stage.presses("Ana", asked, "Blue Sky")
    assert "Blue Sky" in text_of(shown.reply)


async def test_a_new_band_gets_the_server_of_who_manages_it_else_the_channel(stage):
    made = await stage.says("Ana", "/band create Red city: Leeds", on=DISCORD, where="two")
    assert "You don't have to name the band in this channel." in text_of(made.reply)
    made = await stage.says("Manager", "/band create Blue city: Leeds", on=DISCORD, where="one")
    assert "You don't have to name the band on this server." in text_of(made.reply)
    # The channel wins over the server.
    shown = await stage.says("Ana", "/band show", on=DISCORD, where="two")
    assert "Red" in text_of(shown.reply)
    outside = await stage.says("Ana", "/band show", on=DISCORD, where="one")
    assert "You don't play in Blue." in text_of(outside.reply)
    third = await stage.says("Ana", "/band create Green city: Leeds", on=DISCORD, where="two")
    assert "have to name the band" not in text_of(third.reply)


async def test_a_group_is_bound_and_stays_so_when_it_gets_a_new_id(stage):
    made = await stage.says("Ana", "/band create Blue city: Leeds", on=TELEGRAM, where="-1")
    assert "You don't have to name the band in this group." in text_of(made.reply)
    await stage.dispatcher.rebind("telegram:-1", "telegram:-1001")
    shown = await stage.says("Ana", "/band show", on=TELEGRAM, where="-1001")
    assert "Blue" in text_of(shown.reply)


async def test_the_group_s_own_name_offers_its_actions(foxes):
    answer = await foxes.says("Ana", "/band")
    labels = [button.label for row in answer.reply.buttons for button in row]
    assert labels == [
        "Create",
        "Show",
        "Members",
        "Member",
        "Invite",
        "Invites",
        "Edit",
        "Bind",
        "Unbind",
        "Leave",
    ]
    assert "The Foxes: 3 members" in text_of((await foxes.presses("Ana", answer, "Members")).reply)


async def test_an_invite_lasts_exactly_fourteen_days(foxes, clock):
    code = (await foxes.says("Ana", "/band invite")).result.invited.code
    clock.at += timedelta(days=14) - timedelta(seconds=1)
    assert "You are in The Foxes now" in text_of((await foxes.says("Di", f"/join {code}")).reply)
