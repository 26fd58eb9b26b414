"""[Calendar file]: one rehearsal or gig to be added to a calendar by hand."""

import asyncio

from bots.chat.bandchoice import allowed
from bots.chat.buttons.publications import EntryFile
from bots.chat.results.publications import EntryWritten
from bots.chat.turn import Turn
from core.access import Right
from core.ids import CommitmentId
from core.journal import Gone
from core.publications.calendars import ShownCommitment
from presentation.calendar_entries import REFRESH, entry
from presentation.calendar_files.values import CalendarFile
from presentation.calendar_files.writer import written


async def entry_file(press: EntryFile, turn: Turn) -> EntryWritten:
    """The file; its UID is that of the calendars, so that an app does not show it twice."""
    found = await turn.unit.commitments.reach(CommitmentId(press.commitment), turn.person.id)
    if found is None:
        raise Gone
    commitment, band, membership = found
    await allowed(turn.unit, band, membership, Right.SEE)
    answers = await turn.unit.commitments.answers([commitment.id])
    shown = ShownCommitment(commitment, band.name, answers.get(commitment.id, {}).get(turn.person.id))
    made = entry(shown, None, turn.bot_address.web.secrets.origin, turn.reader.locale)
    file = CalendarFile(name=band.name, entries=(made,), refresh=REFRESH, zone=commitment.zone)
    return EntryWritten(shown, await asyncio.to_thread(written, file))
