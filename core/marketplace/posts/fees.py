"""The pay in a post: guarantee, share of the door, both, tickets sold, in kind, or the act pays."""

import re
from dataclasses import dataclass, field, replace

from core.marketplace.posts.amounts import For, SaidAmount, read_amounts
from core.marketplace.posts.pay_to_play import buys_on
from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.values import (
    Charge,
    Fee,
    FeeShape,
    InKind,
    MissingFact,
    Per,
    PostAssumed,
    Tickets,
)
from core.marketplace.posts.vocabularies import Small, Vocabulary, all_vocabularies, compiled
from core.money import Money, currency_of

_RATIO = re.compile(r"(?<![\w.,:/£$€])(\d{2,3})[ ]?/[ ]?(\d{1,2})(?![\d/:%]|[.,]\d)")
_NEAR = 34
"""Characters after a sum in which "each" or "in total" is about it."""


@dataclass(slots=True)
class Pay:
    """Everything read about money; it becomes a `Fee` once the slots are known."""

    fees: list[SaidAmount] = field(default_factory=list)
    """Guarantees, in the order of the text."""
    others: list[SaidAmount] = field(default_factory=list)
    share: int | None = None
    split: bool = False
    """A door deal, with or without figures."""
    own_share: int | None = None
    after_costs: bool = False
    after_tickets: int | None = None
    after_break_even: bool = False
    in_kind: tuple[InKind, ...] = ()
    guest_list: int | None = None
    unpaid: bool = False
    expenses: bool = False
    tips: bool = False
    versus: bool = False
    free_entry: bool = False
    buys_on: bool = False
    """The act pays for its slot, with or without a sum."""
    no_hire: bool = False
    """The post says that the room costs nothing."""

    @property
    def offered(self) -> bool:
        """Whether pay was named; a drink alone is none."""
        return bool(self.fees or self.unpaid or self.expenses or self.tips or self.deal)

    @property
    def deal(self) -> bool:
        """Whether more than a sum was named: a share, a hire, tickets sold, a recording instead of money."""
        paid = (For.HIRE, For.PER_TICKET, For.CHARGE)
        told = any(each.what in paid for each in self.others)
        exchanged = self.unpaid and self.in_kind
        return bool(self.split or self.own_share or self.buys_on or exchanged or told)


def read_pay(sheet: PostSheet) -> Pay:
    """Everything about money; its words are taken."""
    words = sheet.vocabulary
    pay = Pay()
    _own_share(sheet, pay)
    amounts = read_amounts(sheet)
    pay.fees = [each for each in amounts if each.what is For.FEE and each.money.minor]
    nothing = any(each.what is For.FEE and not each.money.minor for each in amounts)
    pay.others = [each for each in amounts if each.what is not For.FEE]
    pay.after_costs = any(each.what is For.COSTS for each in amounts)
    _door(sheet, pay, words)
    pay.versus = sheet.first(compiled("{0}", words.versus)) is not None
    _between(sheet, pay, words)
    _after(sheet, pay, words)
    pay.buys_on = any(each.what is For.BUY_ON for each in amounts) or buys_on(sheet)
    pay.no_hire = _take(sheet, words.no_hire)
    pay.unpaid = _take(sheet, words.unpaid) or nothing or _nothing(sheet, words)
    pay.expenses = _take(sheet, words.expenses)
    pay.tips = _take(sheet, words.tips)
    pay.free_entry = _take(sheet, words.free_entry)
    _kind(sheet, pay, words)
    return pay


def _nothing(sheet: PostSheet, words: Vocabulary) -> bool:
    """Whether the answer to a question for the fee is that there is none: "nothing"."""
    asked = sheet.about is MissingFact.FEE
    return asked and compiled(r"^\W*{0}\W*$", words.nothing).match(sheet.left) is not None


def _take(sheet: PostSheet, words: str) -> bool:
    match = sheet.first(compiled("{0}", words))
    if match is not None:
        sheet.take(match.start(), match.end())
    return match is not None


def _own_share(sheet: PostSheet, pay: Pay) -> None:
    pattern = compiled(
        r"(?P<n>\d{{1,3}})[ ]?(?:%|{1:bare})[ ]?(?:{2:bare} )?{0}",
        sheet.vocabulary.own_sales,
        sheet.vocabulary.own_percent,
        sheet.vocabulary.small[Small.TO_SHARE],
    )
    match = sheet.first(pattern)
    if match is not None and int(match["n"]) <= 100:
        pay.own_share = int(match["n"])
        sheet.take(match.start(), match.end())


