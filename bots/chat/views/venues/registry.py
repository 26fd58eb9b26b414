"""Which view words which result about venues."""

from bots.chat.results import venues as results
from bots.chat.views import Views
from bots.chat.views.venues import promoters, venues
from core.marketplace.venues import binding, creation, edits, plans
from core.marketplace.venues import promoters as speaking

VIEWS: Views = {
    creation.VenueMade: venues.venue_made,
    creation.VenueCard: venues.venue_card,
    edits.VenueSheet: venues.venue_sheet,
    edits.VenueEdited: venues.venue_edited,
    plans.VenueTurned: venues.venue_turned,
    binding.VenueBound: venues.venue_bound,
    binding.VenueUnbound: venues.venue_unbound,
    results.VenueList: venues.venue_list,
    results.PromoterInviteGiven: promoters.invite_given,
    speaking.VenueInviteRevoked: promoters.invite_revoked,
    speaking.VenueInviteShown: promoters.invite_shown,
    speaking.PromoterAdded: promoters.promoter_added,
    speaking.PromoterList: promoters.promoter_list,
    speaking.VenueCloseAsked: promoters.close_asked,
    speaking.VenueLeft: promoters.venue_left,
    results.NewPromoter: promoters.new_promoter,
    results.RemovedPromoterNews: promoters.removed_news,
}
