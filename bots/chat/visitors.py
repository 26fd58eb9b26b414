"""The person and the account that say something, made or brought up to date."""

from datetime import datetime, timedelta

from bots.chat.turn import Incoming
from core.people import Account, Person
from core.personal_data.store import PersonalDataUnit

_SEEN = timedelta(hours=1)
"""An account's "last seen" may be this old before it is written again."""


async def welcomed(unit: PersonalDataUnit, incoming: Incoming, *, now: datetime) -> tuple[Person, Account]:
    """The person with what the platform now tells of their account. Raises ReadOnlyUnit if that is news."""
    found = await unit.people.by_account(incoming.account)
    if found is None:
        await unit.people.register(incoming.account, name=incoming.name, locale=incoming.locale, at=now)
    if found is None or _is_news(found, incoming, now):
        opened = incoming.chat.private
        await unit.people.seen(
            incoming.account, name=incoming.name, locale=incoming.locale, opened=opened, at=now
        )
        found = await unit.people.by_account(incoming.account)
    if found is None:
        raise LookupError(incoming.account)
    return found


def _is_news(found: tuple[Person, Account], incoming: Incoming, now: datetime) -> bool:
    person, account = found
    return (
        account.name != incoming.name
        or (incoming.locale is not None and incoming.locale != person.told_locale)
        or (incoming.chat.private and not account.opened)
        or now - account.seen_at > _SEEN
    )
