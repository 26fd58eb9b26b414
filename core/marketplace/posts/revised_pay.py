"""The slots of a revised post, and what they are paid."""

from collections.abc import Sequence
from dataclasses import replace

from core.marketplace.posts.values import Fee, FeeShape, Post, SlotKind, WantedSlot

_UNPRICED = (FeeShape.NOT_SAID, FeeShape.IN_KIND)


def settles_pay(fee: Fee) -> bool:
    """Whether it says what is paid; a drink beside the pay, or a charge, leaves that as it was."""
    return fee.shape not in _UNPRICED


def revised_pay(old: Post, new: Post) -> tuple[tuple[WantedSlot, ...], Fee]:
    """The slots and the fee: a sum without a slot is for all of them, "opener £60" for the openers alone."""
    slots = _slots(old, new)
    sums = {slot.kind: slot.fee or new.fee.guarantee for slot in new.slots}
    if is_about_some(old, new) and any(sums.values()):
        paid = tuple(replace(slot, fee=sums.get(slot.kind) or slot.fee) for slot in slots)
        fee = _beside(old.fee, new.fee)
        return paid, fee if settles_pay(fee) else replace(fee, shape=FeeShape.GUARANTEE)
    if settles_pay(new.fee):
        own = {slot.kind: slot.fee for slot in new.slots}
        paid = tuple(replace(slot, fee=own.get(slot.kind)) for slot in slots)
        return paid, _on_conditions(new.fee, old.fee)
    return _still_paid(slots, _beside(old.fee, new.fee))


def _slots(old: Post, new: Post) -> tuple[WantedSlot, ...]:
    """The slots: a set length alone is for all of them, and new slots keep what nobody changed."""
    if not new.slots or not old.slots:
        return new.slots or old.slots
    if is_length_alone(new.slots):
        return tuple(_lasting(slot, new.slots[0]) for slot in old.slots)
    if is_about_some(old, new):
        changed = {slot.kind: slot for slot in new.slots}
        return tuple(_completed(changed.get(slot.kind, slot), [slot]) for slot in old.slots)
    priced = {slot.kind for slot in old.slots} == {slot.kind for slot in new.slots} and all(
        slot.fee for slot in new.slots
    )
    return tuple(_completed(slot, old.slots, counted=not priced) for slot in new.slots)


def is_length_alone(slots: Sequence[WantedSlot]) -> bool:
    """Whether no slot was named, but a set length: "30 min"."""
    return len(slots) == 1 and slots[0].kind is SlotKind.ANY and slots[0].count is None


def is_about_some(old: Post, new: Post) -> bool:
    """Whether it tells the length or the sum of some among several kinds of slot: "opener £60"."""
    kinds = [slot.kind for slot in old.slots]
    named = {slot.kind for slot in new.slots}
    alone = all(kinds.count(kind) == 1 for kind in named)
    telling = settles_pay(new.fee) or any(slot.minutes for slot in new.slots)
    return bool(named) and alone and len(named) < len(kinds) and telling


def _lasting(slot: WantedSlot, length: WantedSlot) -> WantedSlot:
    """A slot with the set length of another."""
    return replace(slot, minutes=length.minutes, minutes_most=length.minutes_most, sets=length.sets)


def _completed(slot: WantedSlot, old: Sequence[WantedSlot], *, counted: bool = True) -> WantedSlot:
    """A new slot with the length and the fee that those of its kind had, or with the length that all had.

    Without a number ("openers £50"), or where it only tells what each kind gets, there are as many as before.
    """
    own = next((each for each in old if each.kind is slot.kind), None)
    if own is not None and (slot.count is None or not counted):
        slot = replace(slot, count=own.count)
    alike = len({(each.minutes, each.minutes_most, each.sets) for each in old}) == 1
    length = own or (old[0] if alike else None)
    if slot.minutes is None and length is not None:
        slot = _lasting(slot, length)
    return replace(slot, fee=slot.fee or own.fee) if own is not None else slot


def _beside(old: Fee, new: Fee) -> Fee:
    """The old pay with what the new one adds to it."""
    in_kind = new.in_kind if old.shape is FeeShape.IN_KIND and new.in_kind else (*old.in_kind, *new.in_kind)
    shape = old.shape
    if not settles_pay(old):
        shape = FeeShape.IN_KIND if in_kind else FeeShape.NOT_SAID
    return replace(
        old,
        shape=shape,
        in_kind=tuple(dict.fromkeys(in_kind)),
        guest_list=new.guest_list or old.guest_list,
        worth=new.worth or old.worth,
        charges=new.charges or old.charges,
        must_sell=old.must_sell if new.must_sell is None else new.must_sell,
    )


def _on_conditions(new: Fee, old: Fee) -> Fee:
    """The new pay with what the old one asked of the act, unless it says otherwise itself."""
    must_sell = old.must_sell if new.must_sell is None else new.must_sell
    return replace(new, charges=new.charges or old.charges, must_sell=must_sell)


def _still_paid(slots: tuple[WantedSlot, ...], fee: Fee) -> tuple[tuple[WantedSlot, ...], Fee]:
    """The slots and the fee where the sums stood with the slots: they go if a slot is now without one."""
    if fee.guarantee is not None or fee.shape not in (FeeShape.GUARANTEE, FeeShape.PLUS, FeeShape.VERSUS):
        return slots, fee
    if slots and all(slot.fee is not None for slot in slots):
        return slots, fee
    shape = FeeShape.DOOR_SPLIT if fee.share is not None else FeeShape.NOT_SAID
    shape = FeeShape.IN_KIND if fee.in_kind and shape is FeeShape.NOT_SAID else shape
    return tuple(replace(slot, fee=None) for slot in slots), replace(fee, shape=shape)
