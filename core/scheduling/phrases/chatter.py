"""Messages that name a day without availability: "load of people at the Lanes on Thursday"."""

from datetime import timedelta

from core.scheduling.lexicons import Tag, language_of
from core.scheduling.lexicons.talk import Talk, talk_for
from core.scheduling.phrases.lexing.dictionary import dictionary_for
from core.scheduling.phrases.lexing.normalise import even
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.lexing.tokens import tokenise
from core.scheduling.phrases.understanding import Context, Statement

_JUDGING = frozenset(
    {
        Tag.FREE, Tag.BUSY, Tag.MAYBE, Tag.WORK, Tag.OFF, Tag.NOT, Tag.NO, Tag.NOT_BOTH, Tag.ONLY,
        Tag.BACK, Tag.ROTA, Tag.FINISH, Tag.ANY, Tag.EXCEPT, Tag.CONDITION,
    }
)  # fmt: skip
_DAYS = (
    Tag.WEEKDAY,
    Tag.RELATIVE_DAY,
    Tag.TONIGHT,
    Tag.ORDINAL,
    Tag.NUMBER,
    Tag.MONTH,
    Tag.HOLIDAY,
)
_CONTENT = (Tag.WORD, Tag.ELSEWHERE, Tag.QUANTITY_UNIT, Tag.QUANTITY_BEFORE)
_PLACING = (Tag.IN, Tag.AT, Tag.TO)
_PLACE = 3
"""Words that the name of a place has at most."""
_BESIDE_REASON = 2
"""Other words that may stand beside a reason ("wedding", "dentist")."""
_ALONE = 1
"""Words of a statement that are no known reasons; one more if it has hours or repeats."""


def is_chatter(words: str, context: Context, statements: tuple[Statement, ...]) -> bool:
    """Whether a message that can be read as a statement is only talk that names a day.

    Words that judge ("busy", "can", "maybe") make it a statement. Without them it needs a reason that keeps
    people from playing ("dentist tomorrow at 3"), a place ("in Berlin 3-10 Jan"), or hardly any other words
    ("Mon 7th, Tues 8th"). A language whose talk is not described is taken at its word.
    """
    language = language_of(context.locale)
    talk = talk_for(language)
    if talk.language != language:
        return False
    tokens = tokenise(even(words)[1], dictionary_for(language))
    if any(_judges(tokens, i, talk) for i in range(len(tokens))):
        return False
    content = _content(tokens, talk)
    return (
        _gives_opinion(tokens, talk)
        or _tells_of_a_day(tokens, content)
        or _announces_doors(tokens)
        or _says_too_much(content, talk, statements)
    )


def _gives_opinion(tokens: list[Token], talk: Talk) -> bool:
    """As in "great set on Friday", "good gig Friday"."""
    return any(token.text in talk.opinions or token.tag is Tag.FREE for token in tokens)


def _tells_of_a_day(tokens: list[Token], content: list[Token]) -> bool:
    """As in "posters for Friday", "Friday's gig"."""
    return bool(content) and any(_about_a_day(tokens, i) for i in range(len(tokens)))


def _announces_doors(tokens: list[Token]) -> bool:
    """As in "doors 7.30 on Friday"."""
    return any(token.tag is Tag.LABEL and token.key == "doors" for token in tokens)


def _says_too_much(content: list[Token], talk: Talk, statements: tuple[Statement, ...]) -> bool:
    """Whether there are more words than people need to say when they cannot play."""
    others = [token for token in content if not _is_reason(token, talk)]
    if len(others) < len(content):
        return len(others) > _BESIDE_REASON
    if others and any(said.rule.nominal is None for said in statements):
        return True  # "photos from Friday are up"
    definite = any(said.rule.repeat is not None or _has_hours(said) for said in statements)
    return len(others) > _ALONE + definite


def _has_hours(said: Statement) -> bool:
    rule = said.rule
    within_a_day = rule.nominal is not None and rule.nominal < timedelta(days=1)
    return said.end_said and not rule.all_day and within_a_day


def _judges(tokens: list[Token], i: int, talk: Talk) -> bool:
    """Whether the token at `i` says busy or free; "good" in "good set" is an opinion."""
    token = tokens[i]
    if token.tag not in _JUDGING:
        return False
    after = tokens[i + 1].tag if i + 1 < len(tokens) else Tag.END
    return not (token.text in talk.praise and after in (*_CONTENT, Tag.LABEL))


def _content(tokens: list[Token], talk: Talk) -> list[Token]:
    """The telling words, without those of a place ("in north Wales", "at my sister's")."""
    found: list[Token] = []
    place = 0
    for token in tokens:
        if token.tag in _PLACING:
            place = _PLACE
        elif token.tag not in _CONTENT:
            place = place if token.tag in (Tag.THE, Tag.A, Tag.NOISE) else 0
        elif token.text in talk.small:
            continue
        elif place and not _is_reason(token, talk):
            place -= 1
        else:
            found.append(token)
    return found


def _is_reason(token: Token, talk: Talk) -> bool:
    bare = token.text.removesuffix("'s").removesuffix("'")
    return bare in talk.reasons or bare.removesuffix("s") in talk.reasons


def _about_a_day(tokens: list[Token], i: int) -> bool:
    """Whether the day belongs to a thing and not to a person: "posters for Friday", "Friday's gig"."""
    token = tokens[i]
    if token.tag is Tag.FOR:
        after = [t.tag for t in tokens[i + 1 :] if t.tag not in (Tag.THE, Tag.NOISE, Tag.THIS, Tag.NEXT)]
        return bool(after) and after[0] in _DAYS
    follows = tokens[i + 1].tag if i + 1 < len(tokens) else Tag.END
    return token.tag in _DAYS and token.text.endswith("'s") and follows in (*_CONTENT, Tag.LABEL)
