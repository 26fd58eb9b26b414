"""Gig posts understood: words and a context in, what is offered out."""

from core.marketplace.posts.facts import read_facts
from core.marketplace.posts.pay_to_play import pays_to_play
from core.marketplace.posts.reader import read_post
from core.marketplace.posts.revision import merged
from core.marketplace.posts.values import NotAPost, Post

__all__ = ["NotAPost", "Post", "merged", "pays_to_play", "read_facts", "read_post"]
