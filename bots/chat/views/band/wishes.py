"""What is said about the gigs that a band looks for: places on the bill, distance, fee, rooms, messages."""

from bots.chat.reply import Line, line
from bots.chat.turn import Reader
from core import formats
from core.bands import Band
from core.bands.wishes import GigWishes, Position
from presentation.distances import distance_words

_POSITIONS = {
    Position.HEADLINER: "headliner",
    Position.SUPPORT: "support",
    Position.OPENER: "opener",
}


def wish_facts(band: Band, reader: Reader) -> dict[str, tuple[str, Line]]:
    """The label and value of each wish, by its field."""
    wishes = band.wishes
    return {
        "slots": (reader.label("Slots"), _slots(wishes, reader)),
        "radius": (reader.label("Radius"), _radius(band, reader)),
        "fee": (reader.label("Fee"), _fee(wishes, reader)),
        "sizes": (reader.label("Sizes"), _sizes(wishes, reader)),
        "messages": (reader.label("Messages"), _messages(wishes, reader)),
    }


def _slots(wishes: GigWishes, reader: Reader) -> Line:
    names = [reader.label(_POSITIONS[each]) for each in wishes.positions]
    if len(names) == 1:
        return reader.say("{slot} only", slot=names[0])
    return line(formats.listing(names, reader.locale, style="or"))


def _radius(band: Band, reader: Reader) -> Line:
    distance = distance_words(band.wishes.radius_km, reader)
    if band.city is None:
        return reader.say("{distance} around the band's city (not said)", distance=distance)
    return reader.say("{distance} around {city}", distance=distance, city=band.city)


def _fee(wishes: GigWishes, reader: Reader) -> Line:
    fee = wishes.least_fee
    if fee is None:
        return reader.say("any, and unpaid gigs too")
    return reader.say("{sum} or more", sum=formats.money(fee.amount, fee.currency, reader.locale))


def _sizes(wishes: GigWishes, reader: Reader) -> Line:
    least, most = wishes.least_room, wishes.most_room
    if least is None and most is None:
        return reader.say("any")
    if least is None:
        return reader.say("up to {most} people", most=str(most))
    if most is None:
        return reader.say("{least} people or more", least=str(least))
    return reader.say("{least} to {most} people", least=str(least), most=str(most))


def _messages(wishes: GigWishes, reader: Reader) -> Line:
    if not wishes.messages:
        return reader.say("not about open dates")
    return reader.plural(
        wishes.messages,
        "1 a day about open dates, then one with the rest",
        "up to {n} a day about open dates, then one with the rest",
    )
