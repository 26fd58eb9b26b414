"""A real pretix, in an environment of its own, on this machine; where there is none its tests are left out."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bandwidth.app import build
from bandwidth.settings import OperatorSettings
from core.scheduling.calendars.hosts import hosts_of

HERE = Path(__file__).parent
HOME = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
PYTHON = Path(os.environ.get("PRETIX_PYTHON") or HOME / "bandwidth-pretix" / "bin" / "python")
"""The Python of pretix's environment. `.ci/run` makes it; `PRETIX_PYTHON` names another."""


def lacking():
    """Why there is no pretix to be asked; empty: there is one."""
    if not PYTHON.exists():
        return f"there is no pretix in {PYTHON.parent.parent} (.ci/run says how to put one there)"
    found = subprocess.run([PYTHON, "-c", "import pretix"], capture_output=True, check=False)
    return "" if found.returncode == 0 else f"pretix cannot be imported by {PYTHON}"


def pytest_collection_modifyitems(items):
    """One pretix serves all tests here, in one process; without one they are left out."""
    mine = [each for each in items if each.path.is_relative_to(HERE)]
    why = lacking() if mine else ""
    for item in mine:
        item.add_marker(pytest.mark.xdist_group("pretix"))
        if why:
            item.add_marker(pytest.mark.skip(reason=why))


@dataclass(frozen=True)
class Pretix:
    """A pretix that runs, with the event `heron/friday`."""

    base: str
    made: dict
    """The ids of what is in it, and its tokens."""

    @property
    def page(self):
        """The address of the event's page."""
        return f"{self.base}/heron/friday/"

    async def sells(self, what, *, number=1, paid=True):
        """An order, as it comes through the interface; the tickets."""
        person = {"_scheme": "full", "full_name": "Fanny Adams"}
        position = {
            "item": self.made[what],
            "attendee_name_parts": person,
            "attendee_email": "fanny@example.org",
        }
        order = {
            "email": "fanny@example.org",
            "locale": "en",
            "status": "p" if paid else "n",
            "payment_provider": "manual",
            "positions": [position] * number,
        }
        return (await self._post("/events/friday/orders/", order))["positions"]

    async def lets_in(self, ticket):
        """Somebody comes to the doors with a ticket."""
        body = {"lists": [self.made["doors"]], "secret": ticket["secret"], "source_type": "barcode"}
        assert (await self._post("/checkinrpc/redeem/", body))["status"] == "ok"

    async def _post(self, path, body):
        headers = {"Authorization": f"Token {self.made['token_all']}"}
        async with httpx.AsyncClient(timeout=60, trust_env=False) as client:
            answer = await client.post(
                f"{self.base}/api/v1/organizers/heron{path}", json=body, headers=headers
            )
        assert answer.status_code == httpx.codes.CREATED, answer.text
        return answer.json()


@pytest.fixture(scope="session")
def pretix(tmp_path_factory):
    """It starts within seconds, on tables made without migrations, and ends with the tests."""
    folder = tmp_path_factory.mktemp("pretix")
    with (folder / "errors.txt").open("w") as errors:
        serving = subprocess.Popen(
            [PYTHON, HERE / "serve.py", folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "DATA_DIR": str(folder)},
        )
        try:
            line = serving.stdout.readline()
            assert line, (folder / "errors.txt").read_text()[-2000:]
            made = json.loads(line)
            yield Pretix(made.pop("base"), made)
        finally:
            serving.stdin.close()
            serving.wait(timeout=30)
            serving.stdout.close()


@pytest.fixture
async def program(db_url, clock):
    """The program, whose operator allows this machine."""
    settings = OperatorSettings(database_url=db_url, ticket_hosts=hosts_of("127.0.0.1"))
    app = await build(settings, clock=clock)
    yield app
    await app.close()
