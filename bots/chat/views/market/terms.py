"""What a night offers, as the facts and lines of a card; the words are those of presentation.nights.terms."""

from bots.chat.reply import Line, line
from bots.chat.turn import Reader
from core.marketplace.posts import Post
from presentation.nights import terms


def offer_facts(post: Post, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """All that a post says of its nights, but for where and when they are; nothing twice."""
    return tuple((name, line(words)) for name, words in terms.offer_facts(post, reader))


def paying_line(post: Post, reader: Reader) -> Line | None:
    """That the act pays to play, where it does: said to every band."""
    words = terms.paying_words(post, reader)
    return line(words) if words else None
