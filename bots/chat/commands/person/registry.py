"""The commands and buttons about yourself: name, zone, settings, accounts, data."""

from bots.chat.commands.person import linking, mydata, people, profile, settings
from bots.chat.definition import CHANGES, PERSONAL, READS, Command, Press

COMMANDS: tuple[Command, ...] = (
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
)

PRESSES: tuple[Press, ...] = (
    Press("profileask", 1, profile.profile_ask, CHANGES),
    Press("language", 1, settings.language, CHANGES),
    Press("freebase", 1, settings.free_base, CHANGES),
    Press("linkup", 1, linking.link_up, CHANGES),
    Press("unlinkask", 1, linking.ask_unlink, READS),
    Press("unlink", 1, linking.unlink, CHANGES),
    Press("erase", 0, mydata.ask_erase, READS),
    Press("eraseall", 1, mydata.erase, CHANGES),
)
