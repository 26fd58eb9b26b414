"""Small words of a post ("of", "sold", "at the door") in the other languages, where English has them too."""

from datetime import datetime

import pytest

from core.marketplace.posts import read_post
from core.scheduling.phrases.understanding import Context
from tests.core.phrases.tables import LOCALES

NOW = datetime(2026, 10, 7, 11, 20)
ROOMS = [
    ("en", "Need a support, 5 Dec, capacity of 150, 80 tickets sold, fee of 100 €, over 18s only"),
    ("de", "Suche Vorband, 5.12., Kapazität von 150, 80 Karten verkauft, Gage von 100 €"),
    ("fr", "Cherchons première partie, 5 déc, jauge de 150, 80 billets vendus, cachet de 100 €"),
    ("es", "Buscamos teloneros, 5 dic, aforo de 150, 80 entradas vendidas, caché de 100 €, mayores de 18"),
    ("pt", "Procuramos banda de abertura, 5 dez, lotação de 150, 80 bilhetes vendidos, cachê de 100 €"),
]
DOORS = [
    ("en", "band wanted, 5 Dec, on the door 10 €, 70 percent of the door after the first 50 tickets"),
    ("de", "Band gesucht, 5.12., Abendkasse 10 €, 70 Prozent vom Eintritt nach den ersten 50 Karten"),
    ("fr", "cherche groupe, 5 déc, sur place 10 €, 70 pour cent de la porte après les premiers 50 billets"),
    (
        "es",
        "buscamos banda, 5 dic, en puerta 10 €, 70 por ciento de la taquilla tras las primeras 50 entradas",
    ),
    (
        "pt",
        "procuramos banda, 5 dez, na porta 10 €, 70 por cento da bilheteira após os primeiros 50 bilhetes",
    ),
]
CHARGES = [
    ("en", "band wanted, 5 Dec, capacity 150, 30 € for the engineer, an hour and a half"),
    ("de", "Band gesucht, 5.12., Kapazität 150, 30 € für den Techniker, anderthalb Stunden"),
    ("fr", "cherche groupe, 5 déc, jauge 150, 30 € pour le technicien, une heure et demie"),
    ("es", "buscamos banda, 5 dic, aforo 150, 30 € para el técnico, una hora y media"),
    ("pt", "procuramos banda, 5 dez, lotação 150, 30 € para o técnico, uma hora e meia"),
]


def post(language, words):
    return read_post(words, Context(NOW, "Europe/Berlin", LOCALES[language]))


@pytest.mark.parametrize(("language", "words"), ROOMS)
def test_figures_behind_small_words_are_the_rooms(language, words):
    found = post(language, words)
    assert (found.capacity, found.sold, found.fee.guarantee.amount) == (150, 80, 100)
    assert found.age_from in (None, 18)


@pytest.mark.parametrize(("language", "words"), DOORS)
def test_the_door_and_a_share_of_it_are_told_apart(language, words):
    found = post(language, words)
    assert found.tickets.door.amount == 10
    assert (found.fee.shape, found.fee.share, found.fee.after_tickets) == ("door_split", 70, 50)


@pytest.mark.parametrize(("language", "words"), CHARGES)
def test_what_an_act_pays_is_no_fee_and_hours_in_words_are_a_set(language, words):
    found = post(language, words)
    assert [each.money.amount for each in found.fee.charges] == [30]
    assert found.fee.guarantee is None
    assert found.slots[0].minutes == 90
