"""One of two days, and not both, is asked about in every language; words for two that count days are not."""

import pytest

from tests.core.phrases.tables import LOCALES


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "free Friday or Saturday but not both"),
        ("en", "can do fri or sat, not both"),
        ("en", "free fri or sat not both"),
        ("en", "free 5 or 6 Dec, but not both days"),
        ("en", "free Friday or Saturday but I can't do both"),
        ("de", "kann Freitag oder Samstag, aber nicht beides"),
        ("de", "Freitag oder Samstag frei, nicht beide Tage"),
        ("fr", "libre vendredi ou samedi mais pas les deux"),
        ("fr", "je peux vendredi ou samedi, pas tous les deux"),
        ("es", "libre viernes o sábado pero no los dos"),
        ("es", "libre viernes o sábado pero no puedo los dos"),
        ("es", "puedo viernes o sábado, no ambos días"),
        ("pt", "livre sexta ou sábado mas não os dois"),
        ("pt", "posso sexta ou sábado, não ambos"),
    ],
)
def test_which_of_two_days_is_asked(rules, language, words):
    assert rules(words, locale=LOCALES[language]) == ["!ambiguous"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "pas les deux prochains week-ends"),
        ("es", "no los dos próximos fines de semana"),
        ("pt", "não os dois próximos fins de semana"),
    ],
)
def test_two_weekends_that_are_denied_are_busy(rules, language, words):
    expected = ["busy 2026-10-10 FREQ=WEEKLY;COUNT=4;BYDAY=SA,SU"]
    assert rules(words, locale=LOCALES[language]) == expected
