"""The contract of core.bands.kits.store.Kits: kits, and files that are kept once and for as long as needed."""

from datetime import date, timedelta

from sqlalchemy import func, select

from core.bands.kits import FilledKit, FollowerCount, KitFileKind, PressKit
from core.bands.kits.files import CheckedFile
from core.bands.kits.store import KitFileForm
from core.bands.players import player_of
from core.ids import BandId, KitFileId
from storage import schema as tables
from storage.program.upkeep import UNUSED_KEPT, SqlUpkeep
from tests.storage.makings import NOW, band, person

PHOTO = CheckedFile("image/jpeg", b"large", b"medium", b"small")
PLOT = CheckedFile("application/pdf", b"%PDF")
LATER = NOW + UNUSED_KEPT + timedelta(hours=1)


async def someone(units):
    async with units.write() as unit:
        ann, bo = await person(unit, "Ann"), await person(unit, "Bo")
        return ann.id, bo.id, await band(unit, "Foxes", ann), await band(unit, "Owls", bo)


async def kept(engine):
    """How many files there are, and how many contents."""
    async with engine.connect() as connection:
        return tuple(
            [
                await connection.scalar(select(func.count()).select_from(table))
                for table in (tables.kit_file, tables.stored_file)
            ]
        )


async def test_a_kit_comes_back_as_it_was_written(units):
    _, _, foxes, owls = await someone(units)
    kit = PressKit(
        bio="Four friends.\n\nLoud.",
        video=(player_of("https://youtu.be/dQw4w9WgXcQ"),),
        music=(player_of("thefoxes.bandcamp.com/album/first-light"),),
        draw="60 in Leeds, May 2026",
        followers=(FollowerCount("instagram", 2400, date(2026, 11, 30)),),
        shows=("The Lanes, Leeds, May 2026",),
        contact="booking@thefoxes.com",
    )
    async with units.write() as unit:
        assert await unit.kits.get(foxes) == FilledKit()
        await unit.kits.set(foxes, PressKit(bio="Something else"), at=NOW)
        await unit.kits.set(foxes, kit, at=NOW)
    async with units.read() as unit:
        assert (await unit.kits.get(foxes)).kit == kit
        assert await unit.kits.get(owls) == FilledKit()
        assert await unit.kits.get(BandId(owls + 1)) == FilledKit()


async def test_a_file_waits_until_it_is_said_whose_it_is(units):
    ann, bo, foxes, _ = await someone(units)
    async with units.write() as unit:
        sent = await unit.kits.add_file(ann, PHOTO, at=NOW)
        assert (sent.band, sent.media_type, sent.size) == (None, "image/jpeg", 5)
        assert await unit.kits.file(sent.id, ann) == sent
        assert await unit.kits.file(sent.id, bo) is None
        await unit.kits.place(sent.id, foxes)
        assert (await unit.kits.file(sent.id, bo)).band == foxes
        assert await unit.kits.file(KitFileId(sent.id + 1), ann) is None


async def test_the_kit_holds_the_files_that_it_names(units):
    ann, _, foxes, _ = await someone(units)
    async with units.write() as unit:
        photo, plot, other = [await unit.kits.add_file(ann, each, at=NOW) for each in (PHOTO, PLOT, PHOTO)]
        for each in (photo, plot, other):
            await unit.kits.place(each.id, foxes)
        await unit.kits.set(foxes, PressKit(photo=photo.id, stage_plot=plot.id), at=NOW)
        filled = await unit.kits.get(foxes)
    assert filled.file(KitFileKind.PHOTO).id == photo.id
    assert filled.file(KitFileKind.STAGE_PLOT).media_type == "application/pdf"
    assert filled.file(KitFileKind.TECH_RIDER) is None
    assert set(filled.files) == {photo.id, plot.id}


async def test_equal_contents_are_kept_once_and_each_form_is_read(units, engine):
    ann, bo, _, _ = await someone(units)
    async with units.write() as unit:
        one = await unit.kits.add_file(ann, PHOTO, at=NOW)
        two = await unit.kits.add_file(bo, PHOTO, at=NOW)
    assert await kept(engine) == (2, 3)
    async with units.read() as unit:
        for each in (one, two):
            forms = [(await unit.kits.content(each.id, form)).content for form in KitFileForm]
            assert forms == [b"large", b"medium", b"small"]
        found = await unit.kits.content(one.id, KitFileForm.PAGE)
        assert (found.media_type, len(found.digest)) == ("image/jpeg", 64)
        assert await unit.kits.content(KitFileId(99), KitFileForm.PAGE) is None


