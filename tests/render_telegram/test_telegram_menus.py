"""The catalogue as command menus within Telegram's limits."""

import re
from dataclasses import replace

import pytest

from bots.chat.catalogue import COMMANDS, GROUPS
from bots.telegram.compile import menu, menus


def test_every_menu_keeps_telegrams_limits():
    for _, entries in menus(COMMANDS):
        assert 0 < len(entries) <= 100
        assert len({each.command for each in entries}) == len(entries)
        for each in entries:
            assert re.fullmatch(r"[a-z0-9_]{1,32}", each.command)
            assert 1 <= len(each.description) <= 256


def test_every_command_is_found_by_its_first_word():
    for _, entries in menus(COMMANDS):
        assert {each.command for each in entries} == {each.name.split()[0] for each in COMMANDS}


def test_the_three_scopes_are_set():
    assert [scope.type for scope, _ in menus(COMMANDS)] == ["default", "all_private_chats", "all_group_chats"]


def test_a_group_of_commands_is_one_entry_that_names_its_actions():
    found = {each.command: each.description for each in menu(COMMANDS)}
    for group in GROUPS:
        actions = [each.name.split()[1] for each in COMMANDS if each.group == group]
        assert found[group].lower() == ", ".join(actions)
    assert found["busy"] == next(each.summary for each in COMMANDS if each.name == "busy")


def test_in_groups_the_commands_answered_there_come_first():
    groups = {scope.type: entries for scope, entries in menus(COMMANDS)}["all_group_chats"]
    assert groups[0].command == "green"


def test_what_telegram_would_not_take_is_found_while_compiling():
    with pytest.raises(ValueError, match="Fancy-Name"):
        menu([replace(COMMANDS[0], name="Fancy-Name")])
    with pytest.raises(ValueError):
        menu([replace(COMMANDS[0], name=f"c{number}") for number in range(101)])
    (entry,) = menu([replace(COMMANDS[0], summary="x" * 300)])
    assert len(entry.description) == 256
