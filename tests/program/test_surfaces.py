"""Several surfaces side by side: which of them go on, and when the program has nobody left to serve."""

import asyncio
import logging

import pytest

import bandwidth.surfaces as surfaces_module
from bandwidth.surfaces import NothingLeft, Surfaces
from bots.chat.surface import CannotServe, TokenRefused
from tests.fakes.sites import a_site
from web.server import CannotListen, WebServer


class Stub:
    """A surface that fails as often as it is told to, and then serves until it is stopped or left."""

    def __init__(self, *failures):
        self.failures = list(failures)
        self.starts = 0
        self.up = asyncio.Event()
        self.over = asyncio.Event()

    async def serve(self):
        self.starts += 1
        if self.failures:
            raise self.failures.pop(0)
        self.up.set()
        await self.over.wait()

    async def ready(self):
        await self.up.wait()

    async def stop(self):
        self.over.set()


async def nothing():
    """Nothing to do when one is ready."""


def of(**servers):
    return Surfaces(servers, nothing)


async def ended(surfaces, serving):
    await surfaces.stop()
    await asyncio.wait_for(serving, 5)


async def test_leaving_the_console_ends_the_others_in_order():
    console, bot = Stub(), Stub()
    surfaces = of(console=console, Discord=bot)
    serving = asyncio.create_task(surfaces.serve())
    await surfaces.settled()
    console.over.set()
    assert await asyncio.wait_for(serving, 5) == "console"
    assert not bot.over.is_set()
    await surfaces.stop()
    assert bot.over.is_set()


async def test_one_that_was_turned_away_is_tried_again(monkeypatch, caplog):
    monkeypatch.setattr(surfaces_module, "AGAIN_SECONDS", 0.01)
    sick, healthy = Stub(TokenRefused("Discord does not accept it")), Stub()
    surfaces = of(Discord=sick, Telegram=healthy)
    serving = asyncio.create_task(surfaces.serve())
    async with asyncio.timeout(5):
        await sick.up.wait()
    assert (sick.starts, healthy.starts) == (2, 1)
    assert caplog.text.count("Discord is off") == 1
    assert "BANDWIDTH_DISCORD_TOKEN" in caplog.text
    await ended(surfaces, serving)


async def test_a_bug_in_one_is_written_with_its_trace_and_stops_no_other(caplog):
    surfaces = of(Discord=Stub(KeyError("oh")), Telegram=Stub())
    serving = asyncio.create_task(surfaces.serve())
    await surfaces.settled()
    assert "Traceback" in caplog.text
    assert [each.levelno for each in caplog.records] == [logging.ERROR] * 2
    assert "Still on: Telegram" in caplog.text
    assert not serving.done()
    await ended(surfaces, serving)


async def test_the_last_one_that_fails_ends_it_with_every_reason():
    surfaces = of(Discord=Stub(CannotServe("no")), Telegram=Stub(TokenRefused("neither")))
    with pytest.raises(NothingLeft) as said:
        await surfaces.serve()
    assert "no." in str(said.value)
    assert "neither." in str(said.value)
    assert len(str(said.value).splitlines()) == 1
    await surfaces.stop()


async def test_told_to_stop_it_waits_for_none_that_is_off():
    surfaces = of(Discord=Stub(CannotServe("no")), Telegram=Stub())
    serving = asyncio.create_task(surfaces.serve())
    await surfaces.settled()
    await asyncio.wait_for(surfaces.stop(), 5)
    await serving


class TurnedAwayAtTheEnd(Stub):
    """Its token is found to be taken back while it is being stopped."""

    async def serve(self):
        await super().serve()
        raise TokenRefused("Telegram does not accept it")


async def test_one_that_is_turned_away_while_it_stops_is_no_failure():
    surfaces = of(Discord=Stub(), Telegram=TurnedAwayAtTheEnd())
    serving = asyncio.create_task(surfaces.serve())
    await surfaces.settled()
    await asyncio.wait_for(surfaces.stop(), 5)
    await serving


@pytest.mark.parametrize(("host", "of_the_port"), [("192.0.2.1", False), ("no.such.host.invalid", False)])
def test_a_web_address_of_another_machine_is_the_host_s_fault(host, of_the_port):
    with pytest.raises(CannotListen) as said:
        WebServer(a_site(), host=host, port=0)
    assert said.value.port_at_fault is of_the_port
    assert "(" not in str(said.value)
