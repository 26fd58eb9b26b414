"""Which view words which result about gig posts."""

from bots.chat.results.market import PostRead
from bots.chat.views import Views
from bots.chat.views.market import posts

VIEWS: Views = {
    PostRead: posts.post_read,
}
