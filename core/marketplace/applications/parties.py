"""The two sides of an application: who acts for each, what they are shown, and the letters to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.access import NotAllowed, Right, may
from core.bands import Band, Membership, Role
from core.ids import ApplicationId, PersonId, SlotId
from core.journal import Act, Gone
from core.marketplace.applications import Application, ApplicationStage, PlayerLook
from core.marketplace.applications.notices import ApplicationEnds
from core.marketplace.applications.refusals import NotTheBands
from core.marketplace.applications.store import ApplicationReach, ApplicationUnit
from core.marketplace.events import Event, Slot
from core.marketplace.posts.values import SlotKind
from core.marketplace.tickets import Counting, Viewers
from core.marketplace.tickets.nights import counts_for
from core.marketplace.venues import Promoter, Venue
from core.outbox import Letter, Notice


@dataclass(frozen=True, slots=True)
class ApplicationCard:
    """An application as it stands, for one of its sides."""

    application: Application
    event: Event
    venue: Venue
    band: Band
    stage: ApplicationStage
    members: tuple[Membership, ...] = ()
    """The band's line-up."""
    looks: tuple[PlayerLook, ...] = ()
    """What its players have answered; empty for the venue."""
    books: bool = False
    """The reader acts for the band."""
    chooses: bool = False
    """The reader acts for the venue."""
    before: bool = False
    """It was like this already; nothing changed now."""
    kit: str | None = None
    """For the venue: the address of the band's press kit, where it is switched on."""
    counting: Counting | None = None
    """How many tickets are sold, where the band is booked and the venue shows it that."""

    @property
    def slot(self) -> Slot | None:
        """The slot that is kept or booked."""
        return self.event.slot(self.application.slot)


async def locked(unit: ApplicationUnit, act: Act, which: ApplicationId) -> ApplicationReach:
    """The application and all around it, read under its event's lock. Raises Gone."""
    found = await unit.applications.get(which)
    if found is None:
        raise Gone
    await unit.events.lock(found.event)
    return await reached(unit, act.person, which)


async def reached(unit: ApplicationUnit, person: PersonId, which: ApplicationId) -> ApplicationReach:
    """The application and all around it. Raises Gone."""
    reach = await unit.applications.reach(which, person)
    if reach is None:
        raise Gone
    return reach


async def for_the_band(unit: ApplicationUnit, reach: ApplicationReach) -> None:
    """Raises NotTheBands, or NotAllowed where the caller plays in the band without booking for it."""
    if reach.books:
        return
    if reach.member is None:
        raise NotTheBands
    members = await unit.bands.members(reach.band.id)
    owners = tuple(each.name for each in members if each.role is Role.OWNER)
    raise NotAllowed(reach.band.name, Right.BOOK, owners)


def for_the_venue(reach: ApplicationReach) -> None:
    """Raises NotTheBands unless the caller acts for the venue, and Gone for what was never sent to it."""
    if not reach.chooses:
        raise NotTheBands
    if reach.application.sent_at is None and reach.member is None:
        raise Gone


def card_of(
    reach: ApplicationReach,
    *,
    now: datetime,
    application: Application | None = None,
    event: Event | None = None,
    members: Sequence[Membership] = (),
    looks: Sequence[PlayerLook] = (),
    before: bool = False,
) -> ApplicationCard:
    """The card; `application` and `event` where they have just changed."""
    shown = application or reach.application
    return ApplicationCard(
        shown,
        event or reach.event,
        reach.venue,
        reach.band,
        shown.stage(now),
        tuple(members),
        tuple(looks) if reach.member is not None else (),
        books=reach.books,
        chooses=reach.chooses,
        before=before,
    )


async def shown(
    unit: ApplicationUnit, reach: ApplicationReach, *, now: datetime, before: bool = False
) -> ApplicationCard:
    """The card with the line-up and, for the band, its players' answers."""
    members = await unit.bands.members(reach.band.id)
    looks = await unit.applications.looks(reach.event.id, reach.band.id) if reach.member else ()
    card = card_of(reach, now=now, members=members, looks=looks, before=before)
    if reach.member is None or card.stage is not ApplicationStage.CONFIRMED:
        return card
    counted = await counts_for(unit, Viewers.BANDS, [reach.event.id])
    return replace(card, counting=counted.get(reach.event.id))


def bookers(members: Iterable[Membership]) -> list[PersonId]:
    """Those who act for the band."""
    return [each.person for each in members if may(each.role, Right.BOOK)]


def speakers(promoters: Iterable[Promoter]) -> list[PersonId]:
    """Those who act for the venue."""
    return [each.person for each in promoters]


def letters(
    act: Act, notice: Notice, people: Iterable[PersonId], key: str, *, due: datetime | None = None
) -> list[Letter]:
    """One letter to each but the caller, who knows; with `due` also to the caller, since it is for later."""
    return [
        Letter(notice, each, f"{key}:{each}", due or act.at)
        for each in dict.fromkeys(people)
        if due is not None or each != act.person
    ]


def endings(application: Application, people: Iterable[PersonId], act: Act) -> list[Letter]:
    """Letters that its time is over, due when it will be; the same again are not sent twice."""
    due = application.deadline
    if due is None:
        return []
    until = due.isoformat()
    notice = ApplicationEnds(application.id, application.revision, until)
    key = f"application:ends:{application.id}:{application.revision}:{until}"
    return letters(act, notice, people, key, due=due)


def free_slots(
    event: Event,
    kind: SlotKind | None,
    others: Iterable[Application],
    now: datetime,
    *,
    but: ApplicationId | None = None,
) -> list[Slot]:
    """The open slots of a sort that are not kept for a band other than that of `but`."""
    kept: set[SlotId] = {
        each.slot
        for each in others
        if each.slot is not None and each.id != but and each.keeps(each.slot, now)
    }
    return [each for each in event.open_slots if kind in (None, each.kind) and each.id not in kept]
