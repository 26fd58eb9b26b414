"""The people, servers, channels and messages of the loopback Discord, and what an action of a user brings about."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

EPHEMERAL, LOADING = 1 << 6, 1 << 7
EVERYTHING = (1 << 53) - 1
ORDINARY = sum(1 << bit for bit in (6, 10, 11, 14, 15, 16, 18, 26, 31, 35, 38))
"""What @everyone may do in a new server: see, write, react, use commands, ..."""
MANAGE_GUILD = 1 << 5

new_id = itertools.count(int((time.time() * 1000) - 1420070400000) << 22).__next__


def now() -> str:
    return datetime.now(UTC).isoformat()


@dataclass(eq=False)
class DiscordUser:
    id: int
    name: str
    locale: str = "en-GB"
    is_bot: bool = False
    accepts_dms: bool = True
    dm: "Channel | None" = None

    def json(self) -> dict[str, Any]:
        login = self.name.lower().replace(" ", "_")
        return {"id": str(self.id), "username": login, "global_name": self.name, "discriminator": "0",
                "avatar": None, "bot": self.is_bot}  # fmt: skip


@dataclass(eq=False)
class Guild:
    id: int
    name: str
    owner: DiscordUser
    members: dict[int, DiscordUser] = field(default_factory=dict)
    permissions: dict[int, int] = field(default_factory=dict)
    """What single members may do; the others may do what is ordinary, the owner everything."""
    channels: list["Channel"] = field(default_factory=list)

    def member(self, user: DiscordUser) -> dict[str, Any]:
        may = EVERYTHING if user is self.owner else self.permissions.get(user.id, ORDINARY)
        return {"user": user.json(), "roles": [], "joined_at": now(), "flags": 0, "nick": None, "avatar": None,
                "deaf": False, "mute": False, "pending": False, "permissions": str(may)}  # fmt: skip

    def json(self) -> dict[str, Any]:
        everyone = {"id": str(self.id), "name": "@everyone", "permissions": str(ORDINARY), "position": 0, "color": 0,
                    "hoist": False, "managed": False, "mentionable": False, "flags": 0}  # fmt: skip
        return {"id": str(self.id), "name": self.name, "owner_id": str(self.owner.id), "roles": [everyone],
                "preferred_locale": "en-GB", "features": [], "emojis": [], "stickers": [],
                "channels": [channel.json() for channel in self.channels]}  # fmt: skip


@dataclass(eq=False)
class Channel:
    id: int
    name: str = ""
    guild: Guild | None = None
    user: DiscordUser | None = None
    """Whose direct messages with the bot these are; None in a server."""
    parent: "Channel | None" = None
    """The channel that this is a thread of."""
    writable: bool = True
    """Whether the bot may write there."""
    messages: dict[int, "DiscordMessage"] = field(default_factory=dict)

    def json(self) -> dict[str, Any]:
        if self.user:
            return {"id": str(self.id), "type": 1, "last_message_id": None, "recipients": [self.user.json()]}
        if self.parent and self.guild:
            return {"id": str(self.id), "type": 11, "name": self.name, "parent_id": str(self.parent.id),
                    "guild_id": str(self.guild.id), "owner_id": str(self.guild.owner.id), "message_count": 0,
                    "member_count": 1, "rate_limit_per_user": 0,
                    "thread_metadata": {"archived": False, "auto_archive_duration": 1440, "locked": False,
                                        "archive_timestamp": now()}}  # fmt: skip
        return {"id": str(self.id), "type": 0, "name": self.name, "position": 0, "permission_overwrites": [],
                "guild_id": str(self.guild.id) if self.guild else None, "permissions": str(ORDINARY)}  # fmt: skip


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component, those inside others too."""
    for component in components:
        yield component
        inner = (component.get("component"), component.get("accessory"), *component.get("components", ()))
        yield from walk([part for part in inner if part])


