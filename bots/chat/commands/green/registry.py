"""The commands and buttons about the band's green zones."""

from bots.chat.buttons.green import ChangeHours, GreenAsPicture, GreenPage, NudgeMembers, WhyThatDay
from bots.chat.commands.green import green, share, why
from bots.chat.definition import BOUND, CHANGES, PERSONAL, READS, Command, OfBand, Press
from core.access import Right

COMMANDS: tuple[Command, ...] = (
    Command(
        "green",
        "When the band can play",
        "January hours: 3 without: Jo",
        green.GreenArguments,
        green.green,
        BOUND,
        READS,
        OfBand(Right.SEE),
    ),
    Command(
        "why",
        "What stands in the way on one day, and what would help",
        "Fri 15 Jan",
        why.WhyArguments,
        why.why,
        BOUND,
        READS,
        OfBand(Right.SEE),
    ),
    Command(
        "share",
        "Your green zones as words to copy for a venue",
        "March",
        share.ShareArguments,
        share.share,
        PERSONAL,
        READS,
        OfBand(Right.SHARE),
    ),
)

PRESSES: tuple[Press, ...] = (
    Press(GreenPage, green.more, READS, BOUND),
    Press(GreenAsPicture, green.picture, READS, BOUND),
    Press(ChangeHours, green.change_hours, CHANGES),
    Press(NudgeMembers, green.nudge, CHANGES),
    Press(WhyThatDay, why.on_day, READS, BOUND),
)
