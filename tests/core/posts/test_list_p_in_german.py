"""Gig posts as German, Austrian and Swiss promoters type them, judged field by field."""

import pytest

from tests.core.posts.conftest import lines, read_in

POSTS = [
    (
        "Fr, 11.12., suchen 2 Supports, Einlass 19:30 Uhr, Kapazität 200, Indie/Punk, 150 € + Catering",
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
        "Lokaler Opener für Tourband gesucht, Do 21.1., 25 Min Set, 50 € + Essen, muss heavy sein",
        {
            "dates": "27-01-21",
            "slots": "1 opener 25 min",
            "fee": "guarantee; 50 EUR; food",
            "genres": "heavy",
        },
        ("muss heavy sein",),
    ),
    (
        "Mi 3. Februar Akustikabend, 3 Slots à 20 Minuten, je 40 € + ein Getränk, 60 Plätze, alles bestuhlt",
        {
            "dates": "27-02-03",
            "slots": "3 any 20 min",
            "fee": "guarantee; 40 EUR each; drinks",
            "genres": "akustik",
            "cap": 60,
        },
        ("alles bestuhlt",),
    ),
    (
        "Support gesucht für Sa. 12.12., mindestens 20 Leute mitbringen, keine Gage, aber 60 % eurer eigenen Ticketverkäufe",
        {"dates": "26-12-12", "slots": "1 support", "fee": "own_tickets; 60% of own tickets", "draw": 20},
        (),
    ),
    (
        "Freie Termine: 15., 16., 22., 29. Januar / 5., 12. Februar. Nur Fr/Sa. 150 Kap. Meldet euch mit Links.",
        {"dates": "27-01-15 27-01-16 27-01-22 27-01-29 27-02-05 27-02-12", "cap": 150},
        ("Meldet euch mit Links",),
    ),
    (
        "Bandcontest, Vorrunden ab 17. Januar, jeden Sonntag, 6 Wochen lang, 4 Bands pro Abend, 20-Minuten-Sets",
        {
            "dates": "27-01-17 27-01-24 27-01-31 27-02-07 27-02-14 27-02-21",
            "slots": "4 any 20 min",
            "bands": 4,
        },
        (),
    ),
    (
        "Wir spielen am Sa 27.2. als Headliner im Dog & Duck und suchen 2 Supports, Shoegaze/Postpunk, je 75 €, Schlagzeug und Bassbox von uns",
        {
            "dates": "27-02-27",
            "slots": "2 support",
            "fee": "guarantee; 75 EUR each",
            "genres": "shoegaze/postpunk",
            "place": "Dog & Duck",
            "headlining": True,
        },
        ("Schlagzeug und Bassbox von uns",),
    ),
    (
        "Wer hat Lust auf Di, 26.1.? Wird ein ruhiger Abend, 100 € fix, 45 min, Aufbau ab 18 Uhr",
        {
            "dates": "27-01-26",
            "points": "load_in 18:00",
            "slots": "? any 45 min",
            "fee": "guarantee; 100 EUR",
        },
        ("Wird ein ruhiger Abend",),
    ),
    (
        "Festival: Bewerbungen offen für 18.-20. Juni 2027, 3 Bühnen, nur Fahrtkosten für Bands unter der 4. Zeile",
        {"dates": "27-06-18 27-06-19 27-06-20", "fee": "expenses; expenses"},
        ("3 Bühnen", "nur Fahrtkosten für Bands unter der 4. Zeile"),
    ),
    (
        "4 Bands am Fr 29.1., suchen noch die dritte Band, 21:00-21:30 Uhr, 80 €, Metalcore",
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
        "SUPPORT GESUCHT 18.12. - laut & aus der Gegend, 200 Leute, 100 €, Soundcheck 17:30, Einlass 19 Uhr",
        {
            "dates": "26-12-18",
            "points": "soundcheck 17:30, doors 19:00",
            "slots": "1 support",
            "fee": "guarantee; 100 EUR",
            "genres": "laut",
            "cap": 200,
        },
        (),
    ),
    (
        "Konzert ab 14 Jahren, erste Band um 18:45, Schluss um 22 Uhr, Sperrstunde wird streng eingehalten",
        {"points": "on_stage 18:45, curfew 22:00", "age": 14},
        ("Sperrstunde wird streng eingehalten",),
    ),
    (
        "Brauchen jemanden, der am 13.2. in Leipzig für uns eröffnet, Doom/Sludge, Backline komplett da, 30 min, 60 € und ein Kasten Bier",
        {
            "dates": "27-02-13",
            "slots": "1 opener 30 min",
            "fee": "guarantee; 60 EUR; crate",
            "genres": "doom/sludge",
            "place": "Leipzig",
            "headlining": True,
        },
        ("Backline komplett da",),
    ),
    (
        "Zwei Supports für Release-Show am Sa 20. März gesucht, 180er Kapazität, schon 90 Karten verkauft, je 75 € + 10 Gästelistenplätze",
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
        "Zu haben: jeden Mittwoch im Februar (3., 10., 17., 24.). Keller, 80 Leute. Keine Miete, Eintritt geht an euch, 50 € für den Tontechniker",
        {
            "dates": "27-02-03 27-02-10 27-02-17 27-02-24",
            "fee": "door_split; 100% of the door; hire 0 EUR; Tontechniker costs 50 EUR",
            "cap": 80,
        },
        (),
    ),
    (
        "Suche Tourpaket für 23. oder 24. April, 400er Laden, Garantie 1.500 + 85/15 nach Break-even, Gebietsschutz 50 km / 30 Tage",
        {
            "dates": "27-04-23 or 27-04-24",
            "slots": "1 any",
            "fee": "plus; 1500 EUR; 85% of the door; after break-even",
            "cap": 400,
        },
        ("Gebietsschutz 50 km / 30 Tage",),
    ),
    (
        "Keine Gage, wird aber gefilmt: Live-Session Sa 23.1., 12-15 Uhr, 2 Songs, Backline stellen wir",
        {"dates": "27-01-23", "points": "event 12:00-15:00", "fee": "unpaid; recording"},
        ("2 Songs", "Backline stellen wir"),
    ),
    (
        "Veranstalter hier, 3 Abende an Ostern (26.-28. März), suche 4 Bands pro Abend, am Sonntag ab 13 Uhr",
        {
            "dates": "27-03-26 27-03-27 27-03-28",
            "points": "event 13:00 on 27-03-28",
            "slots": "4 any",
            "bands": 4,
        },
        (),
    ),
    (
        "Einlass 20 Uhr / Beginn 21 Uhr, VVK 12 € AK 15 €, suchen Hauptsupport für Sa 20. Februar, 250er Club",
        {
            "dates": "27-02-20",
            "points": "doors 20:00, on_stage 21:00",
            "slots": "1 main_support",
            "cap": 250,
            "tickets": "advance 12 EUR, door 15 EUR",
        },
        (),
    ),
    (
        "nur Bands mit Publikum bitte, wie lief's bei euch letztes Mal hier? Termine: 8., 9., 15. Januar",
        {"dates": "27-01-08 27-01-09 27-01-15"},
        ("nur Bands mit Publikum bitte",),
    ),
    (
        "Sa 30.1. Headliner gesucht, 300 € oder 70 % vom Netto, je nachdem was höher ist, Übernachtung für 5",
        {"dates": "27-01-30", "slots": "1 headliner", "fee": "versus; 300 EUR; 70% of the door; bed"},
        ("Übernachtung für 5",),
    ),
    (
        "So 7.2., 2 x 45 Minuten, Eintritt frei, Hutkonzert, Liedermacher und Folk, 40 Sitzplätze",
        {
            "dates": "27-02-07",
            "slots": "? any 2 x 45 min",
            "fee": "tips",
            "genres": "liedermacher/folk",
            "cap": 40,
            "tickets": "free",
        },
        (),
    ),
    (
        "Support für Tour, Fr 12.3., Buy-on 200 €, 30 Minuten, 600er Halle",
        {
            "dates": "27-03-12",
            "slots": "1 support 30 min",
            "fee": "buy_on; buy_on 200 EUR",
            "cap": 600,
        },
        (),
    ),
    (
        "Nachwuchsabend Fr 5.3., 4 Bands gesucht, jede Band muss 25 Karten verkaufen, 20 min pro Band, VVK 8 €",
        {
            "dates": "27-03-05",
            "slots": "4 any 20 min",
            "fee": "not_said; must sell 25",
            "tickets": "advance 8 EUR",
        },
        (),
    ),
    (
        "Sa 6. Februar, Opener gesucht, Einlass 22 Uhr, Beginn 23:30, Ende 2 Uhr, Techno/Electro, 80 €",
        {
            "dates": "27-02-06",
            "points": "doors 22:00, on_stage 23:30, curfew 02:00",
            "slots": "1 opener",
            "fee": "guarantee; 80 EUR",
            "genres": "techno/electro",
        },
        (),
    ),
    (
        "Fr 19.2., zwei Vorbands gesucht, 50 % der Tür nach Abzug von 200 € Kosten, Einlass 19h, Beginn 20h, ab 16 Jahren",
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
        "Metal-Abend Sa 13.2.: Headliner 300 €, Hauptsupport 120 €, Opener 60 €, 200 Kap",
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
        "Vorband für 4. März in Erfurt und 5. März in Jena gesucht, 100 € pro Abend + Essen und Pennplatz",
        {
            "dates": "27-03-04 27-03-05",
            "slots": "1 support",
            "fee": "guarantee; 100 EUR; food; bed",
            "place": "Erfurt",
        },
        (),
    ),
    (
        "2 Bands für Fr 26.2. gesucht, Festgage 400,- Euro insgesamt, Einlass 20 Uhr, Punkrock",
        {
            "dates": "27-02-26",
            "points": "doors 20:00",
            "slots": "2 any",
            "fee": "guarantee; 400 EUR in_all",
            "genres": "punkrock",
        },
        (),
    ),
    (
        "Unsere Vorband für morgen ist ausgefallen, wer kann einspringen? 30 min, 80 €, Beginn 20:30",
        {
            "dates": "26-11-24",
            "points": "on_stage 20:30",
            "slots": "1 support 30 min",
            "fee": "guarantee; 80 EUR",
        },
        (),
    ),
    (
        "Kneipenkonzert Do 14.1., keine Gage, aber Essen, Getränke und Schlafplatz, 2 Bands gesucht",
        {"dates": "27-01-14", "slots": "2 any", "fee": "unpaid; food; drinks; bed"},
        (),
    ),
    (
        "Fr 9.4. 3 Bands gesucht, 100-150 € pro Band, Ska/Reggae, Eintritt 10 €",
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
        "Wir suchen für den 23.01. noch eine Punkband, ca. 30 Minuten Spielzeit, 120 Euro + Getränke frei, Linecheck 18:30, Einlass 20.00 Uhr, im AJZ Bielefeld",
        {
            "dates": "27-01-23",
            "points": "line_check 18:30, doors 20:00",
            "slots": "1 any 30 min",
            "fee": "guarantee; 120 EUR; drinks",
            "genres": "punk",
            "place": "AJZ Bielefeld",
        },
        (),
    ),
]
FEES = [
    ("250,- pro Band", "guarantee; 250 EUR each"),
    ("1.200 € Festgage", "guarantee; 1200 EUR"),
    ("Gage 100 bis 150 €", "guarantee; 100 EUR to 150 EUR"),
    ("Fixgage 300 plus Fahrtkosten", "guarantee; 300 EUR; travel"),
    ("Türdeal 70/30", "door_split; 70% of the door"),
    ("80 % der Abendkasse", "door_split; 80% of the door"),
    ("80% vom Eintritt ab 50 zahlenden Gästen", "door_split; 80% of the door; after 50 tickets"),
    ("der komplette Eintritt geht an die Bands", "door_split; 100% of the door"),
    ("200 € plus 60 % der Einnahmen", "plus; 200 EUR; 60% of the door"),
    ("200 € oder 60 % der Tür", "versus; 200 EUR; 60% of the door"),
    ("2 € pro verkauftem Ticket für euch", "own_tickets; per_ticket 2 EUR"),
    ("auf Spendenbasis", "tips"),
    ("der Hut geht rum", "tips"),
    ("nur Spritgeld", "expenses; expenses"),
    ("ohne Gage, dafür Verpflegung und Freigetränke", "unpaid; food; drinks"),
    ("für lau, aber professioneller Videomitschnitt", "unpaid; recording"),
    ("Saalmiete 150 €", "hire; hire 150 EUR"),
    ("Startgebühr 30 € pro Band", "buy_on; buy_on 30 EUR"),
    ("ihr zahlt 100 €", "buy_on; buy_on 100 EUR"),
    ("Pay to Play", "buy_on"),
    ("kein Pay to Play, 50 €", "guarantee; 50 EUR"),
    ("Mindestabnahme 20 Tickets", "not_said; must sell 20"),
    ("200 CHF pro Act", "guarantee; 200 CHF each"),
    ("150 € + Kiste Bier + 2 Gästelistenplätze", "guarantee; 150 EUR; crate; guest_list 2"),
]
TIMES = [
    ("Einlass ab 19 Uhr, Beginn 20 Uhr", "doors 19:00, on_stage 20:00"),
    ("Einlass um halb acht, Start 20:15 Uhr", "doors 19:30, on_stage 20:15"),
    ("Türen 20:00, Show 21:00, Curfew 23 Uhr", "doors 20:00, on_stage 21:00, curfew 23:00"),
    ("Get-in 16 Uhr, Soundcheck 17-18 Uhr, Doors 19:30", "load_in 16:00, soundcheck 17:00-18:00, doors 19:30"),
    ("Aufbau ab 15:30, Umbaupause 15 min, Ende 24 Uhr", "load_in 15:30, changeover 15 min, curfew 00:00"),
    ("Einlass: 21h, Beginn: 22h, Schluss: 1 Uhr", "doors 21:00, on_stage 22:00, curfew 01:00"),
]  # fmt: skip
DAYS = [
    ("Freitag, 11. Dezember", "26-12-11"),
    ("Fr. 11.12.26", "26-12-11"),
    ("am 11.12.", "26-12-11"),
    ("11.12. & 12.12.", "26-12-11 26-12-12"),
    ("am 11./12. Dezember", "26-12-11 26-12-12"),
    ("nächsten Freitag", "26-12-04"),
    ("Sa, 16. Jänner", "27-01-16"),
    ("jeden Donnerstag im Februar", "27-02-04 27-02-11 27-02-18 27-02-25"),
    ("am 5. oder 12. Februar", "27-02-05 or 27-02-12"),
]
ROOMS = [
    ("Metalband gesucht Fr 5.2., 120 Pax", {"slots": "1 any", "genres": "metal", "cap": 120}),
    ("Fr 5.2. noch 2 Slots frei, 30 Minuten, Stil egal", {"slots": "2 any 30 min", "genres": "any"}),
    ("Fr 5.2. Support gesucht, je ca. 45-60 Min.", {"slots": "1 support 45-60 min"}),
    ("Opener gesucht 5.2., eine halbe Stunde, ab 18", {"slots": "1 opener 30 min", "age": 18}),
    ("Vorbands gesucht 5.2., Kap. 350, FSK 16", {"slots": "? support", "cap": 350, "age": 16}),
    ("Coverband gesucht 5.2., 3 x 45 min, 500 €", {"slots": "1 any 3 x 45 min", "genres": "cover"}),
    ("5.2. Bremen, Headliner gesucht, alle Altersgruppen", {"slots": "1 headliner", "age": 0}),
    ("Für 5.2. Hardcore-Bands gesucht, gern auch Screamo", {"genres": "hardcore/screamo"}),
    ("Suchen Tour-Support, 4.-7. Februar (Köln, Hamburg), Buy-on 400 € pro Show", {"dates": "27-02-04 27-02-05 27-02-06 27-02-07", "slots": "1 main_support", "fee": "buy_on; buy_on 400 EUR"}),
    ("Türdeal 60/40 nach Kosten, Headliner und Support gesucht, 26.2., Kap 150", {"slots": "1 headliner, 1 support", "fee": "door_split; 60% of the door; after costs"}),
    ("Support gesucht! 30.1., 45 Min., 100€+20% ab 100 zahlenden Gästen", {"slots": "1 support 45 min", "fee": "plus; 100 EUR; 20% of the door; after 100 tickets"}),
    ("Open Air 12.-14. Juni 2027: noch 3 Slots frei, je 40 min, Bewerbung bis 31.1.", {"dates": "27-06-12 27-06-13 27-06-14", "slots": "3 any 40 min"}),
    ("Headliner (Blues/Rock) gesucht 19.2., 500-700 €, 2x60 min, Kneipe mit 90 Plätzen", {"slots": "1 headliner 2 x 60 min", "fee": "guarantee; 500 EUR to 700 EUR", "cap": 90}),
    ("Wir (Postrock) headlinen am 19.3., suchen noch zwei Supports, jeweils 50€", {"slots": "2 support", "fee": "guarantee; 50 EUR each", "headlining": True}),
    ("Wir suchen für den 30. April (Tanz in den Mai) eine Coverband, 4 x 45 Min", {"dates": "27-04-30", "slots": "1 any 4 x 45 min"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected", "notes"), POSTS, ids=[words[:40] for words, *_ in POSTS])
def test_a_german_post_is_read_to_its_last_field(words, expected, notes):
    found = read_in("de-DE", words)
    said = lines(found)
    said.pop("missing", None)
    assert (said, getattr(found, "notes", None)) == (expected, notes)


@pytest.mark.parametrize(("pay", "fee"), FEES)
def test_pay_of_every_shape_is_read_in_german(pay, fee):
    assert lines(read_in("de-DE", f"Opener gesucht Fr 5.2., {pay}"))["fee"] == fee


@pytest.mark.parametrize(("times", "points"), TIMES)
def test_points_of_the_day_are_read_in_german(times, points):
    assert lines(read_in("de-DE", f"Support gesucht Fr 5.2., 50 €, {times}"))["points"] == points


@pytest.mark.parametrize(("day", "dates"), DAYS)
def test_dates_are_read_in_german(day, dates):
    assert lines(read_in("de-DE", f"Support gesucht {day}, 50 €"))["dates"] == dates
    assert lines(read_in("de-DE", f"{day}: 2 Bands gesucht, 50 €"))["dates"] == dates


@pytest.mark.parametrize(("words", "expected"), ROOMS)
def test_slots_and_rooms_are_read_in_german(words, expected):
    said = lines(read_in("de-DE", words))
    assert {name: said.get(name) for name in expected} == expected
