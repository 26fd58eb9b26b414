"""What is said about a band's habits: its "evening" and the like, its hours, its shortest length."""

from bots.chat.buttons.conversation import UndoChange
from bots.chat.reply import Action, Block, Facts, Line, Paragraph, Reply, Say, Strong, Tone, line, rows
from bots.chat.turn import Reader
from core import formats
from core.bands import Band
from core.bands.habits import HabitsSet
from core.habits import DAY_PARTS, PlayableHours

_FEW = 2


def habits_set(result: HabitsSet, reader: Reader) -> Reply:
    """The habit as it is now, and how to undo it."""
    fact = habit_facts(result.band, reader)[result.changed]
    band = Strong(result.band.name)
    if result.change is None:
        return Reply(reader.say("🎸 {band}: nothing to change", band=band), (Facts((fact,)),), tone=Tone.BAND)
    title = reader.say("🎸 A habit of {band} has changed", band=band)
    back = Say(f"band edit field: {result.changed.replace('_', ' ')} value: default")
    blocks: list[Block] = [Facts((fact,))]
    if result.changed in DAY_PARTS:
        known = reader.say("Entries already in diaries keep their hours.")
        blocks.append(Paragraph(known))
    blocks.append(Paragraph(reader.say("Back to the usual: {say}", say=back)))
    return Reply(
        title, tuple(blocks), rows(Action(reader.label("Undo"), UndoChange(result.change))), Tone.BAND
    )


def habit_facts(band: Band, reader: Reader) -> dict[str, tuple[str, Line]]:
    """The label and value of each habit, by its key."""
    habits = band.habits
    facts = {
        key: (reader.label(_DAY_PARTS[key]), line(formats.hours(part.start, part.end, reader.locale)))
        for key, part in habits.day_parts.items()
    }
    hours = [_hours(each, reader) for each in habits.playable]
    never = set(range(7)) - {day for each in habits.playable for day in each.weekdays}
    if never:
        names = [formats.weekday(day, reader.locale) for day in sorted(never)]
        hours.append(reader.label("never {days}", days=formats.listing(names, reader.locale)))
    facts["hours"] = (reader.label("Hours"), line("; ".join(hours)))
    length = reader.say("{hours} h or longer", hours=f"{habits.min_minutes / 60:g}")
    facts["length"] = (reader.label("Length"), length)
    return facts


_DAY_PARTS = {
    "morning": "Morning",
    "lunch": "Lunch",
    "afternoon": "Afternoon",
    "after_work": "After work",
    "evening": "Evening",
    "night": "Night",
    "late": "Late",
}


def _hours(hours: PlayableHours, reader: Reader) -> str:
    numbers = sorted(hours.weekdays)
    names = [formats.weekday(day, reader.locale) for day in numbers]
    running = len(numbers) > _FEW and numbers == list(range(numbers[0], numbers[-1] + 1))
    days = (
        reader.label("{first} to {last}", first=names[0], last=names[-1])
        if running
        else formats.listing(names, reader.locale)
    )
    return reader.label(
        "{days} {hours}", days=days, hours=formats.hours(hours.start, hours.end, reader.locale)
    )
