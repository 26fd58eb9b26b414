"""One's own diary and its rules, one by one."""

from collections.abc import Sequence
from datetime import date

from bots.chat.buttons.conversation import UndoChange
from bots.chat.buttons.diary import AllAsUsual, DiaryEntry, DiaryPage, RemoveEntry, RewordEntry, SpareDate
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Inside,
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
from bots.chat.results.diary import DiaryShown
from bots.chat.turn import Reader
from bots.chat.views.calendars import diary_calendar, in_words
from bots.chat.views.understanding.rules import entry as entry_line
from core import formats
from core.scheduling.availability.freshness import Confirmed
from core.scheduling.availability.ports import Availability
from core.scheduling.diary.entries import DateSpared, EntryCard
from core.scheduling.diary.overview import DiaryDate, DiaryOverview
from core.scheduling.kinds import CommitmentKind
from presentation.addresses import MINI_APP
from presentation.words import called

SHOWN = 8
_DATES = {
    CommitmentKind.REHEARSAL: "🎸 {day}, {hours}: rehearsal with {band}",
    CommitmentKind.GIG: "🎸 {day}, {hours}: gig with {band}",
}


def diary(page: DiaryShown, reader: Reader) -> Reply:
    """The person's rules, numbered in the order they were said; other busy times; confirmed months."""
    result, skip = page.overview, page.skip
    first, last = (_day(day, reader) for day in (result.first, result.last))
    title = reader.say("📅 Your diary, {first} to {last}", first=first, last=last)
    shown = result.said[skip : skip + SHOWN]
    blocks: list[Block] = []
    if shown:
        numbered = enumerate(shown, skip + 1)
        blocks.append(Listing(tuple(line(f"{n}. ", _rule(said, reader)) for n, said in numbered)))
        if len(result.said) > 1:
            blocks.append(Paragraph(reader.say("Where two of them overlap, the later one counts.")))
    else:
        blocks.append(Paragraph(reader.say("Nothing in it yet for these days.")))
    rest = len(result.said) - skip - len(shown)
    if rest:
        blocks.append(Paragraph(reader.say("{n} more after that.", n=str(rest))))
    if not skip:
        blocks += [Paragraph(words) for words in _notes(result, reader)]
        blocks += in_words(diary_calendar(result, reader), reader) if result.imported else []
    if shown:
        blocks.append(Paragraph(reader.say("Press a number to change that rule.")))
    picture = None if skip else diary_calendar(result, reader)
    return Reply(title, tuple(blocks), _buttons(page, shown, rest, reader), Tone.DIARY, picture=picture)


def entry(result: EntryCard, reader: Reader) -> Reply:
    """One rule: Edit, Remove, and the dates on which it may be left out."""
    title = line("📅 ", entry_line(result.said, reader))
    blocks: list[Block] = []
    if result.by is not None:
        blocks.append(
            Paragraph(
                reader.say("{name} has entered this for you.", name=Strong(called(result.by, reader.locale)))
            )
        )
    else:
        said = reader.say("You said: {words}", words=Strong(result.said.words[:_QUOTED]))
        blocks.append(Paragraph(said))
    which = result.said.id
    buttons: list[Button] = [
        Action(reader.label("Edit"), RewordEntry(which), Weight.FIRST),
        Action(reader.label("Remove"), RemoveEntry(which), Weight.DANGER),
    ]
    dates: list[Button] = []
    if result.coming:
        blocks.append(Paragraph(reader.say("Not this time? Press the date to leave out.")))
        dates = [Action(_day(day, reader), SpareDate(which, day)) for day in result.coming]
    if result.more:
        further = result.coming[-1].toordinal() + 1
        buttons.append(Action(reader.label("Later dates"), DiaryEntry(which, further)))
    return Reply(title, tuple(blocks), (*rows(*dates), *rows(*buttons)), Tone.DIARY)


