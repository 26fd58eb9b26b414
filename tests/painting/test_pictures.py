"""Pictures for a phone: what they must be for eyes of all kinds, on light and on dark."""

import asyncio
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from bandwidth.samples import SAMPLES, WEEKDAYS, alike, calendar, month
from presentation.painting import lettering, painter, palette
from presentation.painting.days import SMALL
from presentation.painting.layout import WIDTH, laid_out
from presentation.painting.painter import painted, painting
from presentation.painting.palette import MARK_STYLES, contrast
from presentation.painting.sheet import Box
from presentation.painting.signs import sign
from presentation.picture import DayCell, Mark

DISCORD_DARK, TELEGRAM_LIGHT = (0x31, 0x33, 0x38), (0xFF, 0xFF, 0xFF)

# How the eye sees that has one kind of cones less (Viénot, Brettel and Mollon 1999), on linear light.
PROTANOPIA = ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1))
DEUTERANOPIA = ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1))
GREY = ((0.2126, 0.7152, 0.0722),) * 3


def seen(colour, eye):
    linear = [palette._linear(each / 255) for each in colour]
    return [min(max(sum(a * b for a, b in zip(row, linear, strict=True)), 0), 1) for row in eye]


def inside(inner: Box, outer: Box) -> bool:
    return (
        outer.left <= inner.left < inner.right <= outer.right
        and outer.top <= inner.top < inner.bottom <= outer.bottom
    )


def apart(one: Box, other: Box) -> bool:
    return (
        one.right <= other.left
        or other.right <= one.left
        or one.bottom <= other.top
        or other.bottom <= one.top
    )


def ink_of(words) -> Box:
    """Where its pixels are."""
    font = lettering.font(words.size, bold=words.bold)
    across, down = words.start
    box = font.getbbox(lettering.visual(words.text), anchor="ls")
    return Box(across + int(box[0]), down + int(box[1]), across + int(box[2]), down + int(box[3]))


@pytest.fixture(params=SAMPLES)
def sample(request):
    return SAMPLES[request.param]


def test_a_picture_is_for_a_phone(sample):
    image = Image.open(BytesIO(painted(sample)))
    assert image.format == "PNG"
    assert image.width == 1080
    assert image.width + image.height <= 10_000, "Telegram takes no more"
    assert image.height <= 2560, "what Telegram makes smaller"
    assert "transparency" not in image.info, "see-through corners would be black somewhere"
    assert min(ImageStat.Stat(image.convert("L")).stddev) > 10, "hardly anything on it"
    assert len(painted(sample)) < 1_000_000


def test_every_word_stays_in_its_box_and_apart_from_the_others(sample):
    sheet = laid_out(sample)
    page = Box(3, 3, sheet.width - 3, sheet.height - 3)
    for words in sheet.words:
        assert inside(words.box, page)
        ink = ink_of(words)
        assert words.box.top - 1 <= ink.top
        assert ink.bottom <= words.box.bottom + 1
        assert words.box.left - words.size // 10 <= ink.left, "a J may hang out to the left"
        assert ink.right <= words.box.right + 2
    inks = [ink_of(words) for words in sheet.words]
    signs = [each.box for each in sheet.signs]
    assert all(apart(one, other) for one, other in combinations([*inks, *signs], 2))
    assert all(inside(each, page) for each in signs)


def test_words_stand_out_from_what_is_under_them(sample):
    for words in laid_out(sample).words:
        assert contrast(words.ink, words.ground) >= 4.5, words.text


def test_words_lie_on_what_they_are_said_to_lie_on(sample):
    sheet = laid_out(sample)
    for words in sheet.words:
        under = [each.colour for each in sheet.fills if not apart(each.box, words.box)]
        assert under in ([], [words.ground])


@pytest.mark.parametrize("mark", Mark)
def test_a_sign_stands_out_from_its_day(mark):
    if mark is not Mark.PAST:
        assert contrast(MARK_STYLES[mark].sign, MARK_STYLES[mark].fill) >= 4.5
    assert contrast(MARK_STYLES[mark].sign, MARK_STYLES[mark].fill) >= 3


@pytest.mark.parametrize("around", [DISCORD_DARK, TELEGRAM_LIGHT])
def test_the_picture_ends_visibly_on_dark_and_on_light(around):
    assert contrast(palette.BORDER, around) >= 3
    assert contrast(palette.BORDER, palette.PAPER) >= 3


@pytest.mark.parametrize("size", [SMALL.sign, 8])
def test_no_two_marks_share_a_shape(size):
    """As large as in twelve months, and as a phone of 360 pixels shows that."""
    for one, other in combinations(Mark, 2):
        difference = ImageChops.difference(sign(one, size), sign(other, size))
        assert ImageStat.Stat(difference).mean[0] > 255 * 0.1, (one, other)


@pytest.mark.parametrize("eye", [PROTANOPIA, DEUTERANOPIA])
def test_days_that_meet_in_one_picture_differ_in_colour_for_colour_blind_eyes(eye):
    band = (Mark.GREEN, Mark.AMBER, Mark.RED, Mark.PAST, Mark.TAKEN, Mark.OPEN)
    diary = (Mark.FREE, Mark.MAYBE, Mark.BUSY, Mark.PARTLY, Mark.TAKEN, Mark.PAST)
    for marks in (band, diary):
        for one, other in combinations(marks, 2):
            colours = seen(MARK_STYLES[one].fill, eye), seen(MARK_STYLES[other].fill, eye)
            assert sum(abs(a - b) for a, b in zip(*colours, strict=True)) > 0.1, (one, other)


