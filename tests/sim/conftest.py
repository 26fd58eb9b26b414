"""A town for each file: both simulators with the program between them, and a web server with calendars.

Not one for the session: nobody would keep the simulators going while other tests run.
"""

import sys
from pathlib import Path

import pytest
import pytest_asyncio

from tests.beside import SHARED
from tests.fakes.warm import WarmProgram, run
from tests.jobs.web import serving
from tests.sim.people import Cast

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Keep a file's tests together on one worker, so that they share their town."""
    for item in items:
        if item.path.parent == HERE:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def web():
    """A web server whose calendars the program may read."""
    async with serving() as web:
        yield web


@pytest.fixture(scope="module")
def main():
    """What the town's process runs."""
    return run


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running_town(tmp_path_factory, main):
    """Both simulators, and the program between them; it ends in good order."""
    if str(SHARED) not in sys.path:
        sys.path.append(str(SHARED))
    from sim import DiscordSim, TelegramSim

    discord, telegram = await DiscordSim().start(), await TelegramSim().start()
    program = WarmProgram(
        tmp_path_factory.mktemp("town"),
        {
            "BANDWIDTH_DISCORD_TOKEN": discord.token,
            "BANDWIDTH_DISCORD_API_URL": discord.api_url,
            "BANDWIDTH_DISCORD_GATEWAY_URL": discord.gateway_url,
            "BANDWIDTH_TELEGRAM_TOKEN": telegram.token,
            "BANDWIDTH_TELEGRAM_API_URL": telegram.api_url,
            "BANDWIDTH_CALENDAR_HOSTS": "127.0.0.1",
        },
        main,
    )
    # Who waits for silence need not wait long on the loopback.
    discord.settle = telegram.settle = 0.05
    await program.start()
    await discord.wait_ready()
    await telegram.wait_ready(commands=True)
    yield discord, telegram, program
    status = await program.stop()
    faults = [*discord.violations, *telegram.violations]
    await discord.stop()
    await telegram.stop()
    assert status == 0, "\n".join(program.errors)
    assert not faults, "\n".join(map(str, faults))


@pytest_asyncio.fixture(loop_scope="module")
async def town(running_town):
    """The town: whatever the program does wrong there in this test fails it at its end."""
    discord, telegram, program = running_town
    began = len(program.errors)
    discord.clear_records()
    telegram.clear_records()
    yield running_town
    faults = [*discord.violations, *discord.self_check, *telegram.violations, *telegram.self_check]
    assert not faults, "\n".join(map(str, faults))
    wrong = [line for line in program.errors[began:] if "incident" in line or "ERROR" in line]
    assert not wrong, program.errors


@pytest_asyncio.fixture(loop_scope="module")
async def band(town):
    """The Foxes: Ana (the owner) and Zoe in a Discord server, Bo (an owner too) and Cy in a Telegram group."""
    discord, telegram, _ = town
    return await Cast.of(discord, telegram)
