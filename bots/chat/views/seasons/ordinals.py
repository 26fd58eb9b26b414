"""Ordinal numbers of days and of weekdays in a month: "the 12th", "the second", "the third to last"."""

from bots.chat.turn import Reader

_ENDINGS = {1: "{n}st", 2: "{n}nd", 3: "{n}rd"}
_TEENS = (11, 12, 13)
_PLACES = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}


def ordinal(number: int, reader: Reader) -> str:
    """1st, 2nd, 12th."""
    last = number % 10
    if number % 100 in _TEENS or last not in _ENDINGS:
        return reader.label("{n}th", n=str(number))
    return reader.label(_ENDINGS[last], n=str(number))


def place(number: int, reader: Reader) -> str:
    """First, 12th, last, third to last; a negative number counts from the end."""
    if number in _PLACES:
        return reader.label(_PLACES[number])
    if number < 0:
        return reader.label("{place} to last", place=place(-number, reader))
    return ordinal(number, reader)
