"""The gateway on the loopback: tells the bot what happens, again from where it was if it comes back."""

import asyncio
import contextlib
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.wire.pulse import Pulse


@dataclass(eq=False)
class Session:
    id: str
    intents: int
    events: list[dict[str, Any]] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None
    more: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, name: str, data: dict[str, Any]) -> None:
        self.events.append({"op": 0, "t": name, "s": len(self.events) + 1, "d": data})
        self.more.set()


class Gateway:
    """Plain text frames, which the library takes whatever compression it asked for."""

    def __init__(self, token: str, pulse: Pulse):
        self.token = token
        self.pulse = pulse
        self.url = ""
        self.sessions: dict[str, Session] = {}
        self.resumes = 0
        self.welcome: Any = None
        """A function that gives the events of a new session, READY first."""

    @property
    def online(self) -> list[Session]:
        return [session for session in self.sessions.values() if session.socket and not session.socket.closed]

    def tell(self, name: str, data: dict[str, Any]) -> None:
        """Dispatch an event to the bot, now or when it resumes."""
        for session in self.sessions.values():
            session.tell(name, data)

    async def drop(self, *, forget: bool = False) -> None:
        """Close the connection as a failing network would; the bot comes back, to an invalid session if forgotten."""
        dropped = self.online
        if forget:
            self.sessions.clear()
        for session in dropped:
            assert session.socket
            await session.socket.close(code=4000)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41250}})
        writer: asyncio.Task[None] | None = None
        session: Session | None = None
        try:
            async for frame in socket:
                if frame.type is not WSMsgType.TEXT:
                    break
                message = json.loads(frame.data)
                if message["op"] == 1:
                    await socket.send_json({"op": 11})
                elif message["op"] in (2, 6):
                    session, position = self._open(message["op"], message["d"])
                    if session is None:
                        await (
                            socket.close(code=4004)
                            if position < 0
                            else socket.send_json({"op": 9, "d": False})
                        )
                        continue
                    session.socket = socket
                    writer = asyncio.create_task(self._write(session, socket, position))
                    self.pulse.beat()
        finally:
            if writer:
                writer.cancel()
                with contextlib.suppress(asyncio.CancelledError, ConnectionError):
                    await writer
            if session and session.socket is socket:
                session.socket = None
            self.pulse.beat()
        return socket

    def _open(self, op: int, data: dict[str, Any]) -> tuple[Session | None, int]:
        """The session and how many of its events the bot already has; -1 for a wrong token."""
        if data["token"].removeprefix("Bot ") != self.token:
            return None, -1
        if op == 6:
            session = self.sessions.get(data["session_id"])
            if session:
                self.resumes += 1
                session.tell("RESUMED", {})
            return session, data["seq"] or 0
        session = Session(f"session-{len(self.sessions) + 1}", data["intents"])
        for name, event in self.welcome(session, data.get("shard", [0, 1])):
            session.tell(name, event)
        self.sessions = {session.id: session}
        return session, 0

    async def _write(self, session: Session, socket: web.WebSocketResponse, position: int) -> None:
        while not socket.closed:
            session.more.clear()
            for event in session.events[position:]:
                await socket.send_json(event)
                position += 1
            await session.more.wait()
