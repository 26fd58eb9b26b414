"""Results about gig posts, as chat shows them."""

from dataclasses import dataclass

from core.marketplace.posts.values import (
    Post,
)


@dataclass(frozen=True, slots=True)
class PostRead:
    """A message that offers a date to acts. Nothing has been published."""

    post: Post
