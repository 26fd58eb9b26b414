"""What is no availability is refused, with the reason."""

import pytest

REFUSED = [
    ("", "!empty"),
    ("   \n", "!empty"),
    ("x" * 1001, "!too_long"),
    ("1 " * 450, "!too_long"),
    ("nice riff", "!not_availability"),
    ("I'm free", "!not_understood"),
    ("who is busy on Friday", "!question"),
    ("are you free on the 9th", "!question"),
    ("when can we all do November?", "!question"),
    ("Friday?", "!question"),
    ("Friday was loud", "!past"),
    ("did we play Tuesday", "!past"),
    ("busy last Friday", "!past"),
    ("free yesterday", "!past"),
    ("away 3-5 Sept 2026", "!past"),
    ("scrap that, Friday is out", "!not_availability"),
    ("not the 9th, the 10th, sorry", "!not_availability"),
    ("see you on Thursday", "!not_availability"),
    ("9/8 in the bridge", "!not_availability"),
    ("busy at 8", "!ambiguous"),
    ("away 28-3", "!ambiguous"),
    ("Sat am free", "!ambiguous"),
    ("in Leeds till Saturday, back Monday", "!ambiguous"),
    ("next week or the one after the gig", "!ambiguous"),
    ("free Fri and Sat except Sat evening", "!unsupported"),
    ("free evenings except Monday morning", "!not_an_occurrence"),
    ("every Tuesday except 13 Oct 7-9pm", "!ambiguous"),
    ("busy 31 Nov", "!impossible_date"),
    ("busy the 34th", "!impossible_date"),
    ("busy 2026-02-30", "!impossible_date"),
    ("busy Sat 26:00", "!impossible_time"),
    ("busy Sat 7:80", "!impossible_time"),
    ("away 9 Nov to 3 Nov", "!end_before_start"),
    ("busy every 0 weeks", "!not_understood"),
    ("free except bank holidays", "!unsupported"),
    ("free Friday if we finish by 10", "!unsupported"),
    ("free most weekends", "!unsupported"),
    ("away a few days next week", "!unsupported"),
    ("busy sometime in November", "!unsupported"),
    ("I finish work late on Fridays", "!unsupported"),
    ("every weekend except the first one in Feb", "!unsupported"),
    ("any other Friday is fine", "!unsupported"),
    ("away over Christmas", "!ambiguous"),
    ("busy before work on Tuesdays", "!ambiguous"),
    ("flying Friday 6am, back Sunday", "!ambiguous"),
    ("Tues 12 Jan for 10 weeks 6-8", "!ambiguous"),
    ("no Sat in Feb", "!ambiguous"),
    ("free later today", "!ambiguous"),
]


@pytest.mark.parametrize(("words", "expected"), REFUSED)
def test_a_refusal_says_why(rules, words, expected):
    assert rules(words) == [expected]


CHATTER = [
    "may I borrow your amp",
    "this may take a while",
    "the sun is out",
    "12 bar blues in E",
    "call 07700 900123",
    "2 pints each",
    "https://example.org/2026/11/14",
    "🎷🎷",
    "March on",
]


@pytest.mark.parametrize("words", CHATTER)
def test_chatter_is_no_statement(reading, words):
    found = reading(words)
    assert found.problem is not None
    assert found.statements == ()
