"""The room of a post: capacity, tickets sold, what an act must draw, ages; and where it is."""

import re
from dataclasses import dataclass

from core.marketplace.posts.answers import bare_figure
from core.marketplace.posts.sheet import TAKEN, PostSheet
from core.marketplace.posts.values import MissingFact
from core.marketplace.posts.vocabularies import Small, Vocabulary, compiled, spelt
from core.scheduling.lexicons import Tag

_AGES = range(10, 31)
_CAPITALS = "A-ZÀ-ÖØ-Þ"
_WORD = rf"(?:St\.|[{_CAPITALS}][\w'&]*)"
"""A word of a name, with its capital."""
_DAYS = (
    Tag.WEEKDAY, Tag.MONTH, Tag.HOLIDAY, Tag.RELATIVE_DAY, Tag.TONIGHT, Tag.UNIT, Tag.DATE,
)  # fmt: skip
"""Tags that end a name: "the Dog & Duck Friday"."""


@dataclass(frozen=True, slots=True)
class RoomFigures:
    """The figures about the room and its audience."""

    capacity: int | None = None
    sold: int | None = None
    draw: int | None = None
    age_from: int | None = None


def read_room(sheet: PostSheet) -> RoomFigures:
    """The numbers of people; their words are taken."""
    words = sheet.vocabulary
    least = words.small[Small.LEAST]
    draw = _count(
        sheet, compiled(r"{0}[ ](?:{1:bare} )?(?P<n>\d{{1,4}})(?![\d%:]|[.,]\d)[ ]?\+?", words.bring, least)
    ) or _count(
        sheet, compiled(r"(?:{1:bare} )?(?<![\w.,:/£$€])(?P<n>\d{{1,4}})[ ]?\+?[ ]{0}", words.draw, least)
    )
    sold = _count(
        sheet, compiled(r"{0}[ ]{{1,2}}(?P<n>\d{{1,5}})(?: {1:bare})?", words.sold, words.sold_until_now)
    ) or _count(
        sheet,
        compiled(
            r"(?<![\w.,:/£$€])(?P<n>\d{{1,5}})(?: {2:bare})?[ ]{0}(?: {1:bare})?",
            words.sold,
            words.sold_until_now,
            words.sold_things,
        ),
    )
    capacity = _count(
        sheet,
        compiled(
            r"(?<![\w.,:/£$€])(?P<n>\d{{1,3}}[.,]\d{{3}}|\d{{2,6}}|\d(?:[.,]\d)?k)(?:-\d{{2,5}})?"
            r"(?:[ -]?{0}|{1:bare}(?!\w))",
            words.capacity_after,
            words.capacity_endings,
        ),
    ) or _count(
        sheet,
        compiled(
            r"{0}(?: {1:bare}|:|=)?[ ~]{{0,2}}(?P<n>\d{{1,3}}[.,]\d{{3}}|\d{{2,6}})"
            r"(?![\d%:/£$€]|[ ]?[£$€]|[ ]?h)",
            words.capacity_before,
            words.small[Small.CAPACITY],
        ),
    )
    return RoomFigures(capacity or _capacity_asked(sheet), sold, draw, _age(sheet))


def _capacity_asked(sheet: PostSheet) -> int | None:
    """The bare figure that answers a question for the capacity."""
    bare = bare_figure(sheet, MissingFact.CAPACITY)
    if bare is None:
        return None
    sheet.take(bare.begin, bare.end)
    return bare.number or None


def _count(sheet: PostSheet, pattern: re.Pattern[str]) -> int | None:
    match = sheet.first(pattern)
    if match is None:
        return None
    sheet.take(match.start(), match.end())
    text = match["n"]
    if text.endswith("k"):
        return int(float(text[:-1].replace(",", ".")) * 1000)
    return int(re.sub(r"[.,]", "", text)) or None


def _age(sheet: PostSheet) -> int | None:
    words = sheet.vocabulary
    pattern = compiled(
        r"(?<![\w.,:/£$€])(?P<a>\d\d)[ ]?(?:\+(?!\d)|{1:bare}?[ ]{0})"
        r"|(?<!\w){2:bare}[ -]?(?P<b>\d\d)s?(?:[ ]{3:bare})?(?![\w:]|[ ]?(?:{4}|{5}))"
        r"|(?:^|[,;.(\n])[ ]?{6:bare}[ ]?(?P<c>\d\d)(?=[ ]?(?:$|[,;)\n]|\.(?!\d)))"
        r"|(?<!\w){6:bare}[ ]?(?P<d>\d\d)[ ]{3:bare}(?!\w)"
        r"|(?:^|[,;.(\n])[ ]?(?P<e>\d\d)[ ]{1:bare}(?=[ ]?(?:$|[,;)\n]|\.(?!\d)))",
        words.and_over,
        words.years,
        words.over,
        words.ages_only,
        words.tickets,
        words.payers,
        words.from_age,
    )
    age = None
    for match in sheet.find(pattern):
        number = int(match["a"] or match["b"] or match["c"] or match["d"] or match["e"])
        if number in _AGES:
            age = number
            sheet.take(match.start(), match.end())
            break
    everybody = sheet.first(compiled("{0}", words.all_ages))
    if everybody is not None:
        sheet.take(everybody.start(), everybody.end())
        return 0 if age is None else age
    return age


