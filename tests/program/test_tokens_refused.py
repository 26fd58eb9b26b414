"""Wrong tokens: one line from `run`, and what to do from `doctor`; right ones: the links that invite the bots."""

import pytest

from tests.fakes.process import Program
from tests.program.test_command_line import bandwidth
from tests.wire.conftest import loopback_discord, loopback_telegram

__all__ = ["loopback_discord", "loopback_telegram"]


@pytest.mark.parametrize("platform", ["Discord", "Telegram"])
async def test_a_wrong_token_ends_the_program_with_one_line(
    tmp_path, platform, loopback_discord, loopback_telegram
):
    settings = {
        "BANDWIDTH_DISCORD_API_URL": loopback_discord.api_url,
        "BANDWIDTH_DISCORD_GATEWAY_URL": loopback_discord.gateway_url,
        "BANDWIDTH_TELEGRAM_API_URL": loopback_telegram.api_url,
        "BANDWIDTH_LOG_LEVEL": "WARNING",
        f"BANDWIDTH_{platform.upper()}_TOKEN": "123456:not-the-token",
    }
    program = await Program(tmp_path, settings).start()
    assert await program.ended() == 1
    assert program.errors[-1].startswith("bandwidth run: ")
    assert platform in program.errors[-1]
    assert not any("Traceback" in line or "not-the-token" in line for line in program.errors)


async def test_doctor_prints_the_links_that_invite_the_bots(tmp_path, loopback_discord, loopback_telegram):
    import asyncio

    done = await asyncio.to_thread(
        bandwidth,
        "doctor",
        folder=tmp_path,
        DISCORD_TOKEN=loopback_discord.token,
        DISCORD_API_URL=loopback_discord.api_url,
        TELEGRAM_TOKEN=loopback_telegram.token,
        TELEGRAM_API_URL=loopback_telegram.api_url,
    )
    assert done.returncode == 0, done.stdout
    assert "scope=bot+applications.commands" in done.stdout
    assert "https://t.me/" in done.stdout


async def test_doctor_says_which_token_is_wrong(tmp_path, loopback_telegram):
    import asyncio

    done = await asyncio.to_thread(
        bandwidth,
        "doctor",
        folder=tmp_path,
        TELEGRAM_TOKEN="1:wrong",
        TELEGRAM_API_URL=loopback_telegram.api_url,
    )
    assert done.returncode == 1
    assert "@BotFather" in done.stdout
    assert "1:wrong" not in done.stdout + done.stderr
