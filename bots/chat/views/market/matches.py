"""Open dates that fit a band: told, found, looked at, set aside; each with its reasons."""

from collections.abc import Sequence
from dataclasses import replace

from bots.chat.buttons.market import (
    ApplyForDate,
    AskPlayer,
    FindPage,
    FindPicture,
    NotForUs,
    ShowApplication,
    ShowMatch,
)
from bots.chat.buttons.publications import MakeOpenDatesPage
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
    plain,
    rows,
)
from bots.chat.results.market import DatesShown, DigestTold, MatchGone, MatchTold, SetAsideDone
from bots.chat.turn import Reader
from bots.chat.views.asked import weekly
from bots.chat.views.market.searches import packed_search
from bots.chat.views.market.terms import offer_facts, paying_line
from bots.chat.views.market.words import night, parts_of_night
from bots.chat.views.page_links import night_link, open_dates_link
from bots.chat.views.stars import rated_fact
from core import formats
from core.bands import Band, Membership
from core.ids import PersonId
from core.marketplace.applications import Application
from core.marketplace.applications.last_look import PlayerAsked
from core.marketplace.events import Event
from core.marketplace.events.from_posts import as_post
from core.marketplace.matching.fit import Fit, Grade
from core.marketplace.matching.search import DatesFound, FoundDate, MatchCard
from core.marketplace.venues import Venue
from presentation.distances import distance_words
from presentation.nights.standing import day_words, stage_word, where
from presentation.nights.terms import fees_words, kind_words
from presentation.words import called, some

_SHOWN = 8
_SIGNS = {Grade.GREEN: "🟢", Grade.AMBER: "🟡"}


def match(result: MatchCard, reader: Reader) -> Reply:
    """One open date for one band: why it fits, what is amber, what is offered; Apply, Not for us."""
    return _match(result, reader, told=False)


def match_told(result: MatchTold, reader: Reader) -> Reply:
    """The same as a message that nobody asked for: it says why it was sent."""
    return _match(result.card, reader, told=True)


def _match(result: MatchCard, reader: Reader, *, told: bool) -> Reply:
    event, venue, band = result.event, result.venue, result.band
    parts: dict[str, Words] = {**parts_of_night(event, venue, reader), "band": Strong(band.name)}
    if result.fit is None:
        title = reader.say("🔴 {night} no longer fits {band}", **parts)
    elif result.fit.grade is Grade.GREEN:
        title = reader.say("🟢 {night} fits {band}", **parts)
    else:
        title = reader.say("🟡 {night} nearly fits {band}", **parts)
    post = as_post([event])
    blocks: list[Block] = []
    if result.fit is not None:
        blocks.append(Paragraph(reasons(result.fit, band.city or "", venue, reader)))
        blocks += [Paragraph(each) for each in ambers(result.fit, band, result.members, reader)]
    paying = paying_line(post, reader)
    if paying is not None:
        blocks.append(Paragraph(paying))
    if facts := offer_facts(post, reader):
        blocks.append(Facts(facts))
    if rated := rated_fact(result.rated, reader):
        blocks.append(Facts(rated))
    if venue.profile.house_terms:
        terms = ((reader.label("House terms"), line(venue.profile.house_terms)),)
        blocks.append(Facts(terms))
    if result.application is not None:
        blocks.append(Paragraph(_under_way(result.application, reader)))
    blocks += night_link(event, venue, reader)
    if told:
        why = reader.say("Sent because {band} looks for such dates. Less of this: {say}", **_less(band))
        blocks.append(Paragraph(why))
    tone = Tone.GREEN if result.fit and result.fit.grade is Grade.GREEN else Tone.AMBER
    return Reply(title, tuple(blocks), _buttons(result, reader), tone)


def _less(band: Band) -> dict[str, Words]:
    return {"band": band.name, "say": Say("band edit field: messages value: 1")}


def _under_way(application: Application, reader: Reader) -> Line:
    state = stage_word(application.stage(application.made_at), reader)
    return reader.say("You have applied: {state}.", state=state)


