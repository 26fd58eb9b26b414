"""Discord's REST API on the loopback: what one bot can ask for, answered from what is known of its world."""

import time
from dataclasses import dataclass, field
from typing import Any

from tests.wire.discord_gateway import Session
from tests.wire.discord_server import Asked, DiscordDeclined, Server
from tests.wire.discord_world import (
    EPHEMERAL,
    LOADING,
    Channel,
    DiscordAnswer,
    DiscordMessage,
    DiscordUser,
    Guild,
    new_id,
    now,
)

ACKNOWLEDGE_WITHIN = 3.0
NONCE_LIVES = 300.0

ROUTES = """
GET                 /users/{user}                                                _user
POST                /users/@me/channels                                          _open_dm
GET                 /oauth2/applications/@me                                     _application
GET                 /applications/@me                                            _application
GET                 /gateway                                                     _gateway
GET                 /gateway/bot                                                 _gateway
GET                 /guilds/{guild}                                              _guild
GET                 /guilds/{guild}/members/{user}                               _guild
GET|PUT|POST        /applications/{app}/commands                                 _all_commands
GET|PATCH|DELETE    /applications/{app}/commands/{command}                       _one_command
GET|PUT|POST        /applications/{app}/guilds/{guild}/commands                  _all_commands
GET|PATCH|DELETE    /applications/{app}/guilds/{guild}/commands/{command}        _one_command
POST                /interactions/{id}/{token}/callback                          _callback
POST                /webhooks/{app}/{token}                                      _follow_up
GET|PATCH|DELETE    /webhooks/{app}/{token}/messages/{message}                   _response
GET                 /channels/{channel}                                          _channel
GET|POST            /channels/{channel}/messages                                 _messages
GET|PATCH|DELETE    /channels/{channel}/messages/{message}                       _message
POST                /channels/{channel}/typing                                   _nothing
PUT|DELETE          /channels/{channel}/messages/{message}/reactions/{emoji}/@me _nothing
"""


@dataclass(eq=False)
class Interaction:
    user: DiscordUser
    channel: Channel
    source: DiscordMessage | None
    """The message whose button was pressed."""
    answer: DiscordAnswer
    id: int = field(default_factory=new_id)
    token: str = field(default_factory=lambda: f"interaction-{new_id()}")
    sent: float = field(default_factory=time.monotonic)
    kind: int | None = None
    """The type of the callback, once there was one."""
    original: DiscordMessage | None = None