def test_green_amber_and_red_are_dark_middle_and_pale_in_grey():
    green, amber, red = (seen(MARK_STYLES[mark].fill, GREY)[0] for mark in (Mark.GREEN, Mark.AMBER, Mark.RED))
    assert green + 0.2 < amber < red - 0.2


def test_the_same_calendar_is_the_same_bytes_and_drawn_once():
    first = painted(SAMPLES["diary"])
    assert painted(replace(SAMPLES["diary"])) is first
    painted.cache_clear()
    assert painted(SAMPLES["diary"]) == first


def test_the_same_bytes_come_from_another_process():
    script = (
        "import hashlib; from presentation.painting.painter import painted;"
        "from bandwidth.samples import SAMPLES;"
        "print(hashlib.sha256(painted(SAMPLES['arabic'])).hexdigest())"
    )
    found = {
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(found) == 1


def test_nothing_heavy_is_loaded_before_the_first_picture():
    script = (
        "import sys; import presentation.painting.painter;"
        "print([each for each in ('PIL', 'bidi', 'arabic_reshaper') if each in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_many_who_ask_at_once_get_one_drawing(monkeypatch):
    drawings = []
    monkeypatch.setattr(painter, "drawn", lambda sheet: drawings.append(sheet) or b"once")
    asked = replace(SAMPLES["month"], title="Nobody has asked for this")
    assert await asyncio.gather(*(painting(replace(asked)) for _ in range(20))) == [b"once"] * 20
    assert len(drawings) == 1
    painted.cache_clear()


async def test_what_cannot_be_drawn_is_no_picture():
    assert await painting(None) is None
    assert await painting(SAMPLES["month"]) == painted(SAMPLES["month"])
    decades = calendar(date(2027, 1, 1), date(2047, 1, 1))
    assert await painting(decades) is None
    assert await painting(replace(SAMPLES["month"], days=((date(2027, 3, 1), DayCell(None)),))) is None


def numbers(sheet):
    return [words for words in sheet.words if words.text.isdigit() and words.size in (28, 34, 48)]


def test_every_day_of_the_months_is_there_once_and_under_its_weekday():
    for year, number, start in ((2027, 2, 0), (2026, 8, 0), (2027, 5, 6), (2028, 2, 2)):
        whole = month(year, number, week_start=start, weekdays=WEEKDAYS[start:] + WEEKDAYS[:start])
        sheet = laid_out(whole)
        heads = {words.text: words.box for words in sheet.words if words.text in WEEKDAYS}
        days = numbers(sheet)
        assert [int(words.text) for words in days] == list(range(1, whole.last.day + 1))
        for words in days:
            head = heads[WEEKDAYS[date(year, number, int(words.text)).weekday()]]
            assert head.left <= words.box.left < head.right


@pytest.mark.parametrize(("name", "weeks"), [("four_weeks", 4), ("six_weeks", 6)])
def test_a_month_has_as_many_rows_as_it_has_weeks(name, weeks):
    assert len({words.box.top for words in numbers(laid_out(SAMPLES[name]))}) == weeks


def test_whose_which_days_whose_clock_and_how_sure_are_written():
    said = [words.text for words in laid_out(SAMPLES["two_months"]).words]
    for text in ("The Foxes", "Sat 20 March - Sun 18 April 2027", "London time", "March 2027", "April 2027"):
        assert said.count(text) == 1
    assert any("3 of 4 have confirmed" in each for each in said)
    assert "all can play" in said


def test_the_range_of_one_whole_month_is_not_said_twice():
    assert [words.text for words in laid_out(SAMPLES["month"]).words].count("March 2027") == 1


def test_a_name_that_the_font_lacks_leaves_the_days_as_the_title():
    first = laid_out(SAMPLES["cjk_alone"]).words[0]
    assert "…" not in first.text


def test_notes_are_left_out_where_days_are_small():
    small = calendar(
        date(2027, 3, 1), date(2027, 5, 31), alike(date(2027, 3, 1), date(2027, 5, 31), Mark.GREEN, "18-23")
    )
    assert "18-23" not in [words.text for words in laid_out(small).words]
    assert [each.mark for each in laid_out(small).signs].count(Mark.GREEN) == 92 + 1


@settings(max_examples=30, deadline=None)
@given(
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    st.integers(0, 366),
    st.integers(0, 6),
    st.text(max_size=60),
    st.sampled_from(Mark),
    st.text(max_size=30),
)
def test_any_range_and_any_words_fit(first, length, week_start, title, mark, note):
    last = date.fromordinal(first.toordinal() + length)
    any_ = calendar(
        first, last, {first: DayCell(mark, note)}, title=title, footer=note * 9, week_start=week_start
    )
    sheet = laid_out(any_)
    page = Box(3, 3, WIDTH - 3, sheet.height - 3)
    assert all(inside(words.box, page) for words in sheet.words)
    for words in sheet.words:
        ink = ink_of(words)
        assert ink.right <= words.box.right + 6
        assert all(apart(words.box, each.box) or inside(words.box, each.box) for each in sheet.fills)
