"""A band of many: lines name the first few of a crowd, and what all see says "you" to nobody."""

from core.ids import Platform
from presentation.words import some
from tests.fakes.stage import text_of

GROUP = {"on": Platform.TELEGRAM, "where": "-1"}
EIGHT = ["Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"]


def test_of_a_crowd_the_first_few_are_named():
    assert some(EIGHT[:2], "en-GB") == "Ana and Bo"
    assert some(EIGHT[:5], "en-GB") == "Ana, Bo, Cy, Di and Ed"
    assert some(EIGHT, "en-GB") == "Ana, Bo, Cy, Di and 4 more"


async def test_a_line_stays_short_however_many_say_maybe(foxes):
    invited = await foxes.says("Ana", "/band invite")
    for name in EIGHT:
        if name not in ("Ana", "Bo", "Cy"):
            await foxes.says(name, f"/join {invited.result.invited.code}")
        await foxes.says(name, "/maybe Fri 11 Dec")
    green = await foxes.says("Ana", "/green Fri 11 Dec")
    assert "Ana, Bo, Cy, Di and 4 more said maybe" in text_of(green.reply)
    why = text_of((await foxes.says("Ana", "/why Fri 11 Dec")).reply)
    assert "with a yes from Ana, Bo, Cy, Di and 4 more" in why
    january = await foxes.says("Ana", "/green January")
    nudged = text_of((await foxes.presses("Ana", january, "Nudge 7")).reply)
    assert "Nudged Bo, Cy, Di, Ed and 3 more about January" in nudged


async def test_what_all_see_says_you_to_nobody(stage):
    await stage.says("Ana", "/band create Blue city: Leeds", **GROUP)
    for command in ("/band show", "/band members"):
        shown = text_of((await stage.says("Ana", command, **GROUP)).reply)
        assert "Ana · no part yet, owner, required" in shown
        own = text_of((await stage.says("Ana", command, on=Platform.TELEGRAM)).reply)
        assert "Ana (you) · no part yet, owner, required" in own
