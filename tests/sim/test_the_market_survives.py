"""The market before the simulators while its program is killed again and again: nothing is lost or doubled."""

import pytest

from tests.fakes.warm import run
from tests.sim.market_steps import a_band, a_post, day_ahead, on_discord
from tests.sim.people import MARKS, OnTelegram

pytestmark = MARKS


def run_with_short_leases() -> int:
    """`bandwidth run`, whose notices are claimed for so short a time that no test waits a minute for one."""
    import jobs.outbox

    jobs.outbox.LEASE_SECONDS, jobs.outbox.SEND_SECONDS = 3, 1
    return run()


@pytest.fixture(scope="module")
def main():
    """What the town's process runs."""
    return run_with_short_leases


async def test_nothing_is_lost_or_doubled_when_the_program_is_killed_after_each_step(town):
    discord, telegram, program = town
    (ana,) = on_discord(discord, "Ana")
    bo, dana = OnTelegram(telegram, "Bo"), OnTelegram(telegram, "Dana")
    await telegram.start(dana.user)
    await a_band(ana, bo, name="The Larks", city="Nottingham", where="dm")
    night = day_ahead(23)

    async def again():
        await program.killed()
        await program.start()
        await discord.wait_ready()
        await telegram.wait_ready(commands=True)

    await dana.does(a_post(night), "What is the venue called?")
    await again()
    await dana.does("The Barn", "In which city is The Barn?")
    await dana.does("Nottingham", "draft")
    await again()
    await dana.does("[Publish]", "is published")
    await again()
    await ana.reads("fits The Larks")
    await ana.does("[Apply]", "are being asked")
    await again()
    await bo.reads("Can you play")
    await bo.does("[Yes]", "The Larks have applied now")
    await again()
    await dana.reads("The Larks apply for support")
    await dana.does("[Accept]", "/invite ")
    await again()
    await ana.reads("The Barn says yes to The Larks")
    await ana.does("[Open the invite]", "Nothing is booked until you confirm.")
    await again()
    await ana.does("[Confirm]", "It is on: The Larks play")
    await again()
    await bo.reads("It is on: The Larks play")
    await dana.reads("The Larks have confirmed")
    await ana.does("/gigs", "The Larks: 1 to come")
    await dana.does("/dates", "The Barn: 1 date")
    # Discord knows a message by its nonce; each of these was told once, and some have changed since.
    titles = [seen.text.splitlines()[0] for seen in ana.all("dm").values()]
    night = f"{night}, The Barn, Nottingham"
    assert titles == [
        "🎸 The Larks is here, and you are its owner",
        "✉ An invite into The Larks",
        "🎸 Bo has joined The Larks",
        f"🎤 {night}, support: The Larks are being asked",
        f"🟢 Bo can play {night}, with The Larks",
        f"🎤 It is on: The Larks play {night}, support",
        "📅 The Larks: 1 to come",
    ]
