"""Single dates in the further languages: every claimed one has its table, and reads all of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest

from core.scheduling.lexicons import LANGUAGES
from core.scheduling.phrases.understanding import Context
from core.scheduling.tongues.found import SingleDate
from core.scheduling.tongues.known import TONGUES
from core.scheduling.tongues.reader import read
from tests.core.tongues.tables import TABLES

NOW = datetime(2026, 11, 23, 14, 5)
"""A Monday."""


def context(locale="en-GB", now=NOW):
    return Context(now=now, zone="Europe/London", locale=locale)


def day_of(words, locale="en-GB", now=NOW):
    found = read(words, context(locale, now))
    assert isinstance(found, SingleDate), (words, found)
    return found.day


def coming(day, month):
    """The next such date."""
    year = NOW.year if (month, day) >= (NOW.month, NOW.day) else NOW.year + 1
    return date(year, month, day)


def test_every_claimed_language_has_a_table():
    assert set(TABLES) == set(TONGUES)
    assert not set(TONGUES) & set(LANGUAGES)


@pytest.mark.parametrize("language", TABLES)
def test_every_month_with_and_without_a_year(language):
    table = TABLES[language]
    assert len(table.months.split()) == len(table.short.split()) == 12
    for names in (table.months, table.short):
        for number, month in enumerate(names.split(), 1):
            for day in (1, 11, 28):
                assert day_of(f"{day} {month}") == coming(day, number), month
            said, expected = f"11 {month}", coming(11, number)
            for locale in ("en-US", "de-DE", language):
                assert day_of(said, locale) == expected, said
            assert day_of(f"{said}.") == expected
            assert day_of(f"{said} {expected.year}") == expected
            if number <= 10:
                assert day_of(f"{said} 2028") == date(2028, number, 11)


@pytest.mark.parametrize("language", TABLES)
def test_every_weekday_beside_a_date(language):
    table = TABLES[language]
    for names in (table.weekdays, table.short_weekdays):
        for ahead, weekday in enumerate(names.split(), 14):
            expected = NOW.date() + timedelta(days=ahead)
            month = table.months.split()[expected.month - 1]
            for said in (f"{weekday} {expected.day} {month}", f"{weekday}, {expected.day} {month} 2026"):
                assert day_of(said, language) == expected, said


@pytest.mark.parametrize("language", TABLES)
def test_every_weekday_alone_is_the_next_one_and_today_is_one(language):
    for ahead, weekday in enumerate(TABLES[language].weekdays.split()):
        assert day_of(weekday, language) == NOW.date() + timedelta(days=ahead), weekday
        assert day_of(weekday.upper(), language) == NOW.date() + timedelta(days=ahead), weekday


@pytest.mark.parametrize("language", TABLES)
def test_today_and_tomorrow(language):
    table = TABLES[language]
    assert day_of(table.today) == NOW.date()
    assert day_of(table.tomorrow) == NOW.date() + timedelta(days=1)
    if table.after_tomorrow:
        assert day_of(table.after_tomorrow) == NOW.date() + timedelta(days=2)


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [(language, words, day) for language, table in TABLES.items() for words, day in table.said],
)
def test_other_ways_to_write_a_day(language, words, day):
    assert day_of(words) == day_of(words, language) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "language"), [("23 novembre", "it"), ("23 listopada", "pl"), ("23 Kasım", "tr")]
)
def test_todays_own_date_is_today_and_yesterdays_is_in_a_year(words, language):
    assert day_of(words, language) == date(2026, 11, 23)
    assert day_of(words.replace("23", "22"), language) == date(2027, 11, 22)


def test_the_day_is_that_of_the_person_and_not_of_this_machine():
    assert day_of("domani", now=datetime(2031, 2, 27, 23, 59)) == date(2031, 2, 28)
    assert day_of("1 marca", now=datetime(2031, 2, 27, 0, 0)) == date(2031, 3, 1)
    assert day_of("29 lutego", now=datetime(2027, 3, 1, 9, 0)) == date(2028, 2, 29)


def test_a_word_of_several_languages_is_read_as_the_persons_own():
    assert read("завтра", context()) == SingleDate(date(2026, 11, 24), ("uk", "ru"))
    assert read("завтра", context("ru-RU")) == SingleDate(date(2026, 11, 24), ("ru",))
    assert read("i morgen", context("nb-NO")) == SingleDate(date(2026, 11, 24), ("no",))


def test_many_threads_read_at_once():
    said = [words for table in TABLES.values() for words, _ in table.said] * 3
    alone = [day_of(words) for words in said]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(day_of, said)) == alone
