"""Which view words which result about rehearsals and gigs."""

from bots.chat.results import gigs as results
from bots.chat.views import Views
from bots.chat.views.gigs import agenda, commitments, news, rehearsals
from core.scheduling.commitments import agenda as agendas
from core.scheduling.commitments import card as standing
from core.scheduling.commitments import news as telling
from core.scheduling.commitments import rehearsals as rehearsing
from core.scheduling.commitments import rescheduling, search

VIEWS: Views = {
    search.OptionsFound: rehearsals.slots_found,
    standing.Standing: commitments.card,
    rehearsing.ConfirmAsked: commitments.confirm_asked,
    results.CallOffAsked: commitments.call_off_asked,
    rescheduling.Moved: commitments.moved,
    agendas.Agenda: agenda.agenda,
    telling.Told: news.told,
}
