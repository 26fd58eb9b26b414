"""Words an account, and how much is held about a person."""

from bots.chat.reply import Line, Strong, plain
from bots.chat.turn import Reader
from core import formats
from core.ids import Platform
from core.people import Account
from core.personal_data.store import DataSummary

_PLATFORMS = {
    Platform.DISCORD: "Discord",
    Platform.TELEGRAM: "Telegram",
    Platform.CONSOLE: "Console",
}


def platform_name(platform: Platform, reader: Reader) -> str:
    """What people call the platform."""
    return reader.label(_PLATFORMS[platform])


def account_line(account: Account, reader: Reader) -> Line:
    """An account as its person knows it."""
    platform = platform_name(account.ref.platform, reader)
    return reader.say("{name} on {platform}", name=Strong(account.name), platform=platform)


def summary_words(summary: DataSummary, reader: Reader) -> str:
    """How much there is ("3 rules and 1 band")."""
    counted = (
        (summary.rules, reader.plural(summary.rules, "1 rule in the diary", "{n} rules in the diary")),
        (summary.bands, reader.plural(summary.bands, "1 band", "{n} bands")),
        (summary.calendars, reader.plural(summary.calendars, "1 calendar", "{n} calendars")),
    )
    said = [plain(words) for number, words in counted if number]
    return formats.listing(said, reader.locale) if said else reader.label("nothing yet")
