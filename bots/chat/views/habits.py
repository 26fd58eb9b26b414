"""What a band's words and hours mean."""

from bots.chat.reply import Block, Facts, Line, Paragraph, Reply, Say, Strong, Tone, line
from bots.chat.turn import Reader
from core import formats
from core.bands.habits import HabitsSet
from core.habits import DAY_PARTS, PlayableHours

_FEW = 2


def habits_set(result: HabitsSet, reader: Reader) -> Reply:
    """What holds now; all of it when it was only looked at."""
    facts = _facts(result, reader)
    band = Strong(result.band.name)
    if result.changed == "all":
        how = Say("band edit field: evening value: 19:00-23:00")
        title = reader.say("🎸 The habits of {band}", band=band)
        change = reader.say("To change one: {say}", say=how)
        return Reply(title, (Facts(tuple(facts.values())), Paragraph(change)), tone=Tone.BAND)
    title = reader.say("🎸 A habit of {band} has changed", band=band)
    back = Say(f"band edit field: {result.changed.replace('_', ' ')} value: default")
    blocks: list[Block] = [Facts((facts[result.changed],))]
    if result.changed in DAY_PARTS:
        known = reader.say("What was said before keeps the hours it was given.")
        blocks.append(Paragraph(known))
    blocks.append(Paragraph(reader.say("Back: {say}", say=back)))
    return Reply(title, tuple(blocks), tone=Tone.BAND)


def _facts(result: HabitsSet, reader: Reader) -> dict[str, tuple[str, Line]]:
    habits = result.band.habits
    facts = {
        key: (key.replace("_", " ").capitalize(), line(formats.hours(part.start, part.end, reader.locale)))
        for key, part in habits.day_parts.items()
    }
    hours = "; ".join(_hours(each, reader) for each in habits.playable)
    facts["hours"] = ("Hours", line(hours))
    facts["length"] = ("Length", line(f"{habits.min_minutes / 60:g} h or longer"))
    return facts


def _hours(hours: PlayableHours, reader: Reader) -> str:
    numbers = sorted(hours.weekdays)
    names = [formats.weekday(day, reader.locale) for day in numbers]
    running = len(numbers) > _FEW and numbers == list(range(numbers[0], numbers[-1] + 1))
    days = f"{names[0]} to {names[-1]}" if running else formats.listing(names, reader.locale)
    return f"{days} {formats.hours(hours.start, hours.end, reader.locale)}"
