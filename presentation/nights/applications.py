"""Applications in words that both sides read, in chats and on pages: what is next, and who would play."""

from collections.abc import Sequence
from typing import TypeVar

from core import formats
from core.bands import Membership, Role, parts_of
from core.marketplace.applications import ApplicationStage, LookAnswer
from core.marketplace.applications.parties import ApplicationCard
from presentation.nights.standing import moment_words
from presentation.wording import Telling, Wording

T = TypeVar("T")

_ANSWERS = {
    LookAnswer.YES: "Yes",
    LookAnswer.MAYBE: "Maybe",
    LookAnswer.NO: "No",
    LookAnswer.DEP: "A dep could",
}


def look_word(answer: LookAnswer, reader: Wording) -> str:
    """A player's answer to a last look, as it stands on its button."""
    return reader.label(_ANSWERS[answer])


def band_standing(card: ApplicationCard, reader: Telling[T]) -> list[T]:
    """What happens next and by when, for the band."""
    application, zone = card.application, card.event.zone
    match card.stage:
        case ApplicationStage.LOOKING if application.look_until is not None:
            until = moment_words(application.look_until, zone, reader)
            return [
                reader.say(
                    "Your players are asked, until {moment}. Once all say yes, the venue hears of it.",
                    moment=until,
                )
            ]
        case ApplicationStage.PENDING:
            until = moment_words(application.pending_until, zone, reader)
            said = [reader.say("{venue} can answer until {moment}.", venue=card.venue.name, moment=until)]
            if application.shortlisted_at is not None:
                said.append(reader.say("You are on the shortlist."))
            elif application.seen_at is not None:
                said.append(reader.say("They have seen it."))
            return said
        case ApplicationStage.ACCEPTED if application.keeps_until is not None:
            until = moment_words(application.keeps_until, zone, reader)
            return [reader.say("Confirm by {moment} to make it yours.", moment=until)]
        case ApplicationStage.CONFIRMED:
            return [reader.say("It is in the diary of everybody who plays.")]
        case _:
            return []


def venue_standing(card: ApplicationCard, reader: Telling[T]) -> list[T]:
    """The same for the venue."""
    application, zone = card.application, card.event.zone
    match card.stage:
        case ApplicationStage.PENDING:
            until = moment_words(application.pending_until, zone, reader)
            said = [reader.say("Answer by {moment}; then it ends by itself.", moment=until)]
            if application.shortlisted_at is not None:
                said.insert(0, reader.say("On your shortlist."))
            return said
        case ApplicationStage.ACCEPTED if application.keeps_until is not None:
            until = moment_words(application.keeps_until, zone, reader)
            return [reader.say("The slot is kept for them until {moment}.", moment=until)]
        case _:
            return []


def line_up(members: Sequence[Membership], reader: Telling[T]) -> T:
    """The line-up as the other side reads it ("4 players · drums, bass").

    No player is named, and all of them count, so that nobody is seen to be missing.
    """
    players = [each for each in members if each.role is not Role.DEP]
    parts = dict.fromkeys(part for each in players for part in sorted(parts_of(each.part)))
    if not parts:
        return reader.plural(len(players), "1 player", "{n} players")
    played = formats.listing(list(parts), reader.locale)
    return reader.plural(len(players), "1 player · {parts}", "{n} players · {parts}", parts=played)


def draw(people: int, reader: Telling[T]) -> T:
    """How many people a band says it brings."""
    return reader.plural(people, "1 person", "{n} people")
