"""What is shown of gig posts."""

from dataclasses import dataclass

from core.marketplace.posts.values import (
    Post,
)


@dataclass(frozen=True, slots=True)
class PostRead:
    """A message that offers a night to acts. Nothing has been published."""

    post: Post
