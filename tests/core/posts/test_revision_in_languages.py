"""Drafts corrected, and missing facts answered, in German, French, Spanish and Portuguese."""

from datetime import datetime

import pytest

from core.marketplace.posts import Post, merged, read_facts, read_post
from core.marketplace.posts.values import MissingFact
from core.scheduling.phrases.understanding import Context
from tests.core.posts.conftest import MONDAY, ZONES, lines

OLD = {
    "de-DE": "Fr 11.12., 2 Supports gesucht, Einlass 19:30, 200 Leute, Indie/Punk, 150 € + Essen",
    "fr-FR": "Ven 11/12, cherche 2 premières parties, portes 19h30, jauge 200, indé/punk, 150 € + repas",
    "es-ES": "Vie 11/12, buscamos 2 teloneros, puertas 19:30, aforo 200, indie/punk, 150 € + cena",
    "pt-BR": "Sex 11/12, procuramos 2 bandas de abertura, portas 19h30, lotação 200, indie/punk, R$ 400 + jantar",
}
GERMAN = [
    ("Einlass 20 Uhr", {"points": "doors 20:00"}),
    ("Einlass doch erst um 20:30", {"points": "doors 20:30"}),
    ("Aufbau 17 Uhr", {"points": "doors 19:30, load_in 17:00"}),
    ("12.12.", {"dates": "26-12-12"}),
    ("doch am Samstag, 12. Dezember", {"dates": "26-12-12"}),
    ("Kapazität 250", {"cap": 250}),
    ("300 Leute", {"cap": 300}),
    ("Noise Rock", {"genres": "noise rock"}),
    ("Genre egal", {"genres": "any"}),
    ("ab 18", {"age": 18}),
    ("VVK 12 €", {"tickets": "advance 12 EUR"}),
    ("Eintritt frei", {"tickets": "free"}),
    ("mindestens 20 Leute mitbringen", {"draw": 20}),
    ("im Molotow", {"place": "Molotow"}),
    ("100 € pro Band", {"fee": "guarantee; 100 EUR each"}),
    ("je 120 €", {"fee": "guarantee; 120 EUR each"}),
    ("keine Gage", {"fee": "unpaid"}),
    ("Türdeal 70/30", {"fee": "door_split; 70% of the door"}),
    ("und Getränke frei", {"fee": "guarantee; 150 EUR; food; drinks"}),
    ("30 € für den Techniker", {"fee": "guarantee; 150 EUR; Techniker costs 30 EUR; food"}),
    ("30 Minuten", {"slots": "2 support 30 min", "missing": None}),
    ("2 Opener, 25 min", {"slots": "2 opener 25 min", "missing": None}),
    ("ein Headliner", {"slots": "1 headliner"}),
    ("drei Vorbands", {"slots": "3 support"}),
    ("Hallo", {}),
]
FRENCH = [
    ("portes 20h", {"points": "doors 20:00"}),
    ("finalement ouverture des portes à 20h30", {"points": "doors 20:30"}),
    ("arrivée 17h", {"points": "doors 19:30, load_in 17:00"}),
    ("12/12", {"dates": "26-12-12"}),
    ("plutôt le samedi 12 décembre", {"dates": "26-12-12"}),
    ("jauge 250", {"cap": 250}),
    ("300 places", {"cap": 300}),
    ("noise rock", {"genres": "noise rock"}),
    ("tous styles", {"genres": "any"}),
    ("18 ans et plus", {"age": 18}),
    ("prévente 12 €", {"tickets": "advance 12 EUR"}),
    ("entrée libre", {"tickets": "free"}),
    ("ramener au moins 20 personnes", {"draw": 20}),
    ("au Molotov", {"place": "Molotov"}),
    ("100 € par groupe", {"fee": "guarantee; 100 EUR each"}),
    ("pas de cachet", {"fee": "unpaid"}),
    ("coréalisation 70/30", {"fee": "door_split; 70% of the door"}),
    ("et boissons", {"fee": "guarantee; 150 EUR; food; drinks"}),
    ("30 € pour l'ingé son", {"fee": "guarantee; 150 EUR; ingé son costs 30 EUR; food"}),
    ("30 minutes", {"slots": "2 support 30 min", "missing": None}),
    ("2 groupes d'ouverture, 25 min", {"slots": "2 opener 25 min", "missing": None}),
    ("une tête d'affiche", {"slots": "1 headliner"}),
    ("trois premières parties", {"slots": "3 support"}),
    ("bonjour", {}),
]
SPANISH = [
    ("puertas 20h", {"points": "doors 20:00"}),
    ("mejor apertura de puertas a las 20:30", {"points": "doors 20:30"}),
    ("descarga 17h", {"points": "doors 19:30, load_in 17:00"}),
    ("12/12", {"dates": "26-12-12"}),
    ("mejor el sábado 12 de diciembre", {"dates": "26-12-12"}),
    ("aforo 250", {"cap": 250}),
    ("300 personas", {"cap": 300}),
    ("noise rock", {"genres": "noise rock"}),
    ("cualquier estilo", {"genres": "any"}),
    ("mayores de 18", {"age": 18}),
    ("anticipada 12 €", {"tickets": "advance 12 EUR"}),
    ("entrada libre", {"tickets": "free"}),
    ("hay que traer al menos 20 personas", {"draw": 20}),
    ("en la Sala Clamores", {"place": "Sala Clamores"}),
    ("100 € por grupo", {"fee": "guarantee; 100 EUR each"}),
    ("sin caché", {"fee": "unpaid"}),
    ("taquilla 70/30", {"fee": "door_split; 70% of the door"}),
    ("y bebida", {"fee": "guarantee; 150 EUR; food; drinks"}),
    ("30 € para el técnico", {"fee": "guarantee; 150 EUR; técnico costs 30 EUR; food"}),
    ("30 minutos", {"slots": "2 support 30 min", "missing": None}),
    ("2 bandas de apertura, 25 min", {"slots": "2 opener 25 min", "missing": None}),
    ("un cabeza de cartel", {"slots": "1 headliner"}),
    ("tres teloneros", {"slots": "3 support"}),
    ("hola", {}),
]
PORTUGUESE = [
    ("portas 20h", {"points": "doors 20:00"}),
    ("na verdade abertura da casa às 20h30", {"points": "doors 20:30"}),
    ("chegada 17h", {"points": "doors 19:30, load_in 17:00"}),
    ("12/12", {"dates": "26-12-12"}),
    ("melhor sábado 12 de dezembro", {"dates": "26-12-12"}),
    ("lotação 250", {"cap": 250}),
    ("300 pessoas", {"cap": 300}),
    ("noise rock", {"genres": "noise rock"}),
    ("qualquer estilo", {"genres": "any"}),
    ("maiores de 18", {"age": 18}),
    ("antecipado R$ 20", {"tickets": "advance 20 BRL"}),
    ("entrada franca", {"tickets": "free"}),
    ("tem que levar pelo menos 20 pessoas", {"draw": 20}),
    ("no Hangar", {"place": "Hangar"}),
    ("R$ 300 por banda", {"fee": "guarantee; 300 BRL each"}),
    ("sem cachê", {"fee": "unpaid"}),
    ("bilheteria 70/30", {"fee": "door_split; 70% of the door"}),
    ("e bebida", {"fee": "guarantee; 400 BRL; food; drinks"}),
    ("R$ 100 para o técnico", {"fee": "guarantee; 400 BRL; técnico costs 100 BRL; food"}),
    ("30 minutos", {"slots": "2 opener 30 min", "missing": None}),
    ("2 primeiras partes, 25 min", {"slots": "2 support 25 min", "missing": None}),
    ("um headliner", {"slots": "1 headliner"}),
    ("três bandas de abertura", {"slots": "3 opener"}),
    ("oi", {}),
]
EDITS = [
    (locale, words, expected)
    for locale, group in (
        ("de-DE", GERMAN),
        ("fr-FR", FRENCH),
        ("es-ES", SPANISH),
        ("pt-BR", PORTUGUESE),
    )
    for words, expected in group
]
ASKED = (
    MissingFact.DATE,
    MissingFact.DOORS,
    MissingFact.SLOTS,
    MissingFact.SET_LENGTH,
    MissingFact.FEE,
    MissingFact.CAPACITY,
    MissingFact.GENRES,
)
ANSWERED = {
    "dates": "26-12-11",
    "points": "doors 19:30",
    "slots": "2 support 30 min",
    "fee": "guarantee; 150 EUR each",
    "genres": "indie/punk",
    "cap": 200,
}
ANSWERS = [
    ("de-DE", ("Fr 11.12.", "19:30 Uhr", "2 Supports", "30", "150 pro Band", "200", "Indie/Punk"), {}),
    ("de-DE", ("am 11.", "halb acht", "zwei Vorbands", "eine halbe Stunde", "je 150,-", "so 200", "Indie und Punk"), {}),
    ("fr-FR", ("ven 11 décembre", "19h30", "2 premières parties", "30", "150 par groupe", "200", "indie/punk"), {}),
    ("fr-FR", ("le 11", "19 h 30", "deux premières parties", "une demi-heure", "150 € chacun", "environ 200", "indie et punk"), {}),
    ("es-ES", ("vie 11 de diciembre", "19:30", "2 teloneros", "30", "150 por grupo", "200", "indie/punk"), {}),
    ("es-ES", ("el 11", "a las 19:30", "dos teloneros", "media hora", "150 € cada uno", "unas 200", "indie y punk"), {}),
    (
        "pt-BR",
        ("sex 11/12", "19h30", "2 bandas de abertura", "30", "150 por banda", "200", "indie/punk"),
        {"slots": "2 opener 30 min", "fee": "guarantee; 150 BRL each"},
    ),
    ("pt-PT", ("dia 11", "às 19h30", "duas primeiras partes", "meia hora", "150 € cada", "umas 200", "indie e punk"), {}),
]  # fmt: skip
NOTHING = [
    ("de-DE", MissingFact.FEE, "nichts", {"fee": "unpaid"}),
    ("de-DE", MissingFact.GENRES, "egal", {"genres": "any"}),
    ("de-DE", MissingFact.SLOTS, "drei", {"slots": "3 any"}),
    ("de-DE", MissingFact.SET_LENGTH, "30-40", {"slots": "? any 30-40 min"}),
    ("de-DE", MissingFact.CAPACITY, "ca. 180", {"cap": 180}),
    ("de-DE", MissingFact.FEE, "Hut", {"fee": "tips"}),
    ("fr-FR", MissingFact.FEE, "rien", {"fee": "unpaid"}),
    ("fr-FR", MissingFact.GENRES, "peu importe", {"genres": "any"}),
    ("fr-FR", MissingFact.SLOTS, "trois", {"slots": "3 any"}),
    ("fr-FR", MissingFact.SET_LENGTH, "30 à 40", {"slots": "? any 30-40 min"}),
    ("fr-FR", MissingFact.FEE, "au chapeau", {"fee": "tips"}),
    ("es-ES", MissingFact.FEE, "nada", {"fee": "unpaid"}),
    ("es-ES", MissingFact.GENRES, "da igual", {"genres": "any"}),
    ("es-ES", MissingFact.SLOTS, "tres", {"slots": "3 any"}),
    ("es-ES", MissingFact.SET_LENGTH, "30 a 40", {"slots": "? any 30-40 min"}),
    ("es-ES", MissingFact.FEE, "a la gorra", {"fee": "tips"}),
    ("pt-BR", MissingFact.FEE, "nada", {"fee": "unpaid"}),
    ("pt-BR", MissingFact.GENRES, "tanto faz", {"genres": "any"}),
    ("pt-BR", MissingFact.SLOTS, "três", {"slots": "3 any"}),
    ("pt-BR", MissingFact.SET_LENGTH, "30 a 40", {"slots": "? any 30-40 min"}),
    ("pt-BR", MissingFact.FEE, "no chapéu", {"fee": "tips"}),
]


