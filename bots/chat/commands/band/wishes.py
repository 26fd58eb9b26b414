"""Reads what is typed for the gigs that a band looks for: "support, opener", "30 miles", "£80", "50-300"."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from core.bands.refusals import ValueUnclear
from core.bands.state import WISHES
from core.bands.wishes import MOST_KM, MOST_MESSAGES, GigWishes, Position, wishes_to_json
from core.money import currency_of, figure, find_money, money
from core.scheduling.phrases.lexing.letters import plain
from presentation.distances import KM_IN_A_MILE, in_miles


def wish(field: str, words: str, locale: str) -> Any:
    """The JSON value of one of the WISHES, as typed by somebody with that locale. Raises ValueUnclear."""
    low = " ".join(plain(words).split()).strip(" .")
    if low in _USUAL:
        return wishes_to_json(GigWishes())[field]
    try:
        return _READ[field](low, locale)
    except _Unread as unread:
        raise ValueUnclear(field, words.strip()) from unread


class _Unread(Exception):
    """The words are no value of the field."""


# Words of all languages together, without accents: none of them means something else in another one.

_USUAL = ("default", "reset", "usual", "the usual", "normal")
_NONE = (
    r"(?:none|no|nothing|off|remove|delete|-|0|keine[rs]?|kein|nichts|ningun[oa]|nada|aucune?|rien|nenhuma?)"
)
_ANY = (
    r"(?:any|anything|all|everything|either|whatever|alles?|egal|beliebig|cualquiera|tod[oa]s?|tout(?:es)?|tous"
    r"|qualquer|tudo)"
)
_AT_MOST = (
    r"(?:within|in|inside|up to|at most|max\.?|maximum|no more than|not more than|less than|under|below|<=?"
    r"|bis zu|bis|hochstens|maximal|innerhalb von|im umkreis von|umkreis"
    r"|hasta|como maximo|a menos de|jusqu'a|au plus|au maximum|a moins de|ate|no maximo)"
)
_AT_LEAST = (
    r"(?:from|at least|min\.?|minimum|no less than|not less than|more than|over|above|>=?"
    r"|ab|mindestens|von|desde|a partir de|al menos|como minimo|des|au moins|au minimum|pelo menos|no minimo)"
)
_OR_LESS = (
    r"(?:or (?:less|fewer|under|smaller)|max\.?|maximum|at most|oder weniger|o menos|ou moins|ou menos)"
)
_OR_MORE = (
    r"(?:\+|or (?:more|over|bigger|larger)|and (?:more|up)|upwards|min\.?|minimum|at least"
    r"|oder mehr|o mas|ou plus|ou mais)"
)
_NUMBER = r"\d{1,3}(?:[.,]\d{3})+|\d{1,6}(?:[.,]\d{1,2})?"
_WHOLE = r"\d{1,3}[.,]\d{3}|\d{1,6}"


# The places on the bill

_POSITIONS = {
    Position.HEADLINER: re.compile(
        r"head ?lin(?:ers?|es?|ing)|(?:the )?top|main (?:act|slot)|haupt(?:act|band)|cabeza de cartel"
        r"|tete d'affiche|atracao principal"
    ),
    Position.SUPPORT: re.compile(
        r"(?:main )?supports?|supporting|supports? ?(?:acts?|slots?|bands?)|vorband|teloner[oa]s?|soporte"
        r"|premieres? parties?|banda de apoio"
    ),
    Position.OPENER: re.compile(
        r"openers?|open|opening(?: (?:act|slot|band|spot)s?)?|warm[ -]?up|eroffnungsband|apertura|ouverture"
        r"|(?:banda de )?abertura"
    ),
}
_ANY_SLOT = re.compile(rf"{_ANY}(?: (?:slots?|places?|positions?|of them))?")
_BETWEEN = re.compile(r"\s*[,;/&+]\s*(?:(?:and|or)\s+)?|\s+(?:and|or|und|oder|y|e|o|et|ou)\s+")
_ONLY = re.compile(
    r"^(?:only|just|nur|solo|seulement|apenas|so)\s+|\s+(?:only|slots? only|nur|solo|seulement|apenas)$"
)


def _slots(low: str, _: str) -> list[str]:
    low = _ONLY.sub("", low)
    if _ANY_SLOT.fullmatch(low):
        return [each.value for each in Position]
    said = {_position(each) for each in _BETWEEN.split(low)}
    return [each.value for each in Position if each in said]


def _position(low: str) -> Position:
    for position, words in _POSITIONS.items():
        if words.fullmatch(low):
            return position
    raise _Unread


# The distance from home

_RADIUS = re.compile(
    rf"(?:{_AT_MOST}\s*)?(?P<number>{_NUMBER})\s?"
    r"(?:(?P<miles>mi|miles?|meilen?|millas?|milhas?)|(?P<km>kms?|kilomet(?:er|re)s?|(?:k|qu)ilometros?))?"
    r"(?:\s(?:around|away|radius|or (?:less|nearer|closer)|max\.?))?"
)


def _radius(low: str, locale: str) -> int:
    found = _RADIUS.fullmatch(low)
    if found is None:
        raise _Unread
    miles = bool(found["miles"]) or (not found["km"] and in_miles(locale))
    number = figure(found["number"]) * (Decimal(str(KM_IN_A_MILE)) if miles else 1)
    return _within(1, round(number), MOST_KM)


# The least fee

_NO_FEE = re.compile(
    rf"{_NONE}|{_ANY}|(?:for )?(?:free|nothing)|gratis|umsonst|kostenlos|gratuit|de graca|(?:any|no) fee"
)
_SUM_ALONE = re.compile(rf"(?:{_AT_LEAST}\s*)?(?P<number>{_NUMBER})(?P<after>.*)")
_BEFORE_SUM = re.compile(rf"(?:{_AT_LEAST})?")
_AFTER_SUM = re.compile(rf"(?:{_OR_MORE})?\s?(?:each|a gig|per gig|a night|per night|a show|per show)?")


def _fee(low: str, locale: str) -> list[Any] | None:
    if _NO_FEE.fullmatch(low):
        return None
    sums = list(find_money(low, locale))
    if len(sums) == 1:
        (found,) = sums
        before, after, fee = low[: found.start], low[found.end :], found.money
    else:
        alone = _SUM_ALONE.fullmatch(low)
        if alone is None or sums:
            raise _Unread
        before, after = "", alone["after"]
        fee = money(figure(alone["number"]), currency_of(locale))
    if not (_BEFORE_SUM.fullmatch(before.strip()) and _AFTER_SUM.fullmatch(after.strip())):
        raise _Unread
    return [fee.minor, fee.currency] if fee.minor else None


# The sizes of the rooms

_HEADS = re.compile(
    r"\s?(?:cap|capacity|people|heads|seats|leute|personen|platze|personas|gente|personnes|places|pessoas)\b\.?"
)
_FROM_TO = re.compile(
    rf"(?:(?:between|from|zwischen|von|entre|de|desde)\s)?(?P<least>{_WHOLE})"
    rf"\s?(?:-|–|—|to|till|until|and|bis|und|a|y|hasta|et|e|ate)\s?(?P<most>{_WHOLE})"
)
_LARGEST = re.compile(rf"{_AT_MOST}\s?(?P<a>{_WHOLE})|(?P<b>{_WHOLE})\s?{_OR_LESS}")
_SMALLEST = re.compile(rf"{_AT_LEAST}\s?(?P<a>{_WHOLE})|(?P<b>{_WHOLE})\s?{_OR_MORE}")
_ANY_SIZE = re.compile(rf"{_ANY}(?: (?:sizes?|rooms?|venues?))?|no limits?")


def _sizes(low: str, _: str) -> list[int | None]:
    low = _HEADS.sub("", low).strip()
    if _ANY_SIZE.fullmatch(low):
        return [None, None]
    if found := _FROM_TO.fullmatch(low):
        least, most = sorted((_whole(found["least"]), _whole(found["most"])))
        return [least or None, _within(1, most, most)]
    if found := _LARGEST.fullmatch(low):
        most = _whole(found["a"] or found["b"])
        return [None, _within(1, most, most)]
    if found := _SMALLEST.fullmatch(low):
        return [_whole(found["a"] or found["b"]) or None, None]
    raise _Unread


# How many open dates a day it is told of

_MESSAGES = re.compile(
    rf"(?:{_AT_MOST}\s?)?(?P<number>\d{{1,6}})(?: (?:messages?|matches|open dates?))?"
    r"\s?(?:(?:a|per|each|/|every)\s?day|daily|am tag|pro tag|al dia|por dia|par jour|max\.?|at most)?"
)
_NO_MESSAGES = re.compile(rf"{_NONE}(?: (?:messages?|at all))?|never")


def _messages(low: str, _: str) -> int:
    if _NO_MESSAGES.fullmatch(low):
        return 0
    found = _MESSAGES.fullmatch(low)
    if found is None:
        raise _Unread
    return _within(0, int(found["number"]), MOST_MESSAGES)


def _whole(written: str) -> int:
    return int(figure(written))


def _within(least: int, number: int, most: int) -> int:
    if not least <= number <= most:
        raise _Unread
    return number


_READ: dict[str, Callable[[str, str], Any]] = dict(
    zip(WISHES, (_slots, _radius, _fee, _sizes, _messages), strict=True)
)
