import pytest

from tests.wire.loopback_telegram import LoopbackTelegram


@pytest.fixture
async def telegram():
    """A Telegram of one's own for one bot."""
    server = LoopbackTelegram()
    await server.start()
    yield server
    await server.stop()
