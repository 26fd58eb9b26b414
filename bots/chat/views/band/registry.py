"""Which view words which result about bands."""

from bots.chat.results import band as results
from bots.chat.views import Views
from bots.chat.views.band import bands, binding, habits, invites, members, news, profile, undone
from core.bands import binding as binds
from core.bands import creation, departure, edits, plans
from core.bands import habits as band_habits
from core.bands import invites as band_invites
from core.bands import members as band_members

VIEWS: Views = {
    creation.BandMade: bands.band_made,
    creation.BandCard: bands.band_card,
    results.MembersShown: bands.members,
    results.InviteGiven: invites.invite_given,
    band_habits.HabitsSet: habits.habits_set,
    band_invites.InviteRevoked: invites.invite_revoked,
    band_invites.InviteShown: invites.invite_shown,
    band_invites.Joined: invites.joined,
    band_invites.InviteList: invites.invite_list,
    binds.BandBound: binding.bound,
    binds.BandUnbound: binding.unbound,
    edits.BandSheet: profile.sheet,
    edits.BandEdited: profile.edited,
    band_members.MemberCard: members.card,
    band_members.MemberChanged: members.changed,
    band_members.HandOverAsked: members.hand_over_asked,
    band_members.HandedOver: members.handed_over,
    band_members.RemoveAsked: members.remove_asked,
    band_members.Removed: members.removed,
    plans.BandTurned: undone.band_turned,
    departure.LeaveAsked: bands.leave_asked,
    departure.Left: bands.left,
    results.NewMember: news.new_member,
    results.MembershipNews: news.membership_news,
    results.HeirNews: news.heir_news,
    results.RemovedNews: news.removed_news,
}
