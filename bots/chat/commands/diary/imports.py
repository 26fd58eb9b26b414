"""/import: busy times from calendars elsewhere."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import TextField
from bots.chat.buttons.diary import ReadFeedNow, RemoveFeed, RestoreFeed
from bots.chat.turn import Turn
from core.scheduling.calendars.addresses import feed_address
from core.scheduling.diary import importing


@dataclass(frozen=True, slots=True)
class ImportArguments:
    """A calendar's address; without one, what is imported is shown."""

    url: Annotated[
        str | None,
        TextField("What is the calendar's address?", "https://example.com/calendar.ics", limit=4000),
    ] = None


async def import_(
    ask: ImportArguments, turn: Turn
) -> importing.Imported | importing.AlreadyImported | importing.Imports:
    """Import a calendar, or show what is imported."""
    if ask.url is None:
        return await importing.imports(turn.unit, turn.person, now=turn.now)
    address = feed_address(ask.url, turn.calendar_hosts)
    return await importing.import_calendar(turn.unit, turn.act, turn.person, address)


async def read_now(press: ReadFeedNow, turn: Turn) -> importing.ReadingAgain:
    """[Read now] beside a calendar."""
    return await importing.read_again(turn.unit, turn.act, turn.person, press.feed)


async def remove(press: RemoveFeed, turn: Turn) -> importing.FeedRemoved:
    """[Remove] beside a calendar."""
    return await importing.remove(turn.unit, turn.act, turn.person, press.feed)


async def put_back(press: RestoreFeed, turn: Turn) -> importing.FeedRestored:
    """[Put back] under a calendar that was removed."""
    return await importing.restore(turn.unit, turn.act, turn.person, press.feed)
