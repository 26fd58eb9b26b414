"""Sentences in French, with what they mean; read at the same moment as the English ones."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.scheduling.lexicons import lexicon_for, meanings
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context
from tests.fakes.work import calls_of

NOW = datetime(2026, 10, 7, 11, 20)  # a Wednesday
VOCABULARY = sorted(meanings(lexicon_for("fr")))
FIGURES = ["3", "12", "31", "7/11", "15-10", "2º", "1er", "20h30", "8h", "19:30", "2027", "-", ",", "?", "!"]

WEEKLY = [
    ("je bosse tous les samedis jusqu'à 22h", ["busy 2026-10-10 00:00-22:00 FREQ=WEEKLY;BYDAY=SA"]),
    ("cours tous les jeudis de 18h à 20h", ["- 2026-10-08 18:00-20:00 FREQ=WEEKLY;BYDAY=TH"]),
    ("pas libre le lundi soir", ["busy 2026-10-12 18:00-23:00 FREQ=WEEKLY;BYDAY=MO"]),
    ("le mardi et le jeudi je peux pas", ["busy 2026-10-08 FREQ=WEEKLY;BYDAY=TU,TH"]),
    ("jamais le lundi", ["busy 2026-10-12 FREQ=WEEKLY;BYDAY=MO"]),
    ("chaque dimanche soir", ["- 2026-10-11 18:00-23:00 FREQ=WEEKLY;BYDAY=SU"]),
    ("les soirs de semaine ok", ["free 2026-10-07 18:00-23:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
    ("un samedi sur deux pas dispo", ["busy 2026-10-10 FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"]),
    ("un jeudi sur deux je bosse", ["busy 2026-10-08 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"]),
    ("tous les 15 jours le jeudi", ["- 2026-10-08 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"]),
    ("chaque premier lundi du mois", ["- 2026-11-02 FREQ=MONTHLY;BYDAY=1MO"]),
    ("tous les premiers vendredis du mois pris", ["busy 2026-11-06 FREQ=MONTHLY;BYDAY=1FR"]),
    ("le dernier dimanche du mois je peux pas", ["busy 2026-10-25 FREQ=MONTHLY;BYDAY=-1SU"]),
    ("le 20 de chaque mois c'est non", ["busy 2026-10-20 FREQ=MONTHLY;BYMONTHDAY=20"]),
    ("dispo tous les soirs sauf mardi", ["free 2026-10-07 18:00-23:00 FREQ=WEEKLY;BYDAY=MO,WE,TH,FR,SA,SU"]),
    ("n'importe quel jour sauf le lundi", ["free 2026-10-07 FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU"]),
    ("libre le mardi sauf le 20", ["free 2026-10-13 FREQ=WEEKLY;BYDAY=TU not 2026-10-20"]),
    (
        "les jeudis je peux pas sauf le 5 et le 12 novembre",
        ["busy 2026-10-08 FREQ=WEEKLY;BYDAY=TH not 2026-11-05 2026-11-12"],
    ),
    ("tous les vendredis de novembre", ["- 2026-11-06 FREQ=WEEKLY;UNTIL=20261130;BYDAY=FR"]),
    ("les mercredis du 4 novembre au 16 décembre", ["- 2026-11-04 FREQ=WEEKLY;UNTIL=20261216;BYDAY=WE"]),
    ("à partir de janvier je peux plus le mardi", ["busy 2027-01-05 FREQ=WEEKLY;BYDAY=TU"]),
    ("les jeudis c'est compliqué jusqu'en décembre", ["busy 2026-10-08 FREQ=WEEKLY;UNTIL=20261130;BYDAY=TH"]),
    (
        "du lundi au vendredi je travaille jusqu'à 18h",
        ["busy 2026-10-07 00:00-18:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ),
    ("le jeudi après 20h ok", ["free 2026-10-08 20:00-00:00+1 FREQ=WEEKLY;BYDAY=TH"]),
    (
        "en semaine non, les week-ends oui",
        ["busy 2026-10-07 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "free 2026-10-10 FREQ=WEEKLY;BYDAY=SA,SU"],
    ),
    ("je peux que le dimanche", ["free 2026-10-11 FREQ=WEEKLY;BYDAY=SU"]),
    ("les week-ends de février je suis pas là", ["busy 2027-02-06 FREQ=WEEKLY;UNTIL=20270228;BYDAY=SA,SU"]),
    ("les 4 prochains jeudis je bosse", ["busy 2026-10-08 FREQ=WEEKLY;COUNT=4;BYDAY=TH"]),
    ("les deux prochains week-ends je peux pas", ["busy 2026-10-10 FREQ=WEEKLY;COUNT=4;BYDAY=SA,SU"]),
    ("un week-end sur deux j'ai ma fille", ["- 2026-10-10 FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU"]),
    ("de janvier à mars je peux pas le lundi", ["busy 2027-01-04 FREQ=WEEKLY;UNTIL=20270331;BYDAY=MO"]),
]
DAYS = [
    ("demain non, après-demain oui", ["busy 2026-10-08", "free 2026-10-09"]),
    ("le lendemain libre", ["free 2026-10-08"]),
    ("le 20 impossible", ["busy 2026-10-20"]),
    ("le 7/11 pas là", ["busy 2026-11-07"]),
    ("le 20 11 pas là", ["busy 2026-11-20"]),
    ("le 31 octobre et le 1er novembre je suis absent", ["busy 2026-10-31", "busy 2026-11-01"]),
    ("le premier mars libre", ["free 2027-03-01"]),
    ("le quinze novembre pas dispo", ["busy 2026-11-15"]),
    ("le mardi 13 je peux pas", ["busy 2026-10-13"]),
    ("pris le mardi 13 et le jeudi 15 octobre", ["busy 2026-10-13", "busy 2026-10-15"]),
    ("samedi prochain ça me va", ["free 2026-10-17"]),
    ("ce dimanche oui", ["free 2026-10-11"]),
    ("mercredi en huit", ["- 2026-10-14"]),
    ("le week-end du 14 novembre ok", ["free 2026-11-14..2026-11-15"]),
    ("ce week-end non, le suivant oui", ["busy 2026-10-10..2026-10-11", "free 2026-10-17..2026-10-18"]),
    ("le we prochain c'est bon pour moi", ["free 2026-10-17..2026-10-18"]),
    ("toute la semaine prochaine je suis pris", ["busy 2026-10-12..2026-10-18"]),
    ("vendredi de la semaine prochaine non", ["busy 2026-10-16"]),
    ("le vendredi de la semaine prochaine je peux pas", ["busy 2026-10-16"]),
    ("la semaine prochaine ni mardi ni jeudi", ["busy 2026-10-13", "busy 2026-10-15"]),
    ("absent du 20 au 27 décembre", ["busy 2026-12-20..2026-12-27"]),
    ("du vendredi 6 au dimanche 8 novembre je suis pas là", ["busy 2026-11-06..2026-11-08"]),
    ("entre le 12 et le 18 novembre pas dispo", ["busy 2026-11-12..2026-11-18"]),
    ("mi-décembre à mi-janvier je suis absent", ["busy 2026-12-15..2027-01-15"]),
    ("début novembre je suis en vacances", ["busy 2026-11-01..2026-11-10"]),
    ("la première quinzaine de décembre pas dispo", ["busy 2026-12-01..2026-12-15"]),
    ("les deux premières semaines de décembre je peux pas", ["busy 2026-12-01..2026-12-14"]),
    ("le deuxième samedi de novembre non", ["busy 2026-11-14"]),
    ("tout novembre sauf le 14", ["- 2026-11-01..2026-11-13", "- 2026-11-15..2026-11-30"]),
    ("en août je suis en vacances", ["busy 2027-08-01..2027-08-31"]),
    ("dans deux semaines je suis en vacances", ["busy 2026-10-21"]),
    ("dans dix jours non", ["busy 2026-10-17"]),
    ("absent à partir du 23 octobre", ["busy 2026-10-23..."]),
    ("jusqu'au 20 je suis pas dispo", ["busy 2026-10-07 11:20-00:00+14"]),
    ("absent jusqu'à lundi", ["busy 2026-10-07 11:20-00:00+6"]),
    ("je rentre le 4", ["busy 2026-10-07 11:20-00:00+28"]),
    ("noël et nouvel an pas dispo", ["busy 2026-12-25", "busy 2027-01-01"]),
    ("la Toussaint pas là", ["busy 2026-11-01"]),
]
TIMES = [
    ("samedi à 19h30", ["- 2026-10-10 19:30-?"]),
    ("mardi à huit heures et demie du soir", ["- 2026-10-13 20:30-?"]),
    ("jeudi à 20 heures 15", ["- 2026-10-08 20:15-?"]),
    ("lundi de 19h30 à 21h", ["- 2026-10-12 19:30-21:00"]),
    ("jeudi de 7h à 9h du soir", ["- 2026-10-08 19:00-21:00"]),
    ("samedi entre 14h et 16h pris", ["busy 2026-10-10 14:00-16:00"]),
    ("demain matin libre", ["free 2026-10-08 08:00-12:00"]),
    ("demain après-midi impossible", ["busy 2026-10-08 12:00-18:00"]),
    ("ce soir c'est mort", ["busy 2026-10-07 19:00-00:00+1"]),
    ("le 24 décembre au soir je peux pas", ["busy 2026-12-24 18:00-23:00"]),
    ("le soir du 20", ["- 2026-10-20 18:00-23:00"]),
    ("vendredi en soirée", ["- 2026-10-09 18:00-23:00"]),
    ("vendredi fin d'après-midi", ["- 2026-10-09 14:00-18:00"]),
    ("samedi midi ok", ["free 2026-10-10 12:00-?"]),
    ("8h ce soir", ["- 2026-10-07 20:00-?"]),
    ("libre vendredi à partir de 20h", ["free 2026-10-09 20:00-00:00+1"]),
    ("vendredi avant 17h pas dispo", ["busy 2026-10-09 00:00-17:00"]),
    ("libre aujourd'hui jusqu'à 20h", ["free 2026-10-07 00:00-20:00"]),
    ("occupé toute la journée samedi", ["busy 2026-10-10"]),
    (
        "samedi matin et dimanche après-midi ok",
        ["free 2026-10-10 08:00-12:00", "free 2026-10-11 12:00-18:00"],
    ),
    ("de 14h à 16h le 20 octobre", ["- 2026-10-20 14:00-16:00"]),
    ("2h de répète samedi", ["- 2026-10-10"]),
    ("samedi 10 octobre concert à 21h, portes 20h", ["- 2026-10-10 20:00-?"]),
]
DATED = [
    (
        "les vendredis 4, 11 et 18 décembre pas dispo",
        ["busy 2026-12-04", "busy 2026-12-11", "busy 2026-12-18"],
    ),
    (
        "les week-ends des 12 et 19 décembre pas là",
        ["busy 2026-12-12..2026-12-13", "busy 2026-12-19..2026-12-20"],
    ),
    ("chaque vendredi de décembre : 4, 11, 18", ["- 2026-12-04", "- 2026-12-11", "- 2026-12-18"]),
    ("tous les mercredis de février (3, 10, 17, 24)", ["- 2027-02-03 FREQ=WEEKLY;UNTIL=20270228;BYDAY=WE"]),
    ("les mardis 1er et 8 décembre, 19h-21h", ["- 2026-12-01 19:00-21:00", "- 2026-12-08 19:00-21:00"]),
    (
        "les vendredis, le 4, le 11 et le 18 décembre, pas dispo",
        ["busy 2026-12-04", "busy 2026-12-11", "busy 2026-12-18"],
    ),
    ("les vendredis du 4 au 18 décembre pas dispo", ["busy 2026-12-04 FREQ=WEEKLY;UNTIL=20261218;BYDAY=FR"]),
]

NEITHER = [
    ("ni vendredi ni samedi je peux", ["busy 2026-10-09", "busy 2026-10-10"]),
    ("je suis libre ni vendredi ni samedi", ["busy 2026-10-09", "busy 2026-10-10"]),
    ("vendredi ni l'après-midi ni le soir je suis libre", ["busy 2026-10-09 12:00-23:00"]),
    ("ni le 4 ni le 11 décembre ne me conviennent", ["busy 2026-12-04", "busy 2026-12-11"]),
    (
        "je peux ni vendredi ni samedi, dimanche ça va",
        ["busy 2026-10-09", "busy 2026-10-10", "free 2026-10-11"],
    ),
    ("ni vendredi ni samedi je suis occupé", ["!unsupported"]),
]

POLARITY = [
    ("dimanche ça marche", ["free 2026-10-11"]),
    ("samedi 10 : non, dimanche 11 : oui", ["busy 2026-10-10", "free 2026-10-11"]),
    ("vendredi non, plutôt samedi", ["busy 2026-10-09", "free 2026-10-10"]),
    ("je ne suis malheureusement pas dispo jeudi", ["busy 2026-10-08"]),
    ("je ne pourrai malheureusement pas le 18", ["busy 2026-10-18"]),
    ("samedi c'est mort", ["busy 2026-10-10"]),
    ("ok pour samedi", ["free 2026-10-10"]),
    ("partant pour le 17", ["free 2026-10-17"]),
    ("pas mardi", ["busy 2026-10-13"]),
    ("mardi non", ["busy 2026-10-13"]),
    ("je ne suis pas libre mardi", ["busy 2026-10-13"]),
    ("plus dispo à partir de lundi", ["busy 2026-10-12..."]),
    ("aucune dispo en novembre", ["busy 2026-11-01..2026-11-30"]),
    ("vendredi oui, samedi non", ["free 2026-10-09", "busy 2026-10-10"]),
    ("je peux vendredi mais pas samedi", ["free 2026-10-09", "busy 2026-10-10"]),
    ("le 14 ou le 15 ça me va", ["free 2026-10-14", "free 2026-10-15"]),
    ("peut-être jeudi", ["maybe 2026-10-08"]),
    ("je sais pas pour vendredi", ["maybe 2026-10-09"]),
    (
        "lundi et mardi libre, mercredi pris, jeudi peut-être",
        ["free 2026-10-12", "free 2026-10-13", "busy 2026-10-07", "maybe 2026-10-08"],
    ),
]
SPELT = [
    ("le 3 fevrier je peux pas", ["busy 2027-02-03"]),
    ("apres-demain occupe", ["busy 2026-10-09"]),
    ("vendrdi pas dispo", ["busy 2026-10-09"]),
    ("mecredi non", ["busy 2026-10-07"]),
    ("l’après-midi du 20 octobre libre", ["free 2026-10-20 12:00-18:00"]),
]
NAMED_PARTS = [
    ("les soirs je ne peux pas", ["busy 2026-10-07 18:00-23:00 FREQ=DAILY"]),
    (
        "les soirs de la semaine prochaine pas dispo",
        ["busy 2026-10-12 18:00-23:00 FREQ=DAILY;UNTIL=20261018T235900"],
    ),
    ("les vendredis soirs de match pas dispo", ["busy 2026-10-09 18:00-23:00 FREQ=WEEKLY;BYDAY=FR"]),
]
"""With a day beside it, or no name, every one is meant."""
SHORT = [
    ("pas dispo lu/me/ve", ["busy 2026-10-12", "busy 2026-10-07", "busy 2026-10-09"]),
    ("lu-ve 9h-17h pas dispo", ["busy 2026-10-07 09:00-17:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
    ("lu, me et ve pas dispo", ["busy 2026-10-12", "busy 2026-10-07", "busy 2026-10-09"]),
    ("vendredi, je peux pas", ["busy 2026-10-09"]),
    ("vendredi et je peux pas samedi", ["- 2026-10-09", "busy 2026-10-10"]),
    ("pas dispo d'après moi vendredi", ["busy 2026-10-09"]),
]
"""Days in one or two letters, and the words that they look like."""
REFUSED = [
    ("L/M/V soirs pas dispo", "unsupported"),
    ("pas dispo les soirs de match", "ambiguous"),
    ("pas dispo les soirées quiz", "ambiguous"),
    ("les matins de marché je ne peux pas", "ambiguous"),
    ("les soirs de répétition en décembre pas dispo", "ambiguous"),
    ("qui peut samedi ?", "question"),
    ("tu peux le 12 ?", "question"),
    ("t'es là samedi ?", "question"),
    ("est-ce que samedi ça va ?", "question"),
    ("on répète quand ?", "question"),
    ("hier j'ai pas pu", "past"),
    ("on a joué samedi avec mon frère", "past"),
    ("le concert de samedi était génial", "past"),
    ("samedi dernier", "past"),
    ("on se voit vendredi", "question"),
    ("merci pour samedi", "not_availability"),
    ("annule le 12", "not_availability"),
    ("le morceau est à 120 bpm", "not_availability"),
    ("c'est 20 euros", "not_availability"),
    ("bonne soirée", "not_availability"),
    ("le 30 février je peux pas", "impossible_date"),
    ("mardi à 25h", "impossible_time"),
    ("vendredi 14 octobre je peux pas", "weekday_mismatch"),
    ("si c'est après 20h je peux samedi", "unsupported"),
    ("un samedi par mois je bosse", "ambiguous"),
]
MOST_CALLS = 400_000
"""Work for one text."""


@pytest.mark.parametrize(
    ("words", "expected"), [*WEEKLY, *DAYS, *TIMES, *DATED, *NEITHER, *POLARITY, *NAMED_PARTS, *SHORT, *SPELT]
)
def test_french_is_understood(rules, words, expected):
    assert rules(words, locale="fr-FR") == expected


@pytest.mark.parametrize(("words", "code"), REFUSED)
def test_french_that_is_no_availability_or_not_clear_is_refused(rules, words, code):
    assert rules(words, locale="fr-FR") == [f"!{code}"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(VOCABULARY + FIGURES * 12), max_size=14).map(" ".join))
def test_any_french_words_are_answered(words):
    calls, found = calls_of(lambda: understand(words, Context(NOW, "Europe/Paris", "fr-FR")))
    assert calls < MOST_CALLS
    assert found.statements or found.problem
