"""The commands and buttons about rehearsals and gigs."""

from bots.chat.commands.gigs import commitments, gigs, rehearsals
from bots.chat.definition import BAND, CHANGES, READS, Command, Press
from core.access import Right

COMMANDS: tuple[Command, ...] = (
    Command(
        "rehearse",
        "Find a time to rehearse, and propose it",
        "next week hours: 3",
        rehearsals.Rehearse,
        rehearsals.rehearse,
        BAND,
        READS,
        Right.SEE,
    ),
    Command("gigs", "What is in the band's diary", "", gigs.Gigs, gigs.gigs, BAND, READS, Right.SEE),
    Command(
        "gig",
        "Enter a gig that was booked elsewhere",
        "Fri 11 Dec 20:00-23:00 place: The Heron",
        gigs.Gig,
        gigs.gig,
        BAND,
        CHANGES,
        Right.DECIDE,
    ),
    Command(
        "move",
        "Move a rehearsal or a gig, or say where it is",
        "Fri 11 Dec 19:00",
        gigs.Move,
        gigs.move,
        BAND,
        CHANGES,
        Right.SEE,
    ),
)

PRESSES: tuple[Press, ...] = (
    Press("slotsmore", 3, rehearsals.more, READS, BAND),
    Press("propose", 3, rehearsals.propose, CHANGES, BAND),
    Press("rsvp", 3, commitments.rsvp, CHANGES, BAND),
    Press("standing", 1, commitments.standing, READS, BAND),
    Press("itison", 1, commitments.confirm, CHANGES, BAND),
    Press("itisonanyway", 2, commitments.confirm_anyway, CHANGES, BAND),
    Press("calloffask", 1, commitments.ask_to_call_off, READS, BAND),
    Press("calloff", 1, commitments.call_off, CHANGES, BAND),
    Press("putback", 1, commitments.put_back, CHANGES, BAND),
    Press("moveit", 1, commitments.ask_when, CHANGES),
    Press("whereisit", 1, commitments.ask_where, CHANGES),
    Press("gigspage", 3, gigs.more, READS, BAND),
    Press("tellthem", 2, commitments.tell_them, CHANGES),
)
