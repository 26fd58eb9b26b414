"""Questions and corrections in languages other than English, and the English mixed into them."""

from datetime import datetime

import pytest

from bots.chat.results.green import GreenShown
from core.scheduling.diary.corrections import Corrected, EntryForgotten
from core.scheduling.kinds import Kind
from core.scheduling.phrases.messages import (
    BandQuestion,
    Chatter,
    Drop,
    OwnQuestion,
    SaidAvailability,
    Swap,
    TakeBack,
    read_message,
)
from core.scheduling.phrases.understanding import Context
from tests.fakes.stage import Stage, make_dispatcher, text_of
from tests.fakes.work import calls_of

LOCALES = {
    "de": ("de-DE", "Europe/Berlin"),
    "es": ("es-ES", "Europe/Madrid"),
    "fr": ("fr-FR", "Europe/Paris"),
    "pt": ("pt-PT", "Europe/Lisbon"),
}

WANTED = {
    "de": [
        ("Wann können wir alle im Februar?", BandQuestion("februar", None)),
        ("wann koennen wir alle proben?", BandQuestion("", None)),
        ("Wann haben wir nächste Woche alle Zeit?", BandQuestion("nächste woche", None)),
        ("wer kann am 19. nicht?", BandQuestion("19.", None)),
        ("wer hat am Samstag Zeit?", BandQuestion("samstag", None)),
        ("kann jeder am Sa 9.1.?", BandQuestion("sa 9.1.", None)),
        ("können alle Samstag?", BandQuestion("samstag", None)),
        ("welche Wochenenden gehen im Februar?", BandQuestion("februar", None)),
        ("Können wir vor dem 18. eine 3-stündige Probe zusammen machen?", BandQuestion("vor dem 18.", 3.0)),
        ("warum ist der 11.12. nicht grün?", BandQuestion("der 11.12.", None, why=True)),
        ("sind wir alle am Freitag frei?", BandQuestion("freitag", None)),
        ("was hast du von mir für nächste Woche?", OwnQuestion("nächste woche")),
        ("bin ich am Freitag als beschäftigt eingetragen?", OwnQuestion("freitag")),
        ("vergiss das", TakeBack()),
        ("Nee, doch nicht!", TakeBack()),
        ("nicht am 5., am 6.", Swap("am 6.", "am 5.")),
        ("sorry, ich meinte Mittwoch", Swap("mittwoch", "")),
        ("mach 19:30 draus", Swap("19:30", "")),
        ("lieber 19:30 statt 19 Uhr", Swap("19:30", "19 uhr")),
        ("nein, der Freitag danach", Swap("der freitag danach", "")),
        ("vergiss das mit Dienstag", Drop("dienstag")),
        ("Lösch bitte den Termin mit der Oma", Drop("oma")),
        ("lösch den Dienstag", Drop("dienstag")),
    ],
    "es": [
        ("¿Cuándo podemos todos en febrero?", BandQuestion("febrero", None)),
        ("cuando podemos ensayar todos?", BandQuestion("", None)),
        ("¿quién no puede el 19?", BandQuestion("el 19", None)),
        ("¿quién no puede el día 19?", BandQuestion("el día 19", None)),
        ("¿quién está libre el sábado?", BandQuestion("el sábado", None)),
        ("¿pueden todos el sábado 9 de enero?", BandQuestion("el sábado 9 de enero", None)),
        ("¿podemos ensayar 3 horas antes del 18?", BandQuestion("antes del 18", 3.0)),
        ("¿todos libres el viernes?", BandQuestion("el viernes", None)),
        ("¿por qué no está verde el 11 de diciembre?", BandQuestion("el 11 de diciembre", None, why=True)),
        ("¿qué días podemos la próxima semana?", BandQuestion("la próxima semana", None)),
        ("¿qué tienes apuntado de mí para la próxima semana?", OwnQuestion("la próxima semana")),
        ("¿estoy como ocupado el viernes?", OwnQuestion("el viernes")),
        ("olvida eso", TakeBack()),
        ("¡Olvídalo!", TakeBack()),
        ("no el 5, el 6", Swap("el 6", "el 5")),
        ("perdón, quería decir el miércoles", Swap("el miércoles", "")),
        ("ponlo a las 19:30", Swap("las 19:30", "")),
        ("mejor el 6 en vez del 5", Swap("el 6", "del 5")),
        ("no, el viernes siguiente", Swap("el viernes siguiente", "")),
        ("olvida lo del martes", Drop("martes")),
        ("borra lo de la boda, porfa", Drop("boda")),
        ("borra el martes", Drop("martes")),
    ],
    "fr": [
        ("Quand est-ce qu'on est tous libres en février ?", BandQuestion("février", None)),
        ("quand est-ce qu'on peut tous répéter ?", BandQuestion("", None)),
        ("qui ne peut pas le 19 ?", BandQuestion("le 19", None)),
        ("qui est dispo samedi ?", BandQuestion("samedi", None)),
        ("est-ce que tout le monde peut samedi 9 janvier ?", BandQuestion("samedi 9 janvier", None)),
        ("on peut tous samedi ?", BandQuestion("samedi", None)),
        ("est-ce qu'on peut caler une répète de 3h avant le 18 ?", BandQuestion("avant le 18", 3.0)),
        ("pourquoi le 11 décembre n'est pas vert ?", BandQuestion("le 11 décembre", None, why=True)),
        ("quels soirs on peut jouer la semaine prochaine ?", BandQuestion("la semaine prochaine", None)),
        ("qu'est-ce que tu as noté pour moi la semaine prochaine ?", OwnQuestion("la semaine prochaine")),
        ("suis-je noté comme occupé vendredi ?", OwnQuestion("vendredi")),
        ("laisse tomber", TakeBack()),
        ("oublie ça", TakeBack()),
        ("pas le 5, le 6", Swap("le 6", "le 5")),
        ("pardon, je voulais dire mercredi", Swap("mercredi", "")),
        ("disons plutôt 19h30", Swap("19h30", "")),
        ("mets 19h30 au lieu de 19h", Swap("19h30", "19h")),
        ("non, le vendredi d'après", Swap("le vendredi d'après", "")),
        ("oublie le truc de mardi", Drop("mardi")),
        ("efface le truc du théâtre", Drop("théâtre")),
        ("supprime mardi", Drop("mardi")),
    ],
    "pt": [
        ("Quando podemos todos em fevereiro?", BandQuestion("fevereiro", None)),
        ("quando é que podemos ensaiar?", BandQuestion("", None)),
        ("quem não pode dia 19?", BandQuestion("dia 19", None)),
        ("quem está livre no sábado?", BandQuestion("sábado", None)),
        ("podem todos no sábado 9 de janeiro?", BandQuestion("sábado 9 de janeiro", None)),
        ("todo mundo pode na sexta?", BandQuestion("sexta", None)),
        ("conseguimos ensaiar 3 horas antes do dia 18?", BandQuestion("antes do dia 18", 3.0)),
        ("porque é que 11 de dezembro não está verde?", BandQuestion("11 de dezembro", None, why=True)),
        ("que dias podemos na próxima semana?", BandQuestion("na próxima semana", None)),
        ("o que tens de mim para a próxima semana?", OwnQuestion("próxima semana")),
        ("estou marcado como ocupado na sexta?", OwnQuestion("sexta")),
        ("esquece isso", TakeBack()),
        ("deixa pra lá", TakeBack()),
        ("não é dia 5, é dia 6", Swap("dia 6", "dia 5")),
        ("desculpa, queria dizer quarta-feira", Swap("quarta-feira", "")),
        ("muda para as 19h30", Swap("19h30", "")),
        ("põe 19h30 em vez de 19h", Swap("19h30", "19h")),
        ("não, a sexta seguinte", Swap("a sexta seguinte", "")),
        ("esquece aquilo de terça", Drop("terça")),
        ("apaga a coisa do casamento", Drop("casamento")),
        ("apaga a terça", Drop("terça")),
    ],
}

