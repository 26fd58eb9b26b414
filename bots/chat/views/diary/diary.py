"""Answers to changes of a diary: marked, undone, corrected, moved to another zone."""

from collections.abc import Sequence

from bots.chat.buttons.conversation import RedoChange, UndoChange
from bots.chat.reply import (
    Action,
    Block,
    Line,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    rows,
)
from bots.chat.turn import Reader
from bots.chat.views.diary.clashes import clash_line, tell_them
from bots.chat.views.diary.mine import month_names
from bots.chat.views.person.people import person_turned
from bots.chat.views.understanding.assumptions import assumption_lines
from bots.chat.views.understanding.rules import entry, rule_line
from core import formats
from core.people.changes import PersonProfileSet, PersonSettingsSet, PersonZoneSet
from core.scheduling.availability.changes import MonthConfirmed
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments.changes import CommitmentAnswered
from core.scheduling.diary.changes import DiaryDateMoved, DiarySpared
from core.scheduling.diary.corrections import Corrected, EntryForgotten
from core.scheduling.diary.marking import AlreadyFree, AlreadySo, Marked, Occurrence
from core.scheduling.diary.zones import ZoneSet
from core.scheduling.phrases.understanding import Kind
from core.undo import Redone, Undone
from presentation.rules.sentences import occurrence
from presentation.words import called


def marked(result: Marked, reader: Reader) -> Reply:
    """The rules that were understood, their next dates, and what was assumed; Undo."""
    said, blocks = _said(result.said, reader)
    title = reader.say("📅 {said}", said=said)
    if result.whose:
        title = reader.say("📅 For {name}: {said}", name=Strong(result.whose), said=said)
    if result.before:
        blocks.append(Paragraph(reader.say("Before: {rule}", rule=entry(result.before, reader))))
    blocks += _coming(result.said, result.next, reader)
    if result.whose:
        told = "{name} will be told that it came from you, and can take it back."
        blocks.append(Paragraph(reader.say(told, name=called(result.whose, reader.locale))))
    blocks += [Paragraph(words) for words in assumption_lines(result.assumptions, reader)]
    blocks += _zone_taken(result.zone_taken, reader)
    undo = Action(reader.label("Undo"), UndoChange(result.change))
    blocks += [Paragraph(clash_line(each, reader)) for each in result.clashes]
    return Reply(title, tuple(blocks), rows(undo, *tell_them(result.clashes, reader)), Tone.DIARY)


def already_so(result: AlreadySo, reader: Reader) -> Reply:
    """The diary says the same already."""
    said, blocks = _said(result.said, reader)
    blocks += _coming(result.said, result.next, reader)
    return Reply(reader.say("📅 Already so: {said}", said=said), tuple(blocks), tone=Tone.DIARY)


def already_free(result: AlreadyFree, reader: Reader) -> Reply:
    """The person was free already; the months that this confirms."""
    blocks: list[Block] = [
        Listing(tuple(rule_line(rule, reader) for rule in result.rules)),
        Paragraph(reader.say("Nothing in your diary had to change.")),
        *_zone_taken(result.zone_taken, reader),
    ]
    if result.months:
        months = month_names(result.months, reader)
        blocks.insert(2, Paragraph(reader.say("That also confirms {months}.", months=months)))
    title = reader.say("📅 You were free then already")
    buttons = rows(Action(reader.label("Undo"), UndoChange(result.change))) if result.change else ()
    return Reply(title, tuple(blocks), buttons, Tone.DIARY)


def undone(result: Undone, reader: Reader) -> Reply:
    """The change that was taken back; Redo."""
    title = reader.say("↩ Already undone" if result.before else "↩ Undone")
    redo = Action(reader.label("Redo"), RedoChange(result.change.id))
    return Reply(title, _turned(result, reader), rows(redo), Tone.DIARY)


def redone(result: Redone, reader: Reader) -> Reply:
    """The change that holds again; Undo."""
    title = reader.say("↩ It stands already" if result.before else "↩ Back again")
    undo = Action(reader.label("Undo"), UndoChange(result.change.id))
    return Reply(title, _turned(result, reader), rows(undo), Tone.DIARY)


def corrected(result: Corrected, reader: Reader) -> Reply:
    """The rule as it is now and as it was; Undo."""
    title = reader.say("📅 Changed: {rule}", rule=entry(result.after, reader))
    before = reader.say("Before: {rule}", rule=rule_line(result.before.rule, reader))
    blocks = (Paragraph(before), *(Paragraph(clash_line(each, reader)) for each in result.clashes))
    undo = Action(reader.label("Undo"), UndoChange(result.change))
    return Reply(title, blocks, rows(undo, *tell_them(result.clashes, reader)), Tone.DIARY)


def forgotten(result: EntryForgotten, reader: Reader) -> Reply:
    """The rules that were taken out of the diary; Undo."""
    lines = tuple(_no_longer(each, reader) for each in result.said)
    undo = Action(reader.label("Undo"), UndoChange(result.change))
    return Reply(reader.say("📅 Forgotten"), (Listing(lines),), rows(undo), Tone.DIARY)


