"""How many tickets are sold, and all about where that is known from."""

from bots.chat.buttons.tickets import (
    AskForToken,
    ChooseViewers,
    CountNow,
    ForgetCounts,
    ShowCounts,
    ShowTicketHook,
    ShowTickets,
)
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Code,
    Facts,
    Line,
    Paragraph,
    Reply,
    Strong,
    Tone,
    Weight,
    line,
    rows,
)
from bots.chat.results.tickets import CountsCard, CountsFailingTold, HookShown, SourceAsked, TokenAsked
from bots.chat.turn import Reader
from bots.chat.views import QuestionText
from bots.chat.views.market.words import parts_of_night
from core.marketplace.tickets import Counting, CountsSource, CountsTrouble, Viewers
from core.marketplace.tickets.counting import CountsAsked, CountsForgotten
from core.marketplace.tickets.providers import provider_called
from presentation.nights.standing import moment_words
from presentation.nights.tickets import counts_words

PRETIX_EXAMPLE = "https://pretix.eu/heron/friday"
_VIEWERS = {
    Viewers.PROMOTERS: "Only the venue's promoters see the counts.",
    Viewers.BANDS: "The venue's promoters and the bands on the bill see the counts.",
    Viewers.EVERYBODY: "Everybody sees the counts, on the page of the night, too.",
}
_CHOOSE = {
    Viewers.PROMOTERS: "Promoters only",
    Viewers.BANDS: "Bands too",
    Viewers.EVERYBODY: "Everybody",
}
_TROUBLES = {
    CountsTrouble.REFUSED: "{provider} refuses the token: it is wrong, revoked, or not for that event.",
    CountsTrouble.NOT_FOUND: "{provider} knows no event {place}, or not for that token.",
    CountsTrouble.NOT_REACHED: "{host} does not answer.",
    CountsTrouble.TOO_SLOW: "{host} takes too long to answer.",
    CountsTrouble.TOO_MUCH: "{host} answers with more than I read.",
    CountsTrouble.BUSY: "{host} asks me to wait.",
    CountsTrouble.BROKEN: "{host} has trouble of its own.",
    CountsTrouble.UNREADABLE: "{host} does not answer as {provider} does.",
    CountsTrouble.PRIVATE: "{host} is on a private network, or leads to one, and I only ask public ones.",
    CountsTrouble.ELSEWHERE: "{host} leads to another address, which I give no token.",
    CountsTrouble.LOCKED: "I cannot open the token any more: whoever runs me has changed my key.",
}
_HELP = {
    CountsTrouble.REFUSED: "Make a new token there, and give it to me.",
    CountsTrouble.NOT_FOUND: "Check the address and the rights of the token.",
    CountsTrouble.PRIVATE: "Whoever runs me can allow that host.",
    CountsTrouble.ELSEWHERE: "Give me the address that a browser ends up at.",
    CountsTrouble.LOCKED: "Give me the token once more.",
}
"""What a promoter can do; for the rest, waiting helps."""


def counts_fact(counting: Counting, zone: str, reader: Reader) -> list[tuple[str, Line]]:
    """The counts with their age, and the trouble where newer ones do not come."""
    words = counts_words(counting, zone, reader)
    facts = [(reader.label("Sold so far"), line(words))] if words else []
    if counting.why is not None:
        facts.append((reader.label("No newer counts"), _trouble(counting.why, counting.source, reader)))
    elif not words:
        facts.append((reader.label("Sold so far"), reader.say("not known yet")))
    return facts


def _trouble(why: CountsTrouble, source: CountsSource, reader: Reader) -> Line:
    return reader.say(
        _TROUBLES[why], provider=_provider(source), host=source.host, place=Strong(source.place)
    )


def _provider(source: CountsSource) -> str:
    known = provider_called(source.provider)
    return known.name if known is not None else source.provider


def counts_card(result: CountsCard, reader: Reader) -> Reply:
    """The counts, who sees them, and what can be done."""
    card = result.card
    title = reader.say("🎟 Counts: {night}", **parts_of_night(card.event, card.venue, reader))
    blocks: list[Block] = []
    if card.before:
        blocks.append(Paragraph(reader.say("Nothing has changed: it was like this already.")))
    counting = card.counting
    if counting is None:
        blocks.append(Paragraph(reader.say("Nobody counts these tickets.")))
        return Reply(
            title, tuple(blocks), rows(Action(reader.label("Back"), ShowTickets(card.event.id))), Tone.BAND
        )
    blocks.append(Facts(tuple(counts_fact(counting, card.event.zone, reader))))
    if counting.why in _HELP:
        blocks.append(Paragraph(reader.say(_HELP[counting.why])))
    elif counting.why is not None and counting.due_at is not None:
        again = moment_words(counting.due_at, card.event.zone, reader)
        blocks.append(Paragraph(reader.say("I ask again by {moment}.", moment=again)))
    blocks.append(Paragraph(reader.say(_VIEWERS[counting.viewers])))
    return Reply(title, tuple(blocks), _buttons(counting, reader), Tone.BAND)


