"""Sentences in Spanish, with what they mean; read at the same moment as the English ones."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.scheduling.lexicons import lexicon_for, meanings
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context
from tests.fakes.work import calls_of

NOW = datetime(2026, 10, 7, 11, 20)  # a Wednesday
VOCABULARY = sorted(meanings(lexicon_for("es")))
FIGURES = ["3", "12", "31", "7/11", "15-10", "2º", "1er", "20h30", "8h", "19:30", "2027", "-", ",", "?", "!"]

WEEKLY = [
    ("los sábados por la noche trabajo de camarero", ["busy 2026-10-10 19:00-00:00+1 FREQ=WEEKLY;BYDAY=SA"]),
    (
        "cada lunes y miércoles de 19:00 a 21:00 no puedo",
        ["busy 2026-10-07 19:00-21:00 FREQ=WEEKLY;BYDAY=MO,WE"],
    ),
    (
        "de lunes a viernes curro hasta las 18h",
        ["busy 2026-10-07 00:00-18:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ),
    ("sábados alternos no puedo", ["busy 2026-10-10 FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"]),
    ("cada dos domingos ensayo con la coral", ["- 2026-10-11 FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"]),
    ("un jueves sí y otro no tengo guardia", ["- 2026-10-08 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"]),
    ("domingo sí, domingo no juego al fútbol", ["- 2026-10-11 FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"]),
    ("un martes de cada dos estoy liada", ["busy 2026-10-13 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"]),
    ("cada quince días el miércoles tengo clase", ["busy 2026-10-07 FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"]),
    ("cada primer lunes de mes reunión", ["- 2026-11-02 FREQ=MONTHLY;BYDAY=1MO"]),
    ("el primer sábado de cada mes no puedo", ["busy 2026-11-07 FREQ=MONTHLY;BYDAY=1SA"]),
    ("los últimos viernes de mes no puedo", ["busy 2026-10-30 FREQ=MONTHLY;BYDAY=-1FR"]),
    ("el 20 de cada mes cierro caja, ocupado", ["busy 2026-10-20 FREQ=MONTHLY;BYMONTHDAY=20"]),
    ("todos los días 1 y 15 no puedo", ["busy 2026-10-15 FREQ=MONTHLY;BYMONTHDAY=1,15"]),
    ("por las tardes libre", ["free 2026-10-07 12:00-18:00 FREQ=DAILY"]),
    ("solo puedo los domingos", ["free 2026-10-11 FREQ=WEEKLY;BYDAY=SU"]),
    (
        "puedo cualquier noche menos los jueves",
        ["free 2026-10-07 19:00-00:00+1 FREQ=WEEKLY;BYDAY=MO,TU,WE,FR,SA,SU"],
    ),
    ("me va bien cualquier día menos el lunes", ["free 2026-10-07 FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU"]),
    (
        "entre semana no puedo, los findes sí",
        ["busy 2026-10-07 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "free 2026-10-10 FREQ=WEEKLY;BYDAY=SA,SU"],
    ),
    ("a partir de enero los martes no puedo", ["busy 2027-01-05 FREQ=WEEKLY;BYDAY=TU"]),
    ("libre los miércoles, menos el 21", ["free 2026-10-07 FREQ=WEEKLY;BYDAY=WE not 2026-10-21"]),
    (
        "los jueves no puedo salvo el 5 y el 12 de noviembre",
        ["busy 2026-10-08 FREQ=WEEKLY;BYDAY=TH not 2026-11-05 2026-11-12"],
    ),
    ("todos los viernes de noviembre fuera", ["busy 2026-11-06 FREQ=WEEKLY;UNTIL=20261130;BYDAY=FR"]),
    ("los lunes hasta finales de noviembre ensayo", ["- 2026-10-12 FREQ=WEEKLY;UNTIL=20261130;BYDAY=MO"]),
    (
        "los miércoles desde el 4 de noviembre hasta el 16 de diciembre tengo curso",
        ["- 2026-11-04 FREQ=WEEKLY;UNTIL=20261216;BYDAY=WE"],
    ),
    ("puedo los viernes después de las 9", ["free 2026-10-09 21:00-00:00+1 FREQ=WEEKLY;BYDAY=FR"]),
    ("no puedo ningún martes de noviembre", ["busy 2026-11-03 FREQ=WEEKLY;UNTIL=20261130;BYDAY=TU"]),
    ("los próximos 4 jueves trabajo", ["busy 2026-10-08 FREQ=WEEKLY;COUNT=4;BYDAY=TH"]),
    ("los dos próximos fines de semana no puedo", ["busy 2026-10-10 FREQ=WEEKLY;COUNT=4;BYDAY=SA,SU"]),
    (
        "en diciembre puedo todos los viernes menos el 25",
        ["free 2026-12-04 FREQ=WEEKLY;UNTIL=20261231;BYDAY=FR not 2026-12-25"],
    ),
    ("de enero a marzo no puedo los lunes", ["busy 2027-01-04 FREQ=WEEKLY;UNTIL=20270331;BYDAY=MO"]),
    (
        "tengo clase los martes hasta las nueve de la noche",
        ["busy 2026-10-13 00:00-21:00 FREQ=WEEKLY;BYDAY=TU"],
    ),
]
DAYS = [
    ("hoy no puedo", ["busy 2026-10-07"]),
    ("mañana no, pasado sí", ["busy 2026-10-08", "free 2026-10-09"]),
    ("pasado mañana libre", ["free 2026-10-09"]),
    ("el 20 no", ["busy 2026-10-20"]),
    ("el 7/11 no estoy", ["busy 2026-11-07"]),
    ("el sábado 17 no puedo, el domingo 18 sí", ["busy 2026-10-17", "free 2026-10-18"]),
    ("no puedo el 12 ni el 13 de diciembre", ["busy 2026-12-12", "busy 2026-12-13"]),
    ("los días 12 y 13 de diciembre fuera", ["busy 2026-12-12", "busy 2026-12-13"]),
    ("12, 13 y 14 de noviembre fuera", ["busy 2026-11-12", "busy 2026-11-13", "busy 2026-11-14"]),
    ("el 1º de noviembre no", ["busy 2026-11-01"]),
    ("el primero de marzo libre", ["free 2027-03-01"]),
    ("el veintiuno de mayo no puedo", ["busy 2027-05-21"]),
    ("el día nueve libre", ["free 2026-10-09"]),
    ("Jueves 15-10 no puedo", ["busy 2026-10-15"]),
    ("el viernes que viene no puedo", ["busy 2026-10-16"]),
    ("el próximo domingo no", ["busy 2026-10-18"]),
    ("este domingo sí", ["free 2026-10-11"]),
    ("el finde que viene estoy fuera", ["busy 2026-10-17..2026-10-18"]),
    ("este finde no, el siguiente sí", ["busy 2026-10-10..2026-10-11", "free 2026-10-17..2026-10-18"]),
    ("el finde del 14 y 15 de noviembre vale", ["free 2026-11-14..2026-11-15"]),
    ("la semana que viene imposible", ["busy 2026-10-12..2026-10-18"]),
    ("toda la próxima semana ocupado", ["busy 2026-10-12..2026-10-18"]),
    ("la próxima semana no puedo ni martes ni jueves", ["busy 2026-10-13", "busy 2026-10-15"]),
    ("la semana del 9 de noviembre no estoy", ["busy 2026-11-09..2026-11-15"]),
    ("del 24 de diciembre al 6 de enero estoy fuera", ["busy 2026-12-24..2027-01-06"]),
    ("entre el 12 y el 18 de noviembre no puedo", ["busy 2026-11-12..2026-11-18"]),
    ("del viernes 6 al domingo 8 de noviembre no estoy", ["busy 2026-11-06..2026-11-08"]),
    ("de mediados de diciembre a mediados de enero fuera", ["busy 2026-12-15..2027-01-15"]),
    ("a principios de noviembre viajo", ["busy 2026-11-01..2026-11-10"]),
    ("la primera quincena de noviembre no puedo", ["busy 2026-11-01..2026-11-15"]),
    ("las dos primeras semanas de diciembre no puedo", ["busy 2026-12-01..2026-12-14"]),
    ("los dos primeros sábados de noviembre libre", ["free 2026-11-07", "free 2026-11-14"]),
    ("el segundo sábado de noviembre no", ["busy 2026-11-14"]),
    ("todo noviembre ocupado salvo el 14", ["busy 2026-11-01..2026-11-13", "busy 2026-11-15..2026-11-30"]),
    ("en agosto estoy de vacaciones", ["busy 2027-08-01..2027-08-31"]),
    ("en dos semanas estoy de viaje", ["busy 2026-10-21"]),
    ("dentro de diez días no puedo", ["busy 2026-10-17"]),
    ("fuera desde el 23 de octubre", ["busy 2026-10-23..."]),
    ("hasta el 20 no puedo", ["busy 2026-10-07 11:20-00:00+14"]),
    ("no estoy disponible hasta nuevo aviso", ["busy 2026-10-07..."]),
    ("vuelvo el 4", ["busy 2026-10-07 11:20-00:00+28"]),
    ("Nochevieja toco", ["busy 2026-12-31"]),
    ("el día de Reyes no", ["busy 2027-01-06"]),
    ("el Viernes Santo no puedo", ["busy 2027-03-26"]),
]
TIMES = [
    ("el martes a las 7 y media", ["- 2026-10-13 19:30-?"]),
    ("el martes a las ocho menos cuarto", ["- 2026-10-13 19:45-?"]),
    ("el martes a las doce menos cuarto", ["- 2026-10-13 11:45-?"]),
    ("el jueves a última hora de la tarde", ["- 2026-10-08 14:00-18:00"]),
    ("el martes a las 19:30", ["- 2026-10-13 19:30-?"]),
    ("el lunes de siete y media a nueve", ["- 2026-10-12 19:30-21:00"]),
    ("ocupada el martes de 5 a 7", ["busy 2026-10-13 17:00-19:00"]),
    ("el jueves de 10 a 12 de la mañana no puedo", ["busy 2026-10-08 10:00-12:00"]),
    ("el 20 a las 7 de la tarde no", ["busy 2026-10-20 19:00-?"]),
    ("el sábado entre las 4 y las 6 de la tarde ocupado", ["busy 2026-10-10 16:00-18:00"]),
    ("mañana por la mañana libre", ["free 2026-10-08 08:00-12:00"]),
    ("mañana por la tarde no puedo", ["busy 2026-10-08 12:00-18:00"]),
    ("el viernes mañana no puedo", ["busy 2026-10-09 08:00-12:00"]),
    ("esta tarde imposible", ["busy 2026-10-07 12:00-18:00"]),
    ("esta noche no puedo", ["busy 2026-10-07 19:00-00:00+1"]),
    ("hoy libre hasta las 20h", ["free 2026-10-07 00:00-20:00"]),
    ("libre el viernes a partir de las 8", ["free 2026-10-09 20:00-00:00+1"]),
    ("el sábado a mediodía libre", ["free 2026-10-10 12:00-14:00"]),
    ("el sábado todo el día ocupado", ["busy 2026-10-10"]),
    ("viernes 9 de 20:30 a 23:00 libre", ["free 2026-10-09 20:30-23:00"]),
    ("el 10 de octubre a las 21:30 concierto en la sala Sol, puertas 20h", ["- 2026-10-10 20:00-?"]),
    ("miercoles 14 a las 20:00 ensayo", ["- 2026-10-14 20:00-?"]),
    ("3 horas de ensayo el sábado", ["- 2026-10-10"]),
]
DATED = [
    ("los viernes 4, 11 y 18 de diciembre", ["- 2026-12-04", "- 2026-12-11", "- 2026-12-18"]),
    (
        "los fines de semana 12/13 y 19/20 de diciembre no puedo",
        ["busy 2026-12-12..2026-12-13", "busy 2026-12-19..2026-12-20"],
    ),
    (
        "los fines de semana del 12 y del 19 de diciembre no puedo",
        ["busy 2026-12-12..2026-12-13", "busy 2026-12-19..2026-12-20"],
    ),
    ("todos los viernes de diciembre: 4, 11, 18", ["- 2026-12-04", "- 2026-12-11", "- 2026-12-18"]),
    ("todos los miércoles de febrero (3, 10, 17, 24)", ["- 2027-02-03 FREQ=WEEKLY;UNTIL=20270228;BYDAY=WE"]),
    (
        "los viernes, 4, 11 y 18 de diciembre, no puedo",
        ["busy 2026-12-04", "busy 2026-12-11", "busy 2026-12-18"],
    ),
    ("cada viernes, 4 y 18 de diciembre libre", ["free 2026-12-04", "free 2026-12-18"]),
]

NEITHER = [
    ("ni viernes ni sábado puedo", ["busy 2026-10-09", "busy 2026-10-10"]),
    ("ni el 4 ni el 11 de diciembre me viene bien", ["busy 2026-12-04", "busy 2026-12-11"]),
    (
        "el viernes ni por la tarde ni por la noche estoy libre",
        ["busy 2026-10-09 12:00-18:00", "busy 2026-10-09 19:00-00:00+1"],
    ),
    ("ni los martes ni los jueves tengo tiempo", ["busy 2026-10-08 FREQ=WEEKLY;BYDAY=TU,TH"]),
    ("no puedo el viernes ni el sábado", ["busy 2026-10-09", "busy 2026-10-10"]),
    ("ni viernes ni sábado estoy ocupado", ["!unsupported"]),
]

POLARITY = [
    ("el domingo no me viene bien", ["busy 2026-10-11"]),
    ("sábado 10: no. domingo 11: sí", ["busy 2026-10-10", "free 2026-10-11"]),
    ("el viernes no, mejor el sábado", ["busy 2026-10-09", "free 2026-10-10"]),
    ("imposible el jueves", ["busy 2026-10-08"]),
    ("el jueves vale", ["free 2026-10-08"]),
    ("el 14 o el 15 me va bien", ["free 2026-10-14", "free 2026-10-15"]),
    ("viernes sí, sábado no", ["free 2026-10-09", "busy 2026-10-10"]),
    ("puedo el viernes pero no el sábado", ["free 2026-10-09", "busy 2026-10-10"]),
    ("el viernes puedo, el sábado no", ["free 2026-10-09", "busy 2026-10-10"]),
    ("ya no puedo el viernes", ["busy 2026-10-09"]),
    ("no tengo hueco el martes", ["busy 2026-10-13"]),
    ("el martes no trabajo", ["free 2026-10-13"]),
    ("ninguna disponibilidad en noviembre", ["busy 2026-11-01..2026-11-30"]),
    ("a lo mejor puedo el jueves", ["maybe 2026-10-08"]),
    ("el jueves puede que sí", ["maybe 2026-10-08"]),
    ("quizás el viernes 13 de noviembre", ["maybe 2026-11-13"]),
    ("el viernes no sé", ["maybe 2026-10-09"]),
    (
        "lunes y martes libre, miércoles ocupado, jueves quizás",
        ["free 2026-10-12", "free 2026-10-13", "busy 2026-10-07", "maybe 2026-10-08"],
    ),
]
SPELT = [
    ("el miercoles no puedo", ["busy 2026-10-07"]),
    ("manana por la manana libre", ["free 2026-10-08 08:00-12:00"]),
    ("los sabados no", ["busy 2026-10-10 FREQ=WEEKLY;BYDAY=SA"]),
    ("el savado no puedo", ["busy 2026-10-10"]),
    ("el juebes no puedo", ["busy 2026-10-08"]),
    ("proximo martes si", ["free 2026-10-13"]),
]
YEARS = [
    ("11 de diciembre de 2026 a las 20:00", ["- 2026-12-11 20:00-?"]),
    ("no puedo el 11 de diciembre de 2027 hasta las 18h", ["busy 2027-12-11 00:00-18:00"]),
    (
        "todos los martes hasta el 15 de diciembre de 2026 a las 20:00",
        ["- 2026-10-13 20:00-? FREQ=WEEKLY;UNTIL=20261215T235900;BYDAY=TU"],
    ),
    ("11 de diciembre de 2026 de 20:00 a 23:00", ["- 2026-12-11 20:00-23:00"]),
    ("16 de ene. de 2028", ["- 2028-01-16"]),
    ("sáb., 5 de dic. de 2026 de 20:00 a 23:00", ["- 2026-12-05 20:00-23:00"]),
    ("1 de enero del 2027 a las 20:00", ["- 2027-01-01 20:00-?"]),
    (
        "los días 4, 11 y 18 de diciembre de 2026 no puedo",
        ["busy 2026-12-04", "busy 2026-12-11", "busy 2026-12-18"],
    ),
    ("del 3 de enero de 2027 al 10 de enero de 2027 no estoy", ["busy 2027-01-03..2027-01-10"]),
    ("libre de enero de 2027 a marzo de 2027", ["free 2027-01-01..2027-03-31"]),
    ("5/12 de 2026 a las 21h", ["- 2026-12-05 21:00-?"]),
    ("11 de diciembre de 2000 a 2300", ["- 2026-12-11 20:00-23:00"]),
    ("11 de diciembre de 2030 a 2230", ["- 2026-12-11 20:30-22:30"]),
    ("11 de diciembre de 20:00 a 23:00", ["- 2026-12-11 20:00-23:00"]),
    ("11 de diciembre de 20 a 23", ["- 2026-12-11 20:00-23:00"]),
]
"""The year of a date is no time of day."""
NAMED_PARTS = [
    ("las noches de los viernes no puedo", ["busy 2026-10-09 19:00-00:00+1 FREQ=WEEKLY;BYDAY=FR"]),
    ("las noches de diciembre no puedo", ["busy 2026-12-01 19:00-00:00+1 FREQ=DAILY;UNTIL=20261231T235900"]),
]
"""With a day beside it, or no name, every one is meant."""
SHORT = [
    (
        "L/X/V por la noche ocupado",
        ["busy 2026-10-12 19:00-00:00+1", "busy 2026-10-07 19:00-00:00+1", "busy 2026-10-09 19:00-00:00+1"],
    ),
    ("L-V de 9 a 17 no puedo", ["busy 2026-10-07 09:00-17:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
    ("lu, mi y vi no puedo", ["busy 2026-10-12", "busy 2026-10-07", "busy 2026-10-09"]),
    ("no puedo ni lu ni vi", ["busy 2026-10-12", "busy 2026-10-09"]),
    ("el viernes vi a mi madre", ["- 2026-10-09"]),
    ("viernes mi mujer trabaja, no puedo", ["busy 2026-10-09"]),
]
"""Days in one or two letters, and the words that they look like."""
REFUSED = [
    ("no puedo las noches de partido", "ambiguous"),
    ("tardes de coro ocupado", "ambiguous"),
    ("libre las noches sin partido", "ambiguous"),
    ("las noches de ensayo de diciembre no puedo", "ambiguous"),
    ("¿quién puede el sábado?", "question"),
    ("alguien puede el 12?", "question"),
    ("puedes el viernes?", "question"),
    ("el viernes ensayamos?", "question"),
    ("cuándo tocamos", "question"),
    ("ayer no pude", "past"),
    ("el concierto del sábado fue genial", "past"),
    ("nos vemos el viernes", "not_availability"),
    ("feliz cumpleaños el 12", "not_availability"),
    ("borra lo del 12", "not_availability"),
    ("la canción va a 120 bpm", "not_availability"),
    ("son 20 euros", "not_availability"),
    ("el 30 de febrero no puedo", "impossible_date"),
    ("el martes a las 25h", "impossible_time"),
    ("el viernes 14 de octubre no puedo", "weekday_mismatch"),
    ("si el 12 es por la tarde puedo", "unsupported"),
    ("en Semana Santa no", "unsupported"),
    ("un sábado al mes trabajo", "ambiguous"),
    ("11 de diciembre de 2035 a las 20:00", "ambiguous"),
    ("gracias", "not_availability"),
]
MOST_CALLS = 400_000
"""Work for one text."""


@pytest.mark.parametrize(
    ("words", "expected"),
    [*WEEKLY, *DAYS, *TIMES, *DATED, *NEITHER, *YEARS, *POLARITY, *NAMED_PARTS, *SHORT, *SPELT],
)
def test_spanish_is_understood(rules, words, expected):
    assert rules(words, locale="es-ES") == expected


@pytest.mark.parametrize(("words", "code"), REFUSED)
def test_spanish_that_is_no_availability_or_not_clear_is_refused(rules, words, code):
    assert rules(words, locale="es-ES") == [f"!{code}"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(VOCABULARY + FIGURES * 12), max_size=14).map(" ".join))
def test_any_spanish_words_are_answered(words):
    calls, found = calls_of(lambda: understand(words, Context(NOW, "Europe/Madrid", "es-ES")))
    assert calls < MOST_CALLS
    assert found.statements or found.problem
