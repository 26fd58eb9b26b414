"""Sentences in German, with what they mean; read at the same moment as the English ones."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.scheduling.lexicons import lexicon_for, meanings
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context
from tests.fakes.work import calls_of

NOW = datetime(2026, 10, 7, 11, 20)
VOCABULARY = sorted(meanings(lexicon_for("de")))
FIGURES = [
    "3.",
    "12.",
    "27. 11.",
    "24.12.",
    "19.30",
    "8:30",
    "20",
    "KW 3",
    "18-22 Uhr",
    "-",
    ",",
    "?",
    "2027",
]

WEEKLY = [
    ("jeden Montagabend Probe", ["- 2026-10-12 18:00-23:00 FREQ=WEEKLY;BYDAY=MO"]),
    ("donnerstags keine Zeit", ["busy 2026-10-08 FREQ=WEEKLY;BYDAY=TH"]),
    ("mittwochs abends kann ich nicht", ["busy 2026-10-07 18:00-23:00 FREQ=WEEKLY;BYDAY=WE"]),
    ("Mo, Mi abends geht nicht", ["busy 2026-10-07 18:00-23:00 FREQ=WEEKLY;BYDAY=MO,WE"]),
    ("Mo-Fr 8-16 Uhr arbeiten", ["busy 2026-10-07 08:00-16:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
    ("unter der Woche nur abends", ["free 2026-10-07 18:00-23:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
    ("jedes Wochenende im November frei", ["free 2026-11-01 FREQ=WEEKLY;UNTIL=20261130;BYDAY=SA,SU"]),
    ("jeden zweiten Samstag muss ich arbeiten", ["busy 2026-10-10 FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"]),
    ("alle 14 Tage samstags weg", ["busy 2026-10-10 FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"]),
    ("alle zwei Wochen dienstags keine Zeit", ["busy 2026-10-13 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"]),
    ("jeden ersten Montag im Monat verhindert", ["busy 2026-11-02 FREQ=MONTHLY;BYDAY=1MO"]),
    ("jeden zweiten Freitag im Monat", ["- 2026-10-09 FREQ=MONTHLY;BYDAY=2FR"]),
    ("am letzten Freitag im Monat geht nie", ["busy 2026-10-30 FREQ=MONTHLY;BYDAY=-1FR"]),
    ("die nächsten drei Samstage frei", ["free 2026-10-10 FREQ=WEEKLY;COUNT=3;BYDAY=SA"]),
    ("sonntags immer", ["free 2026-10-11 FREQ=WEEKLY;BYDAY=SU"]),
    ("Januar: alle Wochenenden belegt", ["busy 2027-01-02 FREQ=WEEKLY;UNTIL=20270131;BYDAY=SA,SU"]),
    ("am Wochenende geht immer", ["free 2026-10-10 FREQ=WEEKLY;BYDAY=SA,SU"]),
    ("Mittwoch kann ich immer", ["free 2026-10-07 FREQ=WEEKLY;BYDAY=WE"]),
    ("ich kann immer außer dienstags", ["free 2026-10-07 FREQ=WEEKLY;BYDAY=MO,WE,TH,FR,SA,SU"]),
    ("abends kann ich immer ab 20 Uhr", ["free 2026-10-07 20:00-00:00+1 FREQ=DAILY"]),
    ("ab Januar wieder jeden Mittwoch frei", ["free 2027-01-06 FREQ=WEEKLY;BYDAY=WE"]),
    (
        "mittwochs ab dem 4.11. bis Weihnachten keine Zeit",
        ["busy 2026-11-04 FREQ=WEEKLY;UNTIL=20261225;BYDAY=WE"],
    ),
    ("jeden Freitag außer am 13.11.", ["- 2026-10-09 FREQ=WEEKLY;BYDAY=FR not 2026-11-13"]),
    (
        "jeden Freitag im November, aber nicht am 13.",
        ["- 2026-11-06 FREQ=WEEKLY;UNTIL=20261130;BYDAY=FR not 2026-11-13"],
    ),
    (
        "ich kann jeden Tag außer Montag und Mittwoch",
        ["free 2026-10-08 FREQ=WEEKLY;BYDAY=TU,TH,FR,SA,SU"],
    ),
]

DAYS = [
    ("Sonnabend geht klar", ["free 2026-10-10"]),
    ("übermorgen früh", ["- 2026-10-09 08:00-12:00"]),
    ("Montagmorgen muss ich arbeiten", ["busy 2026-10-12 08:00-12:00"]),
    ("Freitagnacht bin ich unterwegs", ["busy 2026-10-09 19:00-00:00+1"]),
    ("heute Abend geht klar", ["free 2026-10-07 18:00-23:00"]),
    ("morgen nicht, übermorgen ja", ["busy 2026-10-08", "free 2026-10-09"]),
    ("heute in einer Woche", ["- 2026-10-14"]),
    ("vom 24. bis 26.12. nicht da", ["busy 2026-12-24..2026-12-26"]),
    ("12.-14. Dezember weg", ["busy 2026-12-12..2026-12-14"]),
    ("vom 20. bis 23.11 weg", ["busy 2026-11-20..2026-11-23"]),
    ("14./15.11. geht nicht", ["busy 2026-11-14", "busy 2026-11-15"]),
    ("am 5., 6. und 12. Dezember frei", ["free 2026-12-05", "free 2026-12-06", "free 2026-12-12"]),
    ("Montag, 2.11., bis Mittwoch, 4.11.", ["- 2026-11-02..2026-11-04"]),
    ("am 3. 11. geht nicht", ["busy 2026-11-03"]),
    ("diese Woche bin ich raus", ["busy 2026-10-07..2026-10-11"]),
    ("übernächste Woche Urlaub", ["busy 2026-10-19..2026-10-25"]),
    ("KW 3 Urlaub", ["busy 2027-01-18..2027-01-24"]),
    ("in der 3. KW weg", ["busy 2027-01-18..2027-01-24"]),
    ("KW 50-52 weg", ["busy 2026-12-07..2026-12-27"]),
    (
        "in KW 50 und 51 bin ich weg",
        ["busy 2026-12-07..2026-12-13", "busy 2026-12-14..2026-12-20"],
    ),
    ("von Januar bis März auf Tour", ["busy 2027-01-01..2027-03-31"]),
    ("Anfang nächster Woche keine Zeit", ["busy 2026-10-12..2026-10-14"]),
    ("bis einschließlich Freitag weg", ["busy 2026-10-07 11:20-00:00+3"]),
    ("1. Weihnachtstag kann ich nicht, 2. Weihnachtstag schon", ["busy 2026-12-25", "free 2026-12-26"]),
    ("Heiligabend und Silvester geht nicht", ["busy 2026-12-24", "busy 2026-12-31"]),
    ("kann im November nur am 7. und 21.", ["free 2026-11-07", "free 2026-11-21"]),
    ("Nov: 7., 14. und 28. frei", ["free 2026-11-07", "free 2026-11-14", "free 2026-11-28"]),
    ("ab 15. November bis Jahresende nicht da", ["busy 2026-11-15..2026-12-31"]),
    ("Die ersten beiden Wochen im Dezember bin ich weg", ["busy 2026-12-01..2026-12-14"]),
    ("Anfang November bis Mitte November weg", ["busy 2026-11-01..2026-11-15"]),
    ("eine Woche ab Montag weg", ["busy 2026-10-12..2026-10-18"]),
    ("in der Nacht von Freitag auf Samstag weg", ["busy 2026-10-09 19:00-00:00+1"]),
    ("Christi Himmelfahrt keine Zeit", ["busy 2027-05-06"]),
    ("am 3. Advent Konzert", ["- 2026-12-13"]),
    ("am 4. bin ich zurück", ["busy 2026-10-07 11:20-00:00+28"]),
    ("bin ab dem 4. wieder da", ["free 2026-11-04..."]),
]

TIMES = [
    ("Freitag um 8 Uhr", ["- 2026-10-09 08:00-?"]),
    ("Freitag um 8 Uhr abends", ["- 2026-10-09 20:00-?"]),
    ("Freitag acht Uhr abends", ["- 2026-10-09 20:00-?"]),
    ("morgen Abend 8 Uhr", ["- 2026-10-08 20:00-?"]),
    ("um 8 am Freitag", ["- 2026-10-09 20:00-?"]),
    ("Freitag um sieben", ["- 2026-10-09 19:00-?"]),
    ("Di und Do ab halb neun", ["- 2026-10-13 20:30-00:00+1", "- 2026-10-08 20:30-00:00+1"]),
    ("Freitag viertel vor acht", ["- 2026-10-09 19:45-?"]),
    ("Do 12.11. ab 18h", ["- 2026-11-12 18:00-00:00+1"]),
    ("Do, 12.11., 18-22 Uhr passt", ["free 2026-11-12 18:00-22:00"]),
    ("Fr. 11. Dez., ca. 20.30 Uhr", ["- 2026-12-11 20:30-?"]),
    ("am 7.12. 8.30 - 9.30h", ["- 2026-12-07 08:30-09:30"]),
    ("Samstag 19 Uhr 30", ["- 2026-10-10 19:30-?"]),
    ("am 19.12 ab 18", ["- 2026-12-19 18:00-00:00+1"]),
    ("zwischen 18 und 20 Uhr am Freitag", ["- 2026-10-09 18:00-20:00"]),
    ("Samstag erst ab 16 Uhr", ["free 2026-10-10 16:00-00:00+1"]),
    ("Samstag nur bis 18 Uhr", ["free 2026-10-10 00:00-18:00"]),
    ("Sa 12.12. Einlass 19:00, Beginn 20:00", ["- 2026-12-12 19:00-?"]),
]

DATED = [
    (
        "die Wochenenden 12./13. und 19./20.12. bin ich weg",
        ["busy 2026-12-12..2026-12-13", "busy 2026-12-19..2026-12-20"],
    ),
    (
        "die Wochenenden vom 12. und 19. Dezember weg",
        ["busy 2026-12-12..2026-12-13", "busy 2026-12-19..2026-12-20"],
    ),
    (
        "Freitags, 4., 11. und 18. Dezember, geht nicht",
        ["busy 2026-12-04", "busy 2026-12-11", "busy 2026-12-18"],
    ),
    (
        "freitags abends, 4.12. und 18.12., geht nicht",
        ["busy 2026-12-04 18:00-23:00", "busy 2026-12-18 18:00-23:00"],
    ),
    ("jeden Freitag im Dezember: 4., 11., 18.", ["- 2026-12-04", "- 2026-12-11", "- 2026-12-18"]),
    ("jeden Mittwoch im Februar (3., 10., 17., 24.)", ["- 2027-02-03 FREQ=WEEKLY;UNTIL=20270228;BYDAY=WE"]),
    ("dienstags am 1. und 8.12. von 19 bis 21 Uhr", ["- 2026-12-01 19:00-21:00", "- 2026-12-08 19:00-21:00"]),
    ("mittwochs vom 2. bis 16.12. weg", ["busy 2026-12-02 FREQ=WEEKLY;UNTIL=20261216;BYDAY=WE"]),
]

NEITHER = [
    ("weder Freitag noch Samstag kann ich", ["busy 2026-10-09", "busy 2026-10-10"]),
    ("am 11.12. hab ich weder nachmittags noch abends Zeit", ["busy 2026-12-11 12:00-23:00"]),
    ("weder Sa noch So bin ich da", ["busy 2026-10-10", "busy 2026-10-11"]),
    ("weder 4.12. noch 11.12. passt mir", ["busy 2026-12-04", "busy 2026-12-11"]),
    ("mir passt weder der 4. noch der 11.12.", ["busy 2026-12-04", "busy 2026-12-11"]),
    ("weder Fr, Sa noch So geht", ["busy 2026-10-09", "busy 2026-10-10", "busy 2026-10-11"]),
    ("Weder montags noch mittwochs habe ich Zeit", ["busy 2026-10-07 FREQ=WEEKLY;BYDAY=MO,WE"]),
    ("weder heute noch morgen", ["busy 2026-10-07", "busy 2026-10-08"]),
    ("Freitag geht weder noch", ["busy 2026-10-09"]),
    (
        "kann weder Freitag noch Samstag, aber Sonntag",
        ["busy 2026-10-09", "busy 2026-10-10", "free 2026-10-11"],
    ),
    (
        "Freitag und Samstag kann ich, weder Sonntag noch Montag",
        ["free 2026-10-09", "free 2026-10-10", "busy 2026-10-11", "busy 2026-10-12"],
    ),
    ("Ich bin Freitag noch frei", ["free 2026-10-09"]),
    ("Samstag geht noch", ["free 2026-10-10"]),
    ("weder Freitag noch Samstag hab ich was vor", ["!unsupported"]),
]

POLARITY = [
    ("Kann am Freitag leider nicht", ["busy 2026-10-09"]),
    ("Kann Fr, Sa und So nicht", ["busy 2026-10-09", "busy 2026-10-10", "busy 2026-10-11"]),
    ("Freitag kann ich, Samstag nicht", ["free 2026-10-09", "busy 2026-10-10"]),
    ("Freitag kann ich nicht, Samstag schon", ["busy 2026-10-09", "free 2026-10-10"]),
    ("Fr nicht, Sa nicht, So schon", ["busy 2026-10-09", "busy 2026-10-10", "free 2026-10-11"]),
    ("Ich kann am 12. nicht, aber am 19.", ["busy 2026-10-12", "free 2026-10-19"]),
    ("Freitag kann ich nicht, dafür Samstag", ["busy 2026-10-09", "free 2026-10-10"]),
    ("Freitag geht, aber Samstag nicht", ["free 2026-10-09", "busy 2026-10-10"]),
    ("Samstag unter Vorbehalt", ["maybe 2026-10-10"]),
    ("könnte am Freitag", ["maybe 2026-10-09"]),
    ("am 24.12. auf keinen Fall", ["busy 2026-12-24"]),
    ("Guten Morgen zusammen, Freitag hab ich frei", ["free 2026-10-09"]),
    ("So kann ich nicht", ["busy 2026-10-11"]),
    ("So, Freitag kann ich nicht", ["busy 2026-10-09"]),
    ("Sa Gig, So Familie", ["- 2026-10-10", "- 2026-10-11"]),
]

SPELT = [
    ("uebermorgen kann ich", ["free 2026-10-09"]),
    ("bin naechste Woche nicht da", ["busy 2026-10-12..2026-10-18"]),
    ("am 2. Maerz koennte ich", ["maybe 2027-03-02"]),
    ("jeden Freitag ausser am 13.11.", ["- 2026-10-09 FREQ=WEEKLY;BYDAY=FR not 2026-11-13"]),
    ("Donerstag vllt", ["maybe 2026-10-08"]),
    ("sorry, am Weekend bin ich busy", ["busy 2026-10-10..2026-10-11"]),
    ("every other Friday I have the kids", ["- 2026-10-09 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"]),
    ("can't do Sat", ["busy 2026-10-10"]),
]

NAMED_PARTS = [
    ("abends kann ich nicht", ["busy 2026-10-07 18:00-23:00 FREQ=DAILY"]),
    ("alle Abende weg", ["busy 2026-10-07 18:00-23:00 FREQ=DAILY"]),
    (
        "Spielabende am 4. und 11.12. kann ich nicht",
        ["busy 2026-12-04 18:00-23:00", "busy 2026-12-11 18:00-23:00"],
    ),
]
"""With a day beside it, or no name, every one is meant."""
SHORT = [
    ("Mo/Mi/Fr abends weg", ["busy 2026-10-07 18:00-23:00 FREQ=WEEKLY;BYDAY=MO,WE,FR"]),
    ("Di & Do weg", ["busy 2026-10-13", "busy 2026-10-08"]),
]
"""Days in one or two letters, and the words that they look like."""
REFUSED = [
    ("an Spielabenden kann ich nicht", "ambiguous"),
    ("die Quiz-Abende sind dicht", "ambiguous"),
    ("Spielabende im Dezember gehen nicht", "ambiguous"),
    ("frei außer an Chorabenden", "ambiguous"),
    ("wer kann am Freitag?", "question"),
    ("Könnt ihr am Samstag", "question"),
    ("wann proben wir nächste Woche", "question"),
    ("Passt euch Freitag?", "question"),
    ("Ich konnte am Freitag nicht", "past"),
    ("gestern war ich krank", "past"),
    ("der Mix ist bis Freitag fertig", "not_availability"),
    ("Schönes Wochenende!", "not_availability"),
    ("vergiss das mit Freitag", "not_availability"),
    ("kann nicht", "not_understood"),
    ("Do 13.11. geht", "weekday_mismatch"),
    ("30.2. geht nicht", "impossible_date"),
    ("übernächsten Freitag frei", "ambiguous"),
    ("über Weihnachten weg", "ambiguous"),
    ("am 1. und 2. Weihnachtstag nicht", "unsupported"),
    ("lieber Freitag als Samstag", "unsupported"),
    ("immer am ersten Wochenende im Monat weg", "unsupported"),
    ("am Montag in einer Woche", "ambiguous"),
    ("außer montags kann ich immer", "ambiguous"),
    ("nicht Freitag, sondern Samstag", "not_availability"),
]
MOST_CALLS = 400_000
"""Work for one text."""


@pytest.mark.parametrize(
    ("words", "expected"), [*WEEKLY, *DAYS, *TIMES, *DATED, *NEITHER, *POLARITY, *NAMED_PARTS, *SHORT, *SPELT]
)
def test_german_is_understood(rules, words, expected):
    assert rules(words, locale="de-DE") == expected


@pytest.mark.parametrize(("words", "code"), REFUSED)
def test_german_that_is_no_availability_or_not_clear_is_refused(rules, words, code):
    assert rules(words, locale="de-DE") == [f"!{code}"]


def test_umlauts_may_be_written_out():
    known = meanings(lexicon_for("de"))
    assert known["für"] == known["fuer"]
    assert known["außer"] == known["ausser"]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(VOCABULARY + FIGURES * 20), max_size=14).map(" ".join))
def test_any_german_words_are_answered(words):
    calls, found = calls_of(lambda: understand(words, Context(NOW, "Europe/Berlin", "de-DE")))
    assert calls < MOST_CALLS
    assert found.statements or found.problem


def test_long_german_nonsense_stays_cheap():
    for words in ("so bis morgen um halb ", "KW 3 und ", "3. 4. ", "nicht kann ", "montagmorgenabend"):
        text = (words * 90)[:1000]
        calls, found = calls_of(lambda text=text: understand(text, Context(NOW, "Europe/Berlin", "de-AT")))
        assert found
        assert calls < MOST_CALLS
