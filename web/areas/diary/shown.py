"""A calendar as the page's script reads it: the person's wall times, and what each thing is called."""

from collections.abc import Sequence
from datetime import datetime, time

from core.scheduling.commitments.commitment import Clash, Phase
from core.scheduling.diary.calendar import CalendarDate, CalendarShown
from core.scheduling.kinds import CommitmentKind, Kind
from presentation.commitments import when_of
from presentation.rules.sentences import entry_words
from web.areas.diary.answers import hours_words
from web.reader import PageReader

Things = list[dict[str, object]]
_KINDS = {Kind.BUSY: "Busy", Kind.MAYBE: "Maybe", Kind.FREE: "Free"}
_NAMES = {CommitmentKind.REHEARSAL: "Rehearsal: {band}", CommitmentKind.GIG: "Gig: {band}"}
_PROPOSED = {
    CommitmentKind.REHEARSAL: "Rehearsal with {band}, {when}, not confirmed yet",
    CommitmentKind.GIG: "Gig with {band}, {when}, not confirmed yet",
}
_CONFIRMED = {
    CommitmentKind.REHEARSAL: "Rehearsal with {band}, {when}",
    CommitmentKind.GIG: "Gig with {band}, {when}",
}


def things_of(
    shown: CalendarShown,
    green: Sequence[tuple[datetime, datetime]],
    band: str,
    reader: PageReader,
    now: datetime,
) -> Things:
    """Everything in the calendar, what lies lower first."""
    zones = [_green(start, end, band, reader) for start, end in green]
    imported = [_imported(start, end, reader) for start, end in shown.imported]
    dates = [_date(each, reader) for each in shown.dates]
    commitments = [_commitment(each, reader, now) for each in shown.commitments]
    return [*zones, *imported, *dates, *commitments]


def _date(each: CalendarDate, reader: PageReader) -> dict[str, object]:
    said = each.said
    whole = said.rule.all_day and _midnights(each.start, each.end)
    begins = _wall(each.start, whole=whole)
    return {
        "id": f"{said.id}:{begins}",
        "rule": said.id,
        "begins": begins,
        "start": begins,
        "end": _wall(each.end, whole=whole),
        "allDay": whole,
        "title": reader.label(_KINDS[said.kind]),
        "words": entry_words(said.kind, said.rule, reader),
        "kind": said.kind.value,
        "repeats": said.rule.repeat is not None,
        "loose": each.loose,
    }


def _commitment(each: Clash, reader: PageReader, now: datetime) -> dict[str, object]:
    commitment = each.commitment
    proposed = commitment.phase(now) in (Phase.PROPOSED, Phase.RAN_OUT)
    words = (_PROPOSED if proposed else _CONFIRMED)[commitment.kind]
    return {
        "id": f"commitment:{commitment.id}",
        "start": _wall(commitment.start, whole=False),
        "end": _wall(commitment.end, whole=False),
        "allDay": False,
        "title": reader.label(_NAMES[commitment.kind], band=each.band),
        "words": reader.label(words, band=each.band, when=when_of(commitment, reader)),
        "kind": "proposed" if proposed else "fixed",
    }


def _imported(start: datetime, end: datetime, reader: PageReader) -> dict[str, object]:
    whole = _midnights(start, end)
    when = hours_words(start, end, reader)
    return {
        "id": f"imported:{start.isoformat()}",
        "start": _wall(start, whole=whole),
        "end": _wall(end, whole=whole),
        "allDay": whole,
        "title": reader.label("Elsewhere"),
        "words": reader.label("From your calendar elsewhere: {when}", when=when),
        "kind": "imported",
    }


def _green(start: datetime, end: datetime, band: str, reader: PageReader) -> dict[str, object]:
    return {
        "id": f"green:{start.isoformat()}",
        "start": _wall(start, whole=False),
        "end": _wall(end, whole=False),
        "allDay": False,
        "title": reader.label("{band} can play, {when}", band=band, when=hours_words(start, end, reader)),
        "kind": "green",
    }


def _midnights(start: datetime, end: datetime) -> bool:
    return start.time() == time() == end.time()


def _wall(at: datetime, *, whole: bool) -> str:
    return at.date().isoformat() if whole else at.strftime("%Y-%m-%dT%H:%M")
