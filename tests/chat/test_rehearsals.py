"""/rehearse: finding a time, proposing it, answering and confirming, as a band meets it."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bots.chat.reply import Audience, Placement
from bots.chat.results.gigs import StandingShown
from core.access import NotAllowed
from core.bands.refusals import NotAMember
from core.ids import Platform
from core.scheduling.commitments.card import Note
from core.scheduling.commitments.commitment import BandTaken, CalledOff, Phase, TimePast, TooLate
from core.scheduling.commitments.rehearsals import ConfirmAsked
from core.scheduling.kinds import Rsvp
from tests.fakes.letters import Letters
from tests.fakes.rehearsing import labels, proposed, said
from tests.fakes.stage import text_of

DISCORD = Platform.DISCORD
ROOM = {"on": DISCORD, "where": "room"}


# Finding


async def test_three_slots_of_three_hours_in_the_next_two_weeks(quiet):
    answer = await quiet.says("Bo", "/rehearse")
    assert text_of(answer.reply).splitlines() == [
        "🟢 The Foxes could rehearse 3 h, Mon 23 Nov to Sun 6 Dec",
        "1. Tue 24 Nov, 18:00-21:00 · all 3",
        "2. Wed 25 Nov, 18:00-21:00 · all 3",
        "3. Thu 26 Nov, 18:00-21:00 · all 3",
        "15 more after that.",
    ]
    assert labels(answer) == ["Propose 1", "Propose 2", "Propose 3", "More"]
    more = await quiet.presses("Bo", answer, "More")
    assert "4. Fri 27 Nov, 18:00-21:00 · all 3" in text_of(more.reply)
    assert labels(more)[0] == "Propose 4"


async def test_who_is_missing_and_who_is_unsure_is_said(quiet):
    await quiet.says("Bo", "/busy Tue 1 Dec")
    await quiet.says("Cy", "/maybe Wed 2 Dec")
    text = text_of((await quiet.says("Ana", "/rehearse 1-2 Dec")).reply)
    assert "1. Wed 2 Dec, 18:00-21:00 · 2 of 3: Cy maybe" in text
    assert "2. Tue 1 Dec, 18:00-21:00 · 2 of 3: without Bo" in text


async def test_nothing_found_says_so_and_what_next(quiet):
    for name in ("Ana", "Bo"):
        await quiet.says(name, "/busy 1-2 Dec")
    answer = await quiet.says("Ana", "/rehearse 1-2 Dec")
    assert text_of(answer.reply).splitlines() == [
        "🔴 The Foxes, Tue 1 Dec to Wed 2 Dec: no room for 3 h",
        "There is no time when at least half of you can. Try other days, or fewer hours: /rehearse next four weeks hours: 2",
    ]
    assert "could rehearse" in text_of((await quiet.says("Ana", "/rehearse next four weeks hours: 2")).reply)


@pytest.mark.parametrize("hours", ["0.4", "13", "soon"])
async def test_hours_that_do_not_fit_are_asked_for_again(quiet, hours):
    answer = await quiet.says("Ana", f"/rehearse next week hours: {hours}")
    assert "does not fit here" in text_of(answer.reply)


async def test_words_that_name_no_days_are_asked_about(quiet):
    asked = await quiet.says("Ana", "/rehearse sometime soon")
    assert "For example: next week" in text_of(asked.reply)
    assert "could rehearse" in text_of((await quiet.says("Ana", "next week")).reply)


async def test_hours_that_were_named_are_looked_at_as_they_are(quiet):
    text = text_of((await quiet.says("Ana", "/rehearse Tue 1 Dec 10:00-14:00")).reply)
    assert "1. Tue 1 Dec, 10:00-13:00 · all 3" in text


async def test_times_are_the_band_s_and_the_zone_is_named_where_it_is_not_the_reader_s(quiet):
    await quiet.says("Bo", "/timezone Berlin")
    text = text_of((await quiet.says("Bo", "/rehearse Tue 1 Dec")).reply)
    assert "18:00-21:00" in text
    assert "Times are London time." in text
    card = await proposed(quiet, who="Bo")
    assert "Tue 1 Dec, 18:00-21:00 (London)" in text_of(card.reply)


async def test_a_dep_may_look_but_not_propose(quiet, book):
    code = (await quiet.says("Ana", "/band invite part: bass dep: yes")).result.invited.code
    await quiet.says("Di", f"/join {code}")
    before = await book.rows("commitment", "rsvp", "outbox", "change")
    found = await quiet.says("Di", "/rehearse Tue 1 Dec")
    assert "all 3" in text_of(found.reply), "a dep does not count"
    refused = await quiet.presses("Di", found, "Propose 1")
    assert isinstance(refused.result, NotAllowed)
    assert await book.rows("commitment", "rsvp", "outbox", "change") == before


async def test_a_stranger_is_refused(quiet):
    found = await quiet.says("Ana", "/rehearse Tue 1 Dec")
    assert isinstance((await quiet.presses("Eve", found, "Propose 1")).result, NotAMember)


# Proposing


async def test_a_proposal_is_one_card_and_the_others_are_asked(quiet, letters):
    card = await proposed(quiet)
    assert text_of(card.reply).splitlines() == [
        "📅 Rehearsal of The Foxes, Tue 1 Dec, 18:00-21:00: can you?",
        "Can: Ana",
        "No answer yet: Bo and Cy",
        "Ana proposes it. Answer by Wed 25 Nov, 19:00.",
    ]
    assert labels(card) == ["I can", "Maybe", "I can't", "Confirm", "Cancel", "Move", "Place", "Answers"]
    got = await letters.come()
    assert sorted(got) == ["Bo", "Cy"]
    assert got["Bo"][0].splitlines()[0] == "📅 Ana proposes a rehearsal of The Foxes: Tue 1 Dec, 18:00-21:00"
    assert got["Bo"][0].splitlines()[-1] == "Sent because you play in The Foxes."
    assert labels(letters.last("Bo")) == ["I can", "Maybe", "I can't", "Answers"]


@pytest.mark.parametrize(
    ("when", "until"),
    [
        ("Tue 1 Dec", "Wed 25 Nov, 19:00"),
        ("Thu 26 Nov", "Tue 24 Nov, 18:00"),
        ("tomorrow 20:00-23:00", "Tue 24 Nov, 01:00"),
        ("today 23:00-23:30", "21:00"),
    ],
)
async def test_the_deadline_is_two_days_before_or_in_two_days_but_leaves_hours(quiet, when, until):
    hours = "0.5" if "today" in when else "3"
    card = await proposed(quiet, when, hours=hours)
    assert f"{until}." in text_of(card.reply)


async def test_who_is_busy_himself_does_not_count_as_coming(quiet):
    await quiet.says("Ana", "/busy Tue 1 Dec")
    card = await proposed(quiet)
    assert said(card.result)["Ana"] is None
    assert "Ana is busy 18:00-21:00." in text_of(card.reply)


async def test_a_place_can_be_said_at_once(quiet):
    asked = await quiet.says("Ana", "/rehearse Tue 1 Dec place: Unit 4")
    assert "At Unit 4." in text_of(asked.reply)
    card = await quiet.presses("Ana", asked, "Propose 1")
    assert "Where: Unit 4" in text_of(card.reply)
    assert isinstance(card.result, StandingShown)


async def test_nothing_is_proposed_over_what_the_band_has(quiet, book):
    found = await quiet.says("Ana", "/rehearse Tue 1 Dec")
    other = await quiet.says("Bo", "/rehearse Tue 1 Dec 19:00-22:00")
    await quiet.presses("Ana", found, "Propose 1")
    for who, answer in (("Ana", found), ("Bo", other)):
        refused = await quiet.presses(who, answer, "Propose 1")
        assert isinstance(refused.result, BandTaken)
        assert "The Foxes has a rehearsal then: Tue 1 Dec, 18:00-21:00." in text_of(refused.reply)
    assert len((await book.rows("commitment"))["commitment"]) == 1
    text = text_of((await quiet.says("Ana", "/rehearse Tue 1 Dec")).reply)
    assert "18:00" not in text
    assert "Your usual hours have no room, so these are outside them." in text


async def test_two_who_propose_the_same_slot_at_once_make_one(quiet, book):
    found = await quiet.says("Ana", "/rehearse Tue 1 Dec")
    answers = await asyncio.gather(
        *(quiet.presses(name, found, "Propose 1") for name in ("Ana", "Bo", "Cy", "Ana"))
    )
    kinds = sorted(type(each.result).__name__ for each in answers)
    assert kinds == ["BandTaken"] * 3 + ["StandingShown"]
    assert len((await book.rows("commitment"))["commitment"]) == 1


async def test_a_slot_that_has_passed_is_not_proposed(quiet, clock):
    found = await quiet.says("Ana", "/rehearse Tue 1 Dec")
    clock.advance(days=8)
    assert isinstance((await quiet.presses("Ana", found, "Propose 1")).result, TimePast)


async def test_a_proposal_delivered_twice_is_one(quiet, book):
    found = await quiet.says("Ana", "/rehearse Tue 1 Dec")
    first = await quiet.presses("Ana", found, "Propose 1", cause="dc:1")
    again = await quiet.presses("Ana", found, "Propose 1", cause="dc:1")
    assert text_of(again.reply) == text_of(first.reply)
    assert len((await book.rows("commitment"))["commitment"]) == 1


# Answering


async def test_answers_are_kept_and_a_mind_can_be_changed(quiet, letters):
    card = await proposed(quiet)
    await letters.come()
    maybe = await quiet.presses("Bo", letters.last("Bo"), "Maybe")
    assert "Maybe: Bo" in text_of(maybe.reply)
    assert maybe.reply.placement is Placement.REPLACE
    can = await quiet.presses("Bo", maybe, "I can")
    assert said(can.result) == {"Ana": Rsvp.YES, "Bo": Rsvp.YES, "Cy": None}
    again = await quiet.presses("Bo", maybe, "I can")
    assert again.result.note is Note.ALREADY
    assert said((await quiet.presses("Ana", card, "Answers")).result) == said(can.result)


async def test_the_same_answer_at_once_is_kept_once(quiet, letters, book):
    await proposed(quiet)
    await letters.come()
    before = len((await book.rows("change"))["change"])
    await asyncio.gather(*(quiet.presses("Bo", letters.last("Bo"), "I can") for _ in range(8)))
    assert len((await book.rows("rsvp"))["rsvp"]) == 2
    assert len((await book.rows("change"))["change"]) == before + 1


async def test_when_everybody_has_said_yes_the_proposer_is_told_once(quiet, letters):
    await proposed(quiet)
    await letters.come()
    asked = {name: letters.last(name) for name in ("Bo", "Cy")}
    await quiet.presses("Bo", asked["Bo"], "I can")
    assert await letters.come() == {}
    done = await quiet.presses("Cy", asked["Cy"], "I can")
    assert "Everybody who has to be there can." in text_of(done.reply)
    got = await letters.come()
    assert list(got) == ["Ana"]
    assert got["Ana"][0].startswith("🟢 Everybody can: rehearsal of The Foxes, Tue 1 Dec, 18:00-21:00")
    assert "Confirm" in labels(letters.last("Ana"))
    await quiet.presses("Cy", asked["Cy"], "Maybe")
    await quiet.presses("Cy", asked["Cy"], "I can")
    assert await letters.come() == {}


async def test_a_stranger_and_who_has_left_can_not_answer(quiet, letters):
    card = await proposed(quiet)
    assert isinstance((await quiet.presses("Eve", card, "I can")).result, NotAMember)
    await quiet.says("Bo", "/band leave")
    assert isinstance((await quiet.presses("Bo", card, "I can")).result, NotAMember)
    assert await letters.come() != {}
    assert [name for name, _ in letters.told] == ["Cy"]


async def test_a_dep_is_drawn_in_by_an_answer(quiet, letters):
    code = (await quiet.says("Ana", "/band invite part: bass dep: yes")).result.invited.code
    await quiet.says("Di", f"/join {code}")
    await letters.come()
    card = await proposed(quiet)
    assert "Di" not in said(card.result)
    assert "Di" not in await letters.come()
    drawn = await quiet.presses("Di", card, "I can")
    assert said(drawn.result)["Di"] is Rsvp.YES
    await quiet.presses("Ana", card, "Confirm")
    assert "Di" in await letters.come()


# The one card


async def test_in_the_bound_channel_everybody_presses_on_the_one_public_card(stage, units, engine, clock):
    await stage.says("Ana", "/band create The Foxes city: Leeds", **ROOM)
    code = (await stage.says("Ana", "/band invite", on=DISCORD)).result.invited.code
    await stage.says("Bo", f"/join {code}", on=DISCORD)
    await stage.says("Cy", f"/join {code}")
    letters = Letters.through(units, engine, clock)
    found = await stage.says("Ana", "/rehearse Tue 1 Dec", **ROOM)
    assert found.reply.audience is Audience.EVERYONE
    card = await stage.presses("Ana", found, "Propose 1", **ROOM)
    assert (card.reply.audience, card.reply.placement) == (Audience.EVERYONE, Placement.REPLACE)
    assert list(await letters.come()) == ["Cy"], "who sees the card is not told besides"
    for label in ("I can", "Maybe", "Answers"):
        pressed = await stage.presses("Bo", card, label, **ROOM)
        assert (pressed.reply.audience, pressed.reply.placement) == (Audience.EVERYONE, Placement.REPLACE)
        assert "Confirm" in labels(pressed), "the card stays whole for those who decide"
    refused = await stage.presses("Bo", card, "Confirm", **ROOM)
    assert isinstance(refused.result, NotAllowed)
    assert (refused.reply.audience, refused.reply.placement) == (Audience.ASKER, Placement.TOAST)
    asked = await stage.presses("Ana", card, "Move", **ROOM)
    assert asked.reply.audience is Audience.ASKER, "a question is put to the one who pressed"
    elsewhere = await stage.presses("Bo", card, "Answers", on=DISCORD, where="elsewhere")
    assert elsewhere.reply.audience is Audience.ASKER
    private = await stage.presses("Bo", card, "Answers", on=DISCORD)
    assert "Confirm" not in labels(private)


# Confirming


async def test_confirming_tells_the_others_and_closes_their_other_bands(quiet, letters):
    await quiet.says("Bo", "/band create The Owls city: Leeds")
    card = await proposed(quiet)
    await letters.come()
    done = await quiet.presses("Ana", card, "Confirm")
    assert text_of(done.reply).splitlines()[:2] == [
        "📅 It is on: rehearsal of The Foxes, Tue 1 Dec, 18:00-21:00",
        "Everybody who plays counts as busy then in their other bands.",
    ]
    got = await letters.come()
    assert sorted(got) == ["Bo", "Cy"]
    assert got["Cy"][0].startswith("📅 It is on: rehearsal of The Foxes, Tue 1 Dec, 18:00-21:00")
    green = await quiet.says("Bo", "/green Tue 1 Dec band: The Owls")
    assert "21:00-23:30" in text_of(green.reply)
    assert "18:00" not in text_of(green.reply)
    assert "Foxes" not in text_of(green.reply)
    before = await quiet.presses("Ana", card, "Confirm")
    assert before.result.note is Note.ALREADY
    assert await letters.come() == {}


async def test_only_the_proposer_and_those_with_the_right_confirm(quiet):
    card = await proposed(quiet, who="Bo")
    assert isinstance((await quiet.presses("Cy", card, "Confirm")).result, NotAllowed)
    for label in ("Cancel", "Move", "Place"):
        assert isinstance((await quiet.presses("Cy", card, label)).result, NotAllowed)
    assert (await quiet.presses("Bo", card, "Confirm")).result.standing.phase is Phase.CONFIRMED


async def test_who_is_busy_by_now_is_said_before_confirming(quiet):
    card = await proposed(quiet)
    await quiet.says("Cy", "/busy Tue 1 Dec 19:00-20:00, dentist")
    asked = await quiet.presses("Ana", card, "Confirm")
    assert isinstance(asked.result, ConfirmAsked)
    assert text_of(asked.reply).splitlines() == [
        "Not everybody is free: rehearsal of The Foxes, Tue 1 Dec, 18:00-21:00",
        "Cy is busy 19:00-20:00.",
        "Confirm it all the same?",
    ]
    assert (await quiet.presses("Ana", asked, "Not yet")).result.standing.phase is Phase.PROPOSED
    assert isinstance((await quiet.presses("Bo", asked, "Confirm anyway")).result, NotAllowed)
    await quiet.says("Bo", "/busy Tue 1 Dec")
    anew = await quiet.presses("Ana", asked, "Confirm anyway")
    assert isinstance(anew.result, ConfirmAsked), "Bo was not seen to be busy"
    assert "Bo is busy 18:00-21:00." in text_of(anew.reply)
    assert (await quiet.presses("Ana", anew, "Confirm anyway")).result.standing.phase is Phase.CONFIRMED


async def test_a_yes_after_what_was_said_is_the_last_word_and_not_before(quiet, clock):
    await quiet.says("Bo", "/busy every Tuesday")
    card = await proposed(quiet)
    assert "Bo is busy 18:00-21:00." in text_of(card.reply)
    clock.advance(minutes=1)
    can = await quiet.presses("Bo", card, "I can")
    assert "is busy" not in text_of(can.reply)
    clock.advance(minutes=1)
    await quiet.says("Bo", "/busy Tue 1 Dec 20:00-22:00")
    assert "Bo is busy 20:00-21:00." in text_of((await quiet.presses("Ana", card, "Answers")).reply)


async def test_who_has_said_no_is_named_before_confirming(quiet):
    card = await proposed(quiet)
    await quiet.presses("Bo", card, "I can't")
    asked = await quiet.presses("Ana", card, "Confirm")
    assert "Bo has said no." in text_of(asked.reply)
    done = await quiet.presses("Ana", asked, "Confirm anyway")
    assert done.result.standing.phase is Phase.CONFIRMED


async def test_two_who_confirm_at_once_confirm_once(quiet, letters):
    card = await proposed(quiet, who="Bo")
    await letters.come()
    answers = await asyncio.gather(*(quiet.presses(name, card, "Confirm") for name in ("Ana", "Bo") * 3))
    notes = sorted(str(each.result.note) for each in answers)
    assert notes == [str(Note.ALREADY)] * 5 + [str(Note.TAKES)]
    got = await letters.come()
    assert len(got["Cy"]) == 1


async def test_of_two_bands_with_one_drummer_only_one_confirms_without_a_word(quiet, book):
    await quiet.says("Dan", "/band create The Owls city: Leeds")
    code = (await quiet.says("Dan", "/band invite part: drums")).result.invited.code
    await quiet.says("Bo", f"/join {code}")
    foxes = await proposed(quiet, "Tue 1 Dec 18:00-21:00")
    owls = await proposed(quiet, "Tue 1 Dec 20:00-23:00", who="Dan")
    answers = await asyncio.gather(
        quiet.presses("Ana", foxes, "Confirm"), quiet.presses("Dan", owls, "Confirm")
    )
    assert sorted(type(each.result).__name__ for each in answers) == ["ConfirmAsked", "StandingShown"]
    asked = next(each for each in answers if isinstance(each.result, ConfirmAsked))
    assert "Bo is busy 20:00-21:00." in text_of(asked.reply)
    other = {"The Owls": "Foxes", "The Foxes": "Owls"}[asked.result.band.name]
    assert other not in text_of(asked.reply), "nobody hears with whom"


async def test_what_takes_a_player_twice_is_told_to_the_player_with_the_band(quiet, letters):
    await quiet.says("Dan", "/band create The Owls city: Leeds")
    code = (await quiet.says("Dan", "/band invite part: drums")).result.invited.code
    await quiet.says("Bo", f"/join {code}")
    await quiet.presses("Dan", await proposed(quiet, "Tue 1 Dec 20:00-23:00", who="Dan"), "Confirm")
    card = await proposed(quiet, "Tue 1 Dec 18:00-21:00")
    await letters.come()
    asked = await quiet.presses("Ana", card, "Confirm")
    await quiet.presses("Ana", asked, "Confirm anyway")
    got = await letters.come()
    assert "You have something else then: the rehearsal of The Owls, 20:00-23:00." in got["Bo"][0]
    assert "Owls" not in got["Cy"][0]


async def test_after_confirming_a_no_is_kept_and_told_to_those_who_decide(quiet, letters):
    card = await proposed(quiet)
    await quiet.presses("Ana", card, "Confirm")
    await letters.come()
    out = await quiet.presses("Bo", card, "I can't")
    assert out.result.standing.phase is Phase.CONFIRMED
    got = await letters.come()
    assert list(got) == ["Ana"]
    assert got["Ana"][0].startswith("📅 Bo can't make it: rehearsal of The Foxes, Tue 1 Dec")
    await quiet.presses("Bo", card, "I can't")
    assert await letters.come() == {}
    await quiet.presses("Bo", card, "I can")
    assert (await letters.come())["Ana"][0].startswith("📅 Bo can make it after all")


async def test_what_was_not_confirmed_runs_out(quiet, clock):
    card = await proposed(quiet)
    clock.at = datetime.fromisoformat("2026-12-01T18:00:00+00:00")
    stands = await quiet.presses("Ana", card, "Answers")
    assert text_of(stands.reply).startswith(
        "📅 Ran out: nobody confirmed the rehearsal of The Foxes, Tue 1 Dec"
    )
    assert stands.reply.buttons == ()
    assert isinstance((await quiet.presses("Ana", card, "Confirm")).result, TooLate)
    assert (await quiet.presses("Bo", card, "I can")).result.note is Note.TOO_LATE
    assert isinstance((await quiet.presses("Ana", card, "Move")).result, TooLate)
    # Its time is free again.
    clock.at -= timedelta(hours=2)
    assert isinstance((await quiet.presses("Ana", card, "Confirm")).result, StandingShown)


async def test_what_was_called_off_is_not_confirmed(quiet):
    card = await proposed(quiet)
    asked = await quiet.presses("Ana", card, "Cancel")
    await quiet.presses("Ana", asked, "Call it off")
    assert isinstance((await quiet.presses("Ana", card, "Confirm")).result, CalledOff)
    assert (await quiet.presses("Bo", card, "I can")).result.note is Note.TOO_LATE
