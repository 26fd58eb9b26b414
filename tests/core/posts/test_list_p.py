"""Gig posts as venues, promoters and headliners type them, judged field by field."""

from datetime import datetime

import pytest

from core.marketplace.posts import NotAPost, pays_to_play, read_post
from core.scheduling.phrases.understanding import Context
from tests.core.posts.conftest import lines

NOW = datetime(2026, 11, 23, 14, 5)  # a Monday

POSTS = [
    (
        "Fri 11 Dec, need 2 support, doors 7:30, 200 cap, indie/punk, £150 + rider",
        {
            "dates": "26-12-11",
            "points": "doors 19:30",
            "slots": "2 support",
            "fee": "guarantee; 150 GBP; rider",
            "genres": "indie/punk",
            "cap": 200,
        },
        (),
    ),
    (
        "looking for a local opener for a touring band Thurs 21 Jan, 25 min set, £50 + food, must be heavy",
        {
            "dates": "27-01-21",
            "slots": "1 opener 25 min",
            "fee": "guarantee; 50 GBP; food",
            "genres": "heavy",
        },
        ("must be heavy",),
    ),
    (
        "Weds 3 Feb acoustic night, 3 slots of 20 mins, £40 each + drink, 60 cap, all seated",
        {
            "dates": "27-02-03",
            "slots": "3 any 20 min",
            "fee": "guarantee; 40 GBP each; drinks",
            "genres": "acoustic",
            "cap": 60,
        },
        ("all seated",),
    ),
    (
        "Support wanted Sat 12 Dec. Must bring 20+. No fee but 60% of your own ticket sales",
        {"dates": "26-12-12", "slots": "1 support", "fee": "own_tickets; 60% of own tickets", "draw": 20},
        (),
    ),
    (
        "Open dates: Jan 15, 16, 22, 29 / Feb 5, 12. Fri/Sat only. 150 cap. Get in touch with links.",
        {"dates": "27-01-15 27-01-16 27-01-22 27-01-29 27-02-05 27-02-12", "cap": 150},
        ("Get in touch with links",),
    ),
    (
        "Battle of the bands heats start 17 Jan, every Sunday for 6 weeks, 4 bands a night, 20 min sets",
        {
            "dates": "27-01-17 27-01-24 27-01-31 27-02-07 27-02-14 27-02-21",
            "slots": "4 any 20 min",
            "bands": 4,
        },
        (),
    ),
    (
        "We're headlining the Dog & Duck Sat 27 Feb and need 2 supports, shoegaze/post punk, £75 each, use our drums & bass cab",
        {
            "dates": "27-02-27",
            "slots": "2 support",
            "fee": "guarantee; 75 GBP each",
            "genres": "shoegaze/post punk",
            "place": "the Dog & Duck",
            "headlining": True,
        },
        ("use our drums & bass cab",),
    ),
    (
        "Anyone for Tues 26 Jan? It's a quiet one, £100 flat, 45 min, load in 6",
        {
            "dates": "27-01-26",
            "points": "load_in 18:00",
            "slots": "? any 45 min",
            "fee": "guarantee; 100 GBP",
        },
        ("It's a quiet one",),
    ),
    (
        "Festival: applications open for 18-20 June 2027, 3 stages, expenses only under 4th line",
        {"dates": "27-06-18 27-06-19 27-06-20", "fee": "expenses; expenses"},
        ("3 stages", "expenses only under 4th line"),
    ),
    (
        "4 band bill Fri 29 Jan: need 3rd on, 9.00-9.30, £80, metalcore",
        {
            "dates": "27-01-29",
            "points": "event 21:00-21:30",
            "slots": "1 any no. 3 30 min",
            "fee": "guarantee; 80 GBP",
            "genres": "metalcore",
            "bands": 4,
        },
        (),
    ),
    (
        "SUPPORT NEEDED 18/12 - loud & local, 200 cap, £100, soundcheck 5.30 doors 7",
        {
            "dates": "26-12-18",
            "points": "soundcheck 17:30, doors 19:00",
            "slots": "1 support",
            "fee": "guarantee; 100 GBP",
            "genres": "loud",
            "cap": 200,
        },
        (),
    ),
    (
        "14+ show so first band on 6.45, out by 10, curfew is hard",
        {"points": "on_stage 18:45, curfew 22:00", "age": 14},
        ("curfew is hard",),
    ),
    (
        "need somebody to open for us in Glasgow 13/2, doom/sludge, we've got full backline, 30 mins, £60 and a crate",
        {
            "dates": "27-02-13",
            "slots": "1 opener 30 min",
            "fee": "guarantee; 60 GBP; crate",
            "genres": "doom/sludge",
            "place": "Glasgow",
            "headlining": True,
        },
        ("we've got full backline",),
    ),
    (
        "Two supports wanted for album launch Sat 20 March, 180 cap sold 90 so far, £75 + 10 glist each",
        {
            "dates": "27-03-20",
            "slots": "2 support",
            "fee": "guarantee; 75 GBP each; guest_list 10",
            "cap": 180,
            "sold": 90,
        },
        (),
    ),
    (
        "Available: every Wed in Feb (3, 10, 17, 24). 80 cap basement. Hire £0, you keep door, £50 engineer",
        {
            "dates": "27-02-03 27-02-10 27-02-17 27-02-24",
            "fee": "door_split; 100% of the door; hire 0 GBP; engineer costs 50 GBP",
            "cap": 80,
        },
        (),
    ),
    (
        "Seeking touring package for 23 or 24 April, 400 cap, offer 1500 + 85/15 after breakeven, radius 30 miles / 30 days",
        {
            "dates": "27-04-23 or 27-04-24",
            "slots": "1 any",
            "fee": "plus; 1500 GBP; 85% of the door; after break-even",
            "cap": 400,
        },
        ("radius 30 miles / 30 days",),
    ),
    (
        "unpaid but filmed: live session Sat 23 Jan 12-3pm, 2 songs, we provide backline",
        {"dates": "27-01-23", "points": "event 12:00-15:00", "fee": "unpaid; recording"},
        ("2 songs", "we provide backline"),
    ),
    (
        "Promoter here, doing 3 nights at Easter (26-28 March), want 4 bands a night, all dayer on the Sunday from 1pm",
        {
            "dates": "27-03-26 27-03-27 27-03-28",
            "points": "event 13:00 on 27-03-28",
            "slots": "4 any",
            "bands": 4,
        },
        (),
    ),
    (
        "8pm doors / 9pm show, $12 adv $15 dos, need direct support for Sat Feb 20, 250 cap room",
        {
            "dates": "27-02-20",
            "points": "doors 20:00, on_stage 21:00",
            "slots": "1 main_support",
            "cap": 250,
            "tickets": "advance 12 USD, door 15 USD",
        },
        (),
    ),
    (
        "bands w a draw only pls, what did you do last time you played here? dates: 8, 9, 15 Jan",
        {"dates": "27-01-08 27-01-09 27-01-15"},
        ("bands w a draw only pls",),
    ),
    (
        "Fr. 11.12., 2 Supports gesucht, Einlass 19:30, 200 Pers., Indie/Punk, 70/30-Türdeal, Backline vorhanden",
        {
            "dates": "26-12-11",
            "points": "doors 19:30",
            "slots": "2 support",
            "fee": "door_split; 70% of the door",
            "genres": "indie/punk",
            "cap": 200,
        },
        ("Backline vorhanden",),
    ),
    (
        "Sex. 11/12, precisamos de 2 bandas de abertura, casa 200 lug., abertura 20h, R$ 400 + consumação",
        {
            "dates": "26-12-11",
            "points": "doors 20:00",
            "slots": "2 opener",
            "fee": "guarantee; 400 BRL; drinks",
            "cap": 200,
        },
        (),
    ),
    (
        "Sa 30.01. Headliner gesucht, Garantie 300 oder 70 % vom Netto, Übernachtung für 5",
        {
            "dates": "27-01-30",
            "slots": "1 headliner",
            "fee": "versus; 300 EUR; 70% of the door; bed",
        },
        ("Übernachtung für 5",),
    ),
]
NO_POSTS = [
    ("need a dep drummer Fri 18 Dec, function set, click + charts, £140, Reading", "player_wanted"),
    ("Hold on 19 March expires tonight, next in line shout now", "booking"),
    ("changing 26 Feb from open to booked, thanks all", "correction"),
    ("need a dep bassist Sat 19 Dec, function set, charts, £150, Leeds", "player_wanted"),
    ("dep singer needed Fri 8 Jan, party set, £120", "player_wanted"),
    ("our hold on 12 Dec runs out tomorrow, anyone want it", "booking"),
    ("changing Sat 6 March from booked to open", "correction"),
]
SISTERS = [
    ("Do 14.1. Opener gesucht, 80 €", "de-DE", {"dates": "27-01-14"}),
    ("opener wanted, from 12 to 16 Dec, £50", "en-GB", {"dates": "26-12-12 26-12-13 26-12-14 26-12-15 26-12-16"}),
    ("go to 18 Dec: support wanted, £50", "en-GB", {"dates": "26-12-18"}),
    ("support wanted 5 Feb, over 18s, £50", "en-GB", {"age": 18}),
    ("support wanted 5 Feb, o18 show, £50", "en-GB", {"age": 18}),
    ("need opener 5 Feb, $12/15", "en-US", {"tickets": "advance 12 USD, door 15 USD"}),
    ("need opener 5 Feb, £8/£10 entry", "en-GB", {"tickets": "advance 8 GBP, door 10 GBP"}),
    ("need opener 5 Feb, tickets £8/10", "en-GB", {"tickets": "advance 8 GBP, door 10 GBP"}),
    ("need 2 bands to support us 6 March, £80", "en-GB", {"slots": "2 support"}),
    ("looking for a band to support us in Bristol on 6 March, £80", "en-GB", {"slots": "1 support"}),
    ("need two acts to open for us 6 March, £80", "en-GB", {"slots": "2 opener"}),
    ("need bands to support us 6 March, £80", "en-GB", {"slots": "? support"}),
    ("filmed session Weds 10 Feb 6-9pm, no fee but video", "en-GB", {"fee": "unpaid; recording"}),
    ("Sun 7 Feb, no money but food and a crate", "en-GB", {"fee": "unpaid; food; crate"}),
    ("applications open 2-4 July 2027, travel only", "en-GB", {"fee": "expenses; expenses"}),
    ("need a band Fri 5 Feb, between 100 and 150 quid", "en-GB", {"fee": "guarantee; 100 GBP to 150 GBP"}),
    ("opener wanted 5 Feb, £100-150", "en-GB", {"fee": "guarantee; 100 GBP to 150 GBP"}),
    ("opener wanted 5 Feb, £50 - 200 cap", "en-GB", {"fee": "guarantee; 50 GBP", "cap": 200}),
    ("opener wanted 5 Feb, offer 1,500", "en-GB", {"fee": "guarantee; 1500 GBP"}),
    ("opener wanted 5 Feb, no covers, £50", "en-GB", {"genres": None}),
    ("punk and indie, opener wanted 5 Feb, £50", "en-GB", {"genres": "punk/indie"}),
    ("need a band 5 Feb, 2 sets of 45 mins", "en-GB", {"slots": "1 any 2 x 45 min"}),
    ("need two bands from Leeds to support us 6 March", "en-GB", {"slots": "2 support"}),
    ("need 2 bands as openers 6 March, £80", "en-GB", {"slots": "2 opener"}),
    ("4 bands wanted 5 March, each band must sell 25 tickets", "en-GB", {"slots": "4 any"}),
    ("3 slots left 12-14 June 2027, apply by 31 Jan", "en-GB", {"dates": "27-06-12 27-06-13 27-06-14"}),
    ("need an opener 5 Feb, doors 11pm, on stage 1", "en-GB", {"points": "doors 23:00, on_stage 01:00"}),
    ("heats from 17 Jan, every Sunday, 6 weeks, 4 bands a night", "en-GB", {"dates": "27-01-17 27-01-24 27-01-31 27-02-07 27-02-14 27-02-21"}),
    ("opener wanted 5 Feb, 20% over 20 tickets", "en-GB", {"fee": "door_split; 20% of the door; after 20 tickets"}),
    ("heats every Thursday in Feb, 5 bands a night, £20 to enter per band", "en-GB", {"fee": "buy_on; buy_on 20 GBP"}),
]  # fmt: skip
NOTED = [
    ("Headliner wanted Sat 19 Dec, £250, beds for 4", ("beds for 4",)),
    ("Support wanted 5 Feb, £50, curfew 11, on stage 8:30", ()),
    ("Support wanted 5 Feb, £50, curfew is strict", ("curfew is strict",)),
    ("Festival slots going 14 Aug 2027, unpaid unless you bring 30", ("unpaid unless you bring 30",)),
    ("Opener wanted 5 Feb, 3 songs, standing only, £30 engineer", ("3 songs", "standing only")),
    ("Support wanted 5 Feb, must bring 20, must use our kit", ("must use our kit",)),
]


