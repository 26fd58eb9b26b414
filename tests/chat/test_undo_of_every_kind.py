"""Whatever was done: undone in the other order, all is exactly as it was; and done again, as it was then."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bots.chat.turn import PressedButton
from core.bands.changes import BandEditedFacts, BandHabitsSet, BandKitEdited, BandMemberChanged
from core.bands.wishes import wishes_from_json
from core.habits import habits_from_json
from core.ids import PersonId
from core.journal import Act
from core.marketplace.events.changes import TicketsChanged
from core.marketplace.venues.changes import VenueEditedFacts
from core.people.changes import PersonProfileSet, PersonSettingsSet, PersonZoneSet
from core.scheduling.availability.changes import MonthConfirmed
from core.scheduling.commitments.changes import CommitmentAnswered
from core.scheduling.diary.by_hand import move
from core.scheduling.diary.changes import DiaryDateMoved, DiaryEntered, DiaryMarked, DiarySpared
from core.scheduling.diary.pointed import PointedTime
from core.scheduling.recurrence.expansion import next_occurrences
from core.undo import PLANS
from storage import schema as tables
from tests.fakes.scenes import played
from tests.fakes.stage import text_of

LASTING = {
    "availability": ("person", "kind", "starts", "zone", "repeat", "exceptions", "words", "said_by", "id"),
    "person": ("id", "name", "zone", "language", "instruments", "free_by_default", "named"),
    "confirmation": ("person", "month", "at"),
    "band": ("id", "name", "city", "zone", "genres", "habits", "links", "wishes"),
    "press_kit": ("band", "kit"),
    "membership": ("id", "person", "role", "part", "required", "left_at"),
    "venue": ("id", "name", "city", "profile"),
    "event": ("id", "terms"),
    "rsvp": ("commitment", "person", "answer", "at"),
}
"""What counts as the state of things; who spoke when, and what was once there, does not."""

ON_PAGE = "one date of the first weekly rule moves on the calendar's page"
ACTS = {
    DiaryMarked: (
        ("Bo", "/busy every Tuesday evening"),
        ("Bo", "/busy 3-6 Dec"),
        ("Bo", "/maybe Fri 11 Dec"),
        ("Bo", "/free Sat 5 Dec"),
        ("Bo", "/busy every other Friday except 18 Dec"),
    ),
    DiaryEntered: (("Ana", "/busy Wednesdays member: Bo"), ("Ana", "/maybe 9 Dec member: Bo")),
    PersonZoneSet: (("Bo", "/timezone New York"), ("Bo", "/timezone Berlin")),
    MonthConfirmed: (("Bo", "/mine March", "March as usual"), ("Bo", "/free 2-5 Feb")),
    DiarySpared: (("Bo", "/mine December", "1", "Tue 15 Dec"), ("Bo", "/mine", "1", "Tue 1 Dec")),
    DiaryDateMoved: (("Bo", ON_PAGE, 0), ("Bo", ON_PAGE, 1)),
    PersonProfileSet: (("Bo", "/profile name: Robert"), ("Bo", "/profile instruments: drums, vocals")),
    PersonSettingsSet: (("Bo", "/settings", "Only when I say"), ("Bo", "/settings", "English (US)")),
    BandHabitsSet: (
        ("Ana", "/band edit field: evening value: 19:00-22:00"),
        ("Ana", "/band edit field: length value: 3 h"),
    ),
    BandEditedFacts: (
        ("Ana", "/band edit field: name value: The Wolves"),
        ("Ana", "/band edit field: genres value: indie, punk"),
        ("Ana", "/band edit field: instagram value: @thefoxes"),
        ("Ana", "/band edit field: radius value: 30 miles"),
        ("Ana", "/band edit field: fee value: £80"),
        ("Ana", "/band edit field: slots value: support, opener"),
    ),
    BandKitEdited: (
        ("Ana", "/epk field: draw value: 60 in Leeds"),
        ("Ana", "/epk field: draw value: remove"),
        ("Ana", "/epk field: video value: https://youtu.be/dQw4w9WgXcQ"),
        ("Ana", "/epk field: followers value: instagram 2400, tiktok 800"),
    ),
    BandMemberChanged: (
        ("Ana", "/band member Cy role: booker"),
        ("Ana", "/band member Cy part: bass"),
        ("Ana", "/band member Cy required: no"),
    ),
    VenueEditedFacts: (
        ("Ana", "/venue edit field: name value: The Crane"),
        ("Ana", "/venue edit field: city value: Bristol"),
        ("Ana", "/venue edit field: capacity value: 200"),
        ("Ana", "/venue edit field: rooms value: Main hall 200, Cellar 60"),
        ("Ana", "/venue edit field: instagram value: @theheron"),
    ),
    TicketsChanged: (
        ("Ana", "/tickets Fri 11 Dec https://pretix.eu/heron/friday"),
        ("Ana", "/tickets Fri 11 Dec url: dice.fm/event/heron"),
        ("Ana", "/tickets Fri 11 Dec", "Sold out"),
        ("Ana", "/tickets Fri 11 Dec", "Free"),
        ("Ana", "/tickets Fri 11 Dec", "Take the link away"),
    ),
    CommitmentAnswered: (("Cy", "I can't"), ("Cy", "Maybe"), ("Cy", "I can")),
}
steps = st.lists(st.sampled_from([each for acts in ACTS.values() for each in acts]), min_size=1, max_size=6)


def test_every_kind_that_can_be_undone_is_tried_here():
    assert set(ACTS) == set(PLANS)


async def state(units):
    found = {}
    async with units.read() as unit:
        for name, columns in LASTING.items():
            table = tables.metadata.tables[name]
            query = select(*(table.c[column] for column in columns)).order_by(*table.c)
            if name == "availability":
                query = query.where(table.c.removed_at.is_(None))
            rows = await unit._statements.rows(query)
            found[name] = [tuple(map(meaning, row._mapping, row)) for row in rows]
    return found


def meaning(column, value):
    """What a value stands for: nothing, and the habits and wishes of every band, are written in two ways."""
    read = {"habits": habits_from_json, "wishes": wishes_from_json}.get(column, lambda said: said or None)
    return repr(read(value))


async def last_change(units):
    table = tables.metadata.tables["change"]
    async with units.read() as unit:
        return await unit._statements.row(
            select(table.c.id, table.c.kind, table.c.person).order_by(table.c.id.desc())
        )


async def does(stage, act, card):
    """Type, then press what follows; a label alone is pressed on the rehearsal's card."""
    name, first, *labels = act
    if not first.startswith("/"):
        return await stage.presses(name, card, first)
    answer = await stage.says(name, first)
    for label in labels:
        if label not in [button.label for row in answer.reply.buttons for button in row]:
            return answer  # there is no such date, or the month is confirmed: nothing to do then
        answer = await stage.presses(name, answer, label)
    return answer


