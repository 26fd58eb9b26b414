"""The facts of changes are stored for years: each kind survives JSON, and what is not known is kept."""

import json
import re
import sys
from pathlib import Path

import pytest

from core.bands.changes import BandHandedOverFacts
from core.changes import CHANGES, facts_from, facts_to_json
from core.journal import ChangeFacts, UnknownFacts, Whose
from core.people.changes import PersonZoneSet
from core.scheduling.commitments.changes import CommitmentAnswered
from core.scheduling.diary.changes import DiaryEntered, DiaryMarked
from core.scheduling.kinds import Rsvp
from core.undo import PLANS
from tests.core.stored_facts import STORED
from tests.snapshot.kinds import NEW_KINDS

SNAPSHOT = Path(__file__).parents[1] / "snapshot" / "2026-11.sqlite.sql"
ROW = re.compile(r"""INSERT INTO "change" \(.*\) VALUES \(\d+, \d+, '(.+?)', '.*?', '.*?', '(.*)', .*\);""")


def stored_by_the_release_before():
    rows = ROW.findall(SNAPSHOT.read_text("utf-8"))
    return [(NEW_KINDS[kind], json.loads(facts.replace("''", "'"))) for kind, facts in rows]


def test_every_kind_of_change_is_known_and_tried_here():
    declared = {
        each
        for name, module in sys.modules.items()
        if name.startswith("core.")
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, ChangeFacts) and "kind" in vars(each)
    }
    assert declared == {*CHANGES, UnknownFacts}
    assert {each.kind for each in CHANGES} == set(STORED)
    assert len({each.kind for each in CHANGES}) == len(CHANGES)


@pytest.mark.parametrize("kind", STORED)
def test_facts_are_read_into_their_class_and_written_back_as_they_were(kind):
    facts = facts_from(kind, STORED[kind])
    assert facts.kind == kind
    written = facts_to_json(facts)
    assert json.dumps(written) == json.dumps(STORED[kind])
    assert facts_from(kind, json.loads(json.dumps(written))) == facts


def test_what_the_release_before_has_stored_is_read_and_written_back_as_it_was():
    rows = stored_by_the_release_before()
    assert {kind for kind, _ in rows} == set(NEW_KINDS.values())
    for kind, facts in rows:
        read = facts_from(kind, facts)
        assert not isinstance(read, UnknownFacts), (kind, facts)
        assert json.dumps(facts_to_json(read)) == json.dumps(facts)


def test_keys_that_old_rows_lack_have_defaults():
    assert facts_from("diary.marked", {"said": [1]}) == DiaryMarked((1,), ())
    assert facts_from("diary.entered", {"said": [1], "of": 2}) == DiaryEntered((1,), 2, None)
    assert facts_from("person.zone_set", {"old": None, "new": "UTC", "rules": []}) == PersonZoneSet(
        None, "UTC", (), 0
    )
    facts = {"commitment": 1, "band": 2, "old": None, "new": "yes", "revision": 0, "aloud": False}
    assert facts_from("commitment.answered", facts) == CommitmentAnswered(
        commitment=1, band=2, old=None, new=Rsvp.YES, old_at=None, new_at=None, revision=0, aloud=False
    )


def test_a_key_may_be_a_word_that_python_keeps_to_itself():
    assert facts_from("band.handed_over", STORED["band.handed_over"]) == BandHandedOverFacts(
        42, to=92, from_=93
    )


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("of a later release", {"said": [1]}),
        ("diary.marked", {}),
        ("diary.marked", {"said": 1}),
        ("diary.marked", {"said": ["1"]}),
        ("diary.spared", {**STORED["diary.spared"], "day": "some day"}),
        ("month.confirmed", {"old": [], "new": 1}),
        ("band.bound", {"band": 1, "place": "a place of a later release"}),
        ("person.zone_set", {**STORED["person.zone_set"], "rules": [[1, "UTC", 2]]}),
        ("rehearsal.proposed", {**STORED["rehearsal.proposed"], "after": {}}),
    ],
)
def test_what_this_release_does_not_know_is_kept_as_it_is(kind, facts):
    read = facts_from(kind, facts)
    assert read == UnknownFacts(kind, facts)
    assert facts_to_json(read) == facts
    assert type(read) not in PLANS
    assert read.whose is Whose.PERSON


def test_what_a_later_release_has_added_is_left_unread():
    assert facts_from("diary.marked", {"said": [1], "mood": "grey"}) == DiaryMarked((1,))
