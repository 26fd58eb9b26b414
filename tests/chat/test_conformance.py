"""What every command, button, result, refusal and notice owes to the rest of the house."""

import ast
import importlib
import inspect
import json
import pkgutil
import re
import string
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bots.chat
import bots.console
import core
from bots.chat.arguments import Field, Missing, PickField, Unfit, WordsField, arguments_of, bind, split_line
from bots.chat.buttons import GOING_ON, Payload, before
from bots.chat.catalogue import BY_VERB, COMMANDS, GROUPS, PRESSES, actions_of, help_
from bots.chat.commands.conversation import HelpArguments
from bots.chat.conversations import Ask, Question, Redirect
from bots.chat.definition import OfBand, Subject
from bots.chat.intent import RunIntent, intent_of
from bots.chat.news import NEWS
from bots.chat.reply import Placement, Reply, Tone, plain
from bots.chat.results.band import NewMember
from bots.chat.subjects import RESOLVERS
from bots.chat.turn import Chat, Incoming, Reader, Turn, TypedLine
from bots.chat.views.diary.troubles import TROUBLES
from bots.chat.views.questions import QUESTIONS
from bots.chat.views.refusals import REFUSALS as IN_WORDS
from bots.chat.views.refusals import SUPERSEDED, refused
from bots.chat.views.registry import VIEWS, show
from core.access import RIGHTS, Right
from core.bands import Band, BindingKind, Membership, Role
from core.bands.kits.files import FileTrouble
from core.bands.notices import BandHandedOver, MemberJoined, MemberRemoved, MembershipChanged
from core.errors import Refusal
from core.ids import (
    AccountRef,
    ApplicationId,
    BandId,
    ChangeId,
    CommitmentId,
    CountingId,
    EventId,
    FeedId,
    MembershipId,
    PersonId,
    Platform,
    VenueId,
)
from core.marketplace.applications import ApplicationStage
from core.marketplace.applications.notices import (
    ApplicationCame,
    ApplicationEnds,
    ApplicationNews,
    ApplicationSeen,
    LastLookAsked,
    LastLookDue,
    LookAnswered,
    NightChanged,
    NightOver,
    OtherSideGone,
    SlotFilledNews,
    SlotOpenAgain,
    TicketsNews,
    WithdrawnByBooking,
)
from core.marketplace.matching.notices import MatchDigest, OpenDateFits
from core.marketplace.ratings.notices import RatingReplied, RatingsOpened
from core.marketplace.tickets.notices import CountsFailing
from core.marketplace.venues.notices import PromoterJoined, PromoterRemoved
from core.notices import NOTICES as KINDS
from core.notices import UnknownNotice, facts_of, notice_from
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.commitments.notices import (
    AnswersDue,
    AnswerTurned,
    CommitmentAhead,
    CommitmentTold,
    EverybodyCan,
    RehearsalAsked,
    RehearsalNudge,
)
from core.scheduling.diary.notices import ChangedOnPage, EnteredForYou, FeedFailing, FeedRead
from core.scheduling.green.notices import MonthsQuestion
from core.scheduling.kinds import CommitmentKind, CommitmentState
from core.scheduling.phrases.understanding import Trouble
from core.undo import PLANS
from core.web_sessions.notices import DoneOnAPage
from presentation.tokens import LIMIT, BadToken, Tokens
from tests.fakes.stage import text_of

ROOT = Path(core.__file__).parents[1]
READER = Reader("en-GB", "Europe/London", date(2026, 11, 23))
TOKENS = Tokens(b"conformance")


def modules(package):
    for each in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        yield importlib.import_module(each.name)


for each in (core, bots.chat, bots.console):
    list(modules(each))


def every(kind):
    for sub in kind.__subclasses__():
        yield sub
        yield from every(sub)


def line(text):
    chat = Chat("console:Ana", private=True, whispers=True)
    return Incoming(AccountRef(Platform.CONSOLE, "Ana"), "Ana", None, chat, "c", TypedLine(text))


