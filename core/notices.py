"""Every kind of notice there is, and its facts as JSON."""

from dataclasses import asdict
from typing import Any

from core.bands import notices as of_bands
from core.ids import PersonId
from core.marketplace.applications import notices as of_applications
from core.marketplace.matching import notices as of_matching
from core.marketplace.ratings import notices as of_ratings
from core.marketplace.tickets import notices as of_tickets
from core.marketplace.venues import notices as of_venues
from core.outbox import Notice
from core.scheduling.commitments import notices as of_commitments
from core.scheduling.diary import notices as of_diaries
from core.scheduling.green import notices as of_months
from core.typed_json import keys_of
from core.web_sessions import notices as of_web_sessions

NOTICES: tuple[type[Notice], ...] = (
    *of_bands.NOTICES,
    *of_diaries.NOTICES,
    *of_months.NOTICES,
    *of_commitments.NOTICES,
    *of_venues.NOTICES,
    *of_applications.NOTICES,
    *of_ratings.NOTICES,
    *of_matching.NOTICES,
    *of_web_sessions.NOTICES,
    *of_tickets.NOTICES,
)
_KINDS = {(each.kind, each.version): each for each in NOTICES}

KNOWN = frozenset(_KINDS)
"""Every kind and version that this release can tell."""


class UnknownNotice(Exception):
    """A stored notice of a kind or version that this release does not know."""


def facts_of(notice: Notice) -> dict[str, Any]:
    """The notice as JSON facts."""
    return asdict(notice)


def notice_from(kind: str, version: int, facts: dict[str, Any]) -> Notice:
    """The notice that was stored. Raises UnknownNotice."""
    try:
        return _KINDS[kind, version](**facts)
    except (KeyError, TypeError) as error:
        raise UnknownNotice(kind, version) from error


def people_in_notice(kind: str) -> tuple[str, ...]:
    """The keys under which the stored facts of a kind hold the id of a person."""
    return tuple(key for notice in NOTICES if notice.kind == kind for key in keys_of(notice, PersonId))
