"""/band member and its buttons: who is what in a band, and who may change it."""

import asyncio
from datetime import timedelta

import pytest

from bots.chat.conversations import Question
from bots.chat.reply import Audience
from bots.chat.results.conversation import InPrivate
from bots.chat.suggestions import suggest
from core.bands.refusals import (
    DepNotRequired,
    LastOwner,
    NoSuchMember,
    NotAMember,
    OwnersOnly,
    ValueUnclear,
)
from core.ids import AccountRef, Platform
from core.journal import Gone, Superseded
from tests.fakes.stage import text_of


def labels(answer):
    return [button.label for row in answer.reply.buttons for button in row]


@pytest.fixture
def told(book, clock):
    """What the outbox would tell somebody now, notice by notice."""
    from bots.chat.news import news_of
    from bots.chat.news.delivery import NoticeDelivery
    from bots.chat.turn import reader_of
    from bots.chat.views.registry import show
    from core.notices import notice_from

    async def look(name, kind):
        person = await book.person(name)
        out = []
        async with book.units.read() as unit:
            for row in await _notices(book, person.id, kind):
                notice = notice_from(row.kind, row.version, row.facts)
                news = await news_of(notice, NoticeDelivery(unit, person.id, clock.now(), row.due_at))
                out.append(news and text_of(show(news, reader_of("en-GB", "Europe/London", clock.now()))))
        return out

    return look


async def _notices(book, person, kind):
    from sqlalchemy import select

    from storage.outbox.tables import outbox

    async with book.engine.connect() as connection:
        wanted = select(outbox).where(outbox.c.person == person, outbox.c.kind == kind).order_by(outbox.c.id)
        return list(await connection.execute(wanted))


async def places(book, name="Ana"):
    ((band, _),) = await book.bands(name)
    async with book.units.read() as unit:
        return {
            each.name: (each.role.value, each.part, each.required)
            for each in await unit.bands.members(band.id)
        }


async def test_an_owner_sees_what_can_be_changed_and_others_only_how_it_stands(foxes):
    card = await foxes.says("Ana", "/band member Bo")
    text = text_of(card.reply)
    assert text.splitlines() == ["🎸 Bo in The Foxes", "Part: drums", "Role: member", "Needed: required"]
    assert labels(card) == [
        "Part",
        "Optional",
        "Hand over",
        "Remove",
        "Make owner",
        "Make booker",
        "Make dep",
    ]
    other = await foxes.says("Cy", "/band member Bo")
    assert labels(other) == []
    assert "Only the band's owners can change this" in text_of(other.reply)
    own = await foxes.says("Bo", "/band member")
    assert "Bo (you) in The Foxes" in text_of(own.reply)
    assert labels(own) == ["Part"]


async def test_a_member_is_made_booker_is_told_and_may_invite(foxes, book, told):
    card = await foxes.says("Ana", "/band member Bo")
    changed = await foxes.presses("Ana", card, "Make booker")
    text = text_of(changed.reply)
    assert "Role: booker (was: member)" in text
    assert "Bo is told." in text
    (news,) = await told("Bo", "place_changed")
    assert "Ana has changed your details in The Foxes" in news
    assert "Role: booker" in news
    assert news.splitlines()[-1] == "Sent because you play in The Foxes."
    assert "An invite into The Foxes" in text_of((await foxes.says("Bo", "/band invite")).reply)
    assert isinstance((await foxes.says("Bo", "/band invite role: booker")).result, OwnersOnly)


async def test_pressing_twice_says_that_it_is_so_and_tells_nobody_again(foxes, book):
    card = await foxes.says("Ana", "/band member Bo")
    await foxes.presses("Ana", card, "Make booker")
    before = await book.rows()
    again = await foxes.presses("Ana", card, "Make booker")
    assert "Nothing to change for Bo" in text_of(again.reply)
    assert await book.rows() == before


