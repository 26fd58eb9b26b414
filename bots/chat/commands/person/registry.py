"""The commands and buttons about yourself: name, zone, settings, accounts, data."""

from bots.chat.buttons.person import (
    AskErase,
    AskProfileField,
    AskUnlink,
    EraseEverything,
    LinkAccounts,
    SetFreeByDefault,
    SetLanguage,
    SignOutEverywhere,
    UnlinkAccount,
)
from bots.chat.commands.person import linking, mydata, profile, settings, web, zones
from bots.chat.definition import CHANGES, PERSONAL, READS, Command, Press

COMMANDS: tuple[Command, ...] = (
    Command(
        "timezone",
        "Say where you live, by city or zone",
        "Leeds",
        zones.TimezoneArguments,
        zones.timezone,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "profile",
        "Your name, what you play and where you live",
        "name: Jo instruments: drums, vocals",
        profile.ProfileArguments,
        profile.profile,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "settings",
        "Your language, and whether you are free by default",
        "",
        settings.SettingsArguments,
        settings.settings,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "link",
        "Be the same person on Discord and Telegram",
        "K7QX-MP2D",
        linking.LinkArguments,
        linking.link,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "web",
        "Sign in on the web: your bands, and who has applied to your nights",
        "",
        web.WebArguments,
        web.web,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "mydata",
        "Everything I know about you: take a copy, or delete it",
        "",
        mydata.MyDataArguments,
        mydata.my_data,
        PERSONAL,
        READS,
    ),
)

PRESSES: tuple[Press, ...] = (
    Press(AskProfileField, profile.profile_ask, CHANGES),
    Press(SetLanguage, settings.language, CHANGES),
    Press(SetFreeByDefault, settings.free_base, CHANGES),
    Press(LinkAccounts, linking.link_up, CHANGES),
    Press(AskUnlink, linking.ask_unlink, READS),
    Press(UnlinkAccount, linking.unlink, CHANGES),
    Press(SignOutEverywhere, web.sign_out, CHANGES),
    Press(AskErase, mydata.ask_erase, READS),
    Press(EraseEverything, mydata.erase, CHANGES),
)
