"""A gig post as it was understood: its card, published, kept, discarded; and posts that are nobody's."""

from collections.abc import Sequence
from datetime import date

from bots.chat.buttons import RunCommand
from bots.chat.buttons.market import (
    DiscardPost,
    EditNight,
    FeeInAll,
    KeepDraft,
    PublishPost,
    RestorePost,
    ShowDrafts,
)
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Facts,
    Line,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    Weight,
    Words,
    line,
    rows,
)
from bots.chat.results.market import DraftKept, NotHere, PostRead
from bots.chat.turn import Reader
from bots.chat.views.diary.troubles import trouble_line
from bots.chat.views.market.terms import offer_facts, paying_line
from bots.chat.views.understanding.assumptions import assumption_line
from core import formats
from core.marketplace.events import Event
from core.marketplace.events.drafts import PostDiscarded, PostDrafted, PostPublished
from core.marketplace.events.from_posts import as_post
from core.marketplace.events.times import night_times
from core.marketplace.posts import Post
from core.marketplace.posts.values import Otherwise, Per, PostAssumed, PostAssumption
from core.scheduling.phrases.understanding import Assumption
from presentation.nights.standing import status_line, where
from presentation.nights.terms import missing_words, money_words

_DAYS_SHOWN = 6


def drafted(result: PostDrafted, reader: Reader) -> Reply:
    """The card: what was understood, taken for granted and left out."""
    events, venue = result.events, result.venue
    first = events[0]
    post = as_post(list(events))
    blocks: list[Block] = [Paragraph(line(status_line(first, reader)))]
    if facts := offer_facts(post, reader):
        blocks.append(Facts(facts))
    blocks += [Paragraph(each) for each in _notes(result, post, reader)]
    buttons = [
        Action(reader.label("Publish"), PublishPost(first.post), Weight.FIRST),
        Action(reader.label("Edit"), EditNight(first.id)),
        Action(reader.label("Save as draft"), KeepDraft(first.post)),
        Action(reader.label("Discard"), DiscardPost(first.post), Weight.DANGER),
    ]
    days = _days([each.day for each in events], reader)
    title = reader.say("🎤 {day}, {place}: draft", day=Strong(days), place=where(venue))
    return Reply(title, tuple(blocks), rows(*buttons, *_fee_buttons(first, reader)), Tone.BAND)


def _fee_buttons(event: Event, reader: Reader) -> list[Button]:
    """[£150 in all], or [£150 each] once it is: where it makes a difference."""
    fee = event.terms.fee
    if fee.guarantee is None or len(event.slots) < 2:
        return []
    sum_ = money_words(fee.guarantee, reader)
    if fee.per is Per.IN_ALL:
        return [Action(reader.label("{sum} each", sum=sum_), FeeInAll(event.post, in_all=False))]
    return [Action(reader.label("{sum} in all", sum=sum_), FeeInAll(event.post, in_all=True))]


def _notes(result: PostDrafted, post: Post, reader: Reader) -> list[Line]:
    """What the promoter should know before publishing."""
    notes: list[Line] = []
    paying = paying_line(post, reader)
    if paying is not None:
        notes.append(paying)
    if result.post is not None:
        notes += post_assumptions(result.post.assumptions, reader)
    times = night_times(result.events[0])
    if not times.start_said or not times.end_said:
        span = formats.hours(times.start.time(), times.end.time(), reader.locale)
        notes.append(reader.say("For the bands' diaries I took {hours}.", hours=Strong(span)))
    if result.missing:
        notes.append(reader.say("Not said: {missing}.", missing=missing_words(result.missing, reader)))
    if result.doubled:
        days = _days(result.doubled, reader)
        notes.append(reader.say("You have something posted for {days} already.", days=days))
    if len(result.events) > 1:
        count = len(result.events)
        notes.append(reader.plural(count, "It is 1 date.", "These are {n} dates, published together."))
    return notes


def post_assumptions(assumptions: Sequence[Assumption | PostAssumption], reader: Reader) -> list[Line]:
    """What was taken for granted about a post, each thing once."""
    found: list[Line] = []
    for each in assumptions:
        words = _assumed(each, reader) if isinstance(each, PostAssumption) else assumption_line(each, reader)
        if words is not None and words not in found:
            found.append(words)
    return found


def _assumed(assumption: PostAssumption, reader: Reader) -> Line | None:
    if assumption.what not in _ASSUMED:
        return None
    day = formats.day(assumption.day, reader.locale, today=reader.today) if assumption.day else ""
    return reader.say(_ASSUMED[assumption.what], words=Strong(assumption.words), day=day)


_ASSUMED = {
    PostAssumed.FEE_PER: "I took {words} as the fee for each band.",
    PostAssumed.CURRENCY: "I was not sure about the currency of {words}.",
    PostAssumed.OTHER_SUM: "I was not sure what {words} is for.",
    PostAssumed.SHARE: "I took the first figure of {words} as the bands' share.",
    PostAssumed.VERSUS: "I took {words} as whichever is more.",
    PostAssumed.ONE_SLOT: "I took {words} as one slot.",
    PostAssumed.SUPPORT: "{words}: main support or opener is left open.",
    PostAssumed.BOUNDED: "I followed {words} up to {day}.",
    PostAssumed.NIGHTS: "{words} is not how many dates you named.",
}


