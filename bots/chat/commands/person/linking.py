"""/link: one person with several accounts."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import TextField
from bots.chat.buttons.person import AskUnlink, LinkAccounts, UnlinkAccount
from bots.chat.results.person import CodeGiven
from bots.chat.turn import Turn
from core.people import account_links as linking
from core.personal_data import merge
from core.web_sessions.signing_in import sign_out_everywhere


@dataclass(frozen=True, slots=True)
class LinkArguments:
    """A code from another account."""

    code: Annotated[str | None, TextField("Which code did I give you there?", "K7QX-MP2D")] = None


async def link(ask: LinkArguments, turn: Turn) -> merge.Linked | merge.LinkShown | CodeGiven:
    """Give a code, or show whom a typed code would join."""
    if ask.code is not None:
        return await merge.redeem(turn.unit, turn.act, ask.code)
    offered = await linking.offer(turn.unit, turn.act, code=turn.new_code(), asking=turn.account)
    return CodeGiven(offered, turn.bot_address.telegram_link(f"link_{offered.code}"))


async def look_at_link(code: str, turn: Turn) -> merge.LinkShown:
    """Show whom the code in a link would join, with [Link]."""
    return await merge.show_link(turn.unit, turn.act, code)


async def link_up(press: LinkAccounts, turn: Turn) -> merge.Linked:
    """[Link] and [Join them] under that answer."""
    return await merge.link_up(turn.unit, turn.act, press.code)


async def ask_unlink(press: AskUnlink, turn: Turn) -> linking.UnlinkAsked:
    """[Unlink Telegram] under the accounts: asks first."""
    return await linking.ask_unlink(turn.unit, turn.act, press.account, asking=turn.account)


async def unlink(press: UnlinkAccount, turn: Turn) -> linking.Unlinked:
    """[Unlink] under that question. Whoever has that account may be signed in on the web: no longer."""
    done = await linking.unlink(turn.unit, turn.act, press.account, asking=turn.account)
    await sign_out_everywhere(turn.unit, turn.act)
    return done
