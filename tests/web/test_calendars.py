"""Calendars at secret addresses: what calendar apps are given, and what others are not."""

from datetime import UTC, datetime, timedelta

import icalendar
import pytest

from core.publications import PublicationKind
from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher, text_of

ADDRESS = "https://bandwidth.example"


@pytest.fixture
def stage(units, clock):
    return Stage(make_dispatcher(units, clock))


@pytest.fixture
async def apps(units, clock):
    """A calendar app."""
    async with asking(a_site(units=units, clock=clock)) as client:
        yield client


@pytest.fixture
async def foxes(stage):
    """Ana's band with Bo, who plays drums."""
    await stage.says("Ana", "/band create The Foxes city: Leeds")
    invited = await stage.says("Ana", "/band invite part: drums")
    await stage.says("Bo", f"/join {invited.result.invited.code}")
    return stage


async def addresses(stage, name="Ana"):
    """The paths of somebody's calendars by kind."""
    shown = (await stage.says(name, "/calendar")).result.calendars
    return {each.card.publication.kind: each.address.removeprefix(ADDRESS) for each in shown}


def entries(answer):
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    found = icalendar.Calendar.from_ical(answer.content)
    return {str(each["SUMMARY"]): each for each in found.walk("VEVENT")}


async def test_a_gig_stands_in_the_calendars_of_its_players_and_of_its_band(foxes, apps):
    await foxes.says("Ana", "/gig Fri 11 Dec 20:00-23:00 place: The Heron")
    found = await addresses(foxes)
    for kind in (PublicationKind.MY_CALENDAR, PublicationKind.BAND_CALENDAR):
        (event,) = entries(await apps.get(found[kind])).values()
        assert str(event["SUMMARY"]) == "Gig: The Foxes"
        assert event.decoded("DTSTART").astimezone(UTC) == datetime(2026, 12, 11, 20, tzinfo=UTC)
        assert event.decoded("DTEND").astimezone(UTC) == datetime(2026, 12, 11, 23, tzinfo=UTC)
        assert str(event["LOCATION"]) == "The Heron"
        assert (str(event["STATUS"]), int(event["SEQUENCE"])) == ("CONFIRMED", 0)


async def test_a_proposal_is_tentative_and_what_was_called_off_says_so_for_thirty_days(foxes, apps, clock):
    card = await foxes.presses("Ana", await foxes.says("Ana", "/rehearse Tue 1 Dec"), "Propose 1")
    path = (await addresses(foxes))[PublicationKind.BAND_CALENDAR]
    (before,) = entries(await apps.get(path)).values()
    assert str(before["STATUS"]) == "TENTATIVE"
    on = await foxes.presses("Ana", card, "Confirm")
    (confirmed,) = entries(await apps.get(path)).values()
    assert (str(confirmed["STATUS"]), confirmed["UID"]) == ("CONFIRMED", before["UID"])
    await foxes.presses("Ana", await foxes.presses("Ana", on, "Cancel"), "Call it off")
    (off,) = entries(await apps.get(path)).values()
    assert (str(off["STATUS"]), off["UID"]) == ("CANCELLED", before["UID"])
    sequences = [int(each["SEQUENCE"]) for each in (before, confirmed, off)]
    assert sequences == sorted(set(sequences)), sequences
    clock.at += timedelta(days=29)
    assert len(entries(await apps.get(path))) == 1
    clock.at += timedelta(days=2)
    assert entries(await apps.get(path)) == {}


async def test_who_cannot_come_does_not_have_it_in_their_own_calendar(foxes, apps):
    proposed = await foxes.presses("Ana", await foxes.says("Ana", "/rehearse Tue 1 Dec"), "Propose 1")
    await foxes.presses("Bo", proposed, "I can't")
    found = await addresses(foxes, "Bo")
    assert entries(await apps.get(found[PublicationKind.MY_CALENDAR])) == {}
    assert len(entries(await apps.get(found[PublicationKind.BAND_CALENDAR]))) == 1


async def test_green_zones_are_a_calendar_that_takes_nobodys_time(foxes, apps):
    await foxes.says("Bo", "/busy every Tuesday evening")
    path = (await addresses(foxes))[PublicationKind.GREEN_CALENDAR]
    answer = await apps.get(path)
    found = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert {str(each["TRANSP"]) for each in found} == {"TRANSPARENT"}
    assert {str(each["SUMMARY"]) for each in found} == {"The Foxes can play"}
    weekdays = {each.decoded("DTSTART").weekday() for each in found}
    assert weekdays == {0, 2, 3, 4, 5, 6}
    assert "Bo" not in answer.text


