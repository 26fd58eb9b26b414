"""Signing in on the web: the one-time link that a bot gives, and the session that begins with it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.ids import PersonId, WebLinkId, WebSessionId

LINK_LIFETIME = timedelta(minutes=10)
"""How long a link signs in."""
SESSION_LIFETIME = timedelta(days=30)
"""How long a session lasts, however often it is used."""
NOTED_EVERY = timedelta(hours=1)
"""When a session was last used is known to the hour: no more is kept of when somebody looks."""


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link that signs in once. The store has only the hash of its secret, and forgets it with its use."""

    id: WebLinkId
    person: PersonId
    proof: str
    made_at: datetime
    """Aware, UTC."""


@dataclass(frozen=True, slots=True)
class WebSession:
    """One browser in which a person is signed in. The store has only the hash of its secret."""

    id: WebSessionId
    person: PersonId
    proof: str
    made_at: datetime
    """Aware, UTC."""
    used_at: datetime
    """Aware, UTC; to the hour."""

    @property
    def ends_at(self) -> datetime:
        """From then on the person is signed in no longer."""
        return self.made_at + SESSION_LIFETIME
