"""The store of links that sign in, and of sessions."""

from datetime import datetime
from typing import Protocol

from core.ids import PersonId, WebLinkId, WebSessionId
from core.people.store import PeopleUnit
from core.web_sessions import WebLink, WebSession


class WebSessions(Protocol):
    """Where both are kept."""

    async def offer(self, person: PersonId, proof: str, *, at: datetime) -> WebLinkId:
        """Keep a link; the person's older ones lead nowhere from now on."""
        ...

    async def link(self, link: WebLinkId) -> WebLink | None:
        """The link with that id, unless it was used."""
        ...

    async def use(self, link: WebLinkId) -> None:
        """Forget the link, which has signed somebody in."""
        ...

    async def begin(self, person: PersonId, proof: str, *, at: datetime) -> WebSessionId:
        """Keep a new session."""
        ...

    async def get(self, session: WebSessionId) -> WebSession | None:
        """The session with that id, unless it was ended."""
        ...

    async def of(self, person: PersonId) -> list[WebSession]:
        """The person's sessions, the one used last first; some may be over."""
        ...

    async def note(self, session: WebSessionId, used_at: datetime) -> None:
        """Note when a session was used."""
        ...

    async def end(self, session: WebSessionId) -> None:
        """End one session."""
        ...

    async def end_all(self, person: PersonId) -> None:
        """End all sessions of a person; their link that is still open leads nowhere from now on, too."""
        ...


class WebSessionUnit(PeopleUnit, Protocol):
    """A unit that reaches sessions."""

    @property
    def web_sessions(self) -> WebSessions:
        """The sessions on the web."""
        ...
