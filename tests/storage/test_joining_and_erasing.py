"""Two people become one, or one is no more: in every table, on both databases, whatever happens at once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from core import undo
from core.bands import Role
from core.bands.changes import BandLeft
from core.bands.notices import MemberJoined
from core.changes import CHANGES, facts_from
from core.ids import AccountRef, BandId, MembershipId, Platform
from core.journal import Act, ChangeSetAside, Gone, UnknownFacts, Whose
from core.notices import people_in_notice
from core.people import account_links as linking
from core.people.account_links import AlreadyLinked, LinkCodeUsed
from core.people.changes import PersonErased
from core.personal_data import erasure, merge
from core.personal_data.merge import one_membership
from core.personal_data.store import HeldMembership
from core.scheduling.availability.changes import MonthConfirmed
from core.scheduling.diary.changes import DiaryEntered, DiaryMarked
from core.scheduling.diary.notices import EnteredForYou
from core.scheduling.phrases.understanding import Kind
from core.scheduling.recurrence.rules import Rule
from core.unit import Conflict
from storage import schema as tables
from storage.personal_data.erasure import DELETED, KEPT
from storage.personal_data.merge import ALONE, MOVED
from tests.core.stored_facts import STORED
from tests.storage.fillings import MENTIONS, WALL, columns_of_people, dangling, fill, naming, rows_of
from tests.storage.makings import NOW, band, person

RULE = Rule(WALL, "Europe/London", timedelta(hours=3))


def act(who, cause, at=NOW):
    return Act(who, at, cause)


async def two(units, *, code="AAAABBBB"):
    """Ann on Discord, who has made a code; Ann on Telegram; Bo, who knows both."""
    async with units.write() as unit:
        ann, phone = await person(unit, "Ann"), await person(unit, "Ann T", platform=Platform.TELEGRAM)
        bo = await person(unit, "Bo")
        await unit.link_codes.offer(ann.id, code, at=NOW)
    return ann, phone, bo


async def tried(units, work, attempts=4):
    """The work in a unit of its own, again when another was in the way: as the dispatcher does."""
    for left in reversed(range(attempts)):
        try:
            async with units.write() as unit:
                return await work(unit)
        except Conflict:
            if not left:
                raise
    raise AssertionError


# Every column that names a person has been thought of


def test_every_column_that_names_a_person_is_joined():
    alone = {table.c.person for table in ALONE}
    assert {*MOVED} | alone == columns_of_people()
    assert not {*MOVED} & alone
    for table, (key, at) in ALONE.items():
        assert {column.table for column in key} == {table}
        assert select(at).get_final_froms() == [table]


def test_every_column_that_names_a_person_is_erased_or_kept():
    assert {*DELETED} | {*KEPT} == columns_of_people()
    assert not {*DELETED} & {*KEPT}


def test_a_unique_constraint_on_a_person_is_known_to_joining():
    """A table in which one person can be but once beside something else needs a rule for two."""
    unique = {
        table: {*constraint.columns} - columns_of_people()
        for table in tables.metadata.tables.values()
        for constraint in table.constraints
        if type(constraint).__name__ == "UniqueConstraint"
        and any(column in columns_of_people() for column in constraint.columns)
    }
    assert unique.pop(tables.membership) == {tables.membership.c.band}
    assert unique == {table: {*key} for table, (key, _) in ALONE.items()}


def test_every_column_that_could_name_a_person_by_its_name_does():
    called = {"person", "made_by", "by", "said_by"}
    found = {
        column for table in tables.metadata.tables.values() for column in table.c if column.name in called
    }
    assert found == columns_of_people()
    assert all(not column.foreign_keys for column in MENTIONS)


def test_the_tests_fill_every_table_that_names_a_person():
    filled = rows_of(1, 2, number=1, band=1, account=1, commitment=1, venue=1, event=1, later=0)
    assert {column.table for column in columns_of_people()} == set(filled)


# Joining


async def test_all_that_names_one_names_the_other_and_nothing_else_changes(units, engine):
    ann, phone, bo = await two(units)
    async with units.write() as unit:
        foxes = await band(unit, "Foxes", ann, phone, bo)
    async with engine.begin() as connection:
        await fill(connection, ann.id, phone.id, band=foxes, bystander=bo.id)
        before = await naming(connection, ann.id)
        bos = await naming(connection, bo.id)
        assert set(before) == {str(column) for column in columns_of_people()}
    async with units.write() as unit:
        code = await unit.link_codes.by_code("AAAABBBB")
        await merge.link_up(unit, act(phone.id, "join"), code.id)
    async with engine.connect() as connection:
        assert await naming(connection, phone.id) == {}
        after = await naming(connection, ann.id)
        assert await naming(connection, bo.id) == bos
        assert await dangling(connection) == []
        gone = (await connection.execute(select(tables.person).where(tables.person.c.id == phone.id))).one()
    assert (gone.name, gone.zone, gone.gone_at) == ("", None, NOW)
    once = {str(table.c.person) for table in (*ALONE, tables.membership)}
    for column in set(before) - {"change.person", "link_code.person", "availability.said_by", "nudge.by"}:
        assert after[column] == (1 if column in once else 2 * before[column]), column
    assert after["change.person"] == 3  # and the joining itself
    assert after["link_code.person"] == 1  # the one that was used


async def test_of_two_that_can_be_but_once_the_newer_stays(units, engine):
    ann, phone, bo = await two(units)
    async with units.write() as unit:
        foxes = await band(unit, "Foxes", ann, phone, bo)
    async with engine.begin() as connection:
        await fill(connection, ann.id, phone.id, band=foxes, bystander=bo.id)
    async with units.write() as unit:
        await merge.link_up(unit, act(phone.id, "join"), (await unit.link_codes.by_code("AAAABBBB")).id)
    async with engine.connect() as connection:
        for table, (_, at) in ALONE.items():
            kept = select(at).where(table.c.person == ann.id)
            assert (await connection.scalars(kept)).all() == [NOW + timedelta(minutes=1)], table


async def test_facts_name_the_one_who_stays(units):
    ann, phone, bo = await two(units)
    async with units.write() as unit:
        facts = DiaryEntered((phone.id,), phone.id, BandId(phone.id))
        entered = await unit.journal.record(act(bo.id, "entered"), facts)
        facts = BandLeft(BandId(phone.id), phone.id, dissolved=False)
        left = await unit.journal.record(act(bo.id, "left"), facts)
        notices = (MemberJoined(BandId(phone.id), phone.id), EnteredForYou(entered, BandId(1), phone.id))
        for number, notice in enumerate(notices):
            await unit.outbox.put(notice, to=bo.id, key=str(number), due=NOW)
    async with units.write() as unit:
        await merge.redeem(unit, act(phone.id, "join"), "AAAABBBB")
    async with units.read() as unit:
        expected = DiaryEntered((phone.id,), ann.id, BandId(phone.id))
        assert (await unit.journal.find(entered)).facts == expected
        assert (await unit.journal.find(left)).facts == BandLeft(phone.id, ann.id, dissolved=False)


async def test_waiting_notices_name_the_one_who_stays(units, engine):
    ann, phone, bo = await two(units)
    async with units.write() as unit:
        await unit.outbox.put(MemberJoined(BandId(phone.id), phone.id), to=bo.id, key="1", due=NOW)
        await merge.redeem(unit, act(phone.id, "join"), "AAAABBBB")
    async with engine.connect() as connection:
        facts = await connection.scalar(select(tables.outbox.c.facts))
    assert facts == {"band": phone.id, "member": ann.id}
    assert people_in_notice("member_joined") == ("member",)
    assert people_in_notice("entered_for_you") == ("by",)
    assert people_in_notice("of another release") == ()


async def test_rules_of_both_keep_their_order_and_what_was_done_can_be_undone(units):
    ann, phone, _ = await two(units)
    ids, changes = [], []
    async with units.write() as unit:
        for number, who in enumerate((ann, phone, ann, phone)):
            rule = await unit.diaries.add(who.id, Kind.BUSY, RULE, words=f"{number}", at=NOW)
            ids.append(rule)
            changes.append(await unit.journal.record(act(who.id, f"m{number}"), DiaryMarked((rule,))))
    async with units.write() as unit:
        shown = await merge.redeem(unit, act(phone.id, "typed"), "AAAABBBB")
        assert isinstance(shown, merge.LinkShown)
        linked = await merge.link_up(unit, act(phone.id, "join"), shown.code)
    assert (linked.person.id, linked.brought.rules) == (ann.id, 2)
    async with units.write() as unit:
        diary = await unit.diaries.of([ann.id, phone.id])
        assert [said.id for said in diary[ann.id]] == ids
        assert diary[phone.id] == []
        undone = await undo.undo(unit, act(ann.id, "u1"), changes[1])
        assert [said.id for said in undone.said] == [ids[1]]
        assert (await undo.undo_last(unit, act(ann.id, "u2"))).change.id == changes[3]
        assert [said.id for said in (await unit.diaries.of([ann.id]))[ann.id]] == [ids[0], ids[2]]


async def test_what_one_had_entered_for_the_other_is_one_s_own(units):
    ann, phone, bo = await two(units)
    async with units.write() as unit:
        await unit.diaries.add(ann.id, Kind.BUSY, RULE, words="", at=NOW, by=phone.id)
        await unit.diaries.add(phone.id, Kind.BUSY, RULE, words="", at=NOW, by=bo.id)
        await unit.diaries.add(bo.id, Kind.BUSY, RULE, words="", at=NOW, by=phone.id)
        shown = await merge.redeem(unit, act(phone.id, "typed"), "AAAABBBB")
        await merge.link_up(unit, act(phone.id, "join"), shown.code)
        diaries = await unit.diaries.of([ann.id, bo.id])
    assert [said.said_by for said in diaries[ann.id]] == [None, bo.id]
    assert [said.said_by for said in diaries[bo.id]] == [ann.id]


async def test_a_month_that_both_had_confirmed_is_undone_no_more_and_does_not_stand_in_the_way(units):
    from datetime import date

    ann, phone, _ = await two(units)
    month = date(2026, 12, 1)
    async with units.write() as unit:
        marked = await unit.diaries.add(ann.id, Kind.BUSY, RULE, words="", at=NOW)
        first = await unit.journal.record(act(ann.id, "m"), DiaryMarked((marked,)))
        for number, who in enumerate((ann, phone)):
            at = NOW + timedelta(minutes=number)
            await unit.confirmations.set(who.id, {month: at})
            facts = MonthConfirmed({month: None}, {month: at})
            await unit.journal.record(act(who.id, f"c{number}"), facts)
    async with units.write() as unit:
        await merge.redeem(unit, act(phone.id, "join"), "AAAABBBB")
        standing = await unit.confirmations.standing(ann.id, [month])
        assert standing == {month: NOW + timedelta(minutes=1)}
        assert (await undo.undo_last(unit, act(ann.id, "u"))).change.id == first


async def test_the_empty_one_is_absorbed_even_if_it_made_the_code(units):
    _, phone, _ = await two(units)
    async with units.write() as unit:
        await unit.people.set_settings(phone.id, "de", free_by_default=False)
        await unit.diaries.add(phone.id, Kind.BUSY, RULE, words="", at=NOW)
        linked = await merge.redeem(unit, act(phone.id, "join"), "AAAABBBB")
        assert linked.person.id == phone.id
        assert (linked.person.language, linked.person.free_by_default) == ("de", False)
        assert [each.ref.platform for each in linked.accounts] == [Platform.DISCORD, Platform.TELEGRAM]
        again = await unit.people.by_account(AccountRef(Platform.DISCORD, "key of Ann"))
        assert again[0].id == phone.id
        with pytest.raises(AlreadyLinked):
            await merge.redeem(unit, act(phone.id, "again"), "AAAABBBB")


MINE = HeldMembership(MembershipId(1), BandId(1), Role.MEMBER, "drums", required=False, playing=True)
OTHER = HeldMembership(MembershipId(2), BandId(1), Role.OWNER, "Vocals, Drums", required=True, playing=True)


def test_two_places_in_a_band_are_the_higher_role_and_both_parts():
    kept = one_membership(MINE, OTHER)
    assert kept == HeldMembership(
        MembershipId(1), BandId(1), Role.OWNER, "drums, Vocals", required=True, playing=True
    )
    assert one_membership(OTHER, MINE).part == "Vocals, Drums"


def test_a_place_that_was_left_adds_nothing_to_one_that_was_not():
    from dataclasses import replace

    away = replace(OTHER, playing=False)
    assert one_membership(MINE, away) == MINE
    assert one_membership(replace(MINE, playing=False), OTHER) == replace(OTHER, id=MINE.id)


@pytest.mark.parametrize("left", ["nobody", "mine", "other", "both"])
async def test_places_in_one_band_become_one(units, left):
    ann, phone, bo = await two(units)
    async with units.write() as unit:
        foxes = await band(unit, "Foxes", ann, bo)
        mine = await unit.bands.membership(foxes, ann.id)
        other = await unit.bands.add_member(
            foxes, phone.id, role=Role.OWNER, part="keys", required=False, at=NOW
        )
        if left in ("mine", "both"):
            await unit.bands.remove_member(mine.id, at=NOW)
        if left in ("other", "both"):
            await unit.bands.remove_member(other, at=NOW)
        code = await unit.link_codes.by_code("AAAABBBB")
        linked = await merge.link_up(unit, act(phone.id, "join"), code.id)
        stays = linked.person.id
        members = {each.person: each for each in await unit.bands.members(foxes)}
    assert linked.shared == (left == "nobody")
    expected = {
        "nobody": (Role.OWNER, "keys", True),
        "mine": (Role.OWNER, "keys", False),
        "other": (Role.MEMBER, None, True),
    }
    if left == "both":
        assert set(members) == {bo.id}
    else:
        kept = members[stays]
        assert (kept.role, kept.part, kept.required) == expected[left]
        assert set(members) == {stays, bo.id}


# At once


async def test_of_two_who_redeem_one_code_at_once_one_is_joined(units):
    ann, phone, bo = await two(units)
    keys = {phone.id: (Platform.TELEGRAM, "key of Ann T"), bo.id: (Platform.DISCORD, "key of Bo")}

    async def redeem(who):
        async def work(unit):
            await unit.people.by_account(AccountRef(*keys[who]))
            return await merge.redeem(unit, act(who, f"join {who}"), "AAAABBBB")

        try:
            return await tried(units, work)
        except LinkCodeUsed as refusal:
            return refusal

    outcomes = await asyncio.gather(redeem(phone.id), redeem(bo.id))
    assert sorted(type(each).__name__ for each in outcomes) == ["LinkCodeUsed", "Linked"]
    async with units.read() as unit:
        assert len(await unit.people.accounts(ann.id)) == 2


async def test_two_who_redeem_each_other_s_codes_at_once_are_one_person(units):
    ann, phone, _ = await two(units)
    keys = {ann.id: (Platform.DISCORD, "key of Ann"), phone.id: (Platform.TELEGRAM, "key of Ann T")}
    async with units.write() as unit:
        await unit.link_codes.offer(phone.id, "CCCCDDDD", at=NOW)

    async def redeem(who, code):
        async def work(unit):
            person, _ = await unit.people.by_account(AccountRef(*keys[who]))
            return await merge.redeem(unit, act(person.id, f"join {who}"), code)

        try:
            return await tried(units, work)
        except (LinkCodeUsed, AlreadyLinked, linking.LinkCodeUnknown) as refusal:
            return refusal

    outcomes = await asyncio.gather(redeem(phone.id, "AAAABBBB"), redeem(ann.id, "CCCCDDDD"))
    assert sum(isinstance(each, merge.Linked) for each in outcomes) == 1
    async with units.read() as unit:
        found = [await unit.people.by_account(AccountRef(*key)) for key in keys.values()]
    assert len({who.id for who, _ in found}) == 1


async def test_what_is_said_while_accounts_are_joined_is_said_by_the_one_person(units):
    ann, phone, _ = await two(units)
    ref = AccountRef(Platform.TELEGRAM, "key of Ann T")

    async def say(number):
        async def work(unit):
            who, _ = await unit.people.by_account(ref)
            await asyncio.sleep(0.01)
            rule = await unit.diaries.add(who.id, Kind.BUSY, RULE, words=f"{number}", at=NOW)
            return await unit.journal.record(act(who.id, f"s{number}"), DiaryMarked((rule,)))

        return await tried(units, work, attempts=9)

    async def join(unit):
        who, _ = await unit.people.by_account(ref)
        code = await unit.link_codes.by_code("AAAABBBB")
        return await merge.link_up(unit, act(who.id, "join"), code.id)

    await asyncio.gather(
        *(say(number) for number in range(4)), tried(units, join, 9), *(map(say, range(4, 8)))
    )
    async with units.read() as unit:
        who, _ = await unit.people.by_account(ref)
        diaries = await unit.diaries.of([ann.id, phone.id])
    assert sorted(said.words for said in diaries[who.id]) == [str(number) for number in range(8)]
    assert sum(map(len, diaries.values())) == 8


# Parting


async def test_what_waits_for_a_parted_account_goes_to_the_others(units, engine):
    ann, phone, _ = await two(units)
    async with units.write() as unit:
        await merge.redeem(unit, act(phone.id, "join"), "AAAABBBB")
        here, there = await unit.people.accounts(ann.id)
        await unit.outbox.put(MemberJoined(BandId(1), ann.id), to=ann.id, key="1", due=NOW)
    async with engine.begin() as connection:
        await connection.execute(update(tables.outbox).values(account=there.id))
    async with units.write() as unit:
        await linking.unlink(unit, act(ann.id, "part"), there.id, asking=here.id)
        assert [each.id for each in await unit.people.accounts(ann.id)] == [here.id]
        stranger, account = await unit.people.by_account(there.ref)
        assert (stranger.name, stranger.zone, account.id) == ("Ann T", None, there.id)
        assert stranger.id not in (ann.id, phone.id)
    async with engine.connect() as connection:
        assert await connection.scalar(select(tables.outbox.c.account)) == here.id


# Erasing


async def erased_bo(units, engine):
    ann, phone, bo = await two(units)
    async with units.write() as unit:
        foxes = await band(unit, "Foxes", ann, phone, bo, role=Role.OWNER)
    async with engine.begin() as connection:
        await fill(connection, ann.id, phone.id, band=foxes, bystander=bo.id)
    async with units.write() as unit:
        await erasure.erase(unit, act(bo.id, "co:erase"), bo.id)
    return ann, phone, bo, foxes


async def test_what_is_the_person_s_own_goes_and_what_is_the_band_s_stays(units, engine):
    ann, phone, bo, foxes = await erased_bo(units, engine)
    async with engine.connect() as connection:
        assert set(await naming(connection, bo.id)) <= {str(column) for column in KEPT}
        assert await dangling(connection) == []
        assert set(await naming(connection, ann.id)) == {
            str(column) for column in columns_of_people() - {tables.availability.c.said_by, tables.nudge.c.by}
        } | {"availability.said_by", "nudge.by"}
        gone = (await connection.execute(select(tables.person).where(tables.person.c.id == bo.id))).one()
        everything = [
            str(row)
            for table in tables.metadata.tables.values()
            for row in await connection.execute(select(table))
        ]
    assert (gone.name, gone.gone_at) == ("", NOW)
    assert not [row for row in everything if f"dentist of {bo.id}-" in row or "key of Bo" in row]
    assert not [row for row in everything if f"tg:1:{bo.id}-" in row]
    async with units.read() as unit:
        assert [each.person for each in await unit.bands.members(foxes)] == [ann.id, phone.id]
        assert await unit.people.by_account(AccountRef(Platform.DISCORD, "key of Bo")) is None


UNKNOWN = ("of a later release", {"words": "dentist"})


async def recorded(connection, who, kind, facts, cause):
    values = {"person": who, "kind": kind, "facts": facts, "cause": cause, "at": NOW}
    return await connection.scalar(insert(tables.change).values(values).returning(tables.change.c.id))


async def test_a_band_s_changes_keep_their_facts_and_the_person_s_lose_theirs(units, engine):
    ann, _, bo = await two(units)
    async with units.write() as unit:
        await band(unit, "Foxes", ann, bo, role=Role.OWNER)
        for_ann = await unit.journal.record(act(bo.id, "for Ann"), DiaryEntered((), ann.id))
        for_bo = await unit.journal.record(act(ann.id, "for Bo"), DiaryEntered((1,), bo.id))
    stored = {**STORED, UNKNOWN[0]: UNKNOWN[1], DiaryEntered.kind: {"said": [7], "of": bo.id, "band": 1}}
    async with engine.begin() as connection:
        ids = {
            kind: await recorded(connection, bo.id, kind, facts, f"Bo: {kind}")
            for kind, facts in stored.items()
        }
    async with units.write() as unit:
        await erasure.erase(unit, act(bo.id, "co:erase"), bo.id)
    of_bands = {each.kind for each in CHANGES if each.whose is Whose.BAND}
    async with units.read() as unit:
        for kind, number in ids.items():
            found = await unit.journal.find(number)
            expected = facts_from(kind, stored[kind]) if kind in of_bands else ChangeSetAside()
            assert found.facts == expected, kind
            assert found.cause == f"erased:{number}"
        assert (await unit.journal.find(for_ann)).facts == DiaryEntered((), ann.id)
        assert (await unit.journal.find(for_bo)).facts == ChangeSetAside()
        assert (await unit.journal.by_cause("co:erase")).facts == PersonErased()


async def test_a_change_of_a_later_release_is_kept_and_stands_in_nobody_s_way(units, engine):
    ann, phone, _ = await two(units)
    kind, facts = UNKNOWN
    async with engine.begin() as connection:
        number = await recorded(connection, phone.id, kind, facts, "later")
        odd = await recorded(connection, phone.id, DiaryMarked.kind, {"said": "by nobody"}, "odd")
    async with units.write() as unit:
        await merge.redeem(unit, act(phone.id, "join"), "AAAABBBB")
        assert (await unit.journal.by_cause("later")).facts == UnknownFacts(kind, facts)
        assert (await unit.journal.find(odd)).facts == UnknownFacts(DiaryMarked.kind, {"said": "by nobody"})
        assert (await unit.arrivals.meet("later", ann.id, [], now=NOW)).change.id == number
        for each in (number, odd):
            with pytest.raises(Gone):
                await undo.undo(unit, act(ann.id, "u"), each)
        held = await unit.personal_data.everything(ann.id)
        assert {"later", "odd"} <= {each["because_of"] for each in held["changes"]}
        assert facts in [each["facts"] for each in held["changes"]]


async def test_everything_that_is_held_is_listed(units, engine):
    import json

    ann, phone, bo = await two(units)
    async with units.write() as unit:
        foxes = await band(unit, "Foxes", ann, phone, bo, role=Role.OWNER)
    async with engine.begin() as connection:
        await fill(connection, ann.id, phone.id, band=foxes, bystander=bo.id)
    async with units.read() as unit:
        held = await unit.personal_data.everything(ann.id)
    assert json.loads(json.dumps(held)) == held
    assert all(held.values())
    # One list for each table that names a person, and the kits of the bands that the person owns, beside the
    # person's own row.
    assert len(held) == len({column.table for column in columns_of_people()}) + 3
    assert held["press_kits"] == [{"band": "Foxes", "bio": "Four friends."}]
    assert [(each["band"], each["type"]) for each in held["files_sent"]] == [("Foxes", "image/jpeg")]
    (said, *_) = held["diary"]
    assert (said["words"], said["starts"], said["ends"]) == (
        f"dentist of {ann.id}-1",
        "2026-12-01T18:00:00+00:00",
        "2026-12-01T19:00:00+00:00",
    )
    assert held["calendars"][0]["address"] == f"https://{ann.id}-1"
    assert held["bands"][0]["band"] == "Foxes"
