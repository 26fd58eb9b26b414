"""Every kind of change there is, and its facts as JSON: what is stored for years."""

from collections.abc import Mapping
from typing import Any

from core import journal
from core.bands import changes as of_bands
from core.ids import PersonId
from core.journal import ChangeFacts, UnknownFacts
from core.marketplace.applications import changes as of_applications
from core.marketplace.events import changes as of_events
from core.marketplace.ratings import changes as of_ratings
from core.marketplace.tickets import changes as of_tickets
from core.marketplace.venues import changes as of_venues
from core.people import changes as of_people
from core.scheduling.availability import changes as of_months
from core.scheduling.commitments import changes as of_commitments
from core.scheduling.diary import changes as of_diaries
from core.typed_json import keys_of, object_from_json, object_to_json

CHANGES: tuple[type[ChangeFacts], ...] = (
    *of_people.CHANGES,
    *of_diaries.CHANGES,
    *of_months.CHANGES,
    *of_bands.CHANGES,
    *of_commitments.CHANGES,
    *of_venues.CHANGES,
    *of_events.CHANGES,
    *of_tickets.CHANGES,
    *of_applications.CHANGES,
    *of_ratings.CHANGES,
    *journal.CHANGES,
)
_BY_KIND = {each.kind: each for each in CHANGES}


def facts_to_json(facts: ChangeFacts) -> dict[str, Any]:
    """The facts as they are stored."""
    return dict(facts.json) if isinstance(facts, UnknownFacts) else object_to_json(facts)


def facts_from(kind: str, json: Mapping[str, Any]) -> ChangeFacts:
    """The facts that were stored; UnknownFacts where this release does not know the kind or the shape."""
    found = _BY_KIND.get(kind)
    if found is None:
        return UnknownFacts(kind, json)
    try:
        return object_from_json(found, json)
    except (KeyError, TypeError, ValueError):
        return UnknownFacts(kind, json)


def people_in_change(kind: str) -> tuple[str, ...]:
    """The keys under which the stored facts of a kind hold the id of a person."""
    found = _BY_KIND.get(kind)
    return () if found is None else keys_of(found, PersonId)