def read_place(sheet: PostSheet) -> tuple[str | None, str | None]:
    """The room and the town, where they are named with capitals ("the Dog & Duck", "in Glasgow")."""
    room: str | None = None
    town: str | None = None
    for match in sheet.find(compiled(r"{0}(?:[ ]|(?<='))", sheet.vocabulary.places)):
        found = _name(sheet, match.end())
        if found is None:
            continue
        name, end = found
        if _is_town(sheet.vocabulary, match.group().strip(), name):
            town = town or name
        elif room is None:
            room = name
            town = town or _town_behind(sheet, end)
        sheet.take(match.start(), end)
    return room or _room_alone(sheet), town


def _is_town(words: Vocabulary, before: str, name: str) -> bool:
    """Whether a name is a town's by the word before it ("in Glasgow"); "in the Dog & Duck" is a room."""
    room = compiled(r"(?:{0:bare}|{1}) ", words.small[Small.THE], words.rooms).match(name.lower() + " ")
    return before in spelt(words.towns) and not room


def _town_behind(sheet: PostSheet, end: int) -> str | None:
    """The town after a room that ends at `end`: "at the Dog & Duck, Glasgow"; it is taken."""
    small = sheet.vocabulary.small
    behind = compiled(r",?[ ](?:{0:bare} )?", small[Small.TOWN]).match(sheet.low, end)
    found = _name(sheet, behind.end()) if behind else None
    if found is None or compiled(r"{0:bare} ", small[Small.THE]).search(found[0].lower()):
        return None
    sheet.take(end, found[1])
    return found[0]


def _room_alone(sheet: PostSheet) -> str | None:
    """A room without a word before it: "The Dog & Duck, Fri 5 Dec"; not "supporting The Foxes"."""
    words = sheet.vocabulary
    pattern = compiled(r"{0:not_behind}(?<!\w){1:bare}[ ]", words.before_acts, words.small[Small.THE])
    for match in sheet.find(pattern):
        found = _name(sheet, match.start())
        if found is not None and len(found[0]) > 5:
            sheet.take(match.start(), found[1])
            return found[0]
    return None


def _name(sheet: PostSheet, start: int) -> tuple[str, int] | None:
    """The capitalised words that begin at `start`, up to a day or a month; None when there is none."""
    match = _capitalised(sheet.vocabulary).match(sheet.typed, start)
    if match is None:
        return None
    taken = sheet.left.find(TAKEN, start, match.end())
    end = match.end() if taken < 0 else taken
    for token in sheet.source.tokens:
        if start <= token.start < end and token.tag in _DAYS:
            end = token.start
    name = sheet.typed[start:end].strip(" .,@&")
    if not _is_name(sheet.vocabulary, name) or (name.isupper() and sheet.typed.isupper()):
        return None
    return name, start + len(sheet.typed[start:end].rstrip(" .,@&"))


def _capitalised(words: Vocabulary) -> re.Pattern[str]:
    """Up to five words with capitals, with small ones between them: "the Dog & Duck", "Queen of Hearts"."""
    return compiled(
        rf"(?:(?:{{0:bare}}|{{1:bare}}) )?(?:{_WORD}|[0-9]{{{{1,4}}}}(?= [{_CAPITALS}]))"
        rf"(?:[ ](?:(?:&|{{2:bare}}|'n'|n')[ ])?{_WORD}){{{{0,4}}}}",
        words.small[Small.THE],
        words.small[Small.THE].title(),
        words.name_joins,
    )


def _is_name(words: Vocabulary, name: str) -> bool:
    """Whether words with capitals name a place; "PA" and "I" do not."""
    the = words.small[Small.THE]
    bare = compiled(r"^(?:{0:bare}|{1:bare}) ", the, the.title()).sub("", name)
    return (
        bool(re.search(f"[{_CAPITALS}]", bare))
        and len(name) > 1
        and name.lower() not in spelt(words.not_names)
    )
