"""The purpose of a whole message: availability, an answer, a correction; or nothing for us."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from core.scheduling.lexicons import language_of
from core.scheduling.lexicons.asides import all_asides
from core.scheduling.lexicons.talk import Talk, talks_for
from core.scheduling.phrases.chatter import is_chatter
from core.scheduling.phrases.days_named import days_in, has_figures, judges, names_day
from core.scheduling.phrases.lexing.normalise import LIMIT, even
from core.scheduling.phrases.sentence import understand
from core.scheduling.phrases.understanding import Context, Trouble, Understanding


@dataclass(frozen=True, slots=True)
class SaidAvailability:
    """Days or times when somebody can or can't play."""

    words: str
    meaning: Understanding


@dataclass(frozen=True, slots=True)
class BandQuestion:
    """When the band can, or who can't."""

    days: str
    """Words for the days; empty: none were named."""
    hours: float | None
    why: bool = False
    """It asks for reasons."""


@dataclass(frozen=True, slots=True)
class ButNot:
    """An exception to the last statement."""

    words: str


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question about the asker's own diary."""

    days: str
    """Words for the days; empty: none were named."""


@dataclass(frozen=True, slots=True)
class AsUsual:
    """The asker's own diary is right as it stands."""

    days: str
    """As in OwnQuestion."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The last statement is to be undone."""


@dataclass(frozen=True, slots=True)
class Swap:
    """One day or time replaces another in the last statement."""

    new: str
    old: str
    """Empty: not named."""


@dataclass(frozen=True, slots=True)
class Drop:
    """An earlier statement is to be taken out of the diary."""

    what: str


@dataclass(frozen=True, slots=True)
class Chatter:
    """A message that needs nothing from us."""


Message = SaidAvailability | BandQuestion | ButNot | OwnQuestion | AsUsual | TakeBack | Swap | Drop | Chatter

_ASKABLE = frozenset(
    {
        Trouble.AMBIGUOUS,
        Trouble.WEEKDAY_MISMATCH,
        Trouble.NOT_AN_OCCURRENCE,
        Trouble.IMPOSSIBLE_TIME,
    }
)
"""Troubles of sentences about somebody's time, if there are readings to choose from."""
_CERTAIN = frozenset({Trouble.IMPOSSIBLE_DATE, Trouble.WEEKDAY_MISMATCH, Trouble.END_BEFORE_START})
"""Troubles that only a sentence with days can have."""


def read_message(words: str, context: Context) -> Message:
    """The purpose of a message. Pure and bounded, no exception on any text."""
    if not words.strip() or len(words) > LIMIT:
        return Chatter()
    low = even(words)[1].strip()
    bare = low.rstrip("?!. ").lstrip("\u00bf\u00a1 ")
    talks = talks_for(language_of(context.locale))
    if talks[0][1].dotted and re.search(rf"\d\.[?!. ]{{0,{LIMIT}}}$", low):
        bare += "."
    said = _Said(bare, _unaccented(bare), asks=low.endswith("?"))
    for language, talk in talks:
        if found := _correction(said, talk, context) or _question(said, talk, language, context):
            return found
    found = _availability(words, context)
    if _excepting().match(said.plain) and not _stands_alone(found):
        return ButNot(words.strip())
    return found


def leaves_it(words: str, context: Context) -> bool:
    """Whether a whole message leaves an open question: "cancel"."""
    bare = _unaccented(even(words)[1]).strip(" .!")
    return any(bare in talk.leaving for _, talk in talks_for(language_of(context.locale)))


def plainly_busy(words: str, context: Context) -> bool:
    """Whether words without busy or free give a reason for being busy: "I have the kids"."""
    plain = _unaccented(even(words)[1])
    for _, talk in talks_for(language_of(context.locale)):
        for found in talk.having.finditer(plain) if talk.having else ():
            said = found["what"]
            if said in talk.reasons or said.removesuffix("s") in talk.reasons:
                return True
    return False


def _stands_alone(found: Message) -> bool:
    return isinstance(found, SaidAvailability) and found.meaning.problem is None


@cache
def _excepting() -> re.Pattern[str]:
    """The beginning of a message that excepts something from the last one, in any language."""
    words = "|".join(re.escape(word) for each in all_asides() for word in each.exceptions.split("|"))
    before = "|".join(each.before_exceptions for each in all_asides() if each.before_exceptions)
    return re.compile(rf"(?:(?:{before}) )?(?:{words})\b")


def day_of_the_next(words: str, context: Context) -> str | None:
    """The day in "the Friday after"; None: the words are not of that kind."""
    plain = _unaccented(words)
    for _, talk in talks_for(language_of(context.locale)):
        if found := talk.the_next.fullmatch(plain):
            return _part(words, found, "day")
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    bare: str
    """Without the punctuation around it."""
    plain: str
    """The same without accents, place for place."""
    asks: bool
    """It ends in a question mark."""


def _unaccented(words: str) -> str:
    """Letters without their accents, place for place."""
    bases = ((character, unicodedata.normalize("NFD", character)[0]) for character in words)
    return "".join(base if base.isascii() else character for character, base in bases)


