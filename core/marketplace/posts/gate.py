"""Whether a message is a gig post at all, told from what was read in it."""

import re
from dataclasses import dataclass

from core.marketplace.posts.sheet import Sheet
from core.marketplace.posts.values import NotAPost, Otherwise, SlotKind
from core.marketplace.posts.vocabularies import compiled
from core.scheduling.lexicons import Role
from core.scheduling.phrases.lexing.heading import answers_by_day

_OPENING = r"^[\W_]*(?:(?:hi|hey|so|and|ok|guys|all|just|quick q|question)[ ,:]+){{0,2}}"
"""What may stand before the words that a message opens with."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found, as far as it tells a post from other messages."""

    asked: bool
    """Acts are wished for, in words."""
    slots: bool
    """Slots are named, wished for or counted."""
    dated: bool
    """Dates were read, or a date that is in trouble."""
    fee: bool
    deal: bool
    """The fee is more than a sum: a share, a hire, tickets sold."""
    capacity: bool
    doors: bool
    points: int
    """Those with a name: doors, curfew."""
    others: int
    """Kinds of other facts: set length, tickets, age, genres, draw, place, acts."""
    headlining: bool


def early(sheet: Sheet) -> NotAPost | None:
    """What is something else by its opening words, before anything is read."""
    words = sheet.vocabulary
    opening = r"^[\W_]*(?:(?:hi|hey|ok|so|no|and|sorry|yes|thanks|guys|all)[ ,]+){{0,2}}"
    for reason, spelt in ((Otherwise.CORRECTION, words.corrections), (Otherwise.BOOKING, words.bookings)):
        match = compiled(opening + "(?P<w>{0})", spelt).match(sheet.low)
        if match is not None:
            return NotAPost(reason, sheet.words(match.start("w"), match.end("w")))
    return None


def other(sheet: Sheet, evidence: Evidence) -> NotAPost | None:
    """What a message is when it is no post; None when it is one."""
    found = _player(sheet, evidence) or _seeking(sheet, evidence) or _question(sheet, evidence)
    if found is not None:
        return found
    if evidence.headlining and not evidence.asked and not _inviting(sheet):
        return NotAPost(Otherwise.CHATTER)
    own = compiled("{0}", sheet.vocabulary.own_diary).search(sheet.low)
    offers = evidence.asked or evidence.capacity or (evidence.fee and evidence.slots)
    if own is not None and not offers and not _series(sheet):
        return NotAPost(
            Otherwise.AVAILABILITY if evidence.dated else Otherwise.CHATTER, sheet.words(*own.span())
        )
    plans = compiled("{0}", sheet.vocabulary.own_plans).search(sheet.low)
    if plans is not None and not offers and not _series(sheet):
        return NotAPost(Otherwise.CHATTER, sheet.words(*plans.span()))
    if not offers and answers_by_day(sheet.source.tokens):
        return NotAPost(Otherwise.AVAILABILITY)
    if _enough(sheet, evidence):
        return None
    judged = any(token.role in (Role.FREE, Role.BUSY, Role.MAYBE) for token in sheet.source.tokens)
    return NotAPost(Otherwise.AVAILABILITY if evidence.dated and judged else Otherwise.CHATTER)


def _enough(sheet: Sheet, evidence: Evidence) -> bool:
    facts = (evidence.fee, evidence.capacity, evidence.doors, evidence.points > 0, evidence.others > 1)
    if evidence.slots:
        return evidence.dated or any(facts)
    if evidence.dated:
        sure = evidence.deal or evidence.capacity or _series(sheet) or (_inviting(sheet) and evidence.fee)
        points = evidence.doors + (evidence.points > evidence.doors)
        return sure or evidence.fee + points + evidence.others > 1
    return evidence.fee + evidence.capacity + evidence.points + evidence.others > 1 and (
        evidence.capacity or evidence.points > 1 or (evidence.fee and evidence.others > 0)
    )


def _series(sheet: Sheet) -> bool:
    return compiled("{0}", sheet.vocabulary.series).search(sheet.low) is not None


def _player(sheet: Sheet, evidence: Evidence) -> NotAPost | None:
    words = sheet.vocabulary
    wished = (
        r"{0}[ ](?:(?:a|an|another|our|new|some|good|last minute|replacement|female|male|session|"
        r"permanent|{2})[ -]){{0,4}}(?:{1}|{2})"
    )
    match = compiled(wished, words.asks_before, words.players, words.deps).search(sheet.low) or compiled(
        r"(?:{1}|{2})[ ](?:{1}[ ])?{0}", words.asks_after, words.players, words.deps
    ).search(sheet.low)
    if match is None or (evidence.slots and evidence.capacity):
        return None
    if re.search(r"\b(?:support|headliner|opener)s?\b", sheet.low) and evidence.asked:
        return None
    return NotAPost(Otherwise.PLAYER_WANTED, sheet.words(*match.span()))


def _seeking(sheet: Sheet, evidence: Evidence) -> NotAPost | None:
    match = compiled(r"{0}(?![ ](?:with |alongside |for )?us(?!\w))", sheet.vocabulary.seeking).search(
        sheet.low
    )
    if match is None or evidence.capacity:
        return None
    return NotAPost(Otherwise.GIG_WANTED, sheet.words(*match.span()))


def _inviting(sheet: Sheet) -> bool:
    """Whether it opens with a question that offers something: "anyone for", "who wants"."""
    words = sheet.vocabulary
    pattern = compiled(
        _OPENING + r"(?:{0}|any[ ](?:\w+[ ]){{0,2}}{1})", words.invitations, words.slots[SlotKind.ANY]
    )
    return pattern.match(sheet.low) is not None


def _question(sheet: Sheet, evidence: Evidence) -> NotAPost | None:
    words = sheet.vocabulary
    inviting = _inviting(sheet)
    asking = compiled(_OPENING + "(?P<w>{0})", words.questions).match(sheet.low)
    rich = evidence.fee + evidence.capacity + evidence.slots + (evidence.others > 0) + (evidence.points > 0)
    if inviting and (rich > 0):
        return None
    if asking is not None and not inviting and (rich < 2 or not evidence.asked):
        return NotAPost(Otherwise.QUESTION, sheet.words(asking.start("w"), asking.end("w")))
    if inviting or (sheet.low.rstrip().endswith("?") and rich < 2 and not evidence.asked):
        return NotAPost(Otherwise.QUESTION)
    return None
