"""Posts in which the act pays for playing, and those in which it does not."""

from datetime import datetime

import pytest

from core.marketplace.posts import Post, merged, pays_to_play, read_facts, read_post
from core.marketplace.posts.values import FeeShape, MissingFact, PayToPlay
from core.scheduling.phrases.understanding import Context
from tests.core.phrases.tables import LOCALES
from tests.core.posts.conftest import lines

PAID = [
    ("en", "pay to play", "buy_on"),
    ("en", "Support for The Foxes 12/3, £50 buy-on, 25 mins", "buy_on; buy_on 50 GBP"),
    ("en", "buy-on: £300", "buy_on; buy_on 300 GBP"),
    ("en", "you pay £200 for the slot", "buy_on; buy_on 200 GBP"),
    ("en", "bands pay 50", "buy_on; buy_on 50 GBP"),
    ("en", "battle of the bands, entry fee £25 per band", "buy_on; buy_on 25 GBP"),
    ("en", "£25 entry per band", "buy_on; buy_on 25 GBP"),
    ("de", "Startgebühr 50 €", "buy_on; buy_on 50 EUR"),
    ("de", "Bands zahlen 100 €", "buy_on; buy_on 100 EUR"),
    ("es", "30 € de inscripción por grupo", "buy_on; buy_on 30 EUR"),
    ("es", "pagar por tocar", "buy_on"),
    ("fr", "frais d'inscription 30 €", "buy_on; buy_on 30 EUR"),
    ("fr", "les groupes paient 50 €", "buy_on; buy_on 50 EUR"),
    ("pt", "taxa de inscrição R$ 50", "buy_on; buy_on 50 BRL"),
    ("pt", "as bandas pagam R$ 100", "buy_on; buy_on 100 BRL"),
]
SELLING = [
    ("en", "must sell 25 tickets", 25),
    ("en", "bands must sell a minimum of 30 tickets at £8", 30),
    ("en", "25 tickets to sell", 25),
    ("en", "ticket quota of 20", 20),
    ("en", "you have to buy 20 tickets up front", 20),
    ("en", "must sell tickets", 0),
    ("de", "Ihr müsst 25 Karten verkaufen", 25),
    ("de", "Mindestabnahme 20 Tickets", 20),
    ("es", "tenéis que vender 25 entradas", 25),
    ("es", "venta mínima de 20 entradas", 20),
    ("fr", "vous devez vendre 25 billets", 25),
    ("fr", "vente minimum de 20 places", 20),
    ("pt", "cada banda tem que vender 25 ingressos", 25),
    ("pt", "cota de 30 ingressos", 30),
]
HIRED = [
    ("en", "£120 hire"),
    ("en", "engineer £40"),
    ("en", "80 cap basement, you keep the door, £50 engineer"),
    ("de", "Raummiete 120 €"),
    ("es", "alquiler 120 €"),
    ("fr", "location 120 €"),
    ("pt", "aluguel R$ 300"),
]
FAIR = [
    ("en", "not pay to play"),
    ("en", "we don't do pay to play"),
    ("en", "no buy-on, £50 each"),
    ("en", "you don't have to sell tickets, £50 each"),
    ("en", "hire £0, you keep door"),
    ("en", "£5 entry, £50 each"),
    ("en", "tickets £5 each"),
    ("en", "£2 per ticket you sell"),
    ("en", "90 tickets sold"),
    ("en", "must bring 20"),
    ("en", "80/20 after £150 for sound"),
    ("en", "no hire fee"),
    ("en", "free to enter, £50 a band"),
    ("de", "kein Pay to Play"),
    ("de", "80 Karten verkauft, 100 € pro Band"),
    ("es", "nada de pagar por tocar"),
    ("es", "80 entradas vendidas"),
    ("fr", "pas de pay to play"),
    ("fr", "80 billets vendus"),
    ("pt", "sem pay to play"),
    ("pt", "80 ingressos vendidos"),
]


def facts(language, words):
    zone = "America/Sao_Paulo" if language == "pt" else "Europe/London"
    locale = "pt-BR" if language == "pt" else LOCALES[language]
    return read_facts(words, Context(datetime(2026, 11, 23, 14, 5), zone, locale))


@pytest.mark.parametrize(("language", "words", "fee"), PAID)
def test_an_act_pays_for_its_slot(language, words, fee):
    found = facts(language, words)
    assert (lines(found)["fee"], pays_to_play(found)) == (fee, PayToPlay.BUY_ON)


@pytest.mark.parametrize(("language", "words", "tickets"), SELLING)
def test_an_act_must_sell_tickets(language, words, tickets):
    found = facts(language, words)
    assert (found.fee.must_sell, pays_to_play(found)) == (tickets, PayToPlay.TICKETS_TO_SELL)
    assert (found.capacity, found.sold, found.draw) == (None, None, None)


@pytest.mark.parametrize(("language", "words"), HIRED)
def test_an_act_pays_for_the_room_or_what_is_in_it(language, words):
    assert pays_to_play(facts(language, words)) is PayToPlay.HIRE


@pytest.mark.parametrize(("language", "words"), FAIR)
def test_an_act_pays_nothing(language, words):
    assert pays_to_play(facts(language, words)) is None


def test_what_an_act_pays_for_its_slot_leads_before_what_it_is_paid():
    found = facts("en", "£50 buy-on, 60% of your own ticket sales, must sell 20 tickets")
    assert (found.fee.shape, found.fee.own_share, found.fee.must_sell) == (FeeShape.BUY_ON, 60, 20)
    assert pays_to_play(found) is PayToPlay.BUY_ON


def test_tickets_to_sell_say_how_an_act_pays_to_play():
    assert pays_to_play(facts("en", "pay to play, 50 tickets to sell")) is PayToPlay.TICKETS_TO_SELL


def test_tickets_to_sell_are_no_fee_yet():
    assert MissingFact.FEE in facts("en", "must sell 25 tickets").missing


def test_a_message_that_makes_acts_sell_tickets_is_a_post():
    found = read_post(
        "Fri 11 Dec: bands must sell 25 tickets at £8", Context(datetime(2026, 11, 23), "Europe/London")
    )
    assert isinstance(found, Post)
    assert found.fee.must_sell == 25


def test_a_new_fee_takes_the_buy_on_away_and_leaves_the_tickets_to_sell():
    old = facts("en", "2 supports, £50 buy-on, must sell 20 tickets")
    assert pays_to_play(merged(old, facts("en", "£80 each"))) is PayToPlay.TICKETS_TO_SELL
    assert merged(old, facts("en", "must sell 10 tickets")).fee.must_sell == 10


def test_tickets_to_sell_are_added_to_the_fee_there_is():
    post = merged(facts("en", "2 supports, £80 each"), facts("en", "must sell 10 tickets"))
    assert lines(post)["fee"] == "guarantee; 80 GBP each; must sell 10"
