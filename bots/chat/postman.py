"""Puts a notice into words for its reader, and hands it to the messenger of its platform."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bots.chat.news import news_of
from bots.chat.news.delivery import NoticeDelivery
from bots.chat.reply import Reply
from bots.chat.turn import reader_of
from bots.chat.views.registry import show
from core.clock import Clock
from core.destinations import Destination, MessageGone, MessageRef, PrivateChat
from core.ids import Platform
from core.notices import UnknownNotice, notice_from
from core.outbox import Dropped, Due, Later, Reach, Verdict
from core.personal_data.store import PersonalDataUnit
from core.unit import Units

log = logging.getLogger(__name__)

_AGAIN_SECONDS = 30.0
_UNREADABLE_SECONDS = 3600.0


class Messenger(Protocol):
    """One platform's way to people, and to the chats that they share."""

    def reach(self) -> Reach | None:
        """The accounts that it can write to just now. None: it is not connected."""
        ...

    async def send(self, to: Destination, reply: Reply, *, nonce: str) -> Verdict:
        """Write there. The same nonce again is the same message, where the platform knows nonces.

        A long reply may become several messages: `Sent` names them all. Unreachable: the private chat is
        closed, or the channel, group or thread is gone or does not let the bot write.
        """
        ...

    async def edit(self, message: MessageRef, reply: Reply) -> Verdict | MessageGone:
        """Put this reply in place of what the message says."""
        ...


@dataclass(frozen=True, slots=True)
class Postman:
    """Delivers due notices; implements jobs.ports.Deliverer."""

    units: Units[PersonalDataUnit]
    clock: Clock
    messengers: Mapping[Platform, Messenger]
    name: str
    """Tells this installation's messages from another's: part of every nonce."""

    def reaches(self) -> Sequence[Reach]:
        """The people that this process can deliver to just now."""
        return [reach for each in self.messengers.values() if (reach := each.reach())]

    async def deliver(self, due: Due) -> Verdict:
        """Word the notice with the facts as they are now, and send it once."""
        try:
            reply = await self._worded(due)
        except UnknownNotice:
            # Its kind was claimed as a known one, and yet its facts do not fit: never dropped at once.
            log.warning("notice %s cannot be read: %s %s", due.id, due.kind, due.version)
            return Later(_UNREADABLE_SECONDS)
        if reply is None:
            return Dropped("nothing to tell any more")
        messenger = self.messengers.get(due.account.platform)
        if messenger is None or messenger.reach() is None:
            return Later(_AGAIN_SECONDS)
        return await messenger.send(PrivateChat(due.account), reply, nonce=f"{self.name}-{due.id}")

    async def _worded(self, due: Due) -> Reply | None:
        notice = notice_from(due.kind, due.version, due.facts)
        now = self.clock.now()
        async with self.units.read() as unit:
            reader = (await unit.people.some([due.person]))[due.person]
            news = await news_of(notice, NoticeDelivery(unit, due.person, now, due.due_at))
        return show(news, reader_of(reader.locale, reader.zone, now)) if news else None
