"""Telegram's updates, read as something that a person did."""

import re
from dataclasses import dataclass, replace

from telegram import CallbackQuery, Document, Message, PhotoSize, Update, User
from telegram import Chat as TelegramChat
from telegram.constants import ChatType

from bots.chat.catalogue import BY_NAME, BY_VERB, GROUPS
from bots.chat.sent_files import Attachment
from bots.chat.turn import Chat, Incoming, PressedButton, TypedLine
from core.bands import Binding, BindingKind
from core.ids import AccountRef, Platform


@dataclass(frozen=True, slots=True)
class PersonMessage:
    """A person's message that is for the bot."""

    message: Message
    incoming: Incoming


@dataclass(frozen=True, slots=True)
class CallbackPress:
    """A person's press of a button; Telegram waits for it to be answered."""

    query: CallbackQuery
    incoming: Incoming | None
    """None: nothing that could be acted on."""


@dataclass(frozen=True, slots=True)
class AnonymousMessage:
    """A message for the bot from somebody who writes as the group or as a channel."""

    message: Message


@dataclass(frozen=True, slots=True)
class GroupMigrated:
    """A group has become a supergroup, which has another id."""

    old: str
    new: str


def read(update: Update, me: User) -> PersonMessage | CallbackPress | AnonymousMessage | GroupMigrated | None:
    """The update as the program takes it. None: nothing for this bot."""
    if update.callback_query is not None:
        return _press(update.callback_query, me)
    message = update.message  # a new one: neither edited nor a channel's
    if message is None or message.from_user is None:
        return None
    if message.migrate_to_chat_id:
        return GroupMigrated(key_of(message.chat.id), key_of(message.migrate_to_chat_id))
    if message.migrate_from_chat_id:
        return GroupMigrated(key_of(message.migrate_from_chat_id), key_of(message.chat.id))
    text, files = _meant(message, me), _files(message)
    if files and text is None:
        text = ""
    if text is None or message.is_automatic_forward:
        return None
    if message.sender_chat is not None:
        return AnonymousMessage(message)
    if message.from_user.is_bot:
        return None
    cause = f"tg:{me.id}:{message.chat.id}:{message.message_id}"
    incoming = _incoming(message.from_user, message.chat, cause, TypedLine(text))
    return PersonMessage(message, replace(incoming, attachments=files))


def _files(message: Message) -> tuple[Attachment, ...]:
    """A photo or a document that was sent in a private chat."""
    if message.chat.type != ChatType.PRIVATE:
        return ()
    if message.photo:
        return (_attachment(message.photo[-1], "photo.jpg", "image/jpeg"),)  # the largest comes last
    if message.document:
        file = message.document
        return (_attachment(file, file.file_name or "", file.mime_type),)
    return ()


def _attachment(file: PhotoSize | Document, name: str, media_type: str | None) -> Attachment:
    async def load() -> bytes:
        return bytes(await (await file.get_file()).download_as_bytearray())

    return Attachment(name, file.file_size, media_type, load)


def _press(query: CallbackQuery, me: User) -> CallbackPress:
    if query.data is None or query.message is None or query.from_user.is_bot:
        return CallbackPress(query, None)
    cause = f"tg:{me.id}:cb:{query.id}"
    return CallbackPress(
        query, _incoming(query.from_user, query.message.chat, cause, PressedButton(query.data))
    )


def _incoming(user: User, chat: TelegramChat, cause: str, said: TypedLine | PressedButton) -> Incoming:
    return Incoming(
        account=AccountRef(Platform.TELEGRAM, str(user.id)),
        name=user.full_name,
        locale=user.language_code,
        chat=_chat(chat),
        cause=cause,
        said=said,
    )


def _chat(chat: TelegramChat) -> Chat:
    key = key_of(chat.id)  # a private chat has its person's id
    if chat.type == ChatType.PRIVATE:
        return Chat(key, private=True, whispers=True)
    group = (Binding(BindingKind.GROUP, key),)
    return Chat(key, private=False, whispers=False, bindings=group, manages=None)


def key_of(chat: int) -> str:
    """How places and bindings name a chat."""
    return f"{Platform.TELEGRAM}:{chat}"


def _meant(message: Message, me: User) -> str | None:
    """The words said to this bot, without its name. None: they were said to somebody else."""
    text = (message.text or message.caption or "").strip()
    if not text or message.chat.type == ChatType.CHANNEL:
        return None
    to_me = message.chat.type == ChatType.PRIVATE or _answers(message, me)
    command = _COMMAND.match(text)
    if command is not None:
        return _command(command, text, me, to_me=to_me)
    said = re.sub(rf"(?<!\w)@{re.escape(me.username or me.first_name)}\b[,:]?", "", text, flags=re.IGNORECASE)
    return said.strip() if to_me or said != text else None


def _command(command: re.Match[str], text: str, me: User, *, to_me: bool) -> str | None:
    """The command without the bot's name ("/busy@bandwidth_bot all day": "/busy all day"), if it is ours."""
    head, whom = command["head"], command["whom"]
    if whom is not None:
        return f"/{head}{text[command.end() :]}" if _is(whom, me) else None
    return text if to_me or _known(head) else None


def _answers(message: Message, me: User) -> bool:
    replied = message.reply_to_message
    return replied is not None and replied.from_user is not None and replied.from_user.id == me.id


def _is(name: str, me: User) -> bool:
    return name.casefold() == (me.username or "").casefold()


def _known(head: str) -> bool:
    """Whether a command is one of ours: a group may have other bots with theirs."""
    name = head.lower()
    return name in BY_NAME or name in BY_VERB or name in GROUPS


_COMMAND = re.compile(r"/(?P<head>[A-Za-z0-9_]{1,64})(?:@(?P<whom>\w+))?(?=\s|$)")
