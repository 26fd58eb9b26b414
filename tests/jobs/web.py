"""A small web server on the loopback that answers with whatever bytes a test has laid out."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Dentist\r\n"
    b"DTSTART:20261124T190000Z\r\nDTEND:20261124T200000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def answer(body=CALENDAR, *headers, status="200 OK", length=True):
    """One answer, as bytes."""
    lines = [f"HTTP/1.1 {status}", *headers, "Connection: close"]
    lines += [f"Content-Length: {len(body)}"] if length else []
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


@dataclass
class Web:
    """What it answers by path, and what it was asked."""

    pages: dict = field(default_factory=dict)
    """Bytes; or a coroutine function that is given the writer."""
    asked: list = field(default_factory=list)
    port: int = 0

    def url(self, path="/", host="127.0.0.1"):
        return f"http://{host}:{self.port}{path}"

    def header(self, name, *, of=-1):
        """A header of a request, or None."""
        for line in self.asked[of].split("\r\n")[1:]:
            key, _, value = line.partition(": ")
            if key.lower() == name.lower():
                return value
        return None

    async def _serve(self, reader, writer):
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            self.asked.append(head)
            page = self.pages.get(head.split()[1], answer(b"gone", status="404 Not Found"))
            if callable(page):
                await page(writer)
            else:
                writer.write(page)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def serving():
    """A server, for as long as the block lasts."""
    web = Web()
    tasks = set()

    def connected(reader, writer):
        task = asyncio.ensure_future(web._serve(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    web.port = server.sockets[0].getsockname()[1]
    try:
        yield web
    finally:
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()
