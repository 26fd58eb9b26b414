"""Messages that a band and its bookers really type, and what a careful assistant does with each.

Said on Monday 23 November 2026 at ten in London. "post" is a gig post and its first dates, "availability"
what would go into the diary; a correction changes what was said last; chatter gets no answer in a group.
"""

from datetime import datetime

import pytest

from core.marketplace.posts import Post, read_post
from core.scheduling.phrases import messages as talk
from core.scheduling.phrases.understanding import Context

MONDAY = Context(now=datetime(2026, 11, 23, 10), zone="Europe/London", locale="en-GB")

DONE = [
    # Corrections, undo, questions
    ("scrap that, I can do the 5th after all", "availability free 2026-12-05"),
    ("actually make that 7.30 not 7", "Swap"),
    ("undo", "TakeBack"),
    ("wedding's off so 6 Feb is free again", "availability free 2027-02-06"),
    ("not the 5th, the 6th, sorry", "Swap"),
    ("when are we all free in Feb?", "BandQuestion"),
    ("can everyone do Sat 9 Jan?", "BandQuestion"),
    ("what have you got me down as for next week?", "OwnQuestion"),
    ("can we fit a 3 hr rehearsal in before the 18th?", "BandQuestion"),
    ("why isn't 11 Dec green?", "BandQuestion"),
    ("how many weekends in Feb are we short just a drummer", "BandQuestion"),
    ("are we clear two days either side of the 20th", "BandQuestion"),
    # Decoys: look like availability, are not
    ("Thursday was brutal", "Chatter"),
    ("did anyone record last Tuesday's set", "Chatter"),
    ("how about we start at 7 not 8", "Chatter"),
    ("free entry before 8", "Chatter"),
    ("can't do that riff any faster", "Chatter"),
    ("7/8 in the verse, 4/4 in the chorus", "Chatter"),
    ("I could do with a drink", "Chatter"),
    ("out now on Bandcamp", "Chatter"),
    ("April's songs are all in drop D", "Chatter"),
    ("sat down all day and still knackered", "Chatter"),
    # Gig posts by venues, promoters and headliners
    ("Fri 11 Dec, need 2 support, doors 7:30, 200 cap, indie/punk, £150 + rider", "post 2026-12-11"),
    (
        "looking for a local opener for a touring band Thurs 21 Jan, 25 min set, £50 + food, must be heavy",
        "post 2027-01-21",
    ),
    (
        "Weds 3 Feb acoustic night, 3 slots of 20 mins, £40 each + drink, 60 cap, all seated",
        "post 2027-02-03",
    ),
    ("Support wanted Sat 12 Dec. Must bring 20+. No fee but 60% of your own ticket sales", "post 2026-12-12"),
    (
        "Open dates: Jan 15, 16, 22, 29 / Feb 5, 12. Fri/Sat only. 150 cap. Get in touch with links.",
        "post 2027-01-15 2027-01-16 2027-01-22",
    ),
    (
        "Battle of the bands heats start 17 Jan, every Sunday for 6 weeks, 4 bands a night, 20 min sets",
        "post 2027-01-17 2027-01-24 2027-01-31",
    ),
    (
        "We're headlining the Dog & Duck Sat 27 Feb and need 2 supports, shoegaze/post punk, £75 each, use our drums & bass cab",
        "post 2027-02-27",
    ),
    ("Anyone for Tues 26 Jan? It's a quiet one, £100 flat, 45 min, load in 6", "post 2027-01-26"),
    (
        "Festival: applications open for 18-20 June 2027, 3 stages, expenses only under 4th line",
        "post 2027-06-18 2027-06-19 2027-06-20",
    ),
    ("4 band bill Fri 29 Jan: need 3rd on, 9.00-9.30, £80, metalcore", "post 2027-01-29"),
    ("SUPPORT NEEDED 18/12 - loud & local, 200 cap, £100, soundcheck 5.30 doors 7", "post 2026-12-18"),
    ("14+ show so first band on 6.45, out by 10, curfew is hard", "post"),
    ("Hold on 19 March expires tonight, next in line shout now", "Chatter"),
    (
        "need somebody to open for us in Glasgow 13/2, doom/sludge, we've got full backline, 30 mins, £60 and a crate",
        "post 2027-02-13",
    ),
    (
        "Two supports wanted for album launch Sat 20 March, 180 cap sold 90 so far, £75 + 10 glist each",
        "post 2027-03-20",
    ),
    (
        "Available: every Wed in Feb (3, 10, 17, 24). 80 cap basement. Hire £0, you keep door, £50 engineer",
        "post 2027-02-03 2027-02-10 2027-02-17",
    ),
    (
        "Seeking touring package for 23 or 24 April, 400 cap, offer 1500 + 85/15 after breakeven, radius 30 miles / 30 days",
        "post 2027-04-23 2027-04-24",
    ),
    ("changing 26 Feb from open to booked, thanks all", "Chatter"),
    ("need a dep drummer Fri 18 Dec, function set, click + charts, £140, Reading", "Chatter"),
    ("unpaid but filmed: live session Sat 23 Jan 12-3pm, 2 songs, we provide backline", "post 2027-01-23"),
    (
        "Promoter here, doing 3 nights at Easter (26-28 March), want 4 bands a night, all dayer on the Sunday from 1pm",
        "post 2027-03-26 2027-03-27 2027-03-28",
    ),
    (
        "8pm doors / 9pm show, $12 adv $15 dos, need direct support for Sat Feb 20, 250 cap room",
        "post 2027-02-20",
    ),
    (
        "bands w a draw only pls, what did you do last time you played here? dates: 8, 9, 15 Jan",
        "post 2027-01-08 2027-01-09 2027-01-15",
    ),
    (
        "Fr. 11.12., 2 Supports gesucht, Einlass 19:30, 200 Pers., Indie/Punk, 70/30-Türdeal, Backline vorhanden",
        "post 2026-12-11",
    ),
    (
        "Sex. 11/12, precisamos de 2 bandas de abertura, casa 200 lug., abertura 20h, R$ 400 + consumação",
        "Chatter",
    ),
    ("Sa 30.01. Headliner gesucht, Garantie 300 oder 70 % vom Netto, Übernachtung für 5", "post 2027-01-30"),
    # Replies in a booking thread
    ("we'd love to, just checking with the others, answer by Weds", "Chatter"),
    ("put us on a second", "Chatter"),
    ("challenge accepted, we're confirming", "Chatter"),
    ("is that £150 total or each?", "Chatter"),
    ("yes from us, EPK attached, 40 on our last one at yours", "Chatter"),
    ("accepted, who do we talk to about backline?", "Chatter"),
    ("sorry, pulling out, singer's lost her voice. Could suggest The Kettles, they're free", "Chatter"),
    ("what's the running order and how long have we got", "Chatter"),
    ("can we get 4 on the guest list", "Chatter"),
    ("we're exclusive within 30 miles for 4 weeks either side, is that ok", "Chatter"),
    ("has it been announced yet? don't want to post early", "Chatter"),
    ("moved to 7.30 doors, please tell the other bands", "Chatter"),
]


def outcome(words):
    message = talk.read_message(words, MONDAY)
    if isinstance(message, talk.SaidAvailability | talk.Chatter):
        post = read_post(words, MONDAY)
        if isinstance(post, Post):
            return " ".join(["post", *(day.isoformat() for day in post.dates[:3])])
    if isinstance(message, talk.SaidAvailability):
        said = (f"{each.kind or 'unsaid'} {each.rule.start.date()}" for each in message.meaning.statements)
        return " ".join(["availability", *said])
    return type(message).__name__


@pytest.mark.parametrize(("words", "done"), DONE, ids=[words[:50] for words, _ in DONE])
def test_a_careful_assistant(words, done):
    assert outcome(words) == done
