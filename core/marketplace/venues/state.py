"""A venue's profile as one flat table, which edits change and undo compares."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from core.bands import SERVICES
from core.marketplace.venues import VenueProfile
from core.typed_json import object_from_json, object_to_json

VenueState = Mapping[str, Any]
"""JSON values by field: those of VenueProfile but its links, and the SERVICES."""


def venue_state(profile: VenueProfile) -> dict[str, Any]:
    """All of a venue's profile."""
    empty: dict[str, Any] = {each.name: [] for each in fields(VenueProfile) if each.default == ()}
    facts = {**empty, **object_to_json(profile)}
    links = facts.pop("links")
    return {**facts, **{service: links.get(service) for service in SERVICES}}


def profile_with(profile: VenueProfile, new: VenueState) -> VenueProfile:
    """The profile with those facts changed."""
    state = {**venue_state(profile), **new}
    links = {service: state.pop(service) for service in SERVICES}
    return object_from_json(
        VenueProfile, {**state, "links": {service: url for service, url in links.items() if url}}
    )
