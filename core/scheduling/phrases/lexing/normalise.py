"""Typed text made even, one character for one, so that every position stays the same."""

import unicodedata

from core.scheduling.lexicons import Lexicon

LIMIT = 1000
"""Characters; longer texts are refused."""

_SIGNS = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uff0d~\u2192\u279c\u27a1", "-"),
    **dict.fromkeys("\u2026", "."),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000\t", " "),
    **dict.fromkeys("\ufe0e\ufe0f\u200b\u200c\u200d\u2060\ufeff", " "),
    **dict.fromkeys("\u2022\u00b7\u25cf\u25aa", "\n"),
    **dict.fromkeys("\u2705\u2714\u2713\u2611\U0001f44d\U0001f44c\U0001f7e2\U0001f49a\U0001f64c", "\u2713"),
    **dict.fromkeys(
        "\u274c\u2716\u2717\u2718\u274e\U0001f645\U0001f44e\u26d4\U0001f6ab\U0001f534\u2715", "\u2717"
    ),
    **dict.fromkeys("\u2753\u2754\U0001f914\U0001f937\U0001f7e1\U0001f7e0", "\u2754"),
    "\r": "\n",
}


def even(words: str) -> tuple[str, str]:
    """The composed text as typed, and the same in lower case with plain signs, position by position."""
    typed = unicodedata.normalize("NFC", words)
    return typed, "".join(map(_plain, typed))


def _plain(character: str) -> str:
    found = _SIGNS.get(character)
    if found is not None:
        return found
    if "\U0001f3fb" <= character <= "\U0001f3ff":  # skin tones
        return " "
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


def known_spelling(word: str, lexicon: Lexicon, names: dict[str, int]) -> str | None:
    """The day, month or other word that an unknown word is a misspelling of.

    `names` gives the misspelt letters allowed for each candidate. First letters must match, which keeps
    "Blursday" out and costs little: people rarely miss the first key.
    """
    closed = lexicon.misspelt.get(word)
    if closed is not None:
        return closed
    if len(word) < 5 or word in lexicon.never_misspelt:
        return None
    for name, slips in names.items():
        if name[0] != word[0] or abs(len(name) - len(word)) > slips:
            continue
        if _distance(word, name, slips) <= slips:
            return name
    return None


def _distance(a: str, b: str, limit: int) -> int:
    """Edits (a swap of neighbours counts one) from a to b; anything above `limit` may be cut short."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
