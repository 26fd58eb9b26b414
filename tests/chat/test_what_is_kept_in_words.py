"""Arguments as text, rules as JSON, dates as words: what goes in comes out."""

import json
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.arguments import Missing, Unfit, arguments_of, bind, split_line
from bots.chat.commands.band.bands import BandCreateArguments
from bots.chat.commands.band.invites import BandInviteArguments
from bots.chat.commands.green.green import GreenArguments
from bots.chat.reply import Strong, Text, fill, plain
from core import formats
from core.scheduling.phrases import understand
from core.scheduling.phrases.codec import rule_from_json, rule_to_json, statement_from_json, statement_to_json
from core.scheduling.phrases.day_ranges import days_between, days_of
from core.scheduling.phrases.understanding import Context

TODAY = date(2026, 11, 23)
PLAIN = (
    st.text(st.characters(blacklist_characters=":", blacklist_categories=["Cs"]), min_size=1)
    .map(lambda each: " ".join(each.split()))
    .filter(bool)
)


@given(name=PLAIN, city=PLAIN, genres=PLAIN)
def test_what_follows_a_command_is_told_apart_in_any_order(name, city, genres):
    arguments = arguments_of(BandCreateArguments)
    wanted = {"name": name, "city": city, "genres": genres}
    assert split_line(arguments, f"{name} city: {city} genres: {genres}") == wanted
    assert split_line(arguments, f"{name} GENRES: {genres} City: {city}") == wanted
    assert split_line(arguments, f"genres: {genres} city: {city} name: {name}") == wanted


@given(text=st.text(max_size=300))
def test_no_line_breaks_the_grammar(text):
    for shape in (BandCreateArguments, BandInviteArguments, GreenArguments):
        raw = split_line(arguments_of(shape), text)
        assert isinstance(bind(shape, raw), shape | Missing | Unfit)


@pytest.mark.parametrize(
    ("said", "hours"),
    [("3", 3), ("3h", 3), ("3 hours", 3), ("2,5", 2.5), ("2.5", 2.5), ("24", 24), ("0.5", 0.5)],
)
def test_an_amount_may_have_its_unit(said, hours):
    assert bind(GreenArguments, {"hours": said}) == GreenArguments(hours=hours)


@pytest.mark.parametrize("said", ["", "0", "25", "-1", "three", "1e3", "3 3", "٣٠٠", "9" * 400])
def test_an_amount_that_is_none(said):
    found = bind(GreenArguments, {"hours": said})
    assert found == GreenArguments() if not said else isinstance(found, Unfit)


@pytest.mark.parametrize(
    "words",
    [
        "every Tuesday evening until Easter, not the 15th",
        "every other Friday from 18:00",
        "first Friday of every month",
        "3-10 Jan",
        "Fri 4 Dec 22:00-04:00",
        "every weekday 9-17",
        "from 1 February on",
        "maybe the last Sunday of every month in 2027",
    ],
)
def test_statements_survive_a_draft(words):
    meaning = understand(words, Context(datetime(2026, 11, 23, 19), "Europe/London"))
    assert meaning.problem is None
    assert meaning.statements
    for each in meaning.statements:
        kept = json.loads(json.dumps(statement_to_json(each)))
        again = statement_from_json(kept)
        assert (again.rule, again.kind, again.end_said) == (each.rule, each.kind, each.end_said)
        assert rule_from_json(json.loads(json.dumps(rule_to_json(each.rule)))) == each.rule


@given(name=st.text(), day=st.text())
def test_what_fills_a_sentence_is_never_a_template(name, day):
    words = fill("{name}: {day} {name}", name=Strong(name), day=day)
    assert plain(words) == f"{name}: {day} {name}"
    assert Strong(name) in words
    assert Text(day) in words


@given(
    value=st.dates(),
    locale=st.sampled_from(["en-GB", "en-US", "en", "de", "fr", "ja", "xx", "", "en-XX", "🎸"]),
)
def test_every_day_can_be_said_in_every_locale(value, locale):
    said = formats.day(value, locale, today=TODAY)
    assert str(value.day) in said
    if locale in ("en-GB", "en-US", "en"):
        near = TODAY - timedelta(days=60) <= value <= TODAY + timedelta(days=300)
        assert (str(value.year) in said.replace(str(value.day), "", 1)) != near or value.year < 100


@pytest.mark.parametrize(
    ("start", "end", "gb", "us"),
    [
        (time(18), time(23), "18:00-23:00", "6:00 PM-11:00 PM"),
        (time(9, 5), time(17, 30), "09:05-17:30", "9:05 AM-5:30 PM"),
        (time(18), time(0), "18:00-24:00", "6:00 PM-12:00 AM"),
        (time(22), time(4), "22:00-04:00", "10:00 PM-4:00 AM"),
    ],
)
def test_hours(start, end, gb, us):
    assert formats.hours(start, end, "en-GB") == gb
    assert formats.hours(start, end, "en-US") == us


@pytest.mark.parametrize(
    ("locale", "zone", "found"),
    [
        (None, None, "en-GB"),
        ("", "America/New_York", "en-GB"),
        ("en", "America/New_York", "en-US"),
        ("en", "Europe/London", "en-GB"),
        ("en", None, "en"),
        ("en", "UTC", "en"),
        ("en_US", "Europe/London", "en-US"),
        ("de", "Europe/Berlin", "de-DE"),
    ],
)
def test_a_bare_language_takes_its_region_from_the_zone(locale, zone, found):
    assert formats.regional(locale, zone) == found


def test_days_in_words_as_a_range():
    context = Context(datetime(2026, 11, 23, 19), "Europe/London")
    assert days_of("December", context) == days_between(date(2026, 12, 1), date(2026, 12, 31))
    assert days_of("December", context).whole
    tuesdays = days_of("every Tuesday evening in December", context)
    assert not tuesdays.whole
    assert (tuesdays.first, tuesdays.last) == (date(2026, 12, 1), date(2026, 12, 29))
    endless = days_of("every Friday", context)
    assert endless.last <= date(2026, 11, 23) + timedelta(days=431)
