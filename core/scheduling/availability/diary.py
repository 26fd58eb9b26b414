"""One person's diary: layers lie one over the other, and the uppermost one counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from core.scheduling.kinds import Kind
from core.scheduling.recurrence.expansion import expanded
from core.scheduling.recurrence.rules import Rule
from core.scheduling.recurrence.spans import Span, Spans, clipped, complement, merged, union


@dataclass(frozen=True, slots=True)
class Layer:
    """Time of one kind from one source: the union of its rules and its spans."""

    kind: Kind
    rules: tuple[Rule, ...] = ()
    spans: tuple[Span, ...] = ()
    """Exact time without a rule (imported busy times, commitments): POSIX seconds, in any order."""


@dataclass(frozen=True, slots=True)
class Diary:
    """A person's time inside a window; time that is neither busy nor maybe is free. POSIX seconds."""

    window: Span
    busy: tuple[Span, ...] = ()
    """Tidy, as is `maybe`; the two share no time."""
    maybe: tuple[Span, ...] = ()

    @property
    def taken(self) -> Spans:
        """Busy or maybe, tidy."""
        return union(self.busy, self.maybe)

    @property
    def free(self) -> Spans:
        """Neither busy nor maybe, tidy."""
        return complement(self.taken, self.window)


class DiaryOf(Protocol):
    """The function `diary`, or one that gives the same results."""

    def __call__(self, layers: tuple[Layer, ...], window: Span, *, base: Kind) -> Diary:
        """The layers laid over each other."""
        ...


def diary(layers: Sequence[Layer], window: Span, *, base: Kind = Kind.FREE) -> Diary:
    """Lay the layers over each other, the first one lowest; where there is none, `base` holds.

    A person who is free by default has `base=FREE`, one who is free "only when I say so" BUSY. The
    usual order: imported calendars, then the person's rules in the order in which they were entered, then
    commitments. `UnknownZone` when a rule's zone is unknown.
    """
    kinds = [base]
    heaps: list[Spans] = []
    for layer in layers:
        if layer.kind is not kinds[-1]:
            kinds.append(layer.kind)
            heaps.append([])
        elif not heaps:
            continue
        heap = heaps[-1]
        for rule in layer.rules:
            heap += expanded(rule, window)
        heap += layer.spans
    tidy = [clipped(merged(heap), window) for heap in heaps]
    if len(tidy) == 1 and base is Kind.FREE:
        only = tuple(tidy[0])
        return Diary(window, busy=only) if kinds[1] is Kind.BUSY else Diary(window, maybe=only)
    found = _uppermost(tidy, kinds, window)
    return Diary(window, busy=tuple(found[Kind.BUSY]), maybe=tuple(found[Kind.MAYBE]))


def _uppermost(layers: list[Spans], kinds: list[Kind], window: Span) -> dict[Kind, Spans]:
    """For each kind the time in which it is on top: one sweep over a mask with a bit for each layer."""
    found: dict[Kind, Spans] = {kind: [] for kind in Kind}
    if window[0] >= window[1]:
        return found
    changes: dict[int, int] = {window[1]: 0}
    for number, spans in enumerate(layers):
        bit = 1 << number
        for start, end in spans:
            changes[start] = changes.get(start, 0) ^ bit
            changes[end] = changes.get(end, 0) ^ bit
    mask = changes.pop(window[0], 0)
    since, kind = window[0], kinds[mask.bit_length()]
    for at in sorted(changes):
        mask ^= changes[at]
        above = kinds[mask.bit_length()]
        if above is not kind or at == window[1]:
            found[kind].append((since, at))
            since, kind = at, above
    return found
