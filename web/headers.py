"""The headers that every answer has, so that a browser does with it only what it is for."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.bands.players import PLAYER_HOSTS

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'"
)
WITH_PLAYERS = {"content-security-policy": f"{CONTENT_SECURITY_POLICY}; frame-src {' '.join(PLAYER_HOSTS)}"}
"""The headers of a page that holds players (web/templates/players.html)."""


def policy(*, images: tuple[str, ...] = ()) -> str:
    """The policy for a page that shows pictures from these origins, too: an answer may have its own."""
    return CONTENT_SECURITY_POLICY.replace("img-src 'self'", " ".join(("img-src 'self'", *images)))


def framed_by(site: str) -> str:
    """The policy of a page that one other site may show in a frame."""
    return CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", f"frame-ancestors {site}")


_ALWAYS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    # An address may be a secret: what may be kept, or listed by search engines, says so itself.
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
}
_SECURE = {"strict-transport-security": "max-age=31536000"}


class SafeHeaders:
    """Adds them to whatever answers; a header that the answer has already stays as it is."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        """`secure`: browsers come by https, and are told never to come otherwise."""
        self._app = app
        headers = {**_ALWAYS, **(_SECURE if secure else {})}
        self._headers = [(name.encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Implements ASGI."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                has = message["headers"]
                named = {name for name, _ in has}
                added = [each for each in self._headers if each[0] not in named]
                message = {**message, "headers": [*has, *added]}
            await send(message)

        await self._app(scope, receive, sent)
