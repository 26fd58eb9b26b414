"""Deadlines, other times in words, and who is concerned: without a database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.bands import Membership, Role
from core.ids import BandId, CommitmentId, MembershipId, PersonId
from core.scheduling.commitments.commitment import Commitment, Phase, concerned, ending, takes_part
from core.scheduling.commitments.new_times import gig_times, moved_to
from core.scheduling.commitments.rehearsals import Times
from core.scheduling.commitments.reminders import deadline
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp
from core.scheduling.phrases.understanding import Context, Problem

NOW = datetime(2026, 11, 23, 19, tzinfo=UTC)
TUESDAY = datetime(2026, 12, 1, 19)
CONTEXT = Context(now=datetime(2026, 11, 23, 19), zone="Europe/London")


def rehearsal(start=TUESDAY, *, hours=3, state=CommitmentState.CONFIRMED, zone="Europe/London"):
    return Commitment(
        BandId(1),
        CommitmentKind.REHEARSAL,
        state,
        start,
        ending(start, zone, timedelta(hours=hours)),
        zone,
        None,
        PersonId(1),
        NOW,
        None,
        id=CommitmentId(1),
    )


@given(minutes=st.integers(2, 60 * 24 * 400))
def test_the_deadline_leaves_hours_to_answer_and_lies_before_the_start(minutes):
    start = NOW + timedelta(minutes=minutes)
    until = deadline(start, NOW)
    assert NOW < until < start
    assert until <= NOW + timedelta(hours=48)
    assert until - NOW >= min(timedelta(hours=6), (start - NOW) / 2) - timedelta(minutes=1)
    if start - NOW > timedelta(days=4):
        assert until == NOW + timedelta(hours=48)


@pytest.mark.parametrize(
    ("words", "start", "hours"),
    [
        ("an hour later", TUESDAY + timedelta(hours=1), 3),
        ("by 2 hours earlier", TUESDAY - timedelta(hours=2), 3),
        ("1,5 h later", TUESDAY + timedelta(hours=1.5), 3),
        ("45 min later", TUESDAY + timedelta(minutes=45), 3),
        ("three weeks later", TUESDAY + timedelta(weeks=3), 3),
        ("half past eight", TUESDAY.replace(hour=20, minute=30), 3),
        ("8pm", TUESDAY.replace(hour=20), 3),
        ("20:00-21:30", TUESDAY.replace(hour=20), 1.5),
        ("Wednesday 2 December", TUESDAY + timedelta(days=1), 3),
        ("Wed 2 Dec 20:00", TUESDAY + timedelta(days=1, hours=1), 3),
    ],
)
def test_other_times_in_words(words, start, hours):
    assert moved_to(words, rehearsal(), CONTEXT) == Times(start, start + timedelta(hours=hours))


@pytest.mark.parametrize(
    ("locale", "words", "hours"),
    [
        ("en-GB", "an hour and a half later", 1.5),
        ("en-GB", "four hours earlier", -4),
        ("de-DE", "eine Stunde später", 1),
        ("de-DE", "um eine halbe Stunde früher", -0.5),
        ("de-DE", "anderthalb Stunden spaeter", 1.5),
        ("de-DE", "Zwei Wochen später", 14 * 24),
        ("es-ES", "una hora más tarde", 1),
        ("es-ES", "media hora antes", -0.5),
        ("es-ES", "hora y media después", 1.5),
        ("es-ES", "dos dias mas tarde", 48),
        ("fr-FR", "une heure plus tard", 1),
        ("fr-FR", "une demi-heure plus tôt", -0.5),
        ("fr-FR", "une heure et demie plus tard", 1.5),
        ("fr-FR", "30 mn plus tot", -0.5),
        ("pt-BR", "uma hora mais tarde", 1),
        ("pt-BR", "meia hora mais cedo", -0.5),
        ("pt-BR", "uma hora e meia depois", 1.5),
        ("pt-BR", "uma semana mais tarde", 7 * 24),
        ("pt-BR", "an hour later", 1),
    ],
)
def test_a_shift_in_any_language_and_in_the_english_mixed_into_it(locale, words, hours):
    context = replace(CONTEXT, locale=locale)
    start = TUESDAY + timedelta(hours=hours)
    assert moved_to(words, rehearsal(), context) == Times(start, start + timedelta(hours=3))


@pytest.mark.parametrize("words", ["later", "hour later", "eine Stunde später", "an hour"])
def test_words_that_shift_nothing(words):
    assert isinstance(moved_to(words, rehearsal(), CONTEXT), Problem)


@pytest.mark.parametrize(
    "words", ["sometime", "every Tuesday 19:00", "Sat 5 to Sun 6 Dec", "", "Fri 12 Dec", "!"]
)
def test_words_that_are_no_other_time(words):
    assert isinstance(moved_to(words, rehearsal(), CONTEXT), Problem)
    assert isinstance(gig_times(words or "?", CONTEXT), Problem)


def test_hours_stay_elapsed_hours_when_it_moves_into_the_night_the_clocks_change():
    context = Context(now=datetime(2027, 3, 1, 12), zone="Europe/London")
    night = rehearsal(datetime(2027, 3, 20, 23))
    moved = moved_to("a week later", night, context)
    assert moved == Times(datetime(2027, 3, 27, 23), datetime(2027, 3, 28, 3))


@pytest.mark.parametrize(
    ("state", "at", "phase"),
    [
        (CommitmentState.PROPOSED, -1, Phase.PROPOSED),
        (CommitmentState.PROPOSED, 0, Phase.RAN_OUT),
        (CommitmentState.CONFIRMED, 0, Phase.CONFIRMED),
        (CommitmentState.CONFIRMED, 3 * 3600 - 1, Phase.CONFIRMED),
        (CommitmentState.CONFIRMED, 3 * 3600, Phase.OVER),
        (CommitmentState.CANCELLED, -1, Phase.CALLED_OFF),
    ],
)
def test_how_it_stands_is_derived_to_the_second(state, at, phase):
    commitment = rehearsal(state=state)
    assert commitment.phase(commitment.starts_at + timedelta(seconds=at)) is phase


def test_a_dep_is_concerned_once_drawn_in_and_who_takes_part_depends_on_the_answer():
    def member(number, role, *, required):
        return Membership(
            MembershipId(number), BandId(1), PersonId(number), str(number), role, None, required=required
        )

    ana = member(1, Role.OWNER, required=True)
    bo = member(2, Role.MEMBER, required=False)
    di = member(3, Role.DEP, required=False)
    assert concerned([ana, bo, di], {}) == [ana, bo]
    assert concerned([ana, bo, di], {di.person: Rsvp.NO}) == [ana, bo, di]
    assert [takes_part(ana, each) for each in (None, *Rsvp)] == [True, True, True, False]
    assert [takes_part(bo, each) for each in (None, *Rsvp)] == [False, True, False, False]