@dataclass(eq=False)
class DiscordMessage:
    channel: Channel
    author: DiscordUser
    id: int = field(default_factory=new_id)
    content: str = ""
    embeds: list[dict[str, Any]] = field(default_factory=list)
    components: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[dict[str, Any]] = field(default_factory=list)
    flags: int = 0
    files: dict[str, bytes] = field(default_factory=dict)
    reference: dict[str, Any] | None = None
    nonce: str | None = None
    created: str = field(default_factory=now)
    edited: str | None = None
    edits: int = 0
    deleted: bool = False

    def fill(self, payload: dict[str, Any], files: dict[str, tuple[str, bytes]]) -> "DiscordMessage":
        """Take over what a request says of this message."""
        self.content = payload.get("content", self.content) or ""
        self.embeds = payload.get("embeds", self.embeds) or []
        self.components = payload.get("components", self.components) or []
        self.flags = payload.get("flags", self.flags) & ~LOADING
        if "attachments" in payload or files:
            kept = {attachment["id"]: attachment for attachment in self.attachments}
            listed = payload.get("attachments") or [{"id": number.strip("files[]")} for number in files]
            told = {str(each["id"]): each.get("description") for each in listed}
            self.attachments = [kept[number] for number in told if number in kept]
            self.files = {a["filename"]: self.files[a["filename"]] for a in self.attachments}
            for part, (name, content) in files.items():
                self.files[name] = content
                url = f"https://cdn.example/{name}"
                self.attachments.append({"id": str(new_id()), "filename": name, "size": len(content), "url": url,
                                         "proxy_url": url, "description": told.get(part.strip("files[]"))})  # fmt: skip
        for embed in self.embeds:
            self._show(embed.get("image", {}))
        return self

    def _show(self, image: dict[str, Any]) -> None:
        """An image that names a file of the message gets its address; one of which there is none is not shown."""
        scheme, _, name = image.get("url", "").partition("://")
        if scheme == "attachment":
            image.clear()
            image |= {"url": f"https://cdn.example/{name}"} if name in self.files else {}

    @property
    def picture(self) -> bytes | None:
        """What an embed of it shows."""
        shown = [embed["image"]["url"].rpartition("/")[2] for embed in self.embeds if embed.get("image")]
        return self.files.get(shown[0]) if shown else None

    def json(self) -> dict[str, Any]:
        guild = {"guild_id": str(self.channel.guild.id)} if self.channel.guild else {}
        reference = {"message_reference": self.reference} if self.reference else {}
        return {"id": str(self.id), "type": 0, "channel_id": str(self.channel.id), "author": self.author.json(),
                "content": self.content, "embeds": self.embeds, "components": self.components, "nonce": self.nonce,
                "attachments": self.attachments, "flags": self.flags, "timestamp": self.created,
                "edited_timestamp": self.edited, "tts": False, "pinned": False, "mention_everyone": False,
                "mentions": [], "mention_roles": [], **guild, **reference}  # fmt: skip

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    @property
    def text(self) -> str:
        """All there is to read: the content, the embeds and the text of components."""
        parts = [self.content, *(part.get("content") for part in walk(self.components))]
        for embed in self.embeds:
            parts += [embed.get("author", {}).get("name"), embed.get("title"), embed.get("description")]
            parts += itertools.chain.from_iterable((f["name"], f["value"]) for f in embed.get("fields", ()))
            parts.append(embed.get("footer", {}).get("text"))
        return "\n".join(part for part in parts if part)

    @property
    def buttons(self) -> list[dict[str, Any]]:
        return [component for component in walk(self.components) if component["type"] == 2]

    @property
    def labels(self) -> list[str]:
        return [button.get("label") or button.get("emoji", {}).get("name", "") for button in self.buttons]

    @property
    def selects(self) -> list[dict[str, Any]]:
        return [component for component in walk(self.components) if component["type"] in (3, 5, 6, 7, 8)]


@dataclass(eq=False)
class DiscordAnswer:
    """What an interaction brought about; `also` is what the bot wrote elsewhere while it lasted."""

    where: Channel | None = None
    source: DiscordMessage | None = None
    """The message with the button that was pressed."""
    messages: list[DiscordMessage] = field(default_factory=list)
    """New ones that answer the interaction: the first response and follow-ups."""
    edits: list[DiscordMessage] = field(default_factory=list)
    deleted: list[DiscordMessage] = field(default_factory=list)
    also: list[DiscordMessage] = field(default_factory=list)
    modal: dict[str, Any] | None = None
    choices: list[dict[str, Any]] | None = None
    deferred: bool = False
    url: str | None = None

    @property
    def seen(self) -> list[DiscordMessage]:
        """The new messages, or else the edited ones."""
        return self.messages or list(dict.fromkeys(self.edits))

    @property
    def message(self) -> DiscordMessage:
        assert self.seen, "the bot said nothing"
        return self.seen[-1]

    @property
    def text(self) -> str:
        return "\n".join(message.text for message in self.seen)

    @property
    def embeds(self) -> list[dict[str, Any]]:
        return [embed for message in self.seen for embed in message.embeds]

    @property
    def components(self) -> list[dict[str, Any]]:
        return [component for message in self.seen for component in message.components]

    @property
    def buttons(self) -> list[dict[str, Any]]:
        return [button for message in self.seen for button in message.buttons]

    @property
    def labels(self) -> list[str]:
        return [label for message in self.seen for label in message.labels]

    @property
    def ephemeral(self) -> bool:
        return bool(self.seen) and all(message.ephemeral for message in self.seen)

    @property
    def anything(self) -> bool:
        return bool(self.messages or self.edits or self.deleted or self.modal) or self.choices is not None
