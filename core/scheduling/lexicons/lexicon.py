"""The words of one language for days, times and diaries, as data that the grammar looks up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Tag(StrEnum):
    """The part of a word or a figure in a sentence."""

    # days
    WEEKDAY = "weekday"
    MONTH = "month"
    DAY_SET = "day_set"
    UNIT = "unit"
    RELATIVE_DAY = "relative_day"
    HOLIDAY = "holiday"
    WEEK_OF = "week_of"
    # which one, how often
    THIS = "this"
    NEXT = "next"
    AFTER_NEXT = "after_next"
    LAST = "last"
    EVERY = "every"
    ANY = "any"
    ALTERNATE = "alternate"
    OFTEN = "often"
    TWICE_UNCLEAR = "twice_unclear"
    TIMES = "times"
    ALL = "all"
    REST = "rest"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    BEGINNING = "beginning"
    ENDING = "ending"
    HALF = "half"
    AGO = "ago"
    FROM_NOW = "from_now"
    ONES = "ones"
    WEEK_NUMBER = "week_number"
    EVEN_WEEKS = "even_weeks"
    ODD_WEEKS = "odd_weeks"
    VAGUE = "vague"
    # times of day
    PART = "part"
    TONIGHT = "tonight"
    NEXT_DAY = "next_day"
    ALL_DAY = "all_day"
    CLOCK_WORD = "clock_word"
    MERIDIEM = "meridiem"
    OCLOCK = "oclock"
    PAST_HOUR = "past_hour"
    TO_HOUR = "to_hour"
    QUARTER = "quarter"
    MINUTES = "minutes"
    LABEL = "label"
    # marks
    FROM = "from"
    STARTING = "starting"
    ONWARDS = "onwards"
    TO = "to"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    AT = "at"
    ON = "on"
    IN = "in"
    OF = "of"
    THE = "the"
    A = "a"
    FOR = "for"
    FROM_OF = "from_of"
    FROM_OF_THE = "from_of_the"
    FROM_OF_HOUR = "from_of_hour"
    TO_AT = "to_at"
    TO_AT_THE = "to_at_the"
    TO_AT_HOUR = "to_at_hour"
    AND = "and"
    OR = "or"
    NOR = "nor"
    BUT = "but"
    INSTEAD = "instead"
    EXCEPT = "except"
    OTHERWISE = "otherwise"
    ONLY = "only"
    NOT = "not"
    NO = "no"
    NOT_BOTH = "not_both"
    BACK = "back"
    NOW = "now"
    ENDLESS = "endless"
    # free, busy and the like
    FREE = "free"
    BUSY = "busy"
    MAYBE = "maybe"
    WORK = "work"
    FINISH = "finish"
    ROTA = "rota"
    OFF = "off"
    ALWAYS = "always"
    CONDITION = "condition"
    # what makes a sentence something else
    QUESTION_WORD = "question_word"
    PAST_TENSE = "past_tense"
    CORRECTION = "correction"
    ELSEWHERE = "elsewhere"
    UNSUPPORTED = "unsupported"
    # numbers
    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    # figures and signs, of any language
    NUMBER = "number"
    CLOCK = "clock"
    DATE = "date"
    SLASHED = "slashed"
    DOTTED = "dotted"
    MONTH_YEAR = "month_year"
    COUNT = "count"
    QUANTITY = "quantity"
    QUANTITY_UNIT = "quantity_unit"
    QUANTITY_BEFORE = "quantity_before"
    NOISE = "noise"
    WORD = "word"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    STOP = "stop"
    COLON = "colon"
    DASH = "dash"
    SLASH = "slash"
    OPEN = "open"
    CLOSE = "close"
    QUESTION_MARK = "question_mark"
    OTHER = "other"
    END = "end"


@dataclass(frozen=True, slots=True)
class Meaning:
    """An entry of the dictionary."""

    tag: Tag
    number: int = 0
    """Weekday (0 is Monday), month, cardinal, ordinal, interval or days from today, as the tag has it."""
    key: str = ""
    """Day part, unit, holiday or label, as the tag has it."""
    days: frozenset[int] = frozenset()
    """The weekdays of a DAY_SET."""
    many: bool = False
    """A plural that means "every": Mondays, evenings."""
    shy: bool = False
    """It is a date only in company: may, march, sat, sun."""


@dataclass(frozen=True, slots=True)
class Sense:
    """Another meaning of a word, which its neighbours give it: "morgen" in "Dienstag morgen"."""

    meaning: Meaning
    after: frozenset[Tag] = frozenset()
    """Right after one of these; empty: anything. END is the edge of the text."""
    before: frozenset[Tag] = frozenset()
    """Right before one of these; empty: anything."""
    beyond: frozenset[Tag] = frozenset()
    """With one of these as the second word after it; empty: anything."""


Words = str
"""Spellings of one meaning, separated by `|`; a phrase has single spaces, no hyphens, lower case."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All the words of one language.

    To add a language, write `core/scheduling/lexicons/<code>.py` with one `LEXICON`, add the code to
    `LANGUAGES` in `core/scheduling/lexicons/__init__.py`, and give its sentences a table in the tests.
    Every field is data; the grammar knows tags only. Where a language has no word for a tag, leave it
    out. A phrase wins over the words in it ("day after tomorrow" over "day"), so put an idiom that would
    be misread word by word where it belongs, or under `Tag.NOISE` when it means nothing.
    Inflected forms are spelt out, with straight apostrophes. A word with several meanings has the likely
    one in its field, and the others in `senses`.
    A word may stand in one field only; the one that is compiled last wins (the order of the fields).
    """

    language: str
    """ISO 639-1."""
    weekdays: tuple[Words, ...]
    """Monday first."""
    weekdays_repeated: tuple[Words, ...]
    """Forms that mean "every Monday"."""
    months: tuple[Words, ...]
    cardinals: Mapping[int, Words]
    ordinals: Mapping[int, Words]
    """-1 is the last."""
    ordinal_suffixes: Words
    """Suffixes that make 12 the twelfth: st|nd|rd|th."""
    meridiems: Mapping[str, Words]
    """Keys am and pm; morning, afternoon, evening and night for what is a part of the day without an hour."""
    parts: Mapping[str, Words]
    """Keys are those of Habits.day_parts."""
    parts_repeated: Mapping[str, Words]
    units: Mapping[str, Words]
    """Keys: minute, hour, day, week, fortnight, weekend, workweek, month, year."""
    units_repeated: Mapping[str, Words]
    """Plurals; "weekends" alone means every weekend, "3 weeks" is a length."""
    day_sets: Mapping[Words, frozenset[int]]
    day_sets_repeated: Mapping[Words, frozenset[int]]
    evening_sets: Mapping[Words, frozenset[int]]
    """Like `day_sets_repeated`, and only their evenings: weeknights."""
    relative_days: Mapping[int, Words]
    """Days from today: 1 is tomorrow, -1 yesterday."""
    holidays: Mapping[str, Words]
    """Keys are those of core.scheduling.phrases.calendar."""
    often: Mapping[str, Words]
    """Unit to adverb: week is weekly; "2 week" is fortnightly."""
    clock_words: Mapping[str, Words]
    """"12:00" is noon; "24:00" is midnight."""
    labels: Mapping[str, Words]
    """Points of a night. doors: the one that counts; stage: counts when there are no doors; other: never."""
    marks: Mapping[Tag, Words]
    """Every tag that needs no value."""
    shy: frozenset[str]
    """Spellings of weekdays and months that are other words too, and dates only in company."""
    misspelt: Mapping[str, str] = field(default_factory=dict)
    """Closed list: as typed, as meant (known words)."""
    never_misspelt: frozenset[str] = frozenset()
    """Real words near the name of a day or month: match, money."""
    rotas: Mapping[str, Words] = field(default_factory=dict)
    """Part of the day to words for working then: "on nights"."""
    nameable: Words = ""
    """Parts of the day that a word beside them names: "quiz nights", "soirées quiz", "Chorabende"."""
    unnaming: Words = ""
    """Words beside these that name nothing: "our evenings", "do evenings"."""
    suiting: Words = ""
    """Words of Tag.WORK that, after days, say that these suit: "Tuesdays work"."""
    short_days: tuple[Words, ...] = ()
    """Weekdays in one or two letters, Monday first; days only in a list, or where nothing else can stand."""
    coming: Words = ""
    """Like Tag.THIS, but never a period that has begun: "this coming week"."""
    senses: Mapping[Words, tuple[Sense, ...]] = field(default_factory=dict)
    """The first that fits its place wins; `Tag.NOISE` where a word means nothing."""
    respelt: tuple[tuple[str, str], ...] = ()
    """Letters that people also type another way ("ä", "ae"): all words are known in both."""
    half_is_before: bool = False
    """"half seven" is 6:30 (German), not 7:30 (English)."""
    hours_24: bool = False
    """"8:30" and "8 o'clock" are in the morning, unless a part of the day says otherwise."""
    adjectives_behind: bool = False
    """"Next" and "last" stand after their noun too, as in "semaine prochaine" (lexing/wordings.py)."""
    elides: bool = False
    """An apostrophe stands between two words: "jusqu'à", "d'avril"."""
    minutes: Mapping[int, Words] = field(default_factory=dict)
    """Minutes after their hour: 30 is "y media", -15 "menos cuarto"."""
    habitual: tuple[Words, ...] = ()
    """Weekdays that mean every one of them unless a date follows: "le lundi". Monday first, never respelt."""
    nor: Words = ""
    """The second half of `Tag.NOR`, if that word has another meaning elsewhere: "noch" after "weder"."""
    both: Words = ""
    """Two days together: "both", "los dos"; after a "not" they leave open which."""
    clipped: Words = "a|p"
    """Meridiems of one letter, right after their figure: "7p"."""
    about: str = "ish"
    """Right after a figure, about that hour: "8ish"; not only in English."""
    possessive: str = "'s"
    """The possessive ending: "Friday's"."""
    dotted_ordinals: bool = False
    """"3." is the third."""
    compounds: bool = False
    """A day and a part of it are written as one word: "Dienstagabend"."""
    parts_repeat_alone: bool = False
    """`parts_repeated` repeat only where no single day is named ("abends", but "am 5.12. abends")."""


def meanings(lexicon: Lexicon) -> dict[str, Meaning]:
    """The dictionary of a language: spelling to meaning; what comes later here wins."""
    found: dict[str, Meaning] = {}
    for words, meaning in (*_marks(lexicon), *_keyed(lexicon), *_sets(lexicon)):
        found.update(dict.fromkeys(_spread(words), meaning))
    for tag, many, table, first in (
        (Tag.MONTH, False, lexicon.months, 1),
        (Tag.WEEKDAY, False, lexicon.weekdays, 0),
        (Tag.WEEKDAY, True, lexicon.weekdays_repeated, 0),
    ):
        for number, words in enumerate(table, first):
            for word in _spread(words):
                found[word] = Meaning(tag, number=number, many=many, shy=word in lexicon.shy)
    for word in list(found):
        found.setdefault(_respelt(word, lexicon), found[word])
    for number, words in enumerate(lexicon.habitual):
        meaning = Meaning(Tag.WEEKDAY, number=number, many=True, key="habit")
        found.update(dict.fromkeys(_spread(words), meaning))
    return found


def senses_of(lexicon: Lexicon) -> dict[str, tuple[Sense, ...]]:
    """Each spelling with the meanings that its neighbours may give it."""
    found = {word: senses for words, senses in lexicon.senses.items() for word in _spread(words)}
    for word in list(found):
        found.setdefault(_respelt(word, lexicon), found[word])
    return found


def _respelt(word: str, lexicon: Lexicon) -> str:
    """A word with the letters that people type in the place of its own."""
    for letter, other in lexicon.respelt:
        word = word.replace(letter, other)
    return word


def _marks(lexicon: Lexicon) -> Iterator[tuple[Words, Meaning]]:
    for tag, words in lexicon.marks.items():
        yield words, Meaning(tag)
    yield lexicon.coming, Meaning(Tag.THIS, key="coming")
    for tag, numbered in (
        (Tag.CARDINAL, lexicon.cardinals),
        (Tag.ORDINAL, lexicon.ordinals),
        (Tag.RELATIVE_DAY, lexicon.relative_days),
        (Tag.MINUTES, lexicon.minutes),
    ):
        for number, words in numbered.items():
            yield words, Meaning(tag, number=number)


def _keyed(lexicon: Lexicon) -> Iterator[tuple[Words, Meaning]]:
    for tag, many, table in (
        (Tag.MERIDIEM, False, lexicon.meridiems),
        (Tag.UNIT, False, lexicon.units),
        (Tag.UNIT, True, lexicon.units_repeated),
        (Tag.PART, False, lexicon.parts),
        (Tag.PART, True, lexicon.parts_repeated),
        (Tag.HOLIDAY, False, lexicon.holidays),
        (Tag.CLOCK_WORD, False, lexicon.clock_words),
        (Tag.LABEL, False, lexicon.labels),
        (Tag.ROTA, False, lexicon.rotas),
    ):
        for key, words in table.items():
            yield words, Meaning(tag, key=key, many=many)
    for key, words in lexicon.often.items():
        count, _, unit = key.rpartition(" ")
        yield words, Meaning(Tag.OFTEN, number=int(count or 1), key=unit)


def _sets(lexicon: Lexicon) -> Iterator[tuple[Words, Meaning]]:
    for key, many, table in (
        ("", False, lexicon.day_sets),
        ("", True, lexicon.day_sets_repeated),
        ("evening", True, lexicon.evening_sets),
    ):
        for words, days in table.items():
            yield words, Meaning(Tag.DAY_SET, days=days, many=many, key=key)


def _spread(words: Words) -> list[str]:
    return [word for word in words.split("|") if word]
