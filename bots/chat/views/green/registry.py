"""Which view words which result about green zones."""

from bots.chat.results import green as results
from bots.chat.views import Views
from bots.chat.views.green import freshness, green, why
from core.scheduling.green import nudges

VIEWS: Views = {
    results.GreenShown: green.greens,
    results.GreenPicture: green.green_picture,
    results.ToCopy: green.to_copy,
    results.ExplanationShown: why.why,
    nudges.Nudged: freshness.nudged,
    results.MonthsAsked: freshness.look,
}
