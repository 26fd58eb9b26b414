"""Why an imported calendar could not be read, and what to do about it."""

from bots.chat.reply import Line, Strong
from bots.chat.turn import Reader
from core.scheduling.calendars.outcome import FeedTrouble


def what_is_wrong(why: FeedTrouble, host: str, reader: Reader) -> Line:
    """The trouble in one sentence."""
    return reader.say(TROUBLES[why][0], host=Strong(host))


def what_helps(why: FeedTrouble, reader: Reader) -> Line:
    """What the calendar's owner can do about it."""
    return reader.say(TROUBLES[why][1])


def in_short(why: FeedTrouble, reader: Reader) -> str:
    """The trouble in a few words, for a list of calendars."""
    return reader.label(SHORT[why])


TROUBLES: dict[FeedTrouble, tuple[str, str]] = {
    FeedTrouble.NAME_UNKNOWN: ("There is no host called {host}.", "Check the address letter by letter."),
    FeedTrouble.PRIVATE: (
        "{host} is on a private network, or leads to one, and I only read public ones.",
        "Use a public link, or ask whoever runs this bot to allow that host.",
    ),
    FeedTrouble.NOT_REACHED: (
        "{host} does not answer, or breaks off.",
        "Open the address in a browser to see whether it works.",
    ),
    FeedTrouble.TLS: (
        "{host} does not do https properly, or its certificate is not right.",
        "Check whether the address begins with http:, or ask who runs it.",
    ),
    FeedTrouble.TOO_SLOW: (
        "{host} takes too long to answer.",
        "It may be busy. Nothing for you to do for now.",
    ),
    FeedTrouble.TOO_BIG: (
        "That calendar is too big for me: more than 10 MB.",
        "Export fewer years, or a calendar without attachments.",
    ),
    FeedTrouble.REDIRECTS: (
        "{host} keeps redirecting me, or sends me somewhere without https.",
        "Copy the address again from your calendar's settings.",
    ),
    FeedTrouble.NOT_FOUND: (
        "{host} has no calendar at that address any more.",
        "Copy the address again from your calendar's settings.",
    ),
    FeedTrouble.REFUSED: (
        "{host} asks for a login, or does not let me in.",
        "Use the secret or public link that needs no login.",
    ),
    FeedTrouble.SERVER: ("{host} has trouble of its own.", "Nothing for you to do for now."),
    FeedTrouble.EMPTY: ("What {host} sends is empty.", "Check in your calendar that the link is shared."),
    FeedTrouble.PAGE: (
        "{host} shows a web page there, perhaps a login, not a calendar.",
        "Use the link that ends in .ics: Google calls it Secret address in iCal format.",
    ),
    FeedTrouble.NOT_A_CALENDAR: (
        "What {host} sends is not a calendar.",
        "Use the link that ends in .ics from your calendar's settings.",
    ),
    FeedTrouble.TRUNCATED: (
        "The calendar from {host} breaks off in the middle.",
        "Nothing for you to do for now.",
    ),
    FeedTrouble.NO_EVENT_READABLE: (
        "I can't read a single event in that calendar.",
        "Export it again, or use another link to it.",
    ),
    FeedTrouble.TOO_MUCH: (
        "That calendar is more than I can read: too many events, or repeated too often.",
        "Export fewer years, or leave out what repeats every hour.",
    ),
}
"""What is wrong, and what helps."""

SHORT: dict[FeedTrouble, str] = {
    FeedTrouble.NAME_UNKNOWN: "no such host",
    FeedTrouble.PRIVATE: "a private network",
    FeedTrouble.NOT_REACHED: "no answer",
    FeedTrouble.TLS: "its certificate is not right",
    FeedTrouble.TOO_SLOW: "too slow",
    FeedTrouble.TOO_BIG: "too big",
    FeedTrouble.REDIRECTS: "it keeps redirecting",
    FeedTrouble.NOT_FOUND: "nothing there",
    FeedTrouble.REFUSED: "it asks for a login",
    FeedTrouble.SERVER: "trouble at the host",
    FeedTrouble.EMPTY: "it is empty",
    FeedTrouble.PAGE: "a web page, not a calendar",
    FeedTrouble.NOT_A_CALENDAR: "not a calendar",
    FeedTrouble.TRUNCATED: "it breaks off",
    FeedTrouble.NO_EVENT_READABLE: "no readable events",
    FeedTrouble.TOO_MUCH: "too much to read",
}