def locale_of(words):
    if "gesucht" in words:
        return "de-DE"
    return "pt-BR" if "precisamos" in words else "en-US" if "$12" in words else "en-GB"


def read(words, locale=None):
    return read_post(words, Context(NOW, "Europe/London", locale or locale_of(words)))


@pytest.mark.parametrize(("words", "expected", "notes"), POSTS, ids=[words[:40] for words, *_ in POSTS])
def test_a_post_is_read_to_its_last_field(words, expected, notes):
    found = read(words)
    said = lines(found)
    said.pop("missing", None)
    assert (said, found.notes) == (expected, notes)


@pytest.mark.parametrize(("words", "reason"), NO_POSTS)
def test_what_only_looks_like_a_post_says_what_it_is(words, reason):
    found = read(words)
    assert isinstance(found, NotAPost)
    assert found.reason.value == reason


@pytest.mark.parametrize(("words", "locale", "expected"), SISTERS)
def test_a_post_of_the_same_kind_says(words, locale, expected):
    said = lines(read(words, locale))
    assert {name: said.get(name) for name in expected} == expected


@pytest.mark.parametrize(("words", "notes"), NOTED)
def test_conditions_are_kept_and_what_has_a_field_is_not_said_twice(words, notes):
    assert read(words).notes == notes


def test_only_the_engineer_of_the_free_basement_is_paid_by_the_act():
    paying = [words[:9] for words, *_ in POSTS if pays_to_play(read(words))]
    assert paying == ["Available"]
