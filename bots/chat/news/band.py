"""Notices about bands and members, with the facts as they are when they are sent."""

from bots.chat.news.delivery import News, NoticeDelivery
from bots.chat.results.band import HeirNews, MembershipNews, NewMember, RemovedNews
from core.bands import Role
from core.bands.notices import BandHandedOver, MemberJoined, MemberRemoved, MembershipChanged


async def _member_joined(notice: MemberJoined, telling: NoticeDelivery) -> NewMember | None:
    band = await telling.unit.bands.get(notice.band)
    member = await telling.unit.bands.membership(notice.band, notice.member)
    if band is None or member is None:
        return None
    return NewMember(band, member, len(await telling.unit.bands.members(band.id)))


async def _membership_changed(notice: MembershipChanged, telling: NoticeDelivery) -> MembershipNews | None:
    band = await telling.unit.bands.get(notice.band)
    member = await telling.unit.bands.membership(notice.band, telling.to)
    change = await telling.unit.journal.find(notice.change)
    if band is None or member is None or (change is not None and change.undone != notice.back):
        return None
    return MembershipNews(band, (await telling.unit.people.get(notice.by)).name, member)


async def _handed_over(notice: BandHandedOver, telling: NoticeDelivery) -> HeirNews | None:
    band = await telling.unit.bands.get(notice.band)
    mine = await telling.unit.bands.membership(notice.band, telling.to)
    if band is None or mine is None or mine.role is not Role.OWNER:
        return None
    left = await telling.unit.bands.membership(notice.band, notice.by) is None
    return HeirNews(band, (await telling.unit.people.get(notice.by)).name, left)


async def _removed(notice: MemberRemoved, telling: NoticeDelivery) -> RemovedNews | None:
    band = await telling.unit.bands.get(notice.band)
    if band is None or await telling.unit.bands.membership(notice.band, telling.to) is not None:
        return None
    return RemovedNews(band, (await telling.unit.people.get(notice.by)).name)


NEWS: News = {
    MemberJoined: _member_joined,
    MembershipChanged: _membership_changed,
    BandHandedOver: _handed_over,
    MemberRemoved: _removed,
}
