"""Posts read at a fixed moment, and what came of them in short lines."""

from datetime import datetime

import pytest

from core.marketplace.posts import NotAPost, read_post
from core.marketplace.posts.values import FeeShape, Per
from core.scheduling.phrases.understanding import Context

NOW = datetime(2026, 11, 23, 10, 0)  # a Monday
MONDAY = datetime(2026, 11, 23, 14, 5)
ZONES = {
    "de-DE": "Europe/Berlin",
    "fr-FR": "Europe/Paris",
    "es-ES": "Europe/Madrid",
    "pt-BR": "America/Sao_Paulo",
    "pt-PT": "Europe/Lisbon",
}


@pytest.fixture
def post():
    """`post(words, now=..., locale=...)`: the Post or NotAPost."""

    def read(words, *, now=NOW, locale="en-GB", zone="Europe/London"):
        return read_post(words, Context(now, zone, locale))

    return read


@pytest.fixture
def told(post):
    """`told(words)`: what was said, field by field, each as a short line; {"not": reason} for no post."""

    def read(words, **context):
        return lines(post(words, **context))

    return read


def read_in(locale, words):
    """A post in some language, said on a Monday in November."""
    return read_post(words, Context(MONDAY, ZONES[locale], locale))


def lines(post):
    if isinstance(post, NotAPost):
        return {"not": post.reason.value}
    said = {
        "dates": (" or " if post.either else " ").join(str(day)[2:] for day in post.dates),
        "points": ", ".join(map(point_line, post.points)),
        "slots": ", ".join(map(slot_line, post.slots)),
        "fee": fee_line(post.fee),
        "genres": "/".join(post.genres) or ("any" if post.any_genre else ""),
        "cap": post.capacity,
        "bands": post.bands,
        "sold": post.sold,
        "draw": post.draw,
        "age": post.age_from,
        "tickets": ticket_line(post.tickets),
        "place": ", ".join(filter(None, (post.place, post.town))),
        "headlining": post.headlining,
        "missing": " ".join(post.missing),
        "problems": " ".join(problem.code for problem in post.problems),
    }
    return {name: value for name, value in said.items() if value or (name == "age" and value == 0)}


def money_line(money):
    return f"{money.amount.normalize():f} {money.currency}"


def point_line(point):
    parts = [point.point.value]
    if point.at is not None:
        parts.append(f"{point.at:%H:%M}" + (f"-{point.until:%H:%M}" if point.until is not None else ""))
    if point.minutes is not None:
        parts.append(f"{point.minutes} min")
    if point.of:
        parts.append(f"of {point.of}")
    if point.on is not None:
        parts.append(f"on {str(point.on)[2:]}")
    return " ".join(parts)


def slot_line(slot):
    parts = [f"{slot.count or '?'} {slot.kind.value}"]
    if slot.position:
        parts.append(f"no. {slot.position}")
    if slot.minutes:
        times = f"{slot.sets} x " if slot.sets > 1 else ""
        most = f"-{slot.minutes_most}" if slot.minutes_most else ""
        parts.append(f"{times}{slot.minutes}{most} min")
    if slot.fee:
        parts.append(money_line(slot.fee))
    return " ".join(parts)


def fee_line(fee):
    if fee.shape is FeeShape.NOT_SAID and not fee.charges and fee.must_sell is None:
        return ""
    parts = [fee.shape.value]
    if fee.guarantee:
        most = f" to {money_line(fee.guarantee_most)}" if fee.guarantee_most else ""
        parts.append(
            money_line(fee.guarantee) + most + ("" if fee.per is Per.NOT_SAID else f" {fee.per.value}")
        )
    if fee.share is not None:
        parts.append(f"{fee.share}% of the door")
    for name in ("costs", "after_money", "per_ticket", "worth", "hire", "buy_on"):
        value = getattr(fee, name)
        if value is not None:
            parts.append(f"{name} {money_line(value)}")
    flags = {
        "after costs": fee.after_costs and not fee.costs,
        f"after {fee.after_tickets} tickets": fee.after_tickets,
        "after break-even": fee.after_break_even,
        f"{fee.own_share}% of own tickets": fee.own_share is not None,
        "expenses": fee.expenses,
        f"must sell {fee.must_sell}": fee.must_sell is not None,
    }
    parts += [words for words, said in flags.items() if said]
    parts += [f"{charge.words} costs {money_line(charge.money)}" for charge in fee.charges]
    parts += [
        kind.value + (f" {fee.guest_list}" if kind == "guest_list" and fee.guest_list else "")
        for kind in fee.in_kind
    ]
    return "; ".join(parts)


def ticket_line(tickets):
    if tickets is None:
        return ""
    parts = [
        f"{name} {money_line(value)}" for name in ("advance", "door") if (value := getattr(tickets, name))
    ]
    return ", ".join([*parts, *(["free"] if tickets.free else [])])
