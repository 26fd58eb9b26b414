"""Which view words which result about green zones."""

from bots.chat.results import green as results
from bots.chat.views import Views
from bots.chat.views.green import freshness, green
from bots.chat.views.green import why as reasons
from core.scheduling.green import nudges, why, zones

VIEWS: Views = {
    zones.GreenZones: green.greens,
    results.GreenPicture: green.green_picture,
    results.ToCopy: green.to_copy,
    why.Explanation: reasons.why,
    nudges.Nudged: freshness.nudged,
    results.MonthsAsked: freshness.look,
}
