"""Which view words which result."""

from collections.abc import Callable
from typing import Any

from bots.chat.conversations import Question
from bots.chat.reply import Reply
from bots.chat.turn import Reader
from bots.chat.views import (
    agenda,
    bands,
    commitment_notices,
    commitments,
    diary,
    green,
    habits,
    notices,
    posts,
    questions,
    rehearsals,
    start,
)
from core.bands import habits as band_habits
from core.bands import invites, leaving, making
from core.scheduling import agenda as agendas
from core.scheduling import (
    availability,
    corrections,
    finding,
    greens,
    rescheduling,
    standing,
    telling,
    undo,
    zones,
)
from core.scheduling import rehearsals as rehearsing

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
    posts.PostRead: posts.post_read,
    availability.Marked: diary.marked,
    availability.AlreadySo: diary.already_so,
    availability.AlreadyFree: diary.already_free,
    availability.Diary: diary.diary,
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
    leaving.LeaveAsked: bands.leave_asked,
    leaving.Left: bands.left,
    greens.Greens: green.greens,
    finding.SlotsFound: rehearsals.slots_found,
    standing.Standing: commitments.card,
    rehearsing.ConfirmAsked: commitments.confirm_asked,
    commitments.CallOffAsked: commitments.call_off_asked,
    rescheduling.Moved: commitments.moved,
    agendas.Agenda: agenda.agenda,
    telling.Told: commitment_notices.told,
    notices.NewMember: notices.new_member,
    notices.Entered: notices.entered,
}


def show(result: object, reader: Reader) -> Reply:
    """The result in words."""
    return VIEWS[type(result)](result, reader)
