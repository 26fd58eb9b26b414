"""What a person is called and plays."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.ids import ChangeId
from core.journal import Act, Change, ChangeKind, Superseded
from core.people import Person
from core.people.store import PeopleUnit


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
    old = _facts(person)
    new = dict(old)
    if name is not None:
        new |= {"name": name, "named": True}
    if instruments is not None:
        new |= {"instruments": list(instruments)}
    if new == old:
        return Profile(person, before=True)
    await _set(unit, person, new)
    change = await unit.journal.record(act, ChangeKind.PROFILE_SET, {"old": old, "new": new})
    return Profile(await unit.people.get(person.id), change)


async def profile_again(unit: PeopleUnit, change: Change) -> Profile:
    """The card after a recorded change, told again."""
    return Profile(await unit.people.get(change.person), change.id)


async def profile_back(unit: PeopleUnit, _: Act, change: Change) -> None:
    """Take a change of the profile back. Raises Superseded."""
    await _move(unit, change, now="new", then="old")


async def profile_forth(unit: PeopleUnit, _: Act, change: Change) -> None:
    """Make a change of the profile again. Raises Superseded."""
    await _move(unit, change, now="old", then="new")


async def _move(unit: PeopleUnit, change: Change, *, now: str, then: str) -> None:
    expected, target = change.facts[now], change.facts[then]
    person = await unit.people.get(change.person)
    standing = _facts(person)
    changed = {field for field in expected if expected[field] != target[field]}
    # While nobody has said a name it is the platform's, and may have changed there.
    told = {"name"} if not expected["named"] and not standing["named"] else set[str]()
    if any(standing[field] != expected[field] for field in changed - told):
        raise Superseded(change.kind)
    facts = {**standing, **{field: target[field] for field in changed}}
    if not facts["named"]:
        facts["name"] = await _as_told(unit, person, str(facts["name"]))
    await _set(unit, person, facts)


async def _as_told(unit: PeopleUnit, person: Person, name: str) -> str:
    """The name, while an account is called so; else what the platform has changed it to since."""
    names = [account.name for account in await unit.people.accounts(person.id)]
    return name if name in names or not names else names[0]


async def _set(unit: PeopleUnit, person: Person, facts: dict[str, object]) -> None:
    name, named, instruments = str(facts["name"]), bool(facts["named"]), facts["instruments"]
    assert isinstance(instruments, list)  # noqa: S101 - as `_facts` writes it
    await unit.people.set_profile(person.id, name, named=named, instruments=instruments)


def _facts(person: Person) -> dict[str, object]:
    return {"name": person.name, "named": person.named, "instruments": list(person.instruments)}
