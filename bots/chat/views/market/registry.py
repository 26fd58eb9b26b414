"""Which view words which result of the market."""

from bots.chat.results import market as results
from bots.chat.results import tickets as ticket_results
from bots.chat.views import Views
from bots.chat.views.market import (
    applications,
    bookings,
    counts,
    lists,
    looks,
    matches,
    news,
    nights,
    posts,
    tickets,
)
from core.marketplace.applications import bookings as booking
from core.marketplace.applications import last_look, parties
from core.marketplace.applications import nights as changing
from core.marketplace.applications import plans as undoing
from core.marketplace.applications import tickets as selling
from core.marketplace.events import drafts
from core.marketplace.matching import search
from core.marketplace.tickets import counting
from core.marketplace.tickets import nights as on_sale

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
    on_sale.TicketCard: tickets.ticket_card,
    selling.TicketsEdited: tickets.tickets_edited,
    undoing.TicketsTurned: tickets.tickets_turned,
    ticket_results.CountsCard: counts.counts_card,
    ticket_results.HookShown: counts.hook_shown,
    ticket_results.CountsFailingTold: counts.counts_failing,
    counting.CountsAsked: counts.counts_asked,
    counting.CountsForgotten: counts.counts_forgotten,
}
