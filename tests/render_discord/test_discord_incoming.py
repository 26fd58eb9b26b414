"""What people do on Discord as the program takes it."""

from types import SimpleNamespace

import discord
import pytest

from bots.chat.turn import Typed, TypedLine
from bots.discord.forms import words_of
from bots.discord.incoming import chat_of, from_interaction, from_message, said_of, values_of
from core.bands import Binding, BindingKind
from core.ids import AccountRef, Platform

JO = SimpleNamespace(id=5, name="jo_drums", global_name="Jo", nick="The Beast")


def interaction(**given):
    may = discord.Permissions(**dict.fromkeys(given.pop("may", ()), True))
    usual = {
        "id": 77,
        "user": JO,
        "locale": "de",
        "guild_id": 1,
        "channel_id": 2,
        "channel": None,
        "permissions": may,
    }
    return SimpleNamespace(**(usual | given))


def thread(parent: int):
    made = object.__new__(discord.Thread)
    made.parent_id = parent
    return made


def test_a_person_is_known_by_id_and_by_one_name_everywhere():
    incoming = from_interaction(interaction(), Typed("mine", {}))
    assert incoming.account == AccountRef(Platform.DISCORD, "5")
    assert (incoming.name, incoming.locale, incoming.cause) == ("Jo", "de", "dc:77")
    nameless = SimpleNamespace(id=5, name="jo_drums", global_name=None)
    assert from_interaction(interaction(user=nameless), Typed("mine", {})).name == "jo_drums"


def test_a_channel_can_be_bound_and_so_can_its_server():
    place = chat_of(interaction())
    assert (place.key, place.private, place.whispers, place.manages) == (
        "discord:2",
        False,
        True,
        frozenset(),
    )
    assert place.bindings == (
        Binding(BindingKind.CHANNEL, "discord:2"),
        Binding(BindingKind.SERVER, "discord:1"),
    )


@pytest.mark.parametrize(
    ("may", "manages"),
    [
        ((), set()),
        (("send_messages", "manage_messages"), set()),
        (("manage_channels",), {BindingKind.CHANNEL}),
        (("manage_guild",), {BindingKind.CHANNEL, BindingKind.SERVER}),
        (("administrator",), {BindingKind.CHANNEL, BindingKind.SERVER}),
    ],
)
def test_what_somebody_manages_is_what_discord_lets_them(may, manages):
    assert chat_of(interaction(may=may)).manages == manages


def test_a_thread_belongs_to_its_channel():
    place = chat_of(interaction(channel_id=3, channel=thread(2)))
    assert place.key == "discord:3"
    assert place.bindings[0] == Binding(BindingKind.CHANNEL, "discord:2")


def test_direct_messages_have_the_persons_key():
    place = chat_of(interaction(guild_id=None))
    assert (place.key, place.private, place.whispers, place.bindings) == ("discord:5", True, True, ())
    message = SimpleNamespace(id=9, author=JO, content="every Tuesday", guild=None, attachments=[])
    incoming = from_message(message, 99)
    assert incoming.chat == place
    assert (incoming.cause, incoming.said, incoming.locale) == ("dc:m9", TypedLine("every Tuesday"), None)


def test_options_become_text():
    given = {"a": True, "b": False, "c": 3.0, "d": 2.5, "e": 4, "f": "Jo"}
    options = [{"name": name, "value": value} for name, value in given.items()]
    assert values_of(options) == {"a": "yes", "b": "no", "c": "3", "d": "2.5", "e": "4", "f": "Jo"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"name": "mine"}, Typed("mine", {})),
        (
            {"name": "band", "options": [{"type": 1, "name": "show", "options": [{"type": 3, "name": "band", "value": "1"}]}]},
            Typed("band show", {"band": "1"}),
        ),
        ({"name": "band", "options": [{"type": 1, "name": "leave"}]}, Typed("band leave", {})),
        ({"name": "bygone", "options": [{"type": 3, "name": "x", "value": "y"}]}, TypedLine("/bygone")),
    ],
)  # fmt: skip
def test_commands_of_one_and_two_words_and_of_other_releases(data, said):
    assert said_of(data, discord.Object(1)) == said


def test_the_words_of_a_form_are_found_in_old_rows_and_new_labels():
    text = {"type": 4, "custom_id": "text", "value": "Leeds"}
    assert words_of([{"type": 18, "component": text}]) == "Leeds"
    assert words_of([{"type": 10}, {"type": 1, "components": [text]}]) == "Leeds"
    assert words_of([]) == ""
