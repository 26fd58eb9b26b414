"""The catalogue as Discord's application commands, in the form its API takes them."""

from collections.abc import Sequence
from typing import Any, assert_never

from bots.chat.arguments import (
    AmountField,
    Argument,
    ChoiceField,
    Field,
    FlagField,
    PickField,
    TextField,
    WordsField,
)
from bots.chat.definition import Command

JsonObject = dict[str, Any]

_CHAT_INPUT = 1
_SUB_COMMAND, _STRING, _BOOLEAN, _NUMBER = 1, 3, 5, 10
_DESCRIPTION = 100
_PLACES: JsonObject = {"integration_types": [0], "contexts": [0, 1]}
"""Installed in a server; used there and in the direct messages with the bot."""


def compiled(commands: Sequence[Command]) -> list[JsonObject]:
    """Every command as Discord is told of it; those of two words gather under their first."""
    out: dict[str, JsonObject] = {}
    for command in commands:
        if command.group is None:
            out[command.name] = {**_named(command.name, command.summary), "options": _options(command)}
            continue
        own = [each for each in commands if each.group == command.group]
        group = out.setdefault(command.group, {**_named(command.group, _about(own)), "options": []})
        action = {"type": _SUB_COMMAND, "name": _action(command), "description": _cut(command.summary)}
        group["options"].append({**action, "options": _options(command)})
    return [{"type": _CHAT_INPUT, **each, **_PLACES} for each in out.values()]


def same(registered: Sequence[JsonObject], wanted: Sequence[JsonObject]) -> bool:
    """Whether Discord knows the commands as they are wanted: then nothing need be written."""
    return _by_name(registered) == _by_name(wanted)


def row_of(kind: Field) -> JsonObject:
    """Discord's option for a kind of argument: its type, and its help with typing."""
    match kind:
        case WordsField(preview=preview):
            return {"type": _STRING, "autocomplete": preview}
        case TextField(source=source):
            return {"type": _STRING, "autocomplete": bool(source)}
        case PickField():
            return {"type": _STRING, "autocomplete": True}
        case ChoiceField(options=options):
            return {"type": _STRING, "choices": [{"name": label, "value": value} for value, label in options]}
        case FlagField():
            return {"type": _BOOLEAN}
        case AmountField(least=least, most=most):
            return {"type": _NUMBER, "min_value": least, "max_value": most}
        case _:
            assert_never(kind)


def _options(command: Command) -> list[JsonObject]:
    arguments = sorted(command.arguments, key=lambda argument: not argument.required)
    return [_option(argument) for argument in arguments]


def _option(argument: Argument) -> JsonObject:
    named = _named(argument.name, argument.kind.question)
    return {**row_of(argument.kind), **named, "required": argument.required}


def _named(name: str, description: str) -> JsonObject:
    return {"name": name, "description": _cut(description)}


def _about(commands: Sequence[Command]) -> str:
    """A group's description is never shown on its own, but Discord wants one: the actions it has."""
    return ", ".join(_action(each) for each in commands).capitalize()


def _action(command: Command) -> str:
    return command.name.partition(" ")[2]


def _cut(description: str) -> str:
    return description if len(description) <= _DESCRIPTION else f"{description[: _DESCRIPTION - 1]}…"


def _by_name(commands: Sequence[JsonObject]) -> dict[tuple[int, str], JsonObject]:
    return {(each.get("type", _CHAT_INPUT), each["name"]): _essence(each) for each in commands}


def _essence(command: JsonObject) -> JsonObject:
    """A command or an option without its ids, and without what Discord leaves out or fills in."""
    return {
        "type": command.get("type", _CHAT_INPUT),
        "name": command["name"],
        "description": command["description"],
        "required": bool(command.get("required")),
        "autocomplete": bool(command.get("autocomplete")),
        "limits": (command.get("min_value"), command.get("max_value")),
        "choices": command.get("choices") or [],
        "places": [sorted(command.get(key) or ()) for key in _PLACES],
        "options": [_essence(each) for each in command.get("options") or ()],
    }
