"""What is asked back, and the buttons that answer it: the areas' questions added up."""

from datetime import date, datetime
from typing import Any

from bots.chat.arguments import AmountField, FlagField, PickField, Unfit
from bots.chat.buttons import PickAnswer
from bots.chat.conversations import MissingArgument, Question
from bots.chat.reply import Action, Button, Form, Paragraph, Reply, Strong, Weight, line, rows
from bots.chat.turn import Reader
from bots.chat.views import Labels, Questions, QuestionText, QuestionView
from bots.chat.views.band import questions as band
from bots.chat.views.diary import questions as diary
from bots.chat.views.gigs import questions as gigs
from bots.chat.views.person import questions as person
from core import formats


def question(result: Question, reader: Reader) -> Reply:
    """The question, its buttons, and a form where the answer can be typed."""
    ask = result.ask
    view = QUESTIONS[type(ask.about)]
    title, blocks = view.words(ask.about, reader)
    labels = view.labels(ask.about, reader)
    if labels is None:
        labels = [_label(option.means, reader) for option in ask.options]
    buttons: list[Button] = [
        Action(label, PickAnswer(result.pending, number), _weight(number))
        for number, label in enumerate(labels)
    ]
    if ask.asking:
        buttons.append(Form("Type it", result.pending, view.example(ask.about)))
    each = 1 if any(len(button.label) > _LONG for button in buttons) else 4
    return Reply(title, blocks, rows(*buttons, each=each), awaits_text=bool(ask.asking))


_LONG = 24


def _weight(number: int) -> Weight:
    return Weight.FIRST if number == 0 else Weight.PLAIN


def _label(means: Any, reader: Reader) -> str:
    label = LABELS.get(type(means))
    return label(means, reader) if label is not None else str(means)


def _missing(about: MissingArgument, reader: Reader) -> QuestionText:
    argument = about.problem.argument
    example = getattr(argument.kind, "example", "")
    blocks: tuple[Paragraph, ...] = ()
    if example:
        blocks = (Paragraph(reader.say("For example: {example}", example=Strong(example))),)
    if not isinstance(about.problem, Unfit):
        return line(argument.kind.question), blocks
    said = Strong(about.problem.said[:60])
    title = reader.say("{said} does not fit here. {question}", said=said, question=argument.kind.question)
    match argument.kind:
        case FlagField():
            blocks = (Paragraph(reader.say("Say yes or no.")),)
        case AmountField(unit=unit, least=least, most=most):
            span = {"unit": unit, "least": f"{least:g}", "most": f"{most:g}"}
            blocks = (Paragraph(reader.say("A number of {unit}, {least} to {most}.", **span)),)
    return title, blocks


def _example(about: MissingArgument) -> str:
    kind = about.problem.argument.kind
    return "" if isinstance(kind, PickField | FlagField) else getattr(kind, "example", "")


QUESTIONS: Questions = {
    MissingArgument: QuestionView(_missing, _example),
    **diary.QUESTIONS,
    **band.QUESTIONS,
    **gigs.QUESTIONS,
    **person.QUESTIONS,
}
"""Everything that a question can be about; a test fails when one has no words."""

LABELS: Labels = {
    datetime: lambda means, reader: formats.moment(means, reader.locale, today=reader.today),
    date: lambda means, reader: formats.day(means, reader.locale, today=reader.today),
    **diary.LABELS,
    **band.LABELS,
    **gigs.LABELS,
    **person.LABELS,
}
