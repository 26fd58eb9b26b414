"""What somebody is in a band, in words: their role, their part, and whether the band needs them."""

from bots.chat.reply import Line, Strong, line
from bots.chat.turn import Reader
from core.bands import Membership, Role

_ROLES = {Role.OWNER: "owner", Role.BOOKER: "booker", Role.MEMBER: "member", Role.DEP: "dep"}
_JOINS_AS = {
    Role.OWNER: "an owner",
    Role.BOOKER: "a booker",
    Role.MEMBER: "a member",
    Role.DEP: "a dep (a stand-in)",
}
_JOINS_ON = {
    Role.OWNER: "an owner on {part}",
    Role.BOOKER: "a booker on {part}",
    Role.MEMBER: "a member on {part}",
    Role.DEP: "a dep (a stand-in) on {part}",
}


def role_name(role: Role, reader: Reader) -> str:
    """The role in a word ("booker")."""
    return reader.label(_ROLES[role])


def part_name(member: Membership, reader: Reader) -> str:
    """What they play ("drums")."""
    return member.part or reader.label("no part yet")


def need_name(member: Membership, reader: Reader) -> str:
    """Whether the band needs them."""
    return reader.label("required" if member.required else "optional")


def joins_as(role: Role, part: str | None, reader: Reader) -> Line:
    """What an invite makes of somebody ("a booker on drums")."""
    return reader.say(_JOINS_ON[role], part=part) if part else reader.say(_JOINS_AS[role])


def named(member: Membership, reader: Reader, *, you: bool) -> Line:
    """The member's name, marked where it is the reader's own ("Ana (you)")."""
    name = Strong(member.name)
    return reader.say("{name} (you)", name=name) if you else line(name)