_PUBLISHED = {
    False: "🎤 {day}, {place} is published",
    True: "🎤 {day}, {place} was published already",
}
"""By whether it was so before."""
_PUBLISHED_ALL = {
    False: "🎤 {day}, {place} are published",
    True: "🎤 {day}, {place} were published already",
}
"""The same for several dates."""


def published(result: PostPublished, reader: Reader) -> Reply:
    """The dates are up; what happens now."""
    days = _days([each.day for each in result.events], reader)
    parts: dict[str, Words] = {"day": Strong(days), "place": where(result.venue)}
    count = len(result.events)
    title = reader.plural(count, _PUBLISHED[result.before], _PUBLISHED_ALL[result.before], **parts)
    first = result.events[0]
    blocks: list[Block] = [
        Paragraph(line(status_line(first, reader))),
        Paragraph(reader.say("Bands that fit and are free hear of it now. You hear of each that applies.")),
        Paragraph(reader.say("How it goes: {dates}", dates=Say("dates"))),
    ]
    buttons = rows(
        Action(reader.label("Dates"), RunCommand("dates", result.venue.id), Weight.FIRST),
        Action(reader.label("Edit"), EditNight(first.id)),
    )
    return Reply(title, tuple(blocks), buttons, Tone.BAND)


def kept(result: DraftKept, reader: Reader) -> Reply:
    """The draft waits."""
    days = _days([each.day for each in result.events], reader)
    title = reader.say("🎤 Kept as a draft: {day}, {place}", day=Strong(days), place=where(result.venue))
    again = reader.say("Nobody sees it until you publish it. You find it under {say}.", say=Say("dates"))
    first = result.events[0]
    buttons = rows(
        Action(reader.label("Publish"), PublishPost(first.post), Weight.FIRST),
        Action(reader.label("Open"), ShowDrafts(first.post)),
    )
    return Reply(title, (Paragraph(again),), buttons, Tone.BAND)


def discarded(result: PostDiscarded, reader: Reader) -> Reply:
    """The drafts are gone, and can be taken back."""
    days = _days([each.day for each in result.events], reader)
    title = reader.say("🎤 Discarded: {day}, {place}", day=Strong(days), place=where(result.venue))
    back = Action(reader.label("Take it back"), RestorePost(result.events[0].post))
    return Reply(title, (Paragraph(reader.say("Nobody has seen it.")),), rows(back), Tone.BAND)


def post_read(result: PostRead, reader: Reader) -> Reply:
    """The facts of somebody else's post; it is not saved."""
    post = result.post
    blocks: list[Block] = []
    if facts := offer_facts(post, reader):
        blocks.append(Facts(facts))
    if post.problems:
        blocks.append(Listing(tuple(trouble_line(each, reader) for each in post.problems)))
    if post.missing:
        missing = missing_words(post.missing, reader)
        blocks.append(Paragraph(reader.say("Not said: {missing}.", missing=missing)))
    yours = reader.say("Nothing was saved. Is it a date of yours? {say}", say=Say("post"))
    blocks.append(Paragraph(yours))
    days = _days(post.dates, reader, either=post.either)
    title = reader.say("🎤 That reads like a gig post: {days}", days=days)
    return Reply(title, tuple(blocks))


def not_here(result: NotHere, reader: Reader) -> Reply:
    """Such a message changes nothing: where the thing itself is done."""
    title = reader.say(_HEARD[result.reason])
    said = {f"say{number}": Say(command) for number, command in enumerate(_COMMANDS[result.reason], 1)}
    return Reply(title, (Paragraph(reader.say(_ELSEWHERE[result.reason], **said)),))


_HEARD = {
    Otherwise.PLAYER_WANTED: "You are looking for a player, and I can't ask around for one yet.",
    Otherwise.GIG_WANTED: "You are looking for a gig.",
    Otherwise.CORRECTION: "That would change a date that is posted, and I don't do that on a message alone.",
    Otherwise.BOOKING: "That sounds like an answer about a gig, and I can't pass that on as a message yet.",
    Otherwise.WITHDRAWAL: "That sounds as if you were pulling out, and I don't do that on a message alone.",
}
_ELSEWHERE = {
    Otherwise.PLAYER_WANTED: (
        "A stand-in of your own comes in with {say1}; who is free on their part you see in {say2}."
    ),
    Otherwise.GIG_WANTED: "Open dates that fit your band: {say1}",
    Otherwise.CORRECTION: "Change, move or close it there: {say1}",
    Otherwise.BOOKING: "What you have applied for, and who has applied: {say1}. Your gigs: {say2}.",
    Otherwise.WITHDRAWAL: "Withdraw or call it off there: {say1}. Your gigs: {say2}.",
}
_COMMANDS = {
    Otherwise.PLAYER_WANTED: ("band invite dep: yes", "green"),
    Otherwise.GIG_WANTED: ("find",),
    Otherwise.CORRECTION: ("dates",),
    Otherwise.BOOKING: ("applications", "gigs"),
    Otherwise.WITHDRAWAL: ("applications", "gigs"),
}


def _days(dates: Sequence[date], reader: Reader, *, either: bool = False) -> str:
    days = [formats.day(each, reader.locale, today=reader.today) for each in dates]
    if not days:
        return reader.label("no date")
    if len(days) > _DAYS_SHOWN:
        more = reader.label("{n} more", n=str(len(days) - _DAYS_SHOWN + 1))
        days = [*days[: _DAYS_SHOWN - 1], more]
    return formats.listing(days, reader.locale, style="or" if either else "standard")
