"""The calendar's page without a browser: what a script reads and sends, and the same by forms."""

import re
from contextlib import asynccontextmanager
from datetime import timedelta
from html import unescape

import pytest

from bots.chat.news import news_of
from bots.chat.news.delivery import NoticeDelivery
from core.notices import notice_from
from core.scheduling.diary.notices import ChangedOnPage
from core.scheduling.diary.page_changes import QUIET
from storage import schema as tables
from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher, text_of

HERE = "/my/calendar"
SCRIPT = {"accept": "application/json"}


@pytest.fixture
async def stage(units, clock):
    """A band of two in London; it is Monday, 23 November 2026."""
    stage = Stage(make_dispatcher(units, clock))
    for name in ("Ana", "Bo"):
        await stage.says(name, "/timezone London")
    await stage.says("Ana", "/band create The Foxes city: Leeds")
    invited = await stage.says("Ana", "/band invite")
    await stage.says("Bo", f"/join {invited.result.invited.code}")
    return stage


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock)


@asynccontextmanager
async def signed_in(stage, site, name):
    """Somebody's browser."""
    path = re.search(r"/enter/[A-Za-z0-9_-]+", text_of((await stage.says(name, "/web")).reply)).group()
    async with asking(site) as client:
        form = (await client.get(path)).text.partition("<form")[2]
        await client.post(path, data=dict(re.findall(r'name="(\w+)" value="([^"]*)"', form)))
        yield client


@pytest.fixture
async def ana(stage, site):
    async with signed_in(stage, site, "Ana") as client:
        yield client


@pytest.fixture
async def bo(stage, site):
    async with signed_in(stage, site, "Bo") as client:
        yield client


async def hidden(client):
    """What every form of the page carries."""
    text = unescape((await client.get(HERE)).text)
    found = dict(re.findall(r'name="(csrf|once)" value="([^"]*)"', text))
    assert set(found) == {"csrf", "once"}
    return found


async def sends(client, to, **fields):
    """A change as the script sends it."""
    return await client.post(f"{HERE}/{to}", data={**await hidden(client), **fields}, headers=SCRIPT)


async def shown(client, first="2026-11-23", end="2026-12-14", **more):
    got = await client.get(f"{HERE}/entries.json", params={"from": first, "to": end, **more})
    assert got.status_code == 200
    return got.json()


def of_kind(things, *kinds):
    return [(each["start"], each["end"], each["words"]) for each in things if each["kind"] in kinds]


EVENING = {"kind": "busy", "start": "2026-12-01T19:00", "end": "2026-12-01T22:30"}


async def test_a_span_is_marked_and_stands_in_calendar_and_chat(ana, stage):
    answer = await sends(ana, "mark", **EVENING)
    assert answer.status_code == 200
    assert answer.json()["said"] == "Busy Tue 1 Dec, 19:00-22:30"
    assert of_kind(await shown(ana), "busy") == [
        ("2026-12-01T19:00", "2026-12-01T22:30", "Busy Tue 1 Dec, 19:00-22:30")
    ]
    mine = await stage.says("Ana", "/mine")
    assert "Busy Tue 1 Dec, 19:00-22:30" in text_of(mine.reply)
    card = await stage.presses("Ana", mine, "1")
    assert "You said: Tue 1 Dec, 19:00-22:30" in text_of(card.reply)
    assert "No longer busy Tue 1 Dec" in text_of((await stage.says("Ana", "/undo")).reply)


async def test_whole_days_are_dates_and_stay_so(ana):
    await sends(ana, "mark", kind="maybe", start="2026-12-03", end="2026-12-06", whole="yes")
    [each] = [each for each in await shown(ana) if each["kind"] == "maybe"]
    assert (each["start"], each["end"], each["allDay"]) == ("2026-12-03", "2026-12-06", True)
    moved = {
        "rule": each["rule"],
        "begins": each["begins"],
        "start": "2026-12-03T19:00",
        "end": "2026-12-03T20:00",
    }
    refused = await sends(ana, "move", **moved)
    assert refused.status_code == 422
    assert refused.json() == {
        "said": "Whole days stay whole days, and hours stay hours.",
        "notes": [],
        "undo": None,
        "refused": True,
    }


