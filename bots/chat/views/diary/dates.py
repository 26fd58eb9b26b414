"""Dates in languages of which only single dates are read: asked about before anything is saved."""

from bots.chat.reply import Line, Paragraph, Reply, Strong
from bots.chat.results.diary import AnotherDay, DateRead, SinglesOnly
from bots.chat.turn import Reader
from bots.chat.views import QuestionText
from core import formats
from core.scheduling.lexicons import LANGUAGES
from core.scheduling.tongues.known import TONGUES


def date_read(about: DateRead, reader: Reader) -> QuestionText:
    """Ask whether the date is right: in full, and with the words that it was read from."""
    day = formats.day(about.day, reader.locale, today=reader.today)
    names = [formats.language(each, reader.locale) for each in about.languages[:_NAMED]]
    languages = formats.listing(names, reader.locale, style="or")
    how = reader.say("I read {words} as {languages}.", words=Strong(about.words), languages=languages)
    return reader.say("Is it {day}?", day=day), (Paragraph(how),)


def another_day(about: AnotherDay, reader: Reader) -> QuestionText:
    """Ask which day is meant instead."""
    return reader.say("Which day is it, then?"), (_hint(about, reader),)


def singles_only(about: SinglesOnly, reader: Reader) -> QuestionText:
    """Say how much is read in that language, and which languages are read in full."""
    title = (
        reader.say(
            "In {language} I only read single dates, at most two years ahead.",
            language=formats.language(about.languages[0], reader.locale),
        )
        if len(about.languages) == 1
        else reader.say("In that language I only read single dates, at most two years ahead.")
    )
    whole = formats.listing([formats.language(each, reader.locale) for each in LANGUAGES], reader.locale)
    rest = reader.say("I read everything else in {languages}.", languages=whole)
    return title, (Paragraph(rest), _hint(about, reader))


def further_languages(reader: Reader) -> Line:
    """The languages in which a single date is read, for the help on a command."""
    names = formats.listing([formats.language(each, reader.locale) for each in TONGUES], reader.locale)
    return reader.say("A single date may also be in {languages}.", languages=names)


def told(about: SinglesOnly, reader: Reader) -> Reply:
    """The same as an answer, where nothing is asked."""
    return Reply(*singles_only(about, reader))


def _hint(about: AnotherDay | SinglesOnly, reader: Reader) -> Paragraph:
    sentence = "For example: {example}. Nothing was saved." if about.saves else "For example: {example}"
    return Paragraph(reader.say(sentence, example=Strong(about.example)))


_NAMED = 3
"""At most so many languages are named where a word is the same in several."""
