"""The facts that a post leaves out."""

from core.marketplace.posts.values import FeeShape, MissingFact, Point, Post, SlotKind


def missing_facts(post: Post) -> tuple[MissingFact, ...]:
    """The facts that a post should give and this one does not."""
    said = {
        MissingFact.DATE: bool(post.dates or post.problems),
        MissingFact.DOORS: any(each.point is Point.DOORS for each in post.points),
        MissingFact.SLOTS: any(slot.count or slot.kind is not SlotKind.ANY for slot in post.slots),
        MissingFact.SET_LENGTH: bool(post.slots) and all(slot.minutes for slot in post.slots),
        MissingFact.FEE: post.fee.shape is not FeeShape.NOT_SAID,
        MissingFact.CAPACITY: post.capacity is not None,
        MissingFact.GENRES: bool(post.genres) or post.any_genre,
    }
    return tuple(what for what, there in said.items() if not there)
