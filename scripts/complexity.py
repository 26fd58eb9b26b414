"""Names functions with more branches than a reader holds in mind; exits 1 when there are any.

The limit is on cyclomatic complexity (McCabe 1976) as radon counts it, with every `and` and `or`.
"""

import subprocess
import sys
from pathlib import Path

from radon.complexity import cc_visit

LIMIT = 15
EXEMPT = ("tests/", "bench/", "storage/migrations/")


def main() -> int:
    """Print the offenders."""
    listed = subprocess.run(["git", "ls-files", "*.py"], capture_output=True, text=True, check=True).stdout
    offenders = [
        (block.complexity, f"{name}:{block.lineno} {block.fullname}")
        for name in listed.split()
        if not name.startswith(EXEMPT) and Path(name).is_file()
        for block in cc_visit(Path(name).read_text("utf-8"))
        if block.letter in "FM" and block.complexity > LIMIT
    ]
    for branches, where in sorted(offenders, reverse=True):
        print(f"{where}: complexity {branches}, more than {LIMIT}")
    return 1 if offenders else 0


if __name__ == "__main__":
    sys.exit(main())
