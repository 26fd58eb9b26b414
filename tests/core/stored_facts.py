"""Facts of each kind of change as a database may hold them, with ids that no other row has."""

_OLD = {"state": "proposed", "start": "2026-11-30T19:00:00", "end": "2026-11-30T22:00:00", "place": None}
_NEW = {"state": "confirmed", "start": "2026-11-30T20:00:00", "end": "2026-11-30T23:00:00", "place": "The Ä"}
_BEFORE, _AFTER = {**_OLD, "revision": 0}, {**_NEW, "revision": 1}
_MOVED = {"commitment": 41, "band": 42, "before": _BEFORE, "after": _AFTER}
_AT = "2026-11-23T19:05:00+00:00"

STORED = {
    "person.zone_set": {
        "old": None,
        "new": "Europe/London",
        "rules": [[51, "UTC"], [52, "Asia/Tokyo"]],
        "kept": 1,
    },
    "person.profile_set": {
        "old": {"name": "Cy", "named": False, "instruments": []},
        "new": {"name": "Cyril", "named": True, "instruments": ["bass", "vocals"]},
    },
    "person.settings_set": {
        "old": {"language": None, "free_by_default": True},
        "new": {"language": "de", "free_by_default": False},
    },
    "person.linked": {"rules": 2, "bands": 1, "calendars": 0, "shared": 1, "other_zone": "Asia/Tokyo"},
    "person.unlinked": {"account": 61},
    "person.erased": {},
    "diary.marked": {"said": [51], "removed": [52, 53]},
    "diary.entered": {"said": [51, 52], "of": 71, "band": 42},
    "diary.spared": {
        "rule": 51,
        "day": "2026-12-15",
        "old": [],
        "new": ["2026-12-15T18:00:00", "2026-12-15T21:30:00"],
    },
    "feed.added": {"feed": 81},
    "feed.removed": {"feed": 81},
    "month.confirmed": {
        "old": {"2027-03-01": None, "2027-04-01": _AT},
        "new": {"2027-03-01": _AT, "2027-04-01": "2026-11-23T19:05:00.123456+00:00"},
    },
    "band.made": {"band": 42, "bound": "channel"},
    "band.invited": {"band": 42, "invite": 91},
    "band.invite_revoked": {"band": 42, "invite": 91},
    "band.joined": {"band": 42, "membership": 92},
    "band.left": {"band": 42, "heir": 71, "dissolved": False},
    "band.handed_over": {"band": 42, "to": 92, "from": 93},
    "band.habits_set": {
        "band": 42,
        "old": {"evening": None, "length": 120},
        "new": {"evening": ["19:00", "22:00"], "length": 90},
    },
    "band.edited": {
        "band": 42,
        "old": {"genres": [], "city": None},
        "new": {"genres": ["indie"], "city": "York"},
    },
    "band.member_changed": {"band": 42, "member": 92, "old": {"part": None}, "new": {"part": "bass"}},
    "band.member_removed": {"band": 42, "member": 92},
    "band.bound": {"band": 42, "place": "server"},
    "band.unbound": {"band": 42, "place": "group"},
    "band.nudged": {"band": 42, "told": 2},
    "rehearsal.proposed": {**_MOVED, "before": None},
    "commitment.confirmed": _MOVED,
    "commitment.moved": _MOVED,
    "commitment.called_off": _MOVED,
    "commitment.put_back": _MOVED,
    "commitment.answered": {
        "commitment": 41,
        "band": 42,
        "old": None,
        "new": "no",
        "old_at": None,
        "new_at": _AT,
        "revision": 1,
        "aloud": True,
    },
    "journal.set_aside": {},
    "journal.undone": {"change": 101},
    "journal.redone": {"change": 101},
}
