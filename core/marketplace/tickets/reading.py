"""The words of promoters about tickets, read: prices, when the sale begins, where counts come from.

Each reader returns None for words that do not say it: the promoter is asked again.
"""

import re
from datetime import datetime, time
from urllib.parse import urlsplit

from core.marketplace.posts import read_facts
from core.marketplace.posts.values import Tickets
from core.marketplace.tickets import CountsSource
from core.marketplace.tickets.providers import PRETIX
from core.money import Money, currency_of, find_money, money
from core.scheduling.calendars.hosts import Hosts
from core.scheduling.phrases.day_ranges import DayRange, days_of
from core.scheduling.phrases.understanding import Context

_FREE = ("free", "nothing", "gratis", "kostenlos", "gratuit", "entry free", "free entry", "0")
_NUMBER = r"(\d{1,5}(?:[.,]\d{1,2})?)"
_SIGN = r"\s*([^\d\s.,\-\u2013]{0,8}?)\s*"
_RANGE = re.compile(rf"{_SIGN}{_NUMBER}{_SIGN}(?:-|\u2013|to|bis|and|und|a|\u00e0){_SIGN}{_NUMBER}{_SIGN}")
_ONE = re.compile(rf"{_SIGN}{_NUMBER}{_SIGN}")
_MOST = 1_000_000
"""In the smallest unit: dearer tickets are a slip of the finger."""
_TIME = re.compile(
    r"(?:\b(?:at|um|a las|\u00e0|ab)\s+)?\b(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))?\s*(?P<half>[ap]\.?m\.?)?"
    r"(?:\s*uhr)?(?=[\s,;]|$)",
    re.IGNORECASE,
)
_NOON = re.compile(r"(?:\bat\s+)?\bnoon\b", re.IGNORECASE)
_HALF_DAY, _DAY = 12, 24
_TOKEN = re.compile(r"[A-Za-z0-9_.~+/=-]{16,200}")


def price_of(words: str, context: Context, *, locale: str) -> Tickets | None:
    """The prices: "£12", "12 to 15", "£8 in advance, £10 on the door", "free".

    `locale`: that of the venue's country, whose currency is meant where none is named.
    """
    low = " ".join(words.casefold().split())
    if low in _FREE:
        return Tickets(free=True)
    if found := _RANGE.fullmatch(low):
        before, least, behind, again, most, last = found.groups()
        signs = [each for each in (before, behind, again, last) if each]
        one, other = _sum(least, signs, locale), _sum(most, signs, locale)
        return _priced(one, other)
    if found := _ONE.fullmatch(low):
        before, number, behind = found.groups()
        return _priced(_sum(number, [each for each in (before, behind) if each], locale), None)
    said = read_facts(words, context).tickets
    return said if said is not None and all(map(_sound, (said.advance, said.door))) else None


def _sum(number: str, signs: list[str], locale: str) -> Money | None:
    """The sum in the currency that any of the signs names; None where one is none."""
    if not signs:
        return money(number.replace(",", "."), currency_of(locale))
    for sign in signs:
        for text in (f"{sign}{number}", f"{number} {sign}"):
            if found := next(find_money(text, locale), None):
                return found.money
    return None


def _priced(least: Money | None, most: Money | None) -> Tickets | None:
    if least is None or not (_sound(least) and _sound(most)):
        return None
    if most is None or most.minor == least.minor:
        return Tickets(advance=least) if least.minor else Tickets(free=True)
    low, high = sorted((least, most), key=lambda each: each.minor)
    return Tickets(advance=low, advance_most=high)


def _sound(price: Money | None) -> bool:
    return price is None or price.minor <= _MOST


def sale_begins(words: str, context: Context) -> datetime | None:
    """A day with a time, as wall time of the context's zone; "10:00" is in the morning, as sales are."""
    found = _NOON.search(words)
    at: time | None = time(_HALF_DAY) if found else None
    if found is None:
        for each in _TIME.finditer(words):
            if each["m"] or each["half"] or not each[0][:1].isdigit():
                found, at = each, _clock(each)
                break
    if found is None or at is None:
        return None
    day = f"{words[: found.start()]} {words[found.end() :]}".strip(" ,;")
    days = days_of(day, context) if day else None
    if not isinstance(days, DayRange) or not days.one_day:
        return None
    return datetime.combine(days.windows[0][0].date(), at)


def _clock(found: re.Match[str]) -> time | None:
    hour, minute = int(found["h"]), int(found["m"] or 0)
    half = (found["half"] or "")[:1].casefold()
    if half:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    return time(hour, minute) if hour < _DAY else None


def counts_source(words: str, hosts: Hosts) -> CountsSource | None:
    """The event in a pretix that has that address; `hosts` are those on private networks that may be asked.

    A token is sent there, so it has to be https; only hosts that the settings name may do without.
    """
    text = words.strip().strip("<>\"'").strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host = parts.hostname
        if not host or "@" in parts.netloc or parts.port == 0:
            return None
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or any(
        not each.isprintable() or each.isspace() for each in text
    ):
        return None
    if hosts.refuses_name(host) or (parts.scheme == "http" and not _own(host, hosts)):
        return None
    return PRETIX.source(parts.geturl())


def _own(host: str, hosts: Hosts) -> bool:
    """Whether only the settings allow the host: then it is on a network of the self-hoster's own."""
    return Hosts().refuses_name(host) or host.rstrip(".").casefold() in hosts.names


def token_of(words: str) -> str | None:
    """A provider's token, as it is pasted; with the word that pretix puts before it, too."""
    text = words.strip().strip("`\"'").strip()
    text = text.removeprefix("Token ").strip()
    return text if _TOKEN.fullmatch(text) else None
