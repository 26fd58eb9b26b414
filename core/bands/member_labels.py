"""The member that a name means, and labels that tell members of the same name apart."""

from collections import Counter
from collections.abc import Sequence
from itertools import count

from core.bands import Membership
from core.ids import MembershipId


def labels(members: Sequence[Membership]) -> dict[MembershipId, str]:
    """A different label for each: the name, and where it is not enough the part, the role, a number."""
    found = {each.id: each.name for each in members}
    for more in (_part, _part_and_role):
        shared = _shared(found)
        found |= {each.id: f"{each.name} ({more(each)})" for each in members if found[each.id] in shared}
    shared = _shared(found)
    taken = {label.casefold() for label in found.values()}
    for each in members:
        label = found[each.id]
        if label in shared:
            numbered = (f"{label} {number}" for number in count(1))
            found[each.id] = next(other for other in numbered if other.casefold() not in taken)
            taken.add(found[each.id].casefold())
    return found


def meant(members: Sequence[Membership], words: str) -> list[Membership]:
    """The members whom the words may mean, by label, name, part, or how the name begins."""
    folded = " ".join(words.split()).casefold()
    own = labels(members)
    ways = (
        [each for each in members if own[each.id].casefold() == folded],
        [each for each in members if each.name.casefold() == folded],
        [each for each in members if (each.part or "").casefold() == folded],
        [each for each in members if each.name.casefold().startswith(folded)],
    )
    return next(filter(None, ways), [])


def _shared(found: dict[MembershipId, str]) -> set[str]:
    """Labels that more than one member has; labels that differ only in capitals sound the same."""
    counts = Counter(label.casefold() for label in found.values())
    return {label for label in found.values() if counts[label.casefold()] > 1}


def _part(member: Membership) -> str:
    return member.part or member.role.value


def _part_and_role(member: Membership) -> str:
    return f"{member.part}, {member.role.value}" if member.part else member.role.value
