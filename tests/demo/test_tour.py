"""The tour: each step can be done in one's own words and is noticed, and nothing that is typed breaks it."""

import re
import shutil

import pytest

from bots.console.adapter import NoSuchButton
from tests.demo.visitor import visiting

BEFORE = [
    "/busy every Wednesday evening",
    "/green",
    "/find",
    "[1]",
    "[Apply]",
    "/as Dana",
    "[Accept]",
    "/as Ana",
]
"""The whole tour but for its end."""


async def test_a_visitor_is_welcomed_and_told_the_first_step(visitor):
    (_, welcome), (_, first) = visitor.seen
    assert "You are Ana" in welcome
    assert "/quit leaves, and the town is gone." in welcome
    assert first.startswith("🧭 1 of 9: say when you can't")


async def test_a_visitor_can_go_all_the_way(visitor):
    titles = []
    for line in (*BEFORE, "[Open the invite]", "[Confirm]"):
        shown = await visitor.types(line)
        titles += [text.splitlines()[0] for text in shown if text.startswith(("🧭", "🎸 That"))]
    assert [title.split(":")[0] for title in titles] == [
        *(f"🧭 {number} of 9" for number in range(2, 10)),
        "🎸 That was the tour",
    ]
    assert "Fri 11 Dec" in (await visitor.types("/gigs"))[-1]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (0, ["I'm away next week"]),
        (0, ["/maybe Sat 5 Dec"]),
        (0, ["/free Tue 1 Dec from 19:00", "[Yes, busy]"]),
        (0, ["/busy sometime", "Thursday evening"]),
        (1, ["when are we all free in December?"]),
        (1, ["/green January hours: 3"]),
        (1, ["/green", "[Picture]"]),
        (2, ["/find weekends in December genre: punk"]),
        (2, ["/find all: yes", "[2]"]),
        (3, ["/apply Fri 11 Dec The Heron"]),
        (3, ["/find", "[2]", "[Apply]"]),
        (5, ["/as dana"]),
        (5, ["/AS Dana."]),
        (6, ["/applications", "[2]", "[Accept]"]),
        (6, ["/offer The Foxes date: Fri 11 Dec"]),
        (7, ["/as Ana"]),
        (8, ["/applications", "[1]", "[Open the invite]", "[Confirm]"]),
    ],
)
async def test_a_step_is_noticed_whichever_way_it_is_done(visitor, step, words):
    await visitor.types(*BEFORE[: (0, 1, 2, 3, 5, 5, 6, 7, 8)[step]])
    before = await visitor.step()
    await visitor.types(*words)
    assert await visitor.step() != before


async def test_what_was_done_ahead_counts(visitor):
    await visitor.types("/find", "/green")
    shown = await visitor.types("/busy every Wednesday evening")
    assert shown[-1].startswith("🧭 4 of 9: apply for one")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "asdf",
        "/nonsense",
        "[Nothing]",
        "lovely weather",
        "/busy",
        "what now?",
        "/as",
        "/as Zed",
        "/who",
    ],
)
async def test_other_words_leave_the_step_as_it_is(visitor, words):
    try:
        await visitor.types(words)
    except NoSuchButton:
        assert words == "[Nothing]"
    assert await visitor.step() == "🧭 1 of 9: say when you can't"


async def test_a_step_is_said_again_after_three_lines_that_did_not_do_it(visitor):
    assert not any(text.startswith("🧭") for text in await visitor.types("/help", "/gigs"))
    assert (await visitor.types("/mine"))[-1].startswith("🧭 1 of 9")
    assert not any(text.startswith("🧭") for text in await visitor.types("/help", "/gigs"))


async def test_every_step_can_be_skipped(visitor):
    titles = [(await visitor.types("skip"))[-1].splitlines()[0] for _ in range(6)]
    assert titles == [
        "🧭 2 of 9: see when the band can play",
        "🧭 3 of 9: see which gigs are to be had",
        "🧭 4 of 9: apply for one",
        "🧭 6 of 9: the other side",  # nobody is asked anything
        "🧭 7 of 9: say yes",
        "🎸 That was the tour: from a diary to a gig",  # nothing was accepted
    ]
    assert "skip" not in (await visitor.types("skip"))[-1]  # to Bandwidth, from now on


