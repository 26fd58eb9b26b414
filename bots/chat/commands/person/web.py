"""/web: a link that signs in on the web; and [Sign out everywhere]."""

from dataclasses import dataclass

from bots.chat.buttons.person import SignOutEverywhere
from bots.chat.results.person import WebLinkGiven
from bots.chat.turn import Turn
from core.web_sessions.signing_in import SignedOutEverywhere, offer_link, sign_out_everywhere
from core.web_sessions.tokens import new_secret
from presentation.addresses import ENTER


@dataclass(frozen=True, slots=True)
class WebArguments:
    """Nothing more to say."""


async def web(_: WebArguments, turn: Turn) -> WebLinkGiven:
    """A link that signs the caller in, once."""
    offered = await offer_link(turn.unit, turn.act, secret=new_secret())
    web = turn.bot_address.web
    return WebLinkGiven(offered, web.at(f"{ENTER}{offered.token}"), web.everywhere)


async def sign_out(_: SignOutEverywhere, turn: Turn) -> SignedOutEverywhere:
    """[Sign out everywhere]."""
    return await sign_out_everywhere(turn.unit, turn.act)
