"""A person's name and instruments."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.ids import ChangeId
from core.journal import Act, Change
from core.people import Person
from core.people.changes import PersonProfileSet, ProfileState
from core.people.store import PeopleUnit


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's card."""

    person: Person
    change: ChangeId | None = None
    """The change just made; None: the profile was only shown, or had these values already."""
    before: bool = False
    """It was to be changed, but had these values already."""


async def set_profile(
    unit: PeopleUnit, act: Act, *, name: str | None = None, instruments: Sequence[str] | None = None
) -> Profile:
    """Change the caller's name or instruments (checked by core.people.names); None: leave it as it is."""
    person = await unit.people.get(act.person)
    new = old = profile_state(person)
    if name is not None:
        new = replace(new, name=name, named=True)
    if instruments is not None:
        new = replace(new, instruments=tuple(instruments))
    if new == old:
        return Profile(person, before=True)
    await put_profile(unit, person, new)
    change = await unit.journal.record(act, PersonProfileSet(old, new))
    return Profile(await unit.people.get(person.id), change)


async def profile_again(unit: PeopleUnit, change: Change[PersonProfileSet]) -> Profile:
    """The profile after a recorded change, reported again."""
    return Profile(await unit.people.get(change.person), change.id)


async def put_profile(unit: PeopleUnit, person: Person, state: ProfileState) -> None:
    """Store the person's profile."""
    await unit.people.set_profile(person.id, state.name, named=state.named, instruments=state.instruments)


def profile_state(person: Person) -> ProfileState:
    """The parts of a profile that can be changed, as they are now."""
    return ProfileState(person.name, person.named, person.instruments)
