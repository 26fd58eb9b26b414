"""Posts revised by fragments: the facts that are given replace those that were."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.marketplace.posts import Post, merged, read_facts, read_post
from core.marketplace.posts.values import FeeShape, MissingFact
from core.scheduling.phrases.understanding import Context
from tests.core.posts.conftest import lines

CONTEXT = Context(datetime(2026, 11, 23, 14, 5), "Europe/London", "en-GB")
PUNK = "Fri 11 Dec, need 2 support, doors 7:30, 200 cap, indie/punk, £150 + rider"
METAL = (
    "metal night Sat 13 Feb. Headliner £300, main support £120, opener £60. 200 cap. doors 1, load in 10am"
)
EASTER = "Promoter here, 26-28 March, want 4 bands a night, all dayer on the Sunday from 1pm"


def revised(old, *edits, about=None):
    post = read_post(old, CONTEXT) if isinstance(old, str) else old
    for words in edits:
        post = merged(post, read_facts(words, CONTEXT, about=about))
    return post


def changed(old, *edits):
    """The lines that the edits change; None where one is gone."""
    before, after = lines(read_post(old, CONTEXT)), lines(revised(old, *edits))
    return {name: after.get(name) for name in {**before, **after} if before.get(name) != after.get(name)}


def assumed(post):
    return [(each.what.value, each.words) for each in post.assumptions]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ("doors 8", {"points": "doors 20:00"}),
        ("load in 5", {"points": "doors 19:30, load_in 17:00"}),
        ("12 Dec", {"dates": "26-12-12"}),
        ("capacity 250", {"cap": 250}),
        ("noise rock", {"genres": "noise rock"}),
        ("any genre", {"genres": "any"}),
        ("18+", {"age": 18}),
        ("£12 adv", {"tickets": "advance 12 GBP"}),
        ("must bring 20", {"draw": 20}),
        ("@ The Cluny", {"place": "The Cluny"}),
        ("£100 each", {"fee": "guarantee; 100 GBP each"}),
        ("no fee", {"fee": "unpaid"}),
        ("and food", {"fee": "guarantee; 150 GBP; rider; food"}),
        ("£30 for the engineer", {"fee": "guarantee; 150 GBP; engineer costs 30 GBP; rider"}),
        ("30 min", {"slots": "2 support 30 min", "missing": None}),
        ("2 openers, 25 min", {"slots": "2 opener 25 min", "missing": None}),
        ("a headliner", {"slots": "1 headliner"}),
        ("hello", {}),
    ],
)
def test_an_edit_changes_its_own_fact_and_no_other(edit, expected):
    assert changed(PUNK, edit) == expected


def test_later_edits_replace_earlier_ones():
    assert changed(PUNK, "doors 8", "30 min", "doors 8.30", "25 min") == {
        "points": "doors 20:30",
        "slots": "2 support 25 min",
        "missing": None,
    }


@pytest.mark.parametrize(
    ("edit", "slots"),
    [
        ("opener £80", "1 headliner 300 GBP, 1 main_support 120 GBP, 1 opener 80 GBP"),
        ("opener 25 min", "1 headliner 300 GBP, 1 main_support 120 GBP, 1 opener 25 min 60 GBP"),
        ("30 min", "1 headliner 30 min 300 GBP, 1 main_support 30 min 120 GBP, 1 opener 30 min 60 GBP"),
        ("£100 each", "1 headliner, 1 main_support, 1 opener"),
        ("headliner and opener", "1 headliner 300 GBP, 1 opener 60 GBP"),
        ("2 openers", "2 opener 60 GBP"),
    ],
)
def test_slots_are_replaced_but_for_the_details_of_one_of_them(edit, slots):
    assert lines(revised(METAL, edit))["slots"] == slots


def test_sums_that_stood_with_their_slots_go_with_them():
    post = revised(METAL, "4 bands")
    assert (post.fee.shape, [slot.fee for slot in post.slots]) == (FeeShape.NOT_SAID, [None])
    assert MissingFact.FEE in post.missing


def test_a_set_length_is_kept_by_new_slots():
    assert lines(revised(PUNK, "30 min", "3 openers"))["slots"] == "3 opener 30 min"


def test_an_hour_before_doors_is_put_in_the_order_of_the_night():
    assert lines(revised(METAL, "soundcheck 11"))["points"] == "doors 13:00, load_in 10:00, soundcheck 11:00"
    assert lines(revised(PUNK, "load in 11", "doors 1"))["points"] == "doors 13:00, load_in 11:00"


def test_both_set_times_of_an_edit_replace_the_one_there_was():
    old = "Two openers needed Sat 13 Feb, doors 7, on 7.30, £50 each"
    assert lines(revised(old, "on 7.45 and 8.30"))["points"] == "doors 19:00, on_stage 19:45, on_stage 20:30"


@pytest.mark.parametrize(
    ("edit", "points"),
    [
        ("2-4 April", "event 13:00 on 27-04-04"),
        ("4 April", "event 13:00"),
        ("2 April", None),
    ],
)
def test_a_point_of_one_date_follows_its_weekday(edit, points):
    assert lines(revised(EASTER, edit)).get("points") == points


def test_assumptions_go_with_the_facts_they_were_about():
    assert assumed(revised(PUNK)) == [("clock", "doors 7:30"), ("support", "2 support"), ("fee_per", "£150")]
    assert assumed(revised(PUNK, "doors 8pm")) == [("support", "2 support"), ("fee_per", "£150")]
    assert assumed(revised(PUNK, "2 openers")) == [("fee_per", "£150"), ("clock", "doors 7:30")]
    assert assumed(revised(PUNK, "£100 each")) == [("support", "2 support"), ("clock", "doors 7:30")]
    assert assumed(revised(PUNK, "one opener, £80")) == [("clock", "doors 7:30")]


def test_the_currency_of_the_tickets_is_open_after_a_new_fee_too():
    old = "Fri 11 Dec, need 2 support, $100 each, tickets $12"
    assert [words for what, words in assumed(revised(old, "£80 each")) if what == "currency"] == ["$12"]


def test_a_new_date_settles_a_contradiction_and_a_new_time_does_not():
    old = "Sat 28 Feb, need 2 support, £100 each"
    assert revised(old, "27 Feb").problems == ()
    assert revised(old, "doors 7").problems == read_post(old, CONTEXT).problems


def test_a_date_in_trouble_takes_the_place_of_the_old_one():
    post = revised(PUNK, "30 Feb")
    assert (post.dates, [each.code.value for each in post.problems]) == ((), ["impossible_date"])
    assert revised(post, "12 Dec").problems == ()


def test_an_impossible_time_is_settled_by_a_better_one():
    post = revised(PUNK, "doors 25:70")
    assert [each.code.value for each in post.problems] == ["impossible_time"]
    assert lines(post)["points"] == "doors 19:30"
    assert revised(post, "doors 8").problems == ()


def test_a_post_may_be_put_together_from_answers_alone():
    post = Post()
    for about, words in (
        (MissingFact.DATE, "Fri 11 Dec"),
        (MissingFact.DOORS, "7:30"),
        (MissingFact.SLOTS, "2 supports"),
        (MissingFact.SET_LENGTH, "30"),
        (MissingFact.FEE, "150 each"),
        (MissingFact.CAPACITY, "200"),
        (MissingFact.GENRES, "indie/punk"),
    ):
        post = revised(post, words, about=about)
    assert lines(post) == {
        "dates": "26-12-11",
        "points": "doors 19:30",
        "slots": "2 support 30 min",
        "fee": "guarantee; 150 GBP each",
        "genres": "indie/punk",
        "cap": 200,
    }


def test_a_set_length_may_be_answered_before_the_slots():
    post = revised(Post(), "30 min", "2 supports")
    assert lines(post)["slots"] == "2 support 30 min"


def test_a_post_revised_by_nothing_is_the_same_post():
    post = read_post(PUNK, CONTEXT)
    same = merged(post, Post())
    assert lines(same) == lines(post)
    assert set(same.assumptions) == set(post.assumptions)


def test_a_post_revised_by_itself_is_the_same_post():
    for words in (PUNK, METAL, EASTER):
        post = read_post(words, CONTEXT)
        assert lines(merged(post, post)) == lines(post)


EDITS = ["doors 8", "load in 11", "doors 1", "2 openers", "opener £80", "30 min", "£100 each", "pay to play", "must sell 10 tickets", "30 Feb",
         "12 and 13 March", "12 or 13 March", "headliner £300, opener £60", "food", "no fee", "70/30", "£10 adv", "free entry", "any genre", "ska",
         "doors 25:70", "on the Sunday from 1pm", "4 bands a night", "@ The Cluny", "backline provided", "18+", "hello"]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([PUNK, METAL, EASTER, "need a support, £50"]),
    st.lists(st.sampled_from(EDITS), max_size=8),
)
def test_any_row_of_edits_gives_a_post_that_is_missing_what_it_lacks(old, edits):
    post = revised(old, *edits)
    assert list(post.dates) == sorted(set(post.dates))
    assert all(point.on is None or point.on in post.dates for point in post.points)
    assert len(set(post.assumptions)) == len(post.assumptions)
    assert (MissingFact.FEE in post.missing) == (post.fee.shape is FeeShape.NOT_SAID)
    assert merged(post, Post()).missing == post.missing
