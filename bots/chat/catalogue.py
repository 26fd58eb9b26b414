"""Every command and every button there is: an explicit list."""

from bots.chat.commands import (
    bands,
    commitments,
    diary,
    gigs,
    green,
    habits,
    messages,
    people,
    presses,
    rehearsals,
    start,
)
from bots.chat.commands.definition import Command, Effect, Press, Privacy
from bots.chat.turn import Turn
from bots.chat.views.start import Actions, CommandHelp, Help
from core.access import Right

READS, CHANGES = Effect.READS, Effect.CHANGES
PERSONAL, BAND, HERE = Privacy.PERSONAL, Privacy.BAND, Privacy.HERE


async def help_(ask: start.Topic, turn: Turn) -> Help:
    """What one can say."""
    del turn
    topic = ask.topic.strip("/ ").casefold() if ask.topic else None
    shown = [each for each in COMMANDS if topic is None or topic in each.name.split() or topic == each.name]
    return Help([CommandHelp(each.name, each.summary, each.example) for each in shown], ask.topic)


COMMANDS: tuple[Command, ...] = (
    Command("start", "Say hello; see what to do next", "", start.Start, start.start, PERSONAL, READS),
    Command("help", "What you can say, with examples", "", start.Topic, help_, PERSONAL, READS),
    Command(
        "busy",
        "Say when you can't play, in your own words",
        "every Tuesday evening",
        diary.Busy,
        diary.busy,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "free",
        "Say when you can play after all",
        "Tue 1 Dec from 19:00",
        diary.Free,
        diary.free,
        PERSONAL,
        CHANGES,
    ),
    Command("maybe", "Say when you are not sure", "Fri 11 Dec", diary.Maybe, diary.maybe, PERSONAL, CHANGES),
    Command("mine", "Your own diary: all that you have said", "", diary.Mine, diary.mine, PERSONAL, READS),
    Command(
        "undo",
        "Take back your last change to your diary or zone",
        "",
        diary.Undo,
        diary.take_back,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "forget",
        "Take something out of your diary",
        "the Tuesday one",
        messages.Forget,
        messages.forget,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "timezone",
        "Say where you live, by city or zone",
        "Leeds",
        people.Timezone,
        people.timezone,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "green",
        "When the band can play",
        "",
        green.Green,
        green.green,
        BAND,
        READS,
        Right.SEE,
    ),
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
    Command(
        "band create",
        "Make a band; you become its owner",
        "The Foxes city: Leeds",
        bands.Create,
        bands.create,
        HERE,
        CHANGES,
    ),
    Command("band show", "Your band at a glance", "", bands.OfBand, bands.show, BAND, READS, Right.SEE),
    Command(
        "band members",
        "Who plays in it, and what",
        "",
        bands.OfBand,
        bands.members,
        BAND,
        READS,
        Right.SEE,
    ),
    Command(
        "band invite",
        "Get a code that lets others in",
        "",
        bands.NewInvite,
        bands.invite,
        PERSONAL,
        CHANGES,
        Right.INVITE,
    ),
    Command(
        "band edit",
        "What evening and its like mean in the band, and when it plays",
        "field: evening value: 19:00-23:00",
        habits.Edit,
        habits.edit,
        PERSONAL,
        CHANGES,
        Right.EDIT,
    ),
    Command("band leave", "Leave a band", "", bands.OfBand, bands.leave, PERSONAL, CHANGES, Right.SEE),
    Command(
        "join", "Join a band with an invite code", "K7QX-MP2D", bands.Join, bands.join, PERSONAL, CHANGES
    ),
)

PRESSES: tuple[Press, ...] = (
    Press("undo", 1, presses.undo, CHANGES),
    Press("redo", 1, presses.redo, CHANGES),
    Press("join", 1, presses.join, CHANGES),
    Press("revoke", 1, presses.revoke, CHANGES),
    Press("heir", 2, presses.heir, CHANGES),
    Press("dissolve", 1, presses.dissolve, CHANGES),
    Press("greens", 3, green.more, READS),
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
"""Beside these, `pick`, `resume` and `answer` go on with a draft, and a command's own verb runs it."""

BY_NAME = {each.name: each for each in COMMANDS}
BY_VERB = {each.verb: each for each in COMMANDS}
PRESS_BY_VERB = {each.verb: each for each in PRESSES}
GROUPS = tuple(dict.fromkeys(each.group for each in COMMANDS if each.group))


def actions_of(group: str) -> Actions:
    """What a group's own name alone offers."""
    own = [each for each in COMMANDS if each.group == group]
    return Actions(group, tuple((each.name.split()[1].capitalize(), each.verb) for each in own))
