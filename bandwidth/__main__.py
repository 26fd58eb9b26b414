"""The command line: which subcommand runs, with every heavy import inside it."""

import sys
from collections.abc import Callable, Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand; returns the exit status (0 well, 1 failed, 2 wrong usage)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(USAGE)
        return 0
    command = _COMMANDS.get(arguments[0])
    if command is None:
        print(f"bandwidth: there is no command {arguments[0]!r}; see bandwidth --help", file=sys.stderr)
        return 2
    return command(arguments[1:])


def _parse(arguments: list[str]) -> int:
    from bandwidth.parse import main as parse

    return parse(arguments)


def _greenzone(arguments: list[str]) -> int:
    from bandwidth.greenzone import main as greenzone

    return greenzone(arguments)


USAGE = """\
usage: bandwidth COMMAND

  parse --jsonl         read sentences as JSON lines, print what they mean
  greenzone --json      read a scenario as JSON, print the band's green zones
"""

_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "parse": _parse,
    "greenzone": _greenzone,
}

if __name__ == "__main__":
    sys.exit(main())
