"""Photos and files sent to the bot, on the real discord.py and the real python-telegram-bot over the loopback."""

import pytest

from core.bands.kits import KitFileKind
from core.bands.kits.files import FILE_LIMIT
from core.bands.kits.store import KitFileForm
from tests.fakes.files import a_pdf, a_photo
from tests.fakes.stage import make_dispatcher
from tests.wire import test_discord_adapter, test_telegram_adapter


@pytest.fixture
def dispatcher(units, clock):
    return make_dispatcher(units, clock)


@pytest.fixture
async def telegram(loopback_telegram, dispatcher):
    async with test_telegram_adapter.serving(dispatcher, loopback_telegram):
        yield loopback_telegram


@pytest.fixture
async def discord(loopback_discord, dispatcher):
    async with test_discord_adapter.serving(loopback_discord, dispatcher):
        yield loopback_discord
    assert loopback_discord.unknown == []


async def kept(units, kind):
    """The bytes that the only band's kit has of that kind."""
    async with units.read() as unit:
        [(band, _)] = await unit.bands.of(1)
        file = (await unit.kits.get(band.id)).file(kind)
        return None if file is None else (await unit.kits.content(file.id, KitFileForm.CONTENT)).content


@pytest.fixture
async def ann(telegram):
    """An owner on Telegram."""
    ann = telegram.add_user("Ann")
    await telegram.start(ann)
    await telegram.send(ann, "/band create The Foxes city: Leeds")
    return ann


async def test_a_photo_on_telegram_is_asked_about_and_put_into_the_kit(telegram, ann, units):
    asked = await telegram.send_photo(ann, a_photo(1280, 960))
    assert "What is it for the press kit of The Foxes?" in asked.text
    done = await telegram.press(ann, asked, "Photo")
    assert "The press kit of The Foxes has changed" in done.text
    content = await kept(units, KitFileKind.PHOTO)
    assert content.startswith(b"\xff\xd8")
    assert b"Exif" not in content


async def test_a_caption_on_telegram_settles_it(telegram, ann, units):
    done = await telegram.send_document(ann, a_pdf(), "stage plot for The Foxes")
    assert "Stage plot: a PDF" in done.text
    assert (await kept(units, KitFileKind.STAGE_PLOT)).startswith(b"%PDF")


async def test_the_command_may_be_the_caption(telegram, ann, units):
    await telegram.send_photo(ann, a_photo(1280, 960), "/epk photo")
    assert await kept(units, KitFileKind.PHOTO) is not None


async def test_what_is_neither_is_refused_on_telegram(telegram, ann, units):
    refused = await telegram.send_document(ann, b"MZ not what it says", "photo")
    assert "neither a picture (JPEG, PNG, WebP) nor a PDF" in refused.text
    assert await kept(units, KitFileKind.PHOTO) is None


async def test_too_large_a_file_is_never_asked_for_on_telegram(telegram, ann):
    file = {"file_id": "x", "file_unique_id": "x", "file_size": FILE_LIMIT + 1, "file_name": "x.jpg"}
    refused = await telegram.send(ann, document=file, caption="photo")
    assert "larger than 10 MB" in refused.text
    assert "getfile" not in [method for method, _ in telegram.requests]


async def test_a_photo_in_a_group_is_left_alone(telegram, ann, units):
    group = telegram.add_group("Foxes", [ann])
    silent = await telegram.send_photo(ann, a_photo(640, 480), chat=group, answered=False)
    assert silent.messages == []


async def test_files_in_direct_messages_on_discord_go_into_the_kit(discord, units):
    ana = discord.add_user("Ana")
    guild = discord.add_guild("Foxes", ana)
    await discord.slash(ana, guild, "/band create", name="The Foxes", city="Leeds")
    await discord.say(ana, "dm", files=[a_photo(1280, 960)])
    await discord.wait_for(lambda: discord.dms(ana), "a question")
    asked = discord.dms(ana)[-1]
    assert asked.labels[:3] == ["Photo", "Stage plot", "Tech rider"]
    await discord.press(ana, asked, "Photo")
    assert (await kept(units, KitFileKind.PHOTO)).startswith(b"\xff\xd8")
    before = len(discord.dms(ana))
    await discord.say(ana, "dm", "tech rider", files=[a_pdf()])
    await discord.wait_for(lambda: len(discord.dms(ana)) > before, "an answer")
    assert (await kept(units, KitFileKind.TECH_RIDER)).startswith(b"%PDF")


class Lost(dict):
    """Files of which nothing is kept."""

    def __setitem__(self, name, content):
        """Forget it."""


async def test_a_file_that_discord_does_not_hand_over_is_said(discord, units):
    ana = discord.add_user("Ana")
    guild = discord.add_guild("Foxes", ana)
    await discord.slash(ana, guild, "/band create", name="The Foxes", city="Leeds")
    discord.uploads = Lost()
    await discord.say(ana, "dm", "photo", files=[a_photo(640, 480)])
    await discord.wait_for(lambda: discord.dms(ana), "an answer")
    assert "I did not get that file from here." in discord.dms(ana)[-1].text
    assert await kept(units, KitFileKind.PHOTO) is None
