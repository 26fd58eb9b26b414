"""Messages to the bot other than availability: questions, corrections; patterns for each language.

The patterns are matched against the whole message in lower case with straight quotes, without accents, opening
or closing punctuation. Each has bounded repeats only, so that matching stays linear.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from core.scheduling.lexicons import LANGUAGES


@dataclass(frozen=True, slots=True)
class Talk:
    """The patterns of one language. Groups: `rest`, `old`, `new`, `what`, `hours`, `days`, `day`."""

    take_back: re.Pattern[str]
    """"Scrap that", with what follows as `rest`."""
    swap: tuple[re.Pattern[str], ...]
    """One thing in the place of another: `new`, and perhaps `old`."""
    drop: tuple[re.Pattern[str], ...]
    """"Forget the Tuesday thing": `what`; or `day`, which has to name a day ("delete Tuesday")."""
    own: tuple[re.Pattern[str], ...]
    """About the asker's own diary."""
    usual: tuple[re.Pattern[str], ...]
    """Confirmations that the asker's own diary is right ("all as usual for March")."""
    band: tuple[re.Pattern[str], ...]
    """About the band's time. Days are looked for in `rest`, or else in the whole question."""
    the_next: re.Pattern[str]
    """"The Friday after", the next one after the day spoken of: `day`."""
    pointed: re.Pattern[str]
    """The beginning of a question about the band's time that need not name days."""
    length: re.Pattern[str]
    """A length in a question: `hours`."""
    around: re.Pattern[str]
    """"Two days either side of the 20th": `days` (a word or figure), `day`."""
    numbers: dict[str, int]
    why: re.Pattern[str]
    """The beginning of a question that asks for reasons."""
    asked: tuple[re.Pattern[str], ...] = ()
    """Like `band`, for sentences that only a question mark makes questions."""
    dotted: bool = False
    """A full stop after a figure makes it an ordinal, so that one at the end of a message is kept."""
    led: re.Pattern[str] | None = None
    """Words before a day that belong to it although tokens leave them out ("dia 19")."""
    language: str = ""
    """ISO 639-1 of the words below; empty: they are not described."""
    reasons: frozenset[str] = frozenset()
    """Reasons that keep people from playing ("wedding", "dentist"), in the singular."""
    having: re.Pattern[str] | None = None
    """Words before a reason, and the reason as `what`: "I have the kids"; None as with `language`."""
    small: frozenset[str] = frozenset()
    """Words that say nothing by themselves."""
    opinions: frozenset[str] = frozenset()
    """Words of talk about what was or will be ("brilliant")."""
    praise: frozenset[str] = frozenset()
    """Words that mean "free" ("Friday's good"), but an opinion before a thing ("good set")."""
    leaving: frozenset[str] = frozenset()
    """Whole messages that leave an open question, without accents: cancel, stop."""


def all_of(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """The patterns compiled."""
    return tuple(re.compile(pattern, re.DOTALL) for pattern in patterns)


def but_not(errands: str, *patterns: str) -> tuple[re.Pattern[str], ...]:
    """The patterns compiled, for messages without any of these beginnings of words ("bring", "load")."""
    return all_of(*(rf"(?!.{{0,200}}\b(?:{errands})){pattern}" for pattern in patterns))


def words_of(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


@cache
def talk_for(language: str) -> Talk:
    """The patterns of a language; English where there are none."""
    code = language if language in LANGUAGES else LANGUAGES[0]
    found: Talk = import_module(f"core.scheduling.lexicons.talk.{code}").TALK
    return found


@cache
def talks_for(language: str) -> tuple[tuple[str, Talk], ...]:
    """The patterns of a language, then those of the English that is mixed into it; with their languages."""
    own = (language, talk_for(language))
    if language == LANGUAGES[0]:
        return (own,)
    return own, (LANGUAGES[0], import_module("core.scheduling.lexicons.talk.en").ABROAD)
