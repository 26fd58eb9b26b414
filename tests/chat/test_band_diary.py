"""/gigs, /gig and /move: a band's diary, and what happens to what is in it."""

import asyncio

import pytest

from bots.chat.conversations import Question
from core.access import NotAllowed
from core.scheduling.commitments.card import Note
from core.scheduling.commitments.commitment import BandTaken, NothingAhead, Phase, TimePast, TooLate, TooLong
from core.scheduling.kinds import Rsvp
from tests.fakes.rehearsing import labels, proposed, said
from tests.fakes.stage import text_of


@pytest.fixture
async def booked(quiet, letters):
    """A confirmed rehearsal on Tue 1 Dec, 18:00-21:00; Bo has said yes. The card is the stage's."""
    card = await proposed(quiet)
    await quiet.presses("Bo", card, "I can")
    quiet.card = await quiet.presses("Ana", card, "Confirm")
    await letters.come()
    return quiet


async def moved(stage, words, *, who="Ana"):
    await stage.presses(who, stage.card, "Move")
    return await stage.says(who, words)


# The list


async def test_the_diary_lists_what_is_to_come_and_marks_what_is_proposed(booked, clock):
    await proposed(booked, "Wed 2 Dec")
    await booked.says("Ana", "/gig Fri 11 Dec 20:00-23:00 place: The Heron")
    answer = await booked.says("Cy", "/gigs")
    assert text_of(answer.reply).splitlines() == [
        "📅 The Foxes: 3 to come",
        "1. Tue 1 Dec, 18:00-21:00 · rehearsal",
        "2. Wed 2 Dec, 18:00-21:00 · rehearsal · proposed, 1 of 3 can",
        "3. Fri 11 Dec, 20:00-23:00 · gig, The Heron",
    ]
    assert labels(answer) == ["1", "2", "3"]
    assert "Can: Ana and Bo" in text_of((await booked.presses("Cy", answer, "1")).reply)
    december = await booked.says("Cy", "/gigs 5-20 December")
    assert text_of(december.reply).splitlines()[1:] == ["1. Fri 11 Dec, 20:00-23:00 · gig, The Heron"]
    clock.advance(days=9)
    assert text_of((await booked.says("Cy", "/gigs")).reply).splitlines()[1:] == [
        "1. Fri 11 Dec, 20:00-23:00 · gig, The Heron"
    ]


async def test_a_long_diary_is_turned_by_eights(quiet):
    for day in range(1, 11):
        await quiet.says("Ana", f"/gig {day} Dec 20:00-23:00")
    first = await quiet.says("Bo", "/gigs")
    assert text_of(first.reply).splitlines()[-1] == "2 more after that."
    assert labels(first) == [*map(str, range(1, 9)), "More"]
    rest = await quiet.presses("Bo", first, "More")
    assert labels(rest) == ["9", "10"]
    assert len(text_of(rest.reply).splitlines()) == 3


async def test_an_empty_diary_says_what_next(quiet):
    answer = await quiet.says("Ana", "/gigs")
    assert text_of(answer.reply).splitlines() == [
        "📅 The Foxes has nothing in its diary for these days",
        "Find a time to rehearse: /rehearse",
    ]
    assert isinstance((await quiet.says("Ana", "/move an hour later")).result, NothingAhead)


# Entering a gig


async def test_a_gig_is_entered_by_those_who_may_and_told(quiet, letters):
    assert isinstance((await quiet.says("Bo", "/gig Fri 11 Dec 20:00-23:00")).result, NotAllowed)
    done = await quiet.says("Ana", "/gig Fri 11 Dec 20:00-23:00 place: The Heron")
    assert text_of(done.reply).splitlines()[0] == "🎤 It is on: gig of The Foxes, Fri 11 Dec, 20:00-23:00"
    got = await letters.come()
    assert sorted(got) == ["Bo", "Cy"]
    assert got["Bo"][0].splitlines()[:2] == [
        "🎤 Ana has entered a gig of The Foxes: Fri 11 Dec, 20:00-23:00",
        "Where: The Heron",
    ]


@pytest.mark.parametrize(
    ("when", "hours", "end"),
    [
        ("Fri 11 Dec 8pm", "20:00-23:30", "23:30"),
        ("Fri 11 Dec 21:30", "21:30-00:30", "00:30"),
        ("Fri 11 Dec 20:30", "20:30-23:30", "23:30"),
    ],
)
async def test_a_gig_without_an_end_takes_one_and_says_which(quiet, when, hours, end):
    text = text_of((await quiet.says("Ana", f"/gig {when}")).reply)
    assert f"Fri 11 Dec, {hours}" in text
    assert f"You said no end, so I took {end}." in text


