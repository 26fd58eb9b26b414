"""The shapes of figures, words and signs in a text, as one alternation for each language."""

import re
from collections.abc import Iterable, Mapping

from core.scheduling.lexicons import Lexicon, Meaning, Tag

_SHAPES = r"""
(?P<link>(?:https?://|www\.)\S+|[\w.+-]{{1,40}}@[\w-]{{1,40}}\.\w{{2,20}}|\#\S+)
|(?P<money>[£$€]\s?\d[\d.,]*k?(?:\s?/\s?[£$€]?\d+)?|\d+(?:[.,]\d+)*\s?(?:£|€|%|\$)(?!\d)|r\$\s?\d+)
|(?P<plus>\d+\+)
|(?P<ratio>\b(?:\d0/\d0|\d5/\d5)\b(?!\s?/)|\b\d+\s?:\s?1\b)
|(?P<iso>\b(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?![\d/]))
|(?P<named>\b\d{{1,4}}(?P<sep>[-/])(?:{months})(?P=sep)\d{{1,4}}\b)
|(?P<full>\b\d{{1,2}}(?P<sep2>[-/.])\d{{1,2}}(?P=sep2)(?:(?:19|20)\d\d|'?\d\d)(?!\d|:\d))
|(?P<clock>\b\d{{1,2}}\s?[:h]\s?[0-5]\d(?::[0-5]\d)?(?!\d)(?:\s?(?P<m1>{meridiems}|(?:{clipped})(?![^\W\d_])))?
  |\b\d{{1,2}}\.[0-5]\d\s?(?P<m2>{meridiems})
  |\b\d{{1,4}}\s?(?P<m3>{meridiems})
  |\b\d{{1,2}}(?P<m4>{clipped})(?![\w'])
  |\b\d{{1,2}}\s?hs?(?![^\W\d_]))
|(?P<badclock>\b\d{{1,2}}:\d\d(?!\d))
|(?P<ish>\b\d{{1,4}}(?:\s?[:.]\s?\d\d)?\s?-?\s?(?:{about})\b)
|(?P<times>\b\d+\s?x\s?\d+\b)
|(?P<count>\b\d+\s?x\b)
|(?P<my>\b(?:0?[1-9]|1[0-2])\s?[/-]\s?20\d\d\b)
|(?P<dotdate>\b\d{{1,2}}\.\d{{1,2}}\.(?!\d))
|(?P<thousand>\b\d{{1,3}}(?:,\d{{3}})+\b|\b\d+\.\d{{3,}}\b|\b\d{{5,}}\b)
|(?P<dotted>\b\d{{1,2}}\.\d{{1,2}}(?![\d%]))
|(?P<slashed>\b\d{{1,2}}\s?/\s?\d{{1,2}}(?![\d/]))
|(?P<ordinal>\b\d{{1,2}}\s?(?:{suffixes})(?![^\W\d_]))
|(?P<number>\d+)
|(?P<short>(?<![^\W\d_])[^\W\d_]/[^\W\d_](?![\w]))
|(?P<word>'?[^\W\d_]+(?:['.][^\W\d_]+)*'?)
|(?P<newline>\n\s*)
|(?P<sign>[^\w\s])
|(?P<under>_+)
"""


def shapes_of(lexicon: Lexicon, known: Mapping[str, Meaning]) -> re.Pattern[str]:
    """The alternation of a language; the first shape that fits wins."""
    months = (month for words in lexicon.months for month in words.split("|"))
    meridiems = (word for word, meaning in known.items() if meaning.tag is Tag.MERIDIEM)
    shapes = _SHAPES.format(
        months="|".join(map(re.escape, _longest_first(months))),
        meridiems="|".join(re.escape(word) + r"(?![^\W\d_])" for word in _longest_first(meridiems)),
        suffixes=lexicon.ordinal_suffixes,
        clipped=lexicon.clipped or "(?!)",
        about=lexicon.about,
    )
    return re.compile(shapes, re.VERBOSE)


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)