# Commands


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.name)
class TestEveryCommand:
    def test_its_name_fits_every_platform(self, command):
        assert re.fullmatch(r"[a-z]{1,15}( [a-z]{1,15})?", command.name)
        assert re.fullmatch(r"[a-z][a-z0-9]{0,14}", command.verb)

    def test_its_summary_fits_every_platform_and_is_one_plain_sentence(self, command):
        assert 0 < len(command.summary) <= 100
        assert command.summary[0].isupper()
        assert command.summary[-1] not in ".!"

    def test_its_example_parses_and_binds(self, command):
        intent = intent_of(line(f"/{command.name} {command.example}".strip()), TOKENS)
        assert isinstance(intent, RunIntent)
        assert intent.command is command
        bound = bind(command.shape, intent.given.values)
        needs = any(argument.required for argument in command.arguments)
        if command.example or not needs:
            assert isinstance(bound, command.shape)
        else:
            pytest.fail("a command with a required argument has an example")

    async def test_it_appears_in_help(self, command):
        shown = await help_(HelpArguments(), None)
        assert command.name in [each.name for each in shown.commands]
        for topic in (command.name, f"/{command.name}", command.name.upper(), command.name.split()[0]):
            about = await help_(HelpArguments(topic), None)
            assert command.name in [each.name for each in about.commands], topic

    def test_its_arguments_are_of_the_known_kinds_and_words_come_first(self, command):
        arguments = command.arguments
        assert all(isinstance(each.kind, Field) for each in arguments)
        assert {each.name for each in arguments} <= {each.name for each in fields(command.shape)}
        assert all(not isinstance(each.kind, WordsField) for each in arguments[1:])
        required = [each.required for each in arguments]
        assert required == sorted(required, reverse=True)
        for each in arguments:
            assert re.fullmatch(r"[a-z]{1,32}", each.name)
            assert 0 < len(each.kind.question) <= 45, "a label of a form holds no more"
            if isinstance(each.kind, PickField):
                assert each.kind.source in ("band", "member", "venue")

    def test_whatever_is_said_either_binds_or_is_missing_or_unfit(self, command):
        for said in ("", " ", "x" * 5000, "\x00", "name: value", ":", "🎸"):
            raw = split_line(command.arguments, said)
            assert isinstance(bind(command.shape, raw), command.shape | Missing | Unfit)


def test_names_and_verbs_are_unique():
    verbs = [each.verb for each in COMMANDS] + [each.verb for each in PRESSES] + ["pick", "resume", "answer"]
    # `undo` is a command without numbers, and a button with one.
    assert sorted({each for each in verbs if verbs.count(each) > 1}) == ["undo"]
    for press in PRESSES:
        assert press.verb not in {each.verb for each in COMMANDS} or press.payload.size() > 0


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_s_own_name_offers_each_of_its_actions(group):
    offered = actions_of(group)
    assert [verb for _, verb in offered.verbs] == [each.verb for each in COMMANDS if each.group == group]


def test_every_subject_has_a_resolver():
    assert set(RESOLVERS) == set(get_args(Subject) or (Subject,))


def test_every_right_that_a_command_asks_for_is_somebody_s():
    for command in COMMANDS:
        if isinstance(command.about, OfBand):
            assert any(command.about.right in rights for rights in RIGHTS.values())
    assert set(RIGHTS) == set(Role)
    assert RIGHTS[Role.OWNER] == set(Right)


# Buttons

PAYLOADS = sorted(
    {
        each
        for module in (bots.chat.buttons, *modules(bots.chat.buttons))
        for _, each in inspect.getmembers(module, inspect.isclass)
        if issubclass(each, Payload) and each is not Payload
    },
    key=lambda each: each.__name__,
)


def values_of(kind):
    if kind is date:
        return st.dates()
    return st.booleans() if kind is bool else st.integers(0, 2**63 - 1)


@pytest.mark.parametrize("press", PRESSES, ids=lambda each: each.verb)
def test_every_verb_has_a_handler_that_takes_its_ids_and_the_longest_token_fits(press):
    payload, turn = inspect.signature(press.handler).parameters.values()
    assert (payload.annotation, turn.annotation) == (press.payload, Turn)
    token = TOKENS.encode(press.verb, (2**63 - 1,) * press.payload.size())
    assert len(token) <= LIMIT == 64
    assert set(token) <= set(string.ascii_letters + string.digits + "-")
    assert TOKENS.decode(token).ids == (2**63 - 1,) * press.payload.size()


@given(data=st.data())
@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda each: each.__name__)
def test_what_a_button_carries_is_what_its_handler_is_given(payload, data):
    carried = data.draw(st.builds(payload, **{each.name: values_of(each.type) for each in fields(payload)}))
    pressed = TOKENS.decode(TOKENS.encode(carried.verb, carried.ids))
    assert payload.verb == pressed.verb
    assert payload.read(pressed.ids) == carried