def _door(sheet: PostSheet, pay: Pay, words: Vocabulary) -> None:
    """A share of the door: "70/30", "80% of the door", "you keep the door", "door split"."""
    _ratio(sheet, pay)
    _percentage(sheet, pay)
    if _take(sheet, words.all_doors):
        pay.split = True
        pay.share = 100 if pay.share is None else pay.share
    if _take(sheet, words.split):
        pay.split = True
    if pay.share is None:
        return
    behind = compiled(
        r"(?:{1}[ ])?(?:{2:bare} )?(?<!\d[ ]){0}(?![ ]?[\d:]|[ ]?{3:bare})",
        words.doors_money,
        words.of,
        words.small[Small.THE],
        words.doors_open,
    )
    match = sheet.first(behind)
    if match is not None:
        sheet.take(match.start(), match.end())


def _ratio(sheet: PostSheet, pay: Pay) -> None:
    """A ratio such as "70/30": the act's share comes first, and both make a whole."""
    for each in sheet.find(_RATIO):
        first, second = int(each[1]), int(each[2])
        if first + second == 100 and first % 5 == 0:
            pay.share, pay.split = first, True
            sheet.assume(PostAssumed.SHARE, each.start(), each.end())
            sheet.take(each.start(), each.end())
            return


def _percentage(sheet: PostSheet, pay: Pay) -> None:
    """A percentage such as "80%"; the first counts."""
    sign = all_vocabularies().percent
    for each in sheet.find(compiled(r"(?<![\w.,])(\d{{1,3}})[ ]?(?:%|{0:bare})", sign)):
        if int(each[1]) <= 100 and pay.share is None:
            pay.share, pay.split = int(each[1]), True
            sheet.take(each.start(), each.end())


def _between(sheet: PostSheet, pay: Pay, words: Vocabulary) -> None:
    """A sum or a share ("300 or 70%"): the "or" means the greater of the two."""
    if not pay.fees or pay.share is None or pay.versus:
        return
    fee = pay.fees[0]
    after = sheet.low[fee.end : fee.end + 16]
    between = compiled(r"[ ]{{0,2}}{0}[ ]{{0,2}}\d+[ ]?%?", words.either).match(after)
    if between is not None:
        pay.versus = True
        sheet.assume(PostAssumed.VERSUS, fee.start, fee.end + between.end())


def _after(sheet: PostSheet, pay: Pay, words: Vocabulary) -> None:
    """The point from which the door is shared: after costs, after 150 tickets, after break-even."""
    if pay.share is None and not pay.split:
        return
    small = words.small
    tickets = sheet.first(
        compiled(
            r"{0}[ ](?:{3:bare} )?(?P<n>\d{{1,5}})[ ]?(?:{1}|{2})",
            words.after,
            words.tickets,
            words.payers,
            small[Small.AFTER_TICKETS],
        )
    )
    if tickets is not None:
        pay.after_tickets = int(tickets["n"])
        sheet.take(tickets.start(), tickets.end())
    even = sheet.first(
        compiled(r"(?:{0}[ ](?:{2:bare} )?)?{1}", words.after, words.break_even, small[Small.THE])
    )
    if even is not None:
        pay.after_break_even = True
        sheet.take(even.start(), even.end())
    costs = sheet.first(
        compiled(r"{0}[ ](?:{2:bare} )?{1}", words.after, words.costs, small[Small.AFTER_COSTS])
    )
    if costs is not None:
        pay.after_costs = True
        sheet.take(costs.start(), costs.end())


def _kind(sheet: PostSheet, pay: Pay, words: Vocabulary) -> None:
    """Pay in kind; a common word ("bed", "beer") counts only after a plus, a number or "free"."""
    found: dict[InKind, int] = {}
    for kind, spelt in words.in_kind.items():
        match = _given(sheet, words, spelt)
        if match is None and kind in _PLAIN and (pay.fees or pay.unpaid or pay.split):
            match = sheet.first(compiled("(?P<n>(?!))?(?P<m>(?!))?{0}", spelt))
        if match is None:
            continue
        found[kind] = match.start()
        if kind is InKind.GUEST_LIST:
            pay.guest_list = _guests(sheet, match)
        sheet.take(match.start(), match.end())
    pay.in_kind = tuple(sorted(found, key=lambda kind: found[kind]))


def _given(sheet: PostSheet, words: Vocabulary, spelt: str) -> re.Match[str] | None:
    """Something with a word of giving beside it: "+ beer", "4 x beer", "free food", "beer provided"."""
    before = r"(?:[+&,;/\0]|{1})[ ]{{0,2}}(?:{2}[ ])*|(?P<n>\d{{1,3}})[ ]?x?[ ]|^"
    pattern = rf"(?:{before})(?:(?P<m>\d{{{{1,3}}}})[ ]?x?[ ])?{{0}}|{{0}}[ ]{{3}}"
    return sheet.first(compiled(pattern, spelt, words.beside, words.sized, words.provided))


