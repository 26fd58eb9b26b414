"""A Discord on the loopback for one bot, and the people who use it."""

from collections.abc import Callable, Sequence
from typing import Any

from tests.wire.discord_api import DiscordApi, Interaction
from tests.wire.discord_server import DiscordDeclined
from tests.wire.discord_world import (
    MANAGE_GUILD,
    ORDINARY,
    Channel,
    DiscordAnswer,
    DiscordMessage,
    DiscordUser,
    Guild,
    new_id,
)

__all__ = [
    "MANAGE_GUILD",
    "ORDINARY",
    "Channel",
    "DiscordAnswer",
    "DiscordMessage",
    "DiscordUser",
    "Guild",
    "LoopbackDiscord",
]

MANY = (3, 5, 6, 7, 8, 19, 22)
"""The fields of forms that have several values: lists to choose from, files, check boxes."""

Where = Guild | Channel | str
"""A server stands for its first channel, "dm" for the direct messages with the bot."""


class LoopbackDiscord(DiscordApi):
    """The server and its users.

    An action of a user returns when there is something to see of the bot's answer, and then it has been
    silent for `pulse.settle` seconds. Whoever only defers has not answered.
    """

    # The people.

    def add_user(self, name: str, locale: str = "en-GB", *, accepts_dms: bool = True) -> DiscordUser:
        user = DiscordUser(new_id(), name, locale, accepts_dms=accepts_dms)
        self.users[user.id] = user
        return user

    def add_guild(
        self,
        name: str,
        owner: DiscordUser,
        members: Sequence[DiscordUser] = (),
        channels: Sequence[str] = ("general",),
    ) -> Guild:
        """A server with the bot in it; the bot is told."""
        guild = Guild(new_id(), name, owner)
        guild.members = {user.id: user for user in (owner, *members, self.bot)}
        guild.channels = [Channel(new_id(), title, guild) for title in channels]
        self.channels |= {channel.id: channel for channel in guild.channels}
        self.guilds[guild.id] = guild
        self.gateway.tell("GUILD_CREATE", self._guild_create(guild))
        return guild

    def add_thread(self, guild: Guild, name: str) -> Channel:
        """A thread of the server's first channel; the bot is told."""
        thread = Channel(new_id(), name, guild, parent=guild.channels[0])
        self.channels[thread.id] = thread
        self.gateway.tell("THREAD_CREATE", thread.json())
        return thread

    def join(self, guild: Guild, user: DiscordUser, permissions: int = ORDINARY) -> None:
        """Let a user into a server, or change what a member may do there."""
        guild.members[user.id], guild.permissions[user.id] = user, permissions

    def remove_bot(self, guild: Guild) -> None:
        del self.guilds[guild.id]
        self.gateway.tell("GUILD_DELETE", {"id": str(guild.id)})

    def dms(self, user: DiscordUser) -> list[DiscordMessage]:
        """The bot's direct messages to this user."""
        return self.said(user.dm) if user.dm else []

    def said(self, where: Guild | Channel, viewer: DiscordUser | None = None) -> list[DiscordMessage]:
        """What the bot wrote there for all to see, and has not deleted."""
        channel = where.channels[0] if isinstance(where, Guild) else where
        return [
            m for m in channel.messages.values() if m.author is self.bot and not (m.deleted or m.ephemeral)
        ]

    def fail(
        self, request: str, status: int, code: int = 0, *, message: str = "", times: int = 1, **more: Any
    ) -> None:
        """Let the next requests fail whose "METHOD /path" begins so (a regular expression)."""
        self._failures += [(request, DiscordDeclined(status, code, message, more))] * times

    # What they do.

    async def wait_for(self, true: Callable[[], object], wanted: str) -> None:
        """Wait for something the bot does later, or unasked."""
        await self.pulse.until(true, wanted)

    async def wait_ready(self, *, commands: bool = True) -> None:
        """Wait until the bot is connected and has registered commands."""
        await self.pulse.until(lambda: self.gateway.online, "connect to the gateway")
        if commands:
            await self.pulse.until(lambda: any(self.commands.values()), "register commands")
        await self.pulse.silence()

    async def slash(self, user: DiscordUser, where: Where, path: str, /, **options: Any) -> DiscordAnswer:
        """Use a command: `await slash(ann, guild, "/band create", name="Tea & Ghosts")`."""
        data = self._command(path, options, where)
        return await self._act(user, where, 2, data, f"answer {user.name}'s {path}")

    async def autocomplete(
        self, user: DiscordUser, where: Where, path: str, option: str, typed: str, /, **others: Any
    ) -> list[dict[str, Any]]:
        """The suggestions while a user types into an option."""
        data = self._command(path, {**others, option: typed}, where, focused=option)
        answer = await self._act(user, where, 4, data, f"suggest values for {option} of {path}")
        return answer.choices or []

    async def menu(
        self, user: DiscordUser, where: Where, name: str, target: DiscordMessage | DiscordUser
    ) -> DiscordAnswer:
        """Use a command of the context menu, on a message or on a user."""
        kind, key = (2, "users") if isinstance(target, DiscordUser) else (3, "messages")
        [command] = [c for c in self._registered(where) if (c["type"], c["name"]) == (kind, name)]
        data = {"id": command["id"], "name": name, "type": kind, "target_id": str(target.id)}
        data["resolved"] = {key: {str(target.id): target.json()}}
        return await self._act(user, where, 2, data, f"answer {user.name}'s {name!r}")

    async def press(self, user: DiscordUser, on: DiscordAnswer | DiscordMessage, label: str) -> DiscordAnswer:
        """Press a button, named by its label or emoji; the last message that has it counts."""
        message, button = self._find(on, lambda m: zip(m.labels, m.buttons, strict=True), label)
        if "custom_id" not in button:
            return DiscordAnswer(url=button.get("url"))
        assert not button.get("disabled"), f"the button {label!r} is disabled"
        data = {"custom_id": button["custom_id"], "component_type": 2}
        return await self._act(
            user, message.channel, 3, data, f"answer {user.name}'s press on {label!r}", message
        )

    async def select(
        self, user: DiscordUser, on: DiscordAnswer | DiscordMessage, placeholder: str, *labels: str
    ) -> DiscordAnswer:
        """Choose from a list, named by its placeholder."""
        message, menu = self._find(
            on, lambda m: [(s.get("placeholder", ""), s) for s in m.selects], placeholder
        )
        values = [option["value"] for option in menu["options"] if option["label"] in labels]
        data = {"custom_id": menu["custom_id"], "component_type": menu["type"], "values": values}
        return await self._act(
            user, message.channel, 3, data, f"answer {user.name}'s choice of {labels}", message
        )

    async def submit(self, user: DiscordUser, form: DiscordAnswer, values: dict[str, Any]) -> DiscordAnswer:
        """Send off the form an answer opened, its fields named by their labels: a text, or a list of values."""
        assert form.modal, "the bot opened no form"
        assert form.where
        left = dict(values)
        data = {"custom_id": form.modal["custom_id"], "components": filled(form.modal["components"], left)}
        assert not left, f"the form has no fields {list(left)}"
        return await self._act(user, form.where, 5, data, f"answer {user.name}'s form", form.source)

    async def say(
        self, user: DiscordUser, where: Where, text: str = "", files: Sequence[bytes] = ()
    ) -> DiscordMessage:
        """Write a message, maybe with files. The bot reads it in private and when it is mentioned."""
        channel = self._place(user, where)
        mentions = [self.bot.json()] if f"<@{self.bot.id}>" in text else []
        said = {} if channel.user or mentions else {"content": ""}
        if channel.guild:
            said |= {
                "member": {
                    k: v for k, v in channel.guild.member(user).items() if k not in ("user", "permissions")
                }
            }
        message = DiscordMessage(channel, user, content=text, attachments=[*map(self._upload, files)])
        channel.messages[message.id] = message
        self.gateway.tell("MESSAGE_CREATE", message.json() | said | {"mentions": mentions})
        return message

    # How it comes about.

    def _upload(self, file: bytes) -> dict[str, Any]:
        name = f"sent{len(self.uploads)}.bin"
        self.uploads[name] = file
        url = self.api_url.replace("/api/v10", f"/cdn/{name}")
        return {"id": str(new_id()), "filename": name, "size": len(file), "url": url, "proxy_url": url}

    def _place(self, user: DiscordUser, where: Where) -> Channel:
        if isinstance(where, str):
            return self._dm(user)
        return where.channels[0] if isinstance(where, Guild) else where

    def _find(
        self, on: DiscordAnswer | DiscordMessage, within: Callable[[DiscordMessage], Any], name: str
    ) -> tuple[DiscordMessage, Any]:
        messages = [on] if isinstance(on, DiscordMessage) else [*on.also, *on.edits, *on.messages]
        have = [(m, part) for m in messages if not m.deleted for label, part in within(m) if label == name]
        assert have, f"nothing named {name!r} among {[label for m in messages for label, _ in within(m)]}"
        return have[-1]

    def _registered(self, where: Where) -> list[dict[str, Any]]:
        guild = where if isinstance(where, Guild) else where.guild if isinstance(where, Channel) else None
        here = 0 if guild else 1
        known = [*self.commands[0].values(), *(self.commands.get(guild.id, {}).values() if guild else ())]
        return [command for command in known if command["contexts"] is None or here in command["contexts"]]

    def _command(self, path: str, values: dict[str, Any], where: Where, focused: str = "") -> dict[str, Any]:
        first, *rest = path.lstrip("/").split()
        named = {c["name"]: c for c in self._registered(where) if c["type"] == 1}
        assert first in named, f"no command /{first} here; there are {sorted(named)}"
        command = node = named[first]
        data: dict[str, Any] = {"id": command["id"], "name": first, "type": 1, "resolved": {}, "options": []}
        inner = data
        for word in rest:
            nodes = {option["name"]: option for option in node["options"] if option["type"] in (1, 2)}
            assert word in nodes, f"no {word!r} in {path}; there are {sorted(nodes)}"
            node = nodes[word]
            inner["options"] = [{"name": word, "type": node["type"], "options": []}]
            inner = inner["options"][0]
        specs = {option["name"]: option for option in node.get("options", ())}
        given = {key if key in specs else key.replace("_", "-"): value for key, value in values.items()}
        assert not given.keys() - specs.keys(), f"{path} has the options {sorted(specs)}"
        missing = [key for key, spec in specs.items() if spec.get("required") and key not in given]
        assert focused or not missing, f"{path} needs {missing}"
        for key, value in given.items():
            option = {
                "name": key,
                "type": specs[key]["type"],
                "value": resolved(value, specs[key], data["resolved"], where),
            }
            marked = {"focused": True} if key in (focused, focused.replace("_", "-")) else {}
            inner["options"].append(option | marked)
        return data

    async def _act(
        self,
        user: DiscordUser,
        where: Where,
        kind: int,
        data: dict[str, Any],
        wanted: str,
        source: DiscordMessage | None = None,
    ) -> DiscordAnswer:
        channel = self._place(user, where)
        interaction = Interaction(user, channel, source, DiscordAnswer(where=channel, source=source))
        self.interactions[interaction.token] = interaction
        event = {"id": str(interaction.id), "application_id": str(self.bot.id), "type": kind, "data": data,
                 "token": interaction.token, "version": 1, "channel_id": str(channel.id), "channel": channel.json(),
                 "locale": user.locale, "entitlements": [], "attachment_size_limit": 10485760, "app_permissions": str(ORDINARY),
                 "authorizing_integration_owners": {"0": str(channel.guild.id if channel.guild else 0)},
                 "context": 0 if channel.guild else 1}  # fmt: skip
        if guild := channel.guild:
            assert user.id in guild.members, f"{user.name} is not in {guild.name}"
            event |= {"guild_id": str(guild.id), "guild_locale": "en-GB", "member": guild.member(user)}
            event["guild"] = {"id": str(guild.id), "locale": "en-GB", "features": []}
        else:
            event["user"] = user.json()
        if source:
            event["message"] = source.json()
        answer = interaction.answer
        self._watching.append(answer)
        try:
            self.gateway.tell("INTERACTION_CREATE", event)
            await self.pulse.until(lambda: answer.anything, wanted)
            await self.pulse.silence()
        finally:
            self._watching.remove(answer)
        return answer