@pytest.mark.parametrize(
    "label", ["Optional", "Make owner", "Make booker", "Make dep", "Remove", "Hand over"]
)
async def test_an_owner_s_buttons_do_nothing_for_others(foxes, book, label):
    card = await foxes.says("Ana", "/band member Bo")
    before = await book.rows()
    refused = await foxes.presses("Cy", card, label)
    assert isinstance(refused.result, OwnersOnly)
    assert text_of(refused.reply) == "Only an owner of The Foxes can do that.\nAsk Ana."
    assert isinstance((await foxes.presses("Eve", card, label)).result, NotAMember)
    after = await book.rows()
    assert {name: rows for name, rows in after.items() if name not in ("person", "account")} == {
        name: rows for name, rows in before.items() if name not in ("person", "account")
    }


async def test_a_member_changes_his_own_part_and_nobody_else_s(foxes, book):
    changed = await foxes.says("Bo", "/band member part: drums and vocals")
    assert "Part: drums, vocals (was: drums)" in text_of(changed.reply)
    assert "is told" not in text_of(changed.reply)
    assert (await places(book))["Bo"] == ("member", "drums, vocals", True)
    for words in ("Cy part: bass", "role: owner", "required: no"):
        assert isinstance((await foxes.says("Bo", f"/band member {words}")).result, OwnersOnly)
    undone = await foxes.presses("Bo", changed, "Undo")
    assert "Part: drums" in text_of(undone.reply)
    assert (await places(book))["Bo"] == ("member", "drums", True)


async def test_a_part_is_asked_for_and_can_be_taken_out(foxes, book):
    card = await foxes.says("Ana", "/band member Cy")
    asked = await foxes.presses("Ana", card, "Part")
    assert "What does Cy play?" in text_of(asked.reply)
    assert "Now: vocals" in text_of(asked.reply)
    await foxes.says("Ana", "keys / vocals")
    assert (await places(book))["Cy"][1] == "keys, vocals"
    asked = await foxes.presses("Ana", card, "Part")
    filled = await foxes.fills("Ana", asked, "Type it", "none")
    assert "Part: no part yet (was: keys, vocals)" in text_of(filled.reply)
    assert (await places(book))["Cy"][1] is None


@pytest.mark.parametrize("part", ["x" * 81, "\u200b", "a\x07b", ", ,", "x" * 5000])
async def test_a_part_that_cannot_be_shown_is_refused(foxes, book, part):
    answer = await foxes.says("Bo", f"/band member part: {part}")
    assert isinstance(answer.result, ValueUnclear | Question)
    assert (await places(book))["Bo"][1] == "drums"


async def test_a_dep_is_not_required_and_who_was_one_is(foxes, book):
    changed = await foxes.says("Ana", "/band member Bo role: dep")
    assert "Needed: optional (was: required)" in text_of(changed.reply)
    assert (await places(book))["Bo"] == ("dep", "drums", False)
    refused = await foxes.says("Ana", "/band member Bo required: yes")
    assert isinstance(refused.result, DepNotRequired)
    assert "Required" not in labels(await foxes.says("Ana", "/band member Bo"))
    await foxes.says("Ana", "/band member Bo role: member")
    assert (await places(book))["Bo"] == ("member", "drums", True)


async def test_an_optional_member_stays_so_when_made_booker(foxes, book):
    card = await foxes.says("Ana", "/band member Bo")
    await foxes.presses("Ana", card, "Optional")
    await foxes.says("Ana", "/band member Bo role: booker")
    assert (await places(book))["Bo"] == ("booker", "drums", False)


async def test_the_last_owner_stays_one(foxes, book):
    card = await foxes.says("Ana", "/band member")
    assert labels(card) == ["Part", "Optional"]
    assert "You are its only owner." in text_of(card.reply)
    for words in ("role: member", "Ana role: dep", "me role: booker"):
        refused = await foxes.says("Ana", f"/band member {words}")
        assert isinstance(refused.result, LastOwner)
        assert "Hand it over first" in text_of(refused.reply)
    assert (await places(book))["Ana"][0] == "owner"