def _buttons(counting: Counting, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    which = counting.event
    lasting = counting.why in _HELP
    first: list[Button] = [
        Action(reader.label("Ask now"), CountNow(which), Weight.PLAIN if lasting else Weight.FIRST),
        Action(reader.label("Another token"), AskForToken(which), Weight.FIRST if lasting else Weight.PLAIN),
        Action(reader.label("Webhook"), ShowTicketHook(which)),
    ]
    second: list[Button] = [
        Action(reader.label(_CHOOSE[each]), ChooseViewers(which, number))
        for number, each in enumerate(Viewers)
        if each is not counting.viewers
    ]
    last: list[Button] = [
        Action(reader.label("Forget the counts"), ForgetCounts(which), Weight.DANGER),
        Action(reader.label("Back"), ShowTickets(which)),
    ]
    return tuple(first), tuple(second), tuple(last)


def counts_asked(result: CountsAsked, reader: Reader) -> Reply:
    """The provider is asked soon."""
    card = result.card
    parts = parts_of_night(card.event, card.venue, reader)
    blocks: list[Block] = []
    if result.entered:
        title = reader.say("🎟 Counted from now on: {night}", **parts)
        blocks.append(
            Paragraph(
                reader.say(
                    "I keep the token encrypted and never show it again. "
                    "Delete your message with it: I don't need it any more."
                )
            )
        )
    else:
        title = reader.say("🎟 Asking for the counts: {night}", **parts)
    blocks.append(Paragraph(reader.say("The numbers come within a minute, then about every 10 minutes.")))
    if card.counting is not None:
        blocks.append(Paragraph(reader.say(_VIEWERS[card.counting.viewers])))
    look = Action(reader.label("Counts"), ShowCounts(card.event.id), Weight.FIRST)
    back = Action(reader.label("Back"), ShowTickets(card.event.id))
    return Reply(title, tuple(blocks), rows(look, back), Tone.BAND)


def counts_forgotten(result: CountsForgotten, reader: Reader) -> Reply:
    """They are gone, with the token."""
    card = result.card
    title = reader.say("🎟 Forgotten: the counts of {night}", **parts_of_night(card.event, card.venue, reader))
    gone = Paragraph(reader.say("The token and the numbers are deleted, and the webhook leads nowhere."))
    again = Action(reader.label("Count again"), ShowCounts(card.event.id))
    back = Action(reader.label("Back"), ShowTickets(card.event.id))
    return Reply(title, (gone,), rows(again, back), Tone.BAND)


def hook_shown(result: HookShown, reader: Reader) -> Reply:
    """The address for the provider, and what to choose there."""
    card = result.card
    parts = parts_of_night(card.event, card.venue, reader)
    title = reader.say("🎟 Webhook: {night}", **parts)
    back = rows(Action(reader.label("Back"), ShowCounts(card.event.id)))
    if result.address is None:
        why = reader.say(
            "Nobody outside reaches me: whoever runs me has set no public address. I ask every 10 minutes."
        )
        return Reply(title, (Paragraph(why),), back, Tone.BAND)
    what = reader.say(
        "In pretix, under the organiser's Webhooks, add this address for orders placed, paid and canceled, "
        "and for check-ins. Then I ask at once when something happens. It is a secret: it makes me ask, "
        "and nothing else."
    )
    return Reply(title, (Paragraph(line(Code(result.address))), Paragraph(what)), back, Tone.BAND)


def counts_failing(result: CountsFailingTold, reader: Reader) -> Reply:
    """A provider tells no counts until somebody helps."""
    parts = parts_of_night(result.event, result.venue, reader)
    title = reader.say("🎟 No more counts for {night}", **parts)
    blocks = [Paragraph(_trouble(result.why, result.source, reader))]
    if result.why in _HELP:
        blocks.append(Paragraph(reader.say(_HELP[result.why])))
    blocks.append(Paragraph(reader.say("The last counts stay, with their age. I say this once.")))
    blocks.append(Paragraph(reader.say("Sent because you gave me the token.")))
    token = Action(reader.label("Another token"), AskForToken(result.event.id), Weight.FIRST)
    forget = Action(reader.label("Forget the counts"), ForgetCounts(result.event.id), Weight.DANGER)
    return Reply(title, tuple(blocks), rows(token, forget), Tone.BAND)


def source_asked(about: SourceAsked, reader: Reader) -> QuestionText:
    """Where the tickets are counted."""
    card = about.card
    asked = reader.say("Where is {night} in pretix?", **parts_of_night(card.event, card.venue, reader))
    shape = reader.say(
        "The address of its page, with the organiser and the event: {example}", example=Strong(PRETIX_EXAMPLE)
    )
    others = reader.say("Of other providers I can show the link, not yet the counts.")
    if about.unread:
        title = reader.say("{words} is no page of an event in pretix.", words=Strong(about.unread[:60]))
        return title, (Paragraph(asked), Paragraph(shape), Paragraph(others))
    return asked, (Paragraph(shape), Paragraph(others))


def token_asked(about: TokenAsked, reader: Reader) -> QuestionText:
    """The token, what it must be allowed to do, and what becomes of it."""
    source = about.source
    place, host = Strong(source.place), Strong(source.host)
    asked = reader.say("The API token for {place} at {host}?", place=place, host=host)
    how = reader.say(
        "In pretix: a team for me alone, for this event, then an API token of that team. It needs no rights, "
        "but to view check-ins if I am to count who has come."
    )
    kept = reader.say("I keep it encrypted, never show it again, and ask for numbers alone: no names.")
    if about.unread:
        return reader.say("That is no token."), (Paragraph(asked), Paragraph(how), Paragraph(kept))
    return asked, (Paragraph(how), Paragraph(kept))
