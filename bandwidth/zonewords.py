"""`bandwidth doctor`: the zone data in use, and other zone data that were found."""

from core.zonedata import NAMED, Origin, ZoneData, ZoneDataChoice, newer

_WHOSE = {
    Origin.MACHINE: "this machine's",
    Origin.PACKAGE: "of the Python package tzdata",
    Origin.NAMED: f"where {NAMED} points",
}
_DATED = {
    Origin.MACHINE: "files of",
    Origin.PACKAGE: "installed on",
    Origin.NAMED: "files of",
}


def told(choice: ZoneDataChoice) -> str:
    """One line about both."""
    if choice.used is None:
        return "none found"
    used = f"release {_release(choice.used)}, {_whose(choice.used)}"
    if choice.named and choice.left is None:
        return f"{used}; {NAMED} points to none" if choice.used.origin is Origin.PACKAGE else used
    return f"{used}; {_left(choice.used, choice.left)}"


def _left(used: ZoneData, left: ZoneData | None) -> str:
    if left is None:
        return (
            "this machine has none of its own"
            if used.origin is Origin.PACKAGE
            else "the Python package tzdata is not installed"
        )
    if left.release is None:
        return f"not used: {_whose(left)}, which do not say their release"
    if newer(used, left):
        return f"older and not used: {left.release}, {_whose(left)}"
    if newer(left, used):
        return f"newer and not used: {left.release}, {_whose(left)}"
    return f"the same release: {_whose(left)}"


def _release(data: ZoneData) -> str:
    return data.release or "unknown"


def _whose(data: ZoneData) -> str:
    dated = f" ({_DATED[data.origin]} {data.dated:%Y-%m-%d})" if data.dated else ""
    return f"{_WHOSE[data.origin]}{dated}"
