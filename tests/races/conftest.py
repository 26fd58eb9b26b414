"""A stage on which things happen at the same moment, certainly, on SQLite and on PostgreSQL."""

import pytest

from tests.chat.conftest import book, foxes, letters, quiet, stage, told
from tests.fakes import databases
from tests.fakes.clock import FrozenClock
from tests.fakes.meeting import Meeting, MeetingUnits

__all__ = ["book", "foxes", "letters", "quiet", "stage", "told"]


class TickingClock(FrozenClock):
    """Nobody looks at it twice at the same moment, as in life."""

    def now(self):
        return self.advance(milliseconds=1)


@pytest.fixture(params=databases.BOTH)
def database(request) -> str:
    """Which database the race is run on."""
    return request.param


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@pytest.fixture
def meeting(engine, db_url) -> Meeting:
    return Meeting(engine, db_url)


@pytest.fixture
def units(engine, meeting) -> MeetingUnits:
    return MeetingUnits(engine, meeting)
