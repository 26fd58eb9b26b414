"""What is said about a band: made, shown, its line-up, and leaving it."""

from collections.abc import Sequence

from bots.chat.buttons.band import DissolveBand, LeaveTo
from bots.chat.reply import (
    Action,
    Block,
    Facts,
    Line,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    Weight,
    line,
    rows,
)
from bots.chat.results.band import MembersShown
from bots.chat.turn import Reader
from bots.chat.views.band.binding import bound_here
from bots.chat.views.band.profile import links
from bots.chat.views.band.roles import named, need_name, part_name, role_name
from bots.chat.views.stars import rated_fact
from core import formats
from core.bands import Band, BindingKind, Membership, Role, parts_of
from core.bands.binding import Unbound
from core.bands.creation import BandCard, BandMade
from core.bands.departure import LeaveAsked, Left


def band_made(result: BandMade, reader: Reader) -> Reply:
    """The band, where it is bound, and the next step."""
    blocks: list[Block] = [Facts(profile_facts(result.band, reader))]
    if result.bound:
        blocks.append(Paragraph(bound_here(result.bound, reader)))
    if result.unbound:
        blocks.append(Paragraph(_unbound(result.band, result.unbound, reader)))
    if result.zone_taken:
        blocks.append(zone_taken(result.zone_taken, reader))
    blocks.append(
        Paragraph(
            reader.say(
                "Next: {invite} brings the others in, {busy} says when you can't.",
                invite=Say("band invite"),
                busy=Say("busy every Tuesday evening"),
            )
        )
    )
    title = reader.say("🎸 {band} is here, and you are its owner", band=Strong(result.band.name))
    return Reply(title, tuple(blocks), tone=Tone.BAND)


def _unbound(band: Band, unbound: Unbound, reader: Reader) -> Line:
    """Which band has the chat, or who may bind it; and the next step."""
    bind = f"band bind band: {band.name}"
    if unbound.holder is None:
        return reader.say(_NOT_BOUND[unbound.place], bind=Say(bind))
    holder = Strong(unbound.holder)
    if unbound.narrower:
        words = "This server already belongs to {holder}. For this channel only: {bind}"
        return reader.say(words, holder=holder, bind=Say(f"{bind} to: channel"))
    return reader.say(_STAYS[unbound.place], holder=holder, bind=Say(bind))


_NOT_BOUND = {
    BindingKind.SERVER: "This server is not the band's yet. "
    "A band owner who manages the server can bind it: {bind}",
    BindingKind.CHANNEL: "This channel is not the band's yet. "
    "A band owner who manages the channel can bind it: {bind}",
    BindingKind.GROUP: "This group is not the band's yet. "
    "A band owner who is an admin here can bind it: {bind}",
}
_STAYS = {
    BindingKind.SERVER: "This server already belongs to {holder}. On another server: {bind}",
    BindingKind.CHANNEL: "This channel already belongs to {holder}. In another channel: {bind}",
    BindingKind.GROUP: "This group already belongs to {holder}. In another group: {bind}",
}


def band_card(result: BandCard, reader: Reader) -> Reply:
    """The band's profile and its line-up."""
    facts = Facts(
        (*profile_facts(result.band, reader), *links(result.band, reader), *rated_fact(result.rated, reader))
    )
    title = reader.say("🎸 {band}", band=Strong(result.band.name))
    return Reply(title, (facts, *_line_up(result, reader)), tone=Tone.BAND)


def members(result: MembersShown, reader: Reader) -> Reply:
    """Everybody with part, role and whether the band needs them."""
    card = result.card
    band = Strong(card.band.name)
    title = reader.plural(len(card.members), "🎸 {band}: 1 member", "🎸 {band}: {n} members", band=band)
    needed = sum(member.required for member in card.members)
    note = reader.plural(needed, "It takes 1 of them to play.", "It takes {n} of them to play.")
    someone = next((each for each in card.members if each.person != card.you), card.members[0])
    one = reader.say("One of them: {say}", say=Say(f"band member {someone.name}"))
    blocks = (*_line_up(card, reader), Paragraph(note), Paragraph(one))
    return Reply(title, blocks, tone=Tone.BAND)


