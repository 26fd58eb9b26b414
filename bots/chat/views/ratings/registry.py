"""Which view words which result about ratings."""

from bots.chat.results import ratings as results
from bots.chat.views import Views
from bots.chat.views.ratings import cards
from core.marketplace.ratings import rating

VIEWS: Views = {
    rating.RatingCard: cards.rating_card,
    results.NightsToRate: cards.nights_to_rate,
    results.HowWasIt: cards.how_was_it,
    results.RatingTold: cards.rating_told,
}
