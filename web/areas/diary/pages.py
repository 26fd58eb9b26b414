"""The calendar's page, what is in it for its script, and the forms by which it is changed."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from core import formats
from core.access import Right, may
from core.bands import Band
from core.errors import Refusal
from core.ids import AvailabilityId
from core.journal import NotYours
from core.people import Person
from core.personal_data.store import PersonalDataUnit
from core.scheduling.availability.ports import Availability
from core.scheduling.diary.calendar import LONGEST_WINDOW, calendar_of
from core.scheduling.diary.overview import mine
from core.scheduling.diary.zones import zone_of
from core.scheduling.green.in_a_zone import green_in_zone
from core.scheduling.recurrence.expansion import next_occurrences
from presentation.rules.sentences import entry_words
from web.areas.diary import changing
from web.areas.diary.answers import PageAnswer, answer_of, hours_words, refusal_of
from web.areas.diary.doors import CalendarDoor
from web.areas.diary.sent import SentUnread, day_of
from web.areas.diary.shown import things_of
from web.errors import NOT_FOUND
from web.forms import SentForm
from web.pages import show
from web.reader import PageReader
from web.sessions import SignedIn, Submission, signed_in, submitted
from web.site import site_of

UNPROCESSABLE = 422
_LISTED = timedelta(days=61)
"""How far ahead the lists beside the calendar look."""
_DATES = 6
"""Dates of a repeating entry that a form offers."""
_YEARS = timedelta(days=5 * 366)
"""How far from today a calendar can be leafed through."""


@dataclass(frozen=True, slots=True)
class EntryListed:
    """An entry in the list beside the calendar."""

    rule: AvailabilityId
    words: str
    whole: bool
    repeats: bool
    start: datetime
    """Of its next date; naive wall times in its zone."""
    last: date
    """The last day of that, where it is whole days; else the day on which it ends."""
    end: datetime
    dates: tuple[tuple[str, str], ...]
    """Its next dates, each as a form sends it and in words."""
    movable: bool


class DiaryPages:
    """The pages behind one door."""

    def __init__(self, door: CalendarDoor) -> None:
        self._door = door
        self.routes = (
            Route(door.path, self.page),
            Route(f"{door.path}/entries.json", self.things),
            Route(f"{door.path}/mark", self.mark, methods=["POST"]),
            Route(f"{door.path}/words", self.words, methods=["POST"]),
            Route(f"{door.path}/move", self.move, methods=["POST"]),
            Route(f"{door.path}/remove", self.remove, methods=["POST"]),
            Route(f"{door.path}/undo", self.undo, methods=["POST"]),
        )

    async def page(self, request: Request) -> Response:
        """The page."""
        return await self._page(request, await signed_in(request, self._door.cookie))

    async def things(self, request: Request) -> Response:
        """What is in the calendar on some days, as JSON."""
        by, site = await signed_in(request, self._door.cookie), site_of(request)
        now = site.clock.now()
        try:
            first, last = _window(request, by.reader.today)
        except SentUnread as refusal:
            return self._refused_json(refusal, by.reader)
        async with site.units.read() as unit:
            band = _chosen(await _bands(unit, by.person), request.query_params.get("band"))
            zone = zone_of(by.person)
            shown = await calendar_of(unit, by.person, zone_name=zone, first=first, last=last)
            green = await green_in_zone(unit, band, zone, first=first, last=last, now=now) if band else ()
        found = things_of(shown, green, band.name if band else "", by.reader, now)
        return JSONResponse(found, headers=self._door.headers)

    async def mark(self, request: Request) -> Response:
        """A span is marked."""
        sent = await submitted(request, self._door.cookie)
        return await self._done(request, sent, changing.mark)

    async def words(self, request: Request) -> Response:
        """Own words are read and marked."""
        sent = await submitted(request, self._door.cookie)
        return await self._done(request, sent, changing.words)

    async def move(self, request: Request) -> Response:
        """An entry, or one of its dates, is moved or pulled."""
        sent = await submitted(request, self._door.cookie)
        return await self._done(request, sent, changing.move)

    async def remove(self, request: Request) -> Response:
        """An entry is removed, or one of its dates left out."""
        sent = await submitted(request, self._door.cookie)
        return await self._done(request, sent, changing.remove)

    async def undo(self, request: Request) -> Response:
        """A change is taken back."""
        sent = await submitted(request, self._door.cookie)
        return await self._done(request, sent, changing.undo)

    async def _done(
        self,
        request: Request,
        sent: Submission,
        work: changing.Work,
    ) -> Response:
        """Do it, and answer a script with JSON and a form with the page."""
        try:
            done = await changing.carried_out_once(request, sent, work)
            answer = answer_of(done, sent.by.reader)
        except NotYours as refusal:
            raise HTTPException(NOT_FOUND) from refusal
        except (Refusal, SentUnread) as refusal:
            refused = refusal_of(refusal, sent.by.reader)
            if refused is None:
                raise
            answer = refused
        status = UNPROCESSABLE if answer.refused else 200
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse(answer.json(), status, headers=self._door.headers)
        by = replace(sent.by, person=await _person(request, sent.by))
        return await self._page(request, by, answer, sent.form if answer.refused else None, status=status)

    def _refused_json(self, refusal: SentUnread, reader: PageReader) -> Response:
        refused = refusal_of(refusal, reader)
        if refused is None:
            raise refusal
        return JSONResponse(refused.json(), UNPROCESSABLE, headers=self._door.headers)

    async def _page(
        self,
        request: Request,
        by: SignedIn,
        answer: PageAnswer | None = None,
        form: SentForm | None = None,
        *,
        status: int = 200,
    ) -> Response:
        site, zone, today = site_of(request), zone_of(by.person), by.reader.today
        now = site.clock.now()
        async with site.units.read() as unit:
            bands = await _bands(unit, by.person)
            band = _chosen(bands, request.query_params.get("band"))
            last = today + _LISTED
            diary = await mine(unit, by.person, zone_name=zone, first=today, last=last, now=now)
            green = await green_in_zone(unit, band, zone, first=today, last=last, now=now) if band else ()
        found = show(
            request,
            "calendar.html",
            by.reader,
            by=by,
            door=self._door.path,
            to=lambda form: site.path(f"{self._door.path}/{form}{f'?band={band.id}' if band else ''}"),
            answer=answer,
            form=form or SentForm({}),
            bands=bands,
            band=band,
            city=formats.city_of(zone),
            zone_known=by.person.zone is not None,
            timezone=Markup("<code>/timezone Leeds</code>"),
            today=today,
            first_day=(formats.first_weekday(by.reader.locale) + 1) % 7,
            twelve_hours=formats.twelve_hours(by.reader.locale),
            listed=[_listed(each, by.reader, today) for each in diary.said],
            green=[hours_words(start, end, by.reader) for start, end in green],
        )
        found.status_code = status
        found.headers.update(self._door.headers)
        return found


async def _person(request: Request, by: SignedIn) -> Person:
    async with site_of(request).units.read() as unit:
        return await unit.people.get(by.person.id)


async def _bands(unit: PersonalDataUnit, person: Person) -> tuple[Band, ...]:
    return tuple(band for band, mine in await unit.bands.of(person.id) if may(mine.role, Right.SEE))


def _chosen(bands: tuple[Band, ...], said: str | None) -> Band | None:
    """The band whose green zones are shown: the one that was chosen, else the first."""
    return next((each for each in bands if str(each.id) == said), bands[0] if bands else None)


def _window(request: Request, today: date) -> tuple[date, date]:
    """The days that a script asks for. Raises SentUnread for none, too many, or any that are far away."""
    first, end = (day_of(request.query_params.get(name, "")) for name in ("from", "to"))
    if not timedelta(0) < end - first <= LONGEST_WINDOW or abs(first - today) > _YEARS:
        raise SentUnread
    return first, end - timedelta(days=1)


def _listed(said: Availability, reader: PageReader, today: date) -> EntryListed:
    rule = said.rule
    coming = next_occurrences(rule, datetime.combine(today, datetime.min.time()), _DATES)
    start, end = coming[0] if coming else (rule.start, None)
    ends = end or start + timedelta(days=1)
    return EntryListed(
        rule=said.id,
        words=entry_words(said.kind, rule, reader),
        whole=rule.all_day,
        repeats=rule.repeat is not None,
        start=start,
        last=(ends - timedelta(days=1)).date() if rule.all_day else ends.date(),
        end=ends,
        dates=tuple((each.strftime("%Y-%m-%dT%H:%M"), reader.day(each.date())) for each, _ in coming),
        movable=end is not None and rule.zone == reader.zone,
    )
