"""Messages that are no gig posts, and why."""

import pytest

from core.marketplace.posts import NotAPost
from core.marketplace.posts.reader import LIMIT

AVAILABILITY = [
    "busy every Tuesday evening",
    "free after 7 on weekdays",
    "I'm away 3-10 Jan",
    "can't do Fri 11 Dec, I've a support slot elsewhere",
    "can't make doors on Sat 16 Jan, working till 9",
    "so 6 Feb is free again",
    "we're free Fri 5 Feb",
    "Saturday 8pm works for me",
    "football Mondays, fine after 7, not before",
    "I can bring 20 people on the 5th",
    "free Friday, could open for someone",
    "gigging Sat 19 Dec with the other lot, £80 in it",
]
QUESTIONS = [
    "what time is doors",
    "is that fee total or each?",
    "can everyone do Sat 9 Jan?",
    "can we get 4 on the guest list",
    "who can't do the 19th?",
    "how much are we getting for 5 Feb, £100?",
    "when is soundcheck on Friday",
]
PLAYERS = [
    "bassist wanted, Leeds, indie, rehearse Tuesdays",
    "drummer needed for tour 5-12 March, £80 a day",
    "need a dep singer for Sat 13 Feb, function band, £150",
    "looking for a new guitarist, doom/sludge, Bristol",
]
GIGS_WANTED = [
    "Looking for gigs in Feb, 3 piece punk from Leeds",
    "4 piece indie band available for gigs Jan to March, can bring 40",
    "looking for support slots around 12-14 Feb, we're a loud duo",
]
CORRECTIONS = ["scrap that, doors 7", "moved to 7.30 doors, please tell the others", "actually make that £80"]
BOOKINGS = [
    "accepted, who do we talk to about backline?",
    "yes from us, can bring 40",
    "put us on a second for 5 Feb",
]
CHATTER = [
    "Thursday was brutal",
    "free entry before 8",
    "great cheers",
    "I'll bring the crate",
    "we're playing the Dog & Duck Fri 5 Feb, doors 7, tickets £8",
    "two beers each and a tenner in the kitty",
    "the drums are in the van",
    "need more support from the label",
    "the gig on 12 Dec pays £150",
    "gig on Fri 5 Feb confirmed, load in 5, doors 7",
    "Sat 5 Dec: load in 4, soundcheck 5, doors 7, we're on 8.30",
    "practice Tues 8pm studio 2, £10 each",
    "rehearsal Thurs 7-10, room 3, £12 each",
    "got paid £80 for last Friday",
    "need 2 more mics and a stand",
    "selling my amp £150, 2 x 12 cab",
    "tickets for 12 Dec £8 adv £10 otd",
]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (words, reason)
        for reason, group in (
            ("availability", AVAILABILITY),
            ("question", QUESTIONS),
            ("player_wanted", PLAYERS),
            ("gig_wanted", GIGS_WANTED),
            ("correction", CORRECTIONS),
            ("booking", BOOKINGS),
            ("chatter", CHATTER),
        )
        for words in group
    ],
)
def test_it_is_no_post(told, words, reason):
    assert told(words) == {"not": reason}


def test_nothing_is_no_post(told):
    assert told(" \n ") == {"not": "empty"}


def test_a_text_longer_than_any_message_is_not_read(told):
    assert told("need 2 support " * LIMIT) == {"not": "too_long"}


def test_the_words_that_tell_are_kept_as_typed(post):
    assert post("Bassist wanted, Leeds") == NotAPost("player_wanted", "Bassist wanted")
