"""How far something is, in the unit that its reader measures with."""

from bots.chat.reply import Line
from bots.chat.turn import Reader

KM_IN_A_MILE = 1.609344
_MILES = ("en-GB", "en-US")


def in_miles(locale: str) -> bool:
    """Whether people with that locale measure distances in miles, and not in kilometres."""
    return locale in _MILES


def distance_words(kilometres: float, reader: Reader) -> Line:
    """The distance in whole miles or kilometres ("12 miles", "50 km")."""
    if in_miles(reader.locale):
        miles = round(kilometres / KM_IN_A_MILE)
        return reader.plural(miles, "1 mile", "{n} miles") if miles else reader.say("less than a mile")
    km = round(kilometres)
    return reader.say("{n} km", n=str(km)) if km else reader.say("less than a kilometre")
