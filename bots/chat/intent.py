"""What somebody wants, read off what they typed or pressed; nothing is looked up yet."""

import base64
import re
from dataclasses import dataclass

from bots.chat.arguments import split_line
from bots.chat.buttons import GOING_ON, AnswerPending, NoSuchDay, Payload, PickAnswer, ResumePending, before
from bots.chat.catalogue import BY_NAME, BY_VERB, GROUPS, PRESS_BY_VERB
from bots.chat.conversations import Given
from bots.chat.definition import Command, OfBand, OfVenue, Press
from bots.chat.refusals import NotYourWords, OldButton, UnknownCommand
from bots.chat.turn import Filled, Incoming, Overheard, PressedButton, Typed
from core.bands.kits.captions import caption_of
from core.ids import BandId, PendingId
from presentation.tokens import TOKEN, VERSION, BadToken, Pressed, Tokens


@dataclass(frozen=True, slots=True)
class RunIntent:
    """A command, with what was said of its arguments."""

    command: Command
    given: Given


@dataclass(frozen=True, slots=True)
class ButtonPress:
    """A button that does something by itself."""

    press: Press
    payload: Payload


@dataclass(frozen=True, slots=True)
class Resume:
    """An open question goes on: by a choice, by words, or just as it is."""

    pending: PendingId
    choice: int | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class ShowInvite:
    """A link with an invite's code."""

    code: str


@dataclass(frozen=True, slots=True)
class ShowLink:
    """A link with a code that joins accounts."""

    code: str


@dataclass(frozen=True, slots=True)
class ShowGig:
    """A link with the code of an invite to a gig."""

    code: str


@dataclass(frozen=True, slots=True)
class ShowZone:
    """A link with a time zone, from the page that reads it off the browser."""

    name: str


@dataclass(frozen=True, slots=True)
class ShowActions:
    """A group's own name alone."""

    group: str


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Words without a command: the answer to a question, a message to be read, or chatter."""

    text: str
    pointed_at: bool = False
    """Said before, to others: no answer to a question, and something must be said of them."""


@dataclass(frozen=True, slots=True)
class FileCame:
    """A file for a press kit, with what the words beside it say."""

    given: Given
    """The arguments of FILE_COMMAND."""


Intent = (
    RunIntent
    | ButtonPress
    | Resume
    | ShowInvite
    | ShowLink
    | ShowGig
    | ShowZone
    | ShowActions
    | PlainWords
    | FileCame
)

FILE_COMMAND = "epk"
"""The command that takes files."""

_COMMAND = re.compile(r"/(?P<head>[A-Za-z0-9_]+)(?:\s+(?P<rest>.*))?", re.DOTALL)
_INVITE = "join_"
_LINK = "link_"
_GIG = "gig_"
_ZONE = re.compile(r"zone_(?P<name>[A-Za-z0-9_-]+)")


def intent_of(incoming: Incoming, tokens: Tokens) -> Intent:
    """What is wanted. Raises UnknownCommand, OldButton."""
    match incoming.said:
        case Typed(command=name, values=values):
            if name not in BY_NAME:
                raise UnknownCommand(f"/{name}")
            return RunIntent(BY_NAME[name], Given(values))
        case Overheard(own=False):
            raise NotYourWords
        case Overheard(text=text):
            return PlainWords(text.strip(), pointed_at=True)
        case PressedButton(token=token):
            return _pressed(token, tokens)
        case Filled(token=token, text=text):
            intent = _pressed(token, tokens)
            if not isinstance(intent, Resume):
                raise OldButton
            return Resume(intent.pending, words=text)
        case line:
            came = _file(line.text) if incoming.attachments else None
            return came or _line(line.text, tokens)


def _file(text: str) -> FileCame | None:
    """What is said of a file; None: the words beside it are about something else, and it only adorns them."""
    said = text.strip()
    head, _, rest = said.partition(" ")
    command = head.casefold() == f"/{FILE_COMMAND}"
    if command:
        said = rest.strip()
    caption = caption_of(said)
    if caption is not None:
        values = {"field": caption.kind.value if caption.kind else None, "band": caption.band}
        return FileCame(Given({name: value for name, value in values.items() if value}))
    if command:
        return FileCame(Given(split_line(BY_NAME[FILE_COMMAND].arguments, said)))
    return None


def _line(text: str, tokens: Tokens) -> Intent:
    text = text.strip()
    found = _COMMAND.fullmatch(text)
    if found is None:
        return PlainWords(text)
    head, rest = found["head"].lower(), (found["rest"] or "").strip()
    if head == "start" and rest:
        return _payload(rest, tokens)
    if head in GROUPS:
        action, _, tail = rest.partition(" ")
        command = BY_NAME.get(f"{head} {action.lower()}")
        if command is not None:
            return RunIntent(command, Given(split_line(command.arguments, tail)))
        if rest:
            raise UnknownCommand(f"/{head} {action}")
        return ShowActions(head)
    command = BY_NAME.get(head) or BY_VERB.get(head)
    if command is None:
        raise UnknownCommand(f"/{head}")
    return RunIntent(command, Given(split_line(command.arguments, rest)))


def _payload(payload: str, tokens: Tokens) -> Intent:
    if payload.startswith(_INVITE):
        return ShowInvite(payload.removeprefix(_INVITE))
    if payload.startswith(_LINK):
        return ShowLink(payload.removeprefix(_LINK))
    if payload.startswith(_GIG):
        return ShowGig(payload.removeprefix(_GIG))
    if found := _ZONE.fullmatch(payload):
        return _zone(found["name"])
    if TOKEN.fullmatch(payload):
        return _pressed(payload, tokens)
    return RunIntent(BY_NAME["start"], Given({}))


def _zone(written: str) -> Intent:
    """A zone's name in URL-safe base64 without padding (RFC 4648, section 5): no slash may be in a link."""
    try:
        return ShowZone(base64.urlsafe_b64decode(written + "=" * (-len(written) % 4)).decode())
    except ValueError:
        return RunIntent(BY_NAME["start"], Given({}))


