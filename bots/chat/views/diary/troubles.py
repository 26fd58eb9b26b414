"""Why a sentence could not be understood, in words."""

from bots.chat.reply import (
    Block,
    Line,
    Paragraph,
    Strong,
)
from bots.chat.results.diary import (
    Unclear,
)
from bots.chat.turn import Reader
from bots.chat.views import QuestionText
from bots.chat.views.understanding.rules import statement_line
from core import formats
from core.scheduling.phrases.understanding import Problem, Trouble


def trouble_line(problem: Problem, reader: Reader) -> Line:
    """What is wrong with the words, in one sentence."""
    words = Strong(_short(problem.words)) if problem.words else reader.say("that")
    if problem.code is Trouble.NOT_AN_OCCURRENCE and problem.day is None:
        return reader.say("{words} is not one of these days.", words=words)
    day = formats.day(problem.day, reader.locale, today=reader.today) if problem.day else ""
    return reader.say(TROUBLES[problem.code], words=words, day=day)


def _short(words: str) -> str:
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()} ..."


_QUOTED = 80
"""At most so many characters of a person's words are quoted in a sentence."""


TROUBLES = {
    Trouble.EMPTY: "When?",
    Trouble.TOO_LONG: "That is more than I can read at once. Send it in shorter pieces.",
    Trouble.NOT_UNDERSTOOD: "I can't tell which days {words} means.",
    Trouble.NOT_AVAILABILITY: "I see no days or times in {words}.",
    Trouble.QUESTION: "That reads like a question. Say when you can or can't.",
    Trouble.AMBIGUOUS: "I can read {words} in more than one way.",
    Trouble.WEEKDAY_MISMATCH: "You said {words}, but that day is {day}.",
    Trouble.NOT_AN_OCCURRENCE: "You said {words}, but that is {day}, which is not one of these days.",
    Trouble.IMPOSSIBLE_DATE: "There is no such day as {words}.",
    Trouble.IMPOSSIBLE_TIME: "There is no such time as {words}.",
    Trouble.PAST: "That is over already: {words}.",
    Trouble.END_BEFORE_START: "That ends before it begins: {words}.",
    Trouble.UNSUPPORTED: "I can't keep {words} as a rule. Say it in dates.",
}


def unclear(about: Unclear, reader: Reader) -> QuestionText:
    """The trouble, the part that was understood, and an example that would work."""
    problem = about.problem
    blocks: list[Block] = [
        Paragraph(reader.say("Understood: {said}", said=statement_line(each, reader)))
        for each in about.understood
    ]
    title = trouble_line(problem, reader)
    if problem.code is Trouble.NOT_AN_OCCURRENCE and problem.readings:
        return title, (*blocks, Paragraph(reader.say("Which day was meant?")))
    if problem.readings:
        ask = "Which one is it?" if len(problem.readings) > 1 else "Is it this?"
        return title, (*blocks, Paragraph(reader.say(ask)))
    sentence = "For example: {example}. Nothing was saved." if about.saves else "For example: {example}"
    hint = reader.say(sentence, example=Strong(about.example))
    return title, (*blocks, Paragraph(hint))
