"""The view of every result: the areas' lists added up."""

from bots.chat.conversations import Question
from bots.chat.reply import Reply
from bots.chat.results.conversation import DoneBefore
from bots.chat.results.person import DoneOnTheWeb
from bots.chat.turn import Reader
from bots.chat.views import Views, conversation, questions
from bots.chat.views.band import registry as band
from bots.chat.views.diary import registry as diary
from bots.chat.views.gigs import registry as gigs
from bots.chat.views.green import registry as green
from bots.chat.views.market import registry as market
from bots.chat.views.person import registry as person
from bots.chat.views.person.web import done_on_the_web
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
    if isinstance(result, DoneOnTheWeb):
        return done_on_the_web(_said(result.result, reader), reader)
    return VIEWS[type(result)](result, reader)


def _said(result: object | None, reader: Reader) -> Reply | None:
    """What chat would have said; None where it has no words of its own for such a change."""
    return None if result is None or isinstance(result, DoneBefore) else show(result, reader)
