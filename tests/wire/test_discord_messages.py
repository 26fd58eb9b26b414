"""Words on Discord without a command: with a mention of the bot, and pointed at by the menu."""

import pytest

from tests.fakes.stage import make_dispatcher
from tests.wire.discord_world import ORDINARY
from tests.wire.test_discord_adapter import serving

MANAGE_CHANNELS = ORDINARY | 1 << 4


@pytest.fixture
def dispatcher(units, clock):
    return make_dispatcher(units, clock)


@pytest.fixture
async def server(loopback_discord, dispatcher):
    async with serving(loopback_discord, dispatcher) as server:
        yield server
    assert loopback_discord.unknown == []


@pytest.fixture
async def foxes(loopback_discord, server):
    """Ana's band, bound to the server's channel."""
    ana, bo = loopback_discord.add_user("Ana"), loopback_discord.add_user("Bo")
    guild = loopback_discord.add_guild("Foxes", ana, [bo])
    await loopback_discord.slash(ana, guild, "/band create", name="The Foxes", city="Leeds")
    return ana, bo, guild


async def test_a_question_to_the_bot_in_a_channel_is_answered_there(loopback_discord, foxes):
    ana, _, guild = foxes
    before = len(loopback_discord.said(guild))
    await loopback_discord.say(ana, guild, f"<@{loopback_discord.bot.id}> when are we all free in Feb?")
    await loopback_discord.wait_for(lambda: len(loopback_discord.said(guild)) > before, "an answer")
    answer = loopback_discord.said(guild)[-1]
    assert "green zones" in answer.text
    assert answer.reference


async def test_availability_in_a_channel_is_answered_in_the_direct_messages(loopback_discord, foxes):
    ana, _, guild = foxes
    before = len(loopback_discord.said(guild))
    await loopback_discord.say(ana, guild, f"can't do Friday <@{loopback_discord.bot.id}>")
    await loopback_discord.wait_for(lambda: loopback_discord.dms(ana), "a private answer")
    assert "Busy **Fri" in loopback_discord.dms(ana)[-1].text
    assert len(loopback_discord.said(guild)) == before


async def test_closed_direct_messages_get_a_word_in_the_channel(loopback_discord, foxes):
    ana, _, guild = foxes
    ana.accepts_dms = False
    before = len(loopback_discord.said(guild))
    await loopback_discord.say(ana, guild, f"<@{loopback_discord.bot.id}> can't do Friday")
    await loopback_discord.wait_for(lambda: len(loopback_discord.said(guild)) > before, "a word")
    assert "direct messages are closed" in loopback_discord.said(guild)[-1].text
    assert "Fri" not in loopback_discord.said(guild)[-1].text


async def test_what_is_not_said_to_the_bot_is_not_read(loopback_discord, foxes):
    ana, _, guild = foxes
    await loopback_discord.say(ana, guild, "can't do Friday")
    await loopback_discord.say(ana, guild, f"Thursday was brutal <@{loopback_discord.bot.id}>")
    mine = await loopback_discord.slash(ana, guild, "/mine")
    assert "Nothing in it yet" in mine.text
    assert loopback_discord.dms(ana) == []


async def test_ones_own_words_are_read_from_the_menu(loopback_discord, foxes):
    ana, bo, guild = foxes
    words = await loopback_discord.say(ana, guild, "can't do the 5th or the 12th, sorry all")
    read = await loopback_discord.menu(ana, guild, "Read as availability", words)
    assert read.ephemeral
    assert "Sat 5 Dec" in read.text
    assert "Sat 12 Dec" in read.text
    await loopback_discord.press(ana, read, "Undo")
    assert "Nothing in it yet" in (await loopback_discord.slash(ana, guild, "/mine")).text
    others = await loopback_discord.menu(bo, guild, "Read as availability", words)
    assert others.ephemeral
    assert "somebody else's words" in others.text
    chatter = await loopback_discord.say(ana, guild, "Thursday was brutal")
    nothing = await loopback_discord.menu(ana, guild, "Read as availability", chatter)
    assert "no days or times" in nothing.text


async def test_a_new_band_takes_no_channel_from_another(loopback_discord, foxes):
    ana, bo, guild = foxes
    made = await loopback_discord.slash(bo, guild, "/band create", name="Hijack", city="Leeds")
    assert "This server already belongs to **The Foxes**." in made.text
    assert "**The Foxes**" in (await loopback_discord.slash(ana, guild, "/green", when="December")).text
    loopback_discord.join(guild, bo, MANAGE_CHANNELS)
    made = await loopback_discord.slash(bo, guild, "/band create", name="Ravens", city="Leeds")
    assert "For this channel only" in made.text
    bound = await loopback_discord.slash(bo, guild, "/band bind", band="Ravens", to="channel")
    assert "You don't have to name the band in this channel." in bound.text


async def test_words_to_the_bot_bind_what_their_author_manages(loopback_discord, server):
    ana, bo = loopback_discord.add_user("Ana"), loopback_discord.add_user("Bo")
    guild = loopback_discord.add_guild("Foxes", ana, [bo])
    bot = f"<@{loopback_discord.bot.id}>"
    said = []
    for who, words in ((bo, "Ravens city: Leeds"), (ana, "The Foxes city: Leeds")):
        before = len(loopback_discord.said(guild))
        await loopback_discord.say(who, guild, f"{bot} /band create {words}")
        await loopback_discord.wait_for(lambda n=before: len(loopback_discord.said(guild)) > n, "an answer")
        said.append(loopback_discord.said(guild)[-1].text)
    assert "This channel is not the band's yet. A band owner who manages the channel can bind it" in said[0]
    assert "You don't have to name the band on this server." in said[1]