def _pressed(token: str, tokens: Tokens) -> Intent:
    try:
        pressed = tokens.decode(token)
        return _meant(_verb_today(pressed), pressed.ids)
    except (BadToken, NoSuchDay) as error:
        raise OldButton from error


def _verb_today(pressed: Pressed) -> str:
    """The verb as it is called now. Raises OldButton."""
    if pressed.version == VERSION:
        return pressed.verb
    if pressed.verb in before.COMMANDS and not (pressed.verb in before.PRESSES and pressed.ids):
        return pressed.verb
    if pressed.verb not in before.PRESSES:
        raise OldButton
    return before.PRESSES[pressed.verb]


def _meant(verb: str, ids: tuple[int, ...]) -> Intent:
    payload = next((each for each in GOING_ON if each.verb == verb and each.size() == len(ids)), None)
    if payload is not None:
        return _going_on(payload.read(ids))
    press = PRESS_BY_VERB.get(verb)
    if press is not None and press.payload.size() == len(ids):
        return ButtonPress(press, press.payload.read(ids))
    match verb, ids:
        case verb, () if verb in BY_VERB:
            return RunIntent(BY_VERB[verb], Given({}))
        case verb, (band,) if verb in BY_VERB and isinstance(BY_VERB[verb].about, OfBand):
            return RunIntent(BY_VERB[verb], Given({"band": str(band)}, pressed_for=BandId(band)))
        case verb, (venue,) if verb in BY_VERB and isinstance(BY_VERB[verb].about, OfVenue):
            return RunIntent(BY_VERB[verb], Given({"venue": str(venue)}))
        case _:
            raise OldButton


def _going_on(payload: Payload) -> Resume:
    match payload:
        case PickAnswer(pending=pending, choice=choice):
            return Resume(pending, choice=choice)
        case ResumePending(pending=pending) | AnswerPending(pending=pending):
            return Resume(pending)
        case _:
            raise TypeError(payload)
