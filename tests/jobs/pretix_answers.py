"""Answers of pretix 2026.8 as they came over its REST interface, without what is not read."""

import json

from tests.jobs.web import answer

TOKEN = "a-token-of-the-venue-0123456789"
ROOT = "/api/v1/organizers/heron/events/friday"
ITEMS = {
    "count": 3,
    "next": None,
    "previous": None,
    "results": [
        {"id": 1, "name": {"en": "Ticket"}, "admission": True, "has_variations": False, "variations": []},
        {"id": 2, "name": {"en": "Early bird"}, "admission": True, "has_variations": False, "variations": []},
        {"id": 3, "name": {"en": "Shirt"}, "admission": False, "has_variations": False, "variations": []},
    ],
}
QUOTAS = {
    "count": 3,
    "next": None,
    "previous": None,
    "results": [
        {"id": 1, "size": 100, "items": [1, 2], "variations": [], "available": True, "available_number": 97},
        {"id": 2, "size": 10, "items": [2], "variations": [], "available": True, "available_number": 9},
        {"id": 3, "size": None, "items": [3], "variations": [], "available": True, "available_number": None},
    ],
}
CHECKINLISTS = {
    "count": 1,
    "next": None,
    "previous": None,
    "results": [{"id": 1, "name": "Doors", "all_products": True, "include_pending": False}],
}
STATUS = {
    "event": {"name": "Friday"},
    "checkin_count": 1,
    "position_count": 5,
    "inside_count": 1,
    "items": [
        {"id": 1, "admission": True, "checkin_count": 1, "position_count": 2, "variations": []},
        {"id": 2, "admission": True, "checkin_count": 0, "position_count": 0, "variations": []},
        {"id": 3, "admission": False, "checkin_count": 0, "position_count": 3, "variations": []},
    ],
}
LISTED = "?exclude=position_count&exclude=checkin_count&page=1"


def availability(paid, pending, left):
    """What `quotas/1/availability/` answers; `waiting_list` repeats the orders that are not paid."""
    return {
        "paid_orders": paid,
        "pending_orders": pending,
        "exited_orders": 0,
        "blocking_vouchers": 0,
        "cart_positions": 0,
        "waiting_list": pending,
        "available_number": left,
        "available": True,
        "total_size": 100,
    }


def said(value):
    """A JSON answer, as bytes."""
    return answer(json.dumps(value).encode(), "Content-Type: application/json")


def pages():
    """All that is asked for one event: two tickets paid, an early bird ordered, three shirts, one person in."""
    return {
        f"{ROOT}/items/?ordering=id&page=1": said(ITEMS),
        f"{ROOT}/quotas/?with_availability=true&page=1": said(QUOTAS),
        f"{ROOT}/quotas/1/availability/": said(availability(2, 1, 97)),
        f"{ROOT}/quotas/2/availability/": said(availability(0, 1, 9)),
        f"{ROOT}/checkinlists/{LISTED}": said(CHECKINLISTS),
        f"{ROOT}/checkinlists/1/status/": said(STATUS),
    }
