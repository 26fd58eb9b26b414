"""What people are told about rehearsals and gigs later, and what is dropped because it is stale."""

from datetime import datetime

import pytest

from core.scheduling.commitments.card import Note
from tests.fakes.rehearsing import labels, proposed
from tests.fakes.stage import text_of


def utc(text):
    return datetime.fromisoformat(f"{text}+00:00")


@pytest.fixture
async def asked(quiet, letters):
    """Ana proposes Tue 1 Dec, 18:00-21:00 at 19:00 on Mon 23 Nov; answers are due on Wed 25 Nov, 19:00."""
    quiet.card = await proposed(quiet)
    await letters.come()
    return quiet


async def test_who_has_not_answered_is_nudged_once_at_half_time(asked, letters, clock):
    await asked.presses("Bo", asked.card, "Maybe")
    clock.at = utc("2026-11-24T18:59:00")
    assert await letters.come() == {}
    clock.advance(minutes=1)
    got = await letters.come()
    assert list(got) == ["Cy"]
    lines = got["Cy"][0].splitlines()
    assert lines[0] == "⏰ Still open: can you make the rehearsal of The Foxes, Tue 1 Dec, 18:00-21:00?"
    assert lines[-1] == "Sent because you have not answered yet. I won't ask again."
    answered = await asked.presses("Cy", letters.last("Cy"), "I can")
    assert "Can: Ana and Cy" in text_of(answered.reply)
    clock.advance(hours=2)
    assert await letters.come() == {}


async def test_at_the_deadline_the_proposer_hears_how_it_stands(asked, letters, clock):
    await asked.presses("Bo", asked.card, "I can't")
    clock.at = utc("2026-11-25T19:00:00")
    got = await letters.come()
    lines = got["Ana"][0].splitlines()
    assert lines[0] == "⏰ The time to answer is over: rehearsal of The Foxes, Tue 1 Dec, 18:00-21:00"
    assert lines[1] == "1 of 3 can."
    assert "Bo has said no." in lines
    assert lines[-1] == "Sent because you proposed it."
    assert {"Confirm", "Cancel"} <= set(labels(letters.last("Ana")))


async def test_of_what_was_called_off_nothing_more_is_asked(asked, letters, clock):
    off = await asked.presses("Ana", asked.card, "Cancel")
    await asked.presses("Ana", off, "Call it off")
    await letters.come()
    clock.at = utc("2026-11-25T19:00:00")
    assert await letters.come() == {}


async def test_of_what_was_confirmed_nothing_more_is_asked(asked, letters, clock):
    await asked.presses("Ana", asked.card, "Confirm")
    await letters.come()
    clock.at = utc("2026-11-25T19:00:00")
    assert await letters.come() == {}


async def test_on_another_day_everybody_is_nudged_and_the_deadline_is_another(asked, letters, clock):
    await asked.presses("Bo", asked.card, "I can")
    clock.at = utc("2026-11-24T12:00:00")
    await asked.presses("Ana", asked.card, "Move")
    await asked.says("Ana", "Thu 3 Dec")
    assert sorted(await letters.come()) == ["Bo", "Cy"]
    clock.at = utc("2026-11-24T19:00:00")
    assert await letters.come() == {}, "the nudge for Tuesday is stale"
    clock.at = utc("2026-11-25T12:00:00")
    got = await letters.come()
    assert sorted(got) == ["Bo", "Cy"]
    assert "Thu 3 Dec" in got["Bo"][0]
    clock.at = utc("2026-11-25T19:00:00")
    assert await letters.come() == {}, "and so is the deadline"
    clock.at = utc("2026-11-26T12:00:00")
    assert list(await letters.come()) == ["Ana"]


async def test_on_the_same_day_nobody_is_nudged_twice(asked, letters, clock):
    clock.at = utc("2026-11-24T19:00:00")
    await letters.come()
    clock.at = utc("2026-11-24T20:00:00")
    await asked.presses("Ana", asked.card, "Move")
    await asked.says("Ana", "an hour later")
    await letters.come()
    clock.at = utc("2026-11-25T18:00:00")
    assert await letters.come() == {}
    clock.at = utc("2026-11-25T19:00:00")
    assert list(await letters.come()) == ["Ana"], "the deadline stands"


async def test_a_reminder_goes_the_day_before_to_those_who_are_in(asked, letters, clock):
    await asked.presses("Bo", asked.card, "I can")
    await asked.presses("Ana", asked.card, "Confirm")
    await asked.presses("Cy", asked.card, "I can't")
    await letters.come()
    clock.at = utc("2026-11-30T18:00:00")
    got = await letters.come()
    assert sorted(got) == ["Ana", "Bo"]
    assert got["Bo"][0].splitlines() == [
        "⏰ Tomorrow: rehearsal of The Foxes, Tue 1 Dec, 18:00-21:00",
        "Coming: Ana and Bo.",
        "Sent because you play in The Foxes.",
    ]
    assert labels(letters.last("Bo")) == ["Details", "I can't"]
    out = await asked.presses("Bo", letters.last("Bo"), "I can't")
    assert "Can't: Bo and Cy" in text_of(out.reply)
    assert list(await letters.come()) == ["Ana"]


