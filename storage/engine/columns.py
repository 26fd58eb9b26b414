"""Column types: instants, wall times, and the words of enums."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Dialect, Integer
from sqlalchemy.types import TypeDecorator, TypeEngine

Id = BigInteger().with_variant(Integer(), "sqlite")
"""63 bits everywhere; SQLite numbers rows by itself only where the type is called INTEGER."""


class Instant(TypeDecorator[datetime]):
    """An instant: aware and UTC on our side, `timestamptz` on PostgreSQL, text without zone on SQLite."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime]:
        """`timestamptz` on PostgreSQL."""
        return dialect.type_descriptor(DateTime(timezone=dialect.name != "sqlite"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse anything but UTC: a naive or local time here is a bug in the caller."""
        if value is None:
            return None
        if value.utcoffset() != timedelta(0):
            raise ValueError(f"not an instant in UTC: {value!r}")
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The instant, aware and in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class WallTime(TypeDecorator[datetime]):
    """The time that a clock on the wall shows; its zone is in another column."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse a time with a zone."""
        if value is not None and value.tzinfo is not None:
            raise ValueError(f"not a wall time: {value!r}")
        return value


def one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    """A constraint: the column holds one of the enum's words (or NULL, where that is allowed)."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
