"""The words of gig posts in one language, as data that the readers look up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache

from core.marketplace.posts.values import InKind, Point, SlotKind

Words = str
"""Spellings of one meaning, separated by `|`, in lower case; a space also stands for a hyphen or nothing."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All the words of one language; every other language has the English ones as well.

    To add a language, write `vocabularies/<code>.py` with one `VOCABULARY` and add the code to `LANGUAGES`
    in `vocabularies/__init__.py`. What a language has no word for is left out.
    """

    points: Mapping[Point, Words] = field(default_factory=dict)
    """Labels that stand before a time, or behind one."""
    acts: Words = ""
    """Acts of a night whose set time is told: headliner, opener, band 1."""
    asks_before: Words = ""
    """Stands before what is wanted: need, looking for."""
    asks_after: Words = ""
    """Stands behind it: wanted, still open."""
    settled: Words = ""
    """Behind an act that is found already: confirmed."""
    slots: Mapping[SlotKind, Words] = field(default_factory=dict)
    slot_fillers: Words = ""
    """May stand between a number and the slot: local, heavy."""
    opening: Words = ""
    """A wish for an opener that names none: somebody to open for us."""
    dropped: Words = ""
    """What became of an act that must be replaced: dropped out."""
    articles: Words = ""
    per_night: Words = ""
    """Behind "4 bands": how many there are, not how many are wanted."""
    series: Words = ""
    """Open dates, applications: a post even without any slot."""
    headlining: Words = ""
    capacity_before: Words = ""
    capacity_after: Words = ""
    sold: Words = ""
    bring: Words = ""
    draw: Words = ""
    genres: Words = ""
    genre_modifiers: Words = ""
    """Make a genre of the word behind them: post, black, indie."""
    manners: Words = ""
    """Adjectives that say how it should sound: heavy, acoustic."""
    any_genre: Words = ""
    in_kind: Mapping[InKind, Words] = field(default_factory=dict)
    beside: Words = ""
    """Before something given: and, plus, with."""
    sized: Words = ""
    """Between that and the thing: a, free, hot."""
    provided: Words = ""
    """Behind it: included, paid."""
    unpaid: Words = ""
    expenses: Words = ""
    tips: Words = ""
    each: Words = ""
    in_all: Words = ""
    versus: Words = ""
    either: Words = ""
    """Between a guarantee and a share: or."""
    doors_money: Words = ""
    """What is shared: door, gate, net."""
    of: Words = ""
    """Between a percentage and what it is of."""
    payers: Words = ""
    """Behind a number above which the share begins: paid, people."""
    all_doors: Words = ""
    """The act keeps it all."""
    split: Words = ""
    """A door deal without figures."""
    own_sales: Words = ""
    """Behind a percentage: of your own ticket sales."""
    offer: Words = ""
    """Stands before an amount without a currency: offer, guarantee."""
    hire: Words = ""
    no_hire: Words = ""
    more: Words = ""
    """Behind a number of acts still to be found: need one more."""
    charges: Words = ""
    """What an act is asked to pay for: engineer, deposit."""
    costs: Words = ""
    after: Words = ""
    break_even: Words = ""
    advance: Words = ""
    on_the_door: Words = ""
    tickets: Words = ""
    free_entry: Words = ""
    all_ages: Words = ""
    and_over: Words = ""
    """Behind an age: and over."""
    notes: Words = ""
    """Words of gear, sound and conditions; the clause with one is kept."""
    places: Words = ""
    """Stands before the name of a place: at, in."""
    players: Words = ""
    """Parts of a band, as in "need a drummer"."""
    deps: Words = ""
    seeking: Words = ""
    """An act looks for a gig."""
    own_diary: Words = ""
    """Somebody's own time: I can't do, we're free."""
    own_plans: Words = ""
    """A band's own doings: rehearsal, we're on at."""
    questions: Words = ""
    """Open a question."""
    invitations: Words = ""
    """Open a question that is an offer: anyone for, who wants."""
    corrections: Words = ""
    bookings: Words = ""
    """Replies in a booking thread."""


_OWN = ("questions", "own_diary")
"""Fields of common words, of which English ones mean something else in another language ("was", "do")."""


def merged(first: Vocabulary, second: Vocabulary) -> Vocabulary:
    """The words of both."""
    joined: dict[str, object] = {}
    for each in fields(Vocabulary):
        a, b = getattr(first, each.name), getattr(second, each.name)
        if isinstance(a, str):
            joined[each.name] = b if b and each.name in _OWN else _both(a, b)
        else:
            joined[each.name] = {key: _both(a.get(key, ""), b.get(key, "")) for key in {**a, **b}}
    return Vocabulary(**joined)  # type: ignore[arg-type]


def _both(a: Words, b: Words) -> Words:
    return "|".join(filter(None, (a, b)))


@cache
def group(words: Words) -> str:
    """A pattern for any of these, whole words, the longest first; one that never matches for none."""
    spelt = sorted({word for word in words.split("|") if word}, key=len, reverse=True)
    if not spelt:
        return r"(?!)"
    return rf"(?<!\w)(?:{'|'.join(map(_pattern, spelt))})(?!\w)"


def _pattern(word: str) -> str:
    return re.escape(word).replace(r"\ ", "[ -]?")


@cache
def compiled(template: str, *words: Words) -> re.Pattern[str]:
    """The pattern with `{0}`, `{1}` ... filled by groups of words; kept."""
    return re.compile(template.format(*map(group, words)))
