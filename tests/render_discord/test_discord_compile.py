"""The catalogue as application commands, within Discord's limits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, get_args

import pytest

from bots.chat.arguments import AmountField, ChoiceField, Field, FlagField, PickField, TextField, WordsField
from bots.chat.catalogue import COMMANDS
from bots.chat.definition import Command, Effect, Privacy
from bots.discord.compile import compiled, row_of, same

SAMPLES = {
    WordsField: (WordsField("When?", "Tuesday"), {"type": 3, "autocomplete": True}),
    TextField: (TextField("Who?", "Jo"), {"type": 3, "autocomplete": False}),
    PickField: (PickField("Which?", "band"), {"type": 3, "autocomplete": True}),
    FlagField: (FlagField("Sure?"), {"type": 5}),
    ChoiceField: (
        ChoiceField("Which?", (("after_work", "after work"),)),
        {"type": 3, "choices": [{"name": "after work", "value": "after_work"}]},
    ),
    AmountField: (AmountField("How long?", "h", 0.5, 24), {"type": 10, "min_value": 0.5, "max_value": 24}),
}


@dataclass(frozen=True, slots=True)
class Everything:
    first: Annotated[str | None, TextField("Optional, and said first", "x", source="city")] = None


@dataclass(frozen=True, slots=True)
class Mixed:
    """Required after optional, as only keyword arguments allow in Python."""

    sure: Annotated[bool, FlagField("?" * 200)] = False
    hours: Annotated[float | None, AmountField("Hours?", "h", 1, 12)] = None


def command(name: str, shape: type) -> Command:
    async def handler(ask, turn):
        raise AssertionError

    return Command(name, "s" * 150, "", shape, handler, Privacy.PERSONAL, Effect.READS)


def nodes(commands) -> Iterator[dict]:
    for each in commands:
        yield each
        yield from nodes(each.get("options", ()))


def total(node: dict) -> int:
    return len(node["name"]) + len(node["description"]) + sum(map(total, node.get("options", ())))


def test_every_kind_of_argument_has_a_row():
    assert set(SAMPLES) == set(get_args(Field))
    for kind, row in SAMPLES.values():
        assert row_of(kind) == row
    assert row_of(WordsField("When?", "Tuesday", preview=False))["autocomplete"] is False
    assert row_of(TextField("Where?", "Leeds", source="city"))["autocomplete"] is True


def test_the_catalogue_is_compiled_whole():
    made = compiled(COMMANDS)
    names = {
        f"{each['name']} {option['name']}".strip()
        for each in made
        for option in ([o for o in each["options"] if o["type"] == 1] or [{"name": ""}])
    }
    assert names == {each.name for each in COMMANDS}
    assert all(each["contexts"] == [0, 1] and each["integration_types"] == [0] for each in made)


def test_the_catalogue_keeps_to_discords_limits():
    made = compiled(COMMANDS)
    assert len(made) <= 100
    assert len({each["name"] for each in made}) == len(made)
    for each in made:
        assert total(each) <= 8000
    for node in nodes(made):
        assert re.fullmatch(r"[-_'a-z0-9]{1,32}", node["name"])
        assert 1 <= len(node["description"]) <= 100
        options = node.get("options", [])
        assert len(options) <= 25
        asked = [option["required"] for option in options if option["type"] != 1]
        assert asked == sorted(asked, reverse=True)


def test_what_is_too_long_is_cut():
    [made] = compiled([command("x", Mixed)])
    assert made["description"] == "s" * 99 + "…"
    assert made["options"][0]["description"] == "?" * 99 + "…"


def test_two_words_gather_under_the_first():
    [made] = compiled([command("band show", Everything), command("band edit", Mixed)])
    assert (made["name"], made["description"]) == ("band", "Show, edit")
    assert [(each["type"], each["name"]) for each in made["options"]] == [(1, "show"), (1, "edit")]


def as_kept(node: dict, number: int = 5) -> dict:
    """How Discord gives a command back: with ids, without what is false."""
    kept = {key: value for key, value in node.items() if value is not False and value != []}
    options = [as_kept(each) for each in node.get("options", ())]
    more = {"options": options} if options else {}
    ids = (
        {"id": str(number), "application_id": "1", "version": "2", "nsfw": False}
        if "contexts" in node
        else {}
    )
    return {**kept, **more, **ids, "name_localizations": None}


def test_commands_that_discord_gives_back_are_the_same():
    made = compiled(COMMANDS)
    assert same([as_kept(each) for each in reversed(made)], made)


@pytest.mark.parametrize("spoil", ["description", "contexts", "missing", "more", "option", "kind"])
def test_any_difference_is_one(spoil):
    made = compiled(COMMANDS)
    kept = [as_kept(each) for each in made]
    busy = next(each for each in kept if each["name"] == "busy")
    match spoil:
        case "description":
            busy["description"] = "Another"
        case "contexts":
            busy["contexts"] = [0]
        case "missing":
            kept.remove(busy)
        case "more":
            kept.append(busy | {"name": "old"})
        case "option":
            busy["options"][0]["required"] = False
        case "kind":
            busy["options"][0]["type"] = 4
    assert not same(kept, made)
