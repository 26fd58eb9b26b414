"""`bandwidth migrate`: bring the database up to date."""

import argparse
import asyncio

from bandwidth.logs import start_logging
from bandwidth.settings import mention_strangers, read
from storage.migrate import migrate


def main(arguments: list[str]) -> int:
    """Migrate, and print the migrations made."""
    argparse.ArgumentParser(
        prog="bandwidth migrate", description="Bring the database up to date."
    ).parse_args(arguments)
    settings = read()
    start_logging(settings.log_level, settings.secrets)
    mention_strangers(settings)
    made = asyncio.run(migrate(settings.database_url))
    print(f"Migrated: {', '.join(made)}" if made else "The database is up to date.")
    return 0
