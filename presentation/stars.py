"""Stars and what they are the average of, in words."""

from core import formats
from core.marketplace.ratings import RatingFact
from core.stars import MOST_STARS, RatingSummary
from presentation.wording import Wording

_FACTS = {
    (RatingFact.PAID_AS_AGREED, True): "paid as agreed",
    (RatingFact.PAID_AS_AGREED, False): "not paid as agreed",
    (RatingFact.ON_TIME, True): "on time",
    (RatingFact.ON_TIME, False): "not on time",
    (RatingFact.DETAILS_EARLY, True): "details early",
    (RatingFact.DETAILS_EARLY, False): "details late",
}


def stars_words(stars: int, reader: Wording) -> str:
    """So many stars, for eyes and for screen readers."""
    drawn = "★" * stars + "☆" * (MOST_STARS - stars)
    return reader.label("{drawn} {n} of {most}", drawn=drawn, n=str(stars), most=str(MOST_STARS))


def fact_words(fact: RatingFact, reader: Wording, *, so: bool) -> str:
    """What was so, or was not."""
    return reader.label(_FACTS[fact, so])


def summary_words(summary: RatingSummary | None, reader: Wording) -> str:
    """The average of enough ratings ("★ 4.3 from 7 nights"); empty: there are too few."""
    if summary is None or summary.average is None:
        return ""
    average = formats.number(summary.average, reader.locale)
    return reader.label("★ {average} from {n} nights", average=average, n=str(summary.count))
