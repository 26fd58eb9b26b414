"""A gig post read: the offer in it, or the reason why the message is none."""

from core.marketplace.posts import gate
from core.marketplace.posts.findings import PostFindings, post_of, read_findings
from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.values import NotAPost, Otherwise, Point, Post
from core.scheduling.phrases.understanding import Context, Problem, Trouble

LIMIT = 4096
"""Characters: the longest message of Telegram; a longer text is refused unread."""


def read_post(words: str, context: Context) -> Post | NotAPost:
    """The offer in a gig post, or the reason why the message is none.

    Pure and bounded: no clock, no input or output, no exception on any text; work grows with the length
    of the text, and texts longer than LIMIT are refused unread.
    """
    if not words.strip():
        return NotAPost(Otherwise.EMPTY)
    if len(words) > LIMIT:
        return NotAPost(Otherwise.TOO_LONG)
    sheet = PostSheet(words, context)
    refused = gate.early(sheet)
    if refused is not None:
        return refused
    found = read_findings(sheet)
    return gate.other(sheet, _evidence(sheet, found)) or post_of(sheet, found)


def _is_over(problem: Problem) -> bool:
    """Whether a day is spoken of that is over: "80 people yesterday" offers no night."""
    return problem.code is Trouble.PAST


def _evidence(sheet: PostSheet, found: PostFindings) -> gate.Evidence:
    """The findings that tell a post from other messages."""
    room, pay, bill = found.room, found.pay, found.bill
    offered = bill.asked or gate.is_series(sheet)
    others = (
        found.lengths,
        found.tickets,
        room.age_from is not None,
        found.genres or found.any_genre,
        room.draw or room.sold,
        found.place,
        bill.named,
    )
    return gate.Evidence(
        asked=bill.asked,
        slots=bool(bill.mentions) or bill.bands is not None,
        dated=bool(found.dates.days) or any(offered or not _is_over(each) for each in found.dates.problems),
        fee=pay.offered,
        deal=pay.deal or found.must_sell is not None,
        capacity=room.capacity is not None,
        doors=any(each.point is Point.DOORS for each in found.points),
        points=sum(each.point is not Point.EVENT for each in found.points),
        others=sum(map(bool, others)),
        headlining=found.headlining,
    )
