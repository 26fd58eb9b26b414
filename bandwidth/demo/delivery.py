"""What goes on between two lines: bands hear of open dates, letters arrive, the others answer."""

from bandwidth.app import App
from bandwidth.demo.players import SimulatedPlayers
from bots.chat.postman import Postman
from core.ids import Platform
from core.notices import KNOWN
from jobs.outbox import OutboxWorker
from storage.outbox.claims import SqlOutboxStore


class Delivery:
    """Does the rounds of the town at once, instead of every few seconds."""

    def __init__(self, app: App, players: SimulatedPlayers) -> None:
        postman = Postman(app.units, app.clock, {Platform.CONSOLE: players}, app.name)
        self._outbox = OutboxWorker(SqlOutboxStore(app.engine, KNOWN), postman, app.clock)
        self._matching = app.matching_worker()
        self._players = players

    async def letters(self) -> None:
        """Deliver all that is due."""
        while await self._matching.run_once() + await self._outbox.run_once():
            pass

    async def until_quiet(self) -> None:
        """Deliver, and let the others answer, until nothing is left to do."""
        await self.letters()
        while await self._players.answer():
            await self.letters()
