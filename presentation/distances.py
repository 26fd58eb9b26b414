"""How far something is, in the unit that its reader measures with."""

from presentation.wording import Wording

KM_IN_A_MILE = 1.609344
_MILES = ("en-GB", "en-US")


def in_miles(locale: str) -> bool:
    """Whether people with that locale measure distances in miles, and not in kilometres."""
    return locale in _MILES


def distance_words(kilometres: float, reader: Wording) -> str:
    """The distance in whole miles or kilometres ("12 miles", "50 km")."""
    if in_miles(reader.locale):
        miles = round(kilometres / KM_IN_A_MILE)
        return reader.counted(miles, "1 mile", "{n} miles") if miles else reader.label("less than a mile")
    km = round(kilometres)
    return reader.label("{n} km", n=str(km)) if km else reader.label("less than a kilometre")
