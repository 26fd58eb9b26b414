"""Readers of pages, as a process of their own: each asks once a second, most with the tag of what they have.

    python -m bench.readers ORIGIN COUNT < PATHS

Reader n asks for line n of the paths, over one connection, under an address of its own. After the paths
stands an empty line. The process asks until its standard input ends, and prints a line of JSON: how many
answers came by status, and how long they took.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from itertools import cycle, islice

import aiohttp

WITHOUT_TAG = 10
"""Of so many readers one does not say what it has."""


async def reader(
    session: aiohttp.ClientSession,
    number: int,
    origin: str,
    path: str,
    statuses: Counter[str],
    times: list[float],
) -> None:
    """Ask once a second."""
    headers = {"X-Forwarded-For": f"203.0.{number >> 8}.{number & 255}", "Accept-Language": "en-GB"}
    await asyncio.sleep(number % 100 / 100)
    while True:
        begun = time.perf_counter()
        try:
            async with session.get(origin + path, headers=headers) as answer:
                await answer.read()
                statuses[str(answer.status)] += 1
                tag = answer.headers.get("ETag")
        except (aiohttp.ClientError, TimeoutError) as error:
            statuses[type(error).__name__] += 1
            tag = None
        else:
            times.append(time.perf_counter() - begun)
        if tag and number % WITHOUT_TAG:
            headers["If-None-Match"] = tag
        await asyncio.sleep(max(0.0, begun + 1 - time.perf_counter()))


async def main(origin: str, count: int) -> None:
    """Read the paths, ask until the input ends, and print."""
    paths = list(iter(lambda: sys.stdin.readline().strip(), ""))
    statuses: Counter[str] = Counter()
    times: list[float] = []
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        readers = [
            asyncio.create_task(reader(session, number, origin, path, statuses, times))
            for number, path in enumerate(islice(cycle(paths), count))
        ]
        await asyncio.to_thread(sys.stdin.read)
        for each in readers:
            each.cancel()
        await asyncio.gather(*readers, return_exceptions=True)
    print(json.dumps({"statuses": statuses, "times": sorted(times)}))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
