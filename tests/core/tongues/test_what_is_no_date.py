"""What is no single date in a further language: no day is ever picked out of it."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.scheduling.phrases.understanding import Context, Problem, Trouble
from core.scheduling.tongues.found import MoreThanADate, SingleDate, WrongDate
from core.scheduling.tongues.reader import LONGEST, read
from tests.core.tongues.tables import TABLES

CONTEXT = Context(now=datetime(2026, 11, 23, 14, 5), zone="Europe/London", locale="en-GB")

MORE = {
    "it": """dal 3 al 10 gennaio; ogni martedì; martedì sera; 2 febbraio, 5 febbraio; 3-10 gennaio; 3/10 gennaio
        11 dicembre alle 20; tutti i giorni fino al 3 gennaio; dal 3 gennaio; sabato prossimo; 3 gennaio o dopo
        non il 3 gennaio; martedì e giovedì; 3 e 5 gennaio; entro il 3 gennaio; dopo giovedì; gennaio
        11 dicembre 20; 11 dicembre 2031; 31 giugno; 0 gennaio; 3 gennaio 10; martedì martedì; gennaio 3
        il primo martedì di gennaio; 11 dicembre 2026 2027; venerdì 11 dicembre venerdì""",
    "nl": """elke dinsdag; van 3 tot 10 mei elke vrijdag; vanaf vrijdag; vrijdag en zaterdag; dinsdagavond vrijdag
        vrijdag om 20 uur; niet vrijdag; alle woensdagen behalve woensdag; volgende week vrijdag""",
    "pl": """od 3 do 10 stycznia; co wtorek; 3-10 stycznia; każdy piątek; do 3 stycznia; od 3 stycznia
        wtorek wieczorem; 3 i 5 lutego; piątek 11 grudnia o 20; oprócz piątku 11 grudnia; za tydzień w piątek
        31 kwietnia; 11 grudnia 2031; 3 lutego lub 5 lutego; następny piątek; wtorek i czwartek""",
    "tr": """her salı; 3-10 Aralık; 3 Aralık'tan 10 Aralık'a; Cumartesi ve Pazartesi; Salı akşamı; 11 Aralık 20:00
        her ayın ilk Perşembe günü; 3 ile 10 Ağustos arası; Cuma hariç""",
    "uk": """кожен вівторок; з 3 по 10 січня; вівторок увечері; 3 і 5 грудня; до 3 січня; після 3 січня
        крім п'ятниці 11 грудня; вівторок і четвер; 11 грудня о 20:00; 11 грудня 2031""",
    "ru": """каждый вторник; с 3 по 10 января; вторник вечером; 3 и 5 декабря; до 3 января; кроме 11 декабря
        вторник и четверг; 11 декабря в 20:00; не в пятницу; через пятницу""",
    "cs": """každé úterý; od 3. do 10. prosince; 3.-10. prosince; úterý večer; do 3. prosince; úterý a čtvrtek
        3. a 5. prosince; 31. června""",
    "da": "hver tirsdag; fra tirsdag til torsdag; tirsdag aften; hver anden onsdag; tirsdag og torsdag",
    "no": "hver tirsdag; 3.-10. desember; fra 3. til 10. desember; tirsdag kveld; 3. og 5. desember",
    "fi": """joka tiistai; 3.-10. joulukuuta; tiistai-iltana tiistai; 3. ja 5. joulukuuta; 11. joulukuuta klo 20
        ei perjantaina; tiistai tai torstai""",
    "ro": """în fiecare marți; de la 3 la 10 ianuarie; 3-10 ianuarie; miercuri seara; 3 și 5 februarie
        până pe 3 ianuarie; din 3 ianuarie; vineri 11 decembrie la 20; miercuri și vineri""",
}


@pytest.mark.parametrize("language", MORE)
def test_ranges_rules_and_longer_sentences_are_no_date(language):
    assert set(MORE) == set(TABLES)
    for words in MORE[language].replace("\n", ";").split(";"):
        for locale in ("en-GB", "de-DE", language):
            context = Context(now=CONTEXT.now, zone="Europe/London", locale=locale)
            assert not isinstance(read(words, context), SingleDate | WrongDate), words
        found = read(words, context)
        assert isinstance(found, MoreThanADate), words
        assert found.languages == (language,), words


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("venerdì 12 dicembre", date(2026, 12, 12)),
        ("sobota 11 grudnia", date(2026, 12, 11)),
        ("11 Aralık Pazar", date(2026, 12, 11)),
        ("понеділок, 11 грудня 2026", date(2026, 12, 11)),
        ("lørdag den 11. desember", date(2026, 12, 11)),
        ("mar 3 nov", date(2027, 11, 3)),
    ],
)
def test_a_weekday_that_disagrees_is_said(words, day):
    assert read(words, CONTEXT) == WrongDate(Problem(Trouble.WEEKDAY_MISMATCH, words, day))


def test_a_date_that_is_over_is_said():
    found = read("11 dicembre 2025", CONTEXT)
    assert found == WrongDate(Problem(Trouble.PAST, "11 dicembre 2025", date(2025, 12, 11)))


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            " ",
            "ok",
            "ma",
            "la",
            "dom",
            "to",
            "hello there",
            "see you",
            "I love Doc Martens",
            "Marti is late",
        ),
        *(
            "mar 3",
            "mar",
            "11/12",
            "11.12.",
            "12/11/2026",
            "11",
            "2027",
            "11 2027",
            "yesterday",
            "ieri",
            "wczoraj",
        ),
        *("12月11日", "11 siječnja", "5 marzo o 6 marzo", "x" * (LONGEST + 1)),
        *("11 Ha", "3 Ek", "1 2 3", "the march", "11 set list songs"),
    ],
)
def test_what_is_nothing_of_the_kind_is_left_alone(words):
    assert read(words, CONTEXT) is None


def test_a_word_that_happens_to_be_a_day_somewhere_does_not_make_a_message_one():
    assert read("we play at the mart", CONTEXT) == MoreThanADate(("tr",), mostly_days=False)
    assert read("lunga sera martedì con tutti gli altri amici", CONTEXT) == MoreThanADate(
        ("it",), mostly_days=False
    )


def test_a_language_that_is_not_claimed_is_not_guessed_from_a_sister():
    for words in (
        "fredag den 11 augusti",
        "11 augusti",
        "11 srpnja",
        "11 kolovoza",
        "11 augusztus",
        "11 ožujka",
    ):
        assert not isinstance(read(words, CONTEXT), SingleDate), words


def test_far_away_or_impossible_days_are_not_taken():
    for words in (
        "24 listopada 2028",
        "25 listopada 2028",
        "29 lutego 2027",
        "11 grudnia 2111",
        "32 grudnia",
    ):
        assert not isinstance(read(words, CONTEXT), SingleDate), words
    assert read("22 listopada 2028", CONTEXT) == SingleDate(date(2028, 11, 22), ("pl",))


WORDS = [word for table in TABLES.values() for word in (*table.months.split(), *table.weekdays.split())]


@given(
    st.lists(st.sampled_from([*WORDS, *map(str, range(40)), "2026", "2027", "-", "e", "i", "do"]), max_size=7)
)
def test_whatever_is_put_together_is_a_coming_date_of_its_own_words_or_none(pieces):
    found = read(" ".join(pieces), CONTEXT)
    if isinstance(found, SingleDate):
        figures = [int(piece) for piece in pieces if piece.isdigit()]
        assert figures == [] or figures[0] == found.day.day
        assert figures[1:] in ([], [found.day.year])
        assert 0 <= (found.day - CONTEXT.now.date()).days <= 731
