"""A town in which everything has happened once: every kind of change, of notice and of question.

It was played with the program of November 2026, and what came of it is kept beside this file (make.py). A later
program plays it differently; what is kept stays as it is.
"""

from dataclasses import dataclass, field

from sqlalchemy import select

from bots.chat.reply import Action, Door, Form, Reply
from bots.chat.turn import PressedButton
from core.ids import AccountRef, CommitmentId, FeedId, Platform
from core.scheduling.commitments.notices import AnswersDue
from core.scheduling.diary.notices import FeedFailing, FeedRead
from storage.turns.tables import change
from tests.fakes.stage import Stage

CONSOLE, TELEGRAM = Platform.CONSOLE, Platform.TELEGRAM
QUESTIONS = (
    ("Bo", "/busy"),
    ("Bo", "/busy every blue moon"),
    ("Bo", "/busy 5/6"),
    ("Bo", "/free"),
    ("Bo", "/maybe the weekend of the 40th"),
    ("Bo", "/forget tuesday"),
    ("Bo", "/timezone Springfield"),
    ("Ana", "/why"),
    ("Ana", "/why next week"),
    ("Ana", "/green sometime"),
    ("Ana", "/rehearse sometime"),
    ("Ana", "/rehearse next month hours: 2"),
    ("Ana", "/gig"),
    ("Ana", "/gig Fri 18 Dec"),
    ("Ana", "/gigs sometime"),
    ("Ana", "/move"),
    ("Ana", "/band member Cy"),
    ("Ana", "/band edit"),
    ("Ana", "/band edit field: evening"),
    ("Ana", "/band edit field: city value: Springfield"),
    ("Ana", "/band invite role: king"),
    ("Ana", "/band create"),
    ("Ana", "/band create The Hares"),
    ("Cy", "/import"),
    ("Cy", "/join"),
    ("Cy", "/link"),
    ("Cy", "/mine sometime"),
    ("Cy", "/profile"),
    ("Cy", "/settings"),
    ("Cy", "/share"),
    ("Ana", "/share sometime"),
    ("Bo", "/forget the week thing"),
)
"""Asked in a channel of its own each, so that none sets another aside."""


@dataclass
class Recorded:
    """What can be pressed, by whom and where."""

    stage: Stage
    presses: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    """Name, platform, channel ("" in private), label, token."""

    def note(self, name: str, where: str | None, reply: Reply, on: Platform = CONSOLE) -> None:
        """Keep the buttons of an answer."""
        for button in (button for row in reply.buttons for button in row):
            if isinstance(button, Form):
                token = self.stage.dispatcher.tokens.encode("answer", (button.pending,))
            else:
                assert isinstance(button, Action | Door)
                if button.payload is None:
                    continue
                token = self.stage.dispatcher.tokens.encode(button.payload.verb, button.payload.ids)
            if not any((name, token) == (each[0], each[-1]) for each in self.presses):
                self.presses.append((name, on, where or "", button.label, token))

    async def does(self, name: str, line: str, *labels: str, where=None, on=CONSOLE):
        """Say a line, then press one button after the other."""
        answer = await self.stage.says(name, line, where=where, on=on)
        self.note(name, where, answer.reply, on)
        for label in labels:
            answer = await self.stage.presses(name, answer, label, where=where, on=on)
            self.note(name, where, answer.reply, on)
        return answer

    async def undoes_last(self, name: str, units) -> None:
        """Take back what no [Undo] stands under."""
        async with units.read() as unit:
            query = select(change.c.id).order_by(change.c.id.desc())
            number = (await unit._statements.row(query)).id
        answer = await self.stage.does(
            name, PressedButton(self.stage.dispatcher.tokens.encode("undo", (number,)))
        )
        self.note(name, None, answer.reply)

    async def asked(self) -> None:
        """Every question, each in a channel of its own."""
        for number, (name, line) in enumerate(QUESTIONS):
            await self.does(name, line, where=f"room{number}")


