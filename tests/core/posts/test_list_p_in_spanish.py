"""Gig posts as Spanish promoters type them, judged field by field."""

import pytest

from tests.core.posts.conftest import lines, read_in

POSTS = [
    (
        "Vie 11 dic, buscamos 2 teloneros, puertas 19:30, aforo 200, indie/punk, 150 € + catering",
        {
            "dates": "26-12-11",
            "points": "doors 19:30",
            "slots": "2 support",
            "fee": "guarantee; 150 EUR; food",
            "genres": "indie/punk",
            "cap": 200,
        },
        (),
    ),
    (
        "Buscamos un grupo local para abrir a una banda de gira el jueves 21 de enero, 25 min, 50 € + cena, tiene que ser cañero",
        {
            "dates": "27-01-21",
            "slots": "1 opener 25 min",
            "fee": "guarantee; 50 EUR; food",
            "genres": "cañero",
        },
        ("tiene que ser cañero",),
    ),
    (
        "Miércoles 3 de febrero noche acústica, 3 huecos de 20 minutos, 40 € cada uno + una consumición, 60 personas, público sentado",
        {
            "dates": "27-02-03",
            "slots": "3 any 20 min",
            "fee": "guarantee; 40 EUR each; drinks",
            "genres": "acústica",
            "cap": 60,
        },
        ("público sentado",),
    ),
    (
        "Se busca telonero sáb 12 de diciembre. Hay que traer mínimo 20 personas. Sin caché pero 60% de vuestras entradas",
        {"dates": "26-12-12", "slots": "1 support", "fee": "own_tickets; 60% of own tickets", "draw": 20},
        (),
    ),
    (
        "Fechas libres: 15, 16, 22, 29 de enero / 5, 12 de febrero. Solo vie/sáb. Aforo 150. Escribidnos con enlaces.",
        {"dates": "27-01-15 27-01-16 27-01-22 27-01-29 27-02-05 27-02-12", "cap": 150},
        ("Escribidnos con enlaces",),
    ),
    (
        "Concurso de bandas, eliminatorias desde el 17 de enero, todos los domingos durante 6 semanas, 4 grupos por noche, pases de 20 min",
        {
            "dates": "27-01-17 27-01-24 27-01-31 27-02-07 27-02-14 27-02-21",
            "slots": "4 any 20 min",
            "bands": 4,
        },
        (),
    ),
    (
        "Tocamos de cabezas de cartel en el Dog & Duck el sábado 27 de febrero y buscamos 2 teloneros, shoegaze/post-punk, 75 € cada uno, batería y pantalla de bajo compartidas",
        {
            "dates": "27-02-27",
            "slots": "2 support",
            "fee": "guarantee; 75 EUR each",
            "genres": "shoegaze/post-punk",
            "place": "Dog & Duck",
            "headlining": True,
        },
        ("batería y pantalla de bajo compartidas",),
    ),
    (
        "¿Alguien para el martes 26 de enero? Noche tranquila, 100 € fijos, 45 min, descarga a las 18h",
        {
            "dates": "27-01-26",
            "points": "load_in 18:00",
            "slots": "? any 45 min",
            "fee": "guarantee; 100 EUR",
        },
        ("Noche tranquila",),
    ),
    (
        "Festival: convocatoria abierta para el 18, 19 y 20 de junio de 2027, 3 escenarios, solo gastos por debajo de la 4ª línea",
        {"dates": "27-06-18 27-06-19 27-06-20", "fee": "expenses; expenses"},
        ("3 escenarios", "solo gastos por debajo de la 4ª línea"),
    ),
    (
        "Cartel de 4 grupos vie 29 de enero: buscamos el tercer grupo, de 21:00 a 21:30, 80 €, metalcore",
        {
            "dates": "27-01-29",
            "points": "event 21:00-21:30",
            "slots": "1 any no. 3 30 min",
            "fee": "guarantee; 80 EUR",
            "genres": "metalcore",
            "bands": 4,
        },
        (),
    ),
    (
        "SE BUSCA TELONERO 18/12 - ruidoso y local, aforo 200, 100 €, prueba de sonido 17:30, puertas 19h",
        {
            "dates": "26-12-18",
            "points": "soundcheck 17:30, doors 19:00",
            "slots": "1 support",
            "fee": "guarantee; 100 EUR",
            "genres": "ruidoso",
            "cap": 200,
        },
        (),
    ),
    (
        "Concierto para mayores de 14 años, primer grupo a las 18:45, fin a las 22h, el cierre es estricto",
        {"points": "on_stage 18:45, curfew 22:00", "age": 14},
        ("el cierre es estricto",),
    ),
    (
        "Necesitamos a alguien que abra para nosotros en Zaragoza el 13/2, doom/sludge, tenemos backline completo, 30 minutos, 60 € y una caja de cervezas",
        {
            "dates": "27-02-13",
            "slots": "1 opener 30 min",
            "fee": "guarantee; 60 EUR; crate",
            "genres": "doom/sludge",
            "place": "Zaragoza",
            "headlining": True,
        },
        ("tenemos backline completo",),
    ),
    (
        "Se buscan dos teloneros para presentación de disco el sábado 20 de marzo, aforo 180, ya hay 90 entradas vendidas, 75 € + 10 invitaciones por grupo",
        {
            "dates": "27-03-20",
            "slots": "2 support",
            "fee": "guarantee; 75 EUR each; guest_list 10",
            "cap": 180,
            "sold": 90,
        },
        (),
    ),
    (
        "Disponible: todos los miércoles de febrero (3, 10, 17, 24). Sótano para 80 personas. Sin alquiler, la taquilla es para vosotros, 50 € para el técnico",
        {
            "dates": "27-02-03 27-02-10 27-02-17 27-02-24",
            "fee": "door_split; 100% of the door; hire 0 EUR; técnico costs 50 EUR",
            "cap": 80,
        },
        (),
    ),
    (
        "Buscamos banda de gira para el 23 o el 24 de abril, sala de 400, garantía 1500 + 85/15 a partir del punto de equilibrio, exclusividad 50 km / 30 días",
        {
            "dates": "27-04-23 or 27-04-24",
            "slots": "1 any",
            "fee": "plus; 1500 EUR; 85% of the door; after break-even",
            "cap": 400,
        },
        ("exclusividad 50 km / 30 días",),
    ),
    (
        "Sin cobrar pero se graba en vídeo: sesión en directo sáb 23 de enero de 12 a 15h, 2 canciones, ponemos backline",
        {"dates": "27-01-23", "points": "event 12:00-15:00", "fee": "unpaid; recording"},
        ("2 canciones", "ponemos backline"),
    ),
    (
        "Soy promotor, 3 noches en Semana Santa (26-28 de marzo), buscamos 4 grupos por noche, el domingo desde las 13h",
        {
            "dates": "27-03-26 27-03-27 27-03-28",
            "points": "event 13:00 on 27-03-28",
            "slots": "4 any",
            "bands": 4,
        },
        (),
    ),
    (
        "Puertas 20h / concierto 21h, 12 € anticipada 15 € en taquilla, buscamos banda telonera para el sábado 20 de febrero, sala de 250",
        {
            "dates": "27-02-20",
            "points": "doors 20:00, on_stage 21:00",
            "slots": "1 support",
            "cap": 250,
            "tickets": "advance 12 EUR, door 15 EUR",
        },
        (),
    ),
    (
        "solo bandas que traigan gente pf, ¿cuánta metisteis la última vez aquí? fechas: 8, 9, 15 de enero",
        {"dates": "27-01-08 27-01-09 27-01-15"},
        ("solo bandas que traigan gente pf",),
    ),
    (
        "Sáb 30/01 se busca cabeza de cartel, 300 € o 70% de taquilla, lo que sea mayor, alojamiento para 5",
        {"dates": "27-01-30", "slots": "1 headliner", "fee": "versus; 300 EUR; 70% of the door; bed"},
        ("alojamiento para 5",),
    ),
    (
        "Domingo 7 de febrero, 2 x 45 minutos, entrada libre, a la gorra, cantautor y folk, 40 localidades",
        {
            "dates": "27-02-07",
            "slots": "? any 2 x 45 min",
            "fee": "tips",
            "genres": "cantautor/folk",
            "cap": 40,
            "tickets": "free",
        },
        (),
    ),
    (
        "Telonero para gira, vie 12 de marzo, buy-on 200 €, 30 minutos, sala de 600",
        {
            "dates": "27-03-12",
            "slots": "1 support 30 min",
            "fee": "buy_on; buy_on 200 EUR",
            "cap": 600,
        },
        (),
    ),
    (
        "Noche de nuevos talentos vie 5 de marzo, buscamos 4 grupos, cada grupo tiene que vender 25 entradas, 20 min por grupo, anticipada 8 €",
        {
            "dates": "27-03-05",
            "slots": "4 any 20 min",
            "fee": "not_said; must sell 25",
            "tickets": "advance 8 EUR",
        },
        (),
    ),
    (
        "Sábado 6 de febrero, buscamos grupo para abrir, apertura de puertas 22h, inicio 23:30, fin a las 2 de la mañana, techno/electrónica, 80 €",
        {
            "dates": "27-02-06",
            "points": "doors 22:00, on_stage 23:30, curfew 02:00",
            "slots": "1 opener",
            "fee": "guarantee; 80 EUR",
            "genres": "techno/electrónica",
        },
        (),
    ),
    (
        "Vie 19 de febrero, se buscan dos bandas teloneras, 50% de taquilla después de 200 € de gastos, puertas 19h, inicio 20h, mayores de 16",
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
        "Noche metal sáb 13 de febrero: cabeza de cartel 300 €, telonero principal 120 €, banda de apertura 60 €, aforo 200",
        {
            "dates": "27-02-13",
            "slots": "1 headliner 300 EUR, 1 main_support 120 EUR, 1 opener 60 EUR",
            "fee": "guarantee",
            "genres": "metal",
            "cap": 200,
        },
        (),
    ),
    (
        "Se busca telonero para el 4 de marzo en Murcia y el 5 de marzo en Alicante, 100 € por noche + cena y alojamiento",
        {
            "dates": "27-03-04 27-03-05",
            "slots": "1 support",
            "fee": "guarantee; 100 EUR; food; bed",
            "place": "Murcia",
        },
        (),
    ),
    (
        "Buscamos 2 grupos para el vie 26 de febrero, caché 400 euros en total, puertas a las 20:00, punk rock",
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
        "Se nos ha caído el telonero de mañana, ¿quién puede sustituir? 30 min, 80 €, inicio 20:30",
        {
            "dates": "26-11-24",
            "points": "on_stage 20:30",
            "slots": "1 support 30 min",
            "fee": "guarantee; 80 EUR",
        },
        (),
    ),
    (
        "Concierto en bar jue 14 de enero, sin caché pero cena, bebida y alojamiento, buscamos 2 grupos",
        {"dates": "27-01-14", "slots": "2 any", "fee": "unpaid; food; drinks; bed"},
        (),
    ),
    (
        "Vie 9 de abril buscamos 3 grupos, entre 100 y 150 € por grupo, ska/reggae, entrada 10 €",
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
        "Hola! nos falta un grupo punk para el 23/01, unos 30 minutos, 120 euros + birras, line check 18:30, puertas a las 20h, en la Sala Clamores, Madrid",
        {
            "dates": "27-01-23",
            "points": "line_check 18:30, doors 20:00",
            "slots": "1 any 30 min",
            "fee": "guarantee; 120 EUR; drinks",
            "genres": "punk",
            "place": "Sala Clamores, Madrid",
        },
        (),
    ),
]
FEES = [
    ("250 € por grupo", "guarantee; 250 EUR each"),
    ("caché de 1.200 €", "guarantee; 1200 EUR"),
    ("caché 100-150 €", "guarantee; 100 EUR to 150 EUR"),
    ("300 € más gasolina", "guarantee; 300 EUR; travel"),
    ("300 pavos a repartir", "guarantee; 300 EUR in_all"),
    ("taquilla 70/30", "door_split; 70% of the door"),
    ("80% de la taquilla", "door_split; 80% of the door"),
    ("80 % de taquilla a partir de 50 entradas", "door_split; 80% of the door; after 50 tickets"),
    ("taquilla íntegra para las bandas", "door_split; 100% of the door"),
    ("a taquilla", "door_split"),
    ("200 € + 60 % de la taquilla", "plus; 200 EUR; 60% of the door"),
    ("200 € o el 60 % de la taquilla", "versus; 200 EUR; 60% of the door"),
    ("cobráis 2 € por cada entrada", "own_tickets; per_ticket 2 EUR"),
    ("taquilla inversa", "tips"),
    ("solo gasolina", "expenses; expenses"),
    ("no se paga pero hay cena y bebida", "unpaid; food; drinks"),
    ("sin caché pero con grabación en vídeo", "unpaid; recording"),
    ("alquiler de sala 150 €", "hire; hire 150 EUR"),
    ("inscripción 30 € por banda", "buy_on; buy_on 30 EUR"),
    ("pagáis 100 €", "buy_on; buy_on 100 EUR"),
    ("hay que pagar por tocar", "buy_on"),
    ("nada de pay to play, 50 €", "guarantee; 50 EUR"),
    ("mínimo de venta 20 entradas", "not_said; must sell 20"),
    ("200 € por banda + dietas + 2 invitados", "guarantee; 200 EUR each; food; guest_list 2"),
    ("150€ y una caja de birras", "guarantee; 150 EUR; crate"),
]
TIMES = [
    ("puertas a partir de las 19h, inicio 20h", "doors 19:00, on_stage 20:00"),
    ("puertas a las 19:30, concierto a las 20:15", "doors 19:30, on_stage 20:15"),
    ("apertura de puertas: 20:00, inicio: 21:00, cierre 23h", "doors 20:00, on_stage 21:00, curfew 23:00"),
    ("llegada 16h, prueba de sonido 17-18h, puertas 19:30", "load_in 16:00, soundcheck 17:00-18:00, doors 19:30"),
    ("montaje 15:30, cambio de 15 min, fin a medianoche", "load_in 15:30, changeover 15 min, curfew 00:00"),
    ("puertas 21h, empieza a las 22h, cierre 1h", "doors 21:00, on_stage 22:00, curfew 01:00"),
    ("apertura 20.30 hs, show 21.30 hs", "doors 20:30, on_stage 21:30"),
]  # fmt: skip
DAYS = [
    ("el viernes 11 de diciembre", "26-12-11"),
    ("el 11/12/26", "26-12-11"),
    ("vie 11/12", "26-12-11"),
    ("el 11 y 12 de diciembre", "26-12-11 26-12-12"),
    ("del 11 al 13 de diciembre", "26-12-11 26-12-12 26-12-13"),
    ("el próximo viernes", "26-12-04"),
    ("sáb 16 ene", "27-01-16"),
    ("todos los jueves de febrero", "27-02-04 27-02-11 27-02-18 27-02-25"),
    ("el 5 o el 12 de febrero", "27-02-05 or 27-02-12"),
]
ROOMS = [
    ("Busco banda de metal vie 5 feb, 120 pax", {"slots": "1 any", "genres": "metal", "cap": 120}),
    ("Vie 5 feb quedan 2 huecos, 30 minutos, cualquier estilo", {"slots": "2 any 30 min", "genres": "any"}),
    ("Vie 5 feb se busca telonero, de 45 a 60 min", {"slots": "1 support 45-60 min"}),
    ("Se busca telonero 5 feb, media hora, mayores de 18 años", {"slots": "1 support 30 min", "age": 18}),
    ("Se buscan teloneros 5 feb, capacidad 350, +16", {"slots": "? support", "cap": 350, "age": 16}),
    ("Se busca banda de versiones 5 feb, 3 x 45 min, 500 €", {"slots": "1 any 3 x 45 min", "genres": "versiones"}),
    ("5 feb, buscamos cabeza de cartel, todos los públicos", {"slots": "1 headliner", "age": 0}),
    ("El 5 feb buscamos grupos de rumba o electrónica", {"genres": "rumba/electrónica"}),
    ("¡Urgente! se nos ha caído la banda telonera del viernes 27, buscamos sustituta, 80€", {"dates": "26-11-27", "slots": "1 support"}),
    ("Fechas libres en marzo: 5, 12 y 19. Aforo 220, 70% de taquilla tras gastos (150€)", {"dates": "27-03-05 27-03-12 27-03-19", "fee": "door_split; 70% of the door; costs 150 EUR"}),
    ("Buscamos 3 bandas para concurso el 27 de marzo, inscripción gratuita, 20 minutos por banda", {"slots": "3 any 20 min", "fee": None}),
    ("Buscamos dos grupos de garage/punk para abrir el 6 de marzo, 50 pavos cada uno", {"slots": "2 opener", "fee": "guarantee; 50 EUR each"}),
    ("Hueco libre el sáb 23 ene: dúo o solista acústico, 100€ + cena, 2 pases de 45 min", {"slots": "1 any 2 x 45 min", "genres": "acústico"}),
    ("Grupo de apertura para gira, 18-20 marzo, pagáis 150€ por concierto", {"dates": "27-03-18 27-03-19 27-03-20", "slots": "1 opener", "fee": "buy_on; buy_on 150 EUR"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected", "notes"), POSTS, ids=[words[:40] for words, *_ in POSTS])
def test_a_spanish_post_is_read_to_its_last_field(words, expected, notes):
    found = read_in("es-ES", words)
    said = lines(found)
    said.pop("missing", None)
    assert (said, getattr(found, "notes", None)) == (expected, notes)


@pytest.mark.parametrize(("pay", "fee"), FEES)
def test_pay_of_every_shape_is_read_in_spanish(pay, fee):
    assert lines(read_in("es-ES", f"Se busca telonero vie 5 feb, {pay}"))["fee"] == fee


@pytest.mark.parametrize(("times", "points"), TIMES)
def test_points_of_the_day_are_read_in_spanish(times, points):
    assert lines(read_in("es-ES", f"Se busca telonero vie 5 feb, 50 €, {times}"))["points"] == points


@pytest.mark.parametrize(("day", "dates"), DAYS)
def test_dates_are_read_in_spanish(day, dates):
    assert lines(read_in("es-ES", f"Se busca telonero {day}, 50 €"))["dates"] == dates
    assert lines(read_in("es-ES", f"{day}: buscamos 2 grupos, 50 €"))["dates"] == dates


@pytest.mark.parametrize(("words", "expected"), ROOMS)
def test_slots_and_rooms_are_read_in_spanish(words, expected):
    said = lines(read_in("es-ES", words))
    assert {name: said.get(name) for name in expected} == expected
