"""Notices to people whose diary somebody else has written into."""

from datetime import datetime

from bots.chat.buttons.conversation import RedoChange, UndoChange
from bots.chat.reply import Action, Line, Listing, Paragraph, Reply, Say, Strong, Tone, rows
from bots.chat.results.diary import Entered
from bots.chat.turn import Reader
from bots.chat.views.understanding.rules import entry
from core import formats
from core.scheduling.availability.ports import Availability
from core.scheduling.diary.page_changes import ChangedThere
from presentation.words import called


def entered(result: Entered, reader: Reader) -> Reply:
    """The new entries, their author, and how to take them out again."""
    by = called(result.by, reader.locale)
    if result.back:
        return _taken_back(result, reader)
    title = reader.say("📅 {name} has entered this for you", name=Strong(by))
    blocks = (
        Listing(tuple(entry(each, reader) for each in result.said)),
        Paragraph(reader.say("Not right? Take it back; {name} is not told why.", name=by)),
        Paragraph(reader.say("Sent because {name} owns {band}.", name=by, band=result.band.name)),
    )
    return Reply(
        title, blocks, rows(Action(reader.label("Take it back"), UndoChange(result.change))), Tone.DIARY
    )


def changed_there(result: ChangedThere, reader: Reader) -> Reply:
    """What the reader has changed on the page of their diary."""
    lines = [
        *(entry(each, reader) for each in result.said),
        *(reader.say("No longer: {rule}", rule=entry(each, reader)) for each in result.gone),
        *(_left_out(rule, begins, reader) for rule, begins in result.spared),
    ]
    blocks = (
        Listing(tuple(lines)),
        Paragraph(
            reader.say(
                "Your diary: {mine}. Take the last change back: {undo}", mine=Say("mine"), undo=Say("undo")
            )
        ),
        Paragraph(reader.say("Sent because your calendar was changed on its page.")),
    )
    undo = (Action(reader.label("Undo"), UndoChange(result.only)),) if result.only is not None else ()
    return Reply(reader.say("📅 Changed in your calendar"), blocks, rows(*undo), Tone.DIARY)


def _left_out(rule: Availability, begins: datetime, reader: Reader) -> Line:
    day = formats.day(begins.date(), reader.locale, today=reader.today)
    return reader.say("Not on {day}: {rule}", day=Strong(day), rule=entry(rule, reader))


def _taken_back(result: Entered, reader: Reader) -> Reply:
    by = called(result.by, reader.locale)
    title = reader.say("📅 {name} has taken back what was entered for you", name=Strong(by))
    blocks = (
        Listing(tuple(reader.say("No longer: {rule}", rule=entry(each, reader)) for each in result.said)),
        Paragraph(reader.say("Sent because it is your diary: {mine}", mine=Say("mine"))),
    )
    return Reply(
        title, blocks, rows(Action(reader.label("Keep it in"), RedoChange(result.change))), Tone.DIARY
    )
