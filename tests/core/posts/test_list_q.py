"""Replies in a booking thread: none is a post, and each says what it is."""

from datetime import datetime

import pytest

from core.marketplace.posts import NotAPost, Post, read_post
from core.scheduling.phrases.understanding import Context

NOW = datetime(2026, 11, 23, 14, 5)  # a Monday

REPLIES = [
    ("we'd love to, just checking with the others, answer by Weds", "booking"),
    ("put us on a second", "booking"),
    ("challenge accepted, we're confirming", "booking"),
    ("is that £150 total or each?", "question"),
    ("yes from us, EPK attached, 40 on our last one at yours", "booking"),
    ("accepted, who do we talk to about backline?", "booking"),
    ("sorry, pulling out, singer's lost her voice. Could suggest The Kettles, they're free", "withdrawal"),
    ("what's the running order and how long have we got", "question"),
    ("can we get 4 on the guest list", "question"),
    ("we're exclusive within 30 miles for 4 weeks either side, is that ok", "question"),
    ("has it been announced yet? don't want to post early", "question"),
    ("moved to 7.30 doors, please tell the other bands", "correction"),
]
SISTERS = [
    ("we'd love this, need to check with the drummer, back to you by Fri", "booking"),
    ("put us on first if you can", "booking"),
    ("we'll take the second hold", "booking"),
    ("release our hold please", "booking"),
    ("confirmed from us for 12 Dec", "booking"),
    ("thanks but we're going to pass", "booking"),
    ("happy with that, send the contract", "booking"),
    ("sorry, we have to pull out of the 12th, drummer's broken his arm", "withdrawal"),
    ("gutted but we've got to cancel, van's dead. Try The Foxes, they're about", "withdrawal"),
    ("unfortunately we need to pull out", "withdrawal"),
    ("dropping out, sorry", "withdrawal"),
    ("we're going to have to cancel Friday", "withdrawal"),
    ("is the £100 each or between us?", "question"),
    ("we're exclusive within 20 miles for 2 weeks, is that alright", "question"),
    ("we can do a 30 min set if that's ok", "question"),
    ("has the poster gone up", "question"),
    ("who else is on the bill", "question"),
    ("can you do £120 instead", "question"),
    ("would you take £80 and a crate?", "question"),
    ("doors moved to 7.30, can you tell everyone", "correction"),
    ("moved to 8 doors, please tell the other bands", "correction"),
    ("we can't make the 12th any more", "availability"),
    ("can't play the 12th after all", "availability"),
]
ABROAD = [
    ("de-DE", "wir müssen leider absagen, Sänger krank", "withdrawal"),
    ("de-DE", "wir sagen zu!", "booking"),
    ("de-DE", "ist die Gage pro Band?", "question"),
    ("de-DE", "wir spielen 40 Minuten, passt das", "question"),
    ("es-ES", "tenemos que cancelar, lo siento", "withdrawal"),
    ("es-ES", "podemos llevar 4 invitados, os parece bien", "question"),
    ("fr-FR", "on doit annuler, désolé", "withdrawal"),
    ("fr-FR", "on confirme pour le 12", "booking"),
    ("fr-FR", "on joue 40 minutes, ça vous va", "question"),
    ("pt-BR", "temos que cancelar o show de sexta", "withdrawal"),
    ("pt-BR", "aceitamos, onde descarregamos?", "booking"),
]
POSTS = [
    "Band pulled out, need a replacement Fri 11 Dec, £100",
    "our headliner pulled out, need one for Sat 12 Dec, 200 cap, £200, is that ok",
    "We have a date free 12 Dec, 150 cap, does that work",
    "Release show Fri 11 Dec, need 2 support, £50 each",
    "We've got to cancel Sat 12 Dec's opener, need a new one, 200 cap, £80",
    "The Hold Steady tribute wanted Fri 5 Feb, £200",
]


def read(words, locale="en-GB"):
    return read_post(words, Context(NOW, "Europe/London", locale))


@pytest.mark.parametrize(("words", "reason"), REPLIES + SISTERS)
def test_a_reply_says_what_it_is(words, reason):
    found = read(words)
    assert isinstance(found, NotAPost)
    assert found.reason.value == reason


@pytest.mark.parametrize(("locale", "words", "reason"), ABROAD)
def test_a_reply_in_another_language_says_what_it_is(locale, words, reason):
    found = read(words, locale)
    assert isinstance(found, NotAPost)
    assert found.reason.value == reason


@pytest.mark.parametrize("words", POSTS)
def test_words_of_replies_in_a_post_leave_it_one(words):
    assert isinstance(read(words), Post)


def test_the_words_that_take_an_agreement_back_are_kept():
    assert read("Sorry, pulling out, van's dead") == NotAPost("withdrawal", "pulling out")
    assert read("we play 40 min, is that ok?") == NotAPost("question", "is that ok")
