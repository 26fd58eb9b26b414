"""Gig posts as promoters in Brazil and Portugal type them, judged field by field."""

import pytest

from tests.core.posts.conftest import lines, read_in

IN_BRAZIL = [
    (
        "Sex 11/12, precisamos de 2 bandas de abertura, casa abre 19h30, capacidade 200, indie/punk, R$ 400 + rango",
        {
            "dates": "26-12-11",
            "points": "doors 19:30",
            "slots": "2 opener",
            "fee": "guarantee; 400 BRL; food",
            "genres": "indie/punk",
            "cap": 200,
        },
        (),
    ),
    (
        "Procuramos banda local para abrir para banda em turnê na quinta 21 de janeiro, set de 25 min, R$ 200 + jantar, tem que ser pesado",
        {
            "dates": "27-01-21",
            "slots": "1 opener 25 min",
            "fee": "guarantee; 200 BRL; food",
            "genres": "pesado",
        },
        ("tem que ser pesado",),
    ),
    (
        "Qua 3 de fevereiro noite acústica, 3 vagas de 20 minutos, R$ 150 cada + uma bebida, 60 lugares, todo mundo sentado",
        {
            "dates": "27-02-03",
            "slots": "3 any 20 min",
            "fee": "guarantee; 150 BRL each; drinks",
            "genres": "acústica",
            "cap": 60,
        },
        ("todo mundo sentado",),
    ),
    (
        "Procura-se banda de abertura sáb 12/12. Tem que levar pelo menos 20 pessoas. Sem cachê mas 60% dos seus ingressos",
        {"dates": "26-12-12", "slots": "1 opener", "fee": "own_tickets; 60% of own tickets", "draw": 20},
        (),
    ),
    (
        "Datas abertas: 15, 16, 22, 29 de janeiro / 5, 12 de fevereiro. Só sex/sáb. Lotação 150. Mandem links.",
        {"dates": "27-01-15 27-01-16 27-01-22 27-01-29 27-02-05 27-02-12", "cap": 150},
        ("Mandem links",),
    ),
    (
        "Festival de bandas, eliminatórias a partir de 17 de janeiro, todo domingo por 6 semanas, 4 bandas por noite, sets de 20 min",
        {
            "dates": "27-01-17 27-01-24 27-01-31 27-02-07 27-02-14 27-02-21",
            "slots": "4 any 20 min",
            "bands": 4,
        },
        (),
    ),
    (
        "Vamos tocar no Dog & Duck sábado 27 de fevereiro e procuramos 2 bandas de abertura, shoegaze/pós-punk, R$ 300 cada, bateria e caixa de baixo nossas",
        {
            "dates": "27-02-27",
            "slots": "2 opener",
            "fee": "guarantee; 300 BRL each",
            "genres": "shoegaze/pós-punk",
            "place": "Dog & Duck",
            "headlining": True,
        },
        ("bateria e caixa de baixo nossas",),
    ),
    (
        "Alguém topa terça 26 de janeiro? Noite tranquila, R$ 300 fixo, 45 min, chegada 18h",
        {
            "dates": "27-01-26",
            "points": "load_in 18:00",
            "slots": "? any 45 min",
            "fee": "guarantee; 300 BRL",
        },
        ("Noite tranquila",),
    ),
    (
        "Festival: inscrições abertas para 18, 19 e 20 de junho de 2027, 3 palcos, só ajuda de custo abaixo da 4ª linha",
        {"dates": "27-06-18 27-06-19 27-06-20", "fee": "expenses; expenses"},
        ("3 palcos", "só ajuda de custo abaixo da 4ª linha"),
    ),
    (
        "Noite de 4 bandas sex 29 de janeiro: falta a terceira banda, das 21h às 21h30, R$ 300, metalcore",
        {
            "dates": "27-01-29",
            "points": "event 21:00-21:30",
            "slots": "1 any no. 3 30 min",
            "fee": "guarantee; 300 BRL",
            "genres": "metalcore",
            "bands": 4,
        },
        (),
    ),
    (
        "PROCURA-SE BANDA DE ABERTURA 18/12 - barulhenta e local, lotação 200, R$ 400, passagem de som 17h30, portas 19h",
        {
            "dates": "26-12-18",
            "points": "soundcheck 17:30, doors 19:00",
            "slots": "1 opener",
            "fee": "guarantee; 400 BRL",
            "genres": "barulhenta",
            "cap": 200,
        },
        (),
    ),
    (
        "Show para maiores de 14 anos, primeira banda às 18h45, término às 22h, horário é rígido",
        {"points": "on_stage 18:45, curfew 22:00", "age": 14},
        ("horário é rígido",),
    ),
    (
        "Precisamos de alguém para abrir para a gente em Curitiba dia 13/2, doom/sludge, temos backline completo, 30 minutos, R$ 250 e uma caixa de cerveja",
        {
            "dates": "27-02-13",
            "slots": "1 opener 30 min",
            "fee": "guarantee; 250 BRL; crate",
            "genres": "doom/sludge",
            "place": "Curitiba",
            "headlining": True,
        },
        ("temos backline completo",),
    ),
    (
        "Duas bandas de abertura para lançamento de disco sábado 20 de março, capacidade 180, já tem 90 ingressos vendidos, R$ 300 + 10 nomes na lista por banda",
        {
            "dates": "27-03-20",
            "slots": "2 opener",
            "fee": "guarantee; 300 BRL each; guest_list 10",
            "cap": 180,
            "sold": 90,
        },
        (),
    ),
    (
        "Disponível: todas as quartas de fevereiro (3, 10, 17, 24). Porão para 80 pessoas. Sem aluguel, a bilheteria é toda de vocês, R$ 200 para o técnico",
        {
            "dates": "27-02-03 27-02-10 27-02-17 27-02-24",
            "fee": "door_split; 100% of the door; hire 0 BRL; técnico costs 200 BRL",
            "cap": 80,
        },
        (),
    ),
    (
        "Busco banda em turnê para 23 ou 24 de abril, casa de 400, garantia 5000 + 85/15 depois do break even, exclusividade 50 km / 30 dias",
        {
            "dates": "27-04-23 or 27-04-24",
            "slots": "1 any",
            "fee": "plus; 5000 BRL; 85% of the door; after break-even",
            "cap": 400,
        },
        ("exclusividade 50 km / 30 dias",),
    ),
    (
        "Sem cachê mas filmado: live session sáb 23 de janeiro das 12h às 15h, 2 músicas, backline por nossa conta",
        {"dates": "27-01-23", "points": "event 12:00-15:00", "fee": "unpaid; recording"},
        ("2 músicas", "backline por nossa conta"),
    ),
    (
        "Produtor aqui, 3 noites na Páscoa (26 a 28 de março), procuro 4 bandas por noite, no domingo a partir das 13h",
        {
            "dates": "27-03-26 27-03-27 27-03-28",
            "points": "event 13:00 on 27-03-28",
            "slots": "4 any",
            "bands": 4,
        },
        (),
    ),
    (
        "Casa abre 20h / show 21h, R$ 40 antecipado R$ 50 na hora, procuramos banda de abertura para sábado 20 de fevereiro, casa para 250",
        {
            "dates": "27-02-20",
            "points": "doors 20:00, on_stage 21:00",
            "slots": "1 opener",
            "cap": 250,
            "tickets": "advance 40 BRL, door 50 BRL",
        },
        (),
    ),
    (
        "só bandas que levem público pfv, quanto vocês levaram da última vez aqui? datas: 8, 9, 15 de janeiro",
        {"dates": "27-01-08 27-01-09 27-01-15"},
        ("só bandas que levem público pfv",),
    ),
    (
        "Sáb 30/01 procura-se headliner, R$ 1.500 ou 70% da bilheteria, o que for maior, hospedagem para 5",
        {"dates": "27-01-30", "slots": "1 headliner", "fee": "versus; 1500 BRL; 70% of the door; bed"},
        ("hospedagem para 5",),
    ),
    (
        "Domingo 7 de fevereiro, 2 x 45 minutos, entrada franca, no chapéu, mpb e samba, 40 lugares",
        {
            "dates": "27-02-07",
            "slots": "? any 2 x 45 min",
            "fee": "tips",
            "genres": "mpb/samba",
            "cap": 40,
            "tickets": "free",
        },
        (),
    ),
    (
        "Noite de novos talentos sex 5 de março, procuramos 4 bandas, cada banda tem que vender 25 ingressos, 20 min por banda, antecipado R$ 20",
        {
            "dates": "27-03-05",
            "slots": "4 any 20 min",
            "fee": "not_said; must sell 25",
            "tickets": "advance 20 BRL",
        },
        (),
    ),
    (
        "Sábado 6 de fevereiro, procuramos banda para abrir, abertura da casa 22h, início 23h30, fim às 2h da manhã, techno/eletrônica, R$ 300",
        {
            "dates": "27-02-06",
            "points": "doors 22:00, on_stage 23:30, curfew 02:00",
            "slots": "1 opener",
            "fee": "guarantee; 300 BRL",
            "genres": "techno/eletrônica",
        },
        (),
    ),
    (
        "Noite de metal sáb 13 de fevereiro: headliner R$ 1000, banda de abertura R$ 300, lotação 200",
        {
            "dates": "27-02-13",
            "slots": "1 headliner 1000 BRL, 1 opener 300 BRL",
            "fee": "guarantee",
            "genres": "metal",
            "cap": 200,
        },
        (),
    ),
    (
        "A banda de abertura de amanhã cancelou, quem pode substituir? 30 min, R$ 300, início 20h30",
        {
            "dates": "26-11-24",
            "points": "on_stage 20:30",
            "slots": "1 opener 30 min",
            "fee": "guarantee; 300 BRL",
        },
        (),
    ),
    (
        "Rolê punk dia 23/01, falta uma banda, uns 30 minutos, 300 reais + breja, line check 18h30, portas 20h, no Espaço Som, São Paulo",
        {
            "dates": "27-01-23",
            "points": "line_check 18:30, doors 20:00",
            "slots": "1 any 30 min",
            "fee": "guarantee; 300 BRL; drinks",
            "genres": "punk",
            "place": "Espaço Som, São Paulo",
        },
        (),
    ),
]
IN_PORTUGAL = [
    (
        "Sex, 11 de dez., precisamos de 2 bandas para a primeira parte, portas 21h, lotação 200, indie/punk, 150 € + jantar",
        {
            "dates": "26-12-11",
            "points": "doors 21:00",
            "slots": "2 support",
            "fee": "guarantee; 150 EUR; food",
            "genres": "indie/punk",
            "cap": 200,
        },
        (),
    ),
    (
        "Primeira parte da digressão, sexta 12 de março, buy-on 200 €, 30 minutos, sala de 600",
        {
            "dates": "27-03-12",
            "slots": "1 support 30 min",
            "fee": "buy_on; buy_on 200 EUR",
            "cap": 600,
        },
        (),
    ),
    (
        "Sex 19 de fevereiro, procuram-se duas primeiras partes, 50% da bilheteira depois de 200 € de despesas, portas 19h, início 20h, maiores de 16",
        {
            "dates": "27-02-19",
            "points": "doors 19:00, on_stage 20:00",
            "slots": "2 support",
            "fee": "door_split; 50% of the door; costs 200 EUR",
            "age": 16,
        },
        (),
    ),
    (
        "Procura-se primeira parte para 4 de março em Braga e 5 de março em Coimbra, 100 € por noite + jantar e alojamento",
        {
            "dates": "27-03-04 27-03-05",
            "slots": "1 support",
            "fee": "guarantee; 100 EUR; food; bed",
            "place": "Braga",
        },
        (),
    ),
    (
        "Procuramos 2 bandas para sexta 26 de fevereiro, cachê 400 euros no total, abertura de portas às 20h00, punk rock",
        {
            "dates": "27-02-26",
            "points": "doors 20:00",
            "slots": "2 any",
            "fee": "guarantee; 400 EUR in_all",
            "genres": "punk rock",
        },
        (),
    ),
    (
        "Concerto num bar, qui 14 de janeiro, sem cachet mas jantar, bebidas e dormida, procuramos 2 bandas",
        {"dates": "27-01-14", "slots": "2 any", "fee": "unpaid; food; drinks; bed"},
        (),
    ),
    (
        "Sex 9 de abril procuramos 3 bandas, entre 100 e 150 € por banda, ska/reggae, bilhete 10 €",
        {
            "dates": "27-04-09",
            "slots": "3 any",
            "fee": "guarantee; 100 EUR to 150 EUR each",
            "genres": "ska/reggae",
            "tickets": "door 10 EUR",
        },
        (),
    ),
    (
        "Olá malta, ainda nos falta uma banda para sábado 30/1 no Maus Hábitos no Porto, teste de som 18h, portas 21h30, 30 min, 80 € e finos",
        {
            "dates": "27-01-30",
            "points": "soundcheck 18:00, doors 21:30",
            "slots": "1 any 30 min",
            "fee": "guarantee; 80 EUR; drinks",
            "place": "Maus Hábitos, Porto",
        },
        (),
    ),
]
FEES = [
    ("R$ 250 por banda", "guarantee; 250 BRL each"),
    ("cachê de R$ 1.200", "guarantee; 1200 BRL"),
    ("cachê R$ 100 a 150", "guarantee; 100 BRL to 150 BRL"),
    ("R$ 300 mais gasolina", "guarantee; 300 BRL; travel"),
    ("500 reais para dividir", "guarantee; 500 BRL in_all"),
    ("bilheteria 70/30", "door_split; 70% of the door"),
    ("80% da portaria", "door_split; 80% of the door"),
    ("80 % da bilheteria a partir de 50 pagantes", "door_split; 80% of the door; after 50 tickets"),
    ("toda a bilheteria para as bandas", "door_split; 100% of the door"),
    ("divisão de bilheteria", "door_split"),
    ("R$ 200 + 60 % da bilheteria", "plus; 200 BRL; 60% of the door"),
    ("R$ 200 ou 60 % da bilheteria", "versus; 200 BRL; 60% of the door"),
    ("vocês ganham R$ 5 por ingresso", "own_tickets; per_ticket 5 BRL"),
    ("couvert artístico", "tips"),
    ("passa o chapéu", "tips"),
    ("só ajuda de custo", "expenses; expenses"),
    ("sem cachê mas com jantar e bebida", "unpaid; food; drinks"),
    ("na faixa mas com gravação em vídeo", "unpaid; recording"),
    ("aluguel da casa R$ 400", "hire; hire 400 BRL"),
    ("taxa de inscrição R$ 50 por banda", "buy_on; buy_on 50 BRL"),
    ("cada banda paga R$ 200", "buy_on; buy_on 200 BRL"),
    ("paga pra tocar", "buy_on"),
    ("nada de pagar para tocar, R$ 200", "guarantee; 200 BRL"),
    ("cota de 20 ingressos", "not_said; must sell 20"),
    ("R$ 200 cada banda + 2 nomes na lista", "guarantee; 200 BRL each; guest_list 2"),
    ("R$ 150 e um engradado de cerveja", "guarantee; 150 BRL; crate"),
]
TIMES = [
    ("portas a partir das 19h, início 20h", "doors 19:00, on_stage 20:00"),
    ("portas às 19:30, show às 20:15", "doors 19:30, on_stage 20:15"),
    ("abertura da casa: 20h, início: 21h, fecha às 23h", "doors 20:00, on_stage 21:00, curfew 23:00"),
    ("chegada 16h, passagem de som 17h às 18h, portas 19h30", "load_in 16:00, soundcheck 17:00-18:00, doors 19:30"),
    ("montagem 15h30, troca de palco de 15 min, fim à meia-noite", "load_in 15:30, changeover 15 min, curfew 00:00"),
    ("abre 21h, começa 22h, encerramento 1h", "doors 21:00, on_stage 22:00, curfew 01:00"),
]  # fmt: skip
DAYS = [
    ("sexta-feira 11 de dezembro", "26-12-11"),
    ("dia 11/12/26", "26-12-11"),
    ("sex 11/12", "26-12-11"),
    ("dias 11 e 12 de dezembro", "26-12-11 26-12-12"),
    ("de 11 a 13 de dezembro", "26-12-11 26-12-12 26-12-13"),
    ("sexta que vem", "26-12-04"),
    ("sáb 16 jan", "27-01-16"),
    ("todas as quintas de fevereiro", "27-02-04 27-02-11 27-02-18 27-02-25"),
    ("dia 5 ou 12 de fevereiro", "27-02-05 or 27-02-12"),
]
ROOMS = [
    ("Procuro banda de metal sex 5/2, 120 pax", {"slots": "1 any", "genres": "metal", "cap": 120}),
    ("Sex 5/2 ainda tem 2 vagas, 30 minutos, qualquer estilo", {"slots": "2 any 30 min", "genres": "any"}),
    ("Sex 5/2 procura-se banda de abertura, de 45 a 60 min", {"slots": "1 opener 45-60 min"}),
    ("Procura-se banda de abertura 5/2, meia hora, maiores de 18 anos", {"slots": "1 opener 30 min", "age": 18}),
    ("Procuram-se bandas de abertura 5/2, capacidade 350, +16", {"slots": "? opener", "cap": 350, "age": 16}),
    ("Procura-se banda cover 5/2, 3 x 45 min, R$ 900", {"slots": "1 any 3 x 45 min", "genres": "cover"}),
    ("5/2, procuramos headliner, livre para todas as idades", {"slots": "1 headliner", "age": 0}),
    ("Dia 5/2 procuramos bandas de forró ou eletrônica", {"genres": "forró/eletrônica"}),
    ("Procuro 3 bandas sex 26/02, 25 min cada, lista amiga R$ 15 / R$ 20 na porta", {"slots": "3 any 25 min", "tickets": "advance 15 BRL, door 20 BRL"}),
    ("Rolê hardcore sábado 16/01 no Hangar em SP, faltam 2 bandas, 50% da portaria, abre 17h", {"points": "doors 17:00", "slots": "2 any", "place": "Hangar, SP"}),
    ("Festival dias 9, 10 e 11 de abril: inscrições até 15 de janeiro, 40 min", {"dates": "27-04-09 27-04-10 27-04-11", "slots": "? any 40 min"}),
    ("Banda de abertura precisa vender 30 ingressos a R$ 40, sábado 13/03", {"slots": "1 opener", "fee": "not_said; must sell 30", "tickets": "door 40 BRL"}),
    ("Banda para abrir pro Ratos sexta 19/03, 25min, R$ 150", {"slots": "1 opener 25 min", "fee": "guarantee; 150 BRL"}),
    ("Precisamos de banda de abertura dia 27/02, casa pra 500, passagem 17h, 18 anos", {"points": "soundcheck 17:00", "cap": 500, "age": 18}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected", "notes"), IN_BRAZIL, ids=[words[:40] for words, *_ in IN_BRAZIL]
)
def test_a_brazilian_post_is_read_to_its_last_field(words, expected, notes):
    found = read_in("pt-BR", words)
    said = lines(found)
    said.pop("missing", None)
    assert (said, getattr(found, "notes", None)) == (expected, notes)


@pytest.mark.parametrize(
    ("words", "expected", "notes"), IN_PORTUGAL, ids=[words[:40] for words, *_ in IN_PORTUGAL]
)
def test_a_portuguese_post_is_read_to_its_last_field(words, expected, notes):
    found = read_in("pt-PT", words)
    said = lines(found)
    said.pop("missing", None)
    assert (said, getattr(found, "notes", None)) == (expected, notes)


@pytest.mark.parametrize(("pay", "fee"), FEES)
def test_pay_of_every_shape_is_read_in_portuguese(pay, fee):
    assert lines(read_in("pt-BR", f"Procura-se banda de abertura sex 5/2, {pay}"))["fee"] == fee


@pytest.mark.parametrize(("times", "points"), TIMES)
def test_points_of_the_day_are_read_in_portuguese(times, points):
    words = f"Procura-se banda de abertura sex 5/2, R$ 200, {times}"
    assert lines(read_in("pt-BR", words))["points"] == points


@pytest.mark.parametrize(("day", "dates"), DAYS)
def test_dates_are_read_in_portuguese(day, dates):
    assert lines(read_in("pt-BR", f"Procura-se banda de abertura {day}, R$ 200"))["dates"] == dates
    assert lines(read_in("pt-BR", f"{day}: procuramos 2 bandas, R$ 200"))["dates"] == dates


@pytest.mark.parametrize(("words", "expected"), ROOMS)
def test_slots_and_rooms_are_read_in_portuguese(words, expected):
    said = lines(read_in("pt-BR", words))
    assert {name: said.get(name) for name in expected} == expected
