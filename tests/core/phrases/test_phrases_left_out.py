"""What a sentence excepts from the time that can be played, as rules of its own."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from core.moments import exact_seconds
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context, Kind
from core.scheduling.recurrence.expansion import expanded
from core.scheduling.recurrence.spans import intersection, merged, union
from tests.core.phrases.conftest import NOW, line
from tests.core.phrases.tables import LOCALES

WINDOW = (
    exact_seconds(datetime(2026, 10, 7, 12, tzinfo=UTC)),
    exact_seconds(datetime(2027, 6, 1, tzinfo=UTC)),
)
LEFT_OUT = [
    ("en", "free in december except the 5th to 9th", ["busy 2026-12-05..2026-12-09"]),
    ("en", "I'm free all of december except 5-9", ["busy 2026-12-05..2026-12-09"]),
    (
        "en",
        "free in december except 5, 6 and 12-14",
        ["busy 2026-12-05..2026-12-06", "busy 2026-12-12..2026-12-14"],
    ),
    ("en", "can do any day in december but the 5th", ["busy 2026-12-05"]),
    (
        "en",
        "I'm free every day apart from Mondays and Wednesdays",
        ["busy 2026-10-07 FREQ=WEEKLY;BYDAY=MO,WE"],
    ),
    ("en", "free after 9 on wednesdays", ["busy 2026-10-07 00:00-21:00 FREQ=WEEKLY;BYDAY=WE"]),
    ("en", "free fridays until 9", ["busy 2026-10-09 21:00-00:00+1 FREQ=WEEKLY;BYDAY=FR"]),
    ("en", "free from 7 on friday", ["busy 2026-10-09 00:00-19:00"]),
    ("en", "free in december except 5-9pm", ["busy 2026-12-01 17:00-21:00 FREQ=DAILY;UNTIL=20261231"]),
    ("en", "free next week except tuesday evening", ["busy 2026-10-13 18:00-23:00"]),
    ("en", "free tuesdays except the last one of the month", ["busy 2026-10-27 FREQ=MONTHLY;BYDAY=-1TU"]),
    ("en", "free Mondays except 12 Oct", ["busy 2026-10-12"]),
    ("en", "free Tuesdays", []),
    ("en", "free Friday evening", []),
    ("en", "free Friday 19:00-21:00", []),
    ("en", "busy in december except the 5th", []),
    ("de", "im dezember frei außer vom 5. bis 9.", ["busy 2026-12-05..2026-12-09"]),
    ("de", "im dezember frei außer 5-9", ["busy 2026-12-05..2026-12-09"]),
    ("de", "ich kann jeden tag außer montags", ["busy 2026-10-12 FREQ=WEEKLY;BYDAY=MO"]),
    ("de", "mittwochs ab 21 uhr frei", ["busy 2026-10-07 00:00-21:00 FREQ=WEEKLY;BYDAY=WE"]),
    ("fr", "libre en décembre sauf du 5 au 9", ["busy 2026-12-05..2026-12-09"]),
    ("fr", "libre tous les jours sauf le lundi", ["busy 2026-10-12 FREQ=WEEKLY;BYDAY=MO"]),
    ("fr", "libre le mercredi après 21h", ["busy 2026-10-07 00:00-21:00 FREQ=WEEKLY;BYDAY=WE"]),
    ("es", "libre en diciembre excepto del 5 al 9", ["busy 2026-12-05..2026-12-09"]),
    ("es", "puedo todos los días menos los lunes", ["busy 2026-10-12 FREQ=WEEKLY;BYDAY=MO"]),
    ("es", "libre los miércoles después de las 21", ["busy 2026-10-07 00:00-21:00 FREQ=WEEKLY;BYDAY=WE"]),
    ("pt", "livre em dezembro exceto de 5 a 9", ["busy 2026-12-05..2026-12-09"]),
    ("pt", "livre todos os dias menos segunda", ["busy 2026-10-12 FREQ=WEEKLY;BYDAY=MO"]),
    ("pt", "livre às quartas depois das 21h", ["busy 2026-10-07 00:00-21:00 FREQ=WEEKLY;BYDAY=WE"]),
]
WITHOUT = [
    ("free in december except the 5th to 9th", "free in december"),
    ("free every day apart from Mondays and Wednesdays", "free every day"),
    ("free in december except 5-9pm", "free in december"),
    ("free next week except tuesday evening", "free next week"),
    ("free weekends in december except saturday mornings", "free weekends in december"),
    ("free after 9 on wednesdays", "free on wednesdays"),
    ("free every evening in december except the 12th and fridays", "free every evening in december"),
    ("free tuesdays except the last one of the month", "free tuesdays"),
    ("free Mondays except 12 Oct and 26 Oct", "free Mondays"),
    ("free Mondays except 19 Oct and 9 Nov", "free Mondays"),
]


def read(words, language="en"):
    found = understand(words, Context(NOW, "Europe/London", LOCALES[language]))
    assert found.problem is None, found.problem
    return found.statements


@pytest.mark.parametrize(("language", "words", "expected"), LEFT_OUT)
def test_what_is_excepted_is_known_as_rules(language, words, expected):
    statements = read(words, language)
    left = [rule for each in statements for rule in each.leaves_out if each.kind is Kind.FREE]
    assert [line(replace(statements[0], kind=Kind.BUSY, rule=rule)) for rule in left] == expected


@pytest.mark.parametrize(("words", "whole"), WITHOUT)
def test_what_is_said_and_what_is_left_out_are_the_whole_and_never_overlap(words, whole):
    statements = read(words)
    said = times([each.rule for each in statements], WINDOW)
    left = times([rule for each in statements for rule in each.leaves_out], WINDOW)
    assert left
    assert not intersection(said, left)
    assert union(said, left) == times([each.rule for each in read(whole)], WINDOW)


def times(rules, window):
    return merged(span for rule in rules for span in expanded(rule, window))