class DiscordApi(Server):
    """What the bot does is kept in the channels, and in the answers to the actions under way."""

    routes = ROUTES

    def __init__(self, **patience: float):
        super().__init__(**patience)
        self.bot = DiscordUser(new_id(), "Bandwidth", is_bot=True)
        self.gateway.welcome = self._welcome
        self.users: dict[int, DiscordUser] = {self.bot.id: self.bot}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.interactions: dict[str, Interaction] = {}
        self.commands: dict[int, dict[int, dict[str, Any]]] = {0: {}}
        """Registered commands by id, by guild; under 0 those for everywhere."""
        self._watching: list[DiscordAnswer] = []
        self._nonces: dict[tuple[int, str], tuple[float, DiscordMessage]] = {}

    # The bot itself, and whom it can see.

    def _welcome(self, session: Session, shard: list[int]) -> Any:
        guilds = list(self.guilds.values())
        application = {"id": str(self.bot.id), "flags": 0}
        yield "READY", {"v": 10, "user": self.bot.json(), "session_id": session.id, "shard": shard,
                        "resume_gateway_url": self.gateway_url, "application": application,
                        "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds]}  # fmt: skip
        for guild in guilds:
            yield "GUILD_CREATE", self._guild_create(guild)

    def _guild_create(self, guild: Guild) -> dict[str, Any]:
        return guild.json() | {"members": [guild.member(self.bot)], "member_count": len(guild.members), "large": False,
                               "joined_at": now(), "threads": [], "presences": [], "voice_states": [],
                               "stage_instances": [], "guild_scheduled_events": []}  # fmt: skip

    def _user(self, asked: Asked) -> Any:
        user = asked.ids["user"]
        found = self.bot if user == "@me" else self.users.get(int(user))
        return found.json() if found else self._missing(10013, "Unknown User")

    def _application(self, _: Asked) -> Any:
        return {"id": str(self.bot.id), "name": self.bot.name, "description": "", "icon": None, "flags": 0,
                "bot_public": True, "bot_require_code_grant": False, "owner": self.bot.json(), "team": None,
                "verify_key": "00", "summary": ""}  # fmt: skip

    def _gateway(self, _: Asked) -> Any:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return {"url": self.gateway_url, "shards": 1, "session_start_limit": limit}

    def _guild(self, asked: Asked) -> Any:
        guild = self.guilds.get(int(asked.ids["guild"])) or self._missing(10004, "Unknown Guild")
        if "user" not in asked.ids:
            return guild.json()
        return guild.member(
            guild.members.get(int(asked.ids["user"])) or self._missing(10007, "Unknown Member")
        )

    def _missing(self, code: int, message: str) -> Any:
        raise DiscordDeclined(404, code, message, {})

    # Commands.

    def _all_commands(self, asked: Asked) -> Any:
        scope = int(asked.ids.get("guild", 0))
        if asked.method == "POST":
            return self._register(scope, asked.body)
        if asked.method == "PUT":
            kept = self.commands.pop(scope, {})
            self.commands[scope] = {}
            same = {(c["name"], c["type"]): c["id"] for c in kept.values()}
            for command in asked.body:
                self._register(scope, command, same.get((command["name"], command.get("type", 1))))
        return list(self.commands.get(scope, {}).values())

    def _register(self, scope: int, command: dict[str, Any], number: str | None = None) -> dict[str, Any]:
        known = self.commands.setdefault(scope, {})
        same = [
            c["id"]
            for c in known.values()
            if (c["name"], c["type"]) == (command["name"], command.get("type", 1))
        ]
        number = number or (same[0] if same else str(new_id()))
        fixed = {"id": number, "application_id": str(self.bot.id), "version": "1"}
        rest = {
            "type": 1,
            "description": "",
            "options": [],
            "default_member_permissions": None,
            "nsfw": False,
        }
        rest |= {"contexts": None, "integration_types": [0]} | ({"guild_id": str(scope)} if scope else {})
        known[int(number)] = rest | command | fixed
        return known[int(number)]

    def _one_command(self, asked: Asked) -> Any:
        known, number = self.commands.get(int(asked.ids.get("guild", 0)), {}), int(asked.ids["command"])
        command = known.get(number) or self._missing(10063, "Unknown application command")
        if asked.method == "DELETE":
            del known[number]
            return None
        return command.update(asked.body or {}) or command

    # Interactions.

    def _interaction(self, asked: Asked) -> Interaction:
        return self.interactions.get(asked.ids["token"]) or self._missing(10015, "Unknown Webhook")

    def _callback(self, asked: Asked) -> Any:
        interaction, kind, data = self._interaction(asked), asked.body["type"], asked.body.get("data") or {}
        if interaction.kind is not None:
            raise DiscordDeclined(400, 40060, "Interaction has already been acknowledged.", {})
        if time.monotonic() - interaction.sent > ACKNOWLEDGE_WITHIN:
            self._missing(10062, "Unknown interaction")
        interaction.kind, answer = kind, interaction.answer
        answer.deferred = kind in (5, 6)
        if kind in (4, 5):
            interaction.original = self._new(interaction.channel, data, asked.files)
            if kind == 5:
                interaction.original.flags |= LOADING
            else:
                answer.messages.append(interaction.original)
        elif kind in (6, 7):
            interaction.original = interaction.source
            if kind == 7:
                self._change(interaction, interaction.source, asked.files, data)
        elif kind == 8:
            answer.choices = data.get("choices", [])
        elif kind == 9:
            answer.modal = data
        if asked.query.get("with_response", "").lower() not in ("1", "true"):
            return None
        made = {"response_message_id": str(interaction.original.id)} if interaction.original else {}
        about = {"id": str(interaction.id), "type": 2, "response_message_loading": kind == 5, **made}
        resource = {"type": kind} | ({"message": interaction.original.json()} if interaction.original else {})
        return {"interaction": about, "resource": resource}

    def _follow_up(self, asked: Asked) -> Any:
        interaction = self._interaction(asked)
        if interaction.kind is None:
            self._missing(10015, "Unknown Webhook")
        original = interaction.original
        if (
            original and original.flags & LOADING
        ):  # the first one takes the place, and the visibility, of "thinking"
            return self._change(interaction, original, asked.files, {**asked.body, "flags": original.flags})
        message = self._new(interaction.channel, asked.body, asked.files)
        interaction.answer.messages.append(message)
        return message.json()

    def _response(self, asked: Asked) -> Any:
        interaction, which = self._interaction(asked), asked.ids["message"]
        message = (
            interaction.original if which == "@original" else interaction.channel.messages.get(int(which))
        )
        if message is None or message.deleted:
            self._missing(10008, "Unknown Message")
        if asked.method == "PATCH":
            flags = {"flags": message.flags | asked.body.get("flags", 0)}
            return self._change(interaction, message, asked.files, {**asked.body, **flags})
        if asked.method == "DELETE":
            message.deleted = True
            interaction.answer.deleted.append(message)
            return None
        return message.json()

    def _change(
        self, interaction: Interaction, message: Any, files: Any, body: dict[str, Any]
    ) -> dict[str, Any]:
        answer = interaction.answer
        (answer.messages if message.flags & LOADING else answer.edits).append(message)
        body["flags"] = body.get("flags", 0) & ~EPHEMERAL | message.flags & EPHEMERAL
        return self._edit(message, body, files).json()

    def _edit(self, message: DiscordMessage, body: dict[str, Any], files: Any) -> DiscordMessage:
        if not message.flags & LOADING:
            message.edits, message.edited = message.edits + 1, now()
        return message.fill(body, files)

    # Channels.

    def _new(
        self, channel: Channel, body: dict[str, Any], files: dict[str, tuple[str, bytes]]
    ) -> DiscordMessage:
        message = DiscordMessage(
            channel, self.bot, nonce=body.get("nonce"), reference=body.get("message_reference")
        )
        channel.messages[message.id] = message.fill(body, files)
        return message

    def _open_dm(self, asked: Asked) -> Any:
        user = self.users.get(int(asked.body["recipient_id"])) or self._missing(10013, "Unknown User")
        return self._dm(user).json()

    def _dm(self, user: DiscordUser) -> Channel:
        if user.dm is None:
            user.dm = Channel(new_id(), user=user)
            self.channels[user.dm.id] = user.dm
        return user.dm

    def _channel(self, asked: Asked) -> Any:
        channel = self.channels.get(int(asked.ids["channel"])) or self._missing(10003, "Unknown Channel")
        return channel.json()

    def _messages(self, asked: Asked) -> Any:
        channel = self.channels.get(int(asked.ids["channel"])) or self._missing(10003, "Unknown Channel")
        if asked.method == "GET":
            return [m.json() for m in reversed(channel.messages.values()) if not (m.deleted or m.ephemeral)]
        user = channel.user
        if not channel.writable:
            raise DiscordDeclined(403, 50013, "Missing Permissions", {})
        if user and not (
            user.accepts_dms and any(user.id in guild.members for guild in self.guilds.values())
        ):
            raise DiscordDeclined(403, 50007, "Cannot send messages to this user", {})
        key = (channel.id, str(asked.body.get("nonce")))
        at, first = self._nonces.get(key, (float("-inf"), None))
        if first and asked.body.get("enforce_nonce") and time.monotonic() - at < NONCE_LIVES:
            return first.json()
        message = self._new(channel, asked.body, asked.files)
        if "nonce" in asked.body:
            self._nonces[key] = (time.monotonic(), message)
        for answer in self._watching:
            answer.also.append(message)
        self.gateway.tell("MESSAGE_CREATE", message.json())
        return message.json()

    def _message(self, asked: Asked) -> Any:
        channel = self.channels.get(int(asked.ids["channel"])) or self._missing(10003, "Unknown Channel")
        message = channel.messages.get(int(asked.ids["message"]))
        if message is None or message.deleted:
            self._missing(10008, "Unknown Message")
        if asked.method == "PATCH":
            return self._edit(message, asked.body, asked.files).json()
        message.deleted = message.deleted or asked.method == "DELETE"
        return None if message.deleted else message.json()

    def _nothing(self, _: Asked) -> None:
        return None