def zone_set(result: ZoneSet, reader: Reader) -> Reply:
    """The new zone, and how many earlier rules moved to it or stayed; Undo."""
    city = formats.city_of(result.zone)
    if result.change is None:
        title = reader.say("🕒 Your zone is {zone} already", zone=Strong(result.zone))
        return Reply(title, tone=Tone.DIARY)
    title = reader.say("🕒 Your zone is now {zone}", zone=Strong(result.zone))
    blocks: list[Block] = [Paragraph(reader.say("Times you give from now on are {city} time.", city=city))]
    if result.moved and result.old:
        moved = reader.plural(
            result.moved,
            "1 rule keeps its hours, now in {city} time.",
            "{n} rules keep their hours, now in {city} time.",
            city=city,
        )
        blocks.append(Paragraph(moved))
    if result.kept:
        kept = reader.plural(
            result.kept,
            "1 rule stays as it was, in the zone you said it in.",
            "{n} rules stay as they were, in the zone you said it in.",
        )
        blocks.append(Paragraph(kept))
    undo = Action(reader.label("Undo"), UndoChange(result.change))
    return Reply(title, tuple(blocks), rows(undo), Tone.DIARY)


def _zone_taken(zone: str | None, reader: Reader) -> list[Block]:
    if zone is None:
        return []
    sentence = "Your zone is {zone} now. Elsewhere? {say}"
    return [Paragraph(reader.say(sentence, zone=Strong(zone), say=Say("timezone")))]


def _said(said: Sequence[Availability], reader: Reader) -> tuple[Line, list[Block]]:
    """The end of the title, and a list below it where several things were said."""
    kinds = {each.kind for each in said}
    if len(said) == 1:
        return entry(said[0], reader), []
    if len(kinds) == 1:
        items = tuple(rule_line(each.rule, reader) for each in said)
        return reader.say(_KINDS[said[0].kind]), [Listing(items)]
    return reader.say("Noted"), [Listing(tuple(entry(each, reader) for each in said))]


_KINDS = {Kind.BUSY: "Busy", Kind.MAYBE: "Maybe", Kind.FREE: "Free"}


def _coming(said: Sequence[Availability], coming: Sequence[Occurrence], reader: Reader) -> list[Block]:
    if not any(each.rule.repeat for each in said) or not coming:
        return []
    whole = all(each.rule.all_day for each in said)
    days = dict.fromkeys(occurrence(start, end, reader, whole_days=whole) for start, end in coming)
    return [Paragraph(reader.say("Next: {days}", days=", ".join(days)))]


def _turned(result: Undone | Redone, reader: Reader) -> tuple[Block, ...]:
    """What holds now that a change was taken back, or done again."""
    blocks = _what_holds(result, reader)
    if result.whose:
        theirs = reader.say(
            "It is {name}'s diary, so {name} will be told.", name=called(result.whose, reader.locale)
        )
        blocks.append(Paragraph(theirs))
    return tuple(blocks)


def _what_holds(result: Undone | Redone, reader: Reader) -> list[Block]:
    undone = isinstance(result, Undone)
    match result.change.facts:
        case PersonZoneSet(old=old, new=new):
            return [Paragraph(_zone_again(old if undone else new, reader))]
        case MonthConfirmed(new=months):
            names = Strong(month_names([*months], reader))
            confirmed = "{months}: no longer confirmed." if undone else "{months}: confirmed."
            return [Paragraph(reader.say(confirmed, months=names))]
        case DiarySpared(day=day):
            spared = Strong(formats.day(day, reader.locale, today=reader.today))
            again = "{day} holds again." if undone else "{day} is left out again."
            return [Paragraph(reader.say(again, day=spared))]
        case DiaryDateMoved(begins=begins):
            spared = Strong(formats.day(begins.date(), reader.locale, today=reader.today))
            again = "{day} holds again." if undone else "{day} is left out again."
            return [
                Paragraph(reader.say(again, day=spared)),
                Listing(_rules_turned(result, reader)),
            ]
        case (PersonProfileSet() | PersonSettingsSet()) as facts:
            return person_turned(facts, back=undone, reader=reader)
        case CommitmentAnswered():
            return [Paragraph(reader.say("How it stands: {say}", say=Say("gigs")))]
        case _:
            return [Listing(_rules_turned(result, reader))]


def _zone_again(zone: str | None, reader: Reader) -> Line:
    if zone is None:
        return reader.say("I don't know your zone any more.")
    return reader.say("Your zone is {zone} again.", zone=Strong(zone))


def _rules_turned(result: Undone | Redone, reader: Reader) -> tuple[Line, ...]:
    """First the rules of the change itself, then those that it had replaced, or replaces again."""
    if isinstance(result, Undone):
        gone = [_no_longer(each, reader) for each in result.said]
        return (*gone, *(entry(each, reader) for each in result.back))
    stands = [entry(each, reader) for each in result.said]
    return (*stands, *(_no_longer(each, reader) for each in result.gone))


def _no_longer(said: Availability, reader: Reader) -> Line:
    return reader.say(_NO_LONGER[said.kind], rule=rule_line(said.rule, reader))


_NO_LONGER = {
    Kind.BUSY: "No longer busy {rule}",
    Kind.MAYBE: "No longer maybe {rule}",
    Kind.FREE: "No longer free {rule}",
}
