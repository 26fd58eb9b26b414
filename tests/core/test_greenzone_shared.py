"""`bandwidth greenzone` on the shared examples, where they lie beside the project."""

import json
import subprocess
import sys

from tests.beside import beside, needs

EXAMPLES = beside("greenzone/examples")
pytestmark = needs("greenzone/examples")


def test_the_shared_examples():
    paths = sorted(EXAMPLES.glob("*.scenario.json"))
    assert paths
    for path in paths:
        expected = json.loads(path.with_name(path.name.replace("scenario", "expected")).read_text())
        done = subprocess.run(
            [sys.executable, "-m", "bandwidth", "greenzone", "--json"],
            input=path.read_bytes(),
            capture_output=True,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, b""), path.stem
        assert json.loads(done.stdout) == expected, path.stem
