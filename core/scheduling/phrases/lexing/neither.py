"""Neither and nor: "weder Freitag noch Samstag kann ich" is two days that are busy."""

from dataclasses import replace

from core.scheduling.lexicons import Lexicon, Role
from core.scheduling.phrases.lexing.token import Token, token_at

_BREAKS = (Role.STOP, Role.SEMICOLON, Role.BUT, Role.INSTEAD, Role.CLOSE)
_DENYING = (Role.BUSY, Role.NO, Role.NOT)


def neither(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with the first "neither" made a "no", those that go on with it an "or"."""
    places = _places_of_nor(tokens)
    if not places:
        return tokens
    first = places[0]
    known = _nors(tokens, first, lexicon)
    nors = _places_of_nor(known)
    out = [replace(token, role=Role.OR) if token.role is Role.NOR else token for token in known]
    if len(nors) == 1 and first > 0 and not lexicon.nor:
        return out
    said = any(token.role in _DENYING for token in known[:first])
    out[first] = replace(out[first], role=Role.NOISE if said else Role.NO)
    if not said and len(nors) > 1:
        _deny(out, nors[1] + 1, lexicon)
    return out


def _places_of_nor(tokens: list[Token]) -> list[int]:
    return [i for i, token in enumerate(tokens) if token.role is Role.NOR]


def _nors(tokens: list[Token], first: int, lexicon: Lexicon) -> list[Token]:
    """The tokens with the second half of "neither", which means nothing elsewhere, known as such."""
    out = list(tokens)
    if not lexicon.nor:
        return out
    seconds = lexicon.nor.split("|")
    found = False
    for i in range(first + 1, len(out)):
        comma = out[i].role is Role.COMMA and token_at(out, i + 1).text not in seconds
        if out[i].role in _BREAKS or (comma and found):
            break
        if out[i].text in seconds:
            out[i] = replace(out[i], role=Role.NOR)
            found = True
    return out


def _deny(tokens: list[Token], i: int, lexicon: Lexicon) -> None:
    """Turn the verb behind the second of the days round: "ni viernes ni sábado puedo".

    "Neither Friday nor Saturday am I away" is asked about, since many deny twice and mean it once.
    """
    end = i
    while end < len(tokens) and tokens[end].role not in (*_BREAKS, Role.COMMA):
        end += 1
    if any(token.role in (Role.NOT, Role.NO) for token in tokens[i:end]):
        return
    for at in range(i, end):
        token = tokens[at]
        suits = token.role is Role.WORK and at == end - 1  # "neither Fri nor Sat work"
        if token.role is Role.FREE or suits:
            tokens[at] = replace(token, role=Role.BUSY)
        elif token.role is Role.BUSY and not _denies(token, lexicon):
            tokens[at] = replace(token, role=Role.UNSUPPORTED)


def _denies(token: Token, lexicon: Lexicon) -> bool:
    """Whether a "not" is among the words of what says busy: "kann nicht"."""
    denials = "|".join(lexicon.marks.get(role, "") for role in (Role.NOT, Role.NO)).split("|")
    return not set(token.text.split()).isdisjoint(denials)
