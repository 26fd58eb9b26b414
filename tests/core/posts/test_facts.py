"""Fragments about a gig: edits, and bare answers to a question for one fact."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.marketplace.posts import Post, answers, read_facts
from core.marketplace.posts.reader import LIMIT
from core.marketplace.posts.values import FeeShape, MissingFact, PostAssumed
from core.scheduling.phrases.understanding import Context
from tests.core.posts.conftest import lines

NOW = datetime(2026, 11, 23, 14, 5)  # a Monday


def facts(words, about=None, locale="en-GB"):
    return read_facts(words, Context(NOW, "Europe/London", locale), about=about)


def told(words, about=None, locale="en-GB"):
    said = lines(facts(words, about, locale))
    del said["missing"]
    return said


EDITS = [
    ("doors 8", {"points": "doors 20:00"}),
    ("8pm", {"points": "event 20:00"}),
    ("load in 5pm, curfew 11", {"points": "load_in 17:00, curfew 23:00"}),
    ("£100 each", {"fee": "guarantee; 100 GBP each"}),
    ("£80 + food", {"fee": "guarantee; 80 GBP; food"}),
    ("no fee", {"fee": "unpaid"}),
    ("70/30", {"fee": "door_split; 70% of the door"}),
    ("2 openers, 25 min", {"slots": "2 opener 25 min"}),
    ("headliner", {"slots": "1 headliner"}),
    ("1 headliner, 2 openers", {"slots": "1 headliner, 2 opener"}),
    ("30 min", {"slots": "? any 30 min"}),
    ("capacity 250", {"cap": 250}),
    ("18+", {"age": 18}),
    ("all ages", {"age": 0}),
    ("12 Dec", {"dates": "26-12-12"}),
    ("Fri 11 Dec or Sat 12 Dec", {"dates": "26-12-11 or 26-12-12"}),
    ("indie", {"genres": "indie"}),
    ("any genre", {"genres": "any"}),
    ("must bring 30", {"draw": 30}),
    ("£12 adv £15 door", {"tickets": "advance 12 GBP, door 15 GBP"}),
    ("@ The Cluny", {"place": "The Cluny"}),
    ("30 Feb", {"problems": "impossible_date"}),
]
CAPACITIES = [("200", 200), ("about 200", 200), ("200 people", 200), ("200ish", 200), ("1,200", 1200), ("1.5k", 1500),
              ("250, all seated", 250), ("room for 80", 80), ("cap 90", 90)]  # fmt: skip
DOORS = [("7:30", "19:30"), ("7.30", "19:30"), ("7", "19:00"), ("half 7", "19:30"), ("1930", "19:30"), ("8pm", "20:00"),
         ("around 7", "19:00"), ("seven", "19:00"), ("8.10", "20:10"), ("doors are at 7", "19:00")]  # fmt: skip
FEES = [
    ("150", "guarantee; 150 GBP"),
    ("150 each", "guarantee; 150 GBP each"),
    ("100-150", "guarantee; 100 GBP to 150 GBP"),
    ("80 + food", "guarantee; 80 GBP; food"),
    ("1.5k", "guarantee; 1500 GBP"),
    ("200 or 70%", "versus; 200 GBP; 70% of the door"),
    ("70/30", "door_split; 70% of the door"),
    ("60% after costs", "door_split; 60% of the door; after costs"),
    ("nothing", "unpaid"),
    ("0", "unpaid"),
]
GENRES = [("indie", "indie"), ("chiptune", "chiptune"), ("indie, chiptune and math rock", "indie/chiptune/math rock"),
          ("bardcore / sea songs", "bardcore/sea songs"), ("heavy stuff", "heavy"), ("anything", "any"), ("whatever", "any")]  # fmt: skip
LENGTHS = [("30", "30 min"), ("30 min", "30 min"), ("30-40", "30-40 min"), ("25/30", "25-30 min"), ("10-12", "10-12 min"),
           ("45 each", "45 min"), ("2 x 45", "2 x 45 min"), ("thirty", "30 min"), ("half an hour", "30 min")]  # fmt: skip
SLOTS = [("2", "2 any"), ("two", "2 any"), ("a couple", "2 any"), ("2 supports", "2 support"), ("headliner", "1 headliner"),
         ("2, 30 min each", "2 any 30 min"), ("an opener and a main support", "1 opener, 1 main_support")]  # fmt: skip
DATES = [("Fri 11 Dec", "26-12-11"), ("11th", "26-12-11"), ("the 11th", "26-12-11"), ("11", "26-12-11"), ("23", "26-11-23"),
         ("11/12", "26-12-11"), ("friday", "26-11-27"), ("12 and 13 March", "27-03-12 27-03-13")]  # fmt: skip
ABROAD = [
    ("ca. 200 Leute", MissingFact.CAPACITY, "de-DE", {"cap": 200}),
    ("nichts", MissingFact.FEE, "de-DE", {"fee": "unpaid"}),
    ("egal", MissingFact.GENRES, "de-DE", {"genres": "any"}),
    ("20 Uhr", MissingFact.DOORS, "de-DE", {"points": "doors 20:00"}),
    ("zwei", MissingFact.SLOTS, "de-DE", {"slots": "2 any"}),
    ("unas 200 personas", MissingFact.CAPACITY, "es-ES", {"cap": 200}),
    ("cualquiera", MissingFact.GENRES, "es-ES", {"genres": "any"}),
    ("environ 200", MissingFact.CAPACITY, "fr-FR", {"cap": 200}),
    ("rien", MissingFact.FEE, "fr-FR", {"fee": "unpaid"}),
    ("19h30", MissingFact.DOORS, "fr-FR", {"points": "doors 19:30"}),
    ("400", MissingFact.FEE, "pt-BR", {"fee": "guarantee; 400 BRL"}),
    ("duas", MissingFact.SLOTS, "pt-BR", {"slots": "2 any"}),
]


@pytest.mark.parametrize(("words", "expected"), EDITS)
def test_an_edit_needs_no_post_around_it(words, expected):
    assert told(words) == expected


@pytest.mark.parametrize(("words", "capacity"), CAPACITIES)
def test_a_bare_figure_is_the_capacity_that_was_asked_for(words, capacity):
    assert facts(words, MissingFact.CAPACITY).capacity == capacity


@pytest.mark.parametrize(("words", "at"), DOORS)
def test_a_bare_time_is_the_doors_that_were_asked_for(words, at):
    assert told(words, MissingFact.DOORS) == {"points": f"doors {at}"}


@pytest.mark.parametrize(("words", "fee"), FEES)
def test_a_bare_sum_is_the_fee_that_was_asked_for(words, fee):
    assert told(words, MissingFact.FEE) == {"fee": fee}


@pytest.mark.parametrize(("words", "genres"), GENRES)
def test_unknown_words_are_the_genres_that_were_asked_for(words, genres):
    assert told(words, MissingFact.GENRES) == {"genres": genres}


@pytest.mark.parametrize(("words", "length"), LENGTHS)
def test_a_bare_figure_is_the_set_length_that_was_asked_for(words, length):
    assert told(words, MissingFact.SET_LENGTH) == {"slots": f"? any {length}"}


@pytest.mark.parametrize(("words", "slots"), SLOTS)
def test_a_bare_number_is_of_the_slots_that_were_asked_for(words, slots):
    assert told(words, MissingFact.SLOTS) == {"slots": slots}


@pytest.mark.parametrize(("words", "dates"), DATES)
def test_a_bare_day_is_the_date_that_was_asked_for(words, dates):
    assert told(words, MissingFact.DATE) == {"dates": dates}


@pytest.mark.parametrize(("words", "about", "locale", "expected"), ABROAD)
def test_bare_answers_are_read_in_every_language(words, about, locale, expected):
    assert told(words, about, locale) == expected


@pytest.mark.parametrize(
    ("words", "about", "expected"),
    [
        ("20 Dec", MissingFact.CAPACITY, {"dates": "26-12-20"}),
        ("2 supports", MissingFact.CAPACITY, {"slots": "2 support"}),
        ("£200", MissingFact.CAPACITY, {"fee": "guarantee; 200 GBP"}),
        ("200 people", MissingFact.FEE, {}),
        ("30 min", MissingFact.FEE, {"slots": "? any 30 min"}),
        ("load in 5", MissingFact.DOORS, {"points": "load_in 17:00"}),
        ("don't know, ask Dave", MissingFact.GENRES, {}),
        ("99", MissingFact.DATE, {}),
        ("three hundred of them", MissingFact.SLOTS, {}),
    ],
)
def test_a_figure_that_says_what_it_counts_answers_nothing_else(words, about, expected):
    assert told(words, about) == expected


def test_a_bare_figure_is_nothing_where_nothing_was_asked():
    assert told("200") == told("150 each") == {}


def test_the_label_of_another_fact_is_believed_and_the_rest_is_the_answer():
    assert told("7pm, music 8, 18+", MissingFact.DOORS) == {
        "points": "doors 19:00, on_stage 20:00",
        "age": 18,
    }


@pytest.mark.parametrize("words", ["", "  \n", "hello there", "thanks", "x" * (LIMIT + 1)])
def test_a_fragment_without_facts_lacks_them_all(words):
    assert facts(words) == Post(missing=tuple(MissingFact))


def test_a_sum_without_a_currency_leaves_it_open():
    found = facts("150 each", MissingFact.FEE)
    assert [(each.what, each.words) for each in found.assumptions] == [(PostAssumed.CURRENCY, "150")]
    assert found.fee.shape is FeeShape.GUARANTEE


def test_a_bare_hour_and_a_bare_day_are_said_back():
    [clock] = facts("7", MissingFact.DOORS).assumptions
    assert (clock.what, clock.words, clock.at) == ("clock", "7", time(19))
    [day] = facts("11", MissingFact.DATE).assumptions
    assert (day.what, day.words, day.day) == ("date", "11", date(2026, 12, 11))


PIECES = ["200", "7:30", "7", "£150", "150 each", "30", "min", "2", "supports", "indie", "Fri", "11", "Dec", "99", "31", "/", "-", ",", "k", "%",
          "70/30", "nothing", "anything", "two", "0", "~", "\x00", "doors", "1.5k", "999999", "30 Feb", "12.12."]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=12),
    st.sampled_from([None, *MissingFact]),
    st.sampled_from(["en-GB", "en-US", "de-DE", "es-ES", "fr-FR", "pt-BR", "xx"]),
    st.sampled_from([" ", ""]),
)
def test_any_fragment_is_answered(pieces, about, locale, between):
    assert isinstance(facts(between.join(pieces), about, locale), Post)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120), st.sampled_from([None, *MissingFact]))
def test_any_text_is_answered_as_a_fragment(words, about):
    assert isinstance(facts(words, about), Post)


@pytest.mark.parametrize("about", [*MissingFact])
def test_a_long_answer_takes_no_more_than_its_share_of_work(about, monkeypatch):
    looked = []
    real = answers._counts
    monkeypatch.setattr(answers, "_counts", lambda *asked: looked.append(asked) or real(*asked))
    facts("1 min, " * 500, about)
    assert len(looked) <= 20