def resolved(value: Any, spec: dict[str, Any], about: dict[str, Any], where: Where) -> Any:
    """The value of an option as it is sent; what it names goes into the resolved data."""
    if isinstance(value, DiscordUser | Channel):
        key = "users" if isinstance(value, DiscordUser) else "channels"
        about.setdefault(key, {})[str(value.id)] = value.json()
        guild = where.guild if isinstance(where, Channel) else where
        if isinstance(guild, Guild) and value.id in guild.members:
            about.setdefault("members", {})[str(value.id)] = guild.member(guild.members[value.id])
        return str(value.id)
    named = {choice["name"]: choice["value"] for choice in spec.get("choices", ())}
    return named.get(value, value) if named else value


def filled(components: list[dict[str, Any]], values: dict[str, Any]) -> list[dict[str, Any]]:
    """The components of a form as they come back; takes the values it uses out of the dict."""
    back = []
    for part in components:
        field = part.get("component") or next(iter(part.get("components", ())), None)
        if field is None:
            back.append({key: part[key] for key in ("type", "id") if key in part})
            continue
        key = "values" if field["type"] in MANY else "value"
        preset = [option["value"] for option in field.get("options", ()) if option.get("default")]
        value = values.pop(
            part.get("label") or field.get("label"), preset if key == "values" else field.get("value", "")
        )
        answer = {
            "type": field["type"],
            "id": field.get("id", 0),
            "custom_id": field["custom_id"],
            key: value,
        }
        inner = {"component": answer} if "component" in part else {"components": [answer]}
        back.append({"type": part["type"], **inner})
    return back
