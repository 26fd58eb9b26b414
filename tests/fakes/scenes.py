"""A scene on a stage of its own, for properties: every example gets a new database and a new clock."""

import asyncio
import shutil
import tempfile
from pathlib import Path

from storage.engine.engines import open_engine
from storage.unit import SqlUnits
from tests.fakes.clock import FrozenClock
from tests.fakes.stage import Stage, make_dispatcher


def played(template, scene):
    """Run `scene(stage, clock, units)` on a copy of a migrated, empty database."""

    async def play():
        with tempfile.TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite:///{shutil.copy(template, Path(folder) / 'scene.db')}")
            try:
                clock = FrozenClock()
                units = SqlUnits(engine, secret=b"scenes")
                await scene(Stage(make_dispatcher(units, clock)), clock, units)
            finally:
                await engine.dispose()

    asyncio.run(play())