async def play(stage: Stage, units, clock) -> Recorded:
    """All of it."""
    town = Recorded(stage)
    await _bands(town)
    await _diaries(town)
    await _rehearsals(town, units, clock)
    await _themselves(town)
    async with units.write() as unit:
        bo, _ = await unit.people.by_account(AccountRef(CONSOLE, "Bo"))
        ana, _ = await unit.people.by_account(AccountRef(CONSOLE, "Ana"))
        now = clock.now()
        await unit.outbox.put(FeedRead(FeedId(1), 12, 1), to=bo.id, key="snapshot:read", due=now)
        failing = FeedFailing(FeedId(1), "gone", lasting=True)
        await unit.outbox.put(failing, to=bo.id, key="snapshot:failing", due=now)
        due = AnswersDue(CommitmentId(1), 1)
        await unit.outbox.put(due, to=ana.id, key="snapshot:due", due=now)
    await town.asked()
    return town


async def _joins(town: Recorded, band: str, owner: str, *names: str) -> None:
    for name in names:
        invited = await town.does(owner, f"/band invite part: drums band: {band}")
        await town.does(name, f"/join {invited.result.invited.code}")


async def _bands(town: Recorded) -> None:
    await town.does("Ana", "/band create The Foxes city: Leeds")
    await _joins(town, "The Foxes", "Ana", "Bo", "Cy", "Dee", "Gus")
    await town.does("Ana", "/band invite", "Revoke")
    await town.does("Ana", "/band invites")
    await town.does("Ana", "/band edit field: genres value: indie, punk")
    await town.does("Ana", "/band edit field: name value: The Wolves", "Undo")
    await town.does("Ana", "/band edit field: evening value: 19:00-22:00")
    await town.does("Ana", "/band edit field: length value: 3 h", "Undo")
    await town.does("Ana", "/band member Cy part: bass")
    await town.does("Ana", "/band member Cy required: no", "Undo", "Redo", "Undo")
    await town.does("Ana", "/band bind", where="rehearsals")
    await town.does("Ana", "/band bind", where="backstage")
    await town.does("Ana", "/band unbind", where="backstage")
    await town.does("Eve", "/band create The Hares city: Sheffield")
    await _joins(town, "The Hares", "Eve", "Fay", "Bo")
    await town.does("Eve", "/band member Fay", "Hand over")
    await town.does("Jon", "/band create The Moles city: Leeds")
    await _joins(town, "The Moles", "Jon", "Kay", "Lou")
    await town.does("Jon", "/band member Lou", "Remove", "Remove")
    await town.does("Jon", "/band member Kay", "Hand over", "Hand over")
    await town.does("Ana", "/band member Dee", "Remove")
    await town.does("Gus", "/band leave")
    open_ = await town.does("Ana", "/band invite part: keys")
    await town.does("Max", f"/start join_{open_.result.invited.code}")


async def _diaries(town: Recorded) -> None:
    await town.does("Bo", "/timezone London")
    await town.does("Bo", "/timezone New York", "Undo")
    await town.does("Cy", "/timezone Lisbon")
    await town.does("Bo", "/busy every Tuesday from 18:00 to 23:00")
    await town.does("Bo", "/busy 3-6 Dec")
    await town.does("Bo", "/maybe Fri 11 Dec", "Undo", "Redo")
    await town.does("Bo", "/free Sat 5 Dec", "Undo")
    await town.does("Ana", "/busy Wednesdays member: Bo")
    await town.does("Ana", "/maybe 9 Dec member: Bo", "Undo")
    await town.does("Bo", "/mine March", "March as usual")
    await town.does("Bo", "/mine April", "April as usual", "Undo")
    await town.does("Bo", "/mine December", "1", "Tue 15 Dec")
    await town.does("Bo", "/mine", "1", "Tue 8 Dec", "Undo")
    await town.does("Ana", "/green March", "Picture")
    await town.does("Ana", "/green next 12 months")
    await town.does("Ana", "/green March", "Nudge 2")
    await town.does("Ana", "/why Tue 1 Dec")
    await town.does("Bo", "/busy every Thursday 3-5am", where=None)
    await town.does("Bo", "/forget thursday")


