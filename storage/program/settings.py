"""Named values of the program itself, among them its secret."""

import secrets

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine.driver_errors import told_plainly
from storage.engine.transactions import Transactions
from storage.program.tables import setting

SECRET = "secret"  # noqa: S105 - the name of a row, not its value
SECRET_BYTES = 32

_GET = select(setting.c.value).where(setting.c.name == bindparam("name_"))


class SqlSettings:
    """Named values that outlive the process."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._transactions = Transactions(engine)

    async def get(self, name: str) -> str | None:
        """The value, or None when it was never set."""
        async with self._transactions.read() as statements:
            row = await statements.row(_GET, {"name_": name})
        return row.value if row else None

    async def set(self, name: str, value: str) -> None:
        """Store a value under a name."""
        async with self._transactions.write() as statements:
            keep = statements.insert(setting)
            keep = keep.on_conflict_do_update(
                index_elements=[setting.c.name], set_={"value": keep.excluded.value}
            )
            await statements.write(keep, {"name": name, "value": value})

    async def secret(self) -> bytes:
        """The application's secret: made at the first call, and the same from then on."""
        with told_plainly():
            found = await self.get(SECRET) or await self._made()
        return bytes.fromhex(found)

    async def _made(self) -> str:
        async with self._transactions.write() as statements:
            made = {"name": SECRET, "value": secrets.token_hex(SECRET_BYTES)}
            await statements.write(statements.insert(setting).on_conflict_do_nothing(), made)
            row = await statements.row(_GET, {"name_": SECRET})
        assert row is not None  # noqa: S101 - written just above, by this unit or another
        return str(row.value)
