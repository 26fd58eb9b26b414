"""The calendar to drag on, as somebody uses it whose browser is in another zone than they are.

Ana lives in London, where the clocks go forward on Sunday 28 March 2027; her browser is in New York, where they
did two weeks earlier.
"""

import re
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import in_one_loop
from tests.fakes.stage import Stage, text_of

HERE = "/my/calendar"
SATURDAY, SUNDAY = "2027-03-27", "2027-03-28"
_POINT = """([day, clock]) => {
  const [hour, minute] = clock.split(':').map(Number);
  const slot = document.querySelector(`[data-time="${clock.slice(0, 2)}:00:00"]`).getBoundingClientRect();
  const half = document.querySelector(`[data-time="${clock.slice(0, 2)}:30:00"]`).getBoundingClientRect();
  const column = [...document.querySelectorAll(`[data-date="${day}"]`)].pop().getBoundingClientRect();
  return [column.x + column.width / 2, slot.y + (half.y - slot.y) * minute / 30];
}"""


@in_one_loop
async def stage(program, clock):
    """A band of two; it is Tuesday, 23 March 2027."""
    clock.advance(days=120, hours=-7)
    stage = Stage(program.dispatcher)
    await stage.says("Ana", "/timezone London")
    await stage.says("Ana", "/band create The Foxes city: Leeds")
    invited = await stage.says("Ana", "/band invite")
    await stage.says("Bo", f"/join {invited.result.invited.code}")
    return stage


@in_one_loop
async def ana(stage, browsing):
    """Ana's browser, in New York, where she is signed in."""
    browsing.timezone = "America/New_York"
    given = text_of((await stage.says("Ana", "/web")).reply)
    page = await browsing.open(urlsplit(re.search(r"http\S+", given).group()).path)
    await page.get_by_role("button", name="Sign in").click()
    await page.wait_for_url("**/my")
    browsing.cookies = await page.context.cookies()
    await browsing.close()
    return browsing


async def week(browsing, size="desktop"):
    """The calendar's page with the hours of this week."""
    page = await browsing.open(HERE, size=size)
    await page.get_by_role("tab", name="Week").click()
    await page.locator(f'[data-date="{SUNDAY}"]').first.wait_for()
    await page.locator("#calendar").evaluate("each => each.scrollIntoView()")
    await page.locator("#calendar:not([aria-busy])").wait_for()
    return page


async def drag(page, start, end):
    """Drag something with the mouse from one day and time to another."""
    await page.mouse.move(*await page.evaluate(_POINT, start))
    await page.mouse.down()
    await page.wait_for_timeout(50)
    for _ in range(2):
        await page.mouse.move(*await page.evaluate(_POINT, end), steps=8)
    await page.mouse.up()


async def mark(page, start, end):
    """Drag across empty time."""
    x, y = await page.evaluate(_POINT, end)
    until = (x, y - 4)
    x, y = await page.evaluate(_POINT, start)
    await page.mouse.move(x, y + 4)
    await page.mouse.down()
    await page.mouse.move(*until, steps=8)
    await page.mouse.up()


async def answer(page, beginning):
    """What the page says once it is about that, in lines."""
    found = page.locator("#answer", has_text=beginning)
    await found.wait_for()
    await page.wait_for_load_state("networkidle")
    return [each for each in (await found.inner_text()).splitlines() if each and each != "Undo"]


def entry(page, name="Busy"):
    return page.locator(".thing", has_text=name).first


async def diary(stage, month="March"):
    return text_of((await stage.says("Ana", f"/mine month: {month}")).reply)


async def test_an_evening_dragged_across_the_night_of_the_change_keeps_its_hours(ana, stage):
    await stage.says("Ana", "/busy Sat 27 Mar 19:00-22:30")
    page = await week(ana)
    assert "19:00" in await entry(page).inner_text()
    await drag(page, [SATURDAY, "20:00"], [SUNDAY, "20:00"])
    assert await answer(page, "Busy Sun 28 Mar") == [
        "Busy Sun 28 Mar, 19:00-22:30",
        "Before: Busy Sat 27 Mar, 19:00-22:30",
    ]
    said = await diary(stage)
    assert "Busy Sun 28 Mar, 19:00-22:30" in said
    assert "Sat 27 Mar" not in said


async def test_an_evening_marked_on_the_night_of_the_change_is_read_back_in_chat(ana, stage):
    page = await week(ana)
    await mark(page, [SUNDAY, "19:00"], [SUNDAY, "22:30"])
    assert await page.locator("#bar .span").inner_text() == "Sun 28 Mar, 19:00–22:30"
    await page.locator("#bar").get_by_role("button", name="Busy").click()
    assert await answer(page, "Busy") == ["Busy Sun 28 Mar, 19:00-22:30"]
    assert "Busy Sun 28 Mar, 19:00-22:30" in await diary(stage)
    await page.get_by_role("button", name="Undo").click()
    assert await answer(page, "Taken back") == ["Taken back.", "No longer busy Sun 28 Mar, 19:00-22:30"]
    assert "28 Mar" not in await diary(stage)
    await page.locator(".thing").wait_for(state="detached")


