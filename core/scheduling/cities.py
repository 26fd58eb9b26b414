"""The cities people name: their time zones, and how far apart they are.

The data is `places.tsv.gz` (see PLACES.md), some 34,000 cities. It stays one block of text, sorted by
folded name and searched by bisection: three megabytes and a few hundredths of a second at the first
question, where a dictionary of objects would take ten times both.
"""

import gzip
import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nlargest
from itertools import islice
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from zoneinfo import available_timezones

DATA = Path(__file__).with_name("places.tsv.gz")

CLEAR_LEAD = 15
"""How many times as populous as the next a city must be to be meant by its bare name.

London in England has 21 times the people of London in Ontario, Dublin in Ireland 17 times those of
Dublin in California; between two Birminghams (6 times) or two Portlands (10) it takes a question.
"""


@dataclass(frozen=True, slots=True)
class City:
    """A city."""

    name: str
    """As English speakers write it where they have a word of their own ("Munich"), else as locals do."""
    country: str
    """ISO 3166 code of two letters, e.g. "GB"."""
    region: str
    """State, province or nation in English, e.g. "Oregon"; empty for most countries."""
    zone: str
    """A key of the IANA time zone database, e.g. "Europe/London"."""
    population: int
    at: "Coordinates"


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point on the earth, in degrees: north and east are positive."""

    latitude: float
    longitude: float

    def kilometres_to(self, other: "Coordinates") -> float:
        """The great-circle distance by the haversine formula, on a sphere of the earth's mean radius."""
        low, high = radians(self.latitude), radians(other.latitude)
        turn = radians(other.longitude - self.longitude)
        half = sin((high - low) / 2) ** 2 + cos(low) * cos(high) * sin(turn / 2) ** 2
        return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


_EARTH_KM = 6371.0088
"""The mean radius of the ellipsoid WGS 84."""


def find(words: str, limit: int = 5) -> list[City]:
    """Cities of exactly this name, the most populous first.

    Case, accents and punctuation do not matter. Countries and regions may follow: "Leeds, UK",
    "Portland OR", "Paris (Texas)"; "CA" is both Canada and California. With anything else after the name
    nothing is found: better to ask again than to take Portland in Dorset for the one in Oregon.
    """
    folded = fold(words).split()
    for cut in range(len(folded), 0, -1):
        rows = _rows(" ".join(folded[:cut]) + "\t")
        found = (city for city in map(_city, rows) if _lies_in(city, folded[cut:]))
        if named := list(islice(found, limit)):
            return named
    return []


def complete(prefix: str, limit: int = 5) -> list[City]:
    """Cities whose names begin with the words typed so far, the most populous first.

    Once a country or region has been begun, no name begins like that, and the result is that of `find`.
    """
    typed = fold(prefix)
    if not typed:
        return []
    *before, last = _plain(prefix).split()
    space = " " if prefix[-1].isspace() else ""
    starts = {
        typed + space,
        fold(" ".join([*before, "x"]))[:-1] + last + space,
    }  # "st" may yet be "stuttgart"
    cities = {row.partition(b"\t")[2]: row for start in starts for row in _rows(start)}
    largest = nlargest(limit, cities.values(), key=lambda row: int(row.rpartition(b"\t")[2]))
    return [_city(row) for row in largest] or find(prefix, limit)


def clear_winner(cities: Sequence[City]) -> City | None:
    """The city that is meant, of those `find` returned; None: it takes a question.

    The only one, or the first if it has at least CLEAR_LEAD times the people of the second.
    """
    if not cities:
        return None
    if len(cities) == 1 or cities[0].population >= CLEAR_LEAD * cities[1].population:
        return cities[0]
    return None


def named(name: str, zone: str) -> City | None:
    """The city that is stored with somebody by its name and zone: the most populous one there."""
    found = find(name, limit=_NAMESAKES)
    return next((city for city in found if city.zone == zone), found[0] if found else None)


_NAMESAKES = 12


def kilometres_between(here: City, name: str, zone: str) -> int | None:
    """How far a stored city is, as the crow flies; None: it is not known."""
    there = stored(name, zone)
    return None if there is None else round(here.at.kilometres_to(there.at))


def place_of(name: str, zone: str) -> Coordinates | None:
    """Where a stored city is; None: it is not known."""
    there = stored(name, zone)
    return None if there is None else there.at