async def test_every_week_and_one_of_its_dates_elsewhere_and_taken_back(ana, stage):
    await sends(ana, "mark", **EVENING, weekly="yes", until="2026-12-31")
    dates = [each for each in await shown(ana) if each["kind"] == "busy"]
    assert [each["start"] for each in dates] == ["2026-12-01T19:00", "2026-12-08T19:00"]
    second = {"rule": dates[1]["rule"], "begins": dates[1]["begins"]}
    moved = await sends(ana, "move", **second, start="2026-12-09T18:00", end="2026-12-09T20:00")
    assert moved.json()["said"] == "Busy Wed 9 Dec, 18:00-20:00"
    assert [each[0] for each in of_kind(await shown(ana), "busy")] == ["2026-12-01T19:00", "2026-12-09T18:00"]
    back = await sends(ana, "undo", change=moved.json()["undo"])
    assert back.json()["said"] == "Taken back."
    assert [each[0] for each in of_kind(await shown(ana), "busy")] == ["2026-12-01T19:00", "2026-12-08T19:00"]
    assert "Undone" not in text_of((await stage.says("Ana", "/mine")).reply)


async def test_all_dates_move_or_only_one_is_left_out(ana):
    await sends(ana, "mark", **EVENING, weekly="yes")
    [first, *_] = [each for each in await shown(ana) if each["kind"] == "busy"]
    entry = {"rule": first["rule"], "begins": first["begins"]}
    moved = await sends(ana, "move", **entry, every="yes", start="2026-12-03T20:00", end="2026-12-03T22:00")
    assert moved.json()["said"] == "Busy every Thursday, 20:00-22:00, from Thu 3 Dec"
    [first, *_] = [each for each in await shown(ana) if each["kind"] == "busy"]
    left = await sends(ana, "remove", rule=first["rule"], begins=first["begins"])
    assert left.json()["said"].startswith("Not on Thu 3 Dec: Busy every Thursday")
    gone = await sends(ana, "remove", rule=first["rule"])
    assert gone.json()["said"].startswith("No longer busy every Thursday")
    assert of_kind(await shown(ana), "busy") == []
    again = await sends(ana, "remove", rule=first["rule"])
    assert (again.status_code, again.json()["said"]) == (422, "That is no longer in your calendar.")


async def test_a_clash_is_said_as_in_chat(ana, stage):
    await stage.says("Ana", "/gig Tue 1 Dec 20:00-23:00")
    assert (await sends(ana, "mark", **EVENING)).json()["notes"] == [
        "That clashes with your gig with The Foxes on Tue 1 Dec, 20:00-23:00."
    ]
    assert of_kind(await shown(ana), "fixed") == [
        ("2026-12-01T20:00", "2026-12-01T23:00", "Gig with The Foxes, Tue 1 Dec, 20:00-23:00")
    ]


async def test_sent_twice_it_is_done_once(ana):
    form = {**await hidden(ana), **EVENING}
    answers = [(await ana.post(f"{HERE}/mark", data=form, headers=SCRIPT)).json() for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert len(of_kind(await shown(ana), "busy")) == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": "2026-12-01T22:30", "end": "2026-12-01T19:00"}, "The end has to come after the start."),
        ({"start": "2026-11-20T19:00", "end": "2026-11-20T22:00"}, "That is over already."),
        ({"start": "2026-12-01T19:00", "end": "2028-12-01T19:00"}, "That is too long"),
        ({"start": "2026-13-01T19:00", "end": "2026-12-01T22:00"}, "I need a day"),
        ({"start": "2026-12-01T25:00", "end": "2026-12-01T22:00"}, "I need a day"),
        ({"start": "2026-12-01T19:00Z", "end": "2026-12-01T22:00Z"}, "I need a day"),
        ({"start": "2026-12-01", "end": "2026-12-02"}, "I need a day"),
        ({"start": "9999-12-31T19:00", "end": "9999-12-31T22:00"}, "I need a day"),
        ({"kind": "asleep"}, "I need a day"),
        ({"start": "2027-03-28T01:15", "end": "2027-03-28T01:45"}, "On Sun 28 Mar the clocks go forward"),
    ],
)
async def test_what_cannot_be_is_refused_in_words_and_nothing_is_kept(ana, fields, words):
    if words.startswith("On Sun"):
        fields = {**fields, "start": "2027-03-28T01:30", "end": "2027-03-28T02:15"}
    refused = await sends(ana, "mark", **{**EVENING, **fields})
    assert refused.status_code == 422
    assert refused.json()["said"].startswith(words)
    assert of_kind(await shown(ana), "busy") == []


