"""A postman who writes down what he was given, and answers what a test tells him to."""

import asyncio

from core.ids import Platform
from core.outbox import Due, Reach, Sent, Verdict


class FakePostman:
    """Implements jobs.ports.Deliverer."""

    def __init__(self, *platforms: Platform) -> None:
        self.platforms = list(platforms) or [Platform.DISCORD]
        self.given: list[Due] = []
        self.sent: list[Due] = []
        self.answers: list[Verdict | Exception] = []
        """Given in this order; when they have run out, everything is sent."""
        self.gate: asyncio.Event | None = None
        """When there is one, every send waits for it."""
        self.busy = 0
        self.most_at_once = 0

    def reaches(self) -> list[Reach]:
        return [Reach(platform) for platform in self.platforms]

    async def deliver(self, due: Due) -> Verdict:
        self.given.append(due)
        self.busy += 1
        self.most_at_once = max(self.busy, self.most_at_once)
        try:
            if self.gate is not None:
                await self.gate.wait()
            await asyncio.sleep(0)
        finally:
            self.busy -= 1
        answer = self.answers.pop(0) if self.answers else Sent()
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Sent):
            self.sent.append(due)
        return answer
