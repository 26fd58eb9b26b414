"""What is done, undone and redone stands exactly as it did, after a restart and months later, too."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.journal import Gone, NotYours, Superseded
from tests.fakes.stage import Stage, make_dispatcher, text_of


async def state(book, name="Ana"):
    return await book.diary(name), (await book.person(name)).zone


@pytest.mark.parametrize(
    ("before", "act", "button"),
    [
        ((), "/busy every Tuesday evening", None),
        ((), "/busy Tue 1 Dec and every Friday 18:00-20:00", None),
        ((), "/maybe 3-10 Jan", None),
        (("/busy every Tuesday evening",), "/free Tue 1 Dec", None),
        ((), "/timezone New York", None),
        (("/busy every Tuesday evening", "/busy Sat 5 Dec"), "/timezone New York", "Same hours, new zone"),
        (("/busy every Tuesday evening", "/busy Sat 5 Dec"), "/timezone New York", "Same moments"),
    ],
)
async def test_do_undo_redo(stage, book, before, act, button):
    for text in ("/timezone London", *before):
        await stage.says("Ana", text)
    at_first = await state(book)
    done = await stage.says("Ana", act)
    if button:
        done = await stage.presses("Ana", done, button)
    after = await state(book)
    assert after != at_first
    undone = await stage.presses("Ana", done, "Undo")
    assert await state(book) == at_first
    redone = await stage.presses("Ana", undone, "Redo")
    assert await state(book) == after
    await stage.presses("Ana", redone, "Undo")
    assert await state(book) == at_first


async def test_the_first_zone_is_undone_to_none_and_guesses_go_back(stage, book):
    await stage.says("Ana", "/busy Tue 1 Dec")
    at_first = await state(book)
    done = await stage.says("Ana", "/timezone New York")
    after = await state(book)
    undone = await stage.presses("Ana", done, "Undo")
    assert await state(book) == at_first
    await stage.presses("Ana", undone, "Redo")
    assert await state(book) == after


async def test_undo_still_works_after_a_restart_and_months_later(stage, book, units, clock):
    done = await stage.says("Ana", "/busy Tue 1 Dec")
    clock.advance(days=200)
    later = Stage(make_dispatcher(units, clock), stage.causes)
    undone = await later.presses("Ana", done, "Undo")
    assert "Undone" in text_of(undone.reply)
    assert await book.diary("Ana") == []


async def test_somebody_else_s_undo_is_refused(stage, book):
    done = await stage.says("Ana", "/busy Tue 1 Dec")
    undone = await stage.presses("Eve", done, "Undo")
    assert isinstance(undone.result, NotYours)
    assert await book.kinds("Ana") == ["busy"]


async def test_what_is_not_undoable_has_no_undo_button_by_guessing_either(foxes):
    from bots.chat.turn import PressedButton

    for change in range(1, 6):
        token = foxes.dispatcher.tokens.encode("undo", (change,))
        answer = await foxes.does("Ana", PressedButton(token))
        assert isinstance(answer.result, Gone | NotYours)


async def test_a_zone_set_again_since_stays(stage, book):
    await stage.says("Ana", "/timezone London")
    first = await stage.says("Ana", "/timezone New York")
    await stage.says("Ana", "/timezone Berlin")
    answer = await stage.presses("Ana", first, "Undo")
    assert isinstance(answer.result, Superseded)
    assert text_of(answer.reply).splitlines() == [
        "Your zone has been set again since, so that stays.",
        "Set it: /timezone",
    ]
    assert (await book.person("Ana")).zone == "Europe/Berlin"


async def test_undo_of_an_older_word_leaves_the_later_ones(stage, book):
    first = await stage.says("Ana", "/busy Tue 1 Dec")
    await stage.says("Ana", "/maybe Fri 11 Dec")
    await stage.presses("Ana", first, "Undo")
    assert await book.kinds("Ana") == ["maybe"]


async def test_redo_puts_a_word_back_in_its_old_place(stage, book):
    first = await stage.says("Ana", "/busy 1-10 Dec")
    await stage.says("Ana", "/free Tue 8 Dec")
    undone = await stage.presses("Ana", first, "Undo")
    await stage.presses("Ana", undone, "Redo")
    assert await book.kinds("Ana") == ["busy", "free"]


async def test_undo_of_a_rule_said_before_a_move_and_redo_after_it(stage, book):
    await stage.says("Ana", "/timezone London")
    done = await stage.says("Ana", "/busy every Tuesday 18:00-23:00")
    asked = await stage.says("Ana", "/timezone New York")
    await stage.presses("Ana", asked, "Same hours, new zone")
    undone = await stage.presses("Ana", done, "Undo")
    assert await book.diary("Ana") == []
    await stage.presses("Ana", undone, "Redo")
    (said,) = await book.diary("Ana")
    assert (said.rule.zone, said.rule.start.hour) == ("America/New_York", 18)


async def test_a_rule_undone_before_a_move_comes_back_in_the_new_zone(stage, book):
    await stage.says("Ana", "/timezone London")
    done = await stage.says("Ana", "/busy every Tuesday 18:00-23:00")
    undone = await stage.presses("Ana", done, "Undo")
    await stage.says("Ana", "/timezone New York")
    redone = await stage.presses("Ana", undone, "Redo")
    (said,) = await book.diary("Ana")
    # Nobody was asked what should become of it, so it keeps the zone it was said in, and says so.
    assert said.rule.zone == "Europe/London"
    assert "(London)" in text_of(redone.reply)


ACTS = st.lists(
    st.one_of(
        st.sampled_from(
            ["/busy Tue 1 Dec", "/maybe Tue 1 Dec", "/busy every Friday 18:00-20:00", "/busy 1-9 Dec"]
        ),
        st.just("/undo"),
        st.tuples(st.sampled_from(["undo", "redo"]), st.integers(0, 8)),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
async def test_the_diary_is_what_was_said_and_not_undone(acts, stage, book):
    from bots.chat.turn import PressedButton

    name = f"Ana {next(stage.causes)}"
    await stage.says(name, "/timezone London")
    changes, stands = [], {}
    for act in acts:
        if isinstance(act, str):
            answer = await stage.says(name, act)
            if act == "/undo":
                last = max((each for each in stands if stands[each]), default=None)
                if last is None:
                    return  # the zone would be next
                stands[last] = False
            elif hasattr(answer.result, "change"):
                changes.append((answer.result.change, [each.id for each in answer.result.said]))
                stands[answer.result.change] = True
        elif changes:
            verb, number = act
            change, _ = changes[number % len(changes)]
            answer = await stage.does(name, PressedButton(stage.dispatcher.tokens.encode(verb, (change,))))
            assert "broke" not in text_of(answer.reply)
            stands[change] = verb == "redo"
    expected = [rule for change, rules in changes if stands[change] for rule in rules]
    assert [said.id for said in await book.diary(name)] == expected