async def test_hours_that_the_clocks_skip_are_refused_in_words_and_put_back(ana, stage):
    await stage.says("Ana", "/busy Sat 27 Mar 01:00-02:00")
    page = await week(ana)
    await page.locator('[data-time="00:00:00"]').first.scroll_into_view_if_needed()
    await drag(page, [SATURDAY, "01:15"], [SUNDAY, "01:45"])
    assert await answer(page, "On Sun") == ["On Sun 28 Mar the clocks go forward, and that hour is left out."]
    ana.complaints.remove(f"422: {ana.address}{HERE}/move")
    assert "Busy Sat 27 Mar, 01:00-02:00" in await diary(stage)
    box = await entry(page).bounding_box()
    column = await page.evaluate(_POINT, [SATURDAY, "01:00"])
    assert box["x"] < column[0] < box["x"] + box["width"]


@pytest.mark.parametrize("size", ["phone", "desktop"])
async def test_every_week_is_a_tick_and_one_date_moves_alone_or_with_all(ana, stage, size):
    page = await week(ana, size)
    await mark(page, ["2027-03-25", "19:00"], ["2027-03-25", "21:00"])
    await page.get_by_label("Every week").first.check()
    await page.locator("#bar").get_by_role("button", name="Maybe").click()
    assert (await answer(page, "Maybe"))[0] == "Maybe every Thursday, 19:00-21:00, from Thu 25 Mar"
    await drag(page, ["2027-03-25", "19:45"], ["2027-03-26", "20:45"])
    await page.get_by_role("button", name="Move this one").click()
    assert (await answer(page, "Maybe Fri"))[0] == "Maybe Fri 26 Mar, 20:00-22:00"
    assert "every Thursday, 19:00-21:00, from Thu 25 Mar, not on Thu 25 Mar" in await diary(stage, "April")
    await page.get_by_role("button", name="Undo").click()
    await answer(page, "Taken back")
    await page.locator("#calendar:not([aria-busy])").wait_for()
    await page.locator(".thing", has_text="19:00").first.wait_for()
    await page.wait_for_timeout(300)  # it is drawn anew
    await drag(page, ["2027-03-25", "19:45"], ["2027-03-26", "20:45"])
    await page.get_by_role("button", name="Move all of them").click()
    assert (await answer(page, "every Friday"))[0] == "Maybe every Friday, 20:00-22:00, from Fri 26 Mar"
    assert "every Friday, 20:00-22:00" in await diary(stage, "April")


async def test_a_move_that_is_left_after_all_is_put_back(ana, stage):
    await stage.says("Ana", "/busy every Thursday 19:00-21:00")
    page = await week(ana)
    await drag(page, ["2027-03-25", "19:45"], ["2027-03-26", "20:45"])
    await page.get_by_role("button", name="Leave it").click()
    column = await page.evaluate(_POINT, ["2027-03-25", "19:00"])
    await page.wait_for_timeout(300)
    box = await entry(page).bounding_box()
    assert box["x"] < column[0] < box["x"] + box["width"]
    assert "every Thursday, 19:00-21:00" in await diary(stage)


async def test_an_entry_is_pulled_longer_at_its_end(ana, stage):
    await stage.says("Ana", "/busy Thu 25 Mar 18:00-20:00")
    page = await week(ana)
    await entry(page).hover()
    box = await entry(page).bounding_box()
    await page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 2)
    await page.mouse.down()
    x, y = await page.evaluate(_POINT, ["2027-03-25", "21:30"])
    await page.mouse.move(x, y - 3, steps=10)
    await page.mouse.up()
    assert (await answer(page, "Busy"))[0] == "Busy Thu 25 Mar, 18:00-21:30"
    assert "Busy Thu 25 Mar, 18:00-21:30" in await diary(stage)


async def test_an_entry_is_tapped_to_remove_it_and_asks_first(ana, stage):
    await stage.says("Ana", "/busy every Thursday 19:00-21:00")
    page = await week(ana)
    await entry(page).click()
    dialog = page.get_by_role("dialog")
    assert "Busy every Thursday, 19:00-21:00" in await dialog.inner_text()
    await dialog.get_by_role("button", name="Keep it").click()
    await entry(page).focus()
    await page.keyboard.press("Enter")
    await dialog.get_by_role("button", name="Not on this day").click()
    assert (await answer(page, "Not on"))[0].startswith("Not on Thu 25 Mar: Busy every Thursday")
    await page.locator(".thing").wait_for(state="detached")
    await page.get_by_role("button", name="Undo").click()
    await answer(page, "Taken back")
    await entry(page).click()
    await dialog.get_by_role("button", name="Remove all of it").click()
    assert (await answer(page, "No longer"))[0].startswith("No longer busy every Thursday")
    assert "every Thursday" not in await diary(stage)


