"""Sums of money in a post, each put down to what it pays for by the words around it."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from core.marketplace.posts.answers import bare_figure
from core.marketplace.posts.sheet import TAKEN, PostSheet
from core.marketplace.posts.values import InKind, MissingFact, PostAssumed
from core.marketplace.posts.vocabularies import Small, Vocabulary, compiled
from core.money import Mention, Money, currency_of, figure, find_money, money
from core.scheduling.lexicons import Tag

MOST_AMOUNTS = 30
"""Sums in one post; more are not read."""
_DAILY = (Tag.WEEKDAY, Tag.THE, Tag.ON, Tag.AND, Tag.TO)
"""Tags before the day that is no thousand: "le 5 150 €"."""
_SLASH = re.compile(r"[ ]?/[ ]?[£$€]?(\d{1,4}(?:[.,]\d\d)?)(?![\d/%])(?:[ ]?[£$€])?")


class For(StrEnum):
    """The thing that a sum pays for."""

    FEE = "fee"
    ADVANCE = "advance"
    DOOR = "door"
    HIRE = "hire"
    CHARGE = "charge"
    BUY_ON = "buy_on"
    COSTS = "costs"
    AFTER = "after"
    PER_TICKET = "per_ticket"
    GIFT = "gift"
    """The worth of something given in kind."""


@dataclass(frozen=True, slots=True)
class WrittenSum:
    """A sum as it is written, or a range of sums."""

    start: int
    end: int
    money: Money
    guessed: bool
    """The currency was."""
    most: Money | None = None


@dataclass(frozen=True, slots=True)
class SaidAmount:
    """A sum and what it is for."""

    start: int
    end: int
    money: Money
    what: For
    most: Money | None = None
    """The upper end of a range."""
    words: str = ""
    """For a CHARGE: what for, as typed."""


def read_amounts(sheet: PostSheet) -> list[SaidAmount]:
    """All sums, in the order of the text; their words are taken."""
    written = islice(find_money(sheet.low, sheet.context.locale), MOST_AMOUNTS)
    mentions = [_from_lowest(sheet, _without_day(sheet, each)) for each in written]
    mentions += _bare(sheet, mentions)
    found: list[SaidAmount] = []
    for mention in sorted(mentions, key=lambda each: each.start):
        if TAKEN in sheet.left[mention.start : mention.end]:
            continue
        amount = _amount(sheet, mention)
        sheet.take(amount.start, amount.end)
        if mention.guessed:
            sheet.assume(PostAssumed.CURRENCY, mention.start, mention.end)
        found.append(amount)
        second = _second(sheet, amount)
        if second is not None:
            found[-1] = replace(amount, what=For.ADVANCE)
            found.append(second)
    return found


def _without_day(sheet: PostSheet, mention: Mention) -> Mention:
    """The sum without the day before it, which looks like its thousands: "le 5 150 €"."""
    blank = mention.start + 1
    if not re.match(r"\d \d", sheet.low[mention.start : mention.end]):
        return mention
    before = next((token for token in reversed(sheet.source.tokens) if token.end <= mention.start), None)
    if before is None or before.tag not in _DAILY:
        return mention
    rest = next(find_money(sheet.low[blank + 1 : mention.end], sheet.context.locale), None)
    return mention if rest is None else rest.moved(blank + 1)


def _from_lowest(sheet: PostSheet, mention: Mention) -> WrittenSum:
    """The sum with the lower one before it: "100-150 €", "between 100 and 150 €"."""
    start, upper = mention.start, mention.money
    plain = WrittenSum(start, mention.end, upper, mention.guessed)
    if not sheet.low[start].isdigit():
        return plain
    small = sheet.vocabulary.small
    begin = max(0, start - 30)
    before = compiled(
        r"(?:(?<![\w.,:/£$€-])(?P<a>\d{{1,6}})(?:-|[ ]{0:bare}[ ])"
        r"|(?<!\w){1:bare}[ ](?P<b>\d{{1,6}})[ ]{2:bare}[ ])$",
        small[Small.SUM_TO],
        small[Small.SUM_BETWEEN],
        small[Small.SUM_AND],
    ).search(sheet.low[begin:start])
    if before is None:
        return plain
    lower = money(before["a"] or before["b"], upper.currency)
    if not lower.minor < upper.minor <= 10 * lower.minor:
        return plain
    return WrittenSum(begin + before.start(), mention.end, lower, mention.guessed, upper)


def _bare(sheet: PostSheet, mentions: list[WrittenSum]) -> list[WrittenSum]:
    """Sums without a currency after a word of paying: "offer 1500", "pays 80"."""
    pattern = compiled(
        r"{0}(?: {1:bare}|:|=)?[ ]{{0,2}}(?P<n>\d{{1,3}}[.,]\d{{3}}|\d{{2,6}})(?P<k>k?)(?![\w%:/+]|[.,]\d)"
        r"(?![ ]?(?:{2:bare}|%))",
        sheet.vocabulary.offer,
        sheet.vocabulary.small[Small.FIGURE],
        sheet.vocabulary.not_money,
    )
    found = []
    for match in sheet.find(pattern):
        if any(each.start <= match.start("n") < each.end for each in mentions):
            continue
        number = figure(match["n"]) * (1000 if match["k"] else 1)
        currency = currency_of(sheet.context.locale)
        found.append(WrittenSum(match.start("n"), match.end(), money(number, currency), guessed=True))
    return found or _asked(sheet, mentions)


def _asked(sheet: PostSheet, mentions: list[WrittenSum]) -> list[WrittenSum]:
    """The bare figure that answers a question for the fee, where no sum is named."""
    bare = bare_figure(sheet, MissingFact.FEE)
    if bare is None or mentions or _is_counted(sheet, bare.end):
        return []
    currency = currency_of(sheet.context.locale)
    return [WrittenSum(bare.start, bare.first, money(bare.number, currency), guessed=True)]


def _is_counted(sheet: PostSheet, end: int) -> bool:
    """Whether a word behind a figure says that it is no sum: "200 people"."""
    return compiled(r"[ ]?{0:bare}", sheet.vocabulary.not_money).match(sheet.low, end) is not None


def _amount(sheet: PostSheet, said: WrittenSum) -> SaidAmount:
    start, end, sum_, most = said.start, said.end, said.money, said.most
    upper = compiled(
        r"\s?(?:-|{0:bare})\s?[£$€]?(\d{{1,6}})(?![\d:%h]|[.,]\d|[ ]{1:bare})",
        sheet.vocabulary.small[Small.SUM_TO],
        sheet.vocabulary.not_money,
    ).match(sheet.low, end)
    if upper is not None and most is None:
        most = money(figure(upper[1]), sum_.currency)
        end = upper.end() if most.minor > sum_.minor else end
    before, after = _around(sheet, start, end)
    return (
        _price(sheet, start, end, sum_, before, after)
        or _cost(sheet, start, end, sum_, before, after)
        or _ticket(sheet, start, end, sum_, before, after)
        or SaidAmount(start, end, sum_, For.FEE, most if most and most.minor > sum_.minor else None)
    )


def _price(sheet: PostSheet, start: int, end: int, sum_: Money, before: str, after: str) -> SaidAmount | None:
    """A sum marked as a ticket price, or as the act's pay for each ticket it sells."""
    words = sheet.vocabulary
    own = _behind(after, words.own_sales, words.small[Small.TO_SALES])
    if own is None and compiled(r"{0:bare} $", words.gets).search(before):
        own = _behind(after, words.tickets, words.small[Small.TO_TICKETS])
    if own is not None:
        return SaidAmount(start, end + own.end(), sum_, For.PER_TICKET)
    for what, behind in ((For.ADVANCE, words.advance), (For.DOOR, words.on_the_door)):
        match = _behind(after, behind, words.small[Small.TO_ADVANCE])
        if match is not None and not (what is For.DOOR and _shares(sheet, before, after, match.end())):
            return SaidAmount(start, end + match.end(), sum_, what)
    return None