def test_every_button_that_a_view_can_make_does_something():
    assert {each.payload for each in PRESSES} == set(PAYLOADS) - set(GOING_ON)
    run = [
        node.args[0].value
        for path in ROOT.glob("bots/chat/**/*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "RunCommand"
        if isinstance(node.args[0], ast.Constant)
    ]
    assert run
    assert set(run) <= set(BY_VERB)


def test_no_verb_of_an_old_button_means_something_else_today():
    for payload in PAYLOADS:
        assert before.PRESSES.get(payload.verb, payload.verb) == payload.verb
        assert payload.verb not in before.COMMANDS or payload.verb in before.PRESSES
    for verb in before.PRESSES:
        assert verb not in BY_VERB or verb in before.COMMANDS
    assert set(before.PRESSES.values()) <= {each.verb for each in PAYLOADS}
    assert set(before.COMMANDS) <= set(BY_VERB)


VERBS = st.from_regex(r"[a-z][a-z0-9]{0,14}", fullmatch=True)
IDS = st.lists(st.integers(0, 2**63 - 1), max_size=3).map(tuple)


@given(verb=VERBS, ids=IDS)
def test_a_token_says_what_was_put_into_it(verb, ids):
    token = TOKENS.encode(verb, ids)
    assert len(token) <= 64
    assert re.fullmatch(r"[A-Za-z0-9-]+", token)
    found = TOKENS.decode(token)
    assert (found.verb, found.ids) == (verb, ids)


def test_the_longest_token_is_read_again():
    token = TOKENS.encode("x" * 15, (2**63 - 1,) * 3)
    assert len(token) == 64
    assert TOKENS.decode(token).verb == "x" * 15


@given(
    verb=VERBS,
    ids=IDS,
    at=st.integers(0, 63),
    other=st.sampled_from(string.ascii_letters + string.digits + "-é \n"),
)
def test_a_token_that_was_tampered_with_is_refused(verb, ids, at, other):
    token = TOKENS.encode(verb, ids)
    at %= len(token)
    changed = token[:at] + other + token[at + 1 :]
    if changed == token:
        return
    with pytest.raises(BadToken):
        TOKENS.decode(changed)


@given(token=st.text(max_size=80))
def test_garbage_is_no_token(token):
    with pytest.raises(BadToken):
        TOKENS.decode(token)


@given(verb=VERBS, ids=IDS)
def test_a_token_of_another_secret_is_refused(verb, ids):
    with pytest.raises(BadToken):
        Tokens(b"another").decode(TOKENS.encode(verb, ids))


@pytest.mark.parametrize(
    ("verb", "ids"),
    [("", ()), ("Undo", ()), ("x" * 16, ()), ("undo", (-1,)), ("undo", (2**63,)), ("undo", (1, 2, 3, 4))],
)
def test_what_does_not_fit_the_format_is_never_made(verb, ids):
    with pytest.raises(ValueError):
        TOKENS.encode(verb, ids)


# Results and refusals


def results_of(function):
    """The results that a handler's annotation names."""
    hint = get_type_hints(function)["return"]
    return set(get_args(hint)) or {hint}


HANDLERS = {
    **{each.name: each.handler for each in COMMANDS},
    **{f"[{each.verb}]": each.handler for each in PRESSES},
}
RESULTS = sorted(
    set().union(*map(results_of, HANDLERS.values())) - {Ask, Redirect, type(None)},
    key=lambda each: each.__qualname__,
)


@pytest.mark.parametrize("handler", HANDLERS.values(), ids=HANDLERS)
def test_every_handler_names_what_it_returns(handler):
    assert all(is_dataclass(each) for each in results_of(handler))


def test_the_results_are_found():
    names = {each.__name__ for each in RESULTS}
    assert {
        "Marked",
        "AlreadySo",
        "Undone",
        "GreenShown",
        "BandMade",
        "Joined",
        "LeaveAsked",
        "ZoneSet",
        "Help",
    } <= names


@pytest.mark.parametrize("result", RESULTS, ids=lambda each: each.__name__)
def test_every_result_has_a_view(result):
    assert result in VIEWS


def asked_about():
    """The names of all values that an Ask is about, as the sources say them."""
    for path in ROOT.glob("bots/chat/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Ask" and len(node.args) > 1:
                about = node.args[1]
                if isinstance(about, ast.Call) and isinstance(about.func, ast.Name):
                    yield about.func.id


def test_everything_that_is_asked_about_has_words():
    asked = set(asked_about())
    assert {"KindUnsaid", "ClockAsked", "NewTimeUnsaid", "BandUnclear"} <= asked
    assert asked <= {each.__name__ for each in QUESTIONS}


def test_a_question_has_a_view_and_every_trouble_has_words():
    assert Question in VIEWS
    assert set(TROUBLES) == set(Trouble)


SAMPLES = {
    "str": "The Foxes",
    "tuple[str, ...]": ("Ana", "Bo"),
    "int": 80,
    "bool": False,
    "BindingKind": BindingKind.CHANNEL,
    "Right": Right.INVITE,
    "date": date(2026, 12, 11),
    "datetime": datetime(2026, 12, 11, 23, tzinfo=UTC),
    "ApplicationStage": ApplicationStage.PENDING,
    "FileTrouble": FileTrouble.BROKEN,
    "Commitment": Commitment(
        BandId(3),
        CommitmentKind.REHEARSAL,
        CommitmentState.CONFIRMED,
        datetime(2026, 12, 1, 19),
        datetime(2026, 12, 1, 22),
        "Europe/London",
        None,
        PersonId(5),
        datetime(2026, 11, 23, tzinfo=UTC),
        None,
        id=CommitmentId(1),
    ),
}
NAMED = {"zone": "Europe/London"}
REFUSALS = sorted(every(Refusal), key=lambda each: each.__qualname__)


def samples(refusal):
    values = {}
    for field in fields(refusal):
        kind = field.type if isinstance(field.type, str) else getattr(field.type, "__name__", str(field.type))
        if kind == "type" or str(field.type).startswith("type["):
            return [refusal(**{field.name: each}) for each in PLANS]
        values[field.name] = (
            NAMED.get(field.name) or SAMPLES["tuple[str, ...]" if "tuple" in str(field.type) else kind]
        )
    if "why" in values:
        return [refusal(**{**values, "why": why}) for why in ("expired", "used_up", "revoked")]
    if "right" in values:
        return [refusal(**{**values, "right": right}) for right in Right]
    if "stage" in values:
        return [refusal(**{**values, "stage": stage}) for stage in ApplicationStage]
    if "field" in values:
        return [refusal(**{**values, "field": field}) for field in ("name", "capacity", "spotify")]
    if "trouble" in values:
        return [refusal(trouble) for trouble in FileTrouble]
    if "narrower" in values:
        given = [
            (place, place is BindingKind.SERVER and more) for place in BindingKind for more in (False, True)
        ]
        return [refusal(place, narrower=narrower) for place, narrower in given]
    if isinstance(values.get("place"), BindingKind):
        return [refusal(place) for place in BindingKind]
    return [refusal(**values)]


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda each: each.__name__)
def test_every_refusal_has_words_and_a_next_step(refusal):
    assert refusal in IN_WORDS
    for each in samples(refusal):
        reply = refused(each, READER)
        first, *steps = text_of(reply).splitlines()
        assert first[0].isupper()
        assert first[-1] in ".?"
        assert len(steps) == 1
        assert "!" not in text_of(reply)
        assert not re.search(
            r"\b(user|oops|sorry|successfully|invalid|error)\b", text_of(reply), re.IGNORECASE
        )
        assert reply.tone is Tone.REFUSAL
        assert reply.placement is Placement.TOAST
        assert len(text_of(reply)) <= 200, "a toast on Telegram holds no more"


def test_each_kind_that_can_be_turned_says_what_stands_in_the_way():
    assert set(SUPERSEDED) == set(PLANS)


def test_no_words_are_left_for_refusals_that_are_gone():
    assert set(IN_WORDS) == set(REFUSALS)


# Notices


NOTICES = [
    MemberJoined(BandId(3), PersonId(5)),
    EnteredForYou(ChangeId(9), BandId(3), PersonId(5)),
    ChangedOnPage(ChangeId(9)),
    MonthsQuestion(BandId(3), PersonId(5), "2027-03-01", 2),
    MembershipChanged(BandId(3), PersonId(5), ChangeId(9), back=False),
    BandHandedOver(BandId(3), PersonId(5)),
    MemberRemoved(BandId(3), PersonId(5)),
    FeedRead(FeedId(4), 40, 2),
    FeedFailing(FeedId(4), "not_found", lasting=True),
    RehearsalAsked(CommitmentId(4), 0),
    RehearsalNudge(CommitmentId(4), 1),
    AnswersDue(CommitmentId(4), 2),
    EverybodyCan(CommitmentId(4), 3),
    CommitmentTold(ChangeId(9)),
    AnswerTurned(CommitmentId(4), PersonId(5), 0),
    CommitmentAhead(CommitmentId(4), 0),
    PromoterJoined(VenueId(6), PersonId(5)),
    PromoterRemoved(VenueId(6), PersonId(5)),
    LastLookAsked(EventId(7), BandId(3), ApplicationId(8), PersonId(5)),
    LastLookAsked(EventId(7), BandId(3), None, PersonId(5)),
    LookAnswered(EventId(7), BandId(3), PersonId(5), ApplicationId(8)),
    LookAnswered(EventId(7), BandId(3), PersonId(5), None),
    LastLookDue(ApplicationId(8), 1),
    ApplicationCame(ApplicationId(8), 0),
    ApplicationNews(ChangeId(9)),
    ApplicationSeen(ApplicationId(8)),
    ApplicationEnds(ApplicationId(8), 2, "2026-12-09T19:30:00+00:00"),
    SlotFilledNews(ApplicationId(8)),
    WithdrawnByBooking(ApplicationId(8)),
    SlotOpenAgain(ApplicationId(8)),
    NightChanged(ChangeId(9), ApplicationId(8)),
    TicketsNews(ChangeId(9), ApplicationId(8), undone=True),
    CountsFailing(CountingId(4), EventId(7), "refused"),
    OtherSideGone(ApplicationId(8)),
    NightOver(ApplicationId(8)),
    RatingsOpened(ApplicationId(8), by_time=True),
    RatingReplied(ApplicationId(8), by_band=True),
    OpenDateFits(EventId(7), BandId(3)),
    MatchDigest(BandId(3), "2026-11-23T18:00:00+00:00"),
    DoneOnAPage(ChangeId(9)),
]


def test_every_kind_of_notice_is_tried_here():
    assert {type(each) for each in NOTICES} == set(KINDS)


def test_every_kind_of_notice_knows_its_facts():
    assert set(NEWS) == set(KINDS)


@pytest.mark.parametrize("notice", NOTICES, ids=lambda each: each.kind)
def test_a_notice_survives_json(notice):
    facts = json.loads(json.dumps(facts_of(notice)))
    assert notice_from(notice.kind, notice.version, facts) == notice
    for kind, version, more in (
        ("gone", 1, facts),
        (notice.kind, 99, facts),
        (notice.kind, notice.version, {**facts, "x": 1}),
    ):
        with pytest.raises(UnknownNotice):
            notice_from(kind, version, more)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("part", [None, "drums"])
def test_a_notice_says_why_it_was_sent(role, part):
    band = Band(BandId(1), "The Foxes", None, "Europe/London", ())
    member = Membership(MembershipId(1), band.id, PersonId(2), "Bo", role, part, required=True)
    reply = show(NewMember(band, member, 2), READER)
    assert isinstance(reply, Reply)
    assert "Bo" in plain(reply.title)
    assert "Sent because" in text_of(reply)


# Layers


PROSE = re.compile(r"[a-z]+ [a-z]+ [a-z]+ [a-z]+")


def prose_in(path):
    """String literals that read like sentences: not docstrings, not what is raised for developers."""
    tree = ast.parse(path.read_text("utf-8"))
    spared = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            spared.add(node.value)  # docstrings
        if isinstance(node, ast.Raise | ast.Assert):
            spared |= set(ast.walk(node))
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and node not in spared else None
        if isinstance(text, str) and PROSE.search(text) and len(text) < 400:
            yield f"{path.name}:{node.lineno}: {text}"


@pytest.mark.parametrize(
    "path",
    [
        each
        for each in sorted(ROOT.glob("core/**/*.py"))
        if not {"lexicons", "vocabularies"} & set(each.parts)
    ],
    ids=lambda each: str(each.relative_to(ROOT)),
)
def test_core_has_no_prose(path):
    assert list(prose_in(path)) == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("bots/chat/commands/**/*.py")), ids=lambda each: each.name)
def test_handlers_return_and_never_send(path):
    tree = ast.parse(path.read_text("utf-8"))
    called = {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not called & {"send", "reply", "tell", "answer", "print", "put", "deliver", "commit"}
    imported = {
        name.name if isinstance(node, ast.Import) else node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    }
    assert not any(each.startswith(("bots.discord", "bots.telegram", "storage", "jobs")) for each in imported)


def test_the_arguments_of_a_shape_are_read_in_order():
    create = next(each for each in COMMANDS if each.name == "band create")
    assert [each.name for each in arguments_of(create.shape)] == ["name", "city", "genres"]
