"""One platform that cannot serve, beside others that can: the healthy ones go on, the sick one is named once."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from tests.fakes.process import Program
from tests.fakes.terminal import Terminal
from tests.program.test_command_line import bandwidth
from tests.wire.conftest import loopback_discord, loopback_telegram

__all__ = ["loopback_discord", "loopback_telegram"]

WRONG = "123456:not-the-token"


@pytest.fixture
def settings(loopback_discord, loopback_telegram):
    return {
        "BANDWIDTH_DISCORD_TOKEN": loopback_discord.token,
        "BANDWIDTH_DISCORD_API_URL": loopback_discord.api_url,
        "BANDWIDTH_DISCORD_GATEWAY_URL": loopback_discord.gateway_url,
        "BANDWIDTH_TELEGRAM_TOKEN": loopback_telegram.token,
        "BANDWIDTH_TELEGRAM_API_URL": loopback_telegram.api_url,
    }


@asynccontextmanager
async def running(folder, settings):
    program = await Program(folder, settings).start()
    try:
        yield program
    finally:
        status = await program.stop()
    assert status == 0, program.errors
    assert not any("Traceback" in line or WRONG in line for line in program.errors), "\n".join(program.errors)


@asynccontextmanager
async def taken_port():
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    async with server:
        yield str(server.sockets[0].getsockname()[1])


async def said(program, *words):
    """The one line of its standard error that has all of these words."""
    async with asyncio.timeout(60):
        while not (found := [line for line in program.errors if all(each in line for each in words)]):
            await asyncio.sleep(0.02)
    assert len(found) == 1, found
    return found[0]


async def answers_on_telegram(telegram):
    await telegram.wait_ready()
    assert (await telegram.send(telegram.add_user("Ann", started=True), "/help")).text


async def answers_on_discord(discord):
    await discord.wait_ready()
    ann = discord.add_user("Ann")
    discord.add_guild("The Foxes", ann)
    assert (await discord.slash(ann, "dm", "/help")).seen


async def test_discord_refused_and_the_web_port_taken_leave_telegram_running(
    tmp_path, settings, loopback_telegram
):
    async with taken_port() as port:
        sick = {"BANDWIDTH_DISCORD_TOKEN": WRONG, "BANDWIDTH_WEB_PORT": port}
        async with running(tmp_path, settings | sick) as program:
            line = await said(program, "Discord is off")
            assert "BANDWIDTH_DISCORD_TOKEN" in line
            assert "Still on: Telegram" in line
            assert f"127.0.0.1:{port}" in await said(program, "web part is off", "BANDWIDTH_WEB_PORT")
            assert port in await said(program, "Web: off")
            await answers_on_telegram(loopback_telegram)


async def test_telegram_refused_at_the_start_leaves_discord_running(tmp_path, settings, loopback_discord):
    async with running(tmp_path, settings | {"BANDWIDTH_TELEGRAM_TOKEN": WRONG}) as program:
        line = await said(program, "Telegram is off")
        assert "@BotFather" in line
        assert "Still on: Discord" in line
        await answers_on_discord(loopback_discord)


async def test_a_token_taken_back_while_discord_runs(tmp_path, settings, loopback_discord, loopback_telegram):
    async with running(tmp_path, settings) as program:
        await said(program, "ready: Discord")
        await said(program, "ready: Telegram")
        await loopback_discord.take_back_token()
        assert "Still on: Telegram" in await said(program, "Discord is off")
        await answers_on_telegram(loopback_telegram)


async def test_a_token_taken_back_while_telegram_runs(
    tmp_path, settings, loopback_discord, loopback_telegram
):
    async with running(tmp_path, settings) as program:
        await said(program, "ready: Telegram")
        await said(program, "ready: Discord")
        loopback_telegram.take_back_token()
        assert "Still on: Discord" in await said(program, "Telegram is off")
        await answers_on_discord(loopback_discord)


async def test_a_token_taken_back_while_a_poll_is_open_does_not_keep_the_program_from_stopping(
    tmp_path, settings, loopback_discord, loopback_telegram
):
    async with running(tmp_path, settings) as program:
        await said(program, "ready: Telegram")
        await said(program, "ready: Discord")
        loopback_telegram.token = "7000000001:another"  # the poll under way hears nothing of it


async def test_a_platform_that_nobody_reaches_at_the_start_holds_up_no_other(
    tmp_path, settings, loopback_telegram
):
    nowhere = {"BANDWIDTH_DISCORD_API_URL": "http://127.0.0.1:9/api"}
    async with running(tmp_path, settings | nowhere) as program:
        await said(program, "ready: Telegram")
        await answers_on_telegram(loopback_telegram)
        assert any("Discord cannot be reached" in line for line in program.errors)


async def test_when_none_is_left_the_program_ends_with_one_line_for_all(tmp_path, settings):
    both = {"BANDWIDTH_DISCORD_TOKEN": WRONG, "BANDWIDTH_TELEGRAM_TOKEN": WRONG}
    program = await Program(tmp_path, settings | both).start()
    assert await program.ended() == 1
    last = program.errors[-1]
    assert last.startswith("bandwidth run: ")
    assert "BANDWIDTH_DISCORD_TOKEN" in last
    assert "BANDWIDTH_TELEGRAM_TOKEN" in last
    assert not any("Traceback" in line or WRONG in line for line in program.errors)


async def test_doctor_tells_both(tmp_path, settings):
    both = settings | {"BANDWIDTH_TELEGRAM_TOKEN": WRONG}
    given = {name.removeprefix("BANDWIDTH_"): value for name, value in both.items()}
    done = await asyncio.to_thread(bandwidth, "doctor", folder=tmp_path, **given)
    assert done.returncode == 1
    assert "\nok  Discord" in done.stdout
    assert "\nBAD Telegram" in done.stdout
    assert "@BotFather" in done.stdout


async def test_a_taken_web_port_and_no_token_ends_the_program(tmp_path):
    async with taken_port() as port:
        done = await asyncio.to_thread(bandwidth, "run", folder=tmp_path, WEB_PORT=port)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        f"bandwidth run: Cannot listen on 127.0.0.1:{port}: Address already in use. "
        "Set BANDWIDTH_WEB_PORT to a free port (0 takes any)."
    )
    assert "Traceback" not in done.stderr


async def test_at_a_terminal_the_console_goes_on_without_web_and_bots(tmp_path, settings):
    both = {"BANDWIDTH_DISCORD_TOKEN": WRONG, "BANDWIDTH_TELEGRAM_TOKEN": WRONG}
    async with taken_port() as port:
        terminal = await Terminal(tmp_path, settings | both | {"BANDWIDTH_WEB_PORT": port}).start()
        await terminal.until("Still on: console.")
        await terminal.typed("/help", until="Your diary")
        await terminal.typed("/quit", until="stopped: console")
        assert await terminal.stop() == 0