def _cost(sheet: PostSheet, start: int, end: int, sum_: Money, before: str, after: str) -> SaidAmount | None:
    """A sum that the act pays, that comes off the door, or that is the worth of a gift."""
    words, small = sheet.vocabulary, sheet.vocabulary.small
    above = compiled(r"{0}[ ]?(?:{1:bare} )?$", words.after, small[Small.AFTER_SUM]).search(before)
    hired = _behind(after, words.hire, small[Small.TO_HIRE])
    if hired is not None and above is None:
        return SaidAmount(start, end + hired.end(), sum_, For.HIRE)
    if compiled(r"{0}(?: {1:bare}|:|=|-)?[ ]?$", words.hire, small[Small.HIRE]).search(before):
        return SaidAmount(start, end, sum_, For.HIRE)
    if above is not None:
        costs = _behind(after, words.costs, small[Small.TO_COSTS])
        behind = end + costs.end() if costs else end
        return SaidAmount(start, behind, sum_, For.COSTS if costs else For.AFTER)
    off = compiled(r"{0}[ ]{1}(?: {2:bare}|:)?[ ]?\(?$", words.after, words.costs, small[Small.COSTS])
    if off.search(before):
        return SaidAmount(start, end, sum_, For.COSTS)
    return (
        _charge(sheet, start, end, sum_, before, after)
        or _buy_on(words, start, end, sum_, before, after)
        or _worth(words, start, end, sum_, before, after)
    )


