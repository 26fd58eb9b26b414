"""Neither and nor: "weder Freitag noch Samstag kann ich" is two days that are busy."""

from dataclasses import replace

from core.scheduling.lexicons import Lexicon, Tag
from core.scheduling.phrases.lexing.token import Token, token_at

_BREAKS = (Tag.STOP, Tag.SEMICOLON, Tag.BUT, Tag.INSTEAD, Tag.CLOSE)
_DENYING = (Tag.BUSY, Tag.NO, Tag.NOT)


def neither(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with the first "neither" made a "no", and the ones after it an "or"."""
    places = _places_of_nor(tokens)
    if not places:
        return tokens
    first = places[0]
    known = _nors(tokens, first, lexicon)
    nors = _places_of_nor(known)
    out = [replace(token, tag=Tag.OR) if token.tag is Tag.NOR else token for token in known]
    if len(nors) == 1 and first > 0 and not lexicon.nor:
        return out
    said = any(token.tag in _DENYING for token in known[:first])
    out[first] = replace(out[first], tag=Tag.NOISE if said else Tag.NO)
    if not said and len(nors) > 1:
        _deny(out, nors[1] + 1, lexicon)
    return out


def _places_of_nor(tokens: list[Token]) -> list[int]:
    return [i for i, token in enumerate(tokens) if token.tag is Tag.NOR]


def _nors(tokens: list[Token], first: int, lexicon: Lexicon) -> list[Token]:
    """The tokens with the second half of "neither" marked; elsewhere that word has another meaning."""
    out = list(tokens)
    if not lexicon.nor:
        return out
    seconds = lexicon.nor.split("|")
    found = False
    for i in range(first + 1, len(out)):
        comma = out[i].tag is Tag.COMMA and token_at(out, i + 1).text not in seconds
        if out[i].tag in _BREAKS or (comma and found):
            break
        if out[i].text in seconds:
            out[i] = replace(out[i], tag=Tag.NOR)
            found = True
    return out


def _deny(tokens: list[Token], i: int, lexicon: Lexicon) -> None:
    """Reverse the verb after the second day: "ni viernes ni sábado puedo".

    "Neither Friday nor Saturday am I away" is asked about, since many deny twice and mean it once.
    """
    end = i
    while end < len(tokens) and tokens[end].tag not in (*_BREAKS, Tag.COMMA):
        end += 1
    if any(token.tag in (Tag.NOT, Tag.NO) for token in tokens[i:end]):
        return
    for at in range(i, end):
        token = tokens[at]
        suits = token.tag is Tag.WORK and at == end - 1  # "neither Fri nor Sat work"
        if token.tag is Tag.FREE or suits:
            tokens[at] = replace(token, tag=Tag.BUSY)
        elif token.tag is Tag.BUSY and not _denies(token, lexicon):
            tokens[at] = replace(token, tag=Tag.UNSUPPORTED)


def _denies(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word for busy contains a "not": "kann nicht"."""
    denials = "|".join(lexicon.marks.get(tag, "") for tag in (Tag.NOT, Tag.NO)).split("|")
    return not set(token.text.split()).isdisjoint(denials)
