"""Every command and every button there is: an explicit list."""

from bots.chat.commands import undo as presses
from bots.chat.commands.band import bands, binding, editing, inviting, members
from bots.chat.commands.diary import diary, imports, messages, mine
from bots.chat.commands.gigs import commitments, gigs, rehearsals
from bots.chat.commands.green import green, share, why
from bots.chat.commands.person import linking, mydata, people, profile, settings, start
from bots.chat.definition import Command, Effect, Press, Privacy
from bots.chat.turn import Turn
from bots.chat.views.person.start import Actions, CommandHelp, Help
from core.access import Right

READS, CHANGES = Effect.READS, Effect.CHANGES
PERSONAL, BAND, HERE = Privacy.PERSONAL, Privacy.BAND, Privacy.HERE


FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Your diary", ("busy", "free", "maybe", "mine", "undo", "forget", "import")),
    ("The band's time", ("green", "why", "rehearse", "gigs", "gig", "move", "share")),
    ("You", ("profile", "timezone", "settings", "link", "mydata")),
)
"""What belongs together in help; the other commands are about the band itself."""


async def help_(ask: start.Topic, turn: Turn) -> Help:
    """What one can say: all of it by families, or one topic with examples."""
    del turn
    topic = ask.topic.strip("/ ").casefold() if ask.topic else None
    family = next((names for title, names in FAMILIES if topic == title.casefold()), ())
    shown = [
        each
        for each in COMMANDS
        if topic in (None, each.name) or topic in each.name.split() or each.name in family
    ]
    helps = [
        CommandHelp(
            each.name,
            each.summary,
            each.example,
            tuple((one.name, one.kind.question) for one in each.arguments),
        )
        for each in shown
    ]
    return Help(helps, ask.topic, FAMILIES if topic is None else ())


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
    Command("mine", "Your own diary: all that you have said", "", mine.Mine, mine.mine, PERSONAL, READS),
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
        "profile",
        "Your name, what you play and where you live",
        "name: Jo instruments: drums, vocals",
        profile.Profile,
        profile.profile,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "settings",
        "Your language, and whether you are free by default",
        "",
        settings.Settings,
        settings.settings,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "link",
        "Be the same person on Discord and Telegram",
        "K7QX-MP2D",
        linking.Link,
        linking.link,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "mydata",
        "All that I know about you: take it away, or have it deleted",
        "",
        mydata.MyData,
        mydata.my_data,
        PERSONAL,
        READS,
    ),
    Command(
        "import",
        "Count your Google, Apple or Outlook calendar as busy",
        "https://example.com/calendar.ics",
        imports.Import,
        imports.import_,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "green",
        "When the band can play",
        "January hours: 3 without: Jo",
        green.Green,
        green.green,
        BAND,
        READS,
        Right.SEE,
    ),
    Command(
        "why",
        "What stands in the way on one day, and what would help",
        "Fri 15 Jan",
        why.Why,
        why.why,
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
    Command(
        "share",
        "Your green zones as words to copy for a venue",
        "March",
        share.Share,
        share.share,
        PERSONAL,
        READS,
        Right.SHARE,
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
    Command(
        "band show",
        "Your band at a glance",
        "",
        bands.OfBand,
        bands.show,
        BAND,
        READS,
        Right.SEE,
        elsewhere=True,
    ),
    Command(
        "band members",
        "Who plays in it, and what",
        "",
        bands.OfBand,
        bands.members,
        BAND,
        READS,
        Right.SEE,
        elsewhere=True,
    ),
    Command(
        "band member",
        "Somebody's place in it: part, role, whether the band needs them",
        "",
        members.Member,
        members.member,
        PERSONAL,
        READS,
        Right.SEE,
    ),
    Command(
        "band invite",
        "Get a code that lets others in",
        "",
        inviting.NewInvite,
        inviting.invite,
        PERSONAL,
        CHANGES,
        Right.INVITE,
    ),
    Command(
        "band invites",
        "The invites that are open, to revoke them",
        "",
        inviting.OpenInvites,
        inviting.listed,
        PERSONAL,
        READS,
        Right.INVITE,
        elsewhere=True,
    ),
    Command(
        "band edit",
        "Its name, city, genres, links; what evening means, and when it plays",
        "field: evening value: 19:00-23:00",
        editing.Edit,
        editing.edit,
        PERSONAL,
        CHANGES,
        Right.EDIT,
        elsewhere=True,
    ),
    Command(
        "band bind",
        "Here nobody needs to name the band any more",
        "",
        binding.Bind,
        binding.bind,
        HERE,
        CHANGES,
        Right.EDIT,
    ),
    Command(
        "band unbind",
        "This channel, group or server is the band's no more",
        "",
        binding.Unbind,
        binding.unbind,
        HERE,
        CHANGES,
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
    Press("profileask", 1, profile.profile_ask, CHANGES),
    Press("language", 1, settings.language, CHANGES),
    Press("freebase", 1, settings.free_base, CHANGES),
    Press("linkup", 1, linking.link_up, CHANGES),
    Press("asitis", 0, presses.as_it_is, READS),
    Press("unlinkask", 1, linking.ask_unlink, READS),
    Press("unlink", 1, linking.unlink, CHANGES),
    Press("erase", 0, mydata.ask_erase, READS),
    Press("eraseall", 1, mydata.erase, CHANGES),
    Press("greens", 3, green.more, READS, BAND),
    Press("greenpicture", 3, green.picture, READS, BAND),
    Press("changehours", 1, green.change_hours, CHANGES),
    Press("nudge", 3, green.nudge, CHANGES),
    Press("whyday", 2, why.on_day, READS, BAND),
    Press("diary", 3, mine.again, READS),
    Press("entry", 2, mine.entry, READS),
    Press("spare", 2, mine.spare, CHANGES),
    Press("reword", 1, mine.reword, CHANGES),
    Press("remove", 1, mine.remove, CHANGES),
    Press("usual", 2, mine.usual, CHANGES),
    Press("mcard", 1, members.show, READS),
    Press("mrole", 2, members.role, CHANGES),
    Press("mneed", 2, members.need, CHANGES),
    Press("mpart", 1, members.part, CHANGES),
    Press("mgive", 2, members.hand_over, CHANGES),
    Press("mout", 2, members.remove, CHANGES),
    Press("feednow", 1, imports.read_now, CHANGES),
    Press("feedout", 1, imports.remove, CHANGES),
    Press("feedin", 1, imports.put_back, CHANGES),
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