def _part(words: str, found: re.Match[str], name: str) -> str:
    """A group as written; empty if there is none."""
    if not found.groupdict().get(name):
        return ""
    return words[found.start(name) : found.end(name)]


def _correction(said: _Said, talk: Talk, context: Context) -> Message | None:
    return _take_back(said, talk, context) or _swap(said, talk, context) or _drop(said, talk, context)


def _take_back(said: _Said, talk: Talk, context: Context) -> Message | None:
    """As in "scrap that"; in "scrap that, I'm free Friday" the rest is a message of its own."""
    found = talk.take_back.fullmatch(said.plain)
    if found is None:
        return None
    rest = _availability(_part(said.bare, found, "rest"), context)
    return rest if isinstance(rest, SaidAvailability) else TakeBack()


def _swap(said: _Said, talk: Talk, context: Context) -> Swap | None:
    """As in "I meant Friday, not Thursday"."""
    for pattern in talk.swap:
        if found := pattern.fullmatch(said.plain):
            new, old = _part(said.bare, found, "new"), _part(said.bare, found, "old")
            if _says_when(new, context) and (not old or _says_when(old, context)):
                return Swap(new, old)
    return None


def _drop(said: _Said, talk: Talk, context: Context) -> Drop | None:
    """As in "forget the Tuesday thing", "delete Tuesday"."""
    for pattern in talk.drop:
        if found := pattern.fullmatch(said.plain):
            day = _part(said.bare, found, "day")
            if not day or _is_days(day, context):
                return Drop(day or _part(said.bare, found, "what"))
    return None


def _first_match(patterns: Iterable[re.Pattern[str]], words: str) -> re.Match[str] | None:
    return next((found for pattern in patterns if (found := pattern.fullmatch(words))), None)


def _days_asked_about(rest: str, talk: Talk, language: str, context: Context) -> str | None:
    """Words for the days of a question, without hours that make no sense; None if nothing is understood."""
    days = _around(rest, talk, context) or days_in(rest, language, hours=True)
    if not days or _is_understood(days, context):
        return days
    days = days_in(rest, language)
    return days if not days or _is_understood(days, context) else None


def _is_understood(words: str, context: Context) -> bool:
    return understand(words, context).problem is None


def _question(said: _Said, talk: Talk, language: str, context: Context) -> Message | None:
    if _first_match(talk.own, said.plain):
        return OwnQuestion(days_in(said.bare, language))
    if not said.asks and _first_match(talk.usual, said.plain):
        return AsUsual(days_in(said.bare, language))
    found = _first_match((*talk.band, *talk.asked) if said.asks else talk.band, said.plain)
    if found is None:
        return None
    start = found.start("rest") if "rest" in found.groupdict() else 0
    bare, plain = said.bare[start:], said.plain[start:]
    length = talk.length.search(plain)
    hours = float(length["hours"].replace(",", ".")) if length else None
    rest = bare[: length.start()] + bare[length.end() :] if length else bare
    days = _days_asked_about(rest, talk, language, context)
    if days is None:
        return None
    if not days and talk.pointed.match(said.plain) is None:
        return None
    return BandQuestion(days, hours, why=talk.why.match(said.plain) is not None)


def _availability(words: str, context: Context) -> Message:
    meaning = understand(words, context)
    problem = meaning.problem
    read = problem.readings[0].statements if problem and problem.readings else meaning.statements
    if is_chatter(words, context, read):
        return Chatter()
    if problem is None or problem.code in _CERTAIN:
        return SaidAvailability(words, meaning)
    if problem.code in _ASKABLE and (problem.readings or meaning.statements) and names_day(words, context):
        return SaidAvailability(words, meaning)
    return Chatter()


def _around(bare: str, talk: Talk, context: Context) -> str:
    plain = _unaccented(bare)
    found = talk.around.search(plain)
    if found is None:
        return ""
    said = found["days"]
    days = int(said) if said.isascii() and said.isdigit() else talk.numbers.get(said, 0)
    meaning = understand(_part(bare, found, "day"), context)
    if not days or meaning.problem or len(meaning.statements) != 1:
        return ""
    day = meaning.statements[0].rule.start.date()
    return f"{day - timedelta(days=days)} - {day + timedelta(days=days)}"


def _is_days(words: str, context: Context) -> bool:
    """Whether the words are days and nothing else."""
    return names_day(words, context) and _is_understood(words, context)


def _says_when(words: str, context: Context) -> bool:
    """Whether the words are a day or a time, perhaps one that can be read in more than one way."""
    words = day_of_the_next(words, context) or words
    languages = [language for language, _ in talks_for(language_of(context.locale))]
    if judges(words, languages[0]) or not any(has_figures(words, language) for language in languages):
        return False
    tomorrow = context.now.date() + timedelta(days=1)
    meanings = (understand(words, context), understand(f"{tomorrow} {words}", context))
    return any(meaning.problem is None or meaning.problem.readings for meaning in meanings)
