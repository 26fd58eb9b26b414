"""The web server under the loopback Discord: requests in, answers or refusals out."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.wire.discord_gateway import Gateway
from tests.wire.pulse import Pulse


class DiscordDeclined(Exception):
    """A refusal: HTTP status, Discord's code, message, and more of the body."""


@dataclass
class Asked:
    """One request of the bot."""

    method: str
    path: str
    ids: dict[str, str]
    query: dict[str, str]
    body: Any
    files: dict[str, tuple[str, bytes]]


class Server:
    """Keeps every request, fails those it is told to, and passes the others to a method named by the routes."""

    token = "loopback.discord.token"
    routes = ""

    def __init__(self, *, timeout: float = 10, settle: float = 0.05):
        self.pulse = Pulse(timeout, settle)
        self.gateway = Gateway(self.token, self.pulse)
        self.requests: list[Asked] = []
        self.unknown: list[str] = []
        """Requests for which there is no route here."""
        self._failures: list[tuple[str, DiscordDeclined]] = []
        self.uploads: dict[str, bytes] = {}
        """Files that people have sent, by name."""
        self._runner: web.AppRunner | None = None
        self.api_url = self.gateway_url = ""

    async def start(self) -> None:
        app = web.Application(client_max_size=50_000_000)
        app.router.add_get("/gateway", self.gateway.serve)
        app.router.add_get("/cdn/{name}", self._download)
        for line in self.routes.strip().splitlines():
            methods, path, handler = line.split()
            for method in methods.split("|"):
                app.router.add_route(method, "/api/v10" + path, self._through(getattr(self, handler)))
        app.router.add_route("*", "/{path:.*}", self._through(self._no_route))
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        port = self._runner.addresses[0][1]
        self.api_url = f"http://127.0.0.1:{port}/api/v10"
        self.gateway_url = self.gateway.url = f"ws://127.0.0.1:{port}/gateway"

    async def _download(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        return web.Response(body=self.uploads[name]) if name in self.uploads else web.Response(status=404)

    async def stop(self) -> None:
        await self.gateway.drop()
        if self._runner:
            await self._runner.cleanup()

    async def take_back_token(self) -> None:
        """The token is no longer good; the bot loses its connection."""
        self.token = self.gateway.token = "another.discord.token"
        await self.gateway.drop()

    def _through(self, handler: Callable[[Asked], Any]) -> Callable[[web.Request], Any]:
        async def handle(request: web.Request) -> web.Response:
            with self.pulse.busy():
                body, files = await payload(request)
                path = request.path.removeprefix("/api/v10")
                asked = Asked(
                    request.method, path, dict(request.match_info), dict(request.query), body, files
                )
                self.requests.append(asked)
                try:
                    self._fail(request)
                    result = handler(asked)
                except DiscordDeclined as refusal:
                    status, code, message, more = refusal.args
                    answer = {"code": code, "message": message, **more}
                    return sent(answer, status)
                return web.Response(status=204) if result is None else sent(result)

        return handle

    def _fail(self, request: web.Request) -> None:
        line = f"{request.method} {request.path.removeprefix('/api/v10')}"
        for failure in self._failures:
            if re.match(failure[0], line):
                self._failures.remove(failure)
                raise failure[1]
        tokenless = "/interactions/" in line or "/webhooks/" in line
        if not tokenless and request.headers.get("Authorization") != f"Bot {self.token}":
            raise DiscordDeclined(401, 0, "401: Unauthorized", {})

    def _no_route(self, asked: Asked) -> Any:
        self.unknown.append(f"{asked.method} {asked.path}")
        raise DiscordDeclined(404, 0, "404: Not Found", {})


def sent(answer: Any, status: int = 200) -> web.Response:
    """JSON without a charset, and from behind a proxy: discord.py takes it for Discord's only so."""
    body, headers = json.dumps(answer).encode(), {"Via": "1.1 loopback"}
    return web.Response(body=body, status=status, content_type="application/json", headers=headers)


async def payload(request: web.Request) -> tuple[Any, dict[str, tuple[str, bytes]]]:
    """The JSON of a request, and its files by the name of their part."""
    if request.content_type != "multipart/form-data":
        raw = await request.read()
        return (json.loads(raw) if raw else None), {}
    parts = await request.post()
    files = {key: (p.filename, p.file.read()) for key, p in parts.items() if isinstance(p, web.FileField)}
    return json.loads(parts["payload_json"]), files
