"""Whether a message is a gig post at all, by the facts read in it."""

from dataclasses import dataclass

from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.values import NotAPost, Otherwise, Point, SlotKind
from core.marketplace.posts.vocabularies import Words, compiled
from core.scheduling.lexicons import Tag
from core.scheduling.phrases.lexing.heading import answers_by_day

_OPENING = r"^[\W_]*(?:{1:bare}[ ,:]+){{0,2}}"
"""Signs and small words that may stand before the opening words of a message."""
_REPLYING = r"^[\W_]*(?:{1:bare}[ ,]+){{0,2}}"
"""The same before the opening words of a reply."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The findings that tell a post from other messages."""

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
    """Points with a name: doors, curfew."""
    others: int
    """Kinds of other facts: set length, tickets, age, genres, draw, place, acts."""
    headlining: bool


def early(sheet: PostSheet) -> NotAPost | None:
    """Refuse a message by its opening words, before anything is read."""
    words = sheet.vocabulary
    doors = words.points[Point.DOORS]
    corrected = _opened_by(sheet, Otherwise.CORRECTION, words.corrections, doors)
    return corrected or _opened_by(sheet, Otherwise.BOOKING, words.bookings)


def _opened_by(sheet: PostSheet, reason: Otherwise, words: Words, label: Words = "") -> NotAPost | None:
    """A message that begins with such words, after a greeting or a label: "sorry, doors moved to 8"."""
    pattern = compiled(_REPLYING + r"(?:{2}[ ])?(?P<w>{0})", words, sheet.vocabulary.replies, label)
    match = pattern.match(sheet.low)
    return None if match is None else NotAPost(reason, sheet.words(match.start("w"), match.end("w")))


def _withdrawal(sheet: PostSheet, evidence: Evidence) -> NotAPost | None:
    """Somebody pulls out: "sorry, we have to cancel"; not so where something is offered as well."""
    if _offers(evidence):
        return None
    return _opened_by(sheet, Otherwise.WITHDRAWAL, sheet.vocabulary.withdrawals)


def other(sheet: PostSheet, evidence: Evidence) -> NotAPost | None:
    """The reason why a message is no post; None for a post."""
    for rule in _REFUSING:
        found = rule(sheet, evidence)
        if found is not None:
            return found
    return None if _enough(sheet, evidence) else _unsaid(sheet, evidence)


def _offers(evidence: Evidence) -> bool:
    """Whether it offers something that only the organiser of a night can offer."""
    return evidence.asked or evidence.capacity or (evidence.fee and evidence.slots)


def _own_show(sheet: PostSheet, evidence: Evidence) -> NotAPost | None:
    """A band announces its own show and asks for no act: "we're headlining the Dog on Friday"."""
    told = evidence.headlining and not evidence.asked and not _inviting(sheet)
    return NotAPost(Otherwise.CHATTER) if told else None


def _own_diary(sheet: PostSheet, evidence: Evidence) -> NotAPost | None:
    """A person's own time: "I can't do Friday"."""
    own = compiled("{0}", sheet.vocabulary.own_diary).search(sheet.low)
    if own is None or _offers(evidence) or is_series(sheet):
        return None
    reason = Otherwise.AVAILABILITY if evidence.dated else Otherwise.CHATTER
    return NotAPost(reason, sheet.words(*own.span()))


def _own_plans(sheet: PostSheet, evidence: Evidence) -> NotAPost | None:
    """A band's own doings: "rehearsal at 7"."""
    plans = compiled("{0}", sheet.vocabulary.own_plans).search(sheet.low)
    if plans is None or _offers(evidence) or is_series(sheet):
        return None
    return NotAPost(Otherwise.CHATTER, sheet.words(*plans.span()))


def _answer(sheet: PostSheet, evidence: Evidence) -> NotAPost | None:
    """Days with a yes or a no after each: "Fri yes, Sat no"."""
    answered = not _offers(evidence) and answers_by_day(sheet.source.tokens)
    return NotAPost(Otherwise.AVAILABILITY) if answered else None


def _unsaid(sheet: PostSheet, evidence: Evidence) -> NotAPost:
    """A message with too little for a post: somebody's availability, or chatter."""
    judged = any(token.tag in (Tag.FREE, Tag.BUSY, Tag.MAYBE) for token in sheet.source.tokens)
    return NotAPost(Otherwise.AVAILABILITY if evidence.dated and judged else Otherwise.CHATTER)


