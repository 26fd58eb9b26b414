"""A gig post in any of the five languages, sent as a plain message: a card, which one tap publishes."""

import pytest

from tests.fakes.stage import text_of

POSTS = [
    (
        "en-GB",
        "Fri 11 Dec, need 2 support, doors 7:30, 200 cap, indie/punk, £150 + rider",
        ("Wanted: 2 supports", "Genres: indie and punk", "£150 each"),
    ),
    (
        "de-DE",
        "Fr, 11.12., suchen 2 Supports, Einlass 19:30 Uhr, Kapazität 200, Indie/Punk, 150 € + Catering",
        ("Wanted: 2 supports", "Genres: indie and punk", "€150 each"),
    ),
    (
        "fr-FR",
        "Ven 11 déc, cherchons 2 premières parties, portes 19h30, jauge 200, indé/punk, 150 € + repas",
        ("Wanted: 2 supports", "Genres: indé and punk", "€150 each"),
    ),
    (
        "es-ES",
        "Vie 11 dic, buscamos 2 teloneros, puertas 19:30, aforo 200, indie/punk, 150 € + cena",
        ("Wanted: 2 supports", "Genres: indie and punk", "€150 each"),
    ),
    (
        "pt-PT",
        "Sex 11/12, procuramos 2 primeiras partes, portas 19h30, lotação 200, indie/punk, 150 € + jantar",
        ("Wanted: 2 supports", "Genres: indie and punk", "€150 each"),
    ),
    (
        "pt-BR",
        "Sex 11/12, precisamos de 2 bandas de abertura, casa abre 19h30, lotação 200, indie/punk, R$ 400",
        ("Wanted: 2 openers", "Genres: indie and punk", "R$400 each"),
    ),
]
CHATTER = [
    ("de-DE", "kann am Freitag nicht"),
    ("fr-FR", "je peux pas vendredi"),
    ("es-ES", "no puedo el viernes"),
    ("pt-BR", "não posso na sexta"),
]


@pytest.mark.parametrize(("locale", "words", "told"), POSTS, ids=[locale for locale, *_ in POSTS])
async def test_a_post_in_any_language_becomes_a_card_that_is_published(stage, locale, words, told):
    await stage.says("Dana", "/venue create The Heron city: Leeds", locale=locale)
    card = await stage.says("Dana", words, locale=locale)
    for each in (*told, "11 Dec, The Heron, Leeds: draft", "Doors: 19:30", "Capacity: 200"):
        assert each in text_of(card.reply)
    assert "Not said: set length." in text_of(card.reply)
    published = await stage.presses("Dana", card, "Publish", locale=locale)
    assert "draft" not in text_of(published.reply)
    assert "11 Dec" in text_of((await stage.says("Dana", "/dates", locale=locale)).reply)


@pytest.mark.parametrize(("locale", "words"), CHATTER)
async def test_what_a_promoter_says_of_their_own_days_goes_into_their_diary(stage, locale, words):
    await stage.says("Dana", "/venue create The Heron city: Leeds", locale=locale)
    assert "Busy Fri 27 Nov" in text_of((await stage.says("Dana", words, locale=locale)).reply)
