"""People and their accounts, as rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, delete, func, insert, or_, select, update

from core.habits import habits_from_json
from core.ids import AccountId, AccountRef, BandId, PersonId, Platform
from core.people import Account, Person
from storage.bands.tables import band
from storage.engine.statements import Statements
from storage.outbox.outbox import send_elsewhere
from storage.people.tables import account, person

_PERSON = (
    person.c.id,
    person.c.name,
    person.c.zone,
    person.c.locale,
    person.c.free_by_default,
    person.c.last_band,
    band.c.habits,
    person.c.language,
    person.c.instruments,
    person.c.named,
)
_WITH_BAND = person.outerjoin(band, person.c.last_band == band.c.id)
_THIS_ACCOUNT = and_(account.c.platform == bindparam("platform_"), account.c.key == bindparam("key_"))
_BY_ACCOUNT = (
    select(
        *_PERSON,
        account.c.id.label("account"),
        account.c.opened,
        account.c.name.label("called"),
        account.c.seen_at,
    )
    .select_from(account.join(_WITH_BAND, account.c.person == person.c.id))
    .where(_THIS_ACCOUNT)
)
_ASKING = account.alias()
_LOCK_OWN_TURN = (
    select(account.c.id, _THIS_ACCOUNT.label("asking"))
    .where(
        account.c.person
        == select(_ASKING.c.person)
        .where(_ASKING.c.platform == bindparam("platform_"), _ASKING.c.key == bindparam("key_"))
        .scalar_subquery()
    )
    .order_by(account.c.id)
    .with_for_update(key_share=True)
)
_SOME = select(*_PERSON).select_from(_WITH_BAND).where(person.c.id.in_(bindparam("ids", expanding=True)))
_SET = update(person).where(person.c.id == bindparam("which"))
_MAKE = insert(person).returning(person.c.id)
# The display name follows the account that it came from, until the person sets one.
_SEEN_PERSON = (
    update(person)
    .where(person.c.id == select(account.c.person).where(_THIS_ACCOUNT).scalar_subquery())
    .values(
        name=case(
            (
                person.c.named.is_not(True)
                & (person.c.name == select(account.c.name).where(_THIS_ACCOUNT).scalar_subquery()),
                bindparam("name_"),
            ),
            else_=person.c.name,
        ),
        locale=func.coalesce(bindparam("locale_"), person.c.locale),
    )
)
_SEEN_ACCOUNT = (
    update(account)
    .where(_THIS_ACCOUNT)
    .values(
        name=bindparam("name_"),
        opened=or_(account.c.opened, bindparam("opened_")),
        seen_at=bindparam("at_"),
        failures=0,
        unreachable_at=None,
    )
)
_ACCOUNTS = select(account).where(account.c.person == bindparam("person_")).order_by(account.c.id)
_LOCK_ACCOUNTS = (
    select(account.c.id)
    .where(account.c.person.in_(bindparam("people", expanding=True)))
    .order_by(account.c.id)
    .with_for_update()
)
_ACCOUNT_NAME = select(account.c.name).where(account.c.id == bindparam("which"))
_SET_ACCOUNT = update(account).where(account.c.id == bindparam("which"))


class SqlPeople:
    """Implements core.people.store.People."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def by_account(self, ref: AccountRef) -> tuple[Person, Account] | None:
        if self._statements.writing and self._statements.locks_rows:
            await self._lock_own_turn(ref)
        row = await self._statements.row(_BY_ACCOUNT, _naming(ref))
        if row is None:
            return None
        who = person_from(row)
        return who, Account(ref, who.id, row.called, row.seen_at, row.opened, AccountId(row.account))

    async def _lock_own_turn(self, ref: AccountRef) -> None:
        """Make a person's turns wait for each other, whichever of their accounts they use.

        This is a separate statement: the same statement would read data from before the wait.
        """
        while True:
            locked = await self._statements.written(_LOCK_OWN_TURN, _naming(ref))
            if any(row.asking for row in locked) or not await self._statements.rows(
                _BY_ACCOUNT, _naming(ref)
            ):
                return  # otherwise the account changed hands during the wait: lock its new person's accounts

    async def register(self, ref: AccountRef, *, name: str, locale: str | None, at: datetime) -> Person:
        """When two units register one account at once, the second gets the person of the first."""
        made = await self._statements.new_id(_MAKE, {"name": name, "locale": locale, "made_at": at})
        added = await self._statements.write(
            self._statements.insert(account).on_conflict_do_nothing(),
            {
                "person": made,
                "platform": ref.platform,
                "key": ref.key,
                "name": name,
                "opened": ref.platform is not Platform.TELEGRAM,
                "seen_at": at,
            },
        )
        if added:
            return Person(
                PersonId(made), name, None, locale, free_by_default=True, last_band=None, told_locale=locale
            )
        await self._statements.write(delete(person).where(person.c.id == made))
        found = await self.by_account(ref)
        assert found is not None  # noqa: S101 - the account's row was there just now
        return found[0]

    async def seen(
        self, ref: AccountRef, *, name: str, locale: str | None, opened: bool, at: datetime
    ) -> None:
        """Also marks the account as reachable again."""
        values = {**_naming(ref), "name_": name, "locale_": locale}
        await self._statements.write(_SEEN_PERSON, values)
        await self._statements.write(
            _SEEN_ACCOUNT, {**_naming(ref), "name_": name, "opened_": opened, "at_": at}
        )

    async def get(self, person: PersonId) -> Person:
        """Raises LookupError when there is none."""
        return (await self.some([person]))[person]

    async def some(self, people: Sequence[PersonId]) -> dict[PersonId, Person]:
        if not people:
            return {}
        rows = await self._statements.rows(_SOME, {"ids": list(people)})
        return {PersonId(row.id): person_from(row) for row in rows}

    async def set_profile(
        self, person: PersonId, name: str, *, named: bool, instruments: Sequence[str]
    ) -> None:
        values = {"name": name, "named": named, "instruments": list(instruments) or None}
        await self._statements.write(_SET, {"which": person, **values})

    async def set_settings(self, person: PersonId, language: str | None, *, free_by_default: bool) -> None:
        values = {"language": language, "free_by_default": free_by_default}
        await self._statements.write(_SET, {"which": person, **values})

    async def set_zone(self, person: PersonId, zone: str | None) -> None:
        await self._statements.write(_SET, {"which": person, "zone": zone})

    async def set_last_band(self, person: PersonId, band: BandId | None) -> None:
        await self._statements.write(_SET, {"which": person, "last_band": band})

    async def accounts(self, person: PersonId) -> list[Account]:
        rows = await self._statements.rows(_ACCOUNTS, {"person_": person})
        return [
            Account(
                AccountRef(Platform(row.platform), row.key),
                PersonId(row.person),
                row.name,
                row.seen_at,
                row.opened,
                AccountId(row.id),
            )
            for row in rows
        ]

    async def lock_accounts(self, people: Sequence[PersonId]) -> None:
        await self._statements.written(_LOCK_ACCOUNTS, {"people": list(people)})

    async def unlink(self, account: AccountId, *, at: datetime) -> PersonId:
        """Notices for the account go to the person's other accounts."""
        row = await self._statements.row(_ACCOUNT_NAME, {"which": account})
        assert row is not None  # noqa: S101 - the caller has just read it
        made = await self._statements.new_id(_MAKE, {"name": row.name, "made_at": at})
        await self._statements.write(_SET_ACCOUNT, {"which": account, "person": made})
        await send_elsewhere(self._statements, account)
        return PersonId(made)


def person_from(row: Row[Any]) -> Person:
    """The person in a row."""
    return Person(
        PersonId(row.id),
        row.name,
        row.zone,
        row.language or row.locale,
        row.free_by_default,
        None if row.last_band is None else BandId(row.last_band),
        habits_from_json(row.habits),
        row.locale,
        row.language,
        tuple(row.instruments or ()),
        bool(row.named),
    )


def _naming(ref: AccountRef) -> dict[str, Any]:
    return {"platform_": ref.platform, "key_": ref.key}