async def _rehearsals(town: Recorded, units, clock) -> None:
    found = await town.does("Ana", "/rehearse next week")
    await town.stage.presses("Ana", found, "Propose 1")
    clock.advance(minutes=5)
    card = await town.does("Ana", "/gigs", "1")
    for name, label in (("Bo", "I can"), ("Cy", "I can't"), ("Dee", "Maybe")):
        answer = await town.stage.presses(name, card, label)
        town.note(name, None, answer.reply)
    await town.stage.presses("Dee", card, "I can")
    await town.undoes_last("Dee", units)
    await town.does("Ana", "/gig Fri 18 Dec 20:00-23:00 place: The Heron")
    await town.does("Ana", "/gig Sat 19 Dec 20:00-23:00 place: The Crown", "Cancel", "Call it off")
    await town.does(
        "Ana", "/gig Sun 20 Dec 20:00-23:00 place: The Crown", "Cancel", "Call it off", "Put back"
    )
    await town.does("Ana", "/gig Sat 26 Dec 20:00-23:00 place: The Heron", "Move")
    await town.does("Ana", "Sat 26 Dec 21:00-23:30")
    found = await town.does("Ana", "/rehearse 14-20 December")
    card = await town.stage.presses("Ana", found, "Propose 2")
    town.note("Ana", None, card.reply)
    for name in ("Bo", "Cy", "Dee"):
        await town.stage.presses(name, card, "I can")
    await town.stage.presses("Dee", card, "I can't")
    confirmed = await town.stage.presses("Ana", card, "Confirm")
    town.note("Ana", None, confirmed.reply)
    anyway = await town.stage.presses("Ana", confirmed, "Confirm anyway")
    town.note("Ana", None, anyway.reply)
    await town.stage.presses("Bo", card, "I can't")
    for day in range(1, 12):
        await town.does("Ana", f"/gig {day} May 2027 20:00-23:00")
        await town.does("Dee", f"/busy {day} June 2027")
    await town.does("Ana", "/gigs May 2027")
    await town.does("Dee", "/mine June 2027")
    await town.does("Dee", "/mine")
    clock.advance(minutes=5)


async def _themselves(town: Recorded) -> None:
    await town.does("Cy", "/profile name: Cyril instruments: bass, vocals")
    await town.does("Cy", "/profile name: Cyrus", "Undo")
    await town.does("Cy", "/settings", "Only when I say")
    await town.does("Cy", "/settings", "English (US)", "Undo")
    await town.does("Cy", "/import https://calendar.example.org/cy.ics")
    await town.does("Bo", "/import https://calendar.example.org/bo.ics", "Remove")
    await town.does("Bo", "/import https://calendar.example.org/bo2.ics")
    await town.does("Bo", "/import")
    for name in ("Cy", "Eve"):
        given = await town.does(name, "/link")
        await town.does(name, f"/link {given.result.offered.code}", on=TELEGRAM)
    linked = await town.does("Eve", "/link")
    label = next(each[3] for each in town.presses[::-1] if "unlinkask" in each[4])
    asked = await town.stage.presses("Eve", linked, label)
    town.note("Eve", None, asked.reply)
    await town.stage.presses("Eve", asked, "Unlink")
    given = await town.does("Fay", "/link")
    await town.does("Fay", f"/start link_{given.result.offered.code}", on=TELEGRAM)
    await town.does("Hal", "/busy every Monday")
    await town.does("Hal", "/mydata", "Delete everything", "Delete it all")
    await town.does("Cy", "/mydata", "Delete everything")
    await town.does("Cy", "/help")
    await town.does("Cy", "/start")
    await town.does("Cy", "/profile")
    await town.does("Ana", "/band show")
    await town.does("Ana", "/band members")
    await town.does("Ana", "/share December")
    await town.does("Ana", "/gigs")
    await town.does("Ana", "/rehearse next month")
    await town.does("Ana", "/green 3am to 5am next week")
    await town.does("Bo", "/busy 14-20 December")
    await town.does("Ana", "/band leave")
    await town.does("Ivy", "/band create The Owls city: Leeds")
    await town.does("Ivy", "/band leave")
