"""Undoing and redoing a person's changes of their profile and settings."""

from collections.abc import Collection
from dataclasses import fields, replace
from typing import TypeVar

from core.journal import Act, Change, Superseded
from core.people import Person
from core.people.changes import PersonProfileSet, PersonSettingsSet, ProfileState, SettingsState
from core.people.profile import profile_state, put_profile
from core.people.settings import settings_state
from core.people.store import PeopleUnit
from core.plans import Direction, Plans, UndoPlan

S = TypeVar("S", ProfileState, SettingsState)


async def _set_profile(
    unit: PeopleUnit, _: Act, change: Change[PersonProfileSet], direction: Direction
) -> None:
    person = await unit.people.get(change.person)
    now = profile_state(person)
    expected, target = direction.ends(change.facts.old, change.facts.new)
    # A name that the person has not set is the platform's, and may have changed there.
    platforms = () if expected.named or now.named else ("name",)
    state = _changed_to(target, now, expected, but=platforms)
    if state is None:
        raise Superseded(PersonProfileSet)
    if not state.named:
        state = replace(state, name=await _current_name(unit, person, state.name))
    await put_profile(unit, person, state)


async def _current_name(unit: PeopleUnit, person: Person, name: str) -> str:
    """The name, while an account still has it; else the first account's name as it is now."""
    names = [account.name for account in await unit.people.accounts(person.id)]
    return name if name in names or not names else names[0]


async def _set_settings(
    unit: PeopleUnit, _: Act, change: Change[PersonSettingsSet], direction: Direction
) -> None:
    now = settings_state(await unit.people.get(change.person))
    expected, target = direction.ends(change.facts.old, change.facts.new)
    state = _changed_to(target, now, expected)
    if state is None:
        raise Superseded(PersonSettingsSet)
    await unit.people.set_settings(change.person, state.language, free_by_default=state.free_by_default)


def _changed_to(target: S, now: S, expected: S, *, but: Collection[str] = ()) -> S | None:
    """The state `now`, with the fields that the change is about set as in `target`.

    None where one of these fields, except those in `but`, no longer has its expected value.
    """
    changed = [
        each.name for each in fields(expected) if getattr(expected, each.name) != getattr(target, each.name)
    ]
    if any(getattr(now, name) != getattr(expected, name) for name in changed if name not in but):
        return None
    return replace(now, **{name: getattr(target, name) for name in changed})


PLANS: Plans[PeopleUnit] = {
    PersonProfileSet: UndoPlan(_set_profile),
    PersonSettingsSet: UndoPlan(_set_settings),
}
"""The kinds of change of a person that can be undone."""
