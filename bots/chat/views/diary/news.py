"""Notices to people whose diary somebody else has written into."""

from bots.chat.buttons.conversation import RedoChange, UndoChange
from bots.chat.reply import Action, Listing, Paragraph, Reply, Say, Strong, Tone, rows
from bots.chat.results.diary import Entered
from bots.chat.turn import Reader
from bots.chat.views.understanding.rules import entry
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