async def test_hours_need_a_zone_and_whole_days_do_not(units, clock, site):
    stage = Stage(make_dispatcher(units, clock))
    async with signed_in(stage, site, "Cy") as cy:
        refused = await sends(cy, "mark", **EVENING)
        assert refused.json()["said"] == "First say in chat where you live: /timezone and your city."
        whole = await sends(cy, "mark", kind="busy", start="2026-12-01", end="2026-12-02", whole="yes")
        assert whole.json()["said"] == "Busy Tue 1 Dec"


@pytest.mark.parametrize("to", ["move", "remove"])
async def test_other_people_s_entries_are_not_there(ana, bo, to):
    await sends(ana, "mark", **EVENING)
    [entry] = [each for each in await shown(ana) if each["kind"] == "busy"]
    fields = {
        "rule": entry["rule"],
        "begins": entry["begins"],
        "start": "2026-12-02T19:00",
        "end": "2026-12-02T20:00",
    }
    theirs = await sends(bo, to, **fields)
    none = await sends(bo, to, **{**fields, "rule": 999_999})
    assert (theirs.status_code, none.status_code) == (404, 404)
    assert theirs.content == none.content
    assert len(of_kind(await shown(ana), "busy")) == 1


async def test_another_s_change_is_not_taken_back(ana, bo):
    change = (await sends(ana, "mark", **EVENING)).json()["undo"]
    assert (await sends(bo, "undo", change=change)).status_code == 404
    assert (await sends(bo, "undo", change=999_999)).status_code == 404
    assert (await sends(bo, "undo", change="none")).status_code == 422


@pytest.mark.parametrize("to", ["mark", "move", "remove", "words", "undo"])
async def test_without_its_token_or_from_elsewhere_no_form_is_taken(ana, bo, to):
    form = {**await hidden(ana), **EVENING, "words": "every Tuesday"}
    for wrong in ({"csrf": ""}, {"csrf": (await hidden(bo))["csrf"]}, {"once": ""}):
        assert (await ana.post(f"{HERE}/{to}", data={**form, **wrong})).status_code == 404
    elsewhere = {"sec-fetch-site": "cross-site"}
    assert (await ana.post(f"{HERE}/{to}", data=form, headers=elsewhere)).status_code == 404
    assert of_kind(await shown(ana), "busy") == []


async def test_nobody_who_is_not_signed_in_sees_any_of_it(site):
    async with asking(site) as client:
        missing = await client.get("/no-such-page")
        for path in (HERE, f"{HERE}/entries.json?from=2026-12-01&to=2026-12-31"):
            assert (await client.get(path)).content == missing.content
        for to in ("mark", "move", "remove", "words", "undo"):
            assert (await client.post(f"{HERE}/{to}", data=EVENING)).status_code == 404


@pytest.mark.parametrize(
    "days",
    [
        {},
        {"from": "2026-12-01"},
        {"from": "2026-12-31", "to": "2026-12-01"},
        {"from": "2026-01-01", "to": "2026-12-31"},
        {"from": "2050-01-01", "to": "2050-02-01"},
        {"from": "yesterday", "to": "2026-12-01"},
    ],
)
async def test_a_window_without_bounds_is_refused(ana, days):
    got = await ana.get(f"{HERE}/entries.json", params=days)
    assert got.status_code == 422
    assert got.json()["refused"]


async def test_the_green_zones_of_the_band_that_is_chosen_lie_beneath(ana, bo, stage):
    await stage.says("Ana", "/band create The Wolves city: Leeds")
    text = (await ana.get(HERE)).text
    options = re.findall(r'<option value="(\d+)"[^>]*>(The \w+)<', text)
    numbers = {name: number for number, name in options}
    await sends(bo, "mark", kind="busy", start="2026-11-24", end="2026-12-20", whole="yes")
    foxes = await shown(ana, band=numbers["The Foxes"])
    wolves = await shown(ana, band=numbers["The Wolves"])
    assert [each["start"] for each in foxes if each["kind"] == "green"] == ["2026-11-23T19:00"]
    titles = [each["title"] for each in wolves if each["kind"] == "green"]
    assert titles[1] == "The Wolves can play, Tue 24 Nov, 18:00-23:30"
    assert len(titles) == 21
    assert "When The Wolves can play" in (await ana.get(HERE, params={"band": numbers["The Wolves"]})).text
    assert await shown(bo, band=numbers["The Wolves"]) == await shown(bo)