def _enough(sheet: PostSheet, evidence: Evidence) -> bool:
    """Whether there is enough for a post."""
    if evidence.slots:
        return _enough_with_slots(evidence)
    if evidence.dated:
        return _enough_with_dates(sheet, evidence)
    return _enough_without_either(evidence)


def _enough_with_slots(evidence: Evidence) -> bool:
    """Slots need a date or one more fact: "need an opener, 150 cap"."""
    facts = (evidence.dated, evidence.fee, evidence.capacity, evidence.doors, evidence.points > 0)
    return any(facts) or evidence.others > 1


def _enough_with_dates(sheet: PostSheet, evidence: Evidence) -> bool:
    """Dates need one sure sign or two weak ones: "Fri 5 Dec, 70/30", "Fri 5 Dec, doors 7, £5 entry"."""
    if evidence.deal or evidence.capacity or is_series(sheet) or (evidence.fee and _inviting(sheet)):
        return True
    points = evidence.doors + (evidence.points > evidence.doors)
    return evidence.fee + points + evidence.others > 1


def _enough_without_either(evidence: Evidence) -> bool:
    """Facts alone need two, of which one is of a room or a night: "150 cap, doors 7"."""
    facts = evidence.fee + evidence.capacity + evidence.points + evidence.others
    telling = evidence.capacity or evidence.points > 1 or (evidence.fee and evidence.others > 0)
    return facts > 1 and telling


def is_series(sheet: PostSheet) -> bool:
    """Whether it speaks of open dates or applications, so that it is a post without any slot."""
    return compiled("{0}", sheet.vocabulary.series).search(sheet.low) is not None


def _player(sheet: PostSheet, evidence: Evidence) -> NotAPost | None:
    words = sheet.vocabulary
    match = compiled(
        r"{0}(?:[ ]|(?<='))(?:(?:{3:bare}|{2})[ -]){{0,4}}(?:{1}|{2})",
        words.asks_before,
        words.players,
        words.deps,
        words.player_fillers,
    ).search(sheet.low) or compiled(
        r"(?:{1}|{2})[ ](?:{1}[ ])?{0}", words.asks_after, words.players, words.deps
    ).search(sheet.low)
    if match is None or (evidence.slots and evidence.capacity):
        return None
    if evidence.asked and compiled("{0}", words.bill_words).search(sheet.low):
        return None
    return NotAPost(Otherwise.PLAYER_WANTED, sheet.words(*match.span()))


def _seeking(sheet: PostSheet, evidence: Evidence) -> NotAPost | None:
    words = sheet.vocabulary
    pattern = compiled(r"{0}(?![ ]{1:bare}(?!\w))", words.seeking, words.seeking_others)
    match = pattern.search(sheet.low)
    if match is None or evidence.capacity:
        return None
    return NotAPost(Otherwise.GIG_WANTED, sheet.words(*match.span()))


def _inviting(sheet: PostSheet) -> bool:
    """Whether it opens with a question that offers something: "anyone for", "who wants"."""
    words = sheet.vocabulary
    pattern = compiled(
        _OPENING + r"(?:{0}|{3:bare}[ ](?:\w+[ ]){{0,2}}{2})",
        words.invitations,
        words.greetings,
        words.slots[SlotKind.ANY],
        words.any_acts,
    )
    return pattern.match(sheet.low) is not None


def _question(sheet: PostSheet, evidence: Evidence) -> NotAPost | None:
    """A question that offers nothing: "who's playing on Friday?"."""
    inviting = _inviting(sheet)
    facts = (evidence.fee, evidence.capacity, evidence.slots, evidence.others > 0, evidence.points > 0)
    rich = sum(facts)
    if inviting:
        return None if rich else NotAPost(Otherwise.QUESTION)
    words = sheet.vocabulary
    asking = compiled(_OPENING + "(?P<w>{0})", words.questions, words.greetings).match(sheet.low)
    if rich > 1 and (asking is None or evidence.asked):
        return None
    if asking is not None:
        return NotAPost(Otherwise.QUESTION, sheet.words(asking.start("w"), asking.end("w")))
    if evidence.asked:
        return None
    tag = compiled(r"(?P<w>{0})\W*$", words.tag_questions).search(sheet.low)
    if tag is not None and not _offers(evidence):
        return NotAPost(Otherwise.QUESTION, sheet.words(tag.start("w"), tag.end("w")))
    return NotAPost(Otherwise.QUESTION) if sheet.low.rstrip().endswith("?") else None


_REFUSING = (_withdrawal, _player, _seeking, _question, _own_show, _own_diary, _own_plans, _answer)
"""The rules that refuse a message, tried in this order."""