async def test_what_clashes_is_said_as_in_chat(ana, stage):
    await stage.says("Ana", "/gig Fri 26 Mar 20:00-23:00")
    page = await week(ana)
    assert await entry(page, "Gig: The Foxes").is_visible()
    await mark(page, ["2027-03-26", "17:00"], ["2027-03-26", "19:45"])
    await page.locator("#bar").get_by_role("button", name="Busy").click()
    await answer(page, "Busy")
    await page.locator("#entries summary", has_text="Busy Fri 26 Mar").click()
    form = page.locator("#entries form").first
    await form.get_by_label("To", exact=True).fill("21:00")
    await form.get_by_role("button", name="Move").click()
    assert await answer(page, "Busy Fri 26 Mar, 17:00-21:00") == [
        "Busy Fri 26 Mar, 17:00-21:00",
        "Before: Busy Fri 26 Mar, 17:00-20:00",
        "That clashes with your gig with The Foxes on Fri 26 Mar, 20:00-23:00.",
    ]


async def test_a_month_marks_whole_days_which_stay_whole_days(ana, stage):
    page = await ana.open(HERE, size="desktop")
    day = page.locator('[data-date="2027-03-30"]').first
    await day.click()
    await page.locator("#bar").get_by_role("button", name="Busy").click()
    assert await answer(page, "Busy") == ["Busy Tue 30 Mar"]
    box, there = (
        await entry(page).bounding_box(),
        await page.locator('[data-date="2027-03-24"]').first.bounding_box(),
    )
    await page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2)
    await page.mouse.down()
    await page.mouse.move(there["x"] + 20, there["y"] + there["height"] / 2, steps=10)
    await page.mouse.up()
    assert (await answer(page, "Busy Wed"))[0] == "Busy Wed 24 Mar"
    assert "Busy Wed 24 Mar\n" in await diary(stage)
    await page.get_by_role("tab", name="Week").click()
    await page.locator('[data-time="20:00:00"]').first.scroll_into_view_if_needed()
    box = await entry(page).bounding_box()
    x, y = await page.evaluate(_POINT, ["2027-03-26", "20:00"])
    await page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2)
    await page.mouse.down()
    await page.mouse.move(x, y, steps=10)
    await page.mouse.up()
    assert await answer(page, "Whole days stay") == ["Whole days stay whole days, and hours stay hours."]
    assert "Busy Wed 24 Mar\n" in await diary(stage)


async def test_the_same_by_keyboard_without_javascript(ana, stage):
    page = await ana.open(HERE, javascript=False)
    await page.locator("#mark-day").fill("2027-03-28")
    await page.locator("#mark-to").press("Enter")
    assert await answer(page, "Busy") == ["Busy Sun 28 Mar, 19:00-22:30"]
    await page.locator("#entries summary").click()
    form = page.locator("#entries form").first
    await form.get_by_label("To this day").fill("2027-03-29")
    await form.get_by_role("button", name="Move").press("Enter")
    assert (await answer(page, "Busy Mon"))[0] == "Busy Mon 29 Mar, 19:00-22:30"
    await page.get_by_role("button", name="Undo").press("Enter")
    assert (await answer(page, "Taken back"))[0] == "Taken back."
    await page.locator("#words").fill("maybe every Friday evening until May")
    await page.locator("#words").press("Enter")
    assert (await answer(page, "Maybe"))[0].startswith("Maybe every Friday, 18:00-23:00")
    said = await diary(stage)
    assert "Busy Sun 28 Mar, 19:00-22:30" in said
    assert "Maybe every Friday, 18:00-23:00" in said


@in_one_loop
async def full(ana, stage):
    """A calendar with some of everything in it, of a member of two bands."""
    await stage.says("Ana", "/band create The Wolves city: Leeds")
    for said in (
        "/busy every Tuesday 19:00-22:30",
        "/maybe 2-4 April",
        "/busy every other Thursday",
        "/free Fri 26 Mar 18:00-23:00",
        "/gig Sat 27 Mar 20:00-23:00 band: The Foxes",
    ):
        await stage.says("Ana", said)
    return ana


async def test_the_page_is_sound_on_every_screen_with_and_without_javascript(full):
    await full.sound(HERE)


async def test_the_page_puts_up_no_grave_barrier(full, axe):
    assert await full.barriers(HERE, axe) == []


async def test_the_hours_of_a_week_put_up_no_grave_barrier_either(full, axe):
    for size in ("phone", "desktop"):
        page = await week(full, size)
        await page.screenshot(path=full.screenshots / f"my-calendar-week-{size}.png", full_page=True)
        await mark(page, ["2027-03-28", "18:00"], ["2027-03-28", "20:00"])
        await page.screenshot(path=full.screenshots / f"my-calendar-bar-{size}.png")
        await page.get_by_role("button", name="Cancel").click()
        await entry(page).click()
        await page.screenshot(path=full.screenshots / f"my-calendar-dialog-{size}.png")


async def test_nothing_is_asked_of_any_other_host(full):
    page = await full.open("/", size="desktop")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(full.address + HERE)
    await page.get_by_role("tab", name="Week").click()
    await page.wait_for_load_state("networkidle")
    assert asked
    assert {urlsplit(each).netloc for each in asked} == {urlsplit(full.address).netloc}