async def test_the_form_marks_the_same_as_the_script(ana):
    form = {"kind": "busy", "day": "2026-12-01", "from": "19:00", "to": "22:30", "weekly": "yes", "until": ""}
    page = await ana.post(f"{HERE}/mark", data={**await hidden(ana), **form})
    assert page.status_code == 200
    assert "Busy every Tuesday, 19:00-22:30, from Tue 1 Dec" in page.text
    night = await ana.post(
        f"{HERE}/mark",
        data={**await hidden(ana), "kind": "maybe", "day": "2026-12-04", "from": "22:00", "to": "02:00"},
    )
    assert "Maybe Fri 4 Dec, 22:00-02:00" in night.text
    days = {"kind": "busy", "day": "2026-12-24", "last": "2026-12-26", "whole": "yes"}
    assert (
        "Busy Thu 24 Dec to Sat 26 Dec"
        in (await ana.post(f"{HERE}/mark", data={**await hidden(ana), **days})).text
    )


async def test_a_form_that_is_refused_keeps_what_was_filled_in(ana):
    form = {"kind": "maybe", "day": "2026-11-01", "from": "18:15", "to": "19:45", "whole": "", "last": ""}
    page = await ana.post(f"{HERE}/mark", data={**await hidden(ana), **form})
    assert page.status_code == 422
    assert "That is over already." in page.text
    for value in ("2026-11-01", "18:15", "19:45"):
        assert f'value="{value}"' in page.text
    assert '<option value="maybe" selected>' in page.text


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        ("every Tuesday evening until Christmas", "busy", "Busy every Tuesday, 18:00-23:00"),
        ("maybe Fri 11 Dec", "", "Maybe Fri 11 Dec"),
        ("Fri 11 Dec", "", "Busy, maybe or free?"),
        ("maybe Fri 11 Dec", "busy", "Busy, maybe or free?"),
        ("sometime soon", "busy", "I can't tell when that is."),
        ("free only Mondays", "", "That leaves open what the rest of the time is."),
    ],
)
async def test_own_words_are_read_as_in_chat_and_what_is_open_is_said(ana, words, kind, said):
    page = await ana.post(f"{HERE}/words", data={**await hidden(ana), "words": words, "kind": kind})
    assert f'<p class="said">{said}' in unescape(page.text)


async def told(units, clock):
    """What is to be told in chat of changes on the page."""
    async with units.read() as unit:
        outbox = tables.metadata.tables["outbox"]
        rows = await unit._statements.rows(outbox.select().where(outbox.c.kind == ChangedOnPage.kind))
        out = []
        for row in rows:
            notice = notice_from(row.kind, row.version, row.facts)
            result = await news_of(notice, NoticeDelivery(unit, row.person, clock.now(), row.due_at))
            out.append((row.due_at, result))
    return out


async def test_many_changes_in_a_row_are_one_message_after_a_quiet_minute(ana, units, clock):
    begun = clock.now()
    for day in ("2026-12-01", "2026-12-02", "2026-12-03"):
        await sends(ana, "mark", kind="busy", start=f"{day}T19:00", end=f"{day}T22:30")
        clock.advance(seconds=30)
    [first] = [each for each in await shown(ana) if each["start"] == "2026-12-01T19:00"]
    await sends(ana, "remove", rule=first["rule"])
    [(due, result)] = await told(units, clock)
    assert due == begun + timedelta(seconds=90) + QUIET
    assert [each.rule.start.day for each in result.said] == [2, 3]
    assert result.gone == ()


async def test_what_was_taken_back_by_then_is_not_told(ana, units, clock):
    change = (await sends(ana, "mark", **EVENING)).json()["undo"]
    await sends(ana, "undo", change=change)
    assert [result for _, result in await told(units, clock)] == [None]


async def test_scripts_are_packed_for_those_who_can_unpack_them(ana):
    path = re.search(r"/static/vendor/fullcalendar[^\"]*fullcalendar.js", (await ana.get(HERE)).text).group()
    packed = await ana.get(path, headers={"accept-encoding": "gzip"})
    plain = await ana.get(path, headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content) / 4
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
