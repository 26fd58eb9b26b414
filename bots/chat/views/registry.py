"""The view of every result: the areas' lists added up."""

from bots.chat.conversations import Question
from bots.chat.reply import Reply
from bots.chat.turn import Reader
from bots.chat.views import Views, conversation, questions
from bots.chat.views.band import registry as band
from bots.chat.views.diary import registry as diary
from bots.chat.views.gigs import registry as gigs
from bots.chat.views.green import registry as green
from bots.chat.views.market import registry as market
from bots.chat.views.person import registry as person
from bots.chat.views.publications import registry as publications
from bots.chat.views.ratings import registry as ratings
from bots.chat.views.venues import registry as venues

VIEWS: Views = {
    Question: questions.question,
    **conversation.VIEWS,
    **diary.VIEWS,
    **band.VIEWS,
    **green.VIEWS,
    **gigs.VIEWS,
    **publications.VIEWS,
    **venues.VIEWS,
    **market.VIEWS,
    **ratings.VIEWS,
    **person.VIEWS,
}


def show(result: object, reader: Reader) -> Reply:
    """The result in words."""
    return VIEWS[type(result)](result, reader)
