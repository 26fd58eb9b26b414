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
from bots.chat.definition import BOUND, CHANGES, READS, Command, OfBand, Press
from core.access import Right

COMMANDS: tuple[Command, ...] = (
    Command(
        "rehearse",
        "Find a time to rehearse, and propose it",
        "next week hours: 3",
        rehearsals.RehearseArguments,
        rehearsals.rehearse,
        BOUND,
        READS,
        OfBand(Right.SEE),
    ),
    Command(
        "gigs",
        "What is in the band's diary",
        "",
        gigs.GigsArguments,
        gigs.gigs,
        BOUND,
        READS,
        OfBand(Right.SEE),
    ),
    Command(
        "gig",
        "Enter a gig that was booked elsewhere",
        "Fri 11 Dec 20:00-23:00 place: The Heron",
        gigs.GigArguments,
        gigs.gig,
        BOUND,
        CHANGES,
        OfBand(Right.DECIDE),
    ),
    Command(
        "move",
        "Move a rehearsal or a gig, or say where it is",
        "Fri 11 Dec 19:00",
        gigs.MoveArguments,
        gigs.move,
        BOUND,
        CHANGES,
        OfBand(Right.SEE),
    ),
)

PRESSES: tuple[Press, ...] = (
    Press(RehearsalPage, rehearsals.more, READS, BOUND),
    Press(ProposeRehearsal, rehearsals.propose, CHANGES, BOUND),
    Press(AnswerCommitment, commitments.rsvp, CHANGES, BOUND),
    Press(CommitmentCard, commitments.standing, READS, BOUND),
    Press(ConfirmCommitment, commitments.confirm, CHANGES, BOUND),
    Press(ConfirmAnyway, commitments.confirm_anyway, CHANGES, BOUND),
    Press(AskToCallOff, commitments.ask_to_call_off, READS, BOUND),
    Press(CallOff, commitments.call_off, CHANGES, BOUND),
    Press(PutBack, commitments.put_back, CHANGES, BOUND),
    Press(AskNewTime, commitments.ask_when, CHANGES),
    Press(AskWhere, commitments.ask_where, CHANGES),
    Press(AgendaPage, gigs.more, READS, BOUND),
    Press(TellDeciders, commitments.tell_them, CHANGES),
)