async def test_a_second_owner_may_do_all_and_the_first_may_step_down(foxes, book):
    await foxes.says("Ana", "/band member Bo role: owner")
    stepped = await foxes.says("Ana", "/band member role: member")
    assert "Role: member (was: owner)" in text_of(stepped.reply)
    assert {name: role for name, (role, _, _) in (await places(book)).items()} == {
        "Ana": "member",
        "Bo": "owner",
        "Cy": "member",
    }
    # What made her a member was her own act, but she owns the band no more: only an owner takes it back.
    assert isinstance((await foxes.presses("Ana", stepped, "Undo")).result, OwnersOnly)
    await foxes.presses("Bo", stepped, "Undo")
    assert (await places(book))["Ana"][0] == "owner"


async def test_two_owners_who_demote_each_other_leave_one(foxes, book):
    await foxes.says("Ana", "/band member Bo role: owner")
    of_bo, of_ana = await foxes.says("Ana", "/band member Bo"), await foxes.says("Bo", "/band member Ana")
    answers = await asyncio.gather(
        foxes.presses("Ana", of_bo, "Make member"), foxes.presses("Bo", of_ana, "Make member")
    )
    assert sorted(type(each.result).__name__ for each in answers) == ["MemberChanged", "OwnersOnly"]
    roles = [role for role, _, _ in (await places(book)).values()]
    assert roles.count("owner") == 1


async def test_two_owners_who_remove_each_other_leave_one(foxes, book):
    await foxes.says("Ana", "/band member Bo role: owner")
    of_bo = await foxes.presses("Ana", await foxes.says("Ana", "/band member Bo"), "Remove")
    of_ana = await foxes.presses("Bo", await foxes.says("Bo", "/band member Ana"), "Remove")
    answers = await asyncio.gather(
        foxes.presses("Ana", of_bo, "Remove"), foxes.presses("Bo", of_ana, "Remove")
    )
    assert sorted(type(each.result).__name__ for each in answers) == ["NotAMember", "Removed"]
    assert [role for role, _, _ in (await places(book, "Cy")).values()].count("owner") == 1


async def test_handing_over_asks_makes_the_other_the_owner_and_the_former_one_a_member(foxes, book, told):
    card = await foxes.says("Ana", "/band member Bo")
    asked = await foxes.presses("Ana", card, "Hand over")
    assert "Hand The Foxes over to Bo?" in text_of(asked.reply)
    assert (await places(book))["Ana"][0] == "owner"
    done = await foxes.presses("Ana", asked, "Hand over")
    assert "Bo owns The Foxes now" in text_of(done.reply)
    found = await places(book)
    assert (found["Ana"][0], found["Bo"][0]) == ("member", "owner")
    (news,) = await told("Bo", "band_handed_over")
    assert "Ana has handed The Foxes over to you: you own it now" in news
    assert "Ana stays in it as a member." in news
    before = await book.rows()
    again = await foxes.presses("Ana", asked, "Hand over")
    assert "Bo owns The Foxes already" in text_of(again.reply)
    assert await book.rows() == before


async def test_an_heir_is_told_when_the_last_owner_leaves(foxes, told):
    asked = await foxes.says("Ana", "/band leave")
    await foxes.presses("Ana", asked, "Bo")
    (news,) = await told("Bo", "band_handed_over")
    assert "Ana has left the band." in news
    assert "Sent because you own The Foxes now." in news


async def test_a_dep_who_inherits_a_band_is_needed_in_it(stage, book):
    await stage.says("Ana", "/band create Blue city: Leeds")
    code = (await stage.says("Ana", "/band invite dep: yes")).result.invited.code
    await stage.says("Bo", f"/join {code}")
    asked = await stage.says("Ana", "/band leave")
    await stage.presses("Ana", asked, "Bo")
    assert await places(book, "Bo") == {"Bo": ("owner", None, True)}


