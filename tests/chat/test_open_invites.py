"""Invites with a role, an end and a number of uses; the list of those that are open."""

import asyncio

import pytest

from bots.chat.conversations import Question
from core.access import NotAllowed
from core.bands.invites import Joined
from core.bands.refusals import InviteOver, OwnersOnly, ValueUnclear
from tests.fakes.stage import text_of


def labels(answer):
    return [button.label for row in answer.reply.buttons for button in row]


async def test_an_invite_says_role_part_end_and_uses(foxes, book):
    made = await foxes.says("Ana", "/band invite part: keys and vocals role: booker days: 7 uses: 1")
    text = text_of(made.reply)
    assert "For: a booker on keys, vocals" in text
    assert "Good until Mon 30 Nov, for 1 person." in text
    joined = await foxes.says("Di", f"/join {made.result.invited.code}")
    assert "as a booker on keys, vocals" in text_of(joined.reply)
    assert (await book.members("Ana"))["Di"] == "booker"
    late = await foxes.says("Ed", f"/join {made.result.invited.code}")
    assert isinstance(late.result, InviteOver)


@pytest.mark.parametrize(
    "words", ["days: 0", "days: 91", "uses: 0", "uses: 101", "role: owner", "days: soon"]
)
async def test_what_no_invite_can_be_is_asked_for_again(foxes, book, words):
    asked = await foxes.says("Ana", f"/band invite {words}")
    assert isinstance(asked.result, Question)
    assert len((await book.rows("invite"))["invite"]) == 2


async def test_a_part_that_cannot_be_shown_makes_no_invite(foxes, book):
    refused = await foxes.says("Ana", f"/band invite part: {'x' * 81}")
    assert isinstance(refused.result, ValueUnclear)
    assert len((await book.rows("invite"))["invite"]) == 2


async def test_a_dep_and_a_booker_in_one_breath_is_asked_about(foxes):
    asked = await foxes.says("Ana", "/band invite dep: yes role: booker")
    assert labels(asked) == ["dep", "booker"]
    made = await foxes.presses("Ana", asked, "booker")
    assert made.result.invited.role == "booker"


async def test_a_booker_invites_members_and_deps_and_only_an_owner_bookers(foxes):
    await foxes.says("Ana", "/band member Bo role: booker")
    for words in ("", "role: member", "role: dep", "dep: yes"):
        assert "An invite into" in text_of((await foxes.says("Bo", f"/band invite {words}")).reply)
    assert isinstance((await foxes.says("Bo", "/band invite role: booker")).result, OwnersOnly)
    assert isinstance((await foxes.says("Cy", "/band invite")).result, NotAllowed)


async def test_the_list_shows_whose_for_whom_until_when_and_uses_but_no_code(foxes):
    await foxes.says("Ana", "/band member Bo role: booker")
    made = await foxes.says("Bo", "/band invite part: keys dep: yes days: 2 uses: 3")
    code = made.result.invited.code
    await foxes.says("Di", f"/join {code}")
    shown = await foxes.says("Ana", "/band invites")
    lines = text_of(shown.reply).splitlines()
    assert lines[0] == "✉ The Foxes: 3 open invites"
    assert lines[3] == "3. a dep (a stand-in) on keys · by Bo · until Wed 25 Nov · 2 of 3 left"
    assert "19 of 20 left" in lines[1]
    assert code not in text_of(shown.reply)
    assert labels(shown) == ["Revoke 1", "Revoke 2", "Revoke 3"]


async def test_revoked_by_its_number_twice_it_says_so_and_leaves_the_list(foxes):
    shown = await foxes.says("Ana", "/band invites")
    revoked = await foxes.presses("Ana", shown, "Revoke 1")
    assert "Revoked: that invite no longer lets anybody into The Foxes" in text_of(revoked.reply)
    assert "was revoked already" in text_of((await foxes.presses("Ana", shown, "Revoke 1")).reply)
    left = await foxes.presses("Ana", revoked, "Open invites")
    assert "1 open invite" in text_of(left.reply)
    await foxes.presses("Ana", left, "Revoke 1")
    assert "The Foxes has no open invites" in text_of((await foxes.says("Ana", "/band invites")).reply)


async def test_what_has_run_out_is_used_up_or_ended_is_not_open(foxes, clock):
    code = (await foxes.says("Ana", "/band invite uses: 1")).result.invited.code
    await foxes.says("Di", f"/join {code}")
    assert "2 open invites" in text_of((await foxes.says("Ana", "/band invites")).reply)
    clock.advance(days=14)
    assert "The Foxes has no open invites" in text_of((await foxes.says("Ana", "/band invites")).reply)


async def test_a_long_list_shows_the_latest_with_their_numbers(foxes):
    for _ in range(10):
        await foxes.says("Ana", "/band invite")
    shown = await foxes.says("Ana", "/band invites")
    text = text_of(shown.reply)
    assert "12 open invites" in text
    assert "4 older ones are not shown" in text
    assert labels(shown)[0] == "Revoke 5"
    assert len(labels(shown)) == 8


async def test_the_list_is_for_who_may_invite(foxes):
    assert isinstance((await foxes.says("Bo", "/band invites")).result, NotAllowed)
    shown = await foxes.says("Ana", "/band invites")
    assert isinstance((await foxes.presses("Bo", shown, "Revoke 1")).result, NotAllowed)


async def test_an_invite_of_two_uses_lets_exactly_two_of_six_in_at_once(foxes, book):
    code = (await foxes.says("Ana", "/band invite uses: 2")).result.invited.code
    shown = [await foxes.says(f"Late {n}", f"/start join_{code}") for n in range(6)]
    answers = await asyncio.gather(
        *(foxes.says(f"Late {n}", f"/join {code}") for n in range(3)),
        *(foxes.presses(f"Late {n}", shown[n], "Join") for n in range(3, 6)),
    )
    assert sum(isinstance(each.result, Joined) for each in answers) == 2
    assert all(isinstance(each.result, Joined | InviteOver) for each in answers)
    assert len([name for name in await book.members("Ana") if name.startswith("Late")]) == 2
