"""Set lengths in a post: "25 min set", "45-60 mins", "2 x 45", "half hour slot"."""

import re
from dataclasses import dataclass

from core.marketplace.posts.sheet import Sheet
from core.marketplace.posts.vocabularies import compiled

LONGEST = 240
"""Minutes of a set; what is longer is no set length."""
_UNIT = r"(?:minutes?|mins?|minuten|minutos?|m(?=\W|$)|')"
_HOUR = r"(?:hours?|hrs?|h(?=\W|$)|std|stunden?|heures?|horas?)"
_LENGTH = re.compile(
    rf"(?<![\w.,:/£$€])(?:(?P<x>\d)[ ]?x[ ]?(?P<each>\d{{2}})(?:[ -]?{_UNIT})?(?![\w:])"
    rf"|(?P<a>\d{{1,3}})(?:[ ]?(?:-|to|/|bis|a)[ ]?(?P<b>\d{{1,3}}))?[ -]?{_UNIT}(?!\w)"
    rf"|(?P<half>half an hour|half[ -]hour|1/2 hour|halbe stunde|media hora|demi-heure|meia hora)(?!\w)"
    rf"|(?P<hours>\d(?:[.,]5)?)[ -]?{_HOUR}(?!\w)"
    rf"|(?P<hour>an hour(?: and a half)?|hour[ -]long|hour(?= set| slot))(?!\w))"
)
_AWAY = "walk|drive|away|from the station|from town|notice|cancellation|before|after|parking|train"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of a set, in minutes."""

    start: int
    end: int
    minutes: int
    most: int | None = None
    sets: int = 1
    slots: int | None = None
    """"3 x 20 min slots"."""


def read_lengths(sheet: Sheet) -> list[Length]:
    """All set lengths, in the order said; their words are taken."""
    away = compiled(r"[ ]{{0,2}}{0}", _AWAY)
    found = []
    for match in sheet.find(_LENGTH):
        if away.match(sheet.low, match.end()):
            continue
        length = _length(match, sheet.low[match.end() : match.end() + 12])
        if length is not None:
            found.append(length)
            sheet.take(match.start(), match.end())
    return found


def _length(match: re.Match[str], after: str) -> Length | None:
    start, end = match.span()
    if match["x"]:
        times, minutes = int(match["x"]), int(match["each"])
        if re.match(r"\s?(?:min\w*\s)?(?:slots?|spots?|bands?|acts?|supports?)", after):
            return Length(start, end, minutes, slots=times)
        return Length(start, end, minutes, sets=times)
    if match["a"]:
        minutes, most = int(match["a"]), int(match["b"] or 0)
        if not 5 <= minutes <= LONGEST:
            return None
        return Length(start, end, minutes, most if most > minutes else None)
    if match["half"]:
        return Length(start, end, 30)
    if match["hours"]:
        minutes = int(float(match["hours"].replace(",", ".")) * 60)
        return Length(start, end, minutes) if minutes <= LONGEST else None
    return Length(start, end, 90 if "half" in match["hour"] else 60)
