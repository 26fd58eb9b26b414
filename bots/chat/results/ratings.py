"""Results about ratings that no use case returns."""

from dataclasses import dataclass

from core.marketplace.ratings import RatingFact
from core.marketplace.ratings.rating import RatingCard


@dataclass(frozen=True, slots=True)
class NightsToRate:
    """The nights that may be rated, or read of."""

    cards: tuple[RatingCard, ...]


@dataclass(frozen=True, slots=True)
class HowWasIt:
    """A night is over, and its reader is asked how it was, in a message that nobody asked for."""

    card: RatingCard


@dataclass(frozen=True, slots=True)
class RatingTold:
    """What the other side has said, or has replied, in a message that nobody asked for."""

    card: RatingCard
    replied: bool
    """It is about a reply; else about ratings that may be read now."""


@dataclass(frozen=True, slots=True)
class StarsAsked:
    """How many stars?"""

    card: RatingCard


@dataclass(frozen=True, slots=True)
class StarsMeant:
    """A number of stars, as a choice."""

    stars: int


@dataclass(frozen=True, slots=True)
class RatingFactAsked:
    """Was that so?"""

    card: RatingCard
    fact: RatingFact


@dataclass(frozen=True, slots=True)
class FactWas:
    """It was so, or it was not, as a choice; None: it is left out."""

    so: bool | None


@dataclass(frozen=True, slots=True)
class RatingLineAsked:
    """A line beside the stars?"""

    card: RatingCard


@dataclass(frozen=True, slots=True)
class NoRatingLine:
    """Without a line, as a choice."""


@dataclass(frozen=True, slots=True)
class RatingReplyAsked:
    """What is replied?"""

    card: RatingCard
