"""A band's own facts as one flat table, which edits change and undo compares."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from core.bands import SERVICES, Band
from core.bands.wishes import wishes_from_json, wishes_to_json
from core.habits import DAY_PARTS, habits_from_json, habits_to_json

HOURS, LENGTH = "hours", "length"
WISHES = ("slots", "radius", "fee", "sizes", "messages")
"""The fields of the gigs that a band looks for."""
_HABITS = (*DAY_PARTS, HOURS, LENGTH)

State = Mapping[str, Any]
"""JSON values by field: name, city, zone, genres, the SERVICES, WISHES, the keys of DAY_PARTS, hours, length.

None: no city, no such link, the usual meaning of a part of the day.
"""


def state_of(band: Band) -> dict[str, Any]:
    """All of a band's facts."""
    habits = habits_to_json(band.habits)
    return {
        "name": band.name,
        "city": band.city,
        "zone": band.zone,
        "genres": list(band.genres),
        **{service: band.links.get(service) for service in SERVICES},
        **wishes_to_json(band.wishes),
        **{part: habits["day_parts"].get(part) for part in DAY_PARTS},
        HOURS: habits["playable"],
        LENGTH: habits["min_minutes"],
    }


def with_state(band: Band, new: State) -> Band:
    """The band with those facts changed."""
    state = {**state_of(band), **new}
    habits = {
        "day_parts": {part: state[part] for part in DAY_PARTS if state[part] is not None},
        "playable": state[HOURS],
        "min_minutes": state[LENGTH],
    }
    return replace(
        band,
        name=state["name"],
        city=state["city"],
        zone=state["zone"],
        genres=tuple(state["genres"]),
        links={service: state[service] for service in SERVICES if state[service]},
        habits=habits_from_json(habits),
        wishes=wishes_from_json({field: state[field] for field in WISHES}),
    )


def of_habits(field: str) -> bool:
    """Whether the field is one of the band's habits."""
    return field in _HABITS
