"""A band's free days as plain text, to be pasted into a mail."""

from collections.abc import Iterator, Sequence

from core.publications.availability import DayRun, PublicAvailability, PublicMonth
from presentation.free_days.words import FreeDayWords, maybes, weekdays, weekends
from presentation.words import translate


def written_out(page: PublicAvailability, locale: str, *, address: str | None) -> str:
    """All months, weekends first, a line for each run of days; `address`: the page that stays right."""
    words = FreeDayWords(page, locale)
    lines = [translate("{band}: days free to play", locale).format(band=_flat(page.band))]
    if about := words.about():
        lines.append(_flat(about))
    lines += [words.clock(), words.as_of()]
    for month in page.months:
        lines += ["", *_month(month, words)]
    if address is not None:
        lines += ["", translate("Always as it stands: {address}", locale).format(address=address)]
    return "\n".join(lines) + "\n"


def _month(month: PublicMonth, words: FreeDayWords) -> Iterator[str]:
    yield words.month(month.first).upper()
    if fresh := words.fresh(month):
        yield fresh
    parts = {
        "Weekends:": weekends(month.days),
        "Other days:": weekdays(month.days),
        "Maybe:": maybes(month.days),
    }
    for heading, found in parts.items():
        yield from _part(translate(heading, words.locale), found, words)
    if not any(parts.values()):
        yield words.none()


def _part(heading: str, found: Sequence[DayRun], words: FreeDayWords) -> Iterator[str]:
    if found:
        yield heading
        yield from (f"- {words.run(each)}" for each in found)


def _flat(text: str) -> str:
    """On one line, whatever is in it."""
    return " ".join(text.split())
