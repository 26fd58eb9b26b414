"""Words the conversation itself: the first card, help, and dead ends."""

from collections.abc import Sequence

from bots.chat.buttons import ResumePending, RunCommand
from bots.chat.reply import Action, Code, Door, Line, Listing, Paragraph, Reply, Say, Strong, line, rows
from bots.chat.results.conversation import (
    Actions,
    AsItIs,
    DoneBefore,
    Family,
    Help,
    InPrivate,
    NoAvailability,
    OnlyCommands,
    Outdated,
    SetAside,
    Unpressed,
    Welcome,
)
from bots.chat.turn import Reader
from bots.chat.views import Views
from bots.chat.views.diary.dates import further_languages


def as_it_is(_: AsItIs, reader: Reader) -> Reply:
    """Nothing has changed."""
    more = reader.say("{say}: what else you can say", say=Say("help"))
    return Reply(reader.say("Nothing has changed"), (Paragraph(more),))


def welcome(result: Welcome, reader: Reader) -> Reply:
    """One card, three next steps."""
    busy = reader.say("{say}: when you can't, in your own words", say=Say("busy every Tuesday evening"))
    if result.in_a_band:
        green = reader.say("{say}: when all of you can", say=Say("green"))
        steps = (busy, green, reader.say("{say}: your own diary", say=Say("mine")))
    else:
        create = reader.say("{say}: make your band", say=Say("band create"))
        steps = (create, reader.say("{say}: have an invite code? Join", say=Say("join")), busy)
    title = reader.say("🎤 Hello {name}, this is Bandwidth", name=Strong(result.name))
    intro = reader.say("I keep your diary and work out when your band can play.")
    more = reader.say("Everything else: {say}", say=Say("help"))
    return Reply(title, (Paragraph(intro), Listing(steps), Paragraph(more)))


def help_card(result: Help, reader: Reader) -> Reply:
    """The commands, each with an example."""
    if result.topic and not result.commands:
        title = reader.say("I have no help on {topic}", topic=Strong(result.topic[:40]))
        return Reply(title, (Paragraph(reader.say("Everything there is: {say}", say=Say("help"))),))
    if result.families:
        return _overview(result, reader)
    items = tuple(
        reader.say(
            "{say}: {summary}",
            say=Say(f"{each.name} {each.example}".strip()),
            summary=reader.say(each.summary),
        )
        for each in result.commands
    )
    title = reader.say("🎤 What you can say")
    if len(result.commands) == 1 and result.commands[0].takes:
        takes = tuple(
            reader.say("{name} {question}", name=Code(f"{each.name}:"), question=reader.say(each.question))
            for each in result.commands[0].takes
        )
        first = reader.say("It takes these; the first one needs no name:")
        blocks = (Listing(items), Paragraph(first), Listing(takes))
        asks_when = any(each.name in _WHEN for each in result.commands[0].takes)
        return Reply(title, (*blocks, Paragraph(further_languages(reader))) if asks_when else blocks)
    alone = reader.say("Type one of them on its own, and I'll ask for what I need.")
    return Reply(title, (Listing(items), Paragraph(alone)))


_WHEN = ("when", "day")
"""Arguments that may be days in any language that is read."""


FAMILY_TITLES = {
    Family.DIARY: "Your diary",
    Family.BAND_TIME: "The band's time",
    Family.MARKET: "Gigs to be had",
    Family.VENUE: "Your venue",
    Family.PERSON: "You",
    Family.BAND: "The band",
}
"""What help calls each family, and can be asked about it by."""


def _overview(result: Help, reader: Reader) -> Reply:
    """The names of all commands by family; /help COMMAND says more."""
    known = {each.name for each in result.commands}
    grouped = {name for _, names in result.families for name in names}
    rest = tuple(each.name for each in result.commands if each.name not in {*grouped, "start", "help"})
    blocks = [
        Paragraph(
            line(
                Strong(f"{reader.label(FAMILY_TITLES[family])}: "),
                _listed([name for name in names if name in known]),
            )
        )
        for family, names in (*result.families, (Family.BAND, rest))
    ]
    examples = (
        reader.say("{say}: when you can't, in your own words", say=Say("busy every Tuesday evening")),
        reader.say("{say}: when all of you can", say=Say("green March")),
        reader.say("{say}: one of them, with an example", say=Say("help rehearse")),
    )
    free = reader.say("Or just say it in our chat: {words}", words=Strong("can't do Friday"))
    return Reply(reader.say("🎤 What you can say"), (*blocks, Listing(examples), Paragraph(free)))


def _listed(names: Sequence[str]) -> Line:
    words = line(Say(names[0]))
    for name in names[1:]:
        words = line(words, ", ", Say(name))
    return words


def actions(result: Actions, reader: Reader) -> Reply:
    """A group's actions as buttons."""
    buttons = (Action(label, RunCommand(verb)) for label, verb in result.verbs)
    return Reply(reader.say("What about the {group}?", group=result.group), (), rows(*buttons))


def in_private(result: InPrivate, reader: Reader) -> Reply:
    """A button to the private chat, where the answer waits."""
    title = reader.say("That is between you and me. Open our chat, and we'll go on there.")
    return Reply(title, (), ((Door(reader.label("Open the chat"), ResumePending(result.pending)),),))


def only_commands(_: OnlyCommands, reader: Reader) -> Reply:
    """A few commands that would be understood."""
    title = reader.say("Start with one of these, and I'll understand")
    items = (
        reader.say("{say}: when you can't", say=Say("busy every Tuesday evening")),
        reader.say("{say}: when you can after all", say=Say("free Tue 1 Dec")),
        reader.say("{say}: everything you can say", say=Say("help")),
    )
    free = reader.say(
        "Or just say it: {words}, {other}",
        words=Strong("can't do Friday"),
        other=Strong("when are we all free in May?"),
    )
    return Reply(title, (Listing(items), Paragraph(free)))


def no_availability(_: NoAvailability, reader: Reader) -> Reply:
    """That no days were found, and an example that has some."""
    title = reader.say("I see no days or times in that")
    how = reader.say("Say it yourself: {say}", say=Say("busy every Tuesday evening"))
    return Reply(title, (Paragraph(how),))


def outdated(result: Outdated, reader: Reader) -> Reply:
    """What to type instead."""
    title = reader.say("That question is from before an update, so I have closed it.")
    again = reader.say("Type it again: {say}", say=Say(result.command or "help"))
    return Reply(title, (Paragraph(again),))


def set_aside(result: SetAside, reader: Reader) -> Reply:
    """That the question is dropped, and nothing was saved."""
    title = reader.say("I have put my question about {say} aside.", say=Say(result.command))
    return Reply(title, (Paragraph(reader.say("Nothing was saved.")),))


def unpressed(result: Unpressed, reader: Reader) -> Reply:
    """That the buttons answer the question, or the command again."""
    title = reader.say("One of the buttons above answers that")
    again = reader.say("Or start again: {say}", say=Say(result.command))
    return Reply(title, (Paragraph(again),))


def done_before(_: DoneBefore, reader: Reader) -> Reply:
    """That it is done already."""
    how = reader.say("How things stand: {mine}, {green}.", mine=Say("mine"), green=Say("green"))
    return Reply(reader.say("That is done already"), (Paragraph(how),))


VIEWS: Views = {
    AsItIs: as_it_is,
    Welcome: welcome,
    Help: help_card,
    Actions: actions,
    InPrivate: in_private,
    OnlyCommands: only_commands,
    NoAvailability: no_availability,
    SetAside: set_aside,
    Unpressed: unpressed,
    DoneBefore: done_before,
    Outdated: outdated,
}
