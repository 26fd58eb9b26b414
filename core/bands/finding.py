"""Which member is meant by a name, and how two of the same name are told apart."""

from collections import Counter
from collections.abc import Sequence
from itertools import count

from core.bands import Membership
from core.ids import MembershipId


def labels(members: Sequence[Membership]) -> dict[MembershipId, str]:
    """A different label for each: the name, and where it is not enough the part, the role, a number."""
    said = {each.id: each.name for each in members}
    for more in (_part, _part_and_role):
        shared = _shared(said)
        said |= {each.id: f"{each.name} ({more(each)})" for each in members if said[each.id] in shared}
    shared = _shared(said)
    taken = {label.casefold() for label in said.values()}
    for each in members:
        label = said[each.id]
        if label in shared:
            numbered = (f"{label} {number}" for number in count(1))
            said[each.id] = next(other for other in numbered if other.casefold() not in taken)
            taken.add(said[each.id].casefold())
    return said


def meant(members: Sequence[Membership], words: str) -> list[Membership]:
    """Those whom the words may mean, by label, name, part, or how the name begins."""
    folded = " ".join(words.split()).casefold()
    own = labels(members)
    ways = (
        [each for each in members if own[each.id].casefold() == folded],
        [each for each in members if each.name.casefold() == folded],
        [each for each in members if (each.part or "").casefold() == folded],
        [each for each in members if each.name.casefold().startswith(folded)],
    )
    return next(filter(None, ways), [])


def _shared(said: dict[MembershipId, str]) -> set[str]:
    """Labels that differ by nothing but capitals are the same to who reads them out."""
    counts = Counter(label.casefold() for label in said.values())
    return {label for label in said.values() if counts[label.casefold()] > 1}


def _part(member: Membership) -> str:
    return member.part or member.role.value


def _part_and_role(member: Membership) -> str:
    return f"{member.part}, {member.role.value}" if member.part else member.role.value
