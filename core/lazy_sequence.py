"""A list whose entries are computed when they are read."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

R = TypeVar("R")
T = TypeVar("T")


class LazySequence(Sequence[T], Generic[R, T]):
    """One entry per row, made from that row when it is read; a slice is a tuple of entries."""

    __slots__ = ("_make", "_rows")

    def __init__(self, rows: Sequence[R], make: Callable[[R], T]) -> None:
        self._rows = rows
        self._make = make

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return tuple(map(self._make, self._rows[at]))
        return self._make(self._rows[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(list(self))
