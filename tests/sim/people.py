"""People before the running program: each types or presses, and waits for what it is to show."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest

from bots.chat.arguments import split_line
from bots.chat.catalogue import BY_NAME, GROUPS
from tests.beside import needs

MARKS = [
    # Every test plays in the same town: to start the program takes longer than most of them.
    pytest.mark.asyncio(loop_scope="module"),
    *needs("sim"),
    # The simulators read files and close sockets in their own way.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
PATIENCE = 15.0
"""Seconds that anybody waits for words that are to come."""
_STARS = re.compile(r"\*\*|\\(?=[^\w\s])|`")
_COMMAND = re.compile(r"</([a-z ]+):\d+>")


@dataclass
class Seen:
    """A message as somebody reads it at this moment, without a platform's marks."""

    text: str
    message: Any
    labels: list[str]
    files: dict[str, bytes] = field(default_factory=dict)
    private: bool = True


class OnDiscord:
    """Somebody on Discord; `where` is a server, a channel, or "dm"."""

    def __init__(self, sim, name, **how):
        self.sim, self.user = sim, sim.add_user(name, **how)

    async def does(self, what, shows, where="dm", on=None):
        """Type a line, or press a `[Label]` (on a message, else on the newest that has it); what it shows."""
        before = self.all(where)
        if what.startswith("["):
            label = what[1:-1]
            message = (on or self.newest(label, where)).message
            answer = await self.sim.click(self.user, message, label, settle=0)
            assert answer.modal is None, (what, "opens a form")
        elif what.startswith("/"):
            name, values = command_in(what)
            answer = await self.sim.slash(self.user, where, f"/{name}", settle=0, **values)
        else:
            await self.sim.say(self.user, where, what, settle=0)
            return await self.reads(shows, where, before)
        assert not answer.failed, (what, answer.failed)
        return await self.reads(shows, where, before)

    async def answers(self, words, shows, where="dm"):
        """Press [Type it] on what was asked last, and send the form off with these words."""
        before = self.all(where)
        form = await self.sim.click(self.user, self.newest("Type it", where).message, "Type it", settle=0)
        top = form.modal["components"][0]
        inner = top.get("component") or (top.get("components") or [top])[0]
        answer = await self.sim.submit_modal(self.user, form, {inner["custom_id"]: words}, settle=0)
        assert not answer.failed
        return await self.reads(shows, where, before)

    async def reads(self, words, where="dm", before=None):
        """The message that says this, once it is there and new."""
        before = {} if before is None else before

        def found():
            return [m for key, m in self.all(where).items() if before.get(key) != m and words in m.text]

        assert await self.sim.wait_for(lambda: bool(found()), PATIENCE), missed(
            self, words, before, self.all(where)
        )
        return found()[-1]

    def newest(self, label, where="dm"):
        """The newest message on which that button is."""
        found = [m for m in self.all(where).values() if label in m.labels]
        assert found, (label, [m.labels for m in self.all(where).values()])
        return found[-1]

    def all(self, where):
        """What the bot has written there, as this person reads it now, by id."""
        messages = (
            self.sim.dms(self.user) if where == "dm" else self.sim.channel_messages(where, viewer=self.user)
        )
        mine = [m for m in messages if m.author is self.sim.bot and not m.deleted and not m.loading]
        return {
            m.id: Seen(plain(m.text), m, m.labels, dict(m.files), where == "dm" or m.ephemeral) for m in mine
        }


