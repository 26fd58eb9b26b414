"""Any text at all: no exception, bounded work, rules that hold together."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.scheduling.lexicons import lexicon_for, meanings
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context
from tests.fakes.work import calls_of

VOCABULARY = sorted(meanings(lexicon_for("en")))
FIGURES = [
    "3",
    "12",
    "31",
    "7.30",
    "7:30",
    "19:00",
    "12/13",
    "5/12",
    "2026-12-01",
    "12th",
    "31st",
    "1900",
    "2027",
    "0",
    "99",
    "-",
    ",",
    ".",
    "(",
    ")",
    "?",
    "&",
    "/",
    "9-5",
    "£50",
    "✅",
    "❌",
]
NOWS = st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1))
WORDS = st.lists(st.sampled_from(VOCABULARY + FIGURES * 8), max_size=14)
TEXTS = st.one_of(st.text(max_size=200), WORDS.map(" ".join), WORDS.map("".join))
MOST_CALLS = 400_000
"""Work for one text, in calls; a call takes about a tenth of a microsecond."""


def holds(words, now, locale):
    calls, found = calls_of(lambda: understand(words, Context(now, "Europe/London", locale)))
    assert calls < MOST_CALLS
    assert found.statements or found.problem
    readings = found.problem.readings if found.problem else ()
    assert len(readings) <= 4
    for statement in (*found.statements, *(s for choice in readings for s in choice.statements)):
        rule = statement.rule
        assert rule.nominal is None or rule.nominal > timedelta(0)
        assert rule.nominal is not None or rule.repeat is None
        assert rule.elapsed == timedelta(0)
        assert not rule.all_day or rule.start.time() == datetime.min.time()
        assert list(rule.exceptions) == sorted(rule.exceptions)
        assert all(day.time() == rule.start.time() for day in rule.exceptions)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, NOWS, st.sampled_from(["en-GB", "en-US", "xx", ""]))
def test_any_text_is_answered(words, now, locale):
    holds(words, now, locale)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, NOWS)
def test_the_same_words_again_and_again_stay_cheap(words, now):
    holds((" ".join(words) + " ")[:60].join([""] * 40)[:1000], now, "en-GB")


@pytest.mark.parametrize(
    "words", ["@" * 1000, "a@" * 500, "1/" * 500, "((((" * 250, "12th " * 200, "\u0130" * 1000]
)
def test_a_long_run_of_signs_stays_cheap(words):
    holds(words, datetime(2026, 10, 7), "en-GB")


@given(st.text(max_size=80))
def test_five_thousand_characters_are_refused_unread(words):
    found = understand((words + "a") * 5000, Context(datetime(2026, 10, 7), "Europe/London"))
    assert found.problem is not None
    assert found.problem.code == "too_long"
