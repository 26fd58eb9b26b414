import warnings

import pytest
import yarl

with warnings.catch_warnings():
    # discord.py imports audioop, which Python 3.13 drops; later imports find it loaded.
    warnings.simplefilter("ignore", DeprecationWarning)
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

from tests.wire.loopback_discord import LoopbackDiscord
from tests.wire.loopback_telegram import LoopbackTelegram


@pytest.fixture
async def loopback_telegram():
    """A Telegram of one's own for one bot."""
    server = LoopbackTelegram()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def loopback_discord(monkeypatch):
    """A Discord of one's own for one bot; discord.py speaks to it for the length of the test."""
    server = LoopbackDiscord()
    await server.start()
    monkeypatch.setattr(Route, "BASE", server.api_url)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(server.gateway_url))
    yield server
    await server.stop()
