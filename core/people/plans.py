"""Taking back what a person has changed of their profile and settings, and doing it again."""

from collections.abc import Collection, Mapping
from typing import Any

from core.journal import Act, Change, ChangeKind, Superseded
from core.people import Person
from core.people.profile import profile_columns, put_profile
from core.people.settings import settings_columns
from core.people.store import PeopleUnit
from core.plans import Direction, Plan


async def _turn_profile(unit: PeopleUnit, _: Act, change: Change, direction: Direction) -> None:
    person = await unit.people.get(change.person)
    standing = profile_columns(person)
    expected = direction.ends(change.facts["old"], change.facts["new"])[0]
    # While nobody has said a name it is the platform's, and may have changed there.
    told = ("name",) if not expected["named"] and not standing["named"] else ()
    columns = _turned(change, direction, standing, but=told)
    if not columns["named"]:
        columns["name"] = await _as_told(unit, person, columns["name"])
    await put_profile(unit, person, columns)


async def _as_told(unit: PeopleUnit, person: Person, name: str) -> str:
    """The name, while an account is called so; else what the platform has changed it to since."""
    names = [account.name for account in await unit.people.accounts(person.id)]
    return name if name in names or not names else names[0]


async def _turn_settings(unit: PeopleUnit, _: Act, change: Change, direction: Direction) -> None:
    columns = _turned(change, direction, settings_columns(await unit.people.get(change.person)))
    free = columns["free_by_default"]
    await unit.people.set_settings(change.person, columns["language"], free_by_default=free)


def _turned(
    change: Change, direction: Direction, standing: Mapping[str, Any], *, but: Collection[str] = ()
) -> dict[str, Any]:
    """The columns as they stand, with those that the change is about turned.

    Raises Superseded where one of these, `but` for those named, has been changed since.
    """
    expected, target = direction.ends(change.facts["old"], change.facts["new"])
    changed = [name for name in expected if expected[name] != target[name]]
    if any(standing[name] != expected[name] for name in changed if name not in but):
        raise Superseded(change.kind)
    return {**standing, **{name: target[name] for name in changed}}


PLANS: dict[ChangeKind, Plan[PeopleUnit]] = {
    ChangeKind.PROFILE_SET: Plan(_turn_profile),
    ChangeKind.SETTINGS_SET: Plan(_turn_settings),
}
"""The kinds of change of a person that can be turned."""
