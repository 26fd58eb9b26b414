"""What each kind of slot gets, told later, leaves how many there are."""

import pytest

from core.marketplace.posts import merged, read_facts
from core.scheduling.phrases.understanding import Context
from tests.core.posts.conftest import NOW

CONTEXT = Context(NOW, "Europe/London", "en-GB")


@pytest.mark.parametrize(
    "fees",
    ["£200 headliner, £50 openers", "headliner £200, openers £50 each", "headliner £200, opener £50"],
)
def test_fees_by_kind_leave_the_numbers_of_slots(fees):
    bill = read_facts("headliner and 2 openers", CONTEXT)
    paid = merged(bill, read_facts(fees, CONTEXT))
    assert [(slot.kind.value, slot.count, slot.fee.minor) for slot in paid.slots] == [
        ("headliner", 1, 20000),
        ("opener", 2, 5000),
    ]


def test_a_new_number_of_slots_counts():
    bill = read_facts("2 openers", CONTEXT)
    assert [slot.count for slot in merged(bill, read_facts("3 openers", CONTEXT)).slots] == [3]
