"""Make docs/phrases.md, a list of what people can say, from the tested tables in tests/core/phrases.

`make phrases` writes some sentences of each table, each with the bot's answer. A new table, or that of a new
language (test_phrases_<code>.py), is included automatically. `make test` fails while the document is stale.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from zlib import crc32

from babel import Locale

from bots.chat.reply import plain
from bots.chat.turn import Reader
from bots.chat.views.diary.troubles import trouble_line
from bots.chat.views.understanding.readings import reading_labels
from bots.chat.views.understanding.rules import statement_line
from core import formats
from core.scheduling.lexicons import LANGUAGES
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context, Problem, Trouble
from core.scheduling.tongues.known import TONGUES
from tests.core.phrases.tables import Table, tables

TARGET = Path(__file__).parents[1] / "docs" / "phrases.md"
NOW, ZONE = datetime(2026, 10, 7, 11, 20), "Europe/London"
"""The time and zone for the sentences of the tables."""
FIRST_TOPICS = ("days", "ranges", "lists", "weekly", "times", "bounds", "exceptions", "polarity", "typos")
"""The order of the English sections; other topics follow."""
EXAMPLES, OF_A_LANGUAGE = 8, 4
"""Sentences of each table: in English, and in another language."""
OF_A_KIND = 2
"""Sentences for each reason of a refusal."""
_UNTOLD = (Trouble.EMPTY, Trouble.TOO_LONG)
_LONGEST = 70
_HEAD = "| you say | I understand |\n| --- | --- |"
_ASKED = "| you say | I answer |\n| --- | --- |"

INTRO = """\
<!-- Made by `make phrases` from the tables in tests/core/phrases. Change those, not this. -->
# What you can say

Say it as you would say it to the band: `/busy every Tuesday evening`, `/free on the 9th`, `/maybe Sat`.
Bandwidth says back what it understood, in full dates, with everything that it assumed; Undo is one tap.
Where the words can be read in two ways it asks. What is in the past, impossible or no date at all is refused,
and nothing is saved.

All these sentences are said on {today} in {city}, and all of them are tested.
Where no *busy*, *free* or *maybe* stands in front, the words did not say: your command does.

A single date, and no more than that, may also be in {further}: "piątek 11 grudnia".
Bandwidth then asks whether that is the day, with the full date, before it does anything."""
ASKS = """
## When it asks

Nothing is saved until you have answered: with one tap where it offers readings, or in other words.
"""
REFUSES = """
## What is refused

Each of these has an answer that says what is wrong, and nothing is saved.
"""


def document() -> str:
    """The whole text."""
    reader = Reader("en-GB", ZONE, NOW.date())
    found = sorted(tables(), key=lambda table: _order(table.topic))
    english = [table for table in found if table.language == LANGUAGES[0]]
    parts = [
        _intro(reader),
        *_by_topic(english, reader),
        *_without_a_reading(english, reader),
        *_by_language(found, reader),
    ]
    return "\n".join(parts) + "\n"


def _intro(reader: Reader) -> str:
    """The introduction, with the day and the city in which the sentences are said."""
    further = formats.listing([formats.language(each, reader.locale) for each in TONGUES], reader.locale)
    today = f"{NOW:%A} {NOW.day} {NOW:%B %Y}"
    return INTRO.format(today=today, city=formats.city_of(ZONE), further=further)


def _by_topic(english: list[Table], reader: Reader) -> Iterator[str]:
    """The English sections."""
    for topic, title in {table.topic: table.title for table in english}.items():
        of_topic = [table for table in english if table.topic == topic]
        yield from _section(title, [row for table in of_topic for row in _rows(table, EXAMPLES, reader)])


def _without_a_reading(english: list[Table], reader: Reader) -> Iterator[str]:
    """The sections on questions and on refusals."""
    problems = [each for table in english for each in _problems(table)]
    asked = [each for each in problems if _asks(each[1])]
    refused = [each for each in problems if not _asks(each[1])]
    yield from (ASKS, _ASKED, *(_answer(*each, reader) for each in asked[:EXAMPLES]))
    yield from (REFUSES, _ASKED, *(_answer(*each, reader) for each in _varied(refused, OF_A_KIND)))


def _by_language(found: list[Table], reader: Reader) -> Iterator[str]:
    """A section for each further language."""
    for code in LANGUAGES[1:]:
        spoken = [table for table in found if table.language == code]
        rows = [row for table in spoken for row in _rows(table, OF_A_LANGUAGE, reader)]
        yield from _section(str(Locale.parse(code).get_display_name("en")), rows)


def main() -> None:
    """Write the document."""
    TARGET.write_text(document(), "utf-8")


def _order(topic: str) -> int:
    return FIRST_TOPICS.index(topic) if topic in FIRST_TOPICS else len(FIRST_TOPICS)


def _section(title: str, rows: list[str]) -> list[str]:
    return [f"\n## {title}\n", _HEAD, *rows] if rows else []


def _rows(table: Table, most: int, reader: Reader) -> list[str]:
    """The first sentences of a table and some others: understood at once, and short enough for a line."""
    rows: list[str] = []
    for words, _ in table.sentences:
        found = understand(words, Context(NOW, ZONE, table.locale))
        if found.problem is None and len(words) <= _LONGEST:
            said = "; ".join(plain(statement_line(each, reader)) for each in found.statements)
            where = " (American)" if table.locale == "en-US" else ""
            rows.append(_row(words, said[0].upper() + said[1:], where))
    first, others = rows[: most // 2], rows[most // 2 :]
    chosen = set(sorted(others, key=_chance)[: most - len(first)])
    return [*first, *(row for row in others if row in chosen)]


def _chance(row: str) -> int:
    """An order unrelated to the table's, so that a new sentence seldom changes the choice."""
    return crc32(row.encode())


def _asks(problem: Problem) -> bool:
    return bool(problem.readings) or problem.code is Trouble.AMBIGUOUS


def _problems(table: Table) -> Iterator[tuple[str, Problem]]:
    for words, _ in table.sentences:
        problem = understand(words, Context(NOW, ZONE, table.locale)).problem
        if problem is not None and problem.code not in _UNTOLD and len(words) <= _LONGEST:
            yield words, problem


def _varied(found: Iterable[tuple[str, Problem]], most: int) -> Iterator[tuple[str, Problem]]:
    """The first few of each kind of trouble."""
    seen: dict[Trouble, int] = {}
    for words, problem in found:
        seen[problem.code] = seen.get(problem.code, 0) + 1
        if seen[problem.code] <= most:
            yield words, problem


def _answer(words: str, problem: Problem, reader: Reader) -> str:
    answer = plain(trouble_line(problem, reader))
    labels = "".join(f" [{each}]" for each in reading_labels(problem, reader))
    return _row(words, f"{answer}{labels}")


def _row(words: str, said: str, where: str = "") -> str:
    lines = " ↵ ".join(words.splitlines())
    cells = f"`{lines}`{where}", said
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    main()
