"""The people, chats and messages of the loopback Telegram, and what an action of a user brings about."""

import html
import re
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class TelegramUser:
    id: int
    name: str
    username: str
    language: str
    started: bool = False
    blocked: bool = False
    is_bot: bool = False

    def json(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.name, "username": self.username,
                "language_code": self.language}  # fmt: skip


@dataclass(eq=False)
class TelegramChat:
    id: int
    title: str = ""
    user: TelegramUser | None = None
    """Whose private chat with the bot this is; None for a group."""
    members: dict[int, str] = field(default_factory=dict)
    """Their status: creator, administrator, member, left, kicked."""
    messages: dict[int, "TelegramMessage"] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)

    def json(self) -> dict[str, Any]:
        if self.user:
            return {
                "id": self.id,
                "type": "private",
                "first_name": self.user.name,
                "username": self.user.username,
            }
        return {"id": self.id, "type": "supergroup", "title": self.title} | (
            {"is_forum": True} if self.topics else {}
        )


@dataclass(eq=False)
class TelegramMessage:
    chat: TelegramChat
    data: dict[str, Any]
    raw: str = ""
    """The text or caption as the bot sent it, with its markup."""
    file: bytes | None = None
    file_name: str | None = None
    deleted: bool = False
    edits: int = 0
    reactions: list[str] = field(default_factory=list)

    @property
    def id(self) -> int:
        return self.data["message_id"]

    @property
    def text(self) -> str:
        return self.data.get("text") or self.data.get("caption") or ""

    @property
    def markup(self) -> dict[str, Any]:
        return self.data.get("_markup") or {}

    @property
    def buttons(self) -> list[dict[str, Any]]:
        rows = self.markup.get("inline_keyboard") or self.markup.get("keyboard") or []
        return [button if isinstance(button, dict) else {"text": button} for row in rows for button in row]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for button in self.buttons]

    def json(self) -> dict[str, Any]:
        data = {key: value for key, value in self.data.items() if key != "_markup"}
        return data | ({"reply_markup": self.markup} if "inline_keyboard" in self.markup else {})


@dataclass(eq=False)
class TelegramAnswer:
    """What the bot did while an action lasted, in the action's chat and in private with the acting user."""

    where: list[TelegramChat] = field(default_factory=list)
    delivered: bool = True
    update: dict[str, Any] | None = None
    said: TelegramMessage | None = None
    """The user's own message, when the action was one."""
    messages: list[TelegramMessage] = field(default_factory=list)
    edits: list[TelegramMessage] = field(default_factory=list)
    reactions: list[TelegramMessage] = field(default_factory=list)
    deleted: list[TelegramMessage] = field(default_factory=list)
    answered: bool = False
    """Whether a press was answered, with a text or without."""
    toast: str = ""
    alert: bool = False
    url: str | None = None

    @property
    def message(self) -> TelegramMessage:
        """The last message sent, else the last one edited."""
        assert self.messages or self.edits, "the bot said nothing"
        return (self.messages or self.edits)[-1]

    @property
    def text(self) -> str:
        return "\n".join(message.text for message in self.messages or dict.fromkeys(self.edits))

    @property
    def labels(self) -> list[str]:
        return [label for message in self.messages or dict.fromkeys(self.edits) for label in message.labels]

    @property
    def anything(self) -> bool:
        return bool(self.messages or self.edits or self.reactions or self.deleted)


def shown(raw: str, fields: dict[str, Any]) -> str:
    """The text a reader sees: without the markup of HTML messages."""
    return (
        html.unescape(re.sub(r"<[^>]*>", "", raw)) if str(fields.get("parse_mode")).upper() == "HTML" else raw
    )


def entities(text: str) -> list[dict[str, Any]]:
    """Where commands and mentions stand, in UTF-16 units as Telegram counts."""
    found = []
    for match in re.finditer(r"(?<!\S)/[A-Za-z0-9_]{1,32}(@\w+)?|(?<!\w)@\w{3,}", text):
        kind = "bot_command" if match[0].startswith("/") else "mention"
        offset, length = (len(part.encode("utf-16-le")) // 2 for part in (text[: match.start()], match[0]))
        found.append({"type": kind, "offset": offset, "length": length})
    return found