def _buttons(result: MatchCard, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    event, band = result.event.id, result.band.id
    if result.application is not None:
        return rows(Action(reader.label("Your application"), ShowApplication(result.application.id)))
    if result.fit is None:
        return ()
    buttons: list[Button] = [
        Action(reader.label("Apply"), ApplyForDate(event, band), Weight.FIRST),
        Action(reader.label("Not for us"), NotForUs(event, band)),
    ]
    hanging = [result.fit.missing] if result.fit.missing is not None else list(result.fit.maybes[:1])
    for each in hanging:
        name = called(_name(result.members, each), reader.locale)
        buttons.append(Action(reader.label("Ask {name}", name=name), AskPlayer(event, band, PersonId(each))))
    return rows(*buttons)


def reasons(fit: Fit, home: str, venue: Venue, reader: Reader) -> Line:
    """Why it fits, on one line ("All 4 of you are free · indie · 12 miles from Leeds")."""
    parts: list[str] = []
    if fit.missing is None and not fit.maybes:
        parts.append(plain(reader.plural(fit.players, "You are free", "All {n} of you are free")))
    if fit.genres:
        parts.append(formats.listing(fit.genres, reader.locale))
    if fit.kilometres:
        away = distance_words(fit.kilometres, reader)
        parts.append(reader.label("{distance} from {city}", distance=away, city=home))
    else:
        parts.append(reader.label("in {city}", city=venue.profile.city))
    return line(" · ".join(parts))


def ambers(fit: Fit, band: Band, members: Sequence[Membership], reader: Reader) -> list[Line]:
    """What is amber about it; for the band's own people, so players are named."""
    lines: list[Line] = []
    deps = [_name(members, each) for each in fit.deps]
    if fit.missing is not None:
        missing = next((each for each in members if each.person == fit.missing), None)
        name = Strong(called(missing.name if missing else "", reader.locale))
        if missing is not None and missing.part:
            lines.append(reader.say("Without {name} ({part})", name=name, part=missing.part))
        else:
            lines.append(reader.say("Without {name}", name=name))
    if fit.maybes:
        names = some([_name(members, each) for each in fit.maybes], reader.locale)
        lines.append(reader.say("Hangs on {names}, who said maybe", names=names))
    if deps:
        lines.append(reader.say("Could dep: {names}", names=some(deps, reader.locale)))
    if fit.outside_hours:
        hours = weekly(band.habits.playable, reader)
        lines.append(reader.say("Not within the hours that you play ({hours})", hours=hours))
    return lines


def _name(members: Sequence[Membership], person: PersonId) -> str:
    return next((each.name for each in members if each.person == person), "")


def match_gone(result: MatchGone, reader: Reader) -> Reply:
    """The date is no longer open."""
    title = reader.say("That date is no longer open.")
    others = reader.say("Others for {band}: {say}", band=result.band.name, say=Say("find"))
    return Reply(title, (Paragraph(others),), tone=Tone.BAND)


def set_aside(result: SetAsideDone, reader: Reader) -> Reply:
    """The band is not told of it again."""
    card = result.card
    title = reader.say("{night}: not for {band}", **_of(card.event, card.venue, card.band, reader))
    blocks = (
        Paragraph(reader.say("You won't hear of it again, and the venue never heard of you.")),
        Paragraph(reader.say("What you look for: {say}", say=Say("band edit"))),
    )
    apply = Action(reader.label("Apply after all"), ApplyForDate(card.event.id, card.band.id))
    return Reply(title, blocks, rows(apply), Tone.BAND)


def _of(event: Event, venue: Venue, band: Band, reader: Reader) -> dict[str, Words]:
    return {**parts_of_night(event, venue, reader), "band": Strong(band.name)}


def dates_found(result: DatesShown, reader: Reader) -> Reply:
    """Open dates, the best first, each with its reasons."""
    found = result.found
    band = Strong(found.band.name)
    here = found.dates[result.skip :]
    shown = here[:_SHOWN]
    if not shown:
        return _nothing(found, reader)
    count = len(found.dates)
    numbered = list(enumerate(shown, result.skip + 1))
    title = reader.plural(count, "🎤 1 open date for {band}", "🎤 {n} open dates for {band}", band=band)
    blocks: list[Block] = [Listing(tuple(_found(number, each, found, reader) for number, each in numbered))]
    rest = len(here) - len(shown)
    if rest:
        blocks.append(Paragraph(reader.plural(rest, "1 more after that.", "{n} more after that.")))
    if found.amber:
        blocks.append(Paragraph(_amber_too(found.amber, reader)))
    buttons: list[Button] = [
        Action(str(number), ShowMatch(each.event.id, found.band.id)) for number, each in numbered
    ]
    blocks += open_dates_link(reader)
    buttons += _more(result, rest, len(shown), reader)
    buttons.append(Action(reader.label("Page to share"), MakeOpenDatesPage(found.band.id)))
    return Reply(title, tuple(blocks), rows(*buttons), Tone.GREEN)


def _more(result: DatesShown, rest: int, shown: int, reader: Reader) -> list[Button]:
    """[More], [Amber too] and [Picture], as far as a button holds the question."""
    found = result.found
    buttons: list[Button] = []
    further = packed_search(found.wanted, result.skip + shown)
    if rest and further is not None:
        buttons.append(Action(reader.label("More"), FindPage(found.band.id, *further)))
    buttons += _amber_button(found, reader)
    start = packed_search(found.wanted, 0)
    if start is not None:
        buttons.append(Action(reader.label("Picture"), FindPicture(found.band.id, *start)))
    return buttons


def _amber_button(found: DatesFound, reader: Reader) -> list[Button]:
    amber = packed_search(replace(found.wanted, amber=True), 0)
    if not found.amber or amber is None:
        return []
    return [Action(reader.label("Amber too"), FindPage(found.band.id, *amber))]


def _home(found: DatesFound) -> str:
    """The city that distances are reckoned from."""
    return found.wanted.near.name if found.wanted.near is not None else found.band.city or ""


def _found(number: int, date: FoundDate, found: DatesFound, reader: Reader) -> Line:
    kinds = ", ".join(kind_words(each, reader) for each in date.fit.kinds)
    post = as_post([date.event])
    facts = [kinds, fees_words(post, reader), plain(reasons(date.fit, _home(found), date.venue, reader))]
    facts += [plain(each) for each in ambers(date.fit, found.band, found.members, reader)]
    if paying_line(post, reader) is not None:
        facts.append(reader.label("pay to play"))
    if date.application is not None:
        facts.append(reader.label("you have applied"))
    return reader.say(
        "{number}. {sign} {day}, {place} · {facts}",
        number=str(number),
        sign=_SIGNS[date.fit.grade],
        day=Strong(day_words(date.event, reader)),
        place=where(date.venue),
        facts=" · ".join(filter(None, facts)),
    )


def _nothing(found: DatesFound, reader: Reader) -> Reply:
    band = Strong(found.band.name)
    title = reader.say("🔴 No open date fits {band}", band=band)
    blocks: list[Block] = []
    if found.amber:
        blocks.append(Paragraph(_amber_too(found.amber, reader)))
    if found.band.city is None:
        where_from = Say("band edit field: city value: Leeds")
        blocks.append(Paragraph(reader.say("I don't know where you are based: {say}", say=where_from)))
    elif found.others:
        blocks.append(
            Paragraph(
                reader.plural(
                    found.others,
                    "There is 1 open date in these days, but it is not what you look for, or not free.",
                    "There are {n} open dates in these days, but none that you look for and are free on.",
                )
            )
        )
    looks = reader.say("What you look for: {say}", say=Say("band edit"))
    blocks.append(Paragraph(looks))
    return Reply(title, tuple(blocks), rows(*_amber_button(found, reader)), Tone.BAND)


def _amber_too(count: int, reader: Reader) -> Line:
    all_ = Say("find all: yes")
    return reader.plural(
        count,
        "🟡 1 more nearly fits: {say}",
        "🟡 {n} more nearly fit: {say}",
        say=all_,
    )


def digest(result: DigestTold, reader: Reader) -> Reply:
    """Several nights in one message."""
    count = len(result.cards)
    band = Strong(result.band.name)
    title = reader.plural(
        count, "🎤 1 more open date for {band} today", "🎤 {n} more open dates for {band} today", band=band
    )
    numbered = list(enumerate(result.cards[:_SHOWN], 1))
    lines = tuple(_in_digest(number, each, reader) for number, each in numbered)
    why = reader.say("Sent because {band} looks for such dates. Less of this: {say}", **_less(result.band))
    buttons = (Action(str(number), ShowMatch(each.event.id, each.band.id)) for number, each in numbered)
    return Reply(title, (Listing(lines), Paragraph(why)), rows(*buttons), Tone.GREEN)


def _in_digest(number: int, card: MatchCard, reader: Reader) -> Line:
    sign = _SIGNS[card.fit.grade] if card.fit else "🔴"
    named = plain(night(card.event, card.venue, reader))
    why = plain(reasons(card.fit, card.band.city or "", card.venue, reader)) if card.fit else ""
    return reader.say(
        "{number}. {sign} {night} · {why}",
        number=str(number),
        sign=sign,
        night=Strong(named),
        why=why,
    )


def player_asked(result: PlayerAsked, reader: Reader) -> Reply:
    """One player was asked about one night."""
    name = Strong(called(result.member.name, reader.locale))
    parts = parts_of_night(result.event, result.venue, reader)
    if result.before:
        title = reader.say("{name} was asked about {night} already", name=name, **parts)
    else:
        title = reader.say("{name} is asked about {night}", name=name, **parts)
    back = Action(reader.label("Back"), ShowMatch(result.event.id, result.band.id))
    hear = Paragraph(reader.say("You hear of the answer."))
    return Reply(title, (hear,), rows(back), Tone.BAND)
