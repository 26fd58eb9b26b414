"""People at a console: each line typed becomes a turn, each reply becomes lines."""

import uuid
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from bots.chat.buttons import Payload, RunCommand
from bots.chat.dispatch import Answer, Dispatcher
from bots.chat.reply import Action, Door, Reply
from bots.chat.sent_files import Attachment
from bots.chat.turn import Chat, Incoming, PressedButton, TypedLine
from bots.console.files import files_in
from bots.console.render import pressable
from core.destinations import Destination, MessageGone, MessageRef, PrivateChat
from core.ids import AccountRef, Platform
from core.outbox import Reach, Sent, Unreachable, Verdict

Show = Callable[[str, Reply], Awaitable[None]]
"""Show a reply to the person of that name."""


@dataclass(eq=False)
class NoSuchButton(Exception):
    """There is no such button in sight."""

    label: str
    there: tuple[str, ...]


@dataclass(slots=True)
class ConsoleAdapter:
    """The console's adapter: any number of people, each known by a name."""

    dispatcher: Dispatcher
    show: Show
    locale: str | None = None
    new_cause: Callable[[], object] = uuid.uuid4
    """Names what is typed and pressed: never the same again in one database."""
    _seen: dict[str, list[Action | Door]] = field(default_factory=dict)
    """The buttons in sight of each person, the latest last."""
    _here: set[str] = field(default_factory=set)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    """The ids of messages that nobody asked for."""

    def sit_down(self, name: str) -> None:
        """From now on this person can be told things."""
        self._here.add(name)

    def get_up(self, name: str) -> None:
        """From now on this person's messages wait until they sit down again."""
        self._here.discard(name)

    async def typed(self, name: str, text: str) -> Answer | None:
        """A line: a command, an answer, or `[Label]` for a button. Raises NoSuchButton."""
        text = text.strip()
        if text.startswith("[") and text.endswith("]"):
            return await self.pressed(name, self._button(name, text[1:-1].strip()))
        text, files = files_in(text)
        return await self._said(name, TypedLine(text), files)

    async def pressed(self, name: str, payload: Payload | RunCommand) -> Answer | None:
        """A button of a message that this person was shown."""
        token = self.dispatcher.tokens.encode(payload.verb, payload.ids)
        return await self._said(name, PressedButton(token))

    async def _said(
        self, name: str, said: TypedLine | PressedButton, files: tuple[Attachment, ...] = ()
    ) -> Answer | None:
        self.sit_down(name)
        chat = Chat(f"{Platform.CONSOLE}:{name}", private=True, whispers=True)
        answer = await self.dispatcher.answer(
            Incoming(
                account=AccountRef(Platform.CONSOLE, name),
                name=name,
                locale=self.locale,
                chat=chat,
                cause=f"co:{self.new_cause()}",
                said=said,
                attachments=files,
            )
        )
        if answer is not None:
            await self._shown(name, answer.reply)
        return answer

    def reach(self) -> Reach | None:
        """Those who are here."""
        return Reach(Platform.CONSOLE, frozenset(self._here)) if self._here else None

    async def send(self, to: Destination, reply: Reply, *, nonce: str) -> Verdict:
        """Show something that nobody asked for. A console has private chats only."""
        del nonce
        if not isinstance(to, PrivateChat):
            return Unreachable("a console has no channels")
        name = to.account.key
        await self._shown(name, reply)
        return Sent((MessageRef(Platform.CONSOLE, name, str(next(self._numbers))),))

    async def edit(self, message: MessageRef, reply: Reply) -> Verdict | MessageGone:
        """Show the new version below, as nothing on a terminal can be replaced."""
        if message.chat not in self._here:
            return Unreachable("that person is not at this console")
        await self._shown(message.chat, reply)
        return Sent((message,))

    async def _shown(self, name: str, reply: Reply) -> None:
        buttons = [each for each in pressable(reply) if isinstance(each, Action | Door)]
        if buttons:
            self._seen[name] = (self._seen.get(name, []) + buttons)[-_KEPT:]
        await self.show(name, reply)

    def _button(self, name: str, label: str) -> Payload | RunCommand:
        seen = self._seen.get(name, [])
        for button in reversed(seen):
            payload = button.payload
            if payload is not None and button.label.casefold() == label.casefold():
                return payload
        raise NoSuchButton(label, tuple(dict.fromkeys(each.label for each in reversed(seen))))


_KEPT = 40
