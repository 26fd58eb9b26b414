"""Codes that people copy by hand: however one is typed, it has one spelling."""

_SAME = str.maketrans({"I": "1", "L": "1", "O": "0", " ": None, "-": None, "\t": None, "\n": None})
"""Letters that are misread for digits, and separators (after Crockford)."""
_HALF = 4


def one_spelling(code: str) -> str:
    """The code as it is looked up: "ab-lo" and "AB10" are the same one."""
    return code.upper().translate(_SAME)


def spaced(code: str) -> str:
    """The code as it is easiest to copy ("K7QX-MP2D")."""
    return f"{code[:_HALF]}-{code[_HALF:]}"
