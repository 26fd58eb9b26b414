"""The contract of core.web_sessions.store.WebSessions."""

from datetime import timedelta

from core.ids import WebLinkId, WebSessionId
from core.web_sessions import SESSION_LIFETIME, WebLink, WebSession
from storage.program.upkeep import SqlUpkeep
from tests.storage.makings import NOW, person

HOUR = NOW.replace(minute=0, second=0, microsecond=0)


async def test_a_link_is_found_until_it_is_used(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        made = await unit.web_sessions.offer(ann.id, "hash", at=NOW)
        assert await unit.web_sessions.link(made) == WebLink(made, ann.id, "hash", NOW)
        assert await unit.web_sessions.link(WebLinkId(made + 1)) is None
        await unit.web_sessions.use(made)
        assert await unit.web_sessions.link(made) is None


async def test_a_person_has_one_link_at_most(units):
    async with units.write() as unit:
        ann, bo = await person(unit, "Ann"), await person(unit, "Bo")
        bos = await unit.web_sessions.offer(bo.id, "b", at=NOW)
        first = await unit.web_sessions.offer(ann.id, "first", at=NOW)
        second = await unit.web_sessions.offer(ann.id, "second", at=NOW)
        assert await unit.web_sessions.link(first) is None
        assert {(await unit.web_sessions.link(each)).person for each in (bos, second)} == {ann.id, bo.id}
        assert second > first


async def test_sessions_are_kept_with_the_hour_of_their_last_use(units):
    async with units.write() as unit:
        ann, bo = await person(unit, "Ann"), await person(unit, "Bo")
        first = await unit.web_sessions.begin(ann.id, "first", at=NOW)
        second = await unit.web_sessions.begin(ann.id, "second", at=NOW)
        bos = await unit.web_sessions.begin(bo.id, "b", at=NOW)
        assert await unit.web_sessions.get(first) == WebSession(first, ann.id, "first", NOW, HOUR)
        assert await unit.web_sessions.get(WebSessionId(bos + 1)) is None
        await unit.web_sessions.note(first, NOW + timedelta(hours=2, minutes=20))
        mine = await unit.web_sessions.of(ann.id)
        assert [(each.id, each.used_at) for each in mine] == [
            (first, HOUR + timedelta(hours=2)),
            (second, HOUR),
        ]
        await unit.web_sessions.end(first)
        assert [each.id for each in await unit.web_sessions.of(ann.id)] == [second]


async def test_ending_all_sessions_ends_one_person_s_and_their_link(units):
    async with units.write() as unit:
        ann, bo = await person(unit, "Ann"), await person(unit, "Bo")
        link = await unit.web_sessions.offer(ann.id, "link", at=NOW)
        await unit.web_sessions.begin(ann.id, "first", at=NOW)
        await unit.web_sessions.begin(ann.id, "second", at=NOW)
        bos = await unit.web_sessions.begin(bo.id, "b", at=NOW)
        await unit.web_sessions.end_all(ann.id)
        assert await unit.web_sessions.of(ann.id) == []
        assert await unit.web_sessions.link(link) is None
        assert [each.id for each in await unit.web_sessions.of(bo.id)] == [bos]


async def test_upkeep_clears_links_and_sessions_that_are_over_and_no_others(units, engine):
    upkeep = SqlUpkeep(engine)
    async with units.write() as unit:
        ann, bo = await person(unit, "Ann"), await person(unit, "Bo")
        old = await unit.web_sessions.begin(ann.id, "old", at=NOW)
        new = await unit.web_sessions.begin(ann.id, "new", at=NOW + timedelta(days=1))
        await unit.web_sessions.note(old, NOW + timedelta(days=29))
        over = await unit.web_sessions.offer(ann.id, "over", at=NOW)
        fresh = await unit.web_sessions.offer(bo.id, "fresh", at=NOW + SESSION_LIFETIME)
    assert await upkeep.purge(now=NOW, limit=10) == 0
    assert await upkeep.purge(now=NOW + SESSION_LIFETIME, limit=10) == 2
    async with units.read() as unit:
        assert [each.id for each in await unit.web_sessions.of(ann.id)] == [new]
        assert await unit.web_sessions.link(over) is None
        assert await unit.web_sessions.link(fresh) is not None
