"""Makes the town: types what its people typed, and lets them answer each other."""

from collections.abc import Callable, Iterator
from datetime import date

from bandwidth.app import App
from bandwidth.demo.dates import dated
from bandwidth.demo.delivery import Delivery
from bandwidth.demo.players import Seat, SimulatedPlayers
from bandwidth.demo.town import CITY_ZONE, LEADS, LOCALE, TOWN
from bots.chat.conversations import Question
from bots.chat.dispatch import Answer
from bots.chat.reply import Reply, plain
from bots.console.adapter import ConsoleAdapter
from core.errors import Refusal
from core.moments import to_wall


class TownNotMade(Exception):
    """Something that the town's people typed was not done; `str()` names it. A bug."""


class RememberedCodes:
    """Makes codes of invites, and remembers the latest."""

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make
        self.latest = ""

    def __call__(self) -> str:
        """A fresh code."""
        self.latest = self._make()
        return self.latest


def people() -> tuple[str, ...]:
    """The names of everybody in the town, in order of appearance."""
    return tuple(dict.fromkeys(name for part in TOWN for name, _ in _said(part.lines)))


def simulated() -> tuple[str, ...]:
    """The names of those who answer by themselves."""
    return tuple(each for each in people() if each not in LEADS)


async def make_town(app: App, codes: RememberedCodes, made: Callable[[str], None]) -> None:
    """Make it in an empty database; `made` hears what is there by now. Raises TownNotMade."""
    adapter = ConsoleAdapter(app.dispatcher, _unseen, LOCALE)
    players = SimulatedPlayers(adapter, app.units, app.clock, people=simulated(), seat=Seat())
    today = to_wall(app.clock.now(), CITY_ZONE).date()
    for part in TOWN:
        for name, words in _said(part.lines):
            text = _filled(words, codes.latest, today)
            _done(f"{name}: {text}", await adapter.typed(name, text))
        made(part.name)
    await Delivery(app, players).until_quiet()


def _said(lines: str) -> Iterator[tuple[str, str]]:
    """The names of those who speak, each with what they type."""
    for line in lines.strip().splitlines():
        name, _, words = line.strip().partition(": ")
        yield name, words


def _filled(words: str, code: str, today: date) -> str:
    return dated(words.replace("{code}", code), today)


def _done(line: str, answer: Answer | None) -> None:
    """Raises TownNotMade unless something was done."""
    if answer is None or answer.result is None or isinstance(answer.result, Refusal | Question):
        said = plain(answer.reply.title) if answer else "nothing"
        raise TownNotMade(f"{line} ({said})")


async def _unseen(name: str, reply: Reply) -> None:
    del name, reply
