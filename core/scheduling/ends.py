"""When a rule's last instance begins."""

from collections import deque
from datetime import datetime
from itertools import islice

from core.moments import from_wall_seconds
from core.scheduling.expansion import plan
from core.scheduling.rules import Rule

_MOST = 20_000
"""More instances than this are not counted out: nobody is told such an end."""


def last_occurrence(rule: Rule) -> datetime | None:
    """When (naive wall time) the last instance of a repeating rule begins; None: never, or too far."""
    if rule.repeat is None or (rule.repeat.until is None and rule.repeat.count is None):
        return None
    work = plan(rule)
    begins = work.after(work.start)
    last = deque(islice(begins, _MOST), maxlen=1)
    if not last or next(begins, None) is not None:
        return None
    return from_wall_seconds(last[0])
