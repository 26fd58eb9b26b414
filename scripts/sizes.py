"""Lists source files that are too long; exits 1 when there are any."""

import subprocess
import sys
from pathlib import Path

LIMIT = 400
EXEMPT = ("tests/", "storage/migrations/")


def main() -> int:
    """Print the offenders. Returns 1 if there are any."""
    listed = subprocess.run(["git", "ls-files", "*.py"], capture_output=True, text=True, check=True).stdout
    offenders = [
        (len(Path(name).read_text("utf-8").splitlines()), name)
        for name in listed.split()
        if not name.startswith(EXEMPT) and Path(name).is_file()
    ]
    offenders = [each for each in offenders if each[0] > LIMIT]
    for lines, name in sorted(offenders, reverse=True):
        print(f"{name}: {lines} lines, more than {LIMIT}")
    return 1 if offenders else 0


if __name__ == "__main__":
    sys.exit(main())
