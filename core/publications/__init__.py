"""What is read outside the chats by a secret address: calendars for calendar apps; a band's pages.

An address is derived from its row and the row's generation, so it can be shown again at will and is stored
nowhere. Raising the generation makes a new one, and the old one leads nowhere.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from core.ids import BandId, PersonId, PublicationId


class PublicationKind(StrEnum):
    """What is read there."""

    MY_CALENDAR = "my_calendar"
    """The rehearsals and gigs of one person, in all their bands."""
    BAND_CALENDAR = "band_calendar"
    """The diary of one band, for one of its people."""
    GREEN_CALENDAR = "green_calendar"
    """The green zones of one band, for one of its people."""
    AVAILABILITY = "availability"
    """On which days a band could play, for anybody who is given the address."""
    PRESS_KIT = "press_kit"
    """What a band tells about itself, for promoters."""


CALENDARS = (PublicationKind.MY_CALENDAR, PublicationKind.BAND_CALENDAR, PublicationKind.GREEN_CALENDAR)
OF_BANDS = (PublicationKind.AVAILABILITY, PublicationKind.PRESS_KIT)
"""They are the band's: its owners and bookers take them back, whoever has made them."""
ALARMS = (timedelta(0), timedelta(hours=1), timedelta(hours=3), timedelta(days=1))
"""How long before a rehearsal or a gig a calendar may ring; zero: not at all."""


@dataclass(frozen=True, slots=True)
class NewPublication:
    """Something that may be read by a secret address, before it has an id."""

    kind: PublicationKind
    person: PersonId
    """Whose calendar it is; for a band's free days: who made them public."""
    band: BandId | None
    """None: all of the person's bands."""
    made_at: datetime
    """Aware, UTC."""


@dataclass(frozen=True, slots=True)
class Publication(NewPublication):
    """Something that may be read by a secret address."""

    id: PublicationId = field(kw_only=True)
    generation: int = 0
    """How often its address was replaced by a new one."""
    alarm: timedelta = timedelta(0)
    revoked_at: datetime | None = None
    """Since when its address leads nowhere."""
