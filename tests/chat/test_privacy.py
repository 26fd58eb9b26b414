"""A band sees that somebody is busy, never the words or the reason."""

from bots.chat.postman import Postman
from core.ids import Platform
from core.notices import KNOWN
from core.outbox import Sent
from jobs.outbox import OutboxWorker
from storage.outbox.claims import SqlOutboxStore
from tests.fakes.stage import text_of

SECRET_WORDS = "dentist"


class Letterbox:
    """Implements bots.chat.postman.Messenger, keeping what was told."""

    def __init__(self):
        self.told = []

    def reach(self):
        from core.outbox import Reach

        return Reach(Platform.CONSOLE)

    async def send(self, to, reply, *, nonce):
        self.told.append((to.account.key, reply))
        return Sent()


async def test_words_and_reasons_stay_with_their_owner(foxes, book):
    await foxes.says("Bo", "/busy Tue 1 Dec, dentist")
    assert [SECRET_WORDS in said.words for said in await book.diary("Bo")] == [True]
    for who in ("Ana", "Cy"):
        for text in (
            "/green",
            "/green Tue 1 Dec",
            "/band members",
            "/band show",
            "/mine",
            "/green December without: Bo",
        ):
            answer = await foxes.says(who, text)
            assert SECRET_WORDS not in text_of(answer.reply), text
            assert SECRET_WORDS not in repr(answer.result), text
    assert "Bo" in text_of((await foxes.says("Ana", "/green Tue 1 Dec")).reply)


async def test_a_band_never_sees_another_band_s_name_by_way_of_a_member(foxes):
    await foxes.says("Bo", "/band create Secret Side Project city: Leeds")
    for text in ("/green", "/band members", "/band show"):
        assert "Secret" not in text_of((await foxes.says("Ana", text)).reply)


async def test_a_notice_says_who_joined_and_why_it_was_sent_and_nothing_else(foxes, units, engine, clock):
    await foxes.says("Di", "/busy Tue 1 Dec, dentist")
    code = (await foxes.says("Ana", "/band invite part: bass")).result.invited.code
    letterbox = Letterbox()
    worker = OutboxWorker(
        SqlOutboxStore(engine, KNOWN), Postman(units, clock, {Platform.CONSOLE: letterbox}, "test"), clock
    )
    while await worker.run_once():
        pass
    letterbox.told.clear()
    await foxes.says("Di", f"/join {code}")
    while await worker.run_once():
        pass
    ((key, reply),) = letterbox.told
    assert key == "Ana"
    assert text_of(reply).splitlines() == [
        "🎸 Di has joined The Foxes",
        "As a member on bass. There are 4 of you now.",
        "Who is in it: /band members",
        "Sent because you own The Foxes.",
    ]


async def test_a_notice_about_somebody_who_has_left_again_is_dropped(foxes, units, engine, clock):
    letterbox = Letterbox()
    worker = OutboxWorker(
        SqlOutboxStore(engine, KNOWN), Postman(units, clock, {Platform.CONSOLE: letterbox}, "test"), clock
    )
    while await worker.run_once():
        pass
    letterbox.told.clear()
    code = (await foxes.says("Ana", "/band invite")).result.invited.code
    await foxes.says("Di", f"/join {code}")
    await foxes.says("Di", "/band leave")
    while await worker.run_once():
        pass
    assert letterbox.told == []


async def test_suggestions_show_the_asker_only_what_is_the_asker_s(foxes):
    from bots.chat.suggestions import suggest
    from core.ids import AccountRef

    async def suggested(name, command, argument, typed=""):
        return [
            each.label
            for each in await suggest(
                foxes.dispatcher,
                account=AccountRef(Platform.CONSOLE, name),
                locale="en-GB",
                chat=foxes.chat(Platform.CONSOLE, name, None),
                command=command,
                argument=argument,
                typed=typed,
            )
        ]

    assert await suggested("Ana", "green", "band") == ["The Foxes"]
    assert await suggested("Ana", "green", "without") == ["Ana", "Bo", "Cy"]
    assert await suggested("Eve", "green", "band") == []
    assert await suggested("Eve", "green", "without") == []
    assert await suggested("Ana", "busy", "when", "every Tuesday evening") == [
        "every Tuesday, 18:00-23:00, from Tue 24 Nov"
    ]
    assert await suggested("Ana", "busy", "when", "x" * 101) == []
    assert await suggested("Eve", "timezone", "place", "Leed") != []


async def test_markup_in_names_goes_through_as_data(stage):
    name = "<b>A</b> *_~`|\\ @everyone <@123> [x](http://x.example)"
    await stage.says(name, "/band create {nobody} {0} %s city: Leeds")
    shown = text_of((await stage.says(name, "/band members")).reply)
    assert name in shown
    assert "{nobody} {0} %s" in shown
    asked = await stage.says(name, "/green without: {nobody}")
    assert "Nobody called {nobody} plays there." in text_of(asked.reply)
