"""What is asked about bands and their members."""

from bots.chat.reply import (
    Facts,
    Paragraph,
    Strong,
    line,
)
from bots.chat.results.band import (
    BandUnclear,
    ClockAsked,
    ClockChoice,
    HomeUnknown,
    MemberUnclear,
    PartAsked,
    RoleUnclear,
    ValueAsked,
)
from bots.chat.turn import Reader
from bots.chat.views import Labels, Questions, QuestionText, QuestionView
from bots.chat.views.band.profile import field_facts
from bots.chat.views.band.roles import part_name, role_name
from core import formats
from core.bands import Band, Role
from core.bands.fields import EXAMPLES


def _home_unknown(_: HomeUnknown, reader: Reader) -> QuestionText:
    why = reader.say("The band goes by its clock. The city, or the nearest bigger one.")
    return reader.say("Where is the band based?"), (Paragraph(why),)


def _band_unclear(_: BandUnclear, reader: Reader) -> QuestionText:
    return reader.say("For which band?"), ()


def _role_unclear(_: RoleUnclear, reader: Reader) -> QuestionText:
    why = reader.say("A dep is a stand-in, asked for one gig at a time.")
    return reader.say("Which of the two is it for?"), (Paragraph(why),)


def member_unclear(_: MemberUnclear, reader: Reader) -> QuestionText:
    """Several members fit the name."""
    return reader.say("Which of them do you mean?"), ()


def part_asked(about: PartAsked, reader: Reader) -> QuestionText:
    """The present part, and an example."""
    name = Strong(about.member.name)
    title = reader.say("What do you play?") if about.you else reader.say("What does {name} play?", name=name)
    example = reader.say("For example: {example}. To take it out: remove", example=Strong(PART_EXAMPLE))
    return title, (Facts(((reader.label("Now"), line(part_name(about.member, reader))),)), Paragraph(example))


PART_EXAMPLE = "drums, vocals"


def value_asked(about: ValueAsked, reader: Reader) -> QuestionText:
    """The present value, and an example."""
    facts = Facts(field_facts(about.band, [about.field], reader))
    title = reader.say("What should it be for {band}?", band=Strong(about.band.name))
    example = reader.say("For example: {example}", example=Strong(EXAMPLES[about.field]))
    return title, (facts, Paragraph(example))


def clock_asked(about: ClockAsked, reader: Reader) -> QuestionText:
    """Both zones, and what depends on the choice."""
    cities = {"new": formats.city_of(about.zone), "old": formats.city_of(about.band.zone)}
    title = reader.say("Does the band's clock move to {city} too?", city=Strong(about.city))
    why = reader.say("Its hours and green zones would be {new} time; now they are {old} time.", **cities)
    own = reader.say("Entries in members' diaries stay as they are.")
    return title, (Paragraph(why), Paragraph(own))


QUESTIONS: Questions = {
    BandUnclear: QuestionView(_band_unclear),
    HomeUnknown: QuestionView(_home_unknown, lambda _: "Leeds"),
    RoleUnclear: QuestionView(_role_unclear),
    MemberUnclear: QuestionView(member_unclear),
    PartAsked: QuestionView(part_asked, lambda _: PART_EXAMPLE),
    ValueAsked: QuestionView(value_asked, lambda about: EXAMPLES[about.field]),
    ClockAsked: QuestionView(clock_asked),
}

_CLOCKS = {ClockChoice.MOVE: "Move the clock", ClockChoice.KEEP: "Keep the clock"}

LABELS: Labels = {
    Band: lambda means, _: means.name,
    ClockChoice: lambda means, reader: reader.label(_CLOCKS[means]),
    Role: role_name,
}