def leave_asked(result: LeaveAsked, reader: Reader) -> Reply:
    """What leaving needs first: an heir, or a word that the band may end."""
    band = Strong(result.band.name)
    if not result.heirs:
        title = reader.say("You are the only one in {band}. Leaving ends the band.", band=band)
        end = Action(reader.label("End the band"), DissolveBand(result.band.id), Weight.DANGER)
        return Reply(title, (), rows(end), Tone.BAND)
    title = reader.say("You are the only owner of {band}. Who takes over?", band=band)
    buttons = (Action(heir.name, LeaveTo(result.band.id, heir.id)) for heir in result.heirs[:_HEIRS])
    return Reply(title, (), rows(*buttons), Tone.BAND)


_HEIRS = 20


def left(result: Left, reader: Reader) -> Reply:
    """Out, and what became of the band."""
    band = Strong(result.band.name)
    if result.dissolved:
        title = reader.say("{band} has ended", band=band)
    elif result.heir:
        title = reader.say("You have left {band}; {heir} owns it now", band=band, heir=Strong(result.heir))
    else:
        title = reader.say("You have left {band}", band=band)
    blocks = (Paragraph(reader.say("Your diary is yours: nothing in it has changed.")),)
    return Reply(title, blocks, tone=Tone.BAND)


def zone_taken(zone: str, reader: Reader) -> Paragraph:
    """That the band's zone is the person's as well now, until they say otherwise."""
    sentence = "I took the band's zone, {zone}, as yours. Elsewhere? {say}"
    return Paragraph(reader.say(sentence, zone=Strong(zone), say=Say("timezone")))


def profile_facts(band: Band, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """City, zone and genres, as far as they are known."""
    facts = [(reader.label("City"), line(band.city))] if band.city else []
    facts.append((reader.label("Zone"), line(band.zone)))
    if band.genres:
        facts.append((reader.label("Genres"), line(formats.listing(band.genres, reader.locale))))
    return tuple(facts)


def _line_up(card: BandCard, reader: Reader) -> list[Block]:
    """The members first, then the deps part by part."""
    players = [each for each in card.members if each.role is not Role.DEP]
    deps = [each for each in card.members if each.role is Role.DEP]
    blocks: list[Block] = [Listing(tuple(_member(each, card, reader) for each in players))]
    if deps:
        lines = (_pool(part, pool, card, reader) for part, pool in sorted(_by_part(deps).items()))
        blocks += [Paragraph(reader.say("Deps, by part:")), Listing(tuple(lines))]
    return blocks


def _by_part(deps: Sequence[Membership]) -> dict[str, list[Membership]]:
    """The deps of each part; a dep who plays several is in each, one who named none under ""."""
    pools: dict[str, list[Membership]] = {}
    for dep in deps:
        for part in sorted(parts_of(dep.part)) or [""]:
            pools.setdefault(part, []).append(dep)
    return pools


def _pool(part: str, deps: list[Membership], card: BandCard, reader: Reader) -> Line:
    names = [
        reader.label("{name} (you)", name=each.name) if each.person == card.you else each.name
        for each in deps
    ]
    head = Strong(part.capitalize() if part else reader.label("Any part"))
    return reader.say("{part} · {names}", part=head, names=formats.listing(names, reader.locale))


def _member(member: Membership, card: BandCard, reader: Reader) -> Line:
    name = named(member, reader, you=member.person == card.you)
    return reader.say(
        "{name} · {part}, {role}, {need}",
        name=name,
        part=part_name(member, reader),
        role=role_name(member.role, reader),
        need=need_name(member, reader),
    )
