"""A change of the caller's profile, settings or accounts, told again."""

from bots.chat.replays.replay import Replay, Replays
from bots.chat.results.person import ProfileShown, SettingsShown
from bots.chat.turn import Retelling
from core.journal import Change
from core.people.changes import PersonLinked, PersonProfileSet, PersonSettingsSet
from core.people.profile import profile_again
from core.people.settings import settings_again
from core.personal_data.merge import Linked, linked_again


async def _profile(turn: Retelling, change: Change[PersonProfileSet]) -> ProfileShown:
    return ProfileShown(await profile_again(turn.unit, change))


async def _settings(turn: Retelling, change: Change[PersonSettingsSet]) -> SettingsShown:
    return SettingsShown(await settings_again(turn.unit, change))


async def _linked(turn: Retelling, change: Change[PersonLinked]) -> Linked:
    return await linked_again(turn.unit, change)


REPLAYS: Replays = {
    PersonProfileSet: Replay(_profile),
    PersonSettingsSet: Replay(_settings),
    PersonLinked: Replay(_linked, though_undone=True),
}
