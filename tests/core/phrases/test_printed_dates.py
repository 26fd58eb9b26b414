"""What the bot prints of dates and hours is understood when it is typed back."""

from datetime import date, time, timedelta

import pytest

from core import formats
from tests.core.phrases.conftest import NOW

_AHEAD = range(0, 700, 11)
"""Days from today: this year, the next one, and the one after."""


@pytest.mark.parametrize("locale", ["en-GB", "en-US", "de-DE", "es-ES", "es-MX", "fr-FR", "pt-BR", "pt-PT"])
def test_a_printed_date_is_that_date(rules, locale):
    for printed, on in _printed(locale):
        assert rules(printed, locale=locale) == [f"- {on:%Y-%m-%d}"]


@pytest.mark.parametrize("locale", ["en-GB", "en-US", "de-DE", "es-ES", "es-MX", "fr-FR", "pt-BR", "pt-PT"])
def test_hours_behind_a_printed_date_are_those_hours(rules, locale):
    evening = formats.hours(time(20), time(23), locale)
    for printed, on in _printed(locale):
        assert rules(f"{printed}, {evening}", locale=locale) == [f"- {on:%Y-%m-%d} 20:00-23:00"]


def _printed(locale: str) -> list[tuple[str, date]]:
    days = [NOW.date() + timedelta(days=n) for n in _AHEAD]
    return [(formats.day(on, locale, today=NOW.date()), on) for on in days]