CHATTER = {
    "de": [
        "vergiss dein Kabel nicht",
        "wer bringt am Freitag die Anlage mit?",
        "wer kann am Freitag den Amp mitbringen?",
        "nicht zu laut, bitte",
        "mach das Intro mal langsamer",
        "wann sind wir dran?",
        "wann kann ich dich anrufen?",
        "lösch das Video",
        "warum geht der Verstärker nicht?",
        "können wir das Intro nochmal hören?",
        "bin ich der einzige mit Ohrwurm?",
        "was hast du denn für Saiten drauf?",
    ],
    "es": [
        "no olvides el cable",
        "¿quién trae el ampli el viernes?",
        "¿quién puede traer la batería el sábado?",
        "no tan rápido, más lento",
        "pon el estribillo en vez del puente",
        "¿cuándo llega la furgo?",
        "borra el vídeo",
        "¿por qué no funciona el ampli?",
        "qué temazo, tío",
        "¿podemos escuchar la intro otra vez?",
    ],
    "fr": [
        "oublie pas ton câble",
        "qui ramène la sono vendredi ?",
        "qui peut apporter l'ampli samedi ?",
        "pas trop fort, pitié",
        "mets le refrain au lieu du pont",
        "quand arrive le camion ?",
        "supprime la vidéo",
        "pourquoi l'ampli marche pas ?",
        "quel morceau de fou",
        "tu as quoi comme cordes ?",
        "peut-on fumer samedi ?",
        "quand est-ce qu'on peut écouter le mix ?",
    ],
    "pt": [
        "não esqueças o cabo",
        "quem traz o amplificador na sexta?",
        "quem pode levar a bateria no sábado?",
        "não tão rápido, mais devagar",
        "põe o refrão em vez da ponte",
        "quando chega a carrinha?",
        "apaga o vídeo",
        "porque é que o amplificador não dá?",
        "que som incrível, malta",
        "podemos ouvir a intro outra vez?",
    ],
}

