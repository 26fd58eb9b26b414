"""Whatever is typed, reading a post ends, in bounded work and without an exception."""

import sys
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.marketplace.posts import NotAPost, Post, read_post
from core.marketplace.posts import days as days_module
from core.marketplace.posts.day_words import MOST_RUNS
from core.marketplace.posts.reader import LIMIT
from core.scheduling.phrases.understanding import Context

PIECES = [
    "Fri", "11 Dec", "need", "2 support", "doors", "7:30", "7", "200 cap", "indie/punk", "£150", "$12", "€", "each", "+", "rider",
    "70/30", "85%", "after", "costs", "vs", "or", "the Dog & Duck", "in Glasgow", "every Sunday", "for 6 weeks", "open dates:",
    "30 Feb", "25:70", "99/99", "20 min", "2 x 45", "curfew", "load in", "12", "1", "31/12/9999", "9999", "tomorrow", ",", ".", "\n", "?",
    "-", "/", "(", ")", "18+", "1.5k", "opener", "headliner £300", "main support", "wanted", "slots", "3rd on", "til late", "we're headlining",
    "R$ 400", "Einlass 19h", "gesucht", "\x00", "🎸", "%", "1e9", "0", "3 nights at", "Easter", "no fee", "hire", "tickets", "adv",
]  # fmt: skip
LOCALES = ["en-GB", "en-US", "de-DE", "es-ES", "fr-FR", "pt-BR", "xx"]
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40), MOMENTS, st.sampled_from(LOCALES))
def test_any_mix_of_the_words_of_posts_is_answered(pieces, now, locale):
    found = read_post(" ".join(pieces), Context(now, "Europe/London", locale))
    assert isinstance(found, (Post, NotAPost))
    if isinstance(found, Post):
        assert len(found.dates) <= days_module.MOST_DATES
        assert list(found.dates) == sorted(set(found.dates))
        assert all(day >= now.date() for day in found.dates)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.sampled_from(LOCALES))
def test_any_text_is_answered(words, locale):
    assert isinstance(
        read_post(words, Context(datetime(2026, 11, 23, 10), "Europe/London", locale)), (Post, NotAPost)
    )


def calls(words):
    """How many functions are called to read a text: a measure that no busy machine disturbs."""
    context = Context(datetime(2026, 11, 23, 10), "Europe/London")
    read_post(words, context)  # what is made once is made now
    count = 0

    def counting(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counting)
    try:
        read_post(words, context)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "5 Jan, ",
        "doors 7 ",
        "need 2 local ",
        "punk/",
        "£1 ",
        "the A ",
        "70/30 ",
        "Fri ",
        "20 mins ",
        "1 ",
        "word ",
    ],
)
def test_work_grows_no_faster_than_the_text(piece):
    short, long = ((piece * LIMIT)[:length] for length in (LIMIT // 8, LIMIT))
    assert calls(long) < 14 * calls(short) + 5000


def test_the_sentence_reader_is_asked_a_bounded_number_of_times(monkeypatch):
    asked = []
    real = days_module.understand

    def counted(words, context):
        asked.append(len(words))
        return real(words, context)

    monkeypatch.setattr(days_module, "understand", counted)
    read_post(
        "need 2 support on 5 Jan with Fri the 30 Feb or so " * 80,
        Context(datetime(2026, 11, 23), "Europe/London"),
    )
    assert len(asked) <= 2 * MOST_RUNS + 1
    assert max(asked) <= 1000
