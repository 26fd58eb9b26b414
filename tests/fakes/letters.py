"""What people at the console are told without asking, as it is delivered."""

from dataclasses import dataclass, field

from bots.chat.dispatch import Answer
from bots.chat.postman import Postman
from bots.chat.reply import Reply
from core.destinations import PrivateChat
from core.ids import Platform
from core.notices import KNOWN
from core.outbox import Reach, Sent, Verdict
from jobs.outbox import OutboxWorker
from storage.outbox.claims import SqlOutboxStore
from tests.fakes.stage import text_of
from tests.fakes.web import WEB


@dataclass
class Letters:
    """Delivers what is due to everybody; remembers the last letter of each."""

    worker: OutboxWorker | None = None
    told: list[tuple[str, Reply]] = field(default_factory=list)

    @classmethod
    def through(cls, units, engine, clock, *platforms: Platform) -> "Letters":
        letters = cls()
        messengers = dict.fromkeys(platforms or (Platform.CONSOLE,), letters)
        letters.worker = OutboxWorker(
            SqlOutboxStore(engine, KNOWN), Postman(units, clock, messengers, "test", web=WEB), clock
        )
        letters.platforms = list(messengers)
        return letters

    def reach(self) -> Reach:
        return Reach(self.platforms[0])

    async def send(self, to: PrivateChat, reply: Reply, *, nonce: str) -> Verdict:
        self.told.append((to.account.key, reply))
        return Sent()

    async def come(self) -> dict[str, list[str]]:
        """Deliver what is due now: the texts that each person got."""
        self.told.clear()
        while await self.worker.run_once():
            pass
        got: dict[str, list[str]] = {}
        for name, reply in self.told:
            got.setdefault(name, []).append(text_of(reply))
        return got

    def last(self, name: str) -> Answer:
        """The last letter of a person, whose buttons can be pressed."""
        return Answer([reply for to, reply in self.told if to == name][-1], None)
