"""The contracts of core.scheduling.availability.ports.TakenTimes and Confirmations, told together and apart."""

from datetime import date, datetime, timedelta

from core.scheduling.availability.ports import LastLook, TakenTime
from core.scheduling.calendars.outcome import BusyTimes, ReadCalendar
from core.scheduling.commitments.commitment import NewCommitment
from core.scheduling.kinds import CommitmentKind, CommitmentState, Kind
from core.scheduling.recurrence.rules import Rule
from storage.scheduling.feed_claims import SqlFeedStore
from tests.storage.makings import NOW, band, person

RULE = Rule(datetime(2026, 12, 1, 18), "Europe/London", timedelta(hours=3))
SPAN = {"start": NOW, "end": NOW + timedelta(days=30)}
HOUR = timedelta(hours=1)


def rehearsal(of, by):
    start = datetime(2026, 12, 1, 19)
    return NewCommitment(
        band=of,
        kind=CommitmentKind.REHEARSAL,
        state=CommitmentState.CONFIRMED,
        start=start,
        end=start + 2 * HOUR,
        zone="Europe/London",
        location=None,
        made_by=by,
        made_at=NOW,
        answer_by=None,
    )


async def test_what_is_taken_and_who_has_looked_are_the_same_in_one_look_as_in_two(units, engine):
    async with units.write() as unit:
        ann, bob, cy = [(await person(unit, name)) for name in ("Ann", "Bob", "Cy")]
        foxes = await band(unit, "Foxes", ann, bob)
        await unit.commitments.add(rehearsal(foxes, ann.id))
        await unit.feeds.add(ann.id, "https://example.org/a.ics", at=NOW)
        await unit.confirmations.set(ann.id, {date(2026, 12, 1): NOW, date(2027, 1, 1): NOW + HOUR})
        await unit.diaries.add(bob.id, Kind.BUSY, RULE, words="", at=NOW - HOUR)
        await unit.diaries.add(cy.id, Kind.BUSY, RULE, words="", at=NOW, by=ann.id)
    feeds = SqlFeedStore(engine)
    (due,) = await feeds.claim(worker="one", now=NOW, lease_seconds=60, limit=1)
    begin = int(NOW.timestamp()) + 3600
    found = ReadCalendar(BusyTimes(((begin, begin + 60),), (), begin + 400 * 86_400), 1, 0)
    kept = {"worker": "one", "etag": None, "changed": None, "tell": None}
    await feeds.keep(due, now=NOW, due_at=NOW + HOUR, found=found, **kept)
    people = [ann.id, bob.id, cy.id]
    async with units.read() as unit:
        together = await unit.taken.with_last_looks(people, **SPAN)
        taken, looks = await unit.taken.of(people, **SPAN), await unit.confirmations.last_looks(people)
        assert together == {who: (taken[who], looks[who]) for who in people}
        assert await unit.taken.with_last_looks([], **SPAN) == {}
    assert taken[ann.id].imported == ((begin, begin + 60),)
    assert [each.band for who in (ann, bob) for each in taken[who.id].occupied] == [foxes, foxes]
    assert looks[ann.id] == LastLook(NOW + HOUR, frozenset({date(2026, 12, 1), date(2027, 1, 1)}))
    assert looks[bob.id] == LastLook(NOW - HOUR)
    assert together[cy.id] == (TakenTime(), LastLook())