def _buy_on(
    words: Vocabulary, start: int, end: int, sum_: Money, before: str, after: str
) -> SaidAmount | None:
    """A sum that the act pays to play: "£50 buy-on", "you pay £200", "entry fee £25 per band"."""
    small = words.small
    named = _behind(after, words.buy_on, f"{small[Small.TO_CHARGE]}|{small[Small.TO_GIFT]}")
    denied = compiled(r"{0}[ ]$", words.denied)
    if named is not None and not denied.search(before):
        return SaidAmount(start, end + named.end(), sum_, For.BUY_ON)
    entry = compiled(
        r"[ ]?(?:(?:{0}|{2})[ ]{1}|{1}[ ]{2})", words.tickets, words.entrants, words.taking_part
    ).match(after)
    if entry is not None:
        return SaidAmount(start, end + entry.end(), sum_, For.BUY_ON)
    told = compiled(r"(?P<w>{0})(?:[:=]| {1:bare})?[ ]$", words.buy_on, small[Small.CHARGE]).search(before)
    if told is not None and not denied.search(before, 0, told.start("w")):
        return SaidAmount(start, end, sum_, For.BUY_ON)
    entering = compiled(r"{0}(?:[:=]| {1:bare})?[ ]$", words.tickets, small[Small.TICKETS]).search(before)
    paid = compiled(r"{0}[ ]$", words.act_pays).search(before)
    if paid is not None or (entering and compiled(r"[ ]?{0}", words.entrants).match(after)):
        return SaidAmount(start, end, sum_, For.BUY_ON)
    return None


def _charge(
    sheet: PostSheet, start: int, end: int, sum_: Money, before: str, after: str
) -> SaidAmount | None:
    """A sum that the act is asked to pay: "£30 for the engineer", "engineer fee £30"."""
    words, small = sheet.vocabulary, sheet.vocabulary.small
    charge = compiled(
        r"[ ]?(?:{1:bare}(?:[ ]|(?<=')))?(?P<w>{0})", words.charges, small[Small.TO_CHARGE]
    ).match(after)
    if charge is not None:
        typed = sheet.words(end + charge.start("w"), end + charge.end())
        return SaidAmount(start, end + charge.end(), sum_, For.CHARGE, words=typed)
    charge = compiled(r"(?P<w>{0})(?: {1:bare}|:)?[ ]$", words.charges, small[Small.CHARGE]).search(before)
    if charge is None:
        return None
    shift = start - len(before)
    typed = sheet.words(shift + charge.start("w"), shift + charge.end("w"))
    return SaidAmount(start, end, sum_, For.CHARGE, words=typed)


def _worth(
    words: Vocabulary, start: int, end: int, sum_: Money, before: str, after: str
) -> SaidAmount | None:
    """The worth of something given: "£50 of drinks", "bar tab £50"."""
    things = "|".join(spelt for kind, spelt in words.in_kind.items() if kind is not InKind.TRAVEL)
    tab = compiled(r"{0}(?: {1:bare}|:)?[ ]?$", words.tabs, words.small[Small.GIFT])
    if _behind(after, things, words.small[Small.TO_GIFT]) is None and not tab.search(before):
        return None
    return SaidAmount(start, end, sum_, For.GIFT)


def _behind(after: str, words: str, small: str) -> re.Match[str] | None:
    """Such words right after a sum, or after a small word."""
    return compiled(r"[ ]?(?:{1:bare} )?{0}", words, small).match(after)


def _ticket(
    sheet: PostSheet, start: int, end: int, sum_: Money, before: str, after: str
) -> SaidAmount | None:
    """A sum with a word for tickets beside it."""
    words, small = sheet.vocabulary, sheet.vocabulary.small
    behind = compiled(r"[ ]?{0}(?![ ]{1:bare})", words.tickets, words.summed).match(after)
    if behind is not None:
        return SaidAmount(start, end + behind.end(), sum_, For.DOOR)
    if compiled(r"{0}(?: {1:bare}|:|=|-)?[ ]?$", words.tickets, small[Small.TICKETS]).search(before):
        return SaidAmount(start, end, sum_, For.DOOR)
    if compiled(r"{0}(?:[:=]| {1:bare})?[ ]?$", words.advance, small[Small.ADVANCE]).search(before):
        return SaidAmount(start, end, sum_, For.ADVANCE)
    at_the_door = compiled(r"{0}[:=][ ]?$|{1:bare}[ ]$", words.on_the_door, words.before_door_prices)
    return SaidAmount(start, end, sum_, For.DOOR) if at_the_door.search(before) else None


def _around(sheet: PostSheet, start: int, end: int) -> tuple[str, str]:
    """The words before and after a sum, within its clause."""
    low, high = sheet.clause(start, end)
    return sheet.low[max(low, start - 30) : start], sheet.low[end : min(high, end + 40)]


def _shares(sheet: PostSheet, before: str, after: str, end: int) -> bool:
    """Whether "door" after a sum belongs to a deal and not to a ticket, as in "£100 door split"."""
    rest = compiled(r"[ ]?(?:{0:bare}|\d)", sheet.vocabulary.door_deals).match(after, end)
    return rest is not None or compiled(r"{0}[ ]?$", sheet.vocabulary.offer).search(before) is not None


def _second(sheet: PostSheet, first: SaidAmount) -> SaidAmount | None:
    """The figure after a slash: "$12/15", "£8/£10 entry"; the first is then the price in advance."""
    match = _SLASH.match(sheet.low, first.end)
    if match is None or first.what not in (For.DOOR, For.ADVANCE, For.FEE):
        return None
    if TAKEN in sheet.left[match.start() : match.end()]:
        return None
    if first.what is For.FEE and first.money.amount > 40:
        return None
    sheet.take(match.start(), match.end())
    door = money(figure(match[1]), first.money.currency)
    return SaidAmount(match.start(), match.end(), door, For.DOOR)
