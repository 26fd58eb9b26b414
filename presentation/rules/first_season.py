"""A rule about months or weeks of the year that is over within its first season: the plain days it covers."""

from dataclasses import replace
from datetime import timedelta
from itertools import islice

from core.moments import DAY
from core.scheduling.recurrence.expansion import plan
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule

_ONE_DAY = timedelta(days=1)
_YEAR = 366
"""No season has more days."""


def within_one_season(rule: Rule) -> Rule:
    """Such a rule as days ("Thu 2 Jan to Fri 3 Jan") or as a daily one; any other rule as it is.

    "Every year from 1 to 3 January, from Thu 2 Jan to Fri 3 Jan" says what nobody would say.
    """
    if rule.repeat is None or not rule.repeat.of_seasons:
        return rule
    days = _days_in_a_row(rule)
    if days == 0 or (rule.exceptions and days == 1):
        return rule
    if days == 1:
        return replace(rule, repeat=None)
    if rule.all_day and rule.nominal != _ONE_DAY:
        return rule
    if rule.all_day and not rule.exceptions:
        return replace(rule, nominal=days * _ONE_DAY, repeat=None)
    last = rule.start + (days - 1) * _ONE_DAY
    return replace(rule, repeat=Repeat(Frequency.DAILY, until=last))


def _days_in_a_row(rule: Rule) -> int:
    """How many instances it has, one on each day from the first to the last; 0: it has others."""
    if rule.repeat is None or (rule.repeat.until is None and rule.repeat.count is None):
        return 0
    work = plan(replace(rule, exceptions=()))
    days = 0
    for begin in islice(work.after(work.start), _YEAR + 1):
        if begin != work.start + days * DAY:
            return 0
        days += 1
    return days if days <= _YEAR else 0
