"""Making the database ready: a SQLite file is migrated, a server must have been migrated already."""

from bandwidth.called import command
from bandwidth.settings import OperatorSettings
from storage.migrate import migrate, pending


class NotMigrated(Exception):
    """A server's database lacks migrations; `str()` is one line that says what to do."""


async def make_ready(settings: OperatorSettings) -> tuple[str, ...]:
    """Migrate SQLite, or check a server. Returns the migrations made. Raises NotMigrated, StorageError."""
    if settings.database_url.startswith("sqlite"):
        return await migrate(settings.database_url)
    lacking = await pending(settings.database_url)
    if lacking:
        lacks = f"The database lacks {len(lacking)} migration(s), the first {lacking[0]}."
        raise NotMigrated(f"{lacks} Run: {command('migrate')}")
    return ()
