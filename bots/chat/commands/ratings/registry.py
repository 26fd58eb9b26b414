"""The command and buttons about ratings after a night."""

from bots.chat.buttons import ratings as buttons
from bots.chat.commands.ratings import rate
from bots.chat.definition import PERSONAL, READS, Command, Press

COMMANDS: tuple[Command, ...] = (
    Command(
        "rate",
        "Say how a night was that your band played, or that you put on; sealed until both have",
        "",
        rate.RateArguments,
        rate.rate_night,
        PERSONAL,
        READS,
    ),
)

PRESSES: tuple[Press, ...] = (
    Press(buttons.ShowRating, rate.show, READS),
    Press(buttons.GiveStars, rate.stars_pressed, READS),
    Press(buttons.ReplyToRating, rate.reply_pressed, READS),
)
