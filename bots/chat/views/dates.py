"""Dates in languages of which no more than single dates are read: asked about, never taken for granted."""

from dataclasses import dataclass
from datetime import date

from bots.chat.reply import Block, Line, Paragraph, Reply, Strong
from bots.chat.turn import Reader
from core import formats
from core.scheduling.lexicons import LANGUAGES
from core.scheduling.tongues.known import TONGUES


@dataclass(frozen=True, slots=True)
class DateRead:
    """The words may be this date."""

    day: date
    words: str
    languages: tuple[str, ...]
    """ISO 639-1: those in which they are."""


@dataclass(frozen=True, slots=True)
class AnotherDay:
    """The date that was asked about is not meant."""

    example: str
    saves: bool
    """As in questions.Unclear."""


@dataclass(frozen=True, slots=True)
class SinglesOnly:
    """Days in such a language, which are more than one date or not within two years."""

    languages: tuple[str, ...]
    example: str
    saves: bool = True
    """As in questions.Unclear."""


def date_read(about: DateRead, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    """The whole date, and what it was read from."""
    day = formats.day(about.day, reader.locale, today=reader.today)
    names = [formats.language(each, reader.locale) for each in about.languages[:_NAMED]]
    languages = formats.listing(names, reader.locale, style="or")
    how = reader.say("I read {words} as {languages}.", words=Strong(about.words), languages=languages)
    return reader.say("Is it {day}?", day=day), (Paragraph(how),)


def another_day(about: AnotherDay, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    """Which day, then."""
    return reader.say("Which day is it, then?"), (_hint(about, reader),)


def singles_only(about: SinglesOnly, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    """What is read in that language, and in which languages everything is."""
    title = (
        reader.say(
            "In {language} I read single dates only, at most two years ahead.",
            language=formats.language(about.languages[0], reader.locale),
        )
        if len(about.languages) == 1
        else reader.say("In that language I read single dates only, at most two years ahead.")
    )
    whole = formats.listing([formats.language(each, reader.locale) for each in LANGUAGES], reader.locale)
    rest = reader.say("Everything else I read in {languages}.", languages=whole)
    return title, (Paragraph(rest), _hint(about, reader))


def further_languages(reader: Reader) -> Line:
    """In which languages a single date may be, for the help on a command."""
    names = formats.listing([formats.language(each, reader.locale) for each in TONGUES], reader.locale)
    return reader.say("A single date may also be in {languages}.", languages=names)


def told(about: SinglesOnly, reader: Reader) -> Reply:
    """The same where nothing was asked for."""
    return Reply(*singles_only(about, reader))


def _hint(about: AnotherDay | SinglesOnly, reader: Reader) -> Paragraph:
    sentence = "For example: {example}. Nothing was saved." if about.saves else "For example: {example}"
    return Paragraph(reader.say(sentence, example=Strong(about.example)))


_NAMED = 3
"""Languages that are named where a word is the same in several."""
