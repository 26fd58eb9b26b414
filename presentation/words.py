"""Where every sentence that people read passes through on its way out."""

from collections.abc import Sequence

from core import formats

_SPOKEN = frozenset({"en"})
"""The languages that there are sentences in."""


def translate(template: str, locale: str) -> str:
    """The sentence in the language of `locale`.

    English is the key. Catalogues for other languages hook in here and nowhere else; until there is
    one, every reader gets English.
    """
    del locale
    return template


def worded(locale: str) -> str:
    """The locale for days, hours and sums in our sentences: one language, the reader's clock.

    Of the English of other countries that of Europe (150), for one: its readers measure in kilometres.
    """
    if locale.partition("-")[0].lower() in _SPOKEN:
        return locale
    return "en-AU" if formats.twelve_hours(locale) else "en-150"


def called(name: str, locale: str) -> str:
    """What somebody is called; people who had everything deleted have no name any more."""
    return name or translate(SOMEBODY, locale)


SOMEBODY = "Somebody who left"


def some(names: Sequence[str], locale: str) -> str:
    """Several names in a row; of many only the first few ("Ana, Bo, Cy, Dee and 15 more")."""
    if len(names) <= _CROWD:
        return formats.listing(names, locale)
    return some_of(names, _CROWD - 1, locale)


_CROWD = 5


def some_of(names: Sequence[str], shown: int, locale: str) -> str:
    """The first `shown` names, and how many more there are ("Ana, Bo and 3 more")."""
    if len(names) <= shown:
        return formats.listing(names, locale)
    more = _numbered("{n} more", len(names) - shown, locale)
    return formats.listing([*names[:shown], more], locale)


def plural(count: int, one: str, many: str) -> str:
    """`one` for exactly one, else `many`, with the number in place of `{n}`."""
    return (one if count == 1 else many).replace("{n}", str(count))


def ordinal(number: int, locale: str) -> str:
    """1st, 2nd, 12th."""
    teens = number % 100 in (11, 12, 13)
    template = "{n}th" if teens else _ORDINALS.get(number % 10, "{n}th")
    return _numbered(template, number, locale)


_ORDINALS = {1: "{n}st", 2: "{n}nd", 3: "{n}rd"}


def place(number: int, locale: str) -> str:
    """First, 12th, last, third to last."""
    if number in _PLACES:
        return translate(_PLACES[number], locale)
    if number < 0:
        return translate("{nth} to last", locale).replace("{nth}", ordinal(-number, locale))
    return ordinal(number, locale)


_PLACES = {
    1: "first",
    2: "second",
    3: "third",
    4: "fourth",
    5: "fifth",
    -1: "last",
    -2: "second to last",
    -3: "third to last",
    -4: "fourth to last",
    -5: "fifth to last",
}


def _numbered(template: str, number: int, locale: str) -> str:
    return translate(template, locale).replace("{n}", str(number))
