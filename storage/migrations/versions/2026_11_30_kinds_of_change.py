"""Kinds of change have the prefix of their area: a booking will be confirmed, moved and answered, too."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30_kinds_of_change"
down_revision = "2026_11_24_sent_messages"
branch_labels = None
depends_on = None

# Spelled out, not imported: what a migration does must not change with the kinds of later releases.
KINDS = {
    "marked": "diary.marked",
    "entered": "diary.entered",
    "spared": "diary.spared",
    "confirmed": "month.confirmed",
    "nudged": "band.nudged",
    "zone_set": "person.zone_set",
    "band_made": "band.made",
    "invited": "band.invited",
    "invite_revoked": "band.invite_revoked",
    "joined": "band.joined",
    "left": "band.left",
    "habits_set": "band.habits_set",
    "handed_over": "band.handed_over",
    "member_changed": "band.member_changed",
    "member_removed": "band.member_removed",
    "band_edited": "band.edited",
    "band_bound": "band.bound",
    "band_unbound": "band.unbound",
    "proposed": "rehearsal.proposed",
    "answered": "commitment.answered",
    "committed": "commitment.confirmed",
    "moved": "commitment.moved",
    "called_off": "commitment.called_off",
    "put_back": "commitment.put_back",
    "profile_set": "person.profile_set",
    "settings_set": "person.settings_set",
    "linked": "person.linked",
    "unlinked": "person.unlinked",
    "erased": "person.erased",
    "feed_added": "feed.added",
    "feed_removed": "feed.removed",
    "set_aside": "journal.set_aside",
    "undone": "journal.undone",
    "redone": "journal.redone",
}
_CHANGE = sa.table("change", sa.column("kind", sa.Text()))


def upgrade() -> None:
    _rename(KINDS)


def downgrade() -> None:
    _rename({new: old for old, new in KINDS.items()})


def _rename(names: dict[str, str]) -> None:
    """Rename these kinds, and leave all others as they are."""
    kind = sa.case(names, value=_CHANGE.c.kind, else_=_CHANGE.c.kind)
    op.execute(_CHANGE.update().where(_CHANGE.c.kind.in_(names)).values(kind=kind))
