"""Not both: "free Friday or Saturday, but not both" does not say which of the two."""

from dataclasses import replace

from core.scheduling.lexicons import Lexicon, Tag
from core.scheduling.phrases.lexing.token import FIGURES, Token, token_at

_DENYING = (Tag.NOT, Tag.NO, Tag.EXCEPT)
"""EXCEPT as well: "but not" is one token of that tag."""
_CONTRASTING = (Tag.BUT, Tag.INSTEAD)
_NOUNS = (Tag.UNIT, Tag.PART)
"""As in "not both days", "not both evenings"."""
_COUNTED = (
    *FIGURES, Tag.UNIT, Tag.WEEKDAY, Tag.MONTH, Tag.ORDINAL, Tag.NEXT, Tag.LAST, Tag.THIS, Tag.PART,
    Tag.DAY_SET, Tag.HOLIDAY, Tag.SLASHED, Tag.DATE, Tag.DOTTED, Tag.RELATIVE_DAY,
)  # fmt: skip
"""Tags of things that the words for two count instead: "no los dos próximos viernes"."""


def not_both(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with a "not both" made one."""
    both = lexicon.both.split("|")
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        denied = _behind_denial(tokens, i)
        end = None if denied is None else _behind_both(tokens, denied, both)
        if end is None:
            out.append(tokens[i])
            i += 1
        else:
            out.append(replace(tokens[i], tag=Tag.NOT_BOTH, end=tokens[end - 1].end, key=""))
            i = end
    return out


def _behind_denial(tokens: list[Token], i: int) -> int | None:
    """The index after a denial at `i`: "not", "pero no puedo", and "can't" in "but I can't do both"."""
    if tokens[i].tag in _DENYING:
        verb = tokens[i].tag is Tag.EXCEPT and token_at(tokens, i + 1).tag is Tag.FREE
        return i + 1 + verb
    before = token_at(tokens, i - 1 - (token_at(tokens, i - 1).tag is Tag.NOISE))
    return i + 1 if tokens[i].tag is Tag.BUSY and before.tag in _CONTRASTING else None


def _behind_both(tokens: list[Token], i: int, both: list[str]) -> int | None:
    """The index after the words for both at `i`, and after a noun with them; None if there are none."""
    for length in (1, 2, 3):
        if " ".join(token.text for token in tokens[i : i + length]) in both:
            end = i + length
            end += token_at(tokens, end).tag in _NOUNS and token_at(tokens, end).many
            return None if token_at(tokens, end).tag in _COUNTED else end
    return None
