"""Rehearsals and gigs before the simulators: found, proposed, answered by several on one card, moved, called off."""

from datetime import date, timedelta

from tests.sim.people import MARKS

pytestmark = MARKS


async def test_a_rehearsal_is_settled_on_one_card_in_a_channel(band):
    ana, zoe, bo, cy, guild = band.ana, band.zoe, band.bo, band.cy, band.guild
    found = await ana.does("/rehearse next three weeks", "The Foxes could rehearse 3 h", guild)
    assert not found.private
    await ana.does("[More]", "4. ", guild)
    card = await ana.does("[Propose 4]", "can you?", guild)
    for who in (bo, cy):
        asked = await who.reads("Ana proposes a rehearsal of The Foxes")
        assert "I can't" in asked.labels
    seen = await zoe.does("[I can]", "Can: Ana and Zoe", guild)
    assert seen.message is card.message
    await ana.does("[Maybe]", "Maybe: Ana", guild, on=card)
    await ana.does("[I can]", "Can: Ana and Zoe", guild, on=card)
    await bo.does("[I can]", "Can: Ana, Zoe and Bo")
    await cy.does("[I can't]", "Can't: Cy")
    stands = await ana.does("[Answers]", "Can't: Cy", guild, on=card)
    assert stands.message is card.message
    refused = await zoe.does("[Confirm]", "Your role does not let you settle dates", guild, on=card)
    assert refused.private
    await ana.does("[Confirm]", "Cy has said no", guild, on=card)
    await ana.does("[Confirm anyway]", "It is on: rehearsal of The Foxes", guild, on=card)
    for who in (zoe, bo, cy):
        await who.reads("It is on: rehearsal of The Foxes")
    await ana.does("[Place]", "Where is the rehearsal", guild, on=card)
    await ana.answers("Unit 4", "is at Unit 4", guild)
    await ana.does("[Move]", "When should the rehearsal be instead?", guild, on=card)
    await ana.answers("an hour later", "has moved", guild)
    await cy.reads("has moved")
    stale = await zoe.does("[I can't]", "It has moved since, so your answer was not kept", guild, on=card)
    assert stale.message is card.message
    await ana.does("[Cancel]", "Call off the rehearsal", guild, on=card)
    await ana.does("[Keep it]", "It is on", guild, on=card)
    await ana.does("[Cancel]", "Call off the rehearsal", guild, on=card)
    off = await ana.does("[Call it off]", "Called off", guild, on=card)
    assert off.labels == ["Put back"]
    await bo.reads("Ana has called it off. That time is yours again.")
    await ana.does("[Put back]", "It is on", guild, on=card)
    await bo.reads("Back in the diary")
    listed = await zoe.does("/gigs", "1 to come", guild)
    assert not listed.private
    await zoe.does("[1]", "Where", guild, on=listed)


async def test_a_rehearsal_is_settled_on_one_card_in_a_group(band):
    ana, zoe, bo, cy, group = band.ana, band.zoe, band.bo, band.cy, band.group
    await bo.does("/rehearse next three weeks place: Unit 5 hours: 2", "At Unit 5.", group)
    card = await bo.does("[Propose 2]", "can you?", group)
    for who in (ana, zoe):
        await who.reads("Bo proposes a rehearsal of The Foxes")
    seen = await cy.does("[I can]", "Can: Bo and Cy", group)
    assert seen.message is card.message
    await bo.does("[Maybe]", "Maybe: Bo", group, on=card)
    await bo.does("[I can]", "Can: Bo and Cy", group, on=card)
    await ana.does("[I can]", "Can: Ana, Bo and Cy")
    await zoe.does("[I can]", "Everybody who has to be there can")
    await cy.does("[Answers]", "Can: Ana, Zoe, Bo and Cy", group, on=card)
    await cy.does("[Confirm]", "Your role does not let you settle dates", group, on=card)
    await bo.does("[Confirm]", "It is on: rehearsal of The Foxes", group, on=card)
    await cy.reads("It is on: rehearsal of The Foxes", group)
    await bo.does("[Move]", "private chat", group, on=card)
    await bo.reads("When should the rehearsal be instead?")
    await bo.does("an hour later", "has moved")
    for who in (ana, zoe, cy):
        await who.reads("has moved")
    stale = await cy.does("[I can't]", "It has moved since, so your answer was not kept", group, on=card)
    assert stale.message is card.message
    await bo.does("[Cancel]", "Call off the rehearsal", group, on=card)
    await bo.does("[Call it off]", "Called off", group, on=card)
    await zoe.reads("Bo has called it off")
    await bo.does("[Put back]", "It is on", group, on=card)
    listed = await cy.does("/gigs", "1 to come", group)
    assert not listed.private
    await cy.does("[1]", "Unit 5", group, on=listed)


async def test_gigs_are_entered_moved_and_block_the_players(band):
    ana, zoe, bo, cy = band.ana, band.zoe, band.bo, band.cy
    stretches = [f"{date.today() + timedelta(days=days):%d %b %Y}" for days in (20, 21)]
    for who, where, night in ((ana, band.guild, stretches[0]), (bo, band.group, stretches[1])):
        card = await who.does(
            f"/gig {night} 20:00-23:00 place: The Heron", "It is on: gig of The Foxes", where
        )
        assert not card.private
    for who in (zoe, cy):
        await who.reads("Bo has entered a gig of The Foxes")
    moved = await ana.does(f"/move {stretches[0]} 21:00", "Which one in the diary of The Foxes?", band.guild)
    await ana.does(f"[{moved.labels[0]}]", "has moved", band.guild)
    await cy.does("/move an hour later", "Which one in the diary of The Foxes?", band.group)
    for who, where in ((cy, None), (zoe, band.guild)):
        clash = await who.does(f"/busy {stretches[1]}", "That clashes with your gig with The Foxes", where)
        assert clash.private
        await who.does("[Tell them]", "You are down as not coming", where)
        await ana.reads("Cy can't make it" if who is cy else "Zoe can't make it")
    listed = await bo.does("/gigs", "2 to come", band.group)
    assert "The Heron" in listed.text
    await zoe.does("/gigs", "2 to come", "dm")
    await zoe.does("/mine", "gig with The Foxes", "dm")
    # Who plays there is busy in any other band.
    await bo.does("/band create The Owls city: Leeds", "The Owls is here")
    free = await bo.does(f"/why {stretches[1]} band: The Owls", "The Owls")
    assert "The Heron" not in free.text
    assert "Bo: busy 20:00-23:00" in free.text
