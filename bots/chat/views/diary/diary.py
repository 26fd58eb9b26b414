"""What is said back about one's own diary."""

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
    line,
    rows,
)
from bots.chat.turn import Reader
from bots.chat.views.diary.clashes import clash_line, tell_them
from bots.chat.views.diary.mine import month_names
from bots.chat.views.person.people import person_turned
from bots.chat.views.understanding import assumption_lines, entry, kind_word, occurrence, rule_line
from core import formats
from core.people.changes import PersonProfileSet, PersonSettingsSet, PersonZoneSet
from core.scheduling.availability.changes import MonthConfirmed
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments.changes import CommitmentAnswered
from core.scheduling.diary.changes import DiarySpared
from core.scheduling.diary.corrections import Corrected, EntryForgotten
from core.scheduling.diary.marking import AlreadyFree, AlreadySo, Marked, Occurrence
from core.scheduling.diary.zones import ZoneSet
from core.undo import Redone, Undone
from presentation.words import called, plural


def marked(result: Marked, reader: Reader) -> Reply:
    """What was understood, its next dates, what was assumed; Undo."""
    head = line("📅 For ", Strong(result.whose), ": ") if result.whose else line("📅 ")
    title, blocks = _said(head, result.said, reader)
    if result.before:
        blocks.append(Paragraph(reader.say("Before: {rule}", rule=entry(result.before, reader))))
    blocks += _coming(result.said, result.next, reader)
    if result.whose:
        sentence = "{name} is told, sees that it came from you, and can take it back."
        blocks.append(Paragraph(reader.say(sentence, name=called(result.whose))))
    blocks += [Paragraph(words) for words in assumption_lines(result.assumptions, reader)]
    blocks += _zone_taken(result.zone_taken, reader)
    undo = Action("Undo", UndoChange(result.change))
    blocks += [Paragraph(clash_line(each, reader)) for each in result.clashes]
    return Reply(title, tuple(blocks), rows(undo, *tell_them(result.clashes, reader)), Tone.DIARY)


def already_so(result: AlreadySo, reader: Reader) -> Reply:
    """Said before, and still true."""
    title, blocks = _said(line("📅 Already so: "), result.said, reader)
    blocks += _coming(result.said, result.next, reader)
    return Reply(title, tuple(blocks), tone=Tone.DIARY)


def already_free(result: AlreadyFree, reader: Reader) -> Reply:
    """Nothing to free."""
    blocks: list[Block] = [
        Listing(tuple(rule_line(rule, reader) for rule in result.rules)),
        Paragraph(reader.say("Nothing in your diary had to change.")),
        *_zone_taken(result.zone_taken, reader),
    ]
    if result.months:
        months = month_names(result.months, reader)
        blocks.insert(2, Paragraph(reader.say("It counts as confirmed: {months}.", months=months)))
    title = reader.say("📅 You were free then already")
    buttons = rows(Action("Undo", UndoChange(result.change))) if result.change else ()
    return Reply(title, tuple(blocks), buttons, Tone.DIARY)


def undone(result: Undone, reader: Reader) -> Reply:
    """What was taken back; Redo."""
    head = "Already undone" if result.before else "Undone"
    redo = Action("Redo", RedoChange(result.change.id))
    return _turned(head, "no longer ", result, reader, redo)


def redone(result: Redone, reader: Reader) -> Reply:
    """What stands again; Undo."""
    head = "It stands already" if result.before else "Back again"
    undo = Action("Undo", UndoChange(result.change.id))
    return _turned(head, "", result, reader, undo)


def corrected(result: Corrected, reader: Reader) -> Reply:
    """What it is now, and what it was; Undo."""
    title = line("📅 Changed: ", entry(result.after, reader))
    before = reader.say("Before: {rule}", rule=rule_line(result.before.rule, reader))
    return Reply(title, (Paragraph(before),), rows(Action("Undo", UndoChange(result.change))), Tone.DIARY)


def dropped(result: EntryForgotten, reader: Reader) -> Reply:
    """What is in the diary no more; Undo."""
    lines = tuple(_not_so(each, "no longer ", reader) for each in result.said)
    undo = Action("Undo", UndoChange(result.change))
    return Reply(reader.say("📅 Forgotten"), (Listing(lines),), rows(undo), Tone.DIARY)


