"""Sentences in Portuguese, with what they mean; read at the same moment as the English ones."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.scheduling.lexicons import lexicon_for, meanings
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context
from tests.fakes.work import calls_of

NOW = datetime(2026, 10, 7, 11, 20)  # a Wednesday
VOCABULARY = sorted(meanings(lexicon_for("pt")))
FIGURES = ["3", "12", "31", "7/11", "15-10", "2º", "1er", "20h30", "8h", "19:30", "2027", "-", ",", "?", "!"]

WEEKLY = [
    ("trabalho todos os sábados até às 22h", ["busy 2026-10-10 00:00-22:00 FREQ=WEEKLY;BYDAY=SA"]),
    (
        "toda terça e quinta das 18h às 20h tenho aula",
        ["busy 2026-10-08 18:00-20:00 FREQ=WEEKLY;BYDAY=TU,TH"],
    ),
    (
        "às terças à noite tenho ensaio com outra banda, não posso",
        ["busy 2026-10-13 19:00-00:00+1 FREQ=WEEKLY;BYDAY=TU"],
    ),
    ("ao domingo não posso", ["busy 2026-10-11 FREQ=WEEKLY;BYDAY=SU"]),
    ("nunca às segundas", ["busy 2026-10-12 FREQ=WEEKLY;BYDAY=MO"]),
    ("cada quinta à noite", ["- 2026-10-08 19:00-00:00+1 FREQ=WEEKLY;BYDAY=TH"]),
    (
        "de segunda a sexta trabalho até às 18h",
        ["busy 2026-10-07 00:00-18:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ),
    (
        "segunda a sexta trabalho das 9 às 18",
        ["busy 2026-10-07 09:00-18:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ),
    ("um domingo sim outro não trabalho", ["busy 2026-10-11 FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"]),
    ("quarta sim, quarta não tenho plantão", ["busy 2026-10-07 FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"]),
    ("sábados alternados não posso", ["busy 2026-10-10 FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"]),
    ("de quinze em quinze dias na terça não dá", ["busy 2026-10-13 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"]),
    ("a primeira sexta de cada mês não posso", ["busy 2026-11-06 FREQ=MONTHLY;BYDAY=1FR"]),
    ("toda primeira segunda do mês", ["- 2026-11-02 FREQ=MONTHLY;BYDAY=1MO"]),
    ("a última sexta do mês não posso", ["busy 2026-10-30 FREQ=MONTHLY;BYDAY=-1FR"]),
    ("dia 20 de cada mês ocupado", ["busy 2026-10-20 FREQ=MONTHLY;BYMONTHDAY=20"]),
    ("todo dia 10 não posso", ["busy 2026-10-10 FREQ=MONTHLY;BYMONTHDAY=10"]),
    ("todos os dias 1 e 15 não posso", ["busy 2026-10-15 FREQ=MONTHLY;BYMONTHDAY=1,15"]),
    ("qualquer dia menos segunda", ["free 2026-10-07 FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU"]),
    ("livre às terças, menos dia 20", ["free 2026-10-13 FREQ=WEEKLY;BYDAY=TU not 2026-10-20"]),
    (
        "quintas não posso exceto dias 5 e 12 de novembro",
        ["busy 2026-10-08 FREQ=WEEKLY;BYDAY=TH not 2026-11-05 2026-11-12"],
    ),
    ("todas as sextas de novembro", ["- 2026-11-06 FREQ=WEEKLY;UNTIL=20261130;BYDAY=FR"]),
    ("às quartas de 4 de novembro até 16 de dezembro", ["- 2026-11-04 FREQ=WEEKLY;UNTIL=20261216;BYDAY=WE"]),
    ("a partir de janeiro não posso às terças", ["busy 2027-01-05 FREQ=WEEKLY;BYDAY=TU"]),
    ("quintas depois das 20h livre", ["free 2026-10-08 20:00-00:00+1 FREQ=WEEKLY;BYDAY=TH"]),
    (
        "durante a semana não posso, aos fins de semana sim",
        ["busy 2026-10-07 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "free 2026-10-10 FREQ=WEEKLY;BYDAY=SA,SU"],
    ),
    ("só posso aos domingos", ["free 2026-10-11 FREQ=WEEKLY;BYDAY=SU"]),
    ("os fins de semana de fevereiro estou fora", ["busy 2027-02-06 FREQ=WEEKLY;UNTIL=20270228;BYDAY=SA,SU"]),
    ("as próximas 4 quintas trabalho", ["busy 2026-10-08 FREQ=WEEKLY;COUNT=4;BYDAY=TH"]),
    ("os próximos dois fins de semana não posso", ["busy 2026-10-10 FREQ=WEEKLY;COUNT=4;BYDAY=SA,SU"]),
    ("qualquer noite da semana que vem", ["free 2026-10-12 19:00-00:00+1 FREQ=DAILY;UNTIL=20261018T235900"]),
    ("terça sim, terça não às 20h", ["- 2026-10-13 20:00-? FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"]),
    ("às 3as e 5as não posso", ["busy 2026-10-08 FREQ=WEEKLY;BYDAY=TU,TH"]),
    ("de janeiro a março não posso às segundas", ["busy 2027-01-04 FREQ=WEEKLY;UNTIL=20270331;BYDAY=MO"]),
]
DAYS = [
    ("hoje não, amanhã sim", ["busy 2026-10-07", "free 2026-10-08"]),
    ("ocupado amanhã e depois de amanhã", ["busy 2026-10-08", "busy 2026-10-09"]),
    ("dia 20 impossível", ["busy 2026-10-20"]),
    ("dia 5/11 não posso", ["busy 2026-11-05"]),
    ("não posso nos dias 12 e 13 de dezembro", ["busy 2026-12-12", "busy 2026-12-13"]),
    ("não posso dia 12 nem dia 13 de dezembro", ["busy 2026-12-12", "busy 2026-12-13"]),
    ("sábado 10, domingo 11 e sexta 16", ["- 2026-10-10", "- 2026-10-11", "- 2026-10-16"]),
    ("1º de novembro não", ["busy 2026-11-01"]),
    ("primeiro de março livre", ["free 2027-03-01"]),
    ("quinze de novembro não posso", ["busy 2026-11-15"]),
    ("2ª e 4ª não posso", ["busy 2026-10-12", "busy 2026-10-07"]),
    ("5ª-feira tô livre", ["free 2026-10-08"]),
    ("quarta-feira não dá", ["busy 2026-10-07"]),
    ("terça 20/10 não posso", ["busy 2026-10-20"]),
    ("sábado que vem dá", ["free 2026-10-17"]),
    ("na próxima quinta livre", ["free 2026-10-15"]),
    ("este domingo sim", ["free 2026-10-11"]),
    (
        "neste fim de semana não, no próximo sim",
        ["busy 2026-10-10..2026-10-11", "free 2026-10-17..2026-10-18"],
    ),
    ("não vou poder no próximo fim de semana", ["busy 2026-10-17..2026-10-18"]),
    ("fds que vem tô fora", ["busy 2026-10-17..2026-10-18"]),
    ("a semana que vem toda ocupado", ["busy 2026-10-12..2026-10-18"]),
    ("terça da semana que vem não", ["busy 2026-10-13"]),
    ("semana que vem nem terça nem quinta", ["busy 2026-10-13", "busy 2026-10-15"]),
    ("a semana de 9 de novembro não estou", ["busy 2026-11-09..2026-11-15"]),
    ("de 20 a 27 de dezembro estou fora", ["busy 2026-12-20..2026-12-27"]),
    ("de sexta 6 a domingo 8 de novembro não estou", ["busy 2026-11-06..2026-11-08"]),
    ("entre 12 e 18 de novembro não posso", ["busy 2026-11-12..2026-11-18"]),
    ("de meados de dezembro a meados de janeiro estou fora", ["busy 2026-12-15..2027-01-15"]),
    ("início de novembro viajo", ["busy 2026-11-01..2026-11-10"]),
    ("primeira quinzena de dezembro não dá", ["busy 2026-12-01..2026-12-15"]),
    ("as duas primeiras semanas de dezembro não posso", ["busy 2026-12-01..2026-12-14"]),
    ("o segundo sábado de novembro não", ["busy 2026-11-14"]),
    ("novembro todo ocupado exceto dia 14", ["busy 2026-11-01..2026-11-13", "busy 2026-11-15..2026-11-30"]),
    ("em agosto estou de férias", ["busy 2027-08-01..2027-08-31"]),
    ("daqui a duas semanas estou fora", ["busy 2026-10-21"]),
    ("fora a partir de 23 de outubro", ["busy 2026-10-23..."]),
    ("até dia 20 não posso", ["busy 2026-10-07 11:20-00:00+14"]),
    ("fora até segunda", ["busy 2026-10-07 11:20-00:00+6"]),
    ("volto dia 4", ["busy 2026-10-07 11:20-00:00+28"]),
    ("véspera de natal não dá", ["busy 2026-12-24"]),
    ("ano novo fora", ["busy 2027-01-01"]),
]
TIMES = [
    ("quarta às 19h30", ["- 2026-10-07 19:30-?"]),
    ("às sete e meia da noite na sexta", ["- 2026-10-09 19:30-?"]),
    ("sexta às dez para as oito", ["- 2026-10-09 19:50-?"]),
    ("dia dez às dez da noite", ["- 2026-10-10 22:00-?"]),
    ("10 dez às 21h", ["- 2026-12-10 21:00-?"]),
    ("meio-dia e meia de sábado", ["- 2026-10-10 12:30-?"]),
    ("segunda das 19h30 às 21h", ["- 2026-10-12 19:30-21:00"]),
    ("sábado das 2 às 4 da tarde", ["- 2026-10-10 14:00-16:00"]),
    ("sábado entre as 14h e as 16h ocupado", ["busy 2026-10-10 14:00-16:00"]),
    ("amanhã de manhã livre", ["free 2026-10-08 08:00-12:00"]),
    ("amanhã à tarde não posso", ["busy 2026-10-08 12:00-18:00"]),
    ("hoje à noite não dá", ["busy 2026-10-07 19:00-00:00+1"]),
    ("dia 9 de manhã", ["- 2026-10-09 08:00-12:00"]),
    ("na noite de 20 de outubro", ["- 2026-10-20 19:00-00:00+1"]),
    ("3ª à noite não rola", ["busy 2026-10-13 19:00-00:00+1"]),
    ("sexta no fim da tarde", ["- 2026-10-09 14:00-18:00"]),
    ("livre hoje até às 20h", ["free 2026-10-07 00:00-20:00"]),
    ("livre sexta a partir das 20h", ["free 2026-10-09 20:00-00:00+1"]),
    ("sábado o dia todo ocupado", ["busy 2026-10-10"]),
    ("sábado de manhã e domingo à tarde dá", ["free 2026-10-10 08:00-12:00", "free 2026-10-11 12:00-18:00"]),
    ("das 14h às 16h no dia 20 de outubro", ["- 2026-10-20 14:00-16:00"]),
    ("dia 10 de outubro show às 21h, portas 20h", ["- 2026-10-10 20:00-?"]),
    ("ensaio quinta 20hs", ["- 2026-10-08 20:00-?"]),
]
DATED = [
    ("sábados 5 e 12 de dezembro não posso", ["busy 2026-12-05", "busy 2026-12-12"]),
    (
        "os fins de semana 12/13 e 19/20 de dezembro não posso",
        ["busy 2026-12-12..2026-12-13", "busy 2026-12-19..2026-12-20"],
    ),
    ("todas as sextas de dezembro: 4, 11, 18", ["- 2026-12-04", "- 2026-12-11", "- 2026-12-18"]),
    ("todas as quartas de fevereiro (3, 10, 17, 24)", ["- 2027-02-03 FREQ=WEEKLY;UNTIL=20270228;BYDAY=WE"]),
    ("às terças 1 e 8 de dezembro, das 19h às 21h", ["- 2026-12-01 19:00-21:00", "- 2026-12-08 19:00-21:00"]),
    (
        "as sextas, 4, 11 e 18 de dezembro, não posso",
        ["busy 2026-12-04", "busy 2026-12-11", "busy 2026-12-18"],
    ),
    ("talvez aos domingos 6 e 13 de dezembro", ["maybe 2026-12-06", "maybe 2026-12-13"]),
]

NEITHER = [
    ("nem sexta nem sábado posso", ["busy 2026-10-09", "busy 2026-10-10"]),
    ("nem dia 4 nem dia 11 de dezembro dá pra mim", ["busy 2026-12-04", "busy 2026-12-11"]),
    (
        "sexta nem à tarde nem à noite estou livre",
        ["busy 2026-10-09 12:00-18:00", "busy 2026-10-09 19:00-00:00+1"],
    ),
    ("nem às terças nem às quintas posso", ["busy 2026-10-08 FREQ=WEEKLY;BYDAY=TU,TH"]),
    ("nem sexta nem sábado, domingo sim", ["busy 2026-10-09", "busy 2026-10-10", "free 2026-10-11"]),
    ("nem sexta nem sábado estou ocupado", ["!unsupported"]),
    ("nem posso sexta", ["busy 2026-10-09"]),
]

POLARITY = [
    ("domingo não consigo", ["busy 2026-10-11"]),
    ("seg não, ter sim, qua não", ["busy 2026-10-12", "free 2026-10-13", "busy 2026-10-07"]),
    ("sexta não, melhor sábado", ["busy 2026-10-09", "free 2026-10-10"]),
    ("infelizmente não posso dia 18", ["busy 2026-10-18"]),
    ("de boa na quinta", ["free 2026-10-08"]),
    ("fechado pra sábado", ["free 2026-10-10"]),
    ("terça não", ["busy 2026-10-13"]),
    ("não estou livre terça", ["busy 2026-10-13"]),
    ("já não posso na sexta", ["busy 2026-10-09"]),
    ("sexta posso, sábado não", ["free 2026-10-09", "busy 2026-10-10"]),
    ("posso na sexta mas não no sábado", ["free 2026-10-09", "busy 2026-10-10"]),
    ("sábado ou domingo pode ser", ["free 2026-10-10", "free 2026-10-11"]),
    ("dia 14 ou 15 dá", ["free 2026-10-14", "free 2026-10-15"]),
    ("quinta talvez", ["maybe 2026-10-08"]),
    ("não sei se posso na sexta", ["maybe 2026-10-09"]),
    (
        "segunda e terça livre, quarta ocupado, quinta talvez",
        ["free 2026-10-12", "free 2026-10-13", "busy 2026-10-07", "maybe 2026-10-08"],
    ),
]
SPELT = [
    ("terca nao posso", ["busy 2026-10-13"]),
    ("amanha a noite livre", ["free 2026-10-08 19:00-00:00+1"]),
    ("sabado de manha nao da", ["busy 2026-10-10 08:00-12:00"]),
    ("3a feira nao posso", ["busy 2026-10-13"]),
    ("ate dia 20 nao posso", ["busy 2026-10-07 11:20-00:00+14"]),
    ("savado livre", ["free 2026-10-10"]),
]
YEARS = [
    ("11 de dezembro de 2026 às 20h", ["- 2026-12-11 20:00-?"]),
    ("31 de dezembro de 2027 às 20h", ["- 2027-12-31 20:00-?"]),
    ("20 de set. de 2027", ["- 2027-09-20"]),
    ("16 de jan. de 2028", ["- 2028-01-16"]),
    ("sáb., 5 de dez. de 2026, 20:00–23:00", ["- 2026-12-05 20:00-23:00"]),
    ("dia 11 de dezembro de 2026 das 20h às 23h não posso", ["busy 2026-12-11 20:00-23:00"]),
    ("11 de dezembro de 2026 até às 18h não posso", ["busy 2026-12-11 00:00-18:00"]),
    (
        "todas as terças até 15 de dezembro de 2026 às 20h",
        ["- 2026-10-13 20:00-? FREQ=WEEKLY;UNTIL=20261215T235900;BYDAY=TU"],
    ),
    ("dias 4, 11 e 18 de dez. de 2026 não posso", ["busy 2026-12-04", "busy 2026-12-11", "busy 2026-12-18"]),
    ("fora de 11 de dezembro de 2026 a 3 de janeiro de 2027", ["busy 2026-12-11..2027-01-03"]),
    ("3 de março de 2027 à noite não posso", ["busy 2027-03-03 19:00-00:00+1"]),
    ("11 de dezembro das 2000 às 2300", ["- 2026-12-11 20:00-23:00"]),
    ("11 de dezembro das 20 às 23", ["- 2026-12-11 20:00-23:00"]),
]
"""The year of a date is no time of day."""
NAMED_PARTS = [
    ("noites de sexta não posso", ["busy 2026-10-09 19:00-00:00+1 FREQ=WEEKLY;BYDAY=FR"]),
    ("todas as noites não posso", ["busy 2026-10-07 19:00-00:00+1 FREQ=DAILY"]),
]
"""With a day beside it, or no name, every one is meant."""
SHORT = [
    (
        "2a/4a/6a à noite não posso",
        ["busy 2026-10-12 19:00-00:00+1", "busy 2026-10-07 19:00-00:00+1", "busy 2026-10-09 19:00-00:00+1"],
    ),
    ("2a a 6a das 9h às 18h não posso", ["busy 2026-10-07 09:00-18:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
    ("toda 3a e 5a não posso", ["busy 2026-10-08 FREQ=WEEKLY;BYDAY=TU,TH"]),
    ("na 2a semana de dezembro não posso", ["busy 2026-12-08..2026-12-14"]),
    ("a 3a sexta do mês não posso", ["busy 2026-10-16 FREQ=MONTHLY;BYDAY=3FR"]),
]
"""Days in one or two letters, and the words that they look like."""
REFUSED = [
    ("não posso nas noites de jogo", "ambiguous"),
    ("tardes de futebol não posso", "ambiguous"),
    ("ocupado nas noites de ensaio até março", "ambiguous"),
    ("noites de quiz em dezembro não dá", "ambiguous"),
    ("quem pode no sábado?", "question"),
    ("vocês podem sexta?", "question"),
    ("dá sábado?", "question"),
    ("quando é o ensaio?", "question"),
    ("sexta tem ensaio?", "question"),
    ("ontem não pude", "past"),
    ("o show de sábado foi ótimo", "past"),
    ("sábado passado", "past"),
    ("obrigado por sábado", "not_availability"),
    ("cancela dia 12", "not_availability"),
    ("a música está a 120 bpm", "not_availability"),
    ("são 20 reais", "not_availability"),
    ("bom fim de semana", "not_availability"),
    ("dia 30 de fevereiro não posso", "impossible_date"),
    ("terça às 25h", "impossible_time"),
    ("sexta 14 de outubro não posso", "weekday_mismatch"),
    ("se for depois das 20h posso sábado", "unsupported"),
    ("um sábado por mês trabalho", "ambiguous"),
    ("11 de dezembro de 2035", "ambiguous"),
]
MOST_CALLS = 400_000
"""Work for one text."""


@pytest.mark.parametrize(
    ("words", "expected"),
    [*WEEKLY, *DAYS, *TIMES, *DATED, *NEITHER, *YEARS, *POLARITY, *NAMED_PARTS, *SHORT, *SPELT],
)
def test_portuguese_is_understood(rules, words, expected):
    assert rules(words, locale="pt-BR") == expected


@pytest.mark.parametrize(("words", "code"), REFUSED)
def test_portuguese_that_is_no_availability_or_not_clear_is_refused(rules, words, code):
    assert rules(words, locale="pt-BR") == [f"!{code}"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(VOCABULARY + FIGURES * 12), max_size=14).map(" ".join))
def test_any_portuguese_words_are_answered(words):
    calls, found = calls_of(lambda: understand(words, Context(NOW, "Europe/Lisbon", "pt-BR")))
    assert calls < MOST_CALLS
    assert found.statements or found.problem
