"""What somebody is told of what was done on a page in their name."""

from dataclasses import dataclass

from core.ids import ChangeId
from core.outbox import Notice


@dataclass(frozen=True, slots=True)
class DoneOnAPage(Notice):
    """The person has changed something on a page. They are told, so that a stolen session is noticed."""

    kind = "web.done"

    change: ChangeId


NOTICES = (DoneOnAPage,)
