"""The words of the demo: its welcome, the steps of its tour, and the list of people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bandwidth.demo.cast import Engagement, TownPlace, Townsperson, WhoIsWho
from bandwidth.demo.steps import STEPS, Progress, Step
from bots.chat.reply import Code, Line, Listing, Paragraph, Reply, Say
from bots.chat.turn import Reader
from core import formats


def welcome(sitting: str, reader: Reader) -> Reply:
    """Where one is, who one is, and what can be typed beside Bandwidth's own commands."""
    return _card(
        reader.say("🎸 A small town to try Bandwidth in"),
        reader.say(
            "You are {you}: you sing in The Foxes and book for them. Bo, Cy and Jo play with you.",
            you=sitting,
        ),
        reader.say("Later you are Dana, too, who books The Heron. All others answer by themselves."),
        reader.say("Three minutes, a step at a time. Your own words do as well as those given here."),
        reader.say(
            "{skip} leaves a step out, {tour} says it again, {off} ends the tour.",
            skip=Code("skip"),
            tour=Say("tour"),
            off=Say("tour off"),
        ),
        reader.say("{who} lists everybody. {quit} leaves, and the town is gone.", who=Say("who"), quit=_QUIT),
    )


_QUIT = Say("quit")


# The steps


def step(which: Step, progress: Progress, reader: Reader) -> Reply:
    """What to type, and why."""
    number = {"n": str(STEPS.index(which) + 1), "all": str(len(STEPS))}
    said = _STEPS[which](number, progress, reader)
    other = which.somebody_else(progress)
    if other is None:
        return said
    first = reader.say(
        "You are {you} just now. First type: {other}", you=progress.sitting, other=Say(f"as {other}")
    )
    return replace(said, blocks=(Paragraph(first), *said.blocks))


def _cannot(number: Mapping[str, str], _: Progress, reader: Reader) -> Reply:
    return _card(
        reader.say("🧭 {n} of {all}: say when you can't", **number),
        _type(reader, Code("can't do Wednesday evenings")),
        reader.say("It says back what it understood; Undo is one tap. The band sees busy, never why."),
    )


def _green(number: Mapping[str, str], _: Progress, reader: Reader) -> Reply:
    return _card(
        reader.say("🧭 {n} of {all}: see when the band can play", **number),
        _type(reader, Say("green")),
        reader.say("Green: everybody can. Amber: it hangs on one of you, or on a maybe."),
    )


def _find(number: Mapping[str, str], _: Progress, reader: Reader) -> Reply:
    return _card(
        reader.say("🧭 {n} of {all}: see which gigs are to be had", **number),
        _type(reader, Say("find")),
        reader.say("Open dates when you can play, in your music and near enough, the best first."),
    )


def _apply(number: Mapping[str, str], progress: Progress, reader: Reader) -> Reply:
    buttons = {"first": _FIRST, "apply": Code("[Apply]")}
    return _card(
        reader.say("🧭 {n} of {all}: apply for one", **number),
        reader.say("Type {first} for the first of them, then {apply}: brackets press a button.", **buttons)
        if progress.found
        else reader.say(
            "Type {find}, then {first} and {apply}: brackets press a button.", find=Say("find"), **buttons
        ),
        reader.say("The venue hears nothing yet. Your players are asked first."),
    )


def _last_look(number: Mapping[str, str], _: Progress, reader: Reader) -> Reply:
    return _card(
        reader.say("🧭 {n} of {all}: the last look", **number),
        reader.say("Nothing to type: the others are asked whether they can, and answer in a moment."),
        reader.say(
            "Once all say yes, the venue hears of you. If somebody can't: {go_on}",
            go_on=Code("[Go on anyway]"),
        ),
    )


def _other_side(number: Mapping[str, str], progress: Progress, reader: Reader) -> Reply:
    waiting = progress.waiting
    title = reader.say("🧭 {n} of {all}: the other side", **number)
    if waiting is None:
        return _card(title, _type(reader, Say("who")))
    return _card(
        title,
        _type(reader, Say(f"as {waiting.promoter}")),
        reader.say(
            "That makes you {promoter}, who books {venue}. {band} have applied there.",
            promoter=waiting.promoter,
            venue=waiting.venue,
            band=waiting.band,
        ),
    )


def _accept(number: Mapping[str, str], progress: Progress, reader: Reader) -> Reply:
    how = (
        reader.say(
            "Type: {accept} ({all} shows everybody who has applied)", accept=_ACCEPT, all=_APPLICATIONS
        )
        if progress.sent
        else reader.say(
            "Type {all}, then {first}, then {accept}.", all=_APPLICATIONS, first=_FIRST, accept=_ACCEPT
        )
    )
    return _card(
        reader.say("🧭 {n} of {all}: say yes", **number),
        how,
        reader.say("The slot is kept for the band. Nothing is booked until they confirm."),
    )


