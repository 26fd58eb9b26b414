"""The command that starts this program in the current shell."""

import shutil
import sys
from pathlib import Path


def command(name: str) -> str:
    """What to type for a subcommand: "bandwidth doctor" where the shell finds it, else with its folder."""
    if shutil.which("bandwidth"):
        return f"bandwidth {name}"
    script = Path(sys.executable).with_name("bandwidth")
    if not script.exists():
        return f"{sys.executable} -m bandwidth {name}"
    here = Path.cwd()
    return f"{script.relative_to(here) if script.is_relative_to(here) else script} {name}"
