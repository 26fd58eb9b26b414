"""The command line: runs a subcommand, which does all heavy imports itself."""

import sys
from collections.abc import Sequence
from importlib import import_module

USAGE = """\
usage: bandwidth COMMAND [--help]

  run                   everything: the bots that have a token, the console, the web part, the jobs
  chat                  the console alone (--as NAME; --script FILE plays a transcript)
  demo                  a small town to try it in, with a tour of three minutes; removed at the end
  doctor                check the set-up, say how to fix it, print the links that invite the bots
  migrate               bring the database up to date
  parse --jsonl         read sentences as JSON lines, print what they mean (--posts: gig posts)
  greenzone --json      read a scenario as JSON, print the band's green zones
  gallery FOLDER        write sample pictures there to look at
"""

_COMMANDS = ("run", "chat", "demo", "doctor", "migrate", "parse", "greenzone", "gallery")
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit status (0 well, 1 failed, 2 wrong usage or settings)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(USAGE, end="")
        return 0
    name, *rest = arguments
    if name not in _COMMANDS:
        print(f"bandwidth: there is no command {name!r}; see bandwidth --help", file=sys.stderr)
        return 2
    try:
        return int(import_module(f"bandwidth.{name}").main(rest))
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        from bandwidth.operator_errors import expected, status

        line = expected(error)
        if line is None:
            raise
        print(f"bandwidth {name}: {line}", file=sys.stderr)
        return status(error)


if __name__ == "__main__":
    sys.exit(main())
