"""Facts of changes, and of notices, that name a person are known to those who join two people."""

from dataclasses import fields
from enum import StrEnum
from typing import get_type_hints

import pytest

from core.changes import CHANGES, people_in_change
from core.ids import PersonId
from core.notices import NOTICES
from core.typed_json import keys_of


def test_people_in_a_change_are_found_by_their_annotation():
    found = {each.kind: people_in_change(each.kind) for each in CHANGES}
    assert {kind: keys for kind, keys in found.items() if keys} == {
        "diary.entered": ("of",),
        "band.left": ("heir",),
        "venue.left": ("promoter",),
        "application.sent": ("without",),
    }
    assert people_in_change("of a later release") == ()


@pytest.mark.parametrize("kind", [*CHANGES, *NOTICES], ids=lambda each: each.__name__)
def test_a_person_is_never_deeper_in_the_facts_than_joining_looks(kind):
    hints = get_type_hints(kind)
    mentioning = {each.name for each in fields(kind) if "PersonId" in str(hints[each.name])}
    assert mentioning == set(keys_of(kind, PersonId))


@pytest.mark.parametrize("kind", [*CHANGES, *NOTICES], ids=lambda each: each.__name__)
def test_a_field_that_is_called_like_a_person_is_annotated_as_one(kind):
    """A field whose values are words, such as the side that called something off, can hold nobody's id."""
    words = {name for name, hint in get_type_hints(kind).items() if isinstance(hint, type(StrEnum))}
    named = {each.name for each in fields(kind)} & {"of", "by", "heir", "person", "player"}
    assert named - words <= set(keys_of(kind, PersonId))
