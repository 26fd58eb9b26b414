"""A Telegram on the loopback for one bot, and the people who talk to it."""

import re
import time
from collections.abc import Callable
from typing import Any

from tests.wire.telegram_api import BotApi, TelegramDeclined
from tests.wire.telegram_world import TelegramAnswer, TelegramChat, TelegramMessage, TelegramUser, entities

__all__ = ["LoopbackTelegram", "TelegramAnswer", "TelegramChat", "TelegramMessage", "TelegramUser"]


class LoopbackTelegram(BotApi):
    """The server and its users.

    An action of a user returns when the bot has answered and then been silent for `pulse.settle` seconds.
    """

    # The people.

    def add_user(self, name: str, *, language: str = "en", started: bool = False) -> TelegramUser:
        number = next(self._numbers)
        user = TelegramUser(
            number, name, f"{re.sub(r'[^a-z]', '', name.lower())}_{number % 1000}", language, started
        )
        self.chats[number] = TelegramChat(number, user=user)
        return user

    def add_group(
        self, title: str, members: list[TelegramUser], *, admins: tuple[TelegramUser, ...] = ()
    ) -> TelegramChat:
        """A supergroup of the first member's, with the bot in it; the bot is told."""
        chat = TelegramChat(-1_000_000_000_000 - next(self._numbers), title)
        chat.members = {member.id: "administrator" if member in admins else "member" for member in members}
        chat.members |= {members[0].id: "creator", self.bot.id: "member"}
        self.chats[chat.id] = chat
        self._bot_is(chat, members[0], "left", "member")
        return chat

    def add_topic(self, chat: TelegramChat, name: str) -> int:
        """A topic in the group, which is a forum from then on; its number."""
        number = next(self._message_ids)
        chat.topics[number] = name
        return number

    def remove_bot(self, chat: TelegramChat, by: TelegramUser) -> None:
        self._bot_is(chat, by, "member", "kicked")

    def block(self, user: TelegramUser) -> None:
        user.blocked = True
        self._bot_is(self.chats[user.id], user, "member", "kicked")

    def inbox(self, user: TelegramUser) -> list[TelegramMessage]:
        """What the bot wrote to this user in private and has not deleted."""
        return self.said(self.chats[user.id])

    def said(self, chat: TelegramChat) -> list[TelegramMessage]:
        """What the bot wrote into this chat and has not deleted."""
        return [m for m in chat.messages.values() if m.data["from"]["id"] == self.bot.id and not m.deleted]

    def fail(self, method: str, status: int, description: str, *, times: int = 1, **parameters: Any) -> None:
        """Let the next requests of a method fail, e.g. `fail("sendMessage", 429, "...", retry_after=1)`."""
        self._failures += [(method.lower(), TelegramDeclined(status, description, parameters))] * times

    # What they do.

    async def wait_for(self, true: Callable[[], object], wanted: str) -> None:
        """Wait for something the bot does later, or unasked."""
        await self.pulse.until(true, wanted)

    async def wait_ready(self) -> None:
        await self.pulse.until(lambda: self._polls, "ask for updates")

    async def start(self, user: TelegramUser | None = None, payload: str = "") -> Any:
        """Without a user: start the server. With one: press Start, or open a deep link."""
        if user is None:
            return await self.listen()
        user.started, user.blocked = True, False
        return await self.send(user, f"/start {payload}".rstrip())

    async def send(
        self, user: TelegramUser, text: str = "", chat: TelegramChat | None = None, *,
        reply_to: TelegramMessage | None = None, answered: bool = True, **content: Any,
    ) -> TelegramAnswer:  # fmt: skip
        """Write, to the bot or into a group; `content` may be a contact or a location.

        Returns when the bot has written, edited or reacted, here or to the user in private. With answered=False,
        when the bot has taken the update and is silent; at once, if group privacy keeps the message from it.
        """
        chat = chat or self.chats[user.id]
        assert chat.user is None or user.started, f"{user.name} must press Start first"
        data = self._new(chat, user) | content | ({"text": text, "entities": entities(text)} if text else {})
        if reply_to:
            data["reply_to_message"] = reply_to.json()
        message = chat.messages[data["message_id"]] = TelegramMessage(chat, data, raw=text)
        if not self._bot_sees(message):
            return TelegramAnswer(delivered=False, said=message)
        answer = self._answer(chat, user, said=message, update=self._push({"message": data}))
        done = (lambda: answer.anything) if answered else None
        return await self._filled(answer, done, f"answer {user.name}'s {text!r}")

    async def send_photo(
        self, user: TelegramUser, file: bytes, caption: str = "", chat: TelegramChat | None = None, *,
        answered: bool = True,
    ) -> TelegramAnswer:  # fmt: skip
        """Send a photo: Telegram hands it over in several sizes, the largest last."""
        large = self._upload(file)
        sizes = [
            {**large, "file_id": "none", "width": 90, "height": 60},
            {**large, "width": 1280, "height": 960},
        ]
        more = {"caption": caption} if caption else {}
        return await self.send(user, chat=chat, answered=answered, photo=sizes, **more)

    async def send_document(self, user: TelegramUser, file: bytes, caption: str = "") -> TelegramAnswer:
        """Send a file as it is."""
        document = {**self._upload(file), "file_name": "from my phone", "mime_type": "application/x-whatever"}
        return await self.send(user, document=document, **({"caption": caption} if caption else {}))

    def _upload(self, file: bytes) -> dict[str, Any]:
        name = f"sent{next(self._numbers)}"
        self.files[name] = (file, name)
        return {"file_id": name, "file_unique_id": name, "file_size": len(file)}

    async def press(
        self, user: TelegramUser, on: TelegramAnswer | TelegramMessage, label: str
    ) -> TelegramAnswer:
        """Press a button, named by its label; the last message that has it counts.

        Returns when the press was answered and there is something to see: a toast or anything else.
        """
        seen = [on] if isinstance(on, TelegramMessage) else [*on.edits, *on.messages]
        have = [(m, b) for m in seen if not m.deleted for b in m.buttons if b["text"] == label]
        assert have, f"no button {label!r} among {[m.labels for m in seen]}"
        message, button = have[-1]
        if "inline_keyboard" not in message.markup:
            contact = {"phone_number": "+15550100", "first_name": user.name, "user_id": user.id}
            if button.get("request_contact"):
                return await self.send(user, chat=message.chat, contact=contact)
            if button.get("request_location"):
                return await self.send(
                    user, chat=message.chat, location={"latitude": 53.8, "longitude": -1.55}
                )
            return await self.send(user, button["text"], message.chat, reply_to=message)
        if "callback_data" not in button:
            return TelegramAnswer(delivered=False, url=button.get("url"))
        number = str(next(self._numbers))
        query = {
            "id": number,
            "from": user.json(),
            "chat_instance": str(message.chat.id),
            "message": message.json(),
        }
        update = self._push({"callback_query": query | {"data": button["callback_data"]}})
        answer = self._presses[number] = self._answer(message.chat, user, update=update)
        return await self._filled(
            answer,
            lambda: answer.answered and (answer.toast or answer.url or answer.anything),
            f"answer {user.name}'s press on {label!r} with something to see",
        )

    async def redeliver(self, answer: TelegramAnswer) -> TelegramAnswer:
        """Deliver the update of an action once more, as after a crash; returns when the bot is silent again."""
        assert answer.update, "the action made no update"
        again = TelegramAnswer(answer.where, update=answer.update, said=answer.said)
        if "callback_query" in answer.update:
            self._presses[answer.update["callback_query"]["id"]] = again
        self._again.append(answer.update)
        self.pulse.beat()
        return await self._filled(again)

    # How it comes about.

    def _answer(self, chat: TelegramChat, user: TelegramUser, **what: Any) -> TelegramAnswer:
        return TelegramAnswer([chat, self.chats[user.id]], **what)

    async def _filled(
        self, answer: TelegramAnswer, done: Callable[[], object] | None = None, wanted: str = ""
    ) -> TelegramAnswer:
        """Fill the answer until it is done, else until the bot has confirmed the update, and then is silent."""
        self._watching.append(answer)
        try:
            await self.pulse.until(done or (lambda: not self._pending(answer)), wanted or "confirm an update")
            await self.pulse.silence(None if done else 0.2)
        finally:
            self._watching.remove(answer)
        return answer

    def _pending(self, answer: TelegramAnswer) -> bool:
        return answer.update in self._updates or answer.update in self._again

    def _bot_is(self, chat: TelegramChat, by: TelegramUser, old: str, new: str) -> None:
        chat.members[self.bot.id] = new
        was, now = ({"status": s, "user": self.bot.json(), "until_date": 0} for s in (old, new))
        self._push({"my_chat_member": {"chat": chat.json(), "from": by.json(), "date": int(time.time()),
                                       "old_chat_member": was, "new_chat_member": now}})  # fmt: skip

    def _bot_sees(self, message: TelegramMessage) -> bool:
        status = "member" if message.chat.user else message.chat.members[self.bot.id]
        if status == "kicked":
            return False
        if message.chat.user or not self.privacy or status == "administrator":
            return True
        data, me = message.data, f"@{self.bot.username}".lower()
        replied = data.get("reply_to_message", {}).get("from", {}).get("id") == self.bot.id
        words = message.text.lower().split()
        command = words and words[0].startswith("/") and ("@" not in words[0] or words[0].endswith(me))
        return bool(replied or command or me in re.findall(r"@\w+", message.text.lower()))