def _guests(sheet: PostSheet, match: re.Match[str]) -> int | None:
    """The number of places on the guest list: "guest list of 2", "2 guest list"."""
    count = match["n"] or match["m"]
    if not count:
        of = sheet.vocabulary.small[Small.GIFT]
        behind = compiled(r"(?: {0:bare}|:)?[ ](\d{{1,3}})(?![\d%])", of).match(sheet.low, match.end())
        count = behind[1] if behind else None
    return int(count) if count else None


_PLAIN = (InKind.RIDER, InKind.CRATE, InKind.GUEST_LIST, InKind.TRAVEL, InKind.BED, InKind.RECORDING)
"""Words that mean pay anywhere in a post about pay."""


def fee_of(sheet: PostSheet, pay: Pay, *, slots: int | None, own_fees: bool) -> Fee:
    """The fee of a post for so many acts; `own_fees`: each slot has one of its own."""
    fee = Fee(
        shape=_shape(pay),
        share=pay.share,
        costs=_sum(pay, For.COSTS),
        after_costs=pay.after_costs,
        after_tickets=pay.after_tickets,
        after_money=_sum(pay, For.AFTER),
        after_break_even=pay.after_break_even,
        own_share=pay.own_share,
        per_ticket=_sum(pay, For.PER_TICKET),
        in_kind=pay.in_kind,
        guest_list=pay.guest_list,
        worth=_sum(pay, For.GIFT),
        expenses=pay.expenses,
        hire=_hire(sheet, pay),
        charges=tuple(Charge(a.words, a.money) for a in pay.others if a.what is For.CHARGE),
        buy_on=_sum(pay, For.BUY_ON),
    )
    return fee if own_fees or not pay.fees else _guaranteed(sheet, pay, fee, slots)


def _guaranteed(sheet: PostSheet, pay: Pay, fee: Fee, slots: int | None) -> Fee:
    """A fee with its guarantee: the first sum in the text, and whom it is for."""
    first = pay.fees[0]
    for each in pay.fees[1:]:
        sheet.assume(PostAssumed.OTHER_SUM, each.start, each.end)
    per = _per(sheet, first)
    if per is Per.NOT_SAID and slots != 1:
        sheet.assume(PostAssumed.FEE_PER, first.start, first.end)
    return replace(fee, guarantee=first.money, guarantee_most=first.most, per=per)


def _sum(pay: Pay, what: For) -> Money | None:
    """The first sum that is for this."""
    return next((each.money for each in pay.others if each.what is what), None)


def _hire(sheet: PostSheet, pay: Pay) -> Money | None:
    hire = _sum(pay, For.HIRE)
    return Money(0, currency_of(sheet.context.locale)) if hire is None and pay.no_hire else hire


def _shape(pay: Pay) -> FeeShape:
    """The shape of the fee: what the act pays, then a guarantee, the door, tickets sold, and the rest."""
    if pay.buys_on:
        return FeeShape.BUY_ON
    if pay.fees:
        if not pay.split:
            return FeeShape.GUARANTEE
        return FeeShape.VERSUS if pay.versus else FeeShape.PLUS
    for said, shape in (
        (pay.split, FeeShape.DOOR_SPLIT),
        (pay.own_share is not None or _sum(pay, For.PER_TICKET), FeeShape.OWN_TICKETS),
        (_sum(pay, For.HIRE), FeeShape.HIRE),
        (pay.expenses, FeeShape.EXPENSES),
        (pay.tips, FeeShape.TIPS),
        (pay.unpaid, FeeShape.UNPAID),
        (pay.in_kind, FeeShape.IN_KIND),
    ):
        if said:
            return shape
    return FeeShape.NOT_SAID


def _per(sheet: PostSheet, amount: SaidAmount) -> Per:
    """The acts that get a guarantee, by the first such word before the next sum or the end of the clause."""
    _, high = sheet.clause(amount.start, amount.end)
    before = sheet.low[max(0, amount.start - _NEAR) : amount.start]
    after = sheet.low[amount.end : min(high, amount.end + _NEAR)]
    other = re.search(r"[£$€]", after)
    after = after[: other.start()] if other else after
    words = sheet.vocabulary
    each = compiled(r"{0}(?![ ]{1:bare})", words.each, words.one_night).search(after) or compiled(
        r"\s?(?:/|p/?)\s?(?:{0:bare}|b\b)", words.slash_each
    ).match(after)
    total = compiled("{0}", words.in_all).search(after)
    if not total and compiled(r"{0}[ ]$", words.each_before).search(before):
        return Per.EACH
    if each and (not total or each.start() < total.start()):
        return Per.EACH
    return Per.IN_ALL if total else Per.NOT_SAID


def tickets_of(pay: Pay) -> Tickets | None:
    """The price that the audience pays."""
    advance, door = _sum(pay, For.ADVANCE), _sum(pay, For.DOOR)
    if advance is None and door is None and not pay.free_entry:
        return None
    return Tickets(advance, door, free=pay.free_entry and door is None)
