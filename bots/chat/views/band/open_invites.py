"""The invites that still open a band, each with its [Revoke]."""

from bots.chat.buttons.band import RevokeInvite
from bots.chat.reply import Action, Line, Listing, Paragraph, Reply, Say, Strong, Tone, Weight, rows
from bots.chat.turn import Reader
from bots.chat.views.band.bands import joins_as
from core import formats
from core.bands import OpenInvite
from core.bands.invites import InviteList
from core.moments import to_wall
from presentation.words import called, plural

_SHOWN = 8


def invite_list(result: InviteList, reader: Reader) -> Reply:
    """By number: for whom, by whom, until when, how many uses are left. Codes are nowhere kept."""
    band = Strong(result.band.name)
    new = Paragraph(reader.say("A new one: {say}", say=Say("band invite")))
    if not result.invites:
        return Reply(reader.say("✉ No invite into {band} is open", band=band), (new,), tone=Tone.BAND)
    # The latest are the likeliest to be meant; their numbers stay those of the whole list.
    numbered = list(enumerate(result.invites, 1))
    shown = numbered[-_SHOWN:]
    count = plural(len(numbered), "1 invite is open", "{n} invites are open")
    title = reader.say("✉ {band}: {count}", band=band, count=count)
    blocks = [Listing(tuple(_line(number, each, reader) for number, each in shown))]
    notes: list[Line] = []
    if len(numbered) > len(shown):
        older = plural(len(numbered) - len(shown), "1 older one", "{n} older ones")
        notes.append(reader.say("{older} not shown: revoke some, and they come up.", older=older))
    notes.append(reader.say("A code is shown only when it is made: I keep no copy."))
    revoke = [
        Action(f"Revoke {number}", RevokeInvite(each.invite.id), Weight.DANGER) for number, each in shown
    ]
    return Reply(title, (*blocks, *map(Paragraph, notes), new), rows(*revoke), Tone.BAND)


def _line(number: int, each: OpenInvite, reader: Reader) -> Line:
    invite = each.invite
    return reader.say(
        "{number}. {role} · by {name} · until {day} · {uses}",
        number=str(number),
        role=joins_as(invite.role, invite.part),
        name=called(each.by),
        day=formats.day(to_wall(invite.expires_at, reader.zone).date(), reader.locale, today=reader.today),
        uses=_uses(invite.uses_left, invite.uses),
    )


def _uses(left: int, all_: int | None) -> str:
    return f"{left} of {all_} left" if all_ else f"{left} left"
