"""What is said when everything held about a person is exported or deleted."""

import json
import re
from dataclasses import replace

from bots.chat.buttons.conversation import LeaveAsItIs
from bots.chat.buttons.person import AskErase, EraseEverything
from bots.chat.reply import (
    Action,
    Block,
    File,
    Line,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Weight,
    plain,
    rows,
)
from bots.chat.turn import Reader
from bots.chat.views.person.accounts import account_line, summary_words
from core import formats
from core.moments import to_wall
from core.personal_data.erasure import EraseAsked, Erased
from core.personal_data.export import MyData


def my_data(result: MyData, reader: Reader) -> Reply:
    """The file, what is in it, and [Delete everything]."""
    day = to_wall(result.at, reader.zone).date()
    name = re.sub(r"[^\w-]+", "-", result.person.name).strip("-_") or "me"
    content = json.dumps(result.held, ensure_ascii=False, indent=2).encode()
    file = File(f"bandwidth-{name}-{day.isoformat()}.json", content)
    always = (reader.label("your profile"), reader.label("your settings"))
    counted = (
        plain(reader.plural(len(result.held[key]), _COUNTED[key][0], _COUNTED[key][1]))
        for key in _COUNTED
        if result.held[key]
    )
    what = formats.listing([*always, *counted], reader.locale)
    blocks: list[Block] = [Paragraph(reader.say("In {file}: {what}.", file=file.name, what=what))]
    shown = reader.say("Nobody else can ask for it. Your bands see when you are busy, never your words.")
    blocks.append(Paragraph(shown))
    delete = Action(reader.label("Delete everything"), AskErase(), Weight.DANGER)
    title = reader.say("🗂 Everything I know about you, {name}", name=Strong(result.person.name))
    return Reply(title, tuple(blocks), rows(delete), file=file)


_COUNTED = {
    "accounts": ("1 account", "{n} accounts"),
    "diary": ("1 diary entry", "{n} diary entries"),
    "confirmed_months": ("1 confirmed month", "{n} confirmed months"),
    "bands": ("1 band", "{n} bands"),
    "invites_made": ("1 invite", "{n} invites"),
    "calendars": ("1 calendar", "{n} calendars"),
    "rehearsals_and_gigs_made": ("1 rehearsal", "{n} rehearsals"),
    "answers": ("1 answer", "{n} answers"),
    "changes": ("1 change", "{n} changes"),
    "messages": ("1 message", "{n} messages"),
}


def erase_asked(result: EraseAsked, reader: Reader) -> Reply:
    """What goes, what stays, and the button that does it."""
    own = "Goes: your name, settings and calendars, and every message still waiting for you"
    goes: list[Line] = [reader.say(own)]
    diary = replace(result.summary, bands=0)
    if not diary.empty:
        goes.insert(0, reader.say("Goes: {what}", what=summary_words(diary, reader)))
    goes += [reader.say("Goes: {account}", account=account_line(each, reader)) for each in result.accounts]
    if result.leaving:
        names = formats.listing(result.leaving, reader.locale)
        goes.append(reader.say("You leave {bands}, which go on without you", bands=names))
    if result.ending:
        names = formats.listing(result.ending, reader.locale)
        goes.append(reader.say("Ends, because nobody else is in it: {bands}", bands=names))
    if result.closing:
        names = formats.listing(result.closing, reader.locale)
        closes = "Closes, because nobody else speaks for it, and its dates are called off: {venues}"
        goes.append(reader.say(closes, venues=names))
    goes.append(reader.say("Stays: what your bands have agreed, without your name"))
    once_more = reader.say("This can't be undone. For a copy first: {say}", say=Say("mydata"))
    buttons = rows(
        Action(reader.label("Delete it all"), EraseEverything(result.person.id), Weight.DANGER),
        Action(reader.label("Keep it"), LeaveAsItIs()),
    )
    title = reader.say("Delete everything about you?")
    return Reply(title, (Listing(tuple(goes)), Paragraph(once_more)), buttons)


def erased(result: Erased, reader: Reader) -> Reply:
    """That everything is deleted, and which bands ended with it."""
    blocks: list[Block] = []
    if result.ended:
        names = formats.listing(result.ended, reader.locale)
        blocks.append(Paragraph(reader.say("Ended: {bands}", bands=names)))
    if result.closed:
        names = formats.listing(result.closed, reader.locale)
        blocks.append(Paragraph(reader.say("Closed: {venues}", venues=names)))
    again = "I no longer know you. Write to me, and we start again."
    return Reply(reader.say("Deleted, all of it"), (*blocks, Paragraph(reader.say(again))))