async def test_a_gig_without_a_time_is_asked_for_it(quiet):
    asked = await quiet.says("Ana", "/gig Fri 11 Dec place: The Heron")
    assert isinstance(asked.result, Question)
    assert "From when to when is the gig on Fri 11 Dec?" in text_of(asked.reply)
    done = await quiet.says("Ana", "20:00-22:30")
    assert "gig of The Foxes, Fri 11 Dec, 20:00-22:30" in text_of(done.reply)
    assert "Where: The Heron" in text_of(done.reply)


@pytest.mark.parametrize(
    "when", ["every Friday 20:00-23:00", "sometime", "Fri 12 Dec 20:00", "yesterday 20:00"]
)
async def test_words_that_are_no_one_night_are_asked_about(quiet, when, book):
    assert isinstance((await quiet.says("Ana", f"/gig {when}")).result, Question)
    assert (await book.rows("commitment"))["commitment"] == []


async def test_what_cannot_be_a_gig_is_refused(quiet):
    assert isinstance((await quiet.says("Ana", "/gig Mon 23 Nov 18:30-23:00")).result, TimePast | Question)
    assert isinstance((await quiet.says("Ana", "/gig 1 Dec 10:00 to 5 Dec 10:00")).result, TooLong | Question)
    await quiet.says("Ana", "/gig Fri 11 Dec 20:00-23:00")
    refused = await quiet.says("Ana", "/gig Fri 11 Dec 22:00-23:30")
    assert isinstance(refused.result, BandTaken)


async def test_a_gig_over_somebody_s_busy_time_is_asked_about(quiet, book):
    await quiet.says("Bo", "/busy Fri 11 Dec, wedding")
    asked = await quiet.says("Ana", "/gig Fri 11 Dec 20:00-23:00")
    assert text_of(asked.reply).splitlines() == [
        "Not everybody is free Fri 11 Dec, 20:00-23:00",
        "Bo is busy 20:00-23:00.",
        "Nothing is changed yet. Go on all the same?",
    ]
    assert (await book.rows("commitment"))["commitment"] == []
    done = await quiet.presses("Ana", asked, "All the same")
    assert done.result.standing.phase is Phase.CONFIRMED


# Moving


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("an hour later", "Tue 1 Dec, 19:00-22:00"),
        ("half an hour earlier", "Tue 1 Dec, 17:30-20:30"),
        ("a day later", "Wed 2 Dec, 18:00-21:00"),
        ("7:30", "Tue 1 Dec, 19:30-22:30"),
        ("19:00-21:00", "Tue 1 Dec, 19:00-21:00"),
        ("Wed 2 Dec", "Wed 2 Dec, 18:00-21:00"),
        ("Wed 2 Dec 19:00", "Wed 2 Dec, 19:00-22:00"),
        ("Wed 2 Dec 19:00-23:30", "Wed 2 Dec, 19:00-23:30"),
    ],
)
async def test_it_is_moved_in_words_and_told_as_a_difference(booked, letters, words, now):
    done = await moved(booked, words)
    title = f"📅 The rehearsal of The Foxes has moved: Tue 1 Dec, 18:00-21:00 → {now}"
    another = "Tue" not in now
    assert text_of(done.reply).splitlines()[0] == title
    got = await letters.come()
    assert sorted(got) == ["Bo", "Cy"]
    assert got["Bo"][0].splitlines()[0] == title
    stays = "It is another day, so everybody is asked again." if another else "Everything else stands."
    assert got["Bo"][0].splitlines()[1] == stays
    answers = said(done.result)
    assert answers["Ana"] is Rsvp.YES
    assert answers["Bo"] is (None if another else Rsvp.YES)


async def test_an_answer_to_the_old_time_is_not_kept(booked):
    await moved(booked, "Wed 2 Dec")
    stale = await booked.presses("Cy", booked.card, "I can't")
    assert stale.result.note is Note.MOVED_SINCE
    assert "Wed 2 Dec" in text_of(stale.reply)
    assert said(stale.result)["Cy"] is None
    assert said((await booked.presses("Cy", stale, "I can't")).result)["Cy"] is Rsvp.NO


