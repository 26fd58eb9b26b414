"""The commands and buttons about rehearsals and gigs."""

from bots.chat.buttons.gigs import (
    AgendaPage,
    AnswerCommitment,
    AskNewTime,
    AskToCallOff,
    AskWhere,
    CallOff,
    CommitmentCard,
    ConfirmAnyway,
    ConfirmCommitment,
    ProposeRehearsal,
    PutBack,
    RehearsalPage,
    TellDeciders,
)
from bots.chat.commands.gigs import commitments, gigs, rehearsals
from bots.chat.definition import BAND, CHANGES, READS, Command, OfBand, Press
from core.access import Right

COMMANDS: tuple[Command, ...] = (
    Command(
        "rehearse",
        "Find a time to rehearse, and propose it",
        "next week hours: 3",
        rehearsals.RehearseArguments,
        rehearsals.rehearse,
        BAND,
        READS,
        OfBand(Right.SEE),
    ),
    Command(
        "gigs",
        "What is in the band's diary",
        "",
        gigs.GigsArguments,
        gigs.gigs,
        BAND,
        READS,
        OfBand(Right.SEE),
    ),
    Command(
        "gig",
        "Enter a gig that was booked elsewhere",
        "Fri 11 Dec 20:00-23:00 place: The Heron",
        gigs.GigArguments,
        gigs.gig,
        BAND,
        CHANGES,
        OfBand(Right.DECIDE),
    ),
    Command(
        "move",
        "Move a rehearsal or a gig, or say where it is",
        "Fri 11 Dec 19:00",
        gigs.MoveArguments,
        gigs.move,
        BAND,
        CHANGES,
        OfBand(Right.SEE),
    ),
)

PRESSES: tuple[Press, ...] = (
    Press(RehearsalPage, rehearsals.more, READS, BAND),
    Press(ProposeRehearsal, rehearsals.propose, CHANGES, BAND),
    Press(AnswerCommitment, commitments.rsvp, CHANGES, BAND),
    Press(CommitmentCard, commitments.standing, READS, BAND),
    Press(ConfirmCommitment, commitments.confirm, CHANGES, BAND),
    Press(ConfirmAnyway, commitments.confirm_anyway, CHANGES, BAND),
    Press(AskToCallOff, commitments.ask_to_call_off, READS, BAND),
    Press(CallOff, commitments.call_off, CHANGES, BAND),
    Press(PutBack, commitments.put_back, CHANGES, BAND),
    Press(AskNewTime, commitments.ask_when, CHANGES),
    Press(AskWhere, commitments.ask_where, CHANGES),
    Press(AgendaPage, gigs.more, READS, BAND),
    Press(TellDeciders, commitments.tell_them, CHANGES),
)