async def test_a_late_reminder_says_so_and_after_the_start_there_is_none(asked, letters, clock):
    await asked.presses("Ana", asked.card, "Confirm")
    await letters.come()
    clock.at = utc("2026-12-01T17:20:00")
    got = await letters.come()
    title = "⏰ Late, I was down: rehearsal of The Foxes in 40 minutes, Tue 1 Dec, 18:00-21:00"
    assert {each[0].splitlines()[0] for each in got.values()} == {title}


async def test_after_the_start_nothing_is_told(asked, letters, clock):
    await asked.presses("Ana", asked.card, "Confirm")
    clock.at = utc("2026-12-01T18:00:00")
    assert await letters.come() == {}


async def test_reminders_follow_what_is_moved_called_off_and_put_back(asked, letters, clock):
    await asked.presses("Ana", asked.card, "Confirm")
    await asked.presses("Ana", asked.card, "Move")
    await asked.says("Ana", "Thu 3 Dec")
    await letters.come()
    clock.at = utc("2026-11-30T18:00:00")
    assert await letters.come() == {}
    off = await asked.presses("Ana", await asked.presses("Ana", asked.card, "Cancel"), "Call it off")
    await asked.presses("Ana", off, "Put back")
    await letters.come()
    clock.at = utc("2026-12-02T18:00:00")
    got = await letters.come()
    assert sorted(got) == ["Ana", "Bo", "Cy"]
    assert all(len(each) == 1 for each in got.values())
    assert got["Cy"][0].startswith("⏰ Tomorrow: rehearsal of The Foxes, Thu 3 Dec")


async def test_a_gig_is_remembered_too(quiet, letters, clock):
    await quiet.says("Ana", "/gig Fri 11 Dec 20:00-23:00 place: The Heron")
    await letters.come()
    clock.at = utc("2026-12-10T20:00:00")
    got = await letters.come()
    assert sorted(got) == ["Ana", "Bo", "Cy"]
    assert got["Bo"][0].splitlines()[:2] == [
        "⏰ Tomorrow: gig of The Foxes, Fri 11 Dec, 20:00-23:00",
        "At The Heron.",
    ]


async def test_who_has_left_is_told_nothing(asked, letters, clock):
    await asked.presses("Ana", asked.card, "Confirm")
    await asked.says("Cy", "/band leave")
    assert sorted(await letters.come()) == ["Bo"]
    clock.at = utc("2026-11-30T18:00:00")
    assert sorted(await letters.come()) == ["Ana", "Bo"]


async def test_a_change_that_was_overtaken_is_not_told(asked, letters):
    await asked.presses("Ana", asked.card, "Confirm")
    off = await asked.presses("Ana", await asked.presses("Ana", asked.card, "Cancel"), "Call it off")
    got = await letters.come()
    assert [len(each) for each in got.values()] == [1, 1]
    assert got["Bo"][0].startswith("📅 Called off")
    back = await asked.presses("Ana", off, "Put back")
    assert back.result.note is Note.PUT_BACK


async def test_a_change_whose_message_comes_twice_is_told_once(asked, letters):
    for _ in range(2):
        await asked.presses("Ana", asked.card, "Confirm", cause="dc:7")
    assert [len(each) for each in (await letters.come()).values()] == [1, 1]


async def erased(stage, name):
    asked = await stage.presses(name, await stage.says(name, "/mydata"), "Delete everything")
    await stage.presses(name, asked, "Delete it all")


async def test_when_the_proposer_is_gone_those_who_decide_hear_how_it_stands(quiet, letters, clock):
    card = await proposed(quiet, who="Bo")
    await letters.come()
    await erased(quiet, "Bo")
    clock.at = utc("2026-11-25T19:00:00")
    got = await letters.come()
    due = next(text for text in got["Ana"] if "The time to answer is over" in text.splitlines()[0])
    assert "Somebody who left proposes it. The time to answer is over." in due
    assert due.splitlines()[-1] == "Sent because you decide for The Foxes."
    assert not any("time to answer is over:" in text for text in got.get("Cy", []))
    await quiet.presses("Ana", card, "I can")
    await quiet.presses("Cy", card, "I can")
    (ready,) = (await letters.come())["Ana"]
    assert ready.startswith("🟢")
    assert ready.splitlines()[-1] == "Sent because you decide for The Foxes."


