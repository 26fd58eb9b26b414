"""Every command and every button there is: the areas' lists added up."""

from bots.chat.commands import conversation, undo
from bots.chat.commands.band import registry as band
from bots.chat.commands.conversation import HelpArguments, StartArguments, start
from bots.chat.commands.diary import registry as diary
from bots.chat.commands.gigs import registry as gigs
from bots.chat.commands.green import registry as green
from bots.chat.commands.market import registry as market
from bots.chat.commands.person import registry as person
from bots.chat.commands.publications import registry as publications
from bots.chat.commands.ratings import registry as ratings
from bots.chat.commands.venues import registry as venues
from bots.chat.definition import PERSONAL, READS, Command, Press
from bots.chat.results.conversation import Actions, ArgumentHelp, CommandHelp, Family, Help
from bots.chat.turn import Turn
from bots.chat.views.conversation import FAMILY_TITLES

FAMILIES: tuple[tuple[Family, tuple[str, ...]], ...] = (
    (Family.DIARY, ("busy", "free", "maybe", "mine", "undo", "forget", "import")),
    (Family.BAND_TIME, ("green", "why", "rehearse", "gigs", "gig", "move", "share", "calendar", "epk")),
    (Family.MARKET, ("find", "apply", "applications", "invite", "rate")),
    (
        Family.VENUE,
        (
            "post",
            "dates",
            "tickets",
            "offer",
            "venues",
            "venue create",
            "venue show",
            "venue edit",
            "venue invite",
            "venue members",
            "venue leave",
            "venue bind",
            "venue unbind",
        ),
    ),
    (Family.PERSON, ("profile", "timezone", "settings", "link", "mydata")),
)
"""Commands that help shows together; all others are about the band itself."""


async def help_(ask: HelpArguments, turn: Turn) -> Help:
    """All commands by families, or those of one topic with examples."""
    del turn
    topic = ask.topic.strip("/ ").casefold() if ask.topic else None
    family = next((names for each, names in FAMILIES if topic == FAMILY_TITLES[each].casefold()), ())
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
            tuple(ArgumentHelp(one.name, one.kind.question) for one in each.arguments),
        )
        for each in shown
    ]
    return Help(helps, ask.topic, FAMILIES if topic is None else ())


COMMANDS: tuple[Command, ...] = (
    Command("start", "Say hello; see what to do next", "", StartArguments, start, PERSONAL, READS),
    Command("help", "What you can say, with examples", "", HelpArguments, help_, PERSONAL, READS),
    *diary.COMMANDS,
    *person.COMMANDS,
    *green.COMMANDS,
    *gigs.COMMANDS,
    *band.COMMANDS,
    *market.COMMANDS,
    *publications.COMMANDS,
    *ratings.COMMANDS,
    *venues.COMMANDS,
)

PRESSES: tuple[Press, ...] = (
    *undo.PRESSES,
    *conversation.PRESSES,
    *diary.PRESSES,
    *person.PRESSES,
    *green.PRESSES,
    *gigs.PRESSES,
    *band.PRESSES,
    *market.PRESSES,
    *publications.PRESSES,
    *ratings.PRESSES,
    *venues.PRESSES,
)
"""Every button but those that continue a pending command (`pick`, `resume`, `answer`) or run a command."""

BY_NAME = {each.name: each for each in COMMANDS}
BY_VERB = {each.verb: each for each in COMMANDS}
PRESS_BY_VERB = {each.verb: each for each in PRESSES}
GROUPS = tuple(dict.fromkeys(each.group for each in COMMANDS if each.group))


def actions_of(group: str) -> Actions:
    """The actions offered when only the group's name was typed ("/band")."""
    own = [each for each in COMMANDS if each.group == group]
    return Actions(group, tuple((each.name.split()[1].capitalize(), each.verb) for each in own))