def zone_set(result: ZoneSet, reader: Reader) -> Reply:
    """The zone, what time it is taken to be there, and what moved along."""
    city = formats.city_of(result.zone)
    if result.change is None:
        title = reader.say("🕒 Your zone is {zone} already", zone=Strong(result.zone))
        return Reply(title, tone=Tone.DIARY)
    title = reader.say("🕒 Your zone is now {zone}", zone=Strong(result.zone))
    blocks: list[Block] = [Paragraph(reader.say("Times you give from now on are {city} time.", city=city))]
    if result.moved and result.old:
        moved = plural(result.moved, "1 rule keeps its hours", "{n} rules keep their hours")
        blocks.append(Paragraph(reader.say("{moved}, now in {city} time.", moved=moved, city=city)))
    if result.kept:
        kept = plural(result.kept, "1 rule stays as it was", "{n} rules stay as they were")
        blocks.append(Paragraph(reader.say("{kept}, in the zone you said it in.", kept=kept)))
    undo = Action("Undo", UndoChange(result.change))
    return Reply(title, tuple(blocks), rows(undo), Tone.DIARY)


def _zone_taken(zone: str | None, reader: Reader) -> list[Block]:
    if zone is None:
        return []
    sentence = "Your zone is {zone} now. Elsewhere? {say}"
    return [Paragraph(reader.say(sentence, zone=Strong(zone), say=Say("timezone")))]


def _said(head: Line, said: Sequence[Availability], reader: Reader) -> tuple[Line, list[Block]]:
    kinds = {each.kind for each in said}
    if len(said) == 1:
        return line(head, entry(said[0], reader)), []
    if len(kinds) == 1:
        items = tuple(rule_line(each.rule, reader) for each in said)
        return line(head, kind_word(said[0].kind)), [Listing(items)]
    return line(head, "Noted"), [Listing(tuple(entry(each, reader) for each in said))]


def _coming(said: Sequence[Availability], coming: Sequence[Occurrence], reader: Reader) -> list[Block]:
    if not any(each.rule.repeat for each in said) or not coming:
        return []
    whole = all(each.rule.all_day for each in said)
    days = dict.fromkeys(occurrence(start, end, reader, whole_days=whole) for start, end in coming)
    return [Paragraph(reader.say("Next: {days}", days=", ".join(days)))]


def _turned(head: str, no: str, result: Undone | Redone, reader: Reader, button: Action) -> Reply:
    undone = isinstance(result, Undone)
    blocks: list[Block] = []
    match result.change.facts:
        case PersonZoneSet(old=old, new=new):
            zone = old if undone else new
            blocks.append(
                Paragraph(reader.say("Your zone is {zone} again.", zone=Strong(zone)))
                if zone
                else Paragraph(reader.say("I don't know your zone any more."))
            )
        case MonthConfirmed(new=months):
            sentence = f"{{months}}: {'no longer confirmed' if undone else 'confirmed'}."
            blocks.append(Paragraph(reader.say(sentence, months=Strong(month_names([*months], reader)))))
        case DiarySpared(day=day):
            spared = formats.day(day, reader.locale, today=reader.today)
            again = "holds again" if undone else "is left out again"
            blocks.append(Paragraph(reader.say(f"{{day}} {again}.", day=Strong(spared))))
        case (PersonProfileSet() | PersonSettingsSet()) as facts:
            blocks += person_turned(facts, back=undone, reader=reader)
        case CommitmentAnswered():
            blocks.append(Paragraph(reader.say("How it stands: {say}", say=Say("gigs"))))
        case _:
            others = result.back if isinstance(result, Undone) else result.gone
            other = "" if undone else "no longer "
            lines = [_not_so(each, no, reader) for each in result.said]
            lines += [_not_so(each, other, reader) for each in others]
            blocks.append(Listing(tuple(lines)))
    if result.whose:
        blocks.append(
            Paragraph(reader.say("It is {name}'s diary; {name} is told.", name=called(result.whose)))
        )
    return Reply(reader.say(f"↩ {head}"), tuple(blocks), rows(button), Tone.DIARY)


def _not_so(said: Availability, no: str, reader: Reader) -> Line:
    word = kind_word(said.kind)
    return line(f"{no.capitalize()}{word.lower() if no else word} ", rule_line(said.rule, reader))
