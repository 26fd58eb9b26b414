"""/settings: a person's language, and whether they are free by default."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import ChoiceField, FlagField
from bots.chat.buttons.person import SetFreeByDefault, SetLanguage
from bots.chat.results.person import SettingsShown
from bots.chat.turn import Turn
from bots.chat.views.person.people import LANGUAGE_NAMES
from core.people import settings as chosen
from core.people.changes import SettingsState

_AS_TOLD = "app"
_LANGUAGES = ((_AS_TOLD, "As my app says"), *LANGUAGE_NAMES.items())


@dataclass(frozen=True, slots=True)
class SettingsArguments:
    """What to change."""

    language: Annotated[str | None, ChoiceField("Which language do you type in?", _LANGUAGES)] = None
    free: Annotated[bool | None, FlagField("Are you free unless you say otherwise?")] = None


async def settings(ask: SettingsArguments, turn: Turn) -> SettingsShown:
    """Show the settings, or change them."""
    if ask.language is None and ask.free is None:
        return SettingsShown(chosen.Settings(turn.person))
    language = turn.person.language if ask.language is None else _language(ask.language)
    free = turn.person.free_by_default if ask.free is None else ask.free
    return SettingsShown(await chosen.choose(turn.unit, turn.act, SettingsState(language, free)))


async def language(press: SetLanguage, turn: Turn) -> SettingsShown:
    """A language under the settings: its position in LANGUAGES from 1, or 0 for the platform's."""
    if not 0 <= press.language <= len(chosen.LANGUAGES):
        return SettingsShown(chosen.Settings(turn.person))
    wanted = chosen.LANGUAGES[press.language - 1] if press.language else None
    choice = SettingsState(wanted, turn.person.free_by_default)
    return SettingsShown(await chosen.choose(turn.unit, turn.act, choice))


async def free_base(press: SetFreeByDefault, turn: Turn) -> SettingsShown:
    """[Free unless I say] and [Only when I say] under the settings."""
    choice = SettingsState(turn.person.language, bool(press.free))
    return SettingsShown(await chosen.choose(turn.unit, turn.act, choice))


def _language(said: str) -> str | None:
    return None if said == _AS_TOLD else said
