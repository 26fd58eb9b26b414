"""Killed at each step between the joining and the telling: nothing is lost, on Discord nothing twice."""

import asyncio
import signal
import sqlite3
from contextlib import closing

import pytest

from tests.crash import doomed
from tests.fakes.warm import WarmProgram

STEPS = (
    "written, not committed",
    "committed, not answered",
    "claimed, not sent",
    "sent, not marked",
    "marked",
)


def code_in(text: str) -> str:
    return text.split("/join ")[1][:9]


async def delivered(database) -> None:
    """Wait until the outbox holds one notice, and it is marked."""
    async with asyncio.timeout(20):
        while True:
            with closing(sqlite3.connect(database)) as connection:
                states = [state for (state,) in connection.execute("SELECT state FROM outbox")]
            if states == ["sent"]:
                return
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("step", STEPS)
async def test_the_owner_on_discord_is_told_once_whenever_the_program_is_killed(
    step, tmp_path, loopback_discord
):
    server = loopback_discord
    ana, bo = server.add_user("Ana"), server.add_user("Bo")
    guild = server.add_guild("The Foxes", ana, [bo])
    program = WarmProgram(
        tmp_path,
        {
            "BANDWIDTH_DISCORD_TOKEN": server.token,
            "BANDWIDTH_DISCORD_API_URL": server.api_url,
            "BANDWIDTH_DISCORD_GATEWAY_URL": server.gateway_url,
        },
        doomed.main,
    )
    await program.start(DOOM=step)
    try:
        await server.wait_ready()
        await server.slash(ana, guild, "/band create", name="The Foxes", city="Leeds")
        code = code_in((await server.slash(ana, guild, "/band invite")).text)
        joining = asyncio.create_task(server.slash(bo, guild, "/join", code=code))
        assert await program.ended() == -signal.SIGKILL
        joining.cancel()
        await asyncio.gather(joining, return_exceptions=True)

        await program.start(DOOM="")
        await server.wait_ready()
        if step == "written, not committed":
            members = await server.slash(ana, guild, "/band members")
            assert "Bo" not in members.text
        again = await server.slash(bo, guild, "/join", code=code)
        assert "The Foxes" in again.text
        await delivered(tmp_path / "bandwidth.db")
        told = [message.text for message in server.dms(ana) if "has joined" in message.text]
        assert len(told) == 1
    finally:
        await program.stop()


@pytest.mark.parametrize("step", STEPS)
async def test_the_owner_on_telegram_is_told_whenever_the_program_is_killed(
    step, tmp_path, loopback_telegram
):
    server = loopback_telegram
    ana, bo = server.add_user("Ana"), server.add_user("Bo")
    program = WarmProgram(
        tmp_path,
        {"BANDWIDTH_TELEGRAM_TOKEN": server.token, "BANDWIDTH_TELEGRAM_API_URL": server.api_url},
        doomed.main,
    )
    await program.start(DOOM=step)
    try:
        await server.wait_ready()
        await server.start(ana)
        await server.start(bo)
        await server.send(ana, "/band create The Foxes city: Leeds")
        code = code_in((await server.send(ana, "/band invite")).text)
        joining = asyncio.create_task(server.send(bo, f"/join {code}"))
        assert await program.ended() == -signal.SIGKILL
        joining.cancel()
        await asyncio.gather(joining, return_exceptions=True)

        await program.start(DOOM="")
        await server.wait_ready()
        await server.send(bo, f"/join {code}")
        await delivered(tmp_path / "bandwidth.db")
        told = [message.text for message in server.inbox(ana) if "has joined" in message.text]
        assert len(told) == (2 if step == "sent, not marked" else 1)
        members = await server.send(ana, "/band members")
        assert "2 members" in members.text
    finally:
        await program.stop()
