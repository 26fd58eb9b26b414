"""What a post leaves open is kept as an assumption or a problem, never settled in silence."""

from datetime import date, time

import pytest

from core.marketplace.posts.values import MissingFact, PostAssumed
from core.scheduling.phrases.understanding import Trouble


def assumed(post, what):
    return [each for each in post.assumptions if each.what == what]


def test_one_sum_for_several_acts_may_be_for_each_or_for_all(post):
    found = assumed(post("Fri 11 Dec, need 2 support, £150"), PostAssumed.FEE_PER)
    assert [each.words for each in found] == ["£150"]


@pytest.mark.parametrize(
    "words", ["Fri 11 Dec, need 2 support, £150 each", "Fri 11 Dec, opener wanted, £150"]
)
def test_a_sum_that_says_for_whom_leaves_nothing_open(post, words):
    assert not assumed(post(words), PostAssumed.FEE_PER)


def test_dollars_in_britain_are_taken_as_american(post):
    assert assumed(post("need 2 openers 5 Feb, $100 each"), PostAssumed.CURRENCY)
    assert not assumed(post("need 2 openers 2/5, $100 each", locale="en-US"), PostAssumed.CURRENCY)


def test_dollars_are_the_locales_own_where_it_has_them(post):
    assert post("need 2 openers 5 Feb, $100 each", locale="en-AU").fee.guarantee.currency == "AUD"


def test_a_sum_without_a_currency_is_the_locales(post):
    found = post("5 Feb, headliner wanted, guarantee 300", locale="en-IE")
    assert (found.fee.guarantee.currency, len(assumed(found, PostAssumed.CURRENCY))) == ("EUR", 1)


def test_which_support_is_wanted_is_left_open(post):
    assert assumed(post("need 2 support Fri 11 Dec"), PostAssumed.SUPPORT)
    assert not assumed(post("need direct support Fri 11 Dec"), PostAssumed.SUPPORT)


def test_a_bare_hour_is_said_back(post):
    found = assumed(post("Fri 11 Dec, support wanted, doors 7:30"), "clock")
    assert [(each.words, each.at) for each in found] == [("doors 7:30", time(19, 30))]


def test_a_load_in_before_afternoon_doors_is_in_the_morning(post):
    found = post("all dayer Sun 28 Feb, need 6 bands, load in 11, doors 1, curfew 11")
    assert [point.at for point in found.points] == [time(11), time(13), time(23)]
    assert [each.at for each in assumed(found, "clock")] == [time(11), time(13), time(23)]


@pytest.mark.parametrize(
    ("curfew", "at"), [("12", time(0)), ("1", time(1)), ("11", time(23)), ("1am", time(1))]
)
def test_a_curfew_is_at_night(post, curfew, at):
    assert post(f"Fri 11 Dec, support wanted, doors 7, curfew {curfew}").points[-1].at == at


def test_a_weekday_that_is_not_the_dates_is_a_problem_with_readings(post):
    found = post("Sat 28 Feb, need 2 support, £100 each")
    [problem] = found.problems
    assert (problem.code, problem.day, len(problem.readings) > 1) == (
        Trouble.WEEKDAY_MISMATCH,
        date(2027, 2, 28),
        True,
    )
    assert found.dates == ()
    assert MissingFact.DATE not in found.missing


def test_a_weekday_said_apart_from_its_date_is_checked_too(post):
    found = post("Can anyone do this Sat? 12 Dec. Headliner dropped out, £300")
    assert [(p.code, p.words) for p in found.problems] == [(Trouble.WEEKDAY_MISMATCH, "this Sat")]
    assert found.dates == (date(2026, 12, 12),)


def test_a_weekday_that_says_the_date_again_is_nothing(post):
    assert post("Open dates: 15, 16, 22 Jan. Fri/Sat only. 150 cap").problems == ()


def test_a_date_that_is_past_or_none_is_a_problem(post):
    assert [p.code for p in post("20/11/2026, support wanted, £50").problems] == [Trouble.PAST]
    assert [p.code for p in post("30 Feb, support wanted, £50").problems] == [Trouble.IMPOSSIBLE_DATE]


def test_a_series_without_an_end_is_followed_for_a_while(post):
    found = post("Open mic every Tuesday, 15 min slots, no fee")
    [bound] = assumed(found, PostAssumed.BOUNDED)
    assert (len(found.dates), bound.day) == (26, found.dates[-1])


def test_several_sums_without_slots_of_their_own_are_told(post):
    found = post("Sat 9 Jan £100, Sun 10 Jan £80, covers bands wanted")
    assert [each.words for each in assumed(found, PostAssumed.OTHER_SUM)] == ["£80"]


def test_nights_are_counted(post):
    assert assumed(post("3 nights 12-13 Feb, need 4 bands a night"), PostAssumed.NIGHTS)
    assert not assumed(post("2 nights 12-13 Feb, need 4 bands a night"), PostAssumed.NIGHTS)


def test_the_order_of_day_and_month_is_the_locales(post):
    words = "support wanted 3/4, £50"
    assert post(words).dates == (date(2027, 4, 3),)
    assert post(words, locale="en-US").dates == (date(2027, 3, 4),)


def test_a_post_says_what_it_lacks(post):
    assert post("need a support Fri 11 Dec").missing == (
        MissingFact.DOORS, MissingFact.SET_LENGTH, MissingFact.FEE, MissingFact.CAPACITY, MissingFact.GENRES,
    )  # fmt: skip


def test_gear_and_conditions_are_kept_as_typed(post):
    found = post("Fri 11 Dec, need 2 support, £50. Use our Drums & bass cab, NO backing tracks. Free parking")
    assert found.notes == ("Use our Drums & bass cab", "NO backing tracks", "Free parking")