async def test_an_app_that_has_it_already_is_told_so(foxes, apps):
    await foxes.says("Ana", "/gig Fri 11 Dec 20:00-23:00")
    for path in (await addresses(foxes)).values():
        first = await apps.get(path)
        tag = first.headers["etag"]
        for asked in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            again = await apps.get(path, headers={"If-None-Match": asked})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert (await apps.get(path, headers={"If-None-Match": '"other"'})).content == first.content
    path = (await addresses(foxes))[PublicationKind.MY_CALENDAR]
    tag = (await apps.get(path)).headers["etag"]
    await foxes.says("Ana", "/move Fri 11 Dec 19:00")
    changed = await apps.get(path, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


async def test_green_zones_change_for_an_app_that_has_them_as_soon_as_anybody_is_busy(foxes, apps):
    path = (await addresses(foxes))[PublicationKind.GREEN_CALENDAR]
    first = await apps.get(path)
    await foxes.says("Bo", "/busy every Tuesday evening")
    changed = await apps.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200
    assert len(changed.content) < len(first.content)
    await foxes.says("Bo", "/undo")
    back = await apps.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert back.status_code == 304


async def test_an_alarm_rings_only_in_the_calendar_that_it_was_set_for(foxes, apps):
    await foxes.says("Ana", "/gig Fri 11 Dec 20:00-23:00")
    shown = await foxes.says("Ana", "/calendar")
    card = await foxes.presses("Ana", shown, "All your bands")
    assert "It does not ring." in text_of(card.reply)
    rung = await foxes.presses("Ana", card, "3 hours before")
    assert "It rings 3 hours before." in text_of(rung.reply)
    found = await addresses(foxes)
    (mine,) = entries(await apps.get(found[PublicationKind.MY_CALENDAR])).values()
    (alarm,) = mine.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=-3)
    (bands,) = entries(await apps.get(found[PublicationKind.BAND_CALENDAR])).values()
    assert bands.walk("VALARM") == []


async def test_whoever_has_no_right_to_it_gets_the_same_page_whatever_is_wrong(foxes, apps):
    shown = await foxes.says("Ana", "/calendar")
    old = {each.card.publication.kind: each.address.removeprefix(ADDRESS) for each in shown.result.calendars}
    mine, band, green = (old[each] for each in PublicationKind if each in old)
    card = await foxes.presses("Ana", shown, "All your bands")
    renewed = await foxes.presses("Ana", card, "New address")
    assert renewed.result.address != f"{ADDRESS}{mine}"
    again = await foxes.presses("Ana", card, "New address")
    assert again.result.address == renewed.result.address, "the old button does not renew it twice"
    off = await foxes.presses(
        "Ana", await foxes.presses("Ana", shown, "The Foxes: green zones"), "Switch off"
    )
    assert "leads nowhere" in text_of(off.reply)
    bos = await addresses(foxes, "Bo")
    await foxes.says("Bo", "/band leave")
    number, _, proof = mine.removeprefix("/calendar/").removesuffix(".ics").partition("-")
    wrong = (
        mine,
        green,
        bos[PublicationKind.BAND_CALENDAR],
        bos[PublicationKind.GREEN_CALENDAR],
        "/calendar/nothing.ics",
        f"/calendar/{number}-{proof[:-1]}{'a' if proof[-1] != 'a' else 'b'}.ics",
        f"/calendar/9{number}-{proof}.ics",
        f"/calendar/zzzzzzzzzzzzz-{proof}.ics",
        f"/calendar/{number}-{proof}".replace("/calendar/", "/calendar/0") + ".ics",
        f"/free/{number}-{proof}",
    )
    answers = [await apps.get(each) for each in wrong]
    assert {each.status_code for each in answers} == {404}
    assert len({(each.content, tuple(sorted(each.headers.items()))) for each in answers}) == 1
    assert (await apps.get(band)).status_code == 200
    assert (await apps.get(renewed.result.address.removeprefix(ADDRESS))).status_code == 200
    assert (await apps.get(bos[PublicationKind.MY_CALENDAR])).status_code == 200


async def test_switched_on_again_it_has_a_new_address(foxes, apps):
    shown = await foxes.says("Ana", "/calendar")
    card = await foxes.presses("Ana", shown, "All your bands")
    old = card.result.address
    on = await foxes.presses("Ana", await foxes.presses("Ana", card, "Switch off"), "Switch on")
    assert on.result.address != old
    assert (await apps.get(old.removeprefix(ADDRESS))).status_code == 404
    assert (await apps.get(on.result.address.removeprefix(ADDRESS))).status_code == 200
    assert (await addresses(foxes))[PublicationKind.MY_CALENDAR] == on.result.address.removeprefix(ADDRESS)


async def test_nobody_replaces_the_address_of_another(foxes, apps):
    card = await foxes.presses("Ana", await foxes.says("Ana", "/calendar"), "All your bands")
    refused = await foxes.presses("Bo", card, "New address")
    assert "gone" in text_of(refused.reply)
    assert (await apps.get(card.result.address.removeprefix(ADDRESS))).status_code == 200


async def test_the_file_says_how_often_to_ask_and_is_not_for_search_engines(foxes, apps):
    answer = await apps.get((await addresses(foxes))[PublicationKind.MY_CALENDAR])
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in answer.text
    assert answer.headers["x-robots-tag"] == "noindex"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert "/calendar/" in (await apps.get("/robots.txt")).text


async def test_a_single_gig_is_a_file_with_the_name_that_it_has_in_every_calendar(foxes, apps):
    card = await foxes.says("Ana", "/gig Fri 11 Dec 20:00-23:00 place: The Heron")
    given = await foxes.presses("Bo", card, "Calendar file")
    assert given.reply.file.name == "2026-12-11.ics"
    (event,) = icalendar.Calendar.from_ical(given.reply.file.content).walk("VEVENT")
    (subscribed,) = entries(await apps.get((await addresses(foxes))[PublicationKind.BAND_CALENDAR])).values()
    assert (event["UID"], event["DTSTART"].to_ical()) == (subscribed["UID"], subscribed["DTSTART"].to_ical())
    assert str(event["LOCATION"]) == "The Heron"
    strange = await foxes.presses("Eve", card, "Calendar file")
    assert strange.reply.file is None
