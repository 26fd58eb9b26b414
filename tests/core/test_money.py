"""Money as people write it."""

from decimal import Decimal

import pytest

from core.money import Money, currency_of, figure, find_money, money


@pytest.mark.parametrize(
    ("words", "locale", "expected"),
    [
        ("£150", "en-GB", [(15000, "GBP")]),
        ("150 quid or 20 pounds", "en-GB", [(15000, "GBP"), (2000, "GBP")]),
        ("£1,500 / £1.5k / £1500", "en-GB", [(150000, "GBP")] * 3),
        ("80 € and €80.50", "de-DE", [(8000, "EUR"), (8050, "EUR")]),
        ("1.500 €", "de-DE", [(150000, "EUR")]),
        ("12,50 €", "de-DE", [(1250, "EUR")]),
        ("r$ 400", "pt-BR", [(40000, "BRL")]),
        ("$100", "en-US", [(10000, "USD")]),
        ("$100", "en-CA", [(10000, "CAD")]),
        ("100 bucks", "en-AU", [(10000, "AUD")]),
        ("eur 200, 300 chf", "en-GB", [(20000, "EUR"), (30000, "CHF")]),
        ("5000 jpy", "en-GB", [(5000, "JPY")]),
        ("500 kr", "nb-NO", [(50000, "NOK")]),
        ("150,- und 200,- euro", "de-DE", [(15000, "EUR"), (20000, "EUR")]),
        ("150.- oder 80.-- chf", "de-CH", [(15000, "CHF"), (8000, "CHF")]),
        ("11.12.- laut, 18.12. - 20 uhr", "de-DE", []),
        ("11,- and more", "en-GB", []),
        ("1 200 €", "fr-FR", [(120000, "EUR")]),
        ("5 150 €", "de-DE", [(15000, "EUR")]),
        ("50 balles", "fr-FR", [(5000, "EUR")]),
        ("300 pavos", "es-ES", [(30000, "EUR")]),
        ("200 cap, 7:30, 70/30", "en-GB", []),
    ],
)
def test_sums_are_found(words, locale, expected):
    assert [(each.money.minor, each.money.currency) for each in find_money(words, locale)] == expected


def test_a_sign_of_several_currencies_is_a_guess_abroad():
    assert [each.guessed for each in find_money("$5 £5", "en-GB")] == [True, False]
    assert [each.guessed for each in find_money("$5", "en-US")] == [False]


@pytest.mark.parametrize(
    ("locale", "currency"),
    [("en-GB", "GBP"), ("en_US", "USD"), ("de", "EUR"), ("de-CH", "CHF"), ("xx", "EUR")],
)
def test_a_locale_has_a_currency(locale, currency):
    assert currency_of(locale) == currency


def test_amounts_are_whole_minor_units():
    assert money("12.345", "GBP") == Money(1235, "GBP")
    assert Money(1235, "GBP").amount == Decimal("12.35")
    assert Money(500, "JPY").amount == 500


@pytest.mark.parametrize(
    ("text", "number"), [("1,500", 1500), ("1.500,50", Decimal("1500.5")), ("0.125", Decimal("0.125"))]
)
def test_figures(text, number):
    assert figure(text) == number
