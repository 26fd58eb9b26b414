"""What a person is called and plays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.ids import ChangeId
from core.journal import Act, Change, ChangeKind
from core.people import Person
from core.people.store import PeopleUnit

Columns = Mapping[str, Any]
"""JSON values by the name of the column."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's card."""

    person: Person
    change: ChangeId | None = None
    """What has just changed it; None: it is only looked at, or was so already."""
    before: bool = False
    """It was to be changed, and was so already."""


async def set_profile(
    unit: PeopleUnit, act: Act, *, name: str | None = None, instruments: Sequence[str] | None = None
) -> Profile:
    """Change the caller's name or instruments (both usable, see core.people.names); None: as it is."""
    person = await unit.people.get(act.person)
    new = old = profile_columns(person)
    if name is not None:
        new = {**new, "name": name, "named": True}
    if instruments is not None:
        new = {**new, "instruments": list(instruments)}
    if new == old:
        return Profile(person, before=True)
    await put_profile(unit, person, new)
    change = await unit.journal.record(act, ChangeKind.PROFILE_SET, {"old": old, "new": new})
    return Profile(await unit.people.get(person.id), change)


async def profile_again(unit: PeopleUnit, change: Change) -> Profile:
    """The card after a recorded change, told again."""
    return Profile(await unit.people.get(change.person), change.id)


async def put_profile(unit: PeopleUnit, person: Person, columns: Columns) -> None:
    """Keep the person's profile as these columns have it."""
    name, named, instruments = columns["name"], columns["named"], columns["instruments"]
    await unit.people.set_profile(person.id, name, named=named, instruments=instruments)


def profile_columns(person: Person) -> Columns:
    """What can be changed of a profile, as it stands."""
    return {"name": person.name, "named": person.named, "instruments": list(person.instruments)}
