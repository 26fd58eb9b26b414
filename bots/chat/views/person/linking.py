"""What is said about linking a person's accounts, and unlinking them."""

from collections.abc import Sequence

from bots.chat.buttons.conversation import LeaveAsItIs
from bots.chat.buttons.person import AskUnlink, LinkAccounts, UnlinkAccount
from bots.chat.reply import (
    Action,
    Block,
    Code,
    Facts,
    Line,
    Link,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Weight,
    line,
    rows,
)
from bots.chat.results.person import CodeGiven
from bots.chat.turn import Reader
from bots.chat.views.person.accounts import account_line, platform_name, summary_words
from core import formats
from core.codes import spaced
from core.people import Account
from core.people.account_links import Offered, UnlinkAsked, Unlinked
from core.personal_data.merge import Linked, LinkShown


def code_given(result: CodeGiven, reader: Reader) -> Reply:
    """The code, shown this once, what to do with it, and what is joined already."""
    offered = result.offered
    code = spaced(offered.code)
    blocks: list[Block] = [
        Facts(((reader.label("Code"), line(Code(code))),)),
        Paragraph(reader.say("On the other platform, type {say} to me.", say=Say(f"link {code}"))),
    ]
    if result.telegram:
        link = Link(result.telegram, result.telegram)
        blocks.append(Paragraph(reader.say("On Telegram this link is enough: {link}", link=link)))
    keep = "Good for 10 minutes, once. Keep it to yourself: anybody who types it becomes you."
    blocks.append(Paragraph(reader.say(keep)))
    others = [each for each in offered.accounts if each.id != offered.asking]
    if others:
        blocks.append(Paragraph(reader.say("Joined so far:")))
        blocks.append(Listing(tuple(_mine(each, offered, reader) for each in offered.accounts)))
    buttons = (Action(_unlink(each, others, reader), AskUnlink(each.id), Weight.DANGER) for each in others)
    title = reader.say("🔗 Join another account of yours to this one")
    return Reply(title, tuple(blocks), rows(*buttons, each=2))


def link_shown(result: LinkShown, reader: Reader) -> Reply:
    """The person that the code would join, what each of the two has, and [Link]."""
    title = reader.say("🔗 Are you {name}?", name=Strong(result.maker.name))
    both = not result.theirs.empty and not result.yours.empty
    blocks: list[Block] = [
        Facts(
            (
                (reader.label("The code is from"), line(_named(result.accounts, reader))),
                (reader.label("There"), line(summary_words(result.theirs, reader))),
                (reader.label("Here"), line(summary_words(result.yours, reader))),
            )
        )
    ]
    if both:
        more = "Once joined, the two diaries are one. Zone and settings stay as they are there."
        blocks.append(Paragraph(reader.say(more)))
    warn = "Only if that is you: from then on both accounts read and change the same diary."
    blocks.append(Paragraph(reader.say(warn)))
    word = reader.label("Join them" if both else "Link")
    join = Action(word, LinkAccounts(result.code), Weight.FIRST)
    return Reply(title, tuple(blocks), rows(join, Action(reader.label("Not now"), LeaveAsItIs())))


def linked(result: Linked, reader: Reader) -> Reply:
    """Which accounts are linked now, what was added, and how to unlink them."""
    title = reader.say("🔗 Joined: you are {name} on all of these", name=Strong(result.person.name))
    blocks: list[Block] = [Listing(tuple(account_line(each, reader) for each in result.accounts))]
    if not result.brought.empty:
        came = reader.say("Added and kept: {what}.", what=summary_words(result.brought, reader))
        blocks.append(Paragraph(came))
        order = "Where the two disagree, what you said last counts."
        blocks.append(Paragraph(reader.say(order)))
    if result.shared:
        seats = "Where both were in the same band, you have the higher role and the parts of both."
        blocks.append(Paragraph(reader.say(seats)))
    if result.other_zone and result.person.zone:
        zones = "Your zone is {zone}; what was added keeps {other} time."
        other = formats.city_of(result.other_zone)
        blocks.append(Paragraph(reader.say(zones, zone=Strong(result.person.zone), other=other)))
    part = reader.say("To unlink them again: {say}", say=Say("link"))
    return Reply(title, (*blocks, Paragraph(part)))


def unlink_asked(result: UnlinkAsked, reader: Reader) -> Reply:
    """What unlinking means, and a second press."""
    title = reader.say("Unlink {account}?", account=account_line(result.account, reader))
    keeps = "Your diary and bands stay here. That account starts again with nothing."
    buttons = rows(
        Action(reader.label("Unlink"), UnlinkAccount(result.account.id), Weight.DANGER),
        Action(reader.label("Keep it"), LeaveAsItIs()),
    )
    return Reply(title, (Paragraph(reader.say(keeps)),), buttons)


def unlinked(result: Unlinked, reader: Reader) -> Reply:
    """That it is unlinked, and who keeps the diary."""
    title = reader.say(
        "🔗 Unlinked: {account} is somebody else to me now", account=account_line(result.account, reader)
    )
    left = reader.say("Your diary and bands stay with {accounts}.", accounts=_named(result.others, reader))
    again = reader.say("To join it again: {say}", say=Say("link"))
    return Reply(title, (Paragraph(left), Paragraph(again)))


def _mine(account: Account, offered: Offered, reader: Reader) -> Line:
    words = account_line(account, reader)
    return reader.say("{account} (this one)", account=words) if account.id == offered.asking else words


def _unlink(account: Account, others: Sequence[Account], reader: Reader) -> str:
    """The button's label: the platform, or the account's name where several are on it."""
    platform = platform_name(account.ref.platform, reader)
    alone = sum(each.ref.platform is account.ref.platform for each in others) == 1
    return reader.label("Unlink {account}", account=platform if alone else account.name[:_SHORT])


_SHORT = 20


def _named(accounts: Sequence[Account], reader: Reader) -> str:
    names = [f"{each.name} ({platform_name(each.ref.platform, reader)})" for each in accounts]
    return formats.listing(names, reader.locale)
