"""A played night and what was said of it."""

from bots.chat.buttons.ratings import GiveStars, ReplyToRating, ShowRating
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Facts,
    Line,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    Weight,
    Words,
    line,
    rows,
)
from bots.chat.results.ratings import HowWasIt, NightsToRate, RatingTold
from bots.chat.turn import Reader
from bots.chat.views.market.words import parts_of_night
from core.marketplace.applications import Side
from core.marketplace.ratings import Rating, rated_until
from core.marketplace.ratings.rating import RatingCard
from core.stars import MOST_STARS
from presentation.nights.standing import moment_words
from presentation.stars import fact_words, stars_words

_SHOWN = 10


def about(card: RatingCard, reader: Reader) -> dict[str, Words]:
    """{band}, {night}, {venue} and who is spoken of: {other}."""
    reach = card.reach
    other = reach.venue.name if card.side is Side.BAND else reach.band.name
    parts = parts_of_night(reach.event, reach.venue, reader)
    return {**parts, "band": Strong(reach.band.name), "other": Strong(other)}


def rating_card(result: RatingCard, reader: Reader) -> Reply:
    """What one's own side has said, and what the other has, once that is open."""
    parts = about(result, reader)
    title = reader.say("★ {band}, {night}", **parts)
    facts: list[tuple[str, Line]] = []
    if result.own is not None:
        facts += _said(reader.label("You said"), reader.label("They replied"), result.own, reader)
    if result.other is not None:
        facts += _said(reader.label("They said"), reader.label("You replied"), result.other, reader)
    blocks: list[Block] = [Facts(tuple(facts))] if facts else []
    if result.before:
        blocks.insert(0, Paragraph(reader.say("It was like this already.")))
    blocks += [Paragraph(each) for each in _standing(result, reader)]
    return Reply(title, tuple(blocks), rows(*_buttons(result, reader)), Tone.BAND)


def _said(label: str, replied: str, rating: Rating, reader: Reader) -> list[tuple[str, Line]]:
    words = [stars_words(rating.stars, reader)]
    words += [fact_words(fact, reader, so=so) for fact, so in rating.facts.items()]
    found = [(label, line(" · ".join(words)))]
    if rating.line:
        found.append((reader.label("With the line"), line(rating.line)))
    if rating.reply:
        found.append((replied, line(rating.reply)))
    return found


def _standing(result: RatingCard, reader: Reader) -> list[Line]:
    """The readers, and the day from which they read it."""
    reach = result.reach
    until = moment_words(rated_until(reach.application.ends_at), reach.event.zone, reader)
    parts = about(result, reader)
    if result.sealed and result.own is not None:
        return [
            reader.say(
                "It is sealed: {other} reads it once they have rated, too, or on {moment}.",
                **parts,
                moment=until,
            )
        ]
    if result.own is None and not result.closed:
        return [reader.say("You can rate it until {moment}.", moment=until)]
    if result.other is None:
        return [reader.say("{other} has said nothing.", **parts)]
    return [reader.say("Both of you read it now, and nothing of it changes any more.")]


def _buttons(result: RatingCard, reader: Reader) -> list[Button]:
    which, band = result.reach.application.id, result.side is Side.BAND
    found: list[Button] = []
    if result.own is None and not result.closed:
        found.append(Action(reader.label("Rate it"), GiveStars(which, band, 0), Weight.FIRST))
    elif result.sealed:
        found.append(Action(reader.label("Say it again"), GiveStars(which, band, 0)))
    if result.other is not None and result.other.reply is None:
        found.append(Action(reader.label("Reply"), ReplyToRating(which, band)))
    return found


def nights_to_rate(result: NightsToRate, reader: Reader) -> Reply:
    """The nights of the last two weeks."""
    if not result.cards:
        title = reader.say("★ No night to rate")
        why = reader.say("You can rate for two weeks after a gig that was booked here and played.")
        more = reader.say("What is booked: {say}", say=Say("gigs"))
        return Reply(title, (Paragraph(why), Paragraph(more)), tone=Tone.BAND)
    shown = list(enumerate(result.cards[:_SHOWN], 1))
    lines = tuple(_line(number, each, reader) for number, each in shown)
    buttons = [
        Action(str(number), ShowRating(each.reach.application.id, each.side is Side.BAND))
        for number, each in shown
    ]
    title = reader.plural(len(result.cards), "★ 1 night to rate, or rated", "★ {n} nights to rate, or rated")
    return Reply(title, (Listing(lines),), rows(*buttons), Tone.BAND)


def _line(number: int, card: RatingCard, reader: Reader) -> Line:
    parts = about(card, reader)
    if card.own is None:
        return reader.say("{number}. {band}, {night}: not rated yet", number=str(number), **parts)
    if card.sealed:
        return reader.say("{number}. {band}, {night}: sealed", number=str(number), **parts)
    return reader.say("{number}. {band}, {night}: open", number=str(number), **parts)


def how_was_it(result: HowWasIt, reader: Reader) -> Reply:
    """The question on the day after."""
    card, parts = result.card, about(result.card, reader)
    title = reader.say("★ How was {other}? {band}, {night}", **parts)
    sealed = reader.say("Nobody reads it until both sides have said, or for two weeks.")
    which, band = card.reach.application.id, card.side is Side.BAND
    buttons = [
        Action(stars_words(each, reader), GiveStars(which, band, each)) for each in range(MOST_STARS, 0, -1)
    ]
    blocks = (Paragraph(sealed), Paragraph(_why(card, reader)))
    return Reply(title, blocks, rows(*buttons, each=1), Tone.BAND)


def rating_told(result: RatingTold, reader: Reader) -> Reply:
    """What the other side has said."""
    card, parts = result.card, about(result.card, reader)
    if result.replied:
        title = reader.say("★ {other} has replied: {band}, {night}", **parts)
    elif card.other is not None:
        title = reader.say("★ {other} has rated: {band}, {night}", **parts)
    else:
        title = reader.say("★ Your rating is open: {band}, {night}", **parts)
    shown = rating_card(card, reader)
    return Reply(title, (*shown.blocks, Paragraph(_why(card, reader))), shown.buttons, Tone.BAND)


def _why(card: RatingCard, reader: Reader) -> Line:
    if card.side is Side.BAND:
        return reader.say("Sent because you book for {band}.", band=card.reach.band.name)
    return reader.say("Sent because you speak for {venue}.", venue=card.reach.venue.name)
