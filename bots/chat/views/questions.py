"""Words every question, with the buttons that answer it: the areas' questions added up."""

from datetime import date, datetime
from typing import Any

from bots.chat.arguments import AmountField, ChoiceField, FlagField, PickField, Unfit
from bots.chat.buttons import PickAnswer
from bots.chat.conversations import MissingArgument, Question
from bots.chat.reply import Action, Button, Form, Paragraph, Reply, Strong, Weight, rows
from bots.chat.turn import Reader
from bots.chat.views import Labels, Questions, QuestionText, QuestionView
from bots.chat.views.band import questions as band
from bots.chat.views.diary import questions as diary
from bots.chat.views.gigs import questions as gigs
from bots.chat.views.market import questions as market
from bots.chat.views.person import questions as person
from bots.chat.views.publications import questions as publications
from bots.chat.views.ratings import questions as ratings
from bots.chat.views.venues import questions as venues
from core import formats
from presentation.words import translate


def question(result: Question, reader: Reader) -> Reply:
    """The question, its buttons, and a form where the answer can be typed."""
    ask = result.ask
    view = QUESTIONS[type(ask.about)]
    title, blocks = view.words(ask.about, reader)
    labels = view.labels(ask.about, reader)
    if labels is None:
        labels = [_label(option.means, reader) for option in ask.options]
    buttons: list[Button] = [
        Action(each, PickAnswer(result.pending, number), _weight(number))
        for number, each in enumerate(labels)
    ]
    if ask.asking:
        buttons.append(Form(reader.label("Type it"), result.pending, view.example(ask.about)))
    each = 1 if any(len(button.label) > _LONG for button in buttons) else 4
    return Reply(title, blocks, rows(*buttons, each=each), awaits_text=bool(ask.asking))


_LONG = 24


def _weight(number: int) -> Weight:
    return Weight.FIRST if number == 0 else Weight.PLAIN


def _label(means: Any, reader: Reader) -> str:
    worded = LABELS.get(type(means))
    return str(means) if worded is None else worded(means, reader)


def _missing(about: MissingArgument, reader: Reader) -> QuestionText:
    argument = about.problem.argument
    example = getattr(argument.kind, "example", "")
    blocks: tuple[Paragraph, ...] = ()
    if example:
        blocks = (Paragraph(reader.say("For example: {example}", example=Strong(example))),)
    if not isinstance(about.problem, Unfit):
        return reader.say(argument.kind.question), blocks
    said, question = Strong(about.problem.said[:60]), reader.say(argument.kind.question)
    title = reader.say("{said} does not fit here. {question}", said=said, question=question)
    match argument.kind:
        case FlagField():
            blocks = (Paragraph(reader.say("Say yes or no.")),)
        case AmountField() as amount:
            span = {
                "unit": reader.label(amount.unit),
                "least": f"{amount.least:g}",
                "most": f"{amount.most:g}",
            }
            blocks = (Paragraph(reader.say("A number of {unit}, {least} to {most}.", **span)),)
    return title, blocks


def _example(about: MissingArgument) -> str:
    kind = about.problem.argument.kind
    return "" if isinstance(kind, PickField | FlagField) else getattr(kind, "example", "")


def _choices(about: MissingArgument, reader: Reader) -> list[str] | None:
    """The labels of an argument with a few fixed choices; None for any other."""
    kind = about.problem.argument.kind
    if not isinstance(kind, ChoiceField):
        return None
    return [translate(label, reader.locale) for _, label in kind.options]


QUESTIONS: Questions = {
    MissingArgument: QuestionView(_missing, _example, _choices),
    **diary.QUESTIONS,
    **band.QUESTIONS,
    **gigs.QUESTIONS,
    **venues.QUESTIONS,
    **market.QUESTIONS,
    **ratings.QUESTIONS,
    **person.QUESTIONS,
    **publications.QUESTIONS,
}
"""Everything that a question can be about; a test fails when one has no words."""

LABELS: Labels = {
    datetime: lambda means, reader: formats.moment(means, reader.locale, today=reader.today),
    date: lambda means, reader: formats.day(means, reader.locale, today=reader.today),
    **diary.LABELS,
    **band.LABELS,
    **gigs.LABELS,
    **venues.LABELS,
    **market.LABELS,
    **ratings.LABELS,
    **person.LABELS,
    **publications.LABELS,
}
