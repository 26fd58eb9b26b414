"""The material shared beside the project: whether it is there, and the mark of a test that needs it.

The Makefile says where it lies in BANDWIDTH_SHARED, which is empty where there is none.
"""

import os
from pathlib import Path

import pytest

_ROOT = os.environ.get("BANDWIDTH_SHARED", "").strip()
SHARED = Path(_ROOT) if _ROOT else None
"""The folder with all of it; None where there is nothing beside the project."""


def beside(folder: str) -> Path:
    """The path of one shared folder; of no use to a test without `needs`."""
    return (SHARED or Path("nothing-beside-the-project")) / folder


def needs(folder: str) -> list[pytest.MarkDecorator]:
    """Marks of a test that runs where that folder is shared, and only there (`pytest -m shared`)."""
    return [
        pytest.mark.shared,
        pytest.mark.skipif(
            not beside(folder).is_dir(), reason=f"no folder {folder} is shared beside the project"
        ),
    ]
