"""Refusals about green zones, each in words, with a next step."""

from bots.chat.reply import Say
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText
from core.scheduling.green.search import TooManyLineUps


def _too_many_line_ups(refusal: TooManyLineUps, reader: Reader) -> RefusalText:
    title = reader.say(
        "There are too many ways to pick {n} of {of}.", n=str(refusal.size), of=str(refusal.of)
    )
    return title, reader.say("Say who is left out: {say}", say=Say("green March without: Jo"))


REFUSALS: Refusals = {
    TooManyLineUps: _too_many_line_ups,
}
