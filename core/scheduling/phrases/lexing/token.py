"""A word, phrase, figure or sign of a sentence, with its tag."""

from dataclasses import dataclass

from core.scheduling.lexicons import Tag


@dataclass(frozen=True, slots=True)
class Token:
    """A word, phrase, figure or sign, with its place in the text."""

    tag: Tag
    start: int
    end: int
    """Exclusive."""
    text: str
    """In lower case."""
    number: int = 0
    """The meaning's number; a figure's value; hour of a CLOCK; first of SLASHED, DOTTED; year of DATE."""
    second: int = 0
    """Minute of a CLOCK; second figure of SLASHED, DOTTED; first of the two small figures of DATE."""
    third: int = 0
    """Second of the two small figures of DATE."""
    key: str = ""
    """The meaning's key; am, pm, 24, said or spoken (a bare hour in words) of a CLOCK; iso of a DATE whose
    order is known; year of a NUMBER that can be nothing else."""
    days: frozenset[int] = frozenset()
    many: bool = False
    shy: bool = False


FIGURES = (Tag.NUMBER, Tag.CARDINAL)
"""Numbers in figures and in words."""
_EDGE = Token(Tag.END, 0, 0, "")


def token_at(tokens: list[Token], i: int) -> Token:
    """The token at `i`; END outside."""
    return tokens[i] if 0 <= i < len(tokens) else _EDGE
