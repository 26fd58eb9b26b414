"""The site of the web part, put together."""

import hashlib
import hmac
from collections.abc import Collection

from bandwidth.app import App
from core.ids import Platform
from web.site import Site


def _mini_app_key(token: str | None) -> bytes | None:
    """What Telegram signs a Mini App's data with, made of the bot's token, which the web part never has."""
    return hmac.digest(b"WebAppData", token.encode(), hashlib.sha256) if token else None


def site_of(app: App, running: Collection[Platform]) -> Site:
    """The site; `running`: the platforms that this process serves."""

    def bots() -> dict[Platform, str]:
        address = app.dispatcher.bot_address
        known = {
            Platform.DISCORD: address.discord_invite,
            Platform.TELEGRAM: f"https://t.me/{address.telegram}" if address.telegram else None,
        }
        return {platform: link for platform, link in known.items() if link and platform in running}

    return Site(
        units=app.units,
        clock=app.clock,
        tokens=app.dispatcher.tokens,
        secrets=app.dispatcher.bot_address.web.secrets,
        addresses=app.dispatcher.bot_address.web.pages,
        checks={"database": app.answers},
        bots=bots,
        mini_app_key=_mini_app_key(app.settings.telegram_token),
        new_code=app.dispatcher.new_code,
    )