async def test_without_an_application_of_ones_own_another_band_s_is_accepted(visitor):
    await visitor.types("skip", "skip", "skip", "skip")
    assert "Cold Tea have applied there" in (await visitor.types("/tour"))[-1]
    assert (await visitor.types("/as Dana"))[-1].startswith("🧭 7 of 9")
    await visitor.types("/applications", "[1]")
    shown = await visitor.types("[Accept]", alone=True)
    assert shown[-1].startswith("🧭 9 of 9")
    assert "Cold Tea confirm in a moment" in shown[-1]
    visitor.seen.clear()
    assert await visitor.others_answer() > 0
    (_, told), (_, end) = visitor.seen
    assert told.startswith("🎤 Cold Tea have confirmed")
    assert end.startswith("🎸 That was the tour")


async def test_a_tour_can_be_left_and_taken_up_again(visitor):
    assert (await visitor.types("/tour off"))[-1].startswith("🧭 No more steps")
    shown = await visitor.types("/busy every Wednesday evening", "/green", "/find", "/mine", "/help")
    assert not any(text.startswith("🧭") for text in shown)
    assert (await visitor.types("/tour"))[-1].startswith("🧭 4 of 9")


async def test_the_other_side_is_whoever_books_where_the_band_has_applied(visitor):
    await visitor.types("skip", "skip", "/find")
    shown = await visitor.types("[2]", "[Apply]")
    assert "Type: /as Omar" in shown[-1]
    assert await visitor.types("/as Dana")
    assert await visitor.step() == "🧭 6 of 9: the other side"
    assert (await visitor.types("/as Omar"))[-1].startswith("🧭 7 of 9")


async def test_an_application_that_is_withdrawn_or_declined_leads_on(visitor):
    await visitor.types(*BEFORE[:4])
    await visitor.types("[Apply]", alone=True)
    assert (await visitor.types("[Withdraw]"))[-1].startswith("🧭 6 of 9")
    await visitor.types("/as Dana", "/applications", "[1]", "[Decline]")
    shown = await visitor.types("-")
    assert shown[-1].startswith("🎸 That was the tour")


async def test_after_the_tour_the_town_goes_on(visitor):
    await visitor.types(*["skip"] * 6)
    shown = await visitor.types(
        "/as Dana", "Fri 8 Jan, need 2 support, doors 7:30pm, indie/punk, £120 each", "[Publish]"
    )
    assert any("is published" in text for text in shown)
    shown = await visitor.types("/as Ana")
    assert any("Fri 8 Jan, The Heron, Leeds fits The Foxes" in text for text in shown)
    shown = await visitor.types("/rehearse next week", "[Propose 1]")
    assert shown[-1].startswith("🟢 Everybody can")


@pytest.mark.parametrize("locale", ["en-US", "de-DE", "fr-FR", "pl-PL", "xx-YY"])
async def test_the_tour_can_be_done_as_it_is_told_wherever_the_terminal_comes_from(
    town_db, tmp_path, clock, locale
):
    url = f"sqlite:///{shutil.copy(town_db, tmp_path / 'town.db')}"
    async with visiting(url, clock, locale) as visitor:
        for step, line in enumerate((*BEFORE, "[Open the invite]", "[Confirm]"), 1):
            shown = await visitor.types(line)
            assert shown, (step, line)
        assert shown[-1].startswith("🎸 That was the tour")
        [post] = re.findall("or a new one: (.*)", shown[-1])
        shown = await visitor.types("/as Dana", post, "[Publish]")
        assert any("is published" in text for text in shown)


async def test_where_somebody_cannot_one_may_go_on_without_them(visitor):
    await visitor.types("skip", "skip", "/find all: yes")
    shown = await visitor.types("/apply Sat 12 Dec The Heron")
    assert not any(text.startswith("🧭 6") for text in shown)
    assert "[Go on without Bo]" in shown[-1]
    assert (await visitor.types("[Go on anyway]"))[-1].startswith("🧭 6 of 9")


async def test_a_step_that_was_skipped_is_no_condition_of_the_next(visitor):
    assert "Type /find, then [1] and [Apply]" in (await visitor.types("skip", "skip", "skip"))[-1]
    shown = await visitor.types("/find", "[1]", "[Apply]")
    assert shown[-1].startswith("🧭 6 of 9")


async def test_somebody_who_is_the_wrong_person_for_a_step_is_told_whom_to_be(visitor):
    await visitor.types("/as Dana", "skip")
    assert "You are Dana just now. First type: /as Ana" in (await visitor.types("/tour"))[-1]
    await visitor.types("/as Ana", *BEFORE[1:6])
    assert "First type" not in (await visitor.types("/tour"))[-1]
    assert "First type: /as Dana" in (await visitor.types("/as Bo", "/tour"))[-1]
    await visitor.types("/as Dana", "[Accept]", "/as Ana")
    assert "First type: /as Ana" in (await visitor.types("/as Bo", "/tour"))[-1]
