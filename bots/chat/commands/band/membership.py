"""Somebody in one of the caller's bands, picked by name."""

from dataclasses import dataclass

from bots.chat.bandchoice import choose
from bots.chat.conversations import Ask
from bots.chat.turn import Turn
from core.access import Right
from core.bands import Band, Membership
from core.people import Person
from core.scheduling.green.zones import the_member


@dataclass(frozen=True, slots=True)
class TheirDiary:
    """A member whose diary the caller may write into."""

    band: Band
    mine: Membership
    """The caller's."""
    member: Membership
    person: Person


async def member_of(turn: Turn, name: str, *, said: str) -> TheirDiary | Ask:
    """The named member of the chat's band; asks which band if it could be several.

    `said` is the band's id once that question was answered.

    Raises NoBand, NoSuchBand, NotAMember, NotAllowed, NoSuchMember.
    """
    _, chosen = await choose(turn.unit, turn.person, turn.chat, said=said, right=Right.ENTER)
    if isinstance(chosen, Ask):
        return chosen
    member = the_member(await turn.unit.bands.members(chosen.band.id), name)
    return TheirDiary(chosen.band, chosen.membership, member, await turn.unit.people.get(member.person))
