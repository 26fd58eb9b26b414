"""Gig posts as French and Belgian promoters type them, judged field by field."""

import pytest

from tests.core.posts.conftest import lines, read_in

POSTS = [
    (
        "Ven 11 déc, cherchons 2 premières parties, portes 19h30, jauge 200, indé/punk, 150 € + catering",
        {
            "dates": "26-12-11",
            "points": "doors 19:30",
            "slots": "2 support",
            "fee": "guarantee; 150 EUR; food",
            "genres": "indé/punk",
            "cap": 200,
        },
        (),
    ),
    (
        "On cherche un groupe local pour ouvrir pour un groupe en tournée jeudi 21 janvier, set de 25 min, 50 € + repas, faut que ça soit heavy",
        {
            "dates": "27-01-21",
            "slots": "1 opener 25 min",
            "fee": "guarantee; 50 EUR; food",
            "genres": "heavy",
        },
        ("faut que ça soit heavy",),
    ),
    (
        "Mer 3 février soirée acoustique, 3 créneaux de 20 minutes, 40 € chacun + une boisson, 60 places, public assis",
        {
            "dates": "27-02-03",
            "slots": "3 any 20 min",
            "fee": "guarantee; 40 EUR each; drinks",
            "genres": "acoustique",
            "cap": 60,
        },
        ("public assis",),
    ),
    (
        "Première partie recherchée sam. 12 décembre. Ramener au moins 20 personnes. Pas de cachet mais 60 % de vos ventes de billets",
        {"dates": "26-12-12", "slots": "1 support", "fee": "own_tickets; 60% of own tickets", "draw": 20},
        (),
    ),
    (
        "Dates libres : 15, 16, 22, 29 janvier / 5, 12 février. Ven/sam uniquement. Jauge 150. Contactez-nous avec vos liens.",
        {"dates": "27-01-15 27-01-16 27-01-22 27-01-29 27-02-05 27-02-12", "cap": 150},
        ("Contactez-nous avec vos liens",),
    ),
    (
        "Tremplin, éliminatoires à partir du 17 janvier, tous les dimanches pendant 6 semaines, 4 groupes par soir, sets de 20 min",
        {
            "dates": "27-01-17 27-01-24 27-01-31 27-02-07 27-02-14 27-02-21",
            "slots": "4 any 20 min",
            "bands": 4,
        },
        (),
    ),
    (
        "On joue en tête d'affiche au Dog & Duck samedi 27 février et on cherche 2 premières parties, shoegaze/post-punk, 75 € chacun, batterie et ampli basse sur place",
        {
            "dates": "27-02-27",
            "slots": "2 support",
            "fee": "guarantee; 75 EUR each",
            "genres": "shoegaze/post-punk",
            "place": "Dog & Duck",
            "headlining": True,
        },
        ("batterie et ampli basse sur place",),
    ),
    (
        "Qui est chaud pour mardi 26 janvier ? Petite soirée tranquille, 100 € fixe, 45 min, arrivée 18h",
        {
            "dates": "27-01-26",
            "points": "load_in 18:00",
            "slots": "? any 45 min",
            "fee": "guarantee; 100 EUR",
        },
        ("Petite soirée tranquille",),
    ),
    (
        "Festival : appel à candidatures pour les 18, 19 et 20 juin 2027, 3 scènes, défraiement uniquement sous la 4e ligne",
        {"dates": "27-06-18 27-06-19 27-06-20", "fee": "expenses; expenses"},
        ("3 scènes", "défraiement uniquement sous la 4e ligne"),
    ),
    (
        "Plateau de 4 groupes ven 29 janvier : cherche le 3e groupe, 21h-21h30, 80 €, metalcore",
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
        "CHERCHE PREMIÈRE PARTIE 18/12 - bruyant & local, jauge 200, 100 €, balances 17h30, portes 19h",
        {
            "dates": "26-12-18",
            "points": "soundcheck 17:30, doors 19:00",
            "slots": "1 support",
            "fee": "guarantee; 100 EUR",
            "genres": "bruyant",
            "cap": 200,
        },
        (),
    ),
    (
        "Concert interdit aux moins de 14 ans, premier groupe à 18h45, fin à 22h, couvre-feu strict",
        {"points": "on_stage 18:45, curfew 22:00", "age": 14},
        ("couvre-feu strict",),
    ),
    (
        "Besoin de quelqu'un pour ouvrir pour nous à Lille le 13/2, doom/sludge, backline fourni, 30 minutes, 60 € et un pack de bières",
        {
            "dates": "27-02-13",
            "slots": "1 opener 30 min",
            "fee": "guarantee; 60 EUR; crate",
            "genres": "doom/sludge",
            "place": "Lille",
            "headlining": True,
        },
        ("backline fourni",),
    ),
    (
        "Deux premières parties recherchées pour une release party samedi 20 mars, jauge 180 dont 90 places déjà vendues, 75 € + 10 invitations par groupe",
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
        "Dispo : tous les mercredis de février (3, 10, 17, 24). Cave 80 places. Location gratuite, toutes les entrées pour vous, 50 € pour l'ingé son",
        {
            "dates": "27-02-03 27-02-10 27-02-17 27-02-24",
            "fee": "door_split; 100% of the door; hire 0 EUR; ingé son costs 50 EUR",
            "cap": 80,
        },
        (),
    ),
    (
        "Cherche plateau en tournée pour le 23 ou le 24 avril, salle de 400, minimum garanti 1500 + 85/15 après le break-even, exclusivité 50 km / 30 jours",
        {
            "dates": "27-04-23 or 27-04-24",
            "slots": "1 any",
            "fee": "plus; 1500 EUR; 85% of the door; after break-even",
            "cap": 400,
        },
        ("exclusivité 50 km / 30 jours",),
    ),
    (
        "Non rémunéré mais filmé : session live samedi 23 janvier de 12h à 15h, 2 morceaux, backline fourni",
        {"dates": "27-01-23", "points": "event 12:00-15:00", "fee": "unpaid; recording"},
        ("2 morceaux", "backline fourni"),
    ),
    (
        "Orga ici, 3 soirs à Pâques (du 26 au 28 mars), on cherche 4 groupes par soir, le dimanche à partir de 13h",
        {
            "dates": "27-03-26 27-03-27 27-03-28",
            "points": "event 13:00 on 27-03-28",
            "slots": "4 any",
            "bands": 4,
        },
        (),
    ),
    (
        "Ouverture des portes 20h / concert 21h, 12 € en prévente 15 € sur place, cherche première partie pour samedi 20 février, salle de 250",
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
        "que des groupes qui ramènent du monde svp, vous aviez fait combien la dernière fois ici ? dates : 8, 9, 15 janvier",
        {"dates": "27-01-08 27-01-09 27-01-15"},
        ("que des groupes qui ramènent du monde svp",),
    ),
    (
        "Sam 30/01 cherche tête d'affiche, 300 € ou 70 % des entrées, le plus élevé des deux, couchage pour 5",
        {"dates": "27-01-30", "slots": "1 headliner", "fee": "versus; 300 EUR; 70% of the door; bed"},
        ("couchage pour 5",),
    ),
    (
        "Dimanche 7 février, 2 x 45 minutes, entrée libre, concert au chapeau, chanson et folk, 40 places assises",
        {
            "dates": "27-02-07",
            "slots": "? any 2 x 45 min",
            "fee": "tips",
            "genres": "chanson/folk",
            "cap": 40,
            "tickets": "free",
        },
        (),
    ),
    (
        "Première partie de la tournée, ven 12 mars, buy-on 200 €, 30 minutes, salle de 600",
        {
            "dates": "27-03-12",
            "slots": "1 support 30 min",
            "fee": "buy_on; buy_on 200 EUR",
            "cap": 600,
        },
        (),
    ),
    (
        "Soirée jeunes talents ven 5 mars, cherche 4 groupes, chaque groupe doit vendre 25 billets, 20 min par groupe, prévente 8 €",
        {
            "dates": "27-03-05",
            "slots": "4 any 20 min",
            "fee": "not_said; must sell 25",
            "tickets": "advance 8 EUR",
        },
        (),
    ),
    (
        "Samedi 6 février, cherchons un groupe pour ouvrir, ouverture 22h, début 23h30, fin 2h du matin, techno/électro, 80 €",
        {
            "dates": "27-02-06",
            "points": "doors 22:00, on_stage 23:30, curfew 02:00",
            "slots": "1 opener",
            "fee": "guarantee; 80 EUR",
            "genres": "techno/électro",
        },
        (),
    ),
    (
        "Ven 19 février, deux premières parties recherchées, 50 % de la billetterie après 200 € de frais, portes 19h, début 20h, à partir de 16 ans",
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
        "Soirée metal sam 13 février : tête d'affiche 300 €, première partie 120 €, groupe d'ouverture 60 €, jauge 200",
        {
            "dates": "27-02-13",
            "slots": "1 headliner 300 EUR, 1 support 120 EUR, 1 opener 60 EUR",
            "fee": "guarantee",
            "genres": "metal",
            "cap": 200,
        },
        (),
    ),
    (
        "Première partie recherchée à Rennes le 4 mars et à Nantes le 5 mars, 100 € par soir + repas et hébergement",
        {
            "dates": "27-03-04 27-03-05",
            "slots": "1 support",
            "fee": "guarantee; 100 EUR; food; bed",
            "place": "Rennes",
        },
        (),
    ),
    (
        "Cherche 2 groupes ven 26 février, cachet 400 euros au total, portes 20 h, punk rock",
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
        "Notre première partie de demain a annulé, qui peut remplacer ? 30 min, 80 €, début à 20h30",
        {
            "dates": "26-11-24",
            "points": "on_stage 20:30",
            "slots": "1 support 30 min",
            "fee": "guarantee; 80 EUR",
        },
        (),
    ),
    (
        "Café-concert jeudi 14 janvier, pas de cachet mais repas, boissons et couchage, on cherche 2 groupes",
        {"dates": "27-01-14", "slots": "2 any", "fee": "unpaid; food; drinks; bed"},
        (),
    ),
    (
        "Ven 9 avril on cherche 3 groupes, entre 100 et 150 € par groupe, ska/reggae, entrée 10 €",
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
        "Salut, il nous manque encore un groupe punk pour le 23/01, set de 30 min environ, 120 euros + boissons, line check 18h30, portes 20h, au Molotov à Marseille",
        {
            "dates": "27-01-23",
            "points": "line_check 18:30, doors 20:00",
            "slots": "1 any 30 min",
            "fee": "guarantee; 120 EUR; drinks",
            "genres": "punk",
            "place": "Molotov, Marseille",
        },
        (),
    ),
]
FEES = [
    ("250 € par groupe", "guarantee; 250 EUR each"),
    ("cachet de 1 200 €", "guarantee; 1200 EUR"),
    ("cachet de 1 500,- €", "guarantee; 1500 EUR"),
    ("cachet de 100 à 150 €", "guarantee; 100 EUR to 150 EUR"),
    ("300 € + frais de route", "guarantee; 300 EUR; travel"),
    ("300 € TTC pour tout le monde", "guarantee; 300 EUR in_all"),
    ("coréalisation 70/30", "door_split; 70% of the door"),
    ("80% des entrées", "door_split; 80% of the door"),
    ("80 % des entrées à partir de 50 payants", "door_split; 80% of the door; after 50 tickets"),
    ("toute la billetterie est pour vous", "door_split; 100% of the door"),
    ("200 € + 60 % de la billetterie", "plus; 200 EUR; 60% of the door"),
    ("200 € ou 60 % des recettes", "versus; 200 EUR; 60% of the door"),
    ("vous touchez 2 € par billet", "own_tickets; per_ticket 2 EUR"),
    ("billetterie au chapeau", "tips"),
    ("participation libre", "tips"),
    ("juste l'essence remboursée", "expenses; expenses"),
    ("pas de cachet mais repas et boissons", "unpaid; food; drinks"),
    ("bénévole mais captation vidéo", "unpaid; recording"),
    ("location de salle 150 €", "hire; hire 150 EUR"),
    ("frais d'inscription 30 € par groupe", "buy_on; buy_on 30 EUR"),
    ("vous payez 100 €", "buy_on; buy_on 100 EUR"),
    ("faut payer pour jouer", "buy_on"),
    ("pas de pay to play, 50 €", "guarantee; 50 EUR"),
    ("vente minimum 20 billets", "not_said; must sell 20"),
    ("200 € par groupe + défraiement + 2 invits", "guarantee; 200 EUR each; expenses; guest_list 2"),
    ("150 € net, hébergement chez l'habitant", "guarantee; 150 EUR; bed"),
]
TIMES = [
    ("ouverture à partir de 19h, concert 20h", "doors 19:00, on_stage 20:00"),
    ("portes à 19h30, début à 20h15", "doors 19:30, on_stage 20:15"),
    ("ouverture des portes : 20h, concert : 21h, couvre-feu 23h", "doors 20:00, on_stage 21:00, curfew 23:00"),
    ("arrivée 16h, balances 17h-18h, portes 19h30", "load_in 16:00, soundcheck 17:00-18:00, doors 19:30"),
    ("get-in 15h30, changement de plateau 15 min, fin minuit", "load_in 15:30, changeover 15 min, curfew 00:00"),
    ("portes 21 h, début 22 h, fermeture 1 h", "doors 21:00, on_stage 22:00, curfew 01:00"),
]  # fmt: skip
DAYS = [
    ("vendredi 11 décembre", "26-12-11"),
    ("le 11/12/26", "26-12-11"),
    ("ven. 11/12", "26-12-11"),
    ("les 11 et 12 décembre", "26-12-11 26-12-12"),
    ("du 11 au 13 décembre", "26-12-11 26-12-12 26-12-13"),
    ("vendredi prochain", "26-12-04"),
    ("sam 16 janv", "27-01-16"),
    ("tous les jeudis de février", "27-02-04 27-02-11 27-02-18 27-02-25"),
    ("le 5 ou le 12 février", "27-02-05 or 27-02-12"),
]
ROOMS = [
    ("Cherche groupe sam 5 150 €", {"dates": "26-12-05", "fee": "guarantee; 150 EUR"}),
    ("Cherche groupe de métal ven 5 fév, 120 pers", {"slots": "1 any", "genres": "métal", "cap": 120}),
    ("Ven 5 fév encore 2 créneaux, 30 minutes, tous styles", {"slots": "2 any 30 min", "genres": "any"}),
    ("Ven 5 fév première partie recherchée, 45 à 60 min", {"slots": "1 support 45-60 min"}),
    (
        "Cherche première partie 5 fév, une demi-heure, 18 ans et plus",
        {"slots": "1 support 30 min", "age": 18},
    ),
    (
        "Premières parties recherchées 5 fév, capacité 350 places, +16 ans",
        {"slots": "? support", "cap": 350, "age": 16},
    ),
    ("Cherche groupe de reprises 5 fév, 3 x 45 min, 500 €", {"slots": "1 any 3 x 45 min", "genres": "reprises"}),
    ("5 fév, cherche tête d'affiche, tout public", {"slots": "1 headliner", "age": 0}),
    ("Le 5 fév on cherche des groupes hip-hop ou électro", {"genres": "hip-hop/électro"}),
    ("Recherche 2 groupes 1ère partie hardcore le 20 mars à Toulouse, 50 euros d'essence", {"slots": "2 support", "genres": "hardcore", "place": "Toulouse"}),
    ("Bar rock à Nantes cherche groupes pour ses jeudis de janvier, 2 sets de 45 min, pas de reprises", {"dates": "27-01-07 27-01-14 27-01-21 27-01-28", "slots": "? any 2 x 45 min", "genres": "rock"}),
    ("On cherche une 1ère partie pour Les Wampas le 27/02 à l'Aéronef, 150€ + cata + 4 invits", {"slots": "1 support", "fee": "guarantee; 150 EUR; food; guest_list 4", "place": "Aéronef"}),
    ("groupe annulé pour samedi !! besoin d'un groupe de rock, set 1h, 200€", {"dates": "26-11-28", "slots": "1 any 60 min", "fee": "guarantee; 200 EUR"}),
    ("Cherche tête d'affiche ska pour le 10 avril, minimum garanti 300€ contre 60% des entrées", {"slots": "1 headliner", "fee": "versus; 300 EUR; 60% of the door"}),
    ("Tremplin le 6 mars : 5 groupes, 25 minutes chacun, inscription 20€ par groupe", {"slots": "5 any 25 min", "fee": "buy_on; buy_on 20 EUR"}),
    ("Cherche 2 groupes garage ven 12/2, 100€/groupe, boissons", {"slots": "2 any", "fee": "guarantee; 100 EUR each; drinks"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected", "notes"), POSTS, ids=[words[:40] for words, *_ in POSTS])
def test_a_french_post_is_read_to_its_last_field(words, expected, notes):
    found = read_in("fr-FR", words)
    said = lines(found)
    said.pop("missing", None)
    assert (said, getattr(found, "notes", None)) == (expected, notes)


@pytest.mark.parametrize(("pay", "fee"), FEES)
def test_pay_of_every_shape_is_read_in_french(pay, fee):
    assert lines(read_in("fr-FR", f"Cherche première partie ven 5 février, {pay}"))["fee"] == fee


@pytest.mark.parametrize(("times", "points"), TIMES)
def test_points_of_the_day_are_read_in_french(times, points):
    assert lines(read_in("fr-FR", f"Cherche première partie ven 5 fév, 50 €, {times}"))["points"] == points


@pytest.mark.parametrize(("day", "dates"), DAYS)
def test_dates_are_read_in_french(day, dates):
    assert lines(read_in("fr-FR", f"Cherche première partie {day}, 50 €"))["dates"] == dates
    assert lines(read_in("fr-FR", f"{day} : cherche 2 groupes, 50 €"))["dates"] == dates


@pytest.mark.parametrize(("words", "expected"), ROOMS)
def test_slots_and_rooms_are_read_in_french(words, expected):
    said = lines(read_in("fr-FR", words))
    assert {name: said.get(name) for name in expected} == expected
