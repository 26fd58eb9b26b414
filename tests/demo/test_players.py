"""The others: they answer what they are asked, as their diaries say, unless somebody sits there for them."""


async def applied(visitor, *lines):
    return await visitor.types("/tour off", *lines)


async def test_all_say_yes_where_all_are_free(visitor):
    shown = await applied(visitor, "/apply Fri 11 Dec The Heron")
    assert any(text.startswith("🟢 Jo can play") for text in shown)
    assert "Pending" in (await visitor.types("/applications"))[-1]


async def test_a_player_on_whom_the_night_hangs_says_no(visitor):
    shown = await applied(visitor, "/apply Sat 12 Dec The Heron")
    assert any(text.startswith("🟡 Bo can't play") or "Sam" in text for text in shown)
    assert "Pending" not in (await visitor.types("/applications"))[-1]


async def test_nobody_answers_for_the_one_at_the_terminal(visitor):
    await visitor.types("/tour off")
    await visitor.types("/apply Fri 11 Dec The Heron", alone=True)
    shown = await visitor.types("/as Bo")
    assert shown[-1].startswith("🎤 Can you play Fri 11 Dec, The Heron, Leeds, with The Foxes?")
    shown = await visitor.types("[No]")
    assert any(text.startswith("🎤 You can't play") for text in shown)
    await visitor.types("/as Ana")
    assert "Pending" not in (await visitor.types("/applications"))[-1]


async def test_messages_wait_for_those_who_do_nothing_by_themselves(visitor):
    await applied(visitor, "/apply Fri 11 Dec The Heron")
    assert any(text.startswith("🎤 The Foxes apply") for text in await visitor.types("/as Dana"))
    assert len(await visitor.types("/as Ana")) == 1
    assert len(await visitor.types("/as Dana")) == 1


async def test_only_what_the_one_at_the_terminal_sees_is_shown(visitor):
    await visitor.types("/apply Fri 11 Dec The Heron")
    assert {name for name, _ in visitor.seen} == {"Ana"}


async def test_a_transcript_s_next_speaker_sits_down(visitor):
    await visitor.session.table.typed("Cy", "/mine")
    assert visitor.name == "Cy"
    assert visitor.seen[-1][0] == "Cy"


async def test_who_is_in_town(visitor):
    text = (await visitor.types("/who"))[-1]
    assert "The Foxes, Leeds: Ana (vocals), Bo (drums), Cy (bass), Jo (guitar) and Sam (drums, dep)" in text
    assert "Mill Lane Social, Bradford: Omar" in text
