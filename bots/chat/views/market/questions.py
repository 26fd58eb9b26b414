"""What is asked about open dates and applications."""

from bots.chat.reply import Facts, Paragraph, Strong, Words
from bots.chat.results.market import (
    AllOfThem,
    BandMeantUnclear,
    ByWhenAsked,
    ChangeAsked,
    DateMeant,
    DateUnclear,
    DrawAsked,
    EitherAsked,
    FactAsked,
    KeepIt,
    KindMeant,
    LineAsked,
    NoLine,
    NoReason,
    NotKnownYet,
    PitchAsked,
    PostTroubled,
    ReasonAsked,
    SkipStep,
    SlotUnclear,
    VenueCityAsked,
    VenueNameAsked,
)
from bots.chat.results.tickets import (
    NothingSaid,
    OtherSource,
    SourceAsked,
    TicketFactAsked,
    TicketNightUnclear,
    TokenAsked,
)
from bots.chat.turn import Reader
from bots.chat.views import Labels, Questions, QuestionText, QuestionView
from bots.chat.views.diary.troubles import trouble_line
from bots.chat.views.market import counts, tickets
from bots.chat.views.market.applications import titled
from bots.chat.views.market.terms import offer_facts
from bots.chat.views.market.words import parts_of_night
from core.marketplace.events.from_posts import as_post
from core.marketplace.posts.values import MissingFact
from presentation.nights.standing import day_words
from presentation.nights.terms import kind_label

EXAMPLES = {
    MissingFact.DATE: "Fri 11 Dec",
    MissingFact.SLOTS: "2 supports",
    MissingFact.DOORS: "load-in 17:00, doors 19:30, curfew 23:00",
    MissingFact.SET_LENGTH: "30 min",
    MissingFact.FEE: "£150 each + food",
    MissingFact.CAPACITY: "200",
    MissingFact.GENRES: "indie, punk",
}
_STEPS = {
    MissingFact.DATE: "Which date?",
    MissingFact.SLOTS: "Which slots are open?",
    MissingFact.DOORS: "When are load-in, doors and curfew?",
    MissingFact.SET_LENGTH: "How long does each play?",
    MissingFact.FEE: "What do you pay?",
    MissingFact.CAPACITY: "How many people fit in?",
    MissingFact.GENRES: "Which music?",
}


def _venue_name(_: VenueNameAsked, reader: Reader) -> QuestionText:
    why = reader.say("You speak for no venue yet, so I make one with you: its name, then its city.")
    return reader.say("What is the venue called?"), (Paragraph(why),)


def _venue_city(about: VenueCityAsked, reader: Reader) -> QuestionText:
    why = reader.say("Bands nearby hear of your dates.")
    return reader.say("In which city is {venue}?", venue=Strong(about.name)), (Paragraph(why),)


def _fact(about: FactAsked, reader: Reader) -> QuestionText:
    example = reader.say("For example: {example}", example=Strong(EXAMPLES[about.fact]))
    if about.needed and about.fact is MissingFact.DATE:
        asked = reader.say("Which date is it for?")
    else:
        asked = reader.say(_STEPS[about.fact])
    if not about.unread:
        return asked, (Paragraph(example),)
    title = reader.say("I can't make {words} out.", words=Strong(about.unread[:60]))
    return title, (Paragraph(asked), Paragraph(example))


def _troubled(about: PostTroubled, reader: Reader) -> QuestionText:
    return trouble_line(about.problem, reader), (Paragraph(reader.say("Which date is it?")),)


def _either(_: EitherAsked, reader: Reader) -> QuestionText:
    return reader.say("One of these dates, or all of them?"), ()


def _change(about: ChangeAsked, reader: Reader) -> QuestionText:
    event = about.event
    day = Strong(day_words(event, reader))
    if about.moving:
        title = reader.say("To when does {day} move?", day=day)
        example = "Sat 12 Dec"
    else:
        title = reader.say("What should change about {day}?", day=day)
        example = "doors 20:00, £200 each, 18+"
    if about.unread:
        title = reader.say("I can't make {words} out.", words=Strong(about.unread[:60]))
    hint = Paragraph(reader.say("For example: {example}", example=Strong(example)))
    facts = offer_facts(as_post([event]), reader)
    return title, (Facts(facts), hint) if facts and not about.moving else (hint,)


