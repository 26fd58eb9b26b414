"""What was taken back, or done again, of a band and of the places in it."""

from bots.chat.buttons.conversation import RedoChange, UndoChange
from bots.chat.reply import Action, Facts, Line, Reply, Strong, Tone, rows
from bots.chat.turn import Reader
from bots.chat.views.band.editing import field_facts
from bots.chat.views.band.members import place
from core.bands.changes import BandEditedFacts, BandHabitsSet
from core.bands.plans import BandTurned
from core.bands.state import state_of
from presentation.words import called

_HEADS = {
    (True, False): "Undone",
    (True, True): "Already undone",
    (False, False): "Back again",
    (False, True): "It stands already",
}


def band_turned(result: BandTurned, reader: Reader) -> Reply:
    """How it stands now; Redo or Undo."""
    what = called(result.member.name) if result.member else result.band.name
    head = _HEADS[result.undone, result.before]
    title = reader.say(f"↩ {head}: {{what}} as it stands now", what=Strong(what))
    facts = place(result.member) if result.member else _of_band(result, reader)
    again = "redo" if result.undone else "undo"
    which = result.change.id
    change = RedoChange(which) if result.undone else UndoChange(which)
    button = Action(again.capitalize(), change)
    return Reply(title, (Facts(facts),), rows(button), Tone.BAND)


def _of_band(result: BandTurned, reader: Reader) -> tuple[tuple[str, Line], ...]:
    facts, known = result.change.facts, state_of(result.band)
    new = facts.new if isinstance(facts, BandHabitsSet | BandEditedFacts) else ()
    return field_facts(result.band, [each for each in new if each in known], reader)
