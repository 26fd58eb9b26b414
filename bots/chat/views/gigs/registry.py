"""Which view words which result about rehearsals and gigs."""

from bots.chat.results import gigs as results
from bots.chat.views import Views
from bots.chat.views.gigs import agenda, commitments, news, rehearsals
from core.scheduling.commitments import news as telling
from core.scheduling.commitments import rehearsals as rehearsing
from core.scheduling.commitments import rescheduling

VIEWS: Views = {
    results.AnsweredOnTheWeb: commitments.answered_on_the_web,
    results.OptionsShown: rehearsals.options_found,
    results.StandingShown: commitments.card,
    rehearsing.ConfirmAsked: commitments.confirm_asked,
    results.CallOffAsked: commitments.call_off_asked,
    rescheduling.Moved: commitments.moved,
    results.AgendaShown: agenda.agenda,
    telling.Told: news.told,
}
