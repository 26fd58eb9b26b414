"""Open dates for programs: the JSON that docs/open-dates.md describes. Keys are added, never changed."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from core.marketplace.events import Event, Slot
from core.marketplace.events.from_posts import as_post
from core.marketplace.events.public_nights import PublicNight
from core.marketplace.events.times import NightTimes, audience_times, points_of
from core.marketplace.posts import pays_to_play
from core.marketplace.posts.values import Fee, PointOfDay, Tickets
from core.money import Money
from presentation.nights.public import public_status

Json = dict[str, Any]


def night_data(
    night: PublicNight, *, url: str, venue_url: str, kilometres: int | None, now: datetime
) -> Json:
    """One night."""
    event, terms = night.event, night.event.terms
    pays = pays_to_play(as_post([event]))
    return {
        "id": event.id,
        "url": url,
        "status": public_status(night, now).value,
        "day": event.day.isoformat(),
        "zone": event.zone,
        **_times(audience_times(event)),
        "points": [_point(each) for each in points_of(event)],
        "venue": _venue(night, venue_url),
        "distance_km": kilometres,
        "open_slots": _slots(event.open_slots),
        "booked": [{"band": name, "kind": slot.kind.value} for slot, name in night.booked],
        "genres": list(terms.genres or night.venue.profile.genres),
        "any_genre": terms.any_genre,
        "capacity": terms.capacity,
        "age_from": terms.age_from,
        "fee": _fee(terms.fee),
        "pay_to_play": None if pays is None else pays.value,
        "tickets": _tickets(terms.tickets),
        "notes": list(terms.notes),
        "published_at": instant(night.published_at),
        "updated_at": instant(night.updated_at),
    }


def instant(at: datetime) -> str:
    """An instant in UTC (RFC 3339)."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def local(at: datetime, zone: str) -> str:
    """An instant as the clock of a zone shows it, with its offset (RFC 3339)."""
    return at.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")


def _times(times: NightTimes) -> Json:
    return {
        "starts_at": local(times.starts_at, times.zone) if times.start_said else None,
        "ends_at": local(times.ends_at, times.zone) if times.end_said else None,
    }


def _point(point: PointOfDay) -> Json:
    return {
        "point": point.point.value,
        "at": None if point.at is None else point.at.strftime("%H:%M"),
        "until": None if point.until is None else point.until.strftime("%H:%M"),
        "minutes": point.minutes,
    }


def _venue(night: PublicNight, url: str) -> Json:
    profile = night.venue.profile
    return {
        "id": night.venue.id,
        "name": profile.name,
        "city": profile.city,
        "address": profile.address,
        "url": url,
    }


def _slots(slots: Sequence[Slot]) -> list[Json]:
    """Those that are alike as one, with their number."""
    found = ((_slot(each), each) for each in slots)
    return [{**alike, "count": len(list(those))} for alike, those in groupby(found, key=lambda each: each[0])]


def _slot(slot: Slot) -> Json:
    return {
        "kind": slot.kind.value,
        "sets": slot.sets,
        "minutes": slot.minutes,
        "minutes_most": slot.minutes_most,
        "fee": _money(slot.fee),
    }


def _fee(fee: Fee) -> Json:
    return {
        "shape": fee.shape.value,
        "guarantee": _money(fee.guarantee),
        "guarantee_most": _money(fee.guarantee_most),
        "per": fee.per.value,
        "door_share": fee.share,
        "own_ticket_share": fee.own_share,
        "in_kind": [each.value for each in fee.in_kind],
        "hire": _money(fee.hire),
        "buy_on": _money(fee.buy_on),
        "must_sell": fee.must_sell,
        "charges": [{"for": each.words, **(_money(each.money) or {})} for each in fee.charges],
    }


def _tickets(tickets: Tickets | None) -> Json | None:
    if tickets is None:
        return None
    return {
        "free": tickets.free,
        "advance": _money(tickets.advance),
        "advance_most": _money(tickets.advance_most),
        "door": _money(tickets.door),
        "url": tickets.link,
        "sale": tickets.sale.value,
        "on_sale": None if tickets.on_sale is None else tickets.on_sale.isoformat(timespec="minutes"),
    }


def _money(money: Money | None) -> Json | None:
    return None if money is None else {"amount": str(money.amount), "currency": money.currency}


def schema_org(night: PublicNight, *, name: str, url: str | None) -> Json:
    """The night as schema.org has it, for search engines, without anything that was not said."""
    event, profile = night.event, night.venue.profile
    times = audience_times(event)
    address = {"@type": "PostalAddress", "streetAddress": profile.address, "addressLocality": profile.city}
    status = "EventCancelled" if night.cancelled else "EventScheduled"
    found: Json = {
        "@context": "https://schema.org",
        "@type": "MusicEvent",
        "name": name,
        "url": url,
        "startDate": local(times.starts_at, times.zone) if times.start_said else event.day.isoformat(),
        "endDate": local(times.ends_at, times.zone) if times.end_said and times.start_said else None,
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": profile.name, "address": _said(address)},
        "performer": [{"@type": "MusicGroup", "name": band} for _, band in night.booked] or None,
        "offers": _offers(event),
    }
    return _said(found)


def _offers(event: Event) -> list[Json] | None:
    tickets = event.terms.tickets
    if tickets is None:
        return None
    sums = [each for each in (tickets.advance, tickets.door) if each is not None]
    found = [{"@type": "Offer", "price": str(each.amount), "priceCurrency": each.currency} for each in sums]
    return found or ([{"@type": "Offer", "price": "0"}] if tickets.free else None)


def _said(facts: Json) -> Json:
    return {name: value for name, value in facts.items() if value is not None}
