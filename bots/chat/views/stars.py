"""What a band or a venue was rated, as a fact of its card."""

from bots.chat.reply import Line, line
from bots.chat.turn import Reader
from core.stars import RatingSummary
from presentation.stars import summary_words


def rated_fact(summary: RatingSummary, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """The average; nothing where there are too few ratings for one."""
    words = summary_words(summary, reader)
    return ((reader.label("Rated"), line(words)),) if words else ()
