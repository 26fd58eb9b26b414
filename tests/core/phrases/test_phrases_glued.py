"""Headings, weeks, months and figures glued together in any order and language: no exception."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.scheduling.lexicons import LANGUAGES, Tag, lexicon_for, meanings
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context
from tests.core.phrases.tables import LOCALES

NOW = datetime(2026, 10, 7, 11, 20)
HEADINGS = (":", ": 8, 9", " 2028: 8, 9")
FIGURES = ("5", "8, 9", "12-14", "8/9", "30.", "2027", "7pm", ",", "-", "(", ")", "\n")
WEEKS = frozenset({Tag.UNIT, Tag.WEEK_OF, Tag.WEEK_NUMBER, Tag.REST})
MONTHS = frozenset({Tag.MONTH})
SMALL = frozenset(
    {
        *(Tag.OF, Tag.IN, Tag.THE, Tag.ALL, Tag.FROM, Tag.UNTIL, Tag.BEFORE, Tag.AFTER, Tag.EXCEPT),
        *(Tag.THIS, Tag.NEXT, Tag.LAST, Tag.EVERY, Tag.OFTEN, Tag.ORDINAL, Tag.BEGINNING, Tag.ENDING),
        *(Tag.FROM_OF, Tag.HOLIDAY, Tag.WEEKDAY),
    }
)


def words_of(language, tags):
    return sorted(word for word, meaning in meanings(lexicon_for(language)).items() if meaning.tag in tags)


def glued(language):
    kinds = [HEADINGS, FIGURES, *(words_of(language, tags) for tags in (WEEKS, MONTHS, SMALL))]
    pieces = st.one_of([st.sampled_from(kind) for kind in kinds])
    return st.lists(pieces, min_size=1, max_size=8).map(" ".join)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(LANGUAGES).flatmap(lambda language: st.tuples(st.just(language), glued(language))))
def test_headings_and_weeks_glued_together_are_answered(said):
    language, words = said
    found = understand(words, Context(NOW, "Europe/London", LOCALES[language]))
    assert found.statements or found.problem


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "the weekend of December: 5, 6", ["- 2026-12-05", "- 2026-12-06"]),
        ("en", "weekend January: 8, 9", ["- 2027-01-08", "- 2027-01-09"]),
        ("en", "the week of January: 8, 9", ["!ambiguous"]),
        ("en", "every January 2028: 8, 9", ["!ambiguous"]),
        ("de", "Wochenende Dezember: 5, 6", ["- 2026-12-05", "- 2026-12-06"]),
        ("fr", "week-end de décembre : 5, 6", ["- 2026-12-05", "- 2026-12-06"]),
        ("es", "fin de semana de diciembre: 5, 6", ["- 2026-12-05", "- 2026-12-06"]),
        ("pt", "fim de semana de dezembro: 5, 6", ["- 2026-12-05", "- 2026-12-06"]),
    ],
)
def test_a_heading_in_a_week_or_weekend_heads_its_days(rules, language, words, expected):
    assert rules(words, locale=LOCALES[language]) == expected
