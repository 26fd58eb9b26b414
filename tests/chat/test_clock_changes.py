"""The weekends on which the clocks change, in London: 28 March 2027 (forward at 01:00) and 31 October 2027 (back at 02:00)."""

from datetime import UTC, datetime

import pytest

from core.bands import Role
from core.scheduling.recurrence.expansion import expanded
from core.scheduling.recurrence.spans import window_of
from tests.fakes.stage import text_of

SPRING = datetime(2027, 3, 22, 12, tzinfo=UTC)
AUTUMN = datetime(2027, 10, 25, 12, tzinfo=UTC)


def instants(rule, first, last):
    return [
        (datetime.fromtimestamp(start, UTC), datetime.fromtimestamp(end, UTC))
        for start, end in expanded(rule, window_of(first, last))
    ]


def at(*parts):
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "words", "line", "start", "end"),
    [
        # 19:00 stays 19:00.
        (
            SPRING,
            "Sun 28 Mar 19:00-21:00",
            "Sun 28 Mar, 19:00-21:00",
            at(2027, 3, 28, 18),
            at(2027, 3, 28, 20),
        ),
        (
            SPRING,
            "Sat 27 Mar 19:00-21:00",
            "Sat 27 Mar, 19:00-21:00",
            at(2027, 3, 27, 19),
            at(2027, 3, 27, 21),
        ),
        # Over the gap: an hour less on the clock's night.
        (
            SPRING,
            "28 March 00:30-03:00",
            "Sun 28 Mar, 00:30-03:00",
            at(2027, 3, 28, 0, 30),
            at(2027, 3, 28, 2),
        ),
        # Begins in the gap: 01:30 does not exist, and is read with the offset before it.
        (
            SPRING,
            "28 March 01:30-04:00",
            "Sun 28 Mar, 01:30-04:00",
            at(2027, 3, 28, 1, 30),
            at(2027, 3, 28, 3),
        ),
        # Over the fold: an hour more.
        (
            AUTUMN,
            "31 October 00:30-03:00",
            "Sun 31 Oct, 00:30-03:00",
            at(2027, 10, 30, 23, 30),
            at(2027, 10, 31, 3),
        ),
        # Begins in the fold: 01:30 is the first of the two.
        (
            AUTUMN,
            "31 October 01:30-04:00",
            "Sun 31 Oct, 01:30-04:00",
            at(2027, 10, 31, 0, 30),
            at(2027, 10, 31, 4),
        ),
        # Whole days are 23 and 25 hours long.
        (SPRING, "Sun 28 March", "Sun 28 Mar", at(2027, 3, 28), at(2027, 3, 28, 23)),
        (AUTUMN, "Sun 31 October", "Sun 31 Oct", at(2027, 10, 30, 23), at(2027, 11, 1)),
    ],
)
async def test_a_rule_is_said_back_as_said_and_computed_right(
    stage, book, clock, now, words, line, start, end
):
    clock.at = now
    await stage.says("Ana", "/timezone London")
    answer = await stage.says("Ana", f"/busy {words}")
    assert text_of(answer.reply).splitlines()[0] == f"📅 Busy {line}"
    (said,) = await book.diary("Ana")
    assert instants(said.rule, now, datetime(now.year, 12, 31, tzinfo=UTC)) == [(start, end)]


async def test_a_weekly_rule_keeps_its_wall_time_over_the_change(stage, book, clock):
    clock.at = SPRING
    await stage.says("Ana", "/timezone London")
    answer = await stage.says(
        "Ana", "/busy every Saturday and Sunday 19:00-21:00 from 27 March until 4 April"
    )
    assert "Next: Sat 27 Mar, Sun 28 Mar, Sat 3 Apr" in text_of(answer.reply)
    (said,) = await book.diary("Ana")
    found = [start.hour for start, _ in instants(said.rule, SPRING, at(2027, 5, 1))]
    assert found == [19, 18, 18, 18]


async def test_moved_to_another_zone_and_back_over_the_change_it_is_as_it_was(stage, book, clock):
    clock.at = SPRING
    await stage.says("Ana", "/timezone London")
    await stage.says("Ana", "/busy 28 March 01:30-04:00")
    before = await book.diary("Ana")
    for place in ("New York", "London"):
        asked = await stage.says("Ana", f"/timezone {place}")
        await stage.presses("Ana", asked, "Same hours, new zone")
    assert await book.diary("Ana") == before


async def test_green_zones_on_the_night_the_clocks_change(stage, clock):
    clock.at = SPRING
    await stage.says("Ana", "/band create Blue city: London")
    ((band, mine),) = [(each.band, each) for each in (await stage.says("Ana", "/band show")).result.members]
    assert (mine.role, band) == (Role.OWNER, mine.band)
    await stage.says("Ana", "/busy Sun 28 Mar 14:00-19:00")
    text = text_of((await stage.says("Ana", "/green Sun 28 Mar")).reply)
    assert "Sun 28 Mar · 19:00-23:30" in text
    await stage.says("Ana", "/busy Sat 27 Mar 22:00 to Sun 28 Mar 04:00")
    text = text_of((await stage.says("Ana", "/green 27-28 Mar")).reply)
    assert "Sat 27 Mar · 14:00-22:00" in text
    assert "Sun 28 Mar · 19:00-23:30" in text


async def test_tomorrow_is_the_speaker_s_tomorrow(stage, book, clock):
    clock.at = at(2026, 11, 24, 2)  # still Monday evening in New York
    await stage.says("Ana", "/timezone New York")
    await stage.says("Ana", "/busy tomorrow")
    (said,) = await book.diary("Ana")
    assert said.rule.start == datetime(2026, 11, 24)
