"""Where a message can be written, and how a written message is referred to afterwards."""

from dataclasses import dataclass

from core.ids import AccountRef, Platform


@dataclass(frozen=True, slots=True)
class PrivateChat:
    """The private chat between an account and the bot."""

    account: AccountRef

    @property
    def platform(self) -> Platform:
        """The platform whose messenger can write there."""
        return self.account.platform


@dataclass(frozen=True, slots=True)
class SharedChat:
    """A chat of several people: a channel on Discord, a group on Telegram."""

    platform: Platform
    key: str
    """The platform's own id of the channel or group, as text."""


@dataclass(frozen=True, slots=True)
class ChatThread:
    """A thread of a Discord channel, or a topic of a Telegram group."""

    chat: SharedChat
    key: str
    """The platform's own id of the thread or topic, as text."""

    @property
    def platform(self) -> Platform:
        """The platform whose messenger can write there."""
        return self.chat.platform


Destination = PrivateChat | SharedChat | ChatThread


@dataclass(frozen=True, slots=True)
class MessageRef:
    """A message that was written: enough to edit it later, even after a restart."""

    platform: Platform
    chat: str
    """The platform's own id of the chat: a thread's on Discord, the whole group's on Telegram."""
    message: str

    def as_json(self) -> dict[str, str]:
        """The reference as a store keeps it."""
        return {"platform": self.platform.value, "chat": self.chat, "message": self.message}


@dataclass(frozen=True, slots=True)
class MessageGone:
    """The message was deleted, or can no longer be edited."""

    why: str
