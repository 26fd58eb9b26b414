"""Which view words which result of the market."""

from bots.chat.results import market as results
from bots.chat.views import Views
from bots.chat.views.market import applications, bookings, lists, looks, matches, news, nights, posts
from core.marketplace.applications import bookings as booking
from core.marketplace.applications import last_look, parties
from core.marketplace.applications import nights as changing
from core.marketplace.events import drafts
from core.marketplace.matching import search

VIEWS: Views = {
    drafts.PostDrafted: posts.drafted,
    drafts.PostPublished: posts.published,
    drafts.PostDiscarded: posts.discarded,
    results.DraftKept: posts.kept,
    results.PostRead: posts.post_read,
    results.NotHere: posts.not_here,
    results.NightList: nights.night_list,
    changing.NightCard: nights.night_card,
    changing.NightEdited: nights.night_edited,
    results.Applicants: nights.applicants,
    search.MatchCard: matches.match,
    results.MatchTold: matches.match_told,
    results.MatchGone: matches.match_gone,
    results.SetAsideDone: matches.set_aside,
    results.DatesShown: matches.dates_found,
    results.DigestTold: matches.digest,
    last_look.PlayerAsked: matches.player_asked,
    last_look.LookCard: looks.look_card,
    results.LookAsked: looks.look_asked,
    parties.ApplicationCard: applications.application_card,
    results.ApplicationList: lists.application_list,
    results.InviteSent: bookings.invite_sent,
    results.InviteOpened: bookings.invite_opened,
    booking.Booked: bookings.booked,
    results.ApplicationTold: news.told,
    results.LookTold: news.look_told,
    results.NightNews: news.night_news,
}
