"""Gig posts understood: words and a context in, what is offered out."""

from core.marketplace.posts.facts import read_facts
from core.marketplace.posts.reader import read_post
from core.marketplace.posts.revision import merged
from core.marketplace.posts.values import NotAPost, Post

__all__ = ["NotAPost", "Post", "merged", "read_facts", "read_post"]
