"""What is asked about venues."""

from bots.chat.reply import Facts, Paragraph, Strong
from bots.chat.results.venues import VenueUnclear, VenueValueAsked
from bots.chat.turn import Reader
from bots.chat.views import Labels, Questions, QuestionText, QuestionView
from bots.chat.views.venues.facts import EXAMPLES, field_fact
from core.marketplace.venues import Venue


def _venue_unclear(_: VenueUnclear, reader: Reader) -> QuestionText:
    return reader.say("For which venue?"), ()


def _value_asked(about: VenueValueAsked, reader: Reader) -> QuestionText:
    """The present value, and an example."""
    title = reader.say("What should it be for {venue}?", venue=Strong(about.venue.name))
    example = reader.say("For example: {example}", example=Strong(EXAMPLES[about.field]))
    return title, (Facts((field_fact(about.venue, about.field, reader),)), Paragraph(example))


QUESTIONS: Questions = {
    VenueUnclear: QuestionView(_venue_unclear),
    VenueValueAsked: QuestionView(_value_asked, lambda about: EXAMPLES[about.field]),
}
LABELS: Labels = {Venue: lambda means, _: means.name}
