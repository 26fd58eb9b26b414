"""The reader of a page: words and dates for whoever their browser says that they are."""

import re
from dataclasses import dataclass
from datetime import date, time

from markupsafe import Markup, escape
from starlette.requests import Request

from core import formats
from core.moments import to_wall
from presentation.words import translate, worded
from web.site import site_of

_LANGUAGE = re.compile(r"\s*([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}|[0-9]{3}))?\s*(?=[,;]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageReader:
    """The person that a page is written for, of whom nothing is known but what the browser tells."""

    locale: str
    """For words and formats."""
    zone: str
    """The IANA zone of the times on the page."""
    today: date
    """The date in that zone: the year is left out where it is obvious."""

    def say(self, template: str, **parts: str) -> Markup:
        """A sentence in the reader's language with `parts` in the places of its `{names}`.

        The template is constant, as everywhere (tests/web/test_words_of_pages.py). Parts are escaped,
        unless they are `Markup` already.
        """
        return escape(translate(template, self.locale)).format(**parts)

    def plural(self, count: int, one: str, many: str, **parts: str) -> Markup:
        """The sentence for so many, with the number in the place of `{n}`."""
        return self.say(one if count == 1 else many, n=str(count), **parts)

    def strong(self, words: str) -> Markup:
        """Words that stand out, as a part of a sentence."""
        return Markup("<strong>{}</strong>").format(words)

    def label(self, template: str, **parts: str) -> str:
        """The same as plain text, for words that chats use, too; a page escapes it where it is shown."""
        return translate(template, self.locale).format(**parts)

    def counted(self, count: int, one: str, many: str, **parts: str) -> str:
        """The sentence for so many as plain text."""
        return self.label(one if count == 1 else many, n=str(count), **parts)

    def day(self, value: date) -> str:
        """A date with its weekday."""
        return formats.day(value, self.locale, today=self.today)

    def clock(self, value: time) -> str:
        """A time of day."""
        return formats.clock(value, self.locale)

    def hours(self, start: time, end: time) -> str:
        """Hours within one day."""
        return formats.hours(start, end, self.locale)


def reader_of(request: Request, *, zone: str = "UTC") -> PageReader:
    """The reader who asks; `zone`: the one that the times on the page are in."""
    locale = formats.regional(first_language(request.headers.get("accept-language", "")), zone)
    return PageReader(worded(locale), zone, to_wall(site_of(request).clock.now(), zone).date())


def first_language(header: str) -> str | None:
    """The first language of an Accept-Language header, with its region ("en-GB"); None without one."""
    found = _LANGUAGE.match(header)
    if found is None:
        return None
    language, region = found.groups()
    return f"{language.lower()}-{region.upper()}" if region else language.lower()
