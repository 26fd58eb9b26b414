"""The catalogue as Telegram's command menus."""

import re
from collections.abc import Iterable

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)

from bots.chat.definition import Command, Privacy

NAME = re.compile(r"[a-z0-9_]{1,32}")
DESCRIPTION = 256
MENU = 100


def menus(commands: Iterable[Command]) -> tuple[tuple[BotCommandScope, tuple[BotCommand, ...]], ...]:
    """The menu of each scope. All three are set, so that no older menu shows through."""
    known = tuple(commands)
    shared_first = sorted(known, key=lambda command: command.privacy is Privacy.PERSONAL)
    return (
        (BotCommandScopeDefault(), menu(known)),
        (BotCommandScopeAllPrivateChats(), menu(known)),
        (BotCommandScopeAllGroupChats(), menu(shared_first)),
    )


def menu(commands: Iterable[Command]) -> tuple[BotCommand, ...]:
    """One entry for each command of one word, and one for each group, in the order given."""
    summaries: dict[str, list[str]] = {}
    for command in commands:
        head, _, action = command.name.partition(" ")
        summaries.setdefault(head, []).append(action or command.summary)
    entries = tuple(BotCommand(_name(head), _described(said)) for head, said in summaries.items())
    if len(entries) > MENU:
        raise ValueError(entries[MENU:])
    return entries


def _name(head: str) -> str:
    if not NAME.fullmatch(head):
        raise ValueError(head)
    return head


def _described(said: list[str]) -> str:
    words = ", ".join(said)
    return words[:1].upper() + words[1:] if len(words) <= DESCRIPTION else words[: DESCRIPTION - 1] + "…"