async def moved(units, clock, act):
    """Move one of the next dates of Bo's first weekly rule by a day, if there still is such a rule."""
    async with units.write() as unit:
        bo = await unit.people.get(PersonId(2))
        weekly = [
            each
            for each in (await unit.diaries.of([bo.id])).get(bo.id, [])
            if each.rule.repeat and not each.rule.all_day and each.rule.zone == bo.zone
        ]
        if weekly:
            begins, ends = next_occurrences(weekly[0].rule, clock.now().replace(tzinfo=None), 4)[act[2] + 1]
            to = PointedTime(begins + timedelta(days=1), ends + timedelta(days=1), whole_days=False)
            done = Act(bo.id, clock.now(), f"web:1:{clock.now().isoformat()}")
            await move(
                unit, done, bo, weekly[0].id, to, begins=begins, every=False, spoken=lambda _: "moved by hand"
            )


async def turns(stage, change, verb):
    people = {1: "Ana", 2: "Bo", 3: "Cy"}
    token = stage.dispatcher.tokens.encode(verb, (change.id,))
    answer = await stage.does(people[change.person], PressedButton(token))
    assert "stays" not in text_of(answer.reply), (change.kind, text_of(answer.reply))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps)
def test_undone_in_the_other_order_all_is_as_it_was_and_redone_as_it_was_then(template_db, chosen):
    async def scene(stage, clock, units):
        await stage.says("Ana", "/band create The Foxes city: Leeds")
        for name in ("Bo", "Cy"):
            invited = await stage.says("Ana", "/band invite part: drums")
            await stage.says(name, f"/join {invited.result.invited.code}")
        await stage.says("Ana", "/venue create The Heron city: Leeds")
        night = await stage.says("Ana", "/post Fri 11 Dec, need 2 support, doors 7:30, £8 on the door")
        await stage.presses("Ana", night, "Publish")
        await stage.says("Bo", "/busy every Tuesday from 18:00 to 23:00 from 24 Nov")
        found = await stage.says("Ana", "/rehearse next week")
        await stage.presses("Ana", found, "Propose 1")
        card = await stage.presses("Ana", await stage.says("Ana", "/gigs"), "1")
        before, changes = [await state(units)], []
        for act in chosen:
            last = await last_change(units)
            await (moved(units, clock, act) if act[1] == ON_PAGE else does(stage, act, card))
            clock.advance(minutes=1)
            change = await last_change(units)
            if change.id != last.id:
                assert change.kind in {each.kind for each in PLANS}
                changes.append(change)
                before.append(await state(units))
        for number in reversed(range(len(changes))):
            await turns(stage, changes[number], "undo")
            now = await state(units)
            for name, rows in before[number].items():
                assert now[name] == rows, changes[number].kind
        for number, change in enumerate(changes):
            await turns(stage, change, "redo")
            now = await state(units)
            for name, rows in before[number + 1].items():
                assert now[name] == rows, change.kind

    played(template_db, scene)