async def test_words_that_are_no_time_are_asked_about_again(booked):
    assert isinstance((await moved(booked, "sometime")).result, Question)
    asked = await booked.says("Ana", "Fri 12 Dec")
    assert labels(asked) == ["Fri 11 Dec", "Sat 12 Dec", "Type it"]
    done = await booked.presses("Ana", asked, "Sat 12 Dec")
    assert "Sat 12 Dec, 18:00-21:00" in text_of(done.reply)
    await booked.presses("Ana", done, "Move")
    assert "moved" in text_of((await booked.says("Ana", "Fri 11 Dec")).reply)


async def test_a_time_that_can_be_two_is_asked_about(booked):
    asked = await moved(booked, "Wed 2 Dec 9")
    assert labels(asked) == ["Wed 2 Dec 21:00", "Wed 2 Dec 09:00", "Type it"]
    done = await booked.presses("Ana", asked, "Wed 2 Dec 09:00")
    assert "Wed 2 Dec, 09:00-12:00" in text_of(done.reply)
    asked = await booked.says("Ana", "/gig Sat 12 Dec 8")
    done = await booked.presses("Ana", asked, "Sat 12 Dec 20:00")
    assert "Sat 12 Dec, 20:00-23:30" in text_of(done.reply)


async def test_a_time_that_is_none_is_asked_for_again(booked):
    await booked.says("Ana", "/gig Fri 11 Dec")
    assert "From when to when" in text_of((await booked.says("Ana", "louder")).reply)
    asked = await booked.says("Ana", "8")
    done = await booked.presses("Ana", asked, "Fri 11 Dec 20:00")
    assert "Fri 11 Dec, 20:00-23:30" in text_of(done.reply)


async def test_it_is_not_moved_onto_what_the_band_has_or_into_the_past(booked, clock):
    await booked.says("Ana", "/gig Fri 11 Dec 20:00-23:00")
    assert isinstance((await moved(booked, "Fri 11 Dec 19:00")).result, BandTaken)
    assert isinstance((await moved(booked, "two weeks earlier")).result, TimePast)
    again = await moved(booked, "Tue 1 Dec 18:00")
    assert again.result.note is Note.ALREADY
    clock.advance(days=7, hours=23)
    assert isinstance((await booked.presses("Ana", booked.card, "Move")).result, TooLate)


async def test_it_is_moved_onto_busy_time_only_all_the_same(booked):
    await booked.says("Cy", "/busy Wed 2 Dec")
    asked = await moved(booked, "Wed 2 Dec")
    assert "Cy is busy 18:00-21:00." in text_of(asked.reply)
    assert "Tue 1 Dec" in text_of((await booked.says("Ana", "/gigs")).reply)
    done = await booked.presses("Ana", asked, "All the same")
    assert "has moved" in text_of(done.reply)
    assert "Cy is busy 18:00-21:00." in text_of(done.reply)


async def test_slash_move_takes_the_only_one_or_asks_which(booked):
    done = await booked.says("Ana", "/move an hour later place: Unit 4")
    assert "Tue 1 Dec, 19:00-22:00" in text_of(done.reply)
    assert "Where: Unit 4" in text_of(done.reply)
    await booked.says("Ana", "/gig Fri 11 Dec 20:00-23:00")
    asked = await booked.says("Ana", "/move an hour later")
    assert labels(asked) == ["Tue 1 Dec 19:00 rehearsal", "Fri 11 Dec 20:00 gig"]
    done = await booked.presses("Ana", asked, "Fri 11 Dec 20:00 gig")
    assert "Fri 11 Dec, 20:00-23:00 → Fri 11 Dec, 21:00-00:00" in text_of(done.reply).replace(
        "24:00", "00:00"
    )
    assert isinstance((await booked.says("Cy", "/move 7:30")).result, Question | NotAllowed)


async def test_a_place_is_asked_for_and_told(booked, letters):
    asked = await booked.presses("Ana", booked.card, "Place")
    assert "Where is the rehearsal on Tue 1 Dec, 18:00-21:00?" in text_of(asked.reply)
    done = await booked.says("Ana", "Unit 4")
    assert "is at Unit 4" in text_of(done.reply).splitlines()[0]
    assert (await letters.come())["Bo"][0].splitlines()[:2] == [
        "📅 The rehearsal of The Foxes on Tue 1 Dec, 18:00-21:00 is at Unit 4",
        "Everything else stands.",
    ]
    await booked.presses("Ana", booked.card, "Place")
    assert "It was at Unit 4." in text_of((await booked.says("Ana", "Unit 5")).reply)