def context_of(locale):
    return Context(MONDAY, ZONES[locale], locale)


@pytest.mark.parametrize(("locale", "words", "expected"), EDITS)
def test_an_edit_in_any_language_changes_its_own_fact_and_no_other(locale, words, expected):
    post = read_post(OLD[locale], context_of(locale))
    before, after = lines(post), lines(merged(post, read_facts(words, context_of(locale))))
    changed = {name: after.get(name) for name in {**before, **after} if before.get(name) != after.get(name)}
    assert changed == expected


@pytest.mark.parametrize(("locale", "answers", "other"), ANSWERS)
def test_a_post_may_be_put_together_from_answers_in_any_language(locale, answers, other):
    context = Context(datetime(2026, 12, 1, 10), ZONES[locale], locale)
    post = Post()
    for about, words in zip(ASKED, answers, strict=True):
        post = merged(post, read_facts(words, context, about=about))
    assert lines(post) == {**ANSWERED, **other}


@pytest.mark.parametrize(("locale", "about", "words", "expected"), NOTHING)
def test_an_answer_in_a_word_or_two_gives_the_fact_that_was_asked_for(locale, about, words, expected):
    said = lines(merged(Post(), read_facts(words, context_of(locale), about=about)))
    assert {name: said.get(name) for name in expected} == expected
