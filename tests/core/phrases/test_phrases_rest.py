"""The rest of the time, and "otherwise": what a message says in particular lies above it."""

import pytest

from core.scheduling.phrases.lexing.dictionary import dictionary_for
from core.scheduling.phrases.lexing.normalise import even
from core.scheduling.phrases.lexing.tokens import tokenise
from core.scheduling.phrases.reading.items import read_items
from core.scheduling.phrases.reading.source import Source
from tests.core.phrases.conftest import NOW
from tests.core.phrases.tables import LOCALES

REST = [
    (
        "i'm away 5-9 nov and also can't do the 20th. rest of november is fine",
        ["free 2026-11-01..2026-11-30", "busy 2026-11-05..2026-11-09", "busy 2026-11-20"],
    ),
    (
        "busy 5-9 dec, free the rest of december",
        ["free 2026-12-01..2026-12-31", "busy 2026-12-05..2026-12-09"],
    ),
    (
        "away 5-9 dec, otherwise free in december",
        ["free 2026-12-01..2026-12-31", "busy 2026-12-05..2026-12-09"],
    ),
    (
        "can't do the 4th and 5th of december but the rest of the month is fine",
        ["free 2026-12-01..2026-12-31", "busy 2026-12-04", "busy 2026-12-05"],
    ),
    (
        "not free 5-9 dec but free all other days in december",
        ["free 2026-12-01..2026-12-31", "busy 2026-12-05..2026-12-09"],
    ),
    (
        "can't do 5 dec, other than that I'm free in december",
        ["free 2026-12-01..2026-12-31", "busy 2026-12-05"],
    ),
    (
        "I'm free 5 and 6 dec, rest of december busy",
        ["busy 2026-12-01..2026-12-31", "free 2026-12-05", "free 2026-12-06"],
    ),
    (
        "next week can't do tuesday, rest of the week is fine",
        ["free 2026-10-12..2026-10-18", "busy 2026-10-13"],
    ),
    ("busy 5-9 dec, free otherwise", ["busy 2026-12-05..2026-12-09"]),
    ("can't do 5 or 12 dec, apart from that I'm good", ["busy 2026-12-05", "busy 2026-12-12"]),
    ("5 Dec, 12 Dec no, rest is fine", ["busy 2026-12-05", "busy 2026-12-12"]),
    ("can't do the rest of december", ["busy 2026-12-01..2026-12-31"]),
    (
        "I'm away 24-26 dec and the rest of the year",
        ["busy 2026-12-24..2026-12-26", "busy 2026-10-07..2026-12-31"],
    ),
]
OTHERS = [
    ("de", "bin vom 5. bis 9.12. weg, den rest vom dezember hab ich zeit"),
    ("de", "5.-9.12. kann ich nicht, sonst im dezember frei"),
    ("de", "bin vom 5. bis 9.12. weg, ansonsten im dezember frei"),
    ("fr", "pas dispo du 5 au 9 décembre, le reste du mois c'est bon"),
    ("fr", "absent du 5 au 9 décembre, sinon libre en décembre"),
    ("fr", "pas dispo du 5 au 9 décembre, à part ça libre en décembre"),
    ("es", "no puedo del 5 al 9 de diciembre, el resto del mes sí"),
    ("es", "del 5 al 9 de diciembre no puedo, por lo demás libre en diciembre"),
    ("pt", "não posso de 5 a 9 de dezembro, o resto do mês posso"),
    ("pt", "não posso de 5 a 9 de dezembro, de resto estou livre em dezembro"),
]


@pytest.mark.parametrize(("words", "expected"), REST)
def test_the_rest_lies_under_what_is_said_in_particular(rules, words, expected):
    assert rules(words) == expected


@pytest.mark.parametrize(("language", "words"), OTHERS)
def test_the_rest_in_other_languages(rules, language, words):
    expected = ["free 2026-12-01..2026-12-31", "busy 2026-12-05..2026-12-09"]
    assert rules(words, locale=LOCALES[language]) == expected


def test_busy_otherwise_asks_as_only_does(reading):
    found = reading("free 5 and 6 dec, otherwise busy")
    assert [(each.kind, each.only) for each in found.statements] == [("free", True)] * 2


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "March 2028, rest monthly"),
        ("de", "März 2028, Rest monatlich"),
        ("fr", "mars 2028, reste mensuel"),
        ("es", "marzo 2028, resto mensual"),
        ("pt", "março 2028, resto mensal"),
    ],
)
def test_a_rest_of_nothing_leaves_the_month_spoken_of(language, words):
    source = Source(tokenise(even(words)[1], dictionary_for(language)), NOW.date())
    read_items(source)
    assert source.month == (2028, 3)
