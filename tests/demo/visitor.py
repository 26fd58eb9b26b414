"""Somebody who sits at the table of the demo: types, and reads what is shown."""

from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bandwidth.app import App, build
from bandwidth.demo.session import Session, begin_session
from bandwidth.settings import OperatorSettings
from bots.console.adapter import ConsoleAdapter
from bots.console.render import plain_lines


@dataclass
class Visitor:
    """Types at the table; `seen` is all that was shown since the last line."""

    app: App
    session: Session | None = None
    seen: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self):
        return self.session.table.name

    async def show(self, name, reply):
        self.seen.append((name, "\n".join(plain_lines(reply))))

    async def types(self, *lines, alone=False):
        """Type these; the texts that were shown for it. `alone`: before anybody else answers."""
        self.seen.clear()
        for line in lines:
            await self.session.table.typed(self.name, line)
            if not alone:
                await self.others_answer()
        return [text for _, text in self.seen]

    async def others_answer(self):
        return await self.session.answers()

    async def step(self):
        """The title of the step that the tour is at."""
        return (await self.types("/tour"))[-1].splitlines()[0]


@asynccontextmanager
async def visiting(url, clock, locale="en-GB"):
    """A visitor in the town that is made there already, once they have been welcomed."""
    app = await build(OperatorSettings(database_url=url), clock=clock)
    try:
        visitor = Visitor(app)
        adapter = ConsoleAdapter(app.dispatcher, visitor.show, locale)
        visitor.session = await begin_session(app, adapter, visitor.show, locale)
        await visitor.session.table.greet()
        yield visitor
    finally:
        await app.close()