stored = lru_cache(maxsize=4096)(named)
"""The same as `named`, remembered."""


def number_of(city: City) -> int | None:
    """A number below 2**32 by which `numbered` finds the city again; None: the data does not hold it."""
    for row in _rows(fold(city.name) + "\t"):
        if _city(row) == city:
            return _data().rows.index(row + b"\n") * _CHECKS + _check(row)
    return None


def numbered(number: int) -> City | None:
    """The city that has this number; None: it was another edition of the data that gave it."""
    rows = _data().rows
    start, check = divmod(number, _CHECKS)
    row = rows[start : max(rows.find(b"\n", start), start)]
    begins = start == 0 or rows[start - 1 : start] == b"\n"
    return _city(row) if row and begins and _check(row) == check else None


_CHECKS = 1 << 10
"""So many check sums tell the row of a city from one that another edition of the data has there."""


def _check(row: bytes) -> int:
    return zlib.crc32(row) % _CHECKS


def find_zone(words: str) -> str | None:
    """The time zone of this name, e.g. "europe/london" or "America / New York"; a city is not a zone.

    Of the names without a slash only safe ones count: "EST" is a zone without summer time, but people who
    type it live in one that has it.
    """
    return _zones().get(_zone_key(words))


def fold(words: str) -> str:
    """A name without case, accents and punctuation: "St. John's" becomes "saint johns"."""
    return " ".join(_WRITTEN_OUT.get(word, word) for word in _plain(words).split())


_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "sankt": "saint", "mt": "mount", "ft": "fort"}
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_INITIAL = re.compile(r"\b(\w)\.")
_APOSTROPHE = re.compile(r"['’‘ʼʻ`´]")
_SLASHLESS_ZONES = ("UTC", "GMT", "WET", "CET", "EET")


@dataclass(frozen=True, slots=True)
class _Data:
    rows: bytes
    areas: dict[str, frozenset[tuple[str, str]]]
    """Folded name or code -> every (country, region) it may mean; the region is "" for a whole country."""


def _plain(words: str) -> str:
    words = _INITIAL.sub(r"\1", _APOSTROPHE.sub("", words))
    # Twice: decomposing can produce capitals, and folding can produce letters to decompose.
    apart = unicodedata.normalize("NFKD", words).casefold()
    letters = unicodedata.normalize("NFKD", apart).translate(_UNDECOMPOSED)
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", kept))


def _lies_in(city: City, tail: list[str]) -> bool:
    """Whether the tail consists of names of areas around this city."""
    around = {(city.country, ""), (city.country, city.region)}
    areas = _data().areas
    return not tail or any(
        around & areas.get(" ".join(tail[:cut]), frozenset()) and _lies_in(city, tail[cut:])
        for cut in range(1, len(tail) + 1)
    )


def _rows(start: str) -> Iterator[bytes]:
    """The rows that begin with `start`, in the file's order: by name, then from large to small."""
    rows, sought = _data().rows, start.encode()
    low, high = 0, len(rows)
    while low < high:
        middle = rows.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if rows[middle : middle + len(sought)] < sought:
            low = rows.index(b"\n", middle) + 1
        else:
            high = middle
    while rows.startswith(sought, low):
        end = rows.index(b"\n", low)
        yield rows[low:end]
        low = end + 1


def _city(row: bytes) -> City:
    _, name, country, region, zone, latitude, longitude, population = row.decode().split("\t")
    at = Coordinates(float(latitude), float(longitude))
    return City(name, country, region, zone, int(population), at)


@cache
def _data() -> _Data:
    head, _, rows = gzip.decompress(DATA.read_bytes()).partition(b"\n\n")
    areas: dict[str, frozenset[tuple[str, str]]] = {}
    for line in head.decode().splitlines():
        country, region, *names = line.split("\t")
        for name in names:
            areas[name] = areas.get(name, frozenset()) | {(country, region)}
    return _Data(rows, areas)


@cache
def _zones() -> dict[str, str]:
    keys = sorted(key for key in available_timezones() if "/" in key or key in _SLASHLESS_ZONES)
    return {_zone_key(key): key for key in keys}


def _zone_key(words: str) -> str:
    spaced = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", words.casefold().replace("_", " "))
    return re.sub(r" ?/ ?", "/", " ".join(spaced.split()))
