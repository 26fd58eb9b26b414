"""The cities people name: where each lies, and which time zone it keeps.

The data is `places.tsv.gz` (see PLACES.md), about 34,000 cities. It stays one block of text sorted by
the folded name and is searched by bisection: three megabytes and some thirty milliseconds at the first
question, where a dictionary of objects would take twenty megabytes and ten times as long.
"""

import gzip
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from itertools import chain
from pathlib import Path
from zoneinfo import available_timezones

DATA = Path(__file__).with_name("places.tsv.gz")

CLEAR_LEAD = 15
"""How many times larger than the next a city must be to be meant by its bare name.

London in England has 21 times the people of London in Ontario, Dublin in Ireland 18 times those of
Dublin in California; between the Birminghams (6 times) and the Portlands (10 times) it takes a question.
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A city."""

    name: str
    country: str
    """ISO 3166 code of two letters, e.g. "GB"."""
    region: str
    """State, province or nation as English speakers write it, e.g. "Oregon"; empty for most countries."""
    zone: str
    """A key of the IANA time zone database, e.g. "Europe/London"."""
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True)
class _Data:
    rows: bytes
    areas: dict[str, frozenset[tuple[str, str]]]
    """Folded name or code of a country or region -> the (country, region) it may mean; region "" is all."""


def find(words: str, limit: int = 5) -> list[Place]:
    """Cities of exactly this name, the most populous first.

    Case, accents and punctuation do not matter. A country or region may follow ("Leeds, UK",
    "Portland OR", "Paris (Texas)"); "CA" may be Canada as well as California. What stands after a comma
    and is neither finds nothing: better to ask than to take Portland in Dorset for the one in Oregon.
    """
    head, *qualifiers = [part for part in map(fold, words.split(",")) if part]  or [""]
    if qualifiers:
        named = _qualified(head, qualifiers)
        if named:
            return named[:limit]
    everything = fold(words).split()
    for cut in range(len(everything), 0, -1):
        tail = " ".join(everything[cut:])
        if qualifiers and tail not in ("", *_ends(qualifiers)):
            continue
        named = _qualified(" ".join(everything[:cut]), [tail] if tail else [])
        if named:
            return named[:limit]
    return []