class OnTelegram:
    """Somebody on Telegram; `where` is a group, or None for the private chat."""

    def __init__(self, sim, name, **how):
        self.sim, self.user = sim, sim.add_user(name, **{"language_code": "en-GB", **how})

    async def does(self, what, shows, where=None, on=None):
        """Type a line, or press a `[Label]` (on a message, else on the newest that has it); what it shows.

        What a group is not to see comes in the private chat: it is found there.
        """
        before = self.all(where)
        aside = self.all(None)
        if what.startswith("["):
            label = what[1:-1]
            message = (on or self.newest(label, where)).message
            pressed = await self.sim.press(self.user, message, label, settle=0)
            assert pressed.answer is not None
            if pressed.answer and shows in pressed.answer:
                return Seen(pressed.answer, message, [])
        else:
            await self.sim.send(self.user, what, chat=where, settle=0, timeout=0)
        return await self.reads(shows, where, before, aside)

    async def opens(self, payload, shows):
        """Follow a deep link."""
        before = self.all(None)
        await self.sim.start(self.user, payload=payload, settle=0, timeout=0)
        return await self.reads(shows, None, before)

    async def answers(self, words, shows, where=None):
        """Type what was asked for, in the private chat: there one is asked."""
        del where
        return await self.does(words, shows)

    async def reads(self, words, where=None, before=None, aside=None):
        """The message that says this, once it is there and new."""
        places = [(where, before or {})]
        if where is not None and aside is not None:
            places.append((None, aside))

        def found():
            return [
                m
                for place, old in places
                for key, m in self.all(place).items()
                if old.get(key) != m and words in m.text
            ]

        assert await self.sim.wait_for(lambda: bool(found()), PATIENCE), missed(
            self, words, *(each for place, old in places for each in (old, self.all(place)))
        )
        return found()[-1]

    def newest(self, label, where=None):
        """The newest message on which that button is."""
        found = [m for m in self.all(where).values() if label in m.labels]
        assert found, (label, [m.labels for m in self.all(where).values()])
        return found[-1]

    def all(self, where):
        """What the bot has written there, as this person reads it now, by id."""
        messages = self.sim.inbox(self.user) if where is None else self.sim.chat_messages(where)
        mine = [m for m in messages if m.author is self.sim.bot]
        return {
            m.id: Seen(m.text.replace("\u2060", ""), m, m.labels, files_of(m), where is None) for m in mine
        }


def weekdays(count):
    """The first days from Monday to Friday that are some days away."""
    days = (date.today() + timedelta(days=days) for days in range(3, 14))
    return [day for day in days if day.weekday() < 5][:count]


def files_of(message):
    """The file of a Telegram message, under its name or as the picture that it is."""
    return {} if message.file is None else {message.filename or "calendar.png": message.file}


def plain(text):
    """Discord's text without its marks."""
    return _STARS.sub("", _COMMAND.sub(r"/\1", text))


def command_in(line):
    """A typed line as a command's name and its options."""
    head, _, rest = line.removeprefix("/").partition(" ")
    if head in GROUPS:
        action, _, rest = rest.partition(" ")
        head = f"{head} {action}"
    return head, dict(split_line(BY_NAME[head].arguments, rest))


def missed(who, words, *places):
    """What somebody saw instead."""
    before, now, *more = places
    new = [m for key, m in now.items() if before.get(key) != m]
    if more:
        new += [m for key, m in more[1].items() if more[0].get(key) != m]
    return f"{who.user} never reads {words!r}, but:\n" + "\n--\n".join(f"{m.text}\n{m.labels}" for m in new)


@dataclass
class Cast:
    """A band of four, two on each platform, bound to a server and to a group."""

    ana: OnDiscord
    zoe: OnDiscord
    bo: OnTelegram
    cy: OnTelegram
    guild: Any
    group: Any

    @classmethod
    async def of(cls, discord, telegram, name="The Foxes"):
        """They meet."""
        ana, zoe = (OnDiscord(discord, each, locale="en-GB") for each in ("Ana", "Zoe"))
        bo, cy = OnTelegram(telegram, "Bo"), OnTelegram(telegram, "Cy")
        guild = discord.add_guild("Sea Dogs", [ana.user, zoe.user])
        group = telegram.add_group(name, [bo.user, cy.user])
        await ana.does(f"/band create {name} city: Leeds", f"{name} is here", guild)
        invite = await ana.does("/band invite", "Code", guild)
        assert invite.private
        code = re.search(r"/join ([A-Z0-9]{4}-[A-Z0-9]{4})", invite.text)[1]
        await zoe.does(f"/join {code}", "You are in", guild)
        for who in (bo, cy):
            await who.opens(f"join_{code.replace('-', '')}", "would like you in")
            await who.does("[Join]", "You are in")
        await ana.does("/band member Bo", "Role", guild)
        await ana.does("[Make owner]", "Role: owner (was: member)", guild)
        bound = await bo.does("/band bind", "belongs to", group)
        assert not bound.private
        return cls(ana, zoe, bo, cy, guild, group)