async def test_removing_asks_first_tells_and_keeps_the_diary(foxes, book, told):
    await foxes.says("Bo", "/busy Tue 1 Dec")
    card = await foxes.says("Ana", "/band member Bo")
    asked = await foxes.presses("Ana", card, "Remove")
    assert "Remove Bo from The Foxes?" in text_of(asked.reply)
    assert "Bo" in await book.members("Ana")
    assert "Bo in The Foxes" in text_of((await foxes.presses("Ana", asked, "Keep")).reply)
    gone = await foxes.presses("Ana", asked, "Remove")
    assert "Bo is out of The Foxes" in text_of(gone.reply)
    assert "Their diary stays theirs" in text_of(gone.reply)
    assert "2 invites are open, and anybody with a code" in text_of(gone.reply)
    assert await book.members("Ana") == {"Ana": "owner", "Cy": "member"}
    assert await book.kinds("Bo") == ["busy"]
    assert (await book.person("Bo")).last_band is None
    (news,) = await told("Bo", "member_removed")
    assert "Ana has taken you out of The Foxes" in news
    before = await book.rows()
    again = await foxes.presses("Ana", asked, "Remove")
    assert "Bo is out of The Foxes already" in text_of(again.reply)
    assert await book.rows() == before


async def test_who_was_removed_and_is_back_is_not_told_of_it(foxes, told):
    asked = await foxes.presses("Ana", await foxes.says("Ana", "/band member Bo"), "Remove")
    await foxes.presses("Ana", asked, "Remove")
    code = (await foxes.says("Ana", "/band invite")).result.invited.code
    await foxes.says("Bo", f"/join {code}")
    assert await told("Bo", "member_removed") == [None]


async def test_a_change_is_undone_by_any_owner_and_its_person_is_told(foxes, book, told):
    await foxes.says("Ana", "/band member Cy role: owner")
    before = await places(book)
    changed = await foxes.says("Ana", "/band member Bo role: booker")
    assert isinstance((await foxes.presses("Bo", changed, "Undo")).result, OwnersOnly)
    undone = await foxes.presses("Cy", changed, "Undo")
    assert "Undone: Bo as it stands now" in text_of(undone.reply)
    assert await places(book) == before
    first, second = await told("Bo", "place_changed")
    assert first is None
    assert "Cy has changed your details" in second
    assert "Already undone" in text_of((await foxes.presses("Ana", changed, "Undo")).reply)
    await foxes.presses("Ana", undone, "Redo")
    assert (await places(book))["Bo"][0] == "booker"


async def test_what_has_changed_again_since_stays(foxes, book):
    changed = await foxes.says("Ana", "/band member Bo role: booker")
    await foxes.says("Ana", "/band member Bo role: dep")
    refused = await foxes.presses("Ana", changed, "Undo")
    assert isinstance(refused.result, Superseded)
    assert "That has been changed again since" in text_of(refused.reply)
    await foxes.says("Bo", "/band leave")
    assert isinstance((await foxes.presses("Ana", changed, "Undo")).result, Superseded)


async def test_undo_never_leaves_a_band_without_an_owner(foxes, book):
    made = await foxes.says("Ana", "/band member Bo role: owner")
    await foxes.says("Ana", "/band leave")
    assert isinstance((await foxes.presses("Bo", made, "Undo")).result, LastOwner)
    assert await book.members("Bo") == {"Bo": "owner", "Cy": "member"}


async def test_two_of_one_name_are_told_apart(foxes, book):
    code = (await foxes.says("Ana", "/band invite part: bass")).result.invited.code
    await foxes.does("Bo", _line(f"/join {code}"), on=Platform.TELEGRAM)
    asked = await foxes.says("Ana", "/band member Bo role: booker")
    assert "Which of them do you mean?" in text_of(asked.reply)
    assert labels(asked) == ["Bo (drums)", "Bo (bass)"]
    changed = await foxes.presses("Ana", asked, "Bo (bass)")
    assert "Role: booker (was: member)" in text_of(changed.reply)
    ((band, _),) = await book.bands("Ana")
    async with book.units.read() as unit:
        roles = {each.part: each.role for each in await unit.bands.members(band.id)}
    assert (roles["bass"], roles["drums"]) == ("booker", "member")
    named = await foxes.says("Ana", "/band member bo (drums)")
    assert "Part: drums" in text_of(named.reply)
    found = await suggest(
        foxes.dispatcher,
        account=AccountRef(Platform.CONSOLE, "Ana"),
        locale="en-GB",
        chat=foxes.chat(Platform.CONSOLE, "Ana", None),
        command="band member",
        argument="member",
        typed="bo",
    )
    assert [each.value for each in found] == ["Bo (drums)", "Bo (bass)"]
    green = await foxes.says("Ana", "/green without: Bo (drums)")
    assert "without Bo" in text_of(green.reply).splitlines()[0]


