"""What is asked about where a person lives."""

from bots.chat.reply import (
    Paragraph,
    Strong,
)
from bots.chat.results.person import CityUnclear, OfferedZone, ZoneOffered, ZoneUnknown
from bots.chat.turn import Reader
from bots.chat.views import Labels, Questions, QuestionText, QuestionView
from core import formats
from core.scheduling.cities import City


def _zone_unknown(_: ZoneUnknown, reader: Reader) -> QuestionText:
    why = reader.say("Your times are kept in your own zone. A city is enough.")
    return reader.say("Which city are you in?"), (Paragraph(why),)


def _place_unclear(about: CityUnclear, reader: Reader) -> QuestionText:
    return reader.say("Which {place} do you mean?", place=Strong(about.words)), ()


def _zone_offered(about: ZoneOffered, reader: Reader) -> QuestionText:
    clock = formats.clock(about.now, reader.locale)
    why = reader.say("It is {clock} there now. Nothing has changed yet.", clock=clock)
    return reader.say("🕒 Is your zone {zone}?", zone=Strong(about.zone)), (Paragraph(why),)


QUESTIONS: Questions = {
    ZoneUnknown: QuestionView(_zone_unknown, lambda _: "Leeds"),
    ZoneOffered: QuestionView(_zone_offered, lambda _: "Leeds"),
    CityUnclear: QuestionView(_place_unclear),
}

LABELS: Labels = {
    OfferedZone: lambda _, reader: reader.label("Set it"),
    City: lambda means, _: ", ".join(filter(None, (means.name, means.region, means.country))),
}