async def test_as_long_as_the_proposer_plays_there_nobody_else_hears_how_it_stands(asked, letters, clock):
    await asked.presses("Bo", asked.card, "I can't")
    await asked.presses("Cy", asked.card, "I can't")
    clock.at = utc("2026-11-25T19:00:00")
    assert list(await letters.come()) == ["Ana"]


async def booked(stage):
    """A gig of The Foxes on Fri 4 Dec, 20:00-23:00."""
    return await stage.says("Ana", "/gig Fri 4 Dec 20:00-23:00")


@pytest.mark.parametrize("by_button", [False, True])
async def test_who_joins_hears_of_what_is_to_come_and_is_reminded_of_it(quiet, letters, clock, by_button):
    await booked(quiet)
    code = (await quiet.says("Ana", "/band invite")).result.invited.code
    if by_button:
        joined = await quiet.presses("Di", await quiet.says("Di", f"/start join_{code}"), "Join")
    else:
        joined = await quiet.says("Di", f"/join {code}")
    assert "1 date is in its diary already: /gigs" in text_of(joined.reply)
    await letters.come()
    clock.at = utc("2026-12-03T20:00:00")
    assert "Di" in await letters.come()


async def test_a_dep_who_joins_is_asked_to_nothing_and_reminded_of_nothing(quiet, letters, clock):
    await booked(quiet)
    code = (await quiet.says("Ana", "/band invite dep: yes part: drums")).result.invited.code
    assert "to come" not in text_of((await quiet.says("Di", f"/join {code}")).reply)
    await letters.come()
    clock.at = utc("2026-12-03T20:00:00")
    assert "Di" not in await letters.come()


async def test_a_dep_who_becomes_a_member_is_reminded_like_everybody(quiet, letters, clock):
    await booked(quiet)
    code = (await quiet.says("Ana", "/band invite dep: yes part: drums")).result.invited.code
    await quiet.says("Di", f"/join {code}")
    await quiet.says("Ana", "/band member Di role: member")
    await letters.come()
    clock.at = utc("2026-12-03T20:00:00")
    assert len((await letters.come())["Di"]) == 1


async def test_who_has_left_cannot_take_an_answer_back(quiet, letters, book):
    await booked(quiet)
    marked = await quiet.says("Bo", "/busy Fri 4 Dec")
    told = await quiet.presses("Bo", marked, "Tell them")
    await quiet.says("Bo", "/band leave")
    before = await book.rows("rsvp")
    refused = await quiet.presses("Bo", told, "Undo")
    assert "Undone" not in text_of(refused.reply)
    assert await book.rows("rsvp") == before


async def test_a_nudge_that_is_later_than_the_deadline_is_not_sent(asked, letters, clock):
    clock.at = utc("2026-11-25T19:00:00")
    got = await letters.come()
    assert not any("Still open" in text for texts in got.values() for text in texts)


async def test_what_was_only_proposed_gave_nobody_s_time_back(asked, letters):
    off = await asked.presses("Ana", asked.card, "Cancel")
    await asked.presses("Ana", off, "Call it off")
    (text,) = (await letters.come())["Bo"]
    assert "Ana has called it off." in text
    assert "yours again" not in text


async def test_of_two_of_the_same_name_the_one_who_turned_is_told_of(quiet, letters):
    await quiet.says("Bo", "/profile name: Sam")
    await quiet.says("Cy", "/profile name: Sam")
    card = await booked(quiet)
    await letters.come()
    await quiet.presses("Bo", card, "I can")
    await quiet.presses("Cy", card, "I can't")
    (text,) = (await letters.come())["Ana"]
    assert text.startswith("🎤 Sam can't make it: gig of The Foxes")


async def test_who_enters_a_gig_counts_as_coming(quiet):
    assert "Can: Ana" in text_of((await booked(quiet)).reply)
    await quiet.says("Ana", "/busy Sat 5 Dec")
    other = await quiet.says("Ana", "/gig Sat 5 Dec 20:00-23:00")
    entered = await quiet.presses("Ana", other, "All the same")
    assert "Can: Ana" not in text_of(entered.reply)


async def test_the_deadline_names_its_zone_to_whoever_lives_in_another(quiet, letters):
    await quiet.says("Bo", "/timezone New York")
    await letters.come()
    card = await proposed(quiet)
    assert "Answer by Wed 25 Nov, 19:00 (London)." in (await letters.come())["Bo"][0]
    assert "Answer by Wed 25 Nov, 19:00." in text_of(card.reply)


async def test_everybody_is_not_said_where_an_optional_player_cannot(quiet, letters):
    await quiet.says("Ana", "/band member Bo required: no")
    card = await proposed(quiet)
    await letters.come()
    await quiet.presses("Bo", card, "I can't")
    await quiet.presses("Cy", card, "I can")
    (text,) = (await letters.come())["Ana"]
    assert text.startswith("🟢 Everybody who has to be there can: rehearsal of The Foxes")
