"""A rehearsal or a gig as a file."""

from bots.chat.reply import File, Paragraph, Reply, Say, Strong, Tone
from bots.chat.results.publications import EntryWritten
from bots.chat.turn import Reader
from core import formats


def entry_written(result: EntryWritten, reader: Reader) -> Reply:
    """The file, and the way to have them all."""
    commitment = result.shown.commitment
    day = formats.day(commitment.start.date(), reader.locale, today=reader.today)
    title = reader.say(_TITLES[result.shown.is_gig], band=Strong(result.shown.band), day=day)
    stays = reader.say(
        "It stays as it is now. Calendars that keep themselves right: {say}", say=Say("calendar")
    )
    file = File(f"{commitment.start:%Y-%m-%d}.ics", result.content)
    return Reply(title, (Paragraph(stays),), tone=Tone.BAND, file=file)


_TITLES = {
    True: "📅 The gig of {band}, {day}, for your calendar",
    False: "📅 The rehearsal of {band}, {day}, for your calendar",
}
"""By whether it is a gig."""
