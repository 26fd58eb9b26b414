"""Discord's events as the program takes them: who, where, and what was said."""

from collections.abc import Mapping
from typing import Any

import discord

from bots.chat.catalogue import BY_NAME
from bots.chat.sent_files import Attachment
from bots.chat.turn import Chat, Incoming, Overheard, Typed, TypedLine
from bots.discord.native.read_menu import READING, overheard
from core.bands import Binding, BindingKind
from core.ids import AccountRef, Platform

Interaction = discord.Interaction[Any]
Said = Typed | TypedLine | Overheard
Option = Mapping[str, Any]

_NESTED = (1, 2)
"""A sub-command, a group of them."""


def account_of(user: discord.abc.User) -> AccountRef:
    """The account of somebody on Discord."""
    return AccountRef(Platform.DISCORD, str(user.id))


def from_interaction(interaction: Interaction, said: Any) -> Incoming:
    """A command, a press or a form."""
    return Incoming(
        account=account_of(interaction.user),
        name=_name(interaction.user),
        locale=str(interaction.locale),
        chat=chat_of(interaction),
        cause=f"dc:{interaction.id}",
        said=said,
    )


def from_message(message: discord.Message, bot: int) -> Incoming:
    """Words typed into the direct messages with the bot, or into a channel with a mention of it."""
    words = message.content.replace(f"<@{bot}>", " ").replace(f"<@!{bot}>", " ")
    return Incoming(
        account=account_of(message.author),
        name=_name(message.author),
        locale=None,
        chat=_private(message.author) if message.guild is None else _among_others(message, message.guild.id),
        cause=f"dc:m{message.id}",
        said=TypedLine(" ".join(words.split()) if message.guild else message.content),
        attachments=() if message.guild else tuple(map(_attachment, message.attachments)),
    )


def _attachment(file: discord.Attachment) -> Attachment:
    return Attachment(file.filename, file.size, file.content_type, file.read)


def chat_of(interaction: Interaction) -> Chat:
    """Where it was done: a server's channel, or the direct messages with the bot."""
    if interaction.guild_id is None:
        return _private(interaction.user)
    channel = interaction.channel
    here = interaction.channel_id or interaction.guild_id
    bound = channel.parent_id if isinstance(channel, discord.Thread) else here
    return Chat(
        key=f"discord:{here}",
        private=False,
        whispers=True,
        bindings=(
            Binding(BindingKind.CHANNEL, f"discord:{bound}"),
            Binding(BindingKind.SERVER, f"discord:{interaction.guild_id}"),
        ),
        manages=managed(interaction.permissions),
    )


def managed(may: discord.Permissions) -> frozenset[BindingKind]:
    """The places that these permissions in a channel let somebody manage: with a server, all its channels."""
    if may.administrator or may.manage_guild:
        return frozenset({BindingKind.CHANNEL, BindingKind.SERVER})
    return frozenset({BindingKind.CHANNEL} if may.manage_channels else ())


def command_of(data: Any) -> tuple[str, list[Option]]:
    """The full name of the command that was used, and its options."""
    name, options = data["name"], data.get("options") or []
    while options and options[0]["type"] in _NESTED:
        name = f"{name} {options[0]['name']}"
        options = options[0].get("options") or []
    return name, options


def said_of(data: Any, user: discord.abc.User) -> Said:
    """A command as typed. One that this release no longer has is as unknown as a mistyped one."""
    name, options = command_of(data)
    if (data.get("type"), name) == (READING["type"], READING["name"]):
        return overheard(data, user.id)
    if name not in BY_NAME:
        return TypedLine(f"/{name}")
    return Typed(name, values_of(options))


def values_of(options: list[Option]) -> dict[str, str]:
    """The values of options, each as text."""
    return {each["name"]: _text(each["value"]) for each in options}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _among_others(message: discord.Message, guild: int) -> Chat:
    channel = message.channel
    bound = channel.parent_id if isinstance(channel, discord.Thread) else channel.id
    return Chat(
        key=f"discord:{channel.id}",
        private=False,
        whispers=False,  # only interactions can be answered for one pair of eyes
        bindings=(
            Binding(BindingKind.CHANNEL, f"discord:{bound}"),
            Binding(BindingKind.SERVER, f"discord:{guild}"),
        ),
        manages=_managed_by(message),
    )


def _managed_by(message: discord.Message) -> frozenset[BindingKind]:
    """A message comes without the permissions of its author, but with their roles."""
    author, channel = message.author, message.channel
    if not isinstance(author, discord.Member) or not isinstance(
        channel, discord.abc.GuildChannel | discord.Thread
    ):
        return frozenset()
    if isinstance(channel, discord.Thread) and channel.parent is None:
        return frozenset()
    return managed(channel.permissions_for(author))


def _private(user: discord.abc.User) -> Chat:
    return Chat(key=f"discord:{user.id}", private=True, whispers=True)


def _name(user: discord.abc.User) -> str:
    """The global name: a server's nickname would be saved again at every change of server."""
    return getattr(user, "global_name", None) or user.name
