"""All benches, one after the other: `make bench`, or `python -m bench`."""

import subprocess
import sys

BENCHES = (
    "bench.greenzone",
    "bench.start",
    "bench.wire",
    "bench.phrases",
    "bench.pictures",
    "bench.calendar_files",
    "bench.web",
    "bench.press_kit",
    "bench.feeds",
    "bench.load",
    "bench.open_dates",
)


def main() -> int:
    """Return the exit status: 0 when all are within their bars."""
    results = []
    for name in BENCHES:
        print(f"\n== {name}", flush=True)
        results.append(subprocess.run([sys.executable, "-m", name], check=False).returncode)
    return max(results)


if __name__ == "__main__":
    sys.exit(main())
