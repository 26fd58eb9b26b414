"""What is said when a change of a band or a membership was undone or redone."""

from bots.chat.buttons.conversation import RedoChange, UndoChange
from bots.chat.reply import Action, Facts, Line, Reply, Strong, Tone, rows
from bots.chat.turn import Reader
from bots.chat.views.band.kits import kit_facts
from bots.chat.views.band.members import membership_facts
from bots.chat.views.band.profile import field_facts
from core.bands.changes import BandEditedFacts, BandHabitsSet, BandKitEdited
from core.bands.plans import BandTurned
from core.bands.state import state_of
from presentation.words import called

_HEADS = {
    (True, False): "↩ Undone: {what} as it stands now",
    (True, True): "↩ Already undone: {what} as it stands now",
    (False, False): "↩ Back again: {what} as it stands now",
    (False, True): "↩ It stands already: {what} as it stands now",
}


def band_turned(result: BandTurned, reader: Reader) -> Reply:
    """How it stands now; Redo or Undo."""
    what = called(result.member.name, reader.locale) if result.member else result.band.name
    title = reader.say(_HEADS[result.undone, result.before], what=Strong(what))
    facts = membership_facts(result.member, reader) if result.member else _of_band(result, reader)
    which = result.change.id
    change = RedoChange(which) if result.undone else UndoChange(which)
    button = Action(reader.label("Redo" if result.undone else "Undo"), change)
    return Reply(title, (Facts(facts),), rows(button), Tone.BAND)


def _of_band(result: BandTurned, reader: Reader) -> tuple[tuple[str, Line], ...]:
    facts, known = result.change.facts, state_of(result.band)
    if isinstance(facts, BandKitEdited) and result.kit is not None:
        return kit_facts(result.kit, facts.new, reader)
    new = facts.new if isinstance(facts, BandHabitsSet | BandEditedFacts) else ()
    return field_facts(result.band, [each for each in new if each in known], reader)
