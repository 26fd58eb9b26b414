"""Questions of a turn: kept with what they need to go on, and taken up again by a button or by words."""

from bots.chat.arguments import keys_of
from bots.chat.catalogue import BY_NAME
from bots.chat.conversations import Ask, Given, Question, answered, answered_in_words
from bots.chat.definition import Command
from bots.chat.intent import Resume
from bots.chat.turn import Incoming, Turn
from core.ids import PendingId
from core.journal import Gone, NotYours
from core.pending import PendingCommand


def where_answered(incoming: Incoming, *, private: bool) -> str:
    """The chat whose next plain message answers a question that is asked now."""
    chat, account = incoming.chat, incoming.account
    shown_here = chat.whispers or chat.private or not private
    return chat.key if shown_here else f"{account.platform}:{account.key}"


async def ask(turn: Turn, command: Command, asked: Ask, given: Given, *, where: str) -> Question:
    """Keep the command with what was given, and ask."""
    return Question(asked, await keep(turn, command, asked, given, where=where))


async def keep(turn: Turn, command: Command, asked: Ask, given: Given, *, where: str) -> PendingId:
    """Keep the command until it is answered, or another question is asked there.

    Raises KeyError for what neither the command nor a question declares (a bug, not an input).
    """
    keys = {*given.values, *(key for option in asked.options for key in option.answers)}
    if unknown := keys - keys_of(command.shape) - Given.KEYS - {"band", "venue"}:
        raise KeyError(command.name, unknown)
    return await turn.unit.pending.open(
        turn.person.id,
        where,
        command=command.name,
        answers=given.caused_by(turn.act.cause).as_answers(),
        asking=asked.asking,
        choices=[option.answers for option in asked.options],
        at=turn.said_at,
    )


async def own(turn: Turn, pending: PendingId) -> PendingCommand:
    """The open question behind a button. Raises Gone, NotYours."""
    found = await turn.unit.pending.find(pending, now=turn.now)
    if found is None:
        raise Gone
    if found.person != turn.person.id:
        raise NotYours
    return found


def led_to(pending: PendingCommand, incoming: Incoming) -> bool:
    """Whether this very message made it ask: delivered again it is no answer, and is asked again."""
    return Given.from_answers(pending.answers).cause == incoming.cause


def taken_up(pending: PendingCommand, intent: Resume) -> tuple[Command, Given] | None:
    """The command that goes on, with the answer; None: this release has no such command. Raises Gone."""
    answers: dict[str, str] | None = dict(pending.answers)
    if intent.choice is not None:
        answers = answered(pending, choice=intent.choice)
    elif intent.words is not None:
        answers = answered_in_words(pending, intent.words)
    if answers is None:
        raise Gone
    command = BY_NAME.get(pending.command)
    return None if command is None else (command, Given.from_answers(answers))
