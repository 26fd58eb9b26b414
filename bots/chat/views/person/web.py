"""Signing in on the web, and what was done there, in words."""

from bots.chat.buttons.conversation import UndoChange
from bots.chat.buttons.person import SignOutEverywhere
from bots.chat.reply import Action, Block, Button, Inside, Link, Paragraph, Reply, Say, Weight, line, rows
from bots.chat.results.person import WebLinkGiven
from bots.chat.turn import Reader
from core import formats
from core.moments import to_wall
from core.web_sessions import LINK_LIFETIME, SESSION_LIFETIME
from core.web_sessions.signing_in import SignedOutEverywhere
from presentation.addresses import MINI_APP


def web_link_given(result: WebLinkGiven, reader: Reader) -> Reply:
    """The link, how long it is good for, and where one is signed in already."""
    blocks: list[Block] = [
        Paragraph(line(Link(result.address, result.address))),
        Paragraph(
            reader.say(
                "Good for {minutes} minutes, once; then you stay signed in for {days} days. "
                "Keep it to yourself: whoever opens it is you.",
                minutes=str(LINK_LIFETIME.seconds // 60),
                days=str(SESSION_LIFETIME.days),
            )
        ),
    ]
    if not result.everywhere:
        blocks.append(Paragraph(reader.say(_HERE_ALONE)))
    buttons: list[Button] = [Inside(reader.label("Calendar"), MINI_APP)]
    sessions = result.offered.sessions
    if sessions:
        used = max(each.used_at for each in sessions)
        words = reader.plural(
            len(sessions),
            "You are signed in on {n} device, last used {day}.",
            "You are signed in on {n} devices, last used {day}.",
            day=formats.day(to_wall(used, reader.zone).date(), reader.locale, today=reader.today),
        )
        blocks.append(Paragraph(words))
        buttons.append(sign_out_button(reader))
    return Reply(reader.say("🔑 Your bands on the web"), tuple(blocks), rows(*buttons))


_HERE_ALONE = "It opens on the machine alone that I run on: whoever runs me has set no public address."


def signed_out_everywhere(result: SignedOutEverywhere, reader: Reader) -> Reply:
    """How many sessions have ended."""
    title = reader.plural(
        result.ended,
        "🔑 Signed out on {n} device",
        "🔑 Signed out on {n} devices",
    )
    if not result.ended:
        title = reader.say("🔑 You were signed in nowhere")
    again = reader.say("For a new link: {say}", say=Say("web"))
    return Reply(title, (Paragraph(again),))


def sign_out_button(reader: Reader) -> Action:
    """[Sign out everywhere]."""
    return Action(reader.label("Sign out everywhere"), SignOutEverywhere(), Weight.DANGER)


def done_on_the_web(said: Reply | None, reader: Reader) -> Reply:
    """What was changed on a page, in one line; `said`: what chat would have said."""
    title = said.title if said else reader.say("🔑 You have changed something on the web")
    why = reader.say("You did this on the web just now. If it was not you, sign out everywhere.")
    undo = [each for row in said.buttons for each in row if _undoes(each)] if said else []
    return Reply(title, (Paragraph(why),), rows(*undo, sign_out_button(reader)))


def _undoes(button: Button) -> bool:
    return isinstance(button, Action) and isinstance(button.payload, UndoChange)
