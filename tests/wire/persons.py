"""Somebody on Discord and somebody on Telegram: each types or presses, and reads what the bot has shown them."""

import re

from bots.chat.arguments import split_line
from bots.chat.catalogue import BY_NAME, GROUPS

MARKS = re.compile(r"\*\*|[\\`•]|(?<![\w(])_|_(?!\w)")
COMMAND = re.compile(r"</([a-z ]+):\d+>")


def plain(text: str) -> str:
    """What somebody reads, without a platform's marks."""
    return MARKS.sub("", COMMAND.sub(r"/\1", text.replace("```text", ""))).replace("\u2060", "")


def essence(text: str) -> list[str]:
    """The lines that somebody reads, without a platform's marks, bullets and order of blocks."""
    lines = (re.sub(r"\s+", " ", line).strip(" -") for line in plain(text).splitlines())
    out = []
    for line in filter(None, lines):
        row = re.fullmatch(r"(?:\[[^\]]+\] ?)+", line)
        out += re.findall(r"\[[^\]]+\]", line) if row else [line]
    return sorted(out)


class PersonOnDiscord:
    """Somebody in the direct messages with the bot on Discord: commands as commands, words as words."""

    def __init__(self, name, discord, guilds):
        self.discord, self.user = discord, discord.add_user(name)
        if not guilds:
            guilds.append(discord.add_guild("Where they have met", self.user))
        else:
            discord.join(guilds[0], self.user)
        self.answers, self.shown, self.read = [], [], 0
        self.toasts = []
        """What a press was answered with beside its message: there is no such thing on Discord."""

    def messages(self):
        """All that there are to read and to press on."""
        return list(dict.fromkeys((*self.discord.dms(self.user), *self.answers)))

    def on(self, button):
        """The newest message with this [button]."""
        found = [m for m in self.messages() if button.strip("[]") in m.labels]
        assert found, (button, [m.labels for m in self.messages()])
        return max(found, key=lambda m: (m.edited or m.created, m.id))

    async def does(self, text):
        if text.startswith("["):
            self._keep(await self.discord.press(self.user, self.on(text), text.strip("[]")))
        elif text.startswith("/"):
            name, values = command_in(text)
            self._keep(await self.discord.slash(self.user, "dm", f"/{name}", **values))
        else:
            before = len(self.discord.dms(self.user))
            await self.discord.say(self.user, "dm", text)
            await self.discord.wait_for(lambda: len(self.discord.dms(self.user)) > before, "an answer")

    def _keep(self, answer):
        self.shown = answer.seen
        self.answers += answer.seen

    async def takes(self):
        shown, self.shown = self.shown, []
        messages = [m for m in self.discord.dms(self.user)[self.read :] if m not in shown]
        self.read = len(self.discord.dms(self.user))
        return ["\n".join((m.text, buttons(m.labels))) for m in [*shown, *messages]]


class PersonOnTelegram:
    """Somebody in the private chat with the bot on Telegram."""

    def __init__(self, name, telegram):
        self.telegram, self.user = telegram, telegram.add_user(name, language="en-GB", started=True)
        self.shown, self.toasts = [], []
        self.read = set()

    def messages(self):
        """All that there are to read and to press on."""
        return self.telegram.inbox(self.user)

    def on(self, button):
        """The newest message with this [button]."""
        found = [m for m in self.messages() if button.strip("[]") in m.labels]
        assert found, (button, [m.labels for m in self.messages()])
        return found[-1]

    async def does(self, text):
        if text.startswith("["):
            answer = await self.telegram.press(self.user, self.on(text), text.strip("[]"))
            self.toasts.append(answer.toast)
            self.shown = [m for m in answer.edits if m not in answer.messages]
        else:
            await self.telegram.send(self.user, text)

    async def takes(self):
        shown, self.shown = self.shown, []
        inbox = self.telegram.inbox(self.user)
        messages = [m for m in inbox if m.id not in self.read and m not in shown]
        self.read |= {m.id for m in inbox}
        return ["\n".join((m.text, buttons(m.labels))) for m in [*shown, *messages]]


def buttons(labels):
    """Without what only some platforms draw: the field to type in, and the Mini App inside Telegram."""
    return "".join(f"[{label}]" for label in labels if label not in ("Type it", "Calendar"))


def command_in(text):
    head, _, rest = text.removeprefix("/").partition(" ")
    if head in GROUPS:
        action, _, rest = rest.partition(" ")
        head = f"{head} {action}"
    return head, split_line(BY_NAME[head].arguments, rest)