async def test_the_zone_is_named_for_a_reader_elsewhere(booked, letters):
    await booked.says("Bo", "/timezone Berlin")
    await moved(booked, "an hour later")
    text = (await letters.come())["Bo"][0]
    assert "Tue 1 Dec, 18:00-21:00 (London) → Tue 1 Dec, 19:00-22:00 (London)" in text


# Calling off, and putting back


async def test_calling_off_asks_first_and_frees_the_players(booked, letters):
    asked = await booked.presses("Ana", booked.card, "Cancel")
    assert (
        text_of(asked.reply).splitlines()[0] == "Call off the rehearsal of The Foxes, Tue 1 Dec, 18:00-21:00?"
    )
    assert (await booked.presses("Ana", asked, "Keep it")).result.standing.phase is Phase.CONFIRMED
    assert isinstance((await booked.presses("Bo", asked, "Call it off")).result, NotAllowed)
    off = await booked.presses("Ana", asked, "Call it off")
    assert off.result.standing.phase is Phase.CALLED_OFF
    assert labels(off) == ["Put back"]
    got = await letters.come()
    assert got["Bo"][0].splitlines() == [
        "📅 Called off: rehearsal of The Foxes, Tue 1 Dec, 18:00-21:00",
        "Ana has called it off. That time is yours again.",
        "Sent because you play in The Foxes.",
    ]
    assert (await booked.presses("Ana", asked, "Call it off")).result.note is Note.ALREADY
    assert "18:00-23:30" in text_of((await booked.says("Bo", "/green Tue 1 Dec")).reply)
    assert "nothing in its diary" in text_of((await booked.says("Bo", "/gigs")).reply)


async def test_put_back_restores_it_with_its_answers(booked, letters):
    off = await booked.presses("Ana", await booked.presses("Ana", booked.card, "Cancel"), "Call it off")
    await letters.come()
    assert isinstance((await booked.presses("Cy", off, "Put back")).result, NotAllowed)
    back = await booked.presses("Ana", off, "Put back")
    assert back.result.standing.phase is Phase.CONFIRMED
    assert said(back.result) == {"Ana": Rsvp.YES, "Bo": Rsvp.YES, "Cy": None}
    assert (await letters.come())["Cy"][0].startswith(
        "📅 Back in the diary: rehearsal of The Foxes, Tue 1 Dec"
    )
    assert (await booked.presses("Ana", off, "Put back")).result.note is Note.ALREADY


async def test_what_has_taken_the_time_meanwhile_is_not_pushed_out(booked):
    off = await booked.presses("Ana", await booked.presses("Ana", booked.card, "Cancel"), "Call it off")
    await booked.says("Ana", "/gig Tue 1 Dec 20:00-23:00")
    assert isinstance((await booked.presses("Ana", off, "Put back")).result, BandTaken)


async def test_it_comes_back_as_a_proposal_where_a_player_is_taken_now(booked):
    off = await booked.presses("Ana", await booked.presses("Ana", booked.card, "Cancel"), "Call it off")
    await booked.says("Cy", "/band create The Owls city: Leeds")
    await booked.says("Cy", "/gig Tue 1 Dec 20:00-23:00 band: The Owls")
    back = await booked.presses("Ana", off, "Put back")
    assert back.result.standing.phase is Phase.PROPOSED
    assert "Cy is busy 20:00-21:00." in text_of(back.reply)


async def test_a_proposal_comes_back_as_one(quiet):
    card = await proposed(quiet)
    off = await quiet.presses("Ana", await quiet.presses("Ana", card, "Cancel"), "Call it off")
    assert (await quiet.presses("Ana", off, "Put back")).result.standing.phase is Phase.PROPOSED


async def test_calling_off_and_confirming_at_once_end_in_one_of_the_two(quiet):
    card = await proposed(quiet)
    asked = await quiet.presses("Ana", card, "Cancel")
    await asyncio.gather(
        *(quiet.presses("Ana", *each) for each in [(card, "Confirm"), (asked, "Call it off")] * 3)
    )
    card = (await quiet.presses("Ana", card, "Answers")).result
    assert card.standing.phase is Phase.CALLED_OFF, "what is confirmed can still be called off"


# Clashes