ENGLISH = [
    ("when are we all free in Feb?", BandQuestion("feb", None)),
    ("who can't do Saturday?", BandQuestion("saturday", None)),
    ("scrap that", TakeBack()),
    ("not the 5th, the 6th", Swap("the 6th", "the 5th")),
    ("no, the Friday after", Swap("the friday after", "")),
    ("forget the Tuesday thing", Drop("tuesday")),
]


def _context(language: str) -> Context:
    locale, zone = LOCALES[language]
    return Context(now=datetime(2026, 11, 23, 10), zone=zone, locale=locale)


def _each(tables: dict) -> list:
    return [(language, entry) for language, table in tables.items() for entry in table]


@pytest.mark.parametrize(("language", "entry"), _each(WANTED))
def test_a_message_wants(language, entry):
    words, wanted = entry
    assert read_message(words, _context(language)) == wanted


@pytest.mark.parametrize(("language", "words"), _each(CHATTER))
def test_chatter_is_left_alone(language, words):
    assert read_message(words, _context(language)) == Chatter()


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize(("words", "wanted"), ENGLISH)
def test_english_mixed_in_is_understood(language, words, wanted):
    assert read_message(words, _context(language)) == wanted


@pytest.mark.parametrize(
    ("language", "words", "kind"),
    [
        ("de", "bin am Freitag weg", Kind.BUSY),
        ("de", "kann am Freitag nicht", Kind.BUSY),
        ("de", "vergiss das, ich kann am Freitag", Kind.FREE),
        ("es", "no puedo el viernes", Kind.BUSY),
        ("es", "mejor el viernes", Kind.FREE),
        ("fr", "plutôt vendredi", Kind.FREE),
        ("fr", "on peut tous le 5", Kind.FREE),
        ("es", "puedo el viernes", Kind.FREE),
        ("fr", "je peux pas vendredi", Kind.BUSY),
        ("fr", "on peut vendredi", Kind.FREE),
        ("pt", "não posso na sexta", Kind.BUSY),
        ("pt", "posso na sexta", Kind.FREE),
    ],
)
def test_availability_stays_availability(language, words, kind):
    found = read_message(words, _context(language))
    assert isinstance(found, SaidAvailability)
    assert [said.kind for said in found.meaning.statements] == [kind]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "kann am 5. nicht, am 6. schon"),
        ("es", "no puedo el 5, el 6 sí"),
        ("fr", "pas dispo le 5, dispo le 6"),
        ("pt", "não posso dia 5, dia 6 posso"),
    ],
)
def test_two_statements_are_no_correction(language, words):
    found = read_message(words, _context(language))
    assert isinstance(found, SaidAvailability)
    assert [said.kind for said in found.meaning.statements] == [Kind.BUSY, Kind.FREE]


