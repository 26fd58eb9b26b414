"""Contradictions and open questions come back with readings that are complete."""

from datetime import date, time

from core.scheduling.phrases.understanding import Assumed, Trouble


def test_a_weekday_that_is_not_the_dates_offers_both(reading, offered):
    problem = reading("busy Fri 14 Nov").problem
    assert (problem.code, problem.day, problem.words) == (
        Trouble.WEEKDAY_MISMATCH,
        date(2026, 11, 14),
        "Fri 14 Nov",
    )
    assert offered("busy Fri 14 Nov") == [["busy 2026-11-13"], ["busy 2026-11-14"]]


def test_an_exception_that_is_no_occurrence_offers_its_neighbours_and_none(reading, offered):
    words = "can't do Fridays till 30 Nov except 12 Nov"
    found = reading(words)
    assert found.problem.code is Trouble.NOT_AN_OCCURRENCE
    assert found.problem.day == date(2026, 11, 12)
    rule = "busy 2026-10-09 FREQ=WEEKLY;UNTIL=20261130;BYDAY=FR"
    assert offered(words) == [[f"{rule} not 2026-11-13"], [f"{rule} not 2026-11-06"], [rule]]
    assert len(found.statements) == 1
    assert found.statements[0].rule.exceptions == ()


def test_hours_that_may_be_morning_or_night_are_asked(reading, offered):
    assert reading("from 9 to 2 on Sat").problem.code is Trouble.AMBIGUOUS
    assert offered("from 9 to 2 on Sat") == [["- 2026-10-10 09:00-14:00"], ["- 2026-10-10 21:00-02:00+1"]]


def test_every_third_weekday_may_be_of_the_month_or_every_three_weeks(offered):
    assert offered("every third Monday") == [
        ["- 2026-10-19 FREQ=MONTHLY;BYDAY=3MO"],
        ["- 2026-10-12 FREQ=WEEKLY;INTERVAL=3;BYDAY=MO"],
    ]


def test_a_figure_beside_a_weekday_is_asked(offered):
    assert offered("busy Sat 8") == [["busy 2026-10-10 20:00-?"], ["busy 2026-10-10 08:00-?"]]


def test_a_time_without_a_day_offers_today(offered):
    assert offered("busy 6-8pm") == [["busy 2026-10-07 18:00-20:00"]]


def test_never_more_than_four_readings(reading):
    problem = reading("every Friday except the 14th").problem
    assert problem is None or len(problem.readings) <= 4


def test_today_counts_until_its_time_is_over(rules):
    assert rules("Wednesday 9-10am") == ["- 2026-10-14 09:00-10:00"]
    assert rules("every Wednesday 9-10am") == ["- 2026-10-14 09:00-10:00 FREQ=WEEKLY;BYDAY=WE"]
    assert rules("every Wednesday 10am-noon") == ["- 2026-10-07 10:00-12:00 FREQ=WEEKLY;BYDAY=WE"]
    assert rules("today 9-10am") == ["!past"]


def assumptions(reading, words):
    return {(a.what, a.words) for a in reading(words).assumptions}


def test_what_was_assumed_is_told(reading):
    assert (Assumed.DAY_PART, "evening") in assumptions(reading, "Sat evening")
    assert (Assumed.CLOCK, "7") in assumptions(reading, "Sat after 7")
    assert (Assumed.END, "after 7") in assumptions(reading, "Sat after 7")
    assert (Assumed.WEEK, "next Friday") in assumptions(reading, "next Friday")
    assert (Assumed.DATE, "5/6") in assumptions(reading, "busy 5/6")
    assert (Assumed.PHASE, "every other Friday") in assumptions(reading, "every other Friday")
    assert (Assumed.UNTIL, "until mid Dec") in assumptions(reading, "no Mondays until mid Dec")
    assert (Assumed.BEFORE, "until December") in assumptions(reading, "busy until December")


def test_an_assumed_hour_and_part_are_given(reading):
    (clock,) = [a for a in reading("Sat before 4").assumptions if a.what is Assumed.CLOCK]
    assert clock.at == time(16)
    (part,) = [a for a in reading("Sat night").assumptions if a.what is Assumed.DAY_PART]
    assert (part.part.start, part.part.end) == (time(19), time(0))


def test_nothing_is_assumed_where_all_is_said(reading):
    assert reading("busy Sat 14 Nov 2026 18:00-20:00").assumptions == ()


def test_a_maybe_says_which_way_it_leans(reading):
    def leaning(words):
        (statement,) = reading(words).statements
        return statement.leaning

    assert leaning("might be away Sat") == "busy"
    assert leaning("could probably do Sat") == "free"
    assert leaning("Sat tbc") is None


def test_a_language_without_a_lexicon_is_read_as_english(rules):
    assert rules("busy Saturday", locale="fi-FI") == ["busy 2026-10-10"]