def _back(number: Mapping[str, str], progress: Progress, reader: Reader) -> Reply:
    agreed = progress.agreed
    booker = agreed.booker if agreed else ""
    return _card(
        reader.say("🧭 {n} of {all}: back to the band", **number),
        _type(reader, Say(f"as {booker}")),
        reader.say("{booker} has got the invite. The band has the last word.", booker=booker),
    )


def _confirm(number: Mapping[str, str], progress: Progress, reader: Reader) -> Reply:
    title = reader.say("🧭 {n} of {all}: make it yours", **number)
    if progress.agreed is not None and not progress.ours:
        band = progress.agreed.band
        return _card(title, reader.say("Nothing to type: {band} confirm in a moment.", band=band))
    return _card(
        title,
        reader.say("Type {open}, then {confirm}.", open=Code("[Open the invite]"), confirm=Code("[Confirm]")),
        reader.say("It takes the evening of all who play, in all their bands, and they are told."),
    )


_FIRST = Code("[1]")
_ACCEPT = Code("[Accept]")
_APPLICATIONS = Say("applications")
_STEPS: Mapping[Step, Callable[[Mapping[str, str], Progress, Reader], Reply]] = {
    Step.CANNOT: _cannot,
    Step.GREEN: _green,
    Step.FIND: _find,
    Step.APPLY: _apply,
    Step.LAST_LOOK: _last_look,
    Step.OTHER_SIDE: _other_side,
    Step.ACCEPT: _accept,
    Step.BACK: _back,
    Step.CONFIRM: _confirm,
}


# The end of the tour


def farewell(post: str, reader: Reader) -> Reply:
    """What else there is to try; `post`: an open date as somebody would post it."""
    return Reply(
        reader.say("🎸 That was the tour: from a diary to a gig"),
        (
            Paragraph(reader.say("The town stays as long as you do. For example:")),
            Listing(
                (
                    reader.say("as Ana: {gigs}, {mine} or {rehearse}", **_FOR_BANDS),
                    reader.say("as Dana: {dates}, or a new one: {post}", dates=Say("dates"), post=Code(post)),
                    reader.say("as anybody: {help} has every command", help=Say("help")),
                )
            ),
            Paragraph(reader.say("{quit} leaves, and the town is gone.", quit=_QUIT)),
        ),
    )


_FOR_BANDS = {"gigs": Say("gigs"), "mine": Say("mine"), "rehearse": Say("rehearse")}


def left(reader: Reader) -> Reply:
    """The tour is left."""
    return _card(
        reader.say("🧭 No more steps"),
        reader.say("Everything else goes on. To have them again: {tour}", tour=Say("tour")),
    )


# The people of the town


def seated(name: str, does: Sequence[Engagement], reader: Reader) -> Reply:
    """Somebody else sits at the terminal."""
    return _card(reader.say("🎸 You are {name} now", name=name), *(_engaged(each, reader) for each in does))


def _engaged(one: Engagement, reader: Reader) -> Line:
    if one.promotes:
        return reader.say("You book {place}, {city}.", place=one.place, city=one.city)
    if one.part is None:
        return reader.say("You play in {place}, {city}.", place=one.place, city=one.city)
    return reader.say("You play {part} in {place}, {city}.", place=one.place, city=one.city, part=one.part)


def everybody(town: WhoIsWho, sitting: str, reader: Reader) -> Reply:
    """All bands and venues with their people."""
    return Reply(
        reader.say("🎸 You are {name}", name=sitting),
        (
            Listing(tuple(_place(each, reader) for each in town.bands)),
            Listing(tuple(_place(each, reader) for each in town.venues)),
            Paragraph(reader.say("You can be any of them: {other}", other=Say("as Dana"))),
        ),
    )


def _place(place: TownPlace, reader: Reader) -> Line:
    people = [_person(each, reader) for each in place.people]
    return reader.say(
        "{place}, {city}: {people}",
        place=place.name,
        city=place.city,
        people=formats.listing(people, reader.locale),
    )


def _person(one: Townsperson, reader: Reader) -> str:
    if one.part is None:
        return one.name
    if one.dep:
        return reader.label("{name} ({part}, dep)", name=one.name, part=one.part)
    return reader.label("{name} ({part})", name=one.name, part=one.part)


def nobody(name: str, people: Sequence[str], reader: Reader) -> Reply:
    """There is no such person."""
    return _card(
        reader.say("Nobody in town is called {name}", name=name),
        reader.say("There are {people}.", people=formats.listing(people, reader.locale)),
    )


def _card(title: Line, *paragraphs: Line) -> Reply:
    return Reply(title, tuple(map(Paragraph, paragraphs)))


def _type(reader: Reader, what: Code | Say) -> Line:
    return reader.say("Type: {what}", what=what)
