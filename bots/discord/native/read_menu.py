"""A menu on a message, as only Discord has one: read what I wrote to the others as availability."""

from typing import Any

from bots.chat.turn import Overheard

READING: dict[str, Any] = {
    "type": 3,
    "name": "Read as availability",
    "description": "",
    "integration_types": [0],
    "contexts": [0, 1],
}
"""The message command, as Discord is told of it."""


def overheard(data: Any, reader: int) -> Overheard:
    """The words of the message that the menu was opened on; `reader` is the user who opened it."""
    message = data["resolved"]["messages"][data["target_id"]]
    return Overheard(message.get("content") or "", own=int(message["author"]["id"]) == reader)