async def test_a_document_has_one_form_alone(units):
    ann, *_ = await someone(units)
    async with units.write() as unit:
        plot = await unit.kits.add_file(ann, PLOT, at=NOW)
        assert (await unit.kits.content(plot.id, KitFileForm.CONTENT)).media_type == "application/pdf"
        assert await unit.kits.content(plot.id, KitFileForm.PAGE) is None


async def test_upkeep_takes_what_no_kit_has_held_for_long_and_leaves_the_rest(units, engine):
    ann, _, foxes, _ = await someone(units)
    upkeep = SqlUpkeep(engine)
    async with units.write() as unit:
        old, new = [await unit.kits.add_file(ann, each, at=NOW) for each in (PHOTO, PLOT)]
        await unit.kits.add_file(ann, CheckedFile("application/pdf", b"never placed"), at=NOW)
        for each in (old, new):
            await unit.kits.place(each.id, foxes)
        await unit.kits.set(foxes, PressKit(photo=old.id), at=NOW)
        await unit.kits.set(foxes, PressKit(stage_plot=new.id), at=NOW)
    await upkeep.purge(now=NOW + timedelta(days=29), limit=500)
    assert await kept(engine) == (3, 5)
    assert await upkeep.purge(now=LATER, limit=500) == 2
    assert await kept(engine) == (1, 1)
    async with units.read() as unit:
        assert (await unit.kits.get(foxes)).file(KitFileKind.STAGE_PLOT).id == new.id


async def test_a_file_that_comes_back_by_undo_stays(units, engine):
    ann, _, foxes, _ = await someone(units)
    async with units.write() as unit:
        photo = await unit.kits.add_file(ann, PHOTO, at=NOW)
        await unit.kits.place(photo.id, foxes)
        await unit.kits.set(foxes, PressKit(photo=photo.id), at=NOW)
        await unit.kits.set(foxes, PressKit(), at=NOW)
        await unit.kits.set(foxes, PressKit(photo=photo.id), at=NOW)
    await SqlUpkeep(engine).purge(now=LATER, limit=500)
    assert await kept(engine) == (1, 3)


async def test_with_a_band_its_kit_and_files_go_but_not_what_another_has_too(units, engine):
    ann, bo, foxes, owls = await someone(units)
    async with units.write() as unit:
        for who, which in ((ann, foxes), (bo, owls)):
            photo = await unit.kits.add_file(who, PHOTO, at=NOW)
            await unit.kits.place(photo.id, which)
            await unit.kits.set(which, PressKit(photo=photo.id), at=NOW)
        plot = await unit.kits.add_file(ann, PLOT, at=NOW)
        await unit.kits.place(plot.id, foxes)
    async with units.write() as unit:
        await unit.bands.dissolve(foxes, at=NOW)
    assert await kept(engine) == (1, 3)
    async with units.read() as unit:
        assert await unit.kits.get(foxes) == FilledKit()
        assert (await unit.kits.get(owls)).file(KitFileKind.PHOTO) is not None


async def test_what_a_person_sent_goes_with_them_at_once(units, engine):
    ann, bo, foxes, _ = await someone(units)
    async with units.write() as unit:
        photo = await unit.kits.add_file(ann, PHOTO, at=NOW)
        plot = await unit.kits.add_file(bo, PLOT, at=NOW)
        for each in (photo, plot):
            await unit.kits.place(each.id, foxes)
        await unit.kits.set(foxes, PressKit(bio="Loud.", photo=photo.id, stage_plot=plot.id), at=NOW)
    async with units.write() as unit:
        await unit.personal_data.erase(ann, at=NOW)
    assert await kept(engine) == (1, 1)
    async with units.read() as unit:
        filled = await unit.kits.get(foxes)
        assert filled.kit.bio == "Loud."
        assert filled.file(KitFileKind.PHOTO) is None
        assert filled.file(KitFileKind.STAGE_PLOT).id == plot.id
