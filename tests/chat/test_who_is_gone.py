"""People who have had everything deleted are still spoken of: without a name, and without a hole."""

import pytest

from bots.chat.results.band import HeirNews, MembershipNews, RemovedNews
from bots.chat.results.green import MonthsAsked
from bots.chat.views.registry import show
from core.bands.members import Removed
from core.scheduling.green import cache
from storage.engine import prepared_statements as prepared
from storage.scheduling import diaries
from tests.chat.test_conformance import READER
from tests.fakes.stage import text_of


async def erased(stage, name):
    asked = await stage.presses(name, await stage.says(name, "/mydata"), "Delete everything")
    await stage.presses(name, asked, "Delete it all")


async def test_what_a_gone_owner_entered_is_not_put_into_one_s_own_mouth(foxes):
    await foxes.says("Ana", "/busy Fri 4 Dec member: Bo")
    await foxes.presses("Ana", await foxes.says("Ana", "/band leave"), "Bo")
    await erased(foxes, "Ana")
    rule = await foxes.presses("Bo", await foxes.says("Bo", "/mine"), "1")
    assert "Somebody who left has entered this for you." in text_of(rule.reply)
    assert "You said" not in text_of(rule.reply)


async def test_invites_of_a_gone_owner_are_somebody_s(foxes):
    await foxes.presses("Ana", await foxes.says("Ana", "/band leave"), "Bo")
    await erased(foxes, "Ana")
    assert "by Somebody who left" in text_of((await foxes.says("Bo", "/band invites")).reply)


@pytest.mark.parametrize(
    "make",
    [
        lambda band, member: MembershipNews(band, "", member),
        lambda band, member: HeirNews(band, "", True),
        lambda band, member: RemovedNews(band, ""),
        lambda band, member: MonthsAsked(band, "", (READER.today.replace(day=1),), None),
        lambda band, member: Removed(band, "", 0, before=True),
    ],
)
async def test_news_of_what_somebody_has_done_who_is_gone_has_no_hole_in_it(foxes, book, make):
    ((band, member),) = await book.bands("Bo")
    text = text_of(show(make(band, member), READER))
    assert "Somebody who left" in text
    assert "  " not in text


async def test_nothing_of_who_is_gone_stays_in_memory(foxes):
    await foxes.says("Bo", "/busy every Tuesday")
    for _ in range(3):
        await foxes.says("Bo", "/mine")
        await foxes.says("Ana", "/green")
    kept = [prepared._made, diaries._availability, cache._zones, cache._diary]
    assert all(each.cache_info().currsize for each in kept)
    await erased(foxes, "Bo")
    assert [each.cache_info().currsize for each in kept] == [0] * 4
