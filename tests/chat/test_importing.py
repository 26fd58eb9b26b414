"""/import: what is said, what is kept, and what the band sees of it."""

import itertools

import pytest

from bots.chat.postman import Postman
from bots.chat.views.diary.feed_troubles import SHORT, TROUBLES
from core.ids import Platform
from core.notices import KNOWN
from core.outbox import Reach, Sent
from core.scheduling.calendars.feeds import MOST
from core.scheduling.calendars.outcome import FeedTrouble
from core.scheduling.calendars.reader import read
from jobs.feeds import FeedWorker
from jobs.outbox import OutboxWorker
from jobs.ports import Fetched, Unfetched
from storage.outbox.claims import SqlOutboxStore
from storage.scheduling.feed_claims import SqlFeedStore
from tests.fakes.stage import text_of

ADDRESS = "https://calendar.google.com/calendar/ical/bo%40example.com/private-0a1b2c3d4e5f/basic.ics"
TUESDAY = b"""\
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:Dentist
DTSTART;TZID=Europe/London:20261124T170000
DTEND;TZID=Europe/London:20261124T235900
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20261205
DTEND;VALUE=DATE:20261207
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:oops
END:VEVENT
END:VCALENDAR
"""


class OutsideWorld:
    """The web, a reader without a process of its own, and a messenger that writes down what is told."""

    def __init__(self) -> None:
        self.answer = Fetched(TUESDAY)
        self.told = []
        self.numbers = itertools.count()

    async def fetch(self, address, *, etag, changed):
        return self.answer

    async def read(self, data, horizon):
        return read(data, horizon)

    def reach(self):
        return Reach(Platform.CONSOLE)

    async def send(self, to, reply, *, nonce):
        self.told.append((to.account.key, reply))
        return Sent()


@pytest.fixture
def web():
    return OutsideWorld()


@pytest.fixture
def tick(engine, units, clock, web):
    """What the jobs do: read what is due, tell what waits; what was told, as texts."""
    feeds = FeedWorker(SqlFeedStore(engine), web, web, clock)
    outbox = OutboxWorker(
        SqlOutboxStore(engine, KNOWN), Postman(units, clock, {Platform.CONSOLE: web}, "test"), clock
    )

    async def tick():
        web.told.clear()
        while await feeds.run_once() + await outbox.run_once():
            pass
        return [text_of(reply) for _, reply in web.told]

    return tick


async def said(stage, name, text):
    return text_of((await stage.says(name, text)).reply)


async def test_a_calendar_is_imported_read_and_told_of(stage, tick, web):
    answer = await stage.says("Bo", f"/import {ADDRESS}")
    words = text_of(answer.reply)
    assert "calendar.google.com" in words
    assert "no titles" in words
    assert "private-" not in words
    (told,) = await tick()
    assert told.splitlines() == [
        "📅 I have read your calendar at calendar.google.com",
        "2 busy times until Tue 28 Dec 2027. Next:",
        "Tue 24 Nov, 17:00-23:59",
        "Sat 5 Dec to Sun 6 Dec",
        "I couldn't read 1 of its 3 events, so it is left out.",
        "What you say yourself overrides it: /free",
        "Sent because you imported it. Your calendars: /import",
    ]
    assert [name for name, _ in web.told] == ["Bo"]


async def test_neither_titles_nor_the_address_are_kept_where_they_do_not_belong(stage, tick, book):
    await stage.says("Bo", f"/import {ADDRESS}")
    await tick()
    rows = await book.rows()
    assert "Dentist" not in str(rows)
    holders = {name for name, found in rows.items() if "private-0a1b" in str(found)}
    assert holders == {"feed"}


async def test_a_busy_evening_shows_in_the_band_without_its_reason_and_free_lies_above_it(foxes, tick):
    assert "Tue 24 Nov · 18:00-23:30" in await said(foxes, "Ana", "/green this week")
    await foxes.says("Bo", f"/import {ADDRESS}")
    await tick()
    seen = await said(foxes, "Ana", "/green this week")
    assert "Tue 24 Nov · 18:00-23:30 · without Bo" in seen
    assert "calendar" not in seen
    freed = await foxes.says("Bo", "/free Tue 24 Nov 18:00-23:30")
    assert "Free Tue 24 Nov" in text_of(freed.reply)
    assert "Tue 24 Nov · 18:00-23:30 · without" not in await said(foxes, "Ana", "/green this week")


async def test_removing_and_putting_back(foxes, tick, book):
    await foxes.says("Bo", f"/import {ADDRESS}")
    await tick()
    shown = await foxes.says("Bo", "/import")
    assert "2 busy times · read Mon 23 Nov" in text_of(shown.reply)
    for before in (False, True):
        removed = await foxes.presses("Bo", shown, "Remove")
        assert removed.result.before is before
    assert "without Bo" not in await said(foxes, "Ana", "/green this week")
    assert "No calendar is imported yet" in await said(foxes, "Bo", "/import")
    for before in (False, True):
        back = await foxes.presses("Bo", removed, "Put back")
        assert back.result.before is before
    assert "without Bo" in await said(foxes, "Ana", "/green this week")
    kinds = [row[2] for row in (await book.rows("change"))["change"]]
    assert kinds[-3:] == ["feed.added", "feed.removed", "feed.added"]
    (told,) = await tick()
    assert "I have read your calendar" in told


async def test_read_now_tells_what_was_found(stage, tick):
    await stage.says("Bo", f"/import {ADDRESS}")
    await tick()
    shown = await stage.says("Bo", "/import")
    pressed = await stage.presses("Bo", shown, "Read now")
    assert "again" in text_of(pressed.reply)
    (told,) = await tick()
    assert "2 busy times" in told
    assert await tick() == []


