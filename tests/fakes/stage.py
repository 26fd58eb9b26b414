"""People on several platforms who talk to one dispatcher, without a network in between."""

import itertools
from dataclasses import dataclass, field

from bots.chat.dispatch import Answer, Dispatcher
from bots.chat.reply import Action, Door, Facts, Form, Listing, Paragraph, Reply, Verbatim, plain
from bots.chat.sent_files import Attachment
from bots.chat.turn import BotAddress, Chat, Filled, Incoming, PressedButton, Typed, TypedLine
from core.bands import Binding, BindingKind
from core.ids import AccountRef, Platform
from presentation.tokens import Tokens
from tests.fakes.web import WEB

SECRET = b"a secret for tests"
NOTHING: frozenset[BindingKind] = frozenset()
MANAGE = {"Manager": frozenset(BindingKind), "Ana": frozenset({BindingKind.CHANNEL, BindingKind.GROUP})}


def text_of(reply: Reply) -> str:
    """Everything that a reply says, line by line."""
    out = [plain(reply.title)]
    for block in reply.blocks:
        match block:
            case Paragraph(words=words):
                out.append(plain(words))
            case Listing(items=items):
                out += [plain(item) for item in items]
            case Verbatim(lines=lines):
                out += lines
            case Facts(pairs=pairs):
                out += [f"{label}: {plain(words)}" for label, words in pairs]
    return "\n".join(out)


def a_file(content, *, name="whatever.exe", size=None):
    """A file as a platform hands it over; an exception in place of its content is raised when it is fetched."""

    async def load():
        if isinstance(content, Exception):
            raise content
        return content

    return Attachment(name, len(content) if size is None and isinstance(content, bytes) else size, None, load)


@dataclass
class Stage:
    """A dispatcher, and people with accounts anywhere."""

    dispatcher: Dispatcher
    causes: itertools.count = field(default_factory=itertools.count)
    manage: dict[str, frozenset[BindingKind]] = field(default_factory=lambda: dict(MANAGE))
    """What people manage of wherever they are; others manage nothing."""

    def chat(self, platform, name, where):
        if where is None:
            return Chat(f"{platform}:{name}", private=True, whispers=True)
        if platform is Platform.TELEGRAM:
            key = f"telegram:{where}"
            group = (Binding(BindingKind.GROUP, key),)
            return Chat(key, private=False, whispers=False, bindings=group, manages=None)
        channel, server = f"discord:{where}", "discord:server"
        bindings = (Binding(BindingKind.CHANNEL, channel), Binding(BindingKind.SERVER, server))
        manages = self.manage.get(name, NOTHING) - {BindingKind.GROUP}
        return Chat(channel, private=False, whispers=True, bindings=bindings, manages=manages)

    async def admin_of_group(self, name):
        """What Telegram would say, when it is asked."""
        return self.manage.get(name, NOTHING) & {BindingKind.GROUP}

    async def does(
        self, name, said, *, on=Platform.CONSOLE, where=None, cause=None, locale="en-GB", attachments=()
    ) -> Answer | None:
        return await self.dispatcher.answer(
            Incoming(
                account=AccountRef(on, name),
                name=name,
                locale=locale,
                chat=self.chat(on, name, where),
                cause=cause or f"test:{next(self.causes)}",
                said=said,
                ask_manages=lambda: self.admin_of_group(name),
                attachments=attachments,
            )
        )

    async def says(self, name, text, **more) -> Answer | None:
        return await self.does(name, TypedLine(text), **more)

    async def sends(self, name, *contents, caption="", size=None, **more) -> Answer | None:
        """A file, or several at once, with words beside them."""
        files = tuple(a_file(each, size=size) for each in contents)
        return await self.does(name, TypedLine(caption), attachments=files, **more)

    async def runs(self, name, command, *, values=None, **more) -> Answer | None:
        return await self.does(name, Typed(command, values or {}), **more)

    def token(self, answer: Answer, label: str) -> str:
        buttons = [button for row in answer.reply.buttons for button in row]
        for button in buttons:
            if button.label == label:
                if isinstance(button, Form):
                    return self.dispatcher.tokens.encode("answer", (button.pending,))
                assert isinstance(button, Action | Door)
                return self.dispatcher.tokens.encode(button.payload.verb, button.payload.ids)
        raise AssertionError((label, [button.label for button in buttons]))

    async def presses(self, name, answer: Answer, label: str, **more) -> Answer:
        pressed = await self.does(name, PressedButton(self.token(answer, label)), **more)
        assert pressed is not None
        return pressed

    async def fills(self, name, answer: Answer, label: str, text: str, **more) -> Answer:
        filled = await self.does(name, Filled(self.token(answer, label), text), **more)
        assert filled is not None
        return filled


def make_dispatcher(units, clock, *, telegram="bandwidth_bot", dates=None, first_code=0) -> Dispatcher:
    """A dispatcher with codes that can be foreseen; `dates` reads those in further languages."""
    digits = str.maketrans("0123456789", "23456789AB")
    codes = (f"C0DE{number:04d}".translate(digits) for number in itertools.count(first_code))
    return Dispatcher(
        units=units,
        clock=clock,
        tokens=Tokens(SECRET),
        bot_address=BotAddress(WEB, telegram),
        new_code=lambda: next(codes),
        dates=dates,
    )