def _line(text):
    from bots.chat.turn import TypedLine

    return TypedLine(text)


async def test_a_name_that_nobody_has(foxes):
    refused = await foxes.says("Ana", "/band member Zed")
    assert isinstance(refused.result, NoSuchMember)
    assert "In the band: Ana, Bo and Cy." in text_of(refused.reply)


async def test_a_card_of_somebody_who_has_left_says_so(foxes):
    card = await foxes.says("Ana", "/band member Bo")
    await foxes.says("Bo", "/band leave")
    for label in ("Make booker", "Part", "Hand over"):
        assert isinstance((await foxes.presses("Ana", card, label)).result, NoSuchMember), label
    assert isinstance((await foxes.presses("Bo", card, "Part")).result, NotAMember)


async def test_a_token_of_a_place_that_never_was_is_gone(foxes):
    from bots.chat.turn import PressedButton

    for verb, ids in (
        ("membercard", (99,)),
        ("memberrole", (1, 9)),
        ("memberremove", (99, 1)),
        ("memberpart", (99,)),
    ):
        answer = await foxes.does("Ana", PressedButton(foxes.dispatcher.tokens.encode(verb, ids)))
        assert isinstance(answer.result, Gone), verb


async def test_a_token_made_by_hand_never_removes_the_last_owner(foxes, book):
    from bots.chat.turn import PressedButton

    ((_, mine),) = await book.bands("Ana")
    asked = await foxes.does(
        "Ana", PressedButton(foxes.dispatcher.tokens.encode("memberremove", (mine.id, 1)))
    )
    assert "Who takes over?" in text_of(asked.reply)
    asked = await foxes.does("Ana", PressedButton(foxes.dispatcher.tokens.encode("membergive", (mine.id, 1))))
    assert isinstance(asked.result, LastOwner)
    assert (await book.members("Ana"))["Ana"] == "owner"


async def test_in_a_group_a_card_waits_for_the_private_chat(stage):
    group = {"on": Platform.TELEGRAM, "where": "-1"}
    await stage.says("Ana", "/band create Blue city: Leeds", **group)
    assert isinstance((await stage.says("Ana", "/band member", **group)).result, InPrivate)
    on_discord = {"on": Platform.DISCORD, "where": "room"}
    await stage.says("Manager", "/band create Red city: Leeds", **on_discord)
    card = await stage.says("Manager", "/band member", **on_discord)
    assert card.reply.audience is Audience.ASKER


async def test_deps_stand_below_the_line_up_part_by_part(foxes):
    for name, part in (("Di", "drums, keys"), ("Ed", "keys"), ("Flo", "")):
        code = (await foxes.says("Ana", f"/band invite part: {part} dep: yes")).result.invited.code
        await foxes.says(name, f"/join {code}")
    lines = text_of((await foxes.says("Di", "/band members")).reply).splitlines()
    assert lines[1:8] == [
        "Ana · no part yet, owner, required",
        "Bo · drums, member, required",
        "Cy · vocals, member, required",
        "Deps, by part:",
        "Any part · Flo",
        "Drums · Di (you)",
        "Keys · Di (you) and Ed",
    ]
    assert "It takes 3 of them to play." in lines


async def test_a_change_delivered_twice_is_made_once_and_told_again(foxes, book):
    first = await foxes.says("Ana", "/band member Bo role: booker", cause="same")
    before = await book.rows()
    second = await foxes.says("Ana", "/band member Bo role: booker", cause="same")
    assert await book.rows() == before
    assert "Role: booker" in text_of(first.reply)
    assert "Role: booker" in text_of(second.reply)


async def test_a_notice_about_a_place_says_when_nothing_is_left_to_tell(foxes, told, clock):
    await foxes.says("Ana", "/band member Bo role: booker")
    await foxes.says("Bo", "/band leave")
    clock.at += timedelta(hours=1)
    assert await told("Bo", "place_changed") == [None]