async def test_the_same_address_again_changes_nothing(stage, tick, book):
    await stage.says("Bo", f"/import {ADDRESS}")
    again = await said(stage, "Bo", f"/import <{ADDRESS}>")
    assert "imported already" in again
    assert len((await book.rows("feed"))["feed"]) == 1
    assert "imported already" not in await said(stage, "Cy", f"/import {ADDRESS}")


async def test_delivered_twice_it_is_imported_once(stage, book):
    for title in ("I am reading your calendar", "1 imported calendar"):
        answer = await stage.says("Bo", f"/import {ADDRESS}", cause="test:same")
        assert title in text_of(answer.reply)
    assert len((await book.rows("feed"))["feed"]) == 1


async def test_ten_calendars_are_the_most(stage, book):
    for number in range(MOST):
        await stage.says("Bo", f"/import https://example.com/{number}.ics")
    assert "ten calendars" in await said(stage, "Bo", "/import https://example.com/11.ics")
    listed = await stage.says("Bo", "/import")
    assert len(listed.reply.blocks[0].items) == MOST
    assert max(map(len, listed.reply.buttons)) <= 4
    assert len(listed.reply.buttons) <= 5
    await stage.presses("Bo", listed, "Remove 3")
    assert "ten calendars" not in await said(stage, "Bo", "/import https://example.com/11.ics")
    back = await stage.presses("Bo", await stage.presses("Bo", listed, "Remove 4"), "Put back")
    assert "counts again" in text_of(back.reply)


async def test_nobody_else_s_calendars_can_be_touched(foxes, tick, book):
    await foxes.says("Bo", f"/import {ADDRESS}")
    shown = await foxes.says("Bo", "/import")
    before = await book.rows("feed", "change")
    for label in ("Read now", "Remove"):
        refused = await foxes.presses("Cy", shown, label)
        assert "belongs to somebody else" in text_of(refused.reply)
    assert await book.rows("feed", "change") == before
    assert "No calendar" in await said(foxes, "Cy", "/import")


@pytest.mark.parametrize("text", [ADDRESS, "webcal://example.com/team", " https://example.com/a.ics?x=1 "])
async def test_an_address_alone_is_an_import(stage, text):
    assert "I am reading your calendar" in await said(stage, "Bo", text)


async def test_an_address_in_a_group_is_nobody_s_wish(foxes, book):
    await foxes.says("Bo", ADDRESS, on=Platform.TELEGRAM, where="group")
    assert (await book.rows("feed"))["feed"] == []


async def test_in_a_group_the_answer_is_the_askers_alone(foxes, book):
    await foxes.says("Bo", "/start", on=Platform.DISCORD)
    answer = await foxes.says("Bo", f"/import {ADDRESS}", on=Platform.DISCORD, where="general")
    assert answer.reply.audience.value == "asker"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("/import hello", "isn't a web address"),
        ("/import ftp://example.com/a.ics", "begins with ftp"),
        ("/import http://192.168.1.5/a.ics", "private network"),
        ("/import http://localhost/a.ics", "private network"),
        (f"/import https://example.com/{'x' * 2500}", "longer than"),
        (f"/import https://example.com/{'x' * 4500}", "does not fit"),
    ],
)
async def test_what_cannot_be_imported_is_refused_at_once(stage, book, text, words):
    assert words in await said(stage, "Bo", text)
    assert (await book.rows("feed"))["feed"] == []


@pytest.mark.parametrize("why", FeedTrouble)
async def test_each_failure_has_its_own_words_and_a_next_step(stage, tick, web, why):
    web.answer = Unfetched(why)
    await stage.says("Bo", f"/import {ADDRESS}")
    (told,) = await tick()
    title, what, step, *_ = told.splitlines()
    assert "yet" in title
    assert what == TROUBLES[why][0].format(host="calendar.google.com")
    assert step == TROUBLES[why][1]
    assert "private-" not in told
    assert "!" not in told
    assert SHORT[why] in await said(stage, "Bo", "/import")


def test_no_two_failures_are_worded_alike():
    assert len(set(TROUBLES.values())) == len(set(SHORT.values())) == len(FeedTrouble)


async def test_after_a_week_its_owner_is_told_once_and_the_busy_times_stay(foxes, tick, web, clock):
    await foxes.says("Bo", f"/import {ADDRESS}")
    await tick()
    web.answer = Unfetched(FeedTrouble.REFUSED)
    told = []
    for _ in range(40):
        clock.advance(hours=7)
        told += await tick()
    (once,) = told
    assert "for a week" in once
    assert "busy times stay" in once
    seen = await said(foxes, "Ana", "/green 5 Dec")
    assert "without Bo" in seen
    web.answer = Fetched(TUESDAY)
    clock.advance(days=2)
    assert await tick() == []
    assert "not readable" not in await said(foxes, "Bo", "/import")


async def test_what_was_removed_before_it_was_told_is_told_no_more(stage, tick, engine, web, clock):
    await stage.says("Bo", f"/import {ADDRESS}")
    await FeedWorker(SqlFeedStore(engine), web, web, clock).run_once()
    await stage.presses("Bo", await stage.says("Bo", "/import"), "Remove")
    assert await tick() == []


async def test_a_calendar_in_which_nobody_is_busy_says_so(stage, tick, web):
    web.answer = Fetched(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    await stage.says("Bo", f"/import {ADDRESS}")
    (told,) = await tick()
    assert "shows no busy times" in told
    assert "shown as free" in told
