"""Which view words which result."""

from collections.abc import Callable
from typing import Any

from bots.chat.conversations import Question
from bots.chat.reply import Reply
from bots.chat.turn import Reader
from bots.chat.views import dates, notices, questions
from bots.chat.views.band import (
    band_news,
    band_places,
    band_turned,
    bands,
    editing,
    habits,
    members,
    open_invites,
)
from bots.chat.views.diary import diary, imports, mine
from bots.chat.views.gigs import agenda, commitment_notices, commitments, rehearsals
from bots.chat.views.green import freshness as fresh
from bots.chat.views.green import green
from bots.chat.views.green import why as reasons
from bots.chat.views.market import posts
from bots.chat.views.person import linking, mydata, people, start
from core import undo
from core.bands import binding, invites, leaving, making
from core.bands import editing as band_editing
from core.bands import habits as band_habits
from core.bands import members as band_members
from core.bands import plans as band_plans
from core.people import linking as people_linking
from core.personal_data import erasing, export, joining
from core.scheduling.availability import freshness
from core.scheduling.commitments import agenda as agendas
from core.scheduling.commitments import card as standing
from core.scheduling.commitments import news as telling
from core.scheduling.commitments import rehearsals as rehearsing
from core.scheduling.commitments import rescheduling
from core.scheduling.commitments import search as finding
from core.scheduling.diary import corrections, entries, importing, zones
from core.scheduling.diary import marking as availability
from core.scheduling.diary import overview as own
from core.scheduling.green import nudges, why
from core.scheduling.green import zones as greens

VIEWS: dict[type[Any], Callable[[Any, Reader], Reply]] = {
    Question: questions.question,
    start.DoneBefore: start.done_before,
    start.Welcome: start.welcome,
    start.Help: start.help_card,
    start.Actions: start.actions,
    start.InPrivate: start.in_private,
    start.OnlyCommands: start.only_commands,
    start.NoAvailability: start.no_availability,
    start.SetAside: start.set_aside,
    start.Unpressed: start.unpressed,
    start.AsItIs: start.as_it_is,
    posts.PostRead: posts.post_read,
    dates.SinglesOnly: dates.told,
    availability.Marked: diary.marked,
    availability.AlreadySo: diary.already_so,
    availability.AlreadyFree: diary.already_free,
    own.Diary: mine.diary,
    entries.Entry: mine.entry,
    entries.Spared: mine.spared,
    freshness.Confirmed: mine.confirmed,
    corrections.Corrected: diary.corrected,
    corrections.Dropped: diary.dropped,
    undo.Undone: diary.undone,
    undo.Redone: diary.redone,
    zones.ZoneSet: diary.zone_set,
    making.BandMade: bands.band_made,
    making.BandCard: bands.band_card,
    bands.Members: bands.members,
    bands.InviteGiven: bands.invite_given,
    band_habits.HabitsSet: habits.habits_set,
    invites.InviteRevoked: bands.invite_revoked,
    invites.InviteShown: bands.invite_shown,
    invites.Joined: bands.joined,
    invites.InviteList: open_invites.invite_list,
    binding.BandBound: band_places.bound,
    binding.BandUnbound: band_places.unbound,
    band_editing.BandSheet: editing.sheet,
    band_editing.BandEdited: editing.edited,
    band_members.MemberCard: members.card,
    band_members.MemberChanged: members.changed,
    band_members.HandOverAsked: members.hand_over_asked,
    band_members.HandedOver: members.handed_over,
    band_members.RemoveAsked: members.remove_asked,
    band_members.Removed: members.removed,
    band_plans.BandTurned: band_turned.band_turned,
    leaving.LeaveAsked: bands.leave_asked,
    leaving.Left: bands.left,
    greens.Greens: green.greens,
    green.GreenPicture: green.green_picture,
    green.ToCopy: green.to_copy,
    why.Why: reasons.why,
    nudges.Nudged: fresh.nudged,
    fresh.Look: fresh.look,
    linking.CodeGiven: linking.code_given,
    joining.LinkShown: linking.link_shown,
    joining.Linked: linking.linked,
    people_linking.UnlinkAsked: linking.unlink_asked,
    people_linking.Unlinked: linking.unlinked,
    export.MyData: mydata.my_data,
    erasing.EraseAsked: mydata.erase_asked,
    erasing.Erased: mydata.erased,
    people.ProfileShown: people.profile_shown,
    people.SettingsShown: people.settings_shown,
    importing.Imported: imports.imported,
    importing.AlreadyImported: imports.already_imported,
    importing.Imports: imports.imports,
    importing.FeedRemoved: imports.removed,
    importing.FeedRestored: imports.restored,
    importing.ReadingAgain: imports.reading_again,
    imports.FeedNews: imports.news,
    imports.FeedUnread: imports.unread,
    finding.SlotsFound: rehearsals.slots_found,
    standing.Standing: commitments.card,
    rehearsing.ConfirmAsked: commitments.confirm_asked,
    commitments.CallOffAsked: commitments.call_off_asked,
    rescheduling.Moved: commitments.moved,
    agendas.Agenda: agenda.agenda,
    telling.Told: commitment_notices.told,
    notices.NewMember: notices.new_member,
    notices.Entered: notices.entered,
    band_news.PlaceNews: band_news.place_news,
    band_news.HeirNews: band_news.heir_news,
    band_news.RemovedNews: band_news.removed_news,
}


def show(result: object, reader: Reader) -> Reply:
    """The result in words."""
    return VIEWS[type(result)](result, reader)
