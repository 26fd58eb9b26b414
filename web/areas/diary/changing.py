"""What the forms of the calendar change: each once, by the use cases that chat has, too."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request

from core import formats
from core.ids import AvailabilityId, ChangeId
from core.journal import Act, Change, ChangeRedone, ChangeUndone
from core.moments import to_wall
from core.people import Person
from core.personal_data.store import PersonalDataUnit
from core.scheduling.diary import by_hand, entries, in_words
from core.scheduling.diary.by_hand import Handled, handled_again
from core.scheduling.diary.page_changes import tell_later
from core.scheduling.diary.plans import PLANS
from core.scheduling.diary.zones import zone_of
from core.scheduling.phrases.understanding import Context
from core.scheduling.recurrence.rules import Rule
from core.undo import Undone, undone_again
from core.undo import undo as undo_change
from presentation.rules.sentences import rule_words
from web.areas.diary.sent import SentUnread, entry_of, kind_chosen, kind_of, number_of, pointed_of
from web.errors import NOT_FOUND
from web.reader import PageReader
from web.sessions import SentBefore, Submission, carried_out
from web.site import site_of

Work = Callable[[PersonalDataUnit, Act, Person, Submission], Awaitable[Handled | Undone]]


async def carried_out_once(request: Request, sent: Submission, work: Work) -> Handled | Undone:
    """Do the work, unless the same form has done it, and have it told in chat later."""

    async def worked(unit: PersonalDataUnit, act: Act) -> Handled | Undone:
        done = await work(unit, act, await unit.people.get(act.person), sent)
        if not isinstance(done, Undone):
            await tell_later(unit, act, done)
        return done

    done = await carried_out(request, sent.by, sent.cause, worked, told=False)
    if not isinstance(done, SentBefore):
        return done
    site, change = site_of(request), done.change
    async with site.units.read() as unit:
        if isinstance(change.facts, ChangeUndone):
            facts: ChangeUndone | ChangeRedone = change.facts
            taken_back = Change(change.id, change.person, change.cause, change.at, facts, change.undone)
            again = await undone_again(unit, taken_back)
            if isinstance(again, Undone):
                return again
        return await handled_again(unit, Act(change.person, change.at, change.cause), change)


async def mark(unit: PersonalDataUnit, act: Act, person: Person, sent: Submission) -> Handled:
    """Mark a span."""
    spoken = partial(_spoken, reader=sent.by.reader)
    pointed, kind = pointed_of(sent.form), kind_of(sent.form)
    return await by_hand.point_out(unit, act, person, pointed, kind, spoken=spoken)


async def words(unit: PersonalDataUnit, act: Act, person: Person, sent: Submission) -> Handled:
    """Mark what somebody says in their own words."""
    zone, kind = zone_of(person), kind_chosen(sent.form)
    locale = formats.regional(person.locale, person.zone)
    context = Context(now=to_wall(act.at, zone), zone=zone, locale=locale, habits=person.habits)
    return await in_words.mark_in_words(unit, act, person, sent.form.get("words"), kind, context=context)


async def move(unit: PersonalDataUnit, act: Act, person: Person, sent: Submission) -> Handled:
    """Move or pull an entry, or one of its dates."""
    meant, pointed = entry_of(sent.form), pointed_of(sent.form)
    await _own(unit, act, meant.rule)
    if meant.begins is None:
        raise SentUnread
    return await by_hand.move(
        unit,
        act,
        person,
        meant.rule,
        pointed,
        begins=meant.begins,
        every=meant.every,
        spoken=partial(_spoken, reader=sent.by.reader),
    )


async def remove(unit: PersonalDataUnit, act: Act, _: Person, sent: Submission) -> Handled:
    """Remove an entry, or leave one of its dates out."""
    meant = entry_of(sent.form)
    await _own(unit, act, meant.rule)
    if meant.begins is None or meant.every:
        return await entries.remove(unit, act, meant.rule)
    return await entries.spare(unit, act, meant.rule, meant.begins.date())


async def undo(unit: PersonalDataUnit, act: Act, _: Person, sent: Submission) -> Undone:
    """Take a change back."""
    change = await unit.journal.find(ChangeId(number_of(sent.form.get("change"))))
    if change is None or type(change.facts) not in PLANS:
        raise HTTPException(NOT_FOUND)
    return await undo_change(unit, act, change.id)


async def _own(unit: PersonalDataUnit, act: Act, which: AvailabilityId) -> None:
    """Raise HTTPException for an entry that never was the person's own, as for one that never was."""
    found = await unit.diaries.some([which])
    if not found or found[0].person != act.person:
        raise HTTPException(NOT_FOUND)


def _spoken(rule: Rule, reader: PageReader) -> str:
    return rule_words(rule, replace(reader, zone=rule.zone))
