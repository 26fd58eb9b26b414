"""Taking back what a person has changed of their profile and settings, and doing it again."""

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


async def _turn_profile(
    unit: PeopleUnit, _: Act, change: Change[PersonProfileSet], direction: Direction
) -> None:
    person = await unit.people.get(change.person)
    standing = profile_state(person)
    expected, target = direction.ends(change.facts.old, change.facts.new)
    # While nobody has said a name it is the platform's, and may have changed there.
    told = () if expected.named or standing.named else ("name",)
    state = _turned(standing, expected, target, but=told)
    if state is None:
        raise Superseded(PersonProfileSet)
    if not state.named:
        state = replace(state, name=await _as_told(unit, person, state.name))
    await put_profile(unit, person, state)


async def _as_told(unit: PeopleUnit, person: Person, name: str) -> str:
    """The name, while an account is called so; else what the platform has changed it to since."""
    names = [account.name for account in await unit.people.accounts(person.id)]
    return name if name in names or not names else names[0]


async def _turn_settings(
    unit: PeopleUnit, _: Act, change: Change[PersonSettingsSet], direction: Direction
) -> None:
    standing = settings_state(await unit.people.get(change.person))
    state = _turned(standing, *direction.ends(change.facts.old, change.facts.new))
    if state is None:
        raise Superseded(PersonSettingsSet)
    await unit.people.set_settings(change.person, state.language, free_by_default=state.free_by_default)


def _turned(standing: S, expected: S, target: S, *, but: Collection[str] = ()) -> S | None:
    """It as it stands, with the fields that the change is about as in `target`.

    None where one of these, `but` for those named, is not as expected any longer.
    """
    changed = [
        each.name for each in fields(expected) if getattr(expected, each.name) != getattr(target, each.name)
    ]
    if any(getattr(standing, name) != getattr(expected, name) for name in changed if name not in but):
        return None
    return replace(standing, **{name: getattr(target, name) for name in changed})


PLANS: Plans[PeopleUnit] = {
    PersonProfileSet: UndoPlan(_turn_profile),
    PersonSettingsSet: UndoPlan(_turn_settings),
}
"""The kinds of change of a person that can be turned."""
