"""SQLite's statements, compiled once: SQLAlchemy takes five times as long over one as SQLite itself (ADR 19).

A statement that is run a second time is a constant of its module. Its SQL, the order of its values and its
types' conversions of values and columns are kept. A statement that is built for a single use is left to
SQLAlchemy, and so are statements with too many shapes or special needs.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import JSON, ColumnElement, Dialect, Executable, Row
from sqlalchemy.engine import result_tuple
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ReturnsRows

from storage.engine.sqlite_driver import Connection

_Shape = tuple[object, ...]
_Changing = Callable[[Any], Any]
_Values = Mapping[str, Any]

_ROWS = 8192
"""How many rows are cached: about a year of a hundred bands."""
_SHAPES = 32
"""How many shapes (names of values, lengths of lists) are kept of one statement."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """The source of the value of one `?`."""

    name: str
    index: int | None
    """Its index in the list of that name; None when the value is not a list."""
    change: _Changing | None


@dataclass(frozen=True, slots=True)
class PreparedStatement:
    """A statement as SQLite takes it."""

    words: str
    many: bool
    """Whether it is run with many sets of values at once."""
    slots: tuple[_Slot, ...]
    constants: _Values
    """Values that are part of the statement, by their names."""
    width: int
    """How many columns it returns."""
    row: Callable[[tuple[Any, ...]], Row[Any]]
    """Makes SQLAlchemy's row from SQLite's."""
    dialect: Dialect

    async def run(self, driver: Connection, sets: Sequence[_Values]) -> tuple[Sequence[Row[Any]], int]:
        """The returned rows, as SQLAlchemy would give them, and how many were affected.

        Raises DBAPIError, as SQLAlchemy does.
        """
        filled = [self._filled(each) for each in sets]
        try:
            raw, (columns, affected, _) = await driver.run(
                self.words, filled if self.many else filled[0], many=self.many
            )
        except sqlite3.Error as error:
            raise DBAPIError.instance(
                self.words, None, error, sqlite3.Error, hide_parameters=True, dialect=self.dialect
            ) from error
        if columns is None:
            return (), affected
        if len(columns) != self.width:
            raise TypeError(f"{len(columns)} columns instead of {self.width}: {self.words}")
        return [self.row(each) for each in raw], affected

    def _filled(self, values: _Values) -> list[Any]:
        """The values in the order of the statement's `?`s."""
        known = {**self.constants, **values} if self.constants else values
        found = []
        for slot in self.slots:
            value = known[slot.name]
            if slot.index is not None:
                value = value[slot.index]
            found.append(value if slot.change is None else slot.change(value))
        return found


_kept: WeakKeyDictionary[Executable, dict[_Shape, PreparedStatement | None]] = WeakKeyDictionary()


def prepared(
    statement: Executable, values: _Values, dialect: Dialect, *, many: bool
) -> PreparedStatement | None:
    """The statement ready for SQLite; None the first time it is run, and when it cannot be kept."""
    shapes = _kept.get(statement)
    if shapes is None:
        _kept[statement] = {}
        return None
    shape = (many, *((name, _length(value)) for name, value in values.items()))
    if shape not in shapes:
        if len(shapes) >= _SHAPES:
            return None
        shapes[shape] = _compiled(statement, values, dialect, many=many)
    return shapes[shape]


def _length(value: object) -> int | None:
    """The length of a list, whose items have a `?` each; None for other values."""
    return len(value) if isinstance(value, list | tuple) else None


def _compiled(
    statement: Executable, values: _Values, dialect: Dialect, *, many: bool
) -> PreparedStatement | None:
    if not isinstance(statement, ReturnsRows):
        return None
    compiled = statement.compile(dialect=dialect, column_keys=list(values), for_executemany=many)
    assert isinstance(compiled, SQLCompiler)  # noqa: S101 - a statement that returns rows is not DDL
    columns = list(statement.exported_columns)
    # Values that SQLAlchemy makes itself, row by row or at the last moment, are left to it.
    if compiled.prefetch or compiled.literal_execute_params or (many and columns):
        return None
    whole = compiled.construct_expanded_state(dict(values))
    origins = {
        key: (name, at) for name, keys in whole.parameter_expansion.items() for at, key in enumerate(keys)
    }
    slots = []
    for key in whole.positiontup or ():
        name, index = origins.get(key, (key, None))
        kind = compiled.binds[name].type
        slots.append(_Slot(name, index, kind.dialect_impl(dialect).bind_processor(dialect)))
    return PreparedStatement(
        words=whole.statement,
        many=many,
        slots=tuple(slots),
        constants={name: bind.effective_value for name, bind in compiled.binds.items() if name not in values},
        width=len(columns),
        row=_row(columns, dialect),
        dialect=dialect,
    )


def _row(columns: Sequence[ColumnElement[Any]], dialect: Dialect) -> Callable[[tuple[Any, ...]], Row[Any]]:
    made = result_tuple([str(each.key) for each in columns])
    found = [each.type.dialect_impl(dialect).result_processor(dialect, None) for each in columns]
    changes = [(number, change) for number, change in enumerate(found) if change is not None]
    if not changes:
        return made

    def row(raw: tuple[Any, ...]) -> Row[Any]:
        values = list(raw)
        for number, change in changes:
            values[number] = change(values[number])
        return made(values)

    # Rows that are read repeatedly are made once, except those with JSON, which a reader could change.
    fixed = all(not isinstance(each.type.dialect_impl(dialect), JSON) for each in columns)
    return partial(_made, row) if fixed else row


def forget() -> None:
    """Empty the cache of rows."""
    _made.cache_clear()


@lru_cache(maxsize=_ROWS)
def _made(make: Callable[[tuple[Any, ...]], Row[Any]], raw: tuple[Any, ...]) -> Row[Any]:
    return make(raw)
