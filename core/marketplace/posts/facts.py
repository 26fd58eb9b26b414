"""A fragment about a gig read: an edit ("doors 8"), or the answer to a question for one fact ("200")."""

from core.marketplace.posts.findings import post_of, read_findings
from core.marketplace.posts.missing import missing_facts
from core.marketplace.posts.reader import LIMIT
from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.values import MissingFact, Post
from core.scheduling.phrases.understanding import Context


def read_facts(words: str, context: Context, *, about: MissingFact | None = None) -> Post:
    """The facts in a fragment, which need not be a post by itself; without any, a post that lacks them all.

    `about` is the fact that was asked for: then a bare "200" is the capacity, "7:30" are the doors.
    It is as bounded as `read_post`, and never raises; a text longer than LIMIT is not read.
    """
    if not words.strip() or len(words) > LIMIT:
        return Post(missing=missing_facts(Post()))
    sheet = PostSheet(words, context, about=about, fragment=True)
    return post_of(sheet, read_findings(sheet))