@pytest.mark.parametrize("language", LOCALES)
def test_long_messages_take_little_time(language):
    words = [
        *("nicht no pas não " * 60, "a, " * 330, "wann können wir " * 60, "mach 7 " * 140),
        *("quand est-ce qu'on " * 50, "no, " * 249, "non, pas le 5, " * 60, "cuándo podemos todos " * 45),
    ]
    for each in words:
        calls, _ = calls_of(lambda each=each: read_message(each[:1000] + "?", _context(language)))
        assert calls < 2_000_000


@pytest.mark.parametrize(
    ("locale", "zone", "busy", "after"),
    [
        ("de-DE", "Berlin", "Mi 2.12. kann ich nicht", "nein, der Mittwoch danach"),
        ("es-ES", "Madrid", "no puedo el 2 de diciembre", "no, el miércoles siguiente"),
        ("fr-FR", "Paris", "je peux pas le 2 décembre", "non, le mercredi d'après"),
        ("pt-PT", "Lisbon", "não posso 2 de dezembro", "não, a quarta seguinte"),
    ],
)
async def test_the_next_such_day_counts_from_what_was_said(units, clock, locale, zone, busy, after):
    stage = Stage(make_dispatcher(units, clock))
    await stage.says("Ana", f"/timezone {zone}", locale=locale)
    await stage.says("Ana", busy, locale=locale)
    changed = await stage.says("Ana", after, locale=locale)
    assert isinstance(changed.result, Corrected)
    assert changed.result.after.rule.start.date().isoformat() == "2026-12-09"


@pytest.mark.parametrize(
    ("locale", "asks", "drops"),
    [
        ("de-DE", "wann können wir alle im Februar?", "vergiss das mit Donnerstag"),
        ("es-ES", "¿cuándo podemos todos en febrero?", "olvida lo del jueves"),
        ("fr-FR", "quand est-ce qu'on est tous libres en février ?", "oublie le truc de jeudi"),
        ("pt-PT", "quando podemos todos em fevereiro?", "esquece aquilo de quinta"),
    ],
)
async def test_questions_are_answered_and_things_forgotten(units, clock, locale, asks, drops):
    stage = Stage(make_dispatcher(units, clock))
    await stage.says("Ana", "/timezone Berlin", locale=locale)
    await stage.says("Ana", "/band create The Foxes city: Berlin", locale=locale)
    assert isinstance((await stage.says("Ana", asks, locale=locale)).result, GreenShown)
    await stage.says("Ana", "/busy Thu 3 Dec", locale=locale)
    assert isinstance((await stage.says("Ana", drops, locale=locale)).result, EntryForgotten)
    assert "Nothing in it yet" in text_of((await stage.says("Ana", "/mine", locale=locale)).reply)
