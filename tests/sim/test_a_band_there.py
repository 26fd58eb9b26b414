"""A band before the simulators: its members, places and profile; when it can play, why not, and who has looked."""

from tests.sim.people import MARKS, weekdays

pytestmark = MARKS


async def test_places_in_the_band_are_changed_and_everybody_concerned_is_told(band):
    ana, guild = band.ana, band.guild
    joined = await ana.reads("Cy has joined The Foxes")
    assert "Sent because you own The Foxes" in joined.text
    made = await band.bo.reads("Ana has changed your details in The Foxes")
    assert "Role: owner" in made.text
    card = await ana.does("/band member Cy", "Cy in The Foxes", guild)
    assert card.private
    await ana.does("[Part]", "What does Cy play?", guild)
    await ana.answers("drums", "Part: drums (was: no part yet)", guild)
    await ana.does("[Change more]", "drums", guild)
    await ana.does("[Optional]", "Needed: optional", guild)
    await ana.does("[Undo]", "Undone", guild)
    await ana.does("[Redo]", "optional", guild)
    told = await band.cy.reads("Ana has changed your details in The Foxes")
    assert "Sent because you play in The Foxes" in told.text

    bo, zoe = band.bo, band.zoe
    await bo.does("/band member Zoe", "Zoe in The Foxes", band.group)
    await bo.does("[Part]", "What does Zoe play?")
    await bo.does("bass", "Part: bass (was: no part yet)")
    await bo.does("[Change more]", "bass")
    await bo.does("[Make booker]", "Role: booker (was: member)")
    await zoe.reads("Bo has changed your details in The Foxes")
    await bo.does("[Change more]", "booker")
    await bo.does("[Hand over]", "Hand The Foxes over to Zoe?")
    await bo.does("[Keep it]", "Zoe in The Foxes")
    await bo.does("[Hand over]", "Hand The Foxes over to Zoe?")
    await bo.does("[Hand over]", "Zoe owns The Foxes now")
    await zoe.reads("The Foxes", "dm")
    await zoe.does("/band member Cy", "Cy in The Foxes")
    await zoe.does("[Remove]", "Remove Cy from The Foxes?")
    await zoe.does("[Keep]", "Cy in The Foxes")
    await zoe.does("[Remove]", "Remove Cy from The Foxes?")
    await zoe.does("[Remove]", "Cy is out of The Foxes")
    await band.cy.reads("The Foxes")
    own = await bo.does("/band member Bo", "Bo (you) in The Foxes")
    assert own.labels == ["Part"]


async def test_the_profile_of_the_band_its_invites_and_its_places(band):
    ana, bo, guild, group = band.ana, band.bo, band.guild, band.group
    link = await ana.does("/band edit field: instagram value: @thefoxes", "www.instagram.com/thefoxes", guild)
    assert link.private
    await ana.does("[Undo]", "Undone", guild)
    await ana.does("/band edit field: instagram value: @thefoxes", "www.instagram.com/thefoxes", guild)
    await ana.does("/band edit field: city value: New York", "Does the band's clock move", guild)
    await ana.does("[Keep the clock]", "New York City", guild)
    await ana.does("/band edit field: genres", "What should it be for The Foxes", guild)
    await ana.answers("indie, punk", "indie and punk", guild)
    await bo.does("/band edit", "what you can change")
    await bo.does("/band edit field: website", "What should it be for The Foxes", group)
    await bo.does("https://foxes.example", "https://foxes.example")
    await bo.does("/band edit field: evening value: 19:00-23:00", "19:00-23:00", group)
    await bo.does("/band edit field: spotify value: javascript:alert(1)", "Spotify", group)
    shown = await bo.does("/band show", "Website · Instagram", group)
    assert not shown.private
    links = [each.get("url") for each in shown.message.entities if each["type"] == "text_link"]
    assert links == ["https://foxes.example/", "https://www.instagram.com/thefoxes"]

    listed = await bo.does("/band invites", "1 open invite", group)
    assert listed.private
    await bo.does("[Revoke 1]", "that invite no longer lets anybody into The Foxes")
    await bo.does("[Open invites]", "The Foxes has no open invites")
    await ana.does("/band invites", "The Foxes has no open invites", guild)

    freed = await bo.does("/band unbind", "no longer belongs to The Foxes", group)
    assert not freed.private
    await bo.does("/band bind band: The Foxes", "You don't have to name the band in this group", group)
    await ana.does("/band unbind", "no longer belongs to The Foxes", guild)
    await ana.does("/band bind", "You don't have to name the band on this server", guild)
    await ana.does("/band bind to: channel", "You don't have to name the band in this channel", guild)


async def test_green_zones_with_picture_nudge_and_reasons(band):
    ana, zoe, bo, cy = band.ana, band.zoe, band.bo, band.cy
    (soon,) = weekdays(1)
    await cy.does(f"/busy every {soon:%A} evening", f"Busy every {soon:%A}")
    places = ((ana, band.guild, False), (bo, band.group, False), (zoe, "dm", True), (cy, None, True))
    for who, where, private in places:
        green = await who.does("/green", "The Foxes, ", where)
        assert green.private == private
        assert " more after that." in green.text
        assert "Cy busy 18:00-23:00" in green.text
        drawn = await who.does("[Picture]", f"Short by one, or a maybe: {soon:%a}", where)
        assert drawn.files["calendar.png"].startswith(b"\x89PNG")
        assert drawn.private == private
        await who.does("[More]", " more after that.", where, on=green)
        day = await who.does(f"/why {soon:%A}", "Cy: busy 18:00-23:00", where)
        assert day.private == private
        await who.does("[Day after]", "Everybody who has to be there is free", where)
        await who.does("[Day before]", "amber", where)
        usual = await who.does("/green next four weeks", "have confirmed", where)
        if who is ana:
            nudged = await ana.does("[Nudge 3]", "Nudged Zoe, Bo and Cy", where)
            assert nudged.private
            await ana.does("[Nudge 3]", "once a week is enough", where, on=usual)
            asked = [await each.reads("The Foxes would like to plan") for each in (zoe, bo, cy)]
        await who.does(
            "[All as usual]", "as usual, confirmed", where if private or who is ana else None, on=usual
        )
    for who, notice in zip((zoe, bo, cy), asked, strict=True):
        assert "Sent because Ana plans for The Foxes" in notice.text
        await who.does("[My diary]", "Your diary", on=notice)
    await ana.does("/green next four weeks", "All 4 have confirmed", band.guild)
    await zoe.does("/green next four weeks without: Cy", "The Foxes without Cy")
    await bo.does("/green as a three-piece", "for 3 of you", band.group)


async def test_words_to_share_go_to_who_may_share(band):
    shared = await band.ana.does("/share", "words to copy", band.guild)
    assert shared.private
    assert "free to play" in shared.text
    for who, where in ((band.bo, band.group), (band.bo, None)):
        shared = await who.does("/share next three weeks", "words to copy", where)
        assert shared.private
        assert any(each["type"] == "pre" for each in shared.message.entities)
    refused = await band.zoe.does("/share", "Your role does not let you share", band.guild)
    assert refused.private
    await band.cy.does("/share", "Your role does not let you share")
