"""A kit as one flat table of JSON values, which edits change and undo compares."""

from collections.abc import Mapping
from typing import Any

from core.bands.kits import KIT_FIELDS, PressKit
from core.typed_json import object_from_json, object_to_json

KitState = Mapping[str, Any]
"""JSON values by the names in KIT_FIELDS; None or an empty list: nothing is said."""

_LISTS = ("video", "music", "followers", "shows")


def kit_state(kit: PressKit) -> dict[str, Any]:
    """All of a kit."""
    stored = object_to_json(kit)
    return {name: stored.get(name, [] if name in _LISTS else None) for name in KIT_FIELDS}


def kit_from(state: KitState) -> PressKit:
    """The kit of that state; fields that are missing there are not said."""
    return object_from_json(PressKit, state)


def with_kit_state(kit: PressKit, new: KitState) -> PressKit:
    """The kit with those fields changed."""
    return kit_from({**kit_state(kit), **new})
