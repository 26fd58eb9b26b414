"""The tour: says what to do next, and notices that it was done."""

from collections.abc import Awaitable, Callable

from bandwidth.demo import words
from bandwidth.demo.dates import dated
from bandwidth.demo.sights import Sight
from bandwidth.demo.steps import STEPS, Progress
from bandwidth.demo.town import EXAMPLE
from bots.chat.reply import Reply
from bots.chat.turn import Reader

PATIENCE = 3
"""After so many lines that did not do a step, it is said again."""


class Tour:
    """One walk through the steps."""

    def __init__(
        self,
        look: Callable[[], Awaitable[Sight]],
        tell: Callable[[Reply], Awaitable[None]],
        reader: Callable[[], Reader],
    ) -> None:
        self._look = look
        self._tell = tell
        self._reader = reader
        self._began = Sight()
        self._answers: set[type[object]] = set()
        self._at = 0
        self._left = False
        self._lines = 0
        """How many lines have not done this step."""

    async def begin(self, sitting: str) -> None:
        """Say the first step."""
        self._began = await self._look()
        await self._say(await self._progress(sitting))

    async def heard(self, sitting: str, result: object) -> None:
        """The person at the terminal has typed something, and was answered with this."""
        self._answers.add(type(result))
        self._lines += 1
        await self.look_again(sitting)

    async def look_again(self, sitting: str) -> None:
        """Something has happened."""
        if not self.goes_on:
            return
        progress = await self._progress(sitting)
        if self._moved_on(progress) or self._lines >= PATIENCE:
            await self._say(progress)

    @property
    def goes_on(self) -> bool:
        """Whether there is a step to do."""
        return not self._over and not self._left

    async def skip(self, sitting: str) -> None:
        """Leave this step out."""
        self._at += 1
        progress = await self._progress(sitting)
        self._moved_on(progress)
        await self._say(progress)

    async def again(self, sitting: str) -> None:
        """Say this step again, or go on with a tour that was left."""
        self._left = False
        progress = await self._progress(sitting)
        self._moved_on(progress)
        await self._say(progress)

    async def leave(self) -> None:
        """Say nothing more."""
        self._left = True
        await self._tell(words.left(self._reader()))

    @property
    def _over(self) -> bool:
        return self._at >= len(STEPS)

    def _moved_on(self, progress: Progress) -> bool:
        """Whether another step is the next one now."""
        before = self._at
        while not self._over and STEPS[self._at].over(progress):
            self._at += 1
        return self._at > before

    async def _progress(self, sitting: str) -> Progress:
        return Progress(sitting, self._began, await self._look(), frozenset(self._answers))

    async def _say(self, progress: Progress) -> None:
        self._lines = 0
        reader = self._reader()
        if self._over:
            post = dated(EXAMPLE, reader.today)
            await self._tell(words.farewell(post, reader))
        else:
            await self._tell(words.step(STEPS[self._at], progress, reader))
