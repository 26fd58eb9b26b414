"""What is asked about a night that was played."""

from bots.chat.reply import Paragraph
from bots.chat.results.ratings import (
    FactWas,
    NoRatingLine,
    RatingFactAsked,
    RatingLineAsked,
    RatingReplyAsked,
    StarsAsked,
    StarsMeant,
)
from bots.chat.turn import Reader
from bots.chat.views import Labels, Questions, QuestionText, QuestionView
from bots.chat.views.ratings.cards import about
from core.marketplace.applications import Side
from core.marketplace.ratings import RatingFact
from presentation.stars import stars_words

_FACTS = {
    (Side.BAND, RatingFact.PAID_AS_AGREED): "Were you paid as agreed?",
    (Side.BAND, RatingFact.ON_TIME): "Did {other} keep to its times?",
    (Side.BAND, RatingFact.DETAILS_EARLY): "Did {other} send the details early?",
    (Side.VENUE, RatingFact.ON_TIME): "Was {other} on time?",
    (Side.VENUE, RatingFact.DETAILS_EARLY): "Did {other} send the details early?",
}
_WAS = {True: "Yes", False: "No", None: "Skip"}


def _stars(asked: StarsAsked, reader: Reader) -> QuestionText:
    title = reader.say("★ How was {other}? {band}, {night}", **about(asked.card, reader))
    sealed = reader.say("Nobody reads it until both sides have said, or for two weeks.")
    return title, (Paragraph(sealed),)


def _fact(asked: RatingFactAsked, reader: Reader) -> QuestionText:
    return reader.say(_FACTS[asked.card.side, asked.fact], **about(asked.card, reader)), ()


def _line(asked: RatingLineAsked, reader: Reader) -> QuestionText:
    title = reader.say("A line about {other}?", **about(asked.card, reader))
    return title, (Paragraph(reader.say("Others read it beside the stars.")),)


def _reply(asked: RatingReplyAsked, reader: Reader) -> QuestionText:
    title = reader.say("What do you reply to {other}?", **about(asked.card, reader))
    return title, (Paragraph(reader.say("You can reply once, and it stays.")),)


QUESTIONS: Questions = {
    StarsAsked: QuestionView(_stars),
    RatingFactAsked: QuestionView(_fact),
    RatingLineAsked: QuestionView(_line, lambda _: "Great sound, kind people"),
    RatingReplyAsked: QuestionView(_reply, lambda _: "Thank you, any time"),
}
LABELS: Labels = {
    StarsMeant: lambda means, reader: stars_words(means.stars, reader),
    FactWas: lambda means, reader: reader.label(_WAS[means.so]),
    NoRatingLine: lambda _, reader: reader.label("No line"),
}
