from tests.wire.conftest import loopback_discord, loopback_telegram

__all__ = ["loopback_discord", "loopback_telegram"]