async def test_busy_over_a_rehearsal_says_which_it_touches_and_tells_them(booked, letters):
    marked = await booked.says("Bo", "/busy Tue 1 Dec")
    assert "That clashes with your rehearsal with The Foxes on Tue 1 Dec, 18:00-21:00." in text_of(
        marked.reply
    )
    assert labels(marked) == ["Undo", "Tell them"]
    told = await booked.presses("Bo", marked, "Tell them")
    assert said(told.result)["Bo"] is Rsvp.NO
    assert "You are down as not coming, and they have been told." in text_of(told.reply)
    got = await letters.come()
    assert list(got) == ["Ana"]
    assert got["Ana"][0].startswith("📅 Bo can't make it")
    assert (await booked.presses("Bo", marked, "Tell them")).result.note is Note.ALREADY
    again = await booked.says("Bo", "/busy Tue 1 Dec 19:00-20:00")
    assert "That touches" not in text_of(again.reply), "he has said no to it"
    undone = await booked.presses("Bo", told, "Undo")
    assert "Undone" in text_of(undone.reply)
    assert said((await booked.presses("Ana", booked.card, "Answers")).result)["Bo"] is Rsvp.YES
    redone = await booked.presses("Bo", undone, "Redo")
    assert "Back again" in text_of(redone.reply)
    assert said((await booked.presses("Ana", booked.card, "Answers")).result)["Bo"] is Rsvp.NO


async def test_where_nobody_else_decides_the_others_are_told(booked, letters):
    marked = await booked.says("Ana", "/busy Tue 1 Dec")
    await booked.presses("Ana", marked, "Tell them")
    assert sorted(await letters.come()) == ["Bo", "Cy"]


@pytest.mark.parametrize(
    "words",
    [
        "/busy every Tuesday",
        "/maybe Tue 1 Dec 20:30-22:00",
        "/busy Nov 30 to Dec 2",
        "/busy in odd weeks",
        "/maybe every December",
    ],
)
async def test_whatever_touches_it_is_said(booked, words):
    assert "That clashes with your rehearsal" in text_of((await booked.says("Cy", words)).reply)


@pytest.mark.parametrize("words", ["/busy Tue 1 Dec 21:00-22:00", "/busy Wed 2 Dec", "/busy in even weeks"])
async def test_what_does_not_touch_it_is_not(booked, words):
    assert "That touches" not in text_of((await booked.says("Cy", words)).reply)


async def test_an_answer_that_has_changed_since_is_not_undone(booked):
    marked = await booked.says("Bo", "/busy Tue 1 Dec")
    told = await booked.presses("Bo", marked, "Tell them")
    await booked.presses("Bo", booked.card, "I can")
    refused = await booked.presses("Bo", told, "Undo")
    assert "That answer has changed since" in text_of(refused.reply)


# Delivered twice


@pytest.mark.parametrize("label", ["I can't", "I can", "Answers", "Cancel"])
async def test_a_press_that_comes_twice_does_nothing_twice(booked, book, label):
    first = await booked.presses("Bo" if label != "Cancel" else "Ana", booked.card, label, cause="dc:9")
    before = await book.rows()
    again = await booked.presses("Bo" if label != "Cancel" else "Ana", booked.card, label, cause="dc:9")
    assert await book.rows() == before
    assert text_of(again.reply).splitlines()[0] == text_of(first.reply).splitlines()[0]


async def test_a_clash_is_said_again_to_what_comes_twice(booked):
    first = await booked.says("Bo", "/busy Tue 1 Dec", cause="tg:5")
    again = await booked.says("Bo", "/busy Tue 1 Dec", cause="tg:5")
    assert text_of(again.reply) == text_of(first.reply)
    assert labels(again) == ["Undo", "Tell them"]


async def test_a_move_and_a_gig_that_come_twice_are_done_once(booked, book):
    for words in ("/move an hour later", "/gig Fri 11 Dec 20:00-23:00"):
        await booked.says("Ana", words, cause=words)
        before = await book.rows()
        again = await booked.says("Ana", words, cause=words)
        assert await book.rows() == before
        assert "It is on" in text_of(again.reply)


async def test_what_was_made_in_another_zone_is_moved_in_the_band_s(booked, engine):
    async with engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE band SET zone = 'Europe/Berlin'")
    done = await booked.says("Ana", "/move an hour later")
    assert "Tue 1 Dec, 19:00-22:00 (Berlin) → Tue 1 Dec, 20:00-23:00 (Berlin)" in text_of(done.reply)
    assert done.result.standing.commitment.starts_at.hour == 19
