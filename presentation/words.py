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
    """The locale for the days and hours in our sentences: one language in a sentence, the reader's clock."""
    if locale.partition("-")[0].lower() in _SPOKEN:
        return locale
    return "en-AU" if formats.twelve_hours(locale) else "en-GB"


def called(name: str) -> str:
    """What somebody is called; whoever has had everything deleted has no name any more."""
    return name or SOMEBODY


SOMEBODY = "Somebody who left"


def some(names: Sequence[str], locale: str) -> str:
    """Several names in a row; of a crowd the first few ("Ana, Bo, Cy, Dee and 15 more")."""
    if len(names) > _CROWD:
        first = _CROWD - 1
        names = [*names[:first], f"{len(names) - first} more"]
    return formats.listing(names, locale)


_CROWD = 5


def plural(count: int, one: str, many: str) -> str:
    """`one` for exactly one, else `many`, with the number in place of `{n}`."""
    return (one if count == 1 else many).replace("{n}", str(count))
