"""How many statements a turn takes: each costs more than what it finds, and none is run for each member."""

import pytest

from bots.chat.results.gigs import StandingShown
from core.ids import Platform
from core.scheduling.commitments.commitment import Phase
from core.scheduling.commitments.rehearsals import ConfirmAsked
from tests.fakes.counting import statements
from tests.fakes.rehearsing import said

ROOM = {"on": Platform.DISCORD, "where": "room"}
PROPOSING, CONFIRMING, ANSWERING = 16, 14, 12


async def band_of(stage, people, **where):
    """The Owls with so many members; Ana owns the band."""
    await stage.says("Ana", "/band create The Owls city: Leeds", **where)
    await joined_by(stage, range(1, people), **where)


async def joined_by(stage, numbers, **where):
    for number in numbers:
        invited = await stage.says("Ana", "/band invite part: horns", on=where.get("on", Platform.CONSOLE))
        await stage.says(f"P{number}", f"/join {invited.result.invited.code}", **where)


async def counted(turn):
    """What comes of a turn, and how many statements it takes."""
    with statements() as seen:
        answer = await turn
    return answer, len(seen)


async def proposed_and_confirmed(stage, when):
    found = await stage.says("Ana", f"/rehearse {when}")
    card, proposing = await counted(stage.presses("Ana", found, "Propose 1"))
    done, confirming = await counted(stage.presses("Ana", card, "Confirm"))
    assert done.result.standing.phase is Phase.CONFIRMED
    return proposing, confirming


@pytest.mark.parametrize("where", [{}, ROOM], ids=["in private", "in the band's channel"])
@pytest.mark.parametrize("people", [4, 9])
async def test_a_line_up_is_loaded_once_however_many_play(stage, people, where):
    await band_of(stage, people, **where)
    found = await stage.says("Ana", "/rehearse Tue 1 Dec", **where)
    card, proposing = await counted(stage.presses("Ana", found, "Propose 1", **where))
    assert isinstance(card.result, StandingShown)
    assert len(said(card.result)) == people
    _, answering = await counted(stage.presses("P1", card, "I can", **where))
    done, confirming = await counted(stage.presses("Ana", card, "Confirm", **where))
    assert done.result.standing.phase is Phase.CONFIRMED
    assert proposing <= PROPOSING
    assert answering <= ANSWERING
    assert confirming <= CONFIRMING


async def test_more_members_take_no_more_statements(stage):
    await band_of(stage, 4)
    first = await proposed_and_confirmed(stage, "Tue 1 Dec")
    await joined_by(stage, range(4, 9))
    assert await proposed_and_confirmed(stage, "Wed 2 Dec") == first


async def test_worries_take_no_more_statements(stage):
    await band_of(stage, 4)
    found = await stage.says("Ana", "/rehearse Tue 1 Dec")
    card = await stage.presses("Ana", found, "Propose 1")
    for name in ("P1", "P2", "P3"):
        await stage.says(name, "/busy Tue 1 Dec")
    asked, asking = await counted(stage.presses("Ana", card, "Confirm"))
    assert isinstance(asked.result, ConfirmAsked)
    assert len(asked.result.standing.worries) == 3
    _, confirming = await counted(stage.presses("Ana", asked, "Confirm anyway"))
    assert asking <= CONFIRMING
    assert confirming <= CONFIRMING