def spared(result: DateSpared, reader: Reader) -> Reply:
    """One date was left out of a rule; Undo."""
    day = Strong(_day(result.day, reader))
    if result.change is None:
        title = reader.say("📅 {day} was left out already", day=day)
        return Reply(title, (Paragraph(entry_line(result.said, reader)),), tone=Tone.DIARY)
    title = reader.say("📅 Not on {day}", day=day)
    buttons = rows(
        Action(reader.label("Undo"), UndoChange(result.change)),
        Action(reader.label("Another date"), DiaryEntry(result.said.id, result.day.toordinal() + 1)),
    )
    return Reply(title, (Paragraph(entry_line(result.said, reader)),), buttons, Tone.DIARY)


def confirmed(result: Confirmed, reader: Reader) -> Reply:
    """The months that now count as confirmed; Undo."""
    months = Strong(month_names(result.months, reader))
    if result.change is None:
        return Reply(
            reader.say("📅 {months}: confirmed today already", months=months), tone=Tone.DIARY, stays=True
        )
    title = reader.say("📅 {months}: all as usual, confirmed", months=months)
    how = reader.say(
        "Your bands see that you have looked, nothing more. Not as usual after all? {say}",
        say=Say("busy every Tuesday evening"),
    )
    buttons = rows(Action(reader.label("Undo"), UndoChange(result.change)))
    return Reply(title, (Paragraph(how),), buttons, Tone.DIARY, stays=True)


def month_names(months: Sequence[date], reader: Reader) -> str:
    """Several months by name; three and more in a row as "January to April"."""
    names = [formats.month_of(month, reader.locale, today=reader.today) for month in months]
    if len(names) <= _FEW:
        return formats.listing(names, reader.locale)
    return reader.label("{first} to {last}", first=names[0], last=names[-1])


_FEW = 2
_QUOTED = 200


def _rule(said: Availability, reader: Reader) -> Line:
    words = entry_line(said, reader)
    return reader.say("{rule} (entered for you)", rule=words) if said.said_by else words


def _notes(result: DiaryOverview, reader: Reader) -> list[Line]:
    base = "Otherwise you count as free." if result.free_by_default else "You are free only where you say so."
    notes = [_date(each, reader) for each in result.dates[:SHOWN]]
    if result.imported:
        notes.append(
            reader.say("Your calendars add busy times where you have said nothing: {say}", say=Say("import"))
        )
    notes.append(reader.say(base))
    if result.elsewhere:
        one, many = "1 more rule is about other days.", "{n} more rules are about other days."
        notes.append(reader.plural(result.elsewhere, one, many))
    done = [month for month in result.months if month in result.confirmed]
    if done:
        notes.append(reader.say("Confirmed: {months}.", months=month_names(done, reader)))
    notes.append(reader.say("Add to it: {say}", say=Say("busy every Tuesday evening")))
    return notes


def _date(each: DiaryDate, reader: Reader) -> Line:
    hours = formats.hours(each.start.time(), each.end.time(), reader.locale)
    return reader.say(
        _DATES[each.kind],
        day=Strong(_day(each.start.date(), reader)),
        hours=hours,
        band=each.band,
    )


def _buttons(
    page: DiaryShown, shown: Sequence[Availability], rest: int, reader: Reader
) -> tuple[tuple[Button, ...], ...]:
    result, skip = page.overview, page.skip
    numbers = [Action(str(number), DiaryEntry(said.id, 0)) for number, said in enumerate(shown, skip + 1)]
    others: list[Button] = []
    open_ = [month for month in result.months if month not in result.confirmed]
    if open_ and not skip:
        count = (open_[-1].year - open_[0].year) * 12 + open_[-1].month - open_[0].month + 1
        others.append(Action(_as_usual(open_, reader), AllAsUsual(open_[0], count)))
    if rest:
        days = (result.last - result.first).days + 1
        others.append(Action(reader.label("More"), DiaryPage(result.first, days, skip + SHOWN)))
    if not skip:
        others.append(Inside(reader.label("Calendar"), MINI_APP))
    return (*rows(*numbers), *rows(*others))


def _as_usual(months: Sequence[date], reader: Reader) -> str:
    if len(months) > 1:
        return reader.label("All as usual")
    month = formats.month_of(months[0], reader.locale, today=reader.today)
    return reader.label("{month} as usual", month=month)


def _day(value: date, reader: Reader) -> str:
    return formats.day(value, reader.locale, today=reader.today)
