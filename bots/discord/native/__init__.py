"""Paintings: results that Discord can show better than their neutral reply does."""

from collections.abc import Callable
from typing import Any

import discord

from bots.chat.reply import Reply

Painting = Callable[[Any, Reply, discord.Embed], discord.Embed]
"""From the typed result, its neutral reply and that reply as drawn, to what is shown instead."""

PAINTINGS: dict[type[Any], Painting] = {}
"""By type of result; without an entry the neutral reply is shown as it is drawn."""
