"""Killed anywhere on the road from a post to a booking: nothing is lost, nothing and nobody is told twice."""

import asyncio
import signal
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from tests.crash import doomed_market
from tests.fakes.warm import WarmProgram

PUBLISHING = ("event.published, written", "event.published, committed")
MATCHING = ("matched, written", "matched, committed")
LETTERS = ("open_date_fits, claimed", "open_date_fits, sent", "open_date_fits, marked")
APPLYING = ("application.made, written", "application.made, committed", "application_came, sent")
ACCEPTING = (
    "application.accepted, written",
    "application.accepted, committed",
    "application_news, sent",
)
CONFIRMING = ("booking.made, written", "booking.made, committed")
ONCE = ("event.published", "application.made", "application.accepted", "booking.made")


class Road:
    """The program, and two people who take turns with it."""

    def __init__(self, server, program, database, step) -> None:
        self.server, self.program, self.database, self.step = server, program, database, step

    async def does(self, act, dooms):
        """What somebody does; if the program is killed before it has answered, once more when it is back."""
        if self.step not in dooms:
            return await act()
        doing = asyncio.create_task(act())
        assert await self.program.ended() == -signal.SIGKILL
        await asyncio.wait([doing], timeout=1)
        answered = doing.done()
        doing.cancel()
        await asyncio.gather(doing, return_exceptions=True)
        await self.program.start(DOOM="")
        await self.server.wait_ready()
        return doing.result() if answered else await act()

    async def letter(self, user, label):
        """The one letter to somebody that has that button, when all letters are delivered."""

        def found():
            return [each for each in self.server.dms(user) if label in each.labels]

        async with asyncio.timeout(20):
            while not found() or self.rows(_WAITING, datetime.now(UTC).isoformat(" ")):
                await asyncio.sleep(0.05)
        (only,) = found()
        return only

    def rows(self, query, *values):
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(query, values).fetchall()


_WAITING = "SELECT kind FROM outbox WHERE state IN ('waiting', 'leased') AND due_at <= ?"


@pytest.mark.parametrize("step", ["", *PUBLISHING, *MATCHING, *LETTERS, *APPLYING, *ACCEPTING, *CONFIRMING])
async def test_a_band_gets_from_a_post_to_its_booking_once_whenever_the_program_is_killed(
    step, tmp_path, loopback_discord
):
    server = loopback_discord
    ana, dana = server.add_user("Ana"), server.add_user("Dana")
    server.add_guild("Leeds", ana, [dana])
    program = WarmProgram(
        tmp_path,
        {
            "BANDWIDTH_DISCORD_TOKEN": server.token,
            "BANDWIDTH_DISCORD_API_URL": server.api_url,
            "BANDWIDTH_DISCORD_GATEWAY_URL": server.gateway_url,
        },
        doomed_market.main,
    )
    road = Road(server, program, tmp_path / "bandwidth.db", step)
    await program.start(DOOM=step)
    try:
        await server.wait_ready()
        await server.slash(ana, "dm", "/band create", name="The Foxes", city="Leeds")
        await server.slash(dana, "dm", "/venue create", name="The Heron", city="Leeds")
        day = (datetime.now(UTC) + timedelta(days=30)).strftime("%d %B %Y")
        draft = await server.slash(dana, "dm", "/post", words=f"{day}, need 2 support, doors 7:30, £150 each")
        await road.does(lambda: server.press(dana, draft, "Publish"), (*PUBLISHING, *MATCHING, *LETTERS))
        match = await road.letter(ana, "Apply")
        await road.does(lambda: server.press(ana, match, "Apply"), APPLYING)
        came = await road.letter(dana, "Accept")
        await road.does(lambda: server.press(dana, came, "Accept"), ACCEPTING)
        accepted = await road.letter(ana, "Open the invite")
        invite = await server.press(ana, accepted, "Open the invite")
        await road.does(lambda: server.press(ana, invite, "Confirm"), CONFIRMING)
        told = await road.letter(dana, "Call it off")
        assert "have confirmed" in told.text
        changes = [kind for (kind,) in road.rows("SELECT kind FROM change ORDER BY id")]
        assert [kind for kind in changes if kind in ONCE] == list(ONCE)
        assert road.rows("SELECT state FROM application") == [("confirmed",)]
        assert road.rows("SELECT state FROM commitment") == [("confirmed",)]
        assert road.rows("SELECT count(*) FROM match") == [(1,)]
        assert road.rows("SELECT count(*) FROM slot WHERE band IS NOT NULL") == [(1,)]
    finally:
        await program.stop()
