"""The form behind a button that asks for one line of text."""

from typing import Any

import discord

from bots.discord.markup import cut, unmarked
from bots.discord.render import ANSWER
from presentation.tokens import BadToken, Tokens

_TITLE, _PLACEHOLDER, _ANSWER = 45, 100, 4000


def opens_form(token: str, tokens: Tokens) -> bool:
    """Whether the button with this token asks for words."""
    try:
        return tokens.decode(token).verb == ANSWER
    except BadToken:
        return False


def form(token: str, message: discord.Message | None) -> discord.ui.Modal:
    """The form, worded by the message that the button sits on: nothing else remembers the question."""
    lines = [unmarked(each).strip() for each in _lines(message)]
    modal = discord.ui.Modal(title=cut(lines[0], _TITLE) if lines else "Bandwidth", custom_id=token)
    field: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id="text",
        placeholder=cut(lines[-1], _PLACEHOLDER) if lines else None,
        max_length=_ANSWER,
    )
    modal.add_item(discord.ui.Label(text="Your answer", component=field))
    # Stopped, it is not kept in memory: the answer comes back with the token.
    modal.stop()
    return modal


def words_of(components: list[Any]) -> str:
    """The words typed into a submitted form."""
    for part in components:
        inner = part.get("component")
        if "value" in part:
            return str(part["value"])
        if found := words_of([inner] if inner else part.get("components", [])):
            return found
    return ""


def _lines(message: discord.Message | None) -> list[str]:
    if message is None or not message.embeds:
        return []
    return [each for each in (message.embeds[0].description or "").splitlines() if each.strip()]