def _reason(about: ReasonAsked, reader: Reader) -> QuestionText:
    parts: dict[str, Words] = {
        **parts_of_night(about.event, about.venue, reader),
        "band": Strong(about.band or ""),
    }
    if about.band is None:
        title = reader.say("Call off {night}?", **parts)
    else:
        title = reader.say("Call off {band} on {night}?", **parts)
    told = reader.say("Everybody concerned is told, with your reason if you type one.")
    return title, (Paragraph(told),)


def _line(about: LineAsked, reader: Reader) -> QuestionText:
    title = reader.say("Decline {band} for {night}?", **titled(about.card, reader))
    kind = reader.say("A kind line goes a long way: type it, and it goes along.")
    return title, (Paragraph(kind),)


def _date_unclear(_: DateUnclear, reader: Reader) -> QuestionText:
    return reader.say("Which of these dates?"), ()


def _slot_unclear(about: SlotUnclear, reader: Reader) -> QuestionText:
    return reader.say("For which slot on {day}?", **parts_of_night(about.event, about.venue, reader)), ()


def _draw(about: DrawAsked, reader: Reader) -> QuestionText:
    why = reader.say("{venue} wants to know.", venue=about.venue.name)
    return reader.say("How many people come because of you?"), (Paragraph(why),)


def _pitch(about: PitchAsked, reader: Reader) -> QuestionText:
    title = reader.say("What do you want to say to {venue}?", venue=Strong(about.venue.name))
    return title, (Paragraph(reader.say("A line is enough.")),)


def _by_when(about: ByWhenAsked, reader: Reader) -> QuestionText:
    title = reader.say("By when will you know?")
    parts = parts_of_night(about.event, about.venue, reader)
    return title, (Paragraph(reader.say("It is about {night}.", **parts)),)


def _band_unclear(_: BandMeantUnclear, reader: Reader) -> QuestionText:
    return reader.say("Which band of that name?"), ()


QUESTIONS: Questions = {
    VenueNameAsked: QuestionView(_venue_name, lambda _: "The Heron"),
    VenueCityAsked: QuestionView(_venue_city, lambda _: "Leeds"),
    FactAsked: QuestionView(_fact, lambda about: EXAMPLES[about.fact]),
    PostTroubled: QuestionView(_troubled, lambda _: EXAMPLES[MissingFact.DATE]),
    EitherAsked: QuestionView(_either),
    ChangeAsked: QuestionView(_change, lambda about: "Sat 12 Dec" if about.moving else "doors 20:00"),
    ReasonAsked: QuestionView(_reason),
    LineAsked: QuestionView(_line),
    DateUnclear: QuestionView(_date_unclear),
    SlotUnclear: QuestionView(_slot_unclear),
    DrawAsked: QuestionView(_draw, lambda _: "40"),
    PitchAsked: QuestionView(_pitch),
    ByWhenAsked: QuestionView(_by_when, lambda _: "Wednesday"),
    BandMeantUnclear: QuestionView(_band_unclear),
    TicketFactAsked: QuestionView(tickets.fact_asked, lambda about: tickets.EXAMPLES[about.fact]),
    TicketNightUnclear: QuestionView(tickets.night_unclear, lambda _: "Fri 11 Dec"),
    SourceAsked: QuestionView(counts.source_asked, lambda _: counts.PRETIX_EXAMPLE),
    TokenAsked: QuestionView(counts.token_asked),
}
LABELS: Labels = {
    AllOfThem: lambda _, reader: reader.label("All of them"),
    SkipStep: lambda _, reader: reader.label("Skip"),
    NoReason: lambda _, reader: reader.label("Without a reason"),
    KeepIt: lambda _, reader: reader.label("Keep it"),
    NotKnownYet: lambda _, reader: reader.label("I can't say yet"),
    NothingSaid: lambda _, reader: reader.label("Say nothing of it"),
    OtherSource: lambda _, reader: reader.label("Another event"),
    NoLine: lambda _, reader: reader.label("Just decline"),
    KindMeant: lambda means, reader: kind_label(means.kind, reader),
    DateMeant: lambda means, reader: reader.label(
        "{day}, {venue}", day=day_words(means.event, reader), venue=means.venue.name
    ),
}
