"""What words on chat cards and on pages have in common: a reader, and labels in the reader's language."""

from datetime import date
from typing import Protocol


class Wording(Protocol):
    """Somebody that words are put for: the reader of a chat or of a page."""

    @property
    def locale(self) -> str:
        """For words and formats."""
        ...

    @property
    def zone(self) -> str:
        """The reader's IANA zone."""
        ...

    @property
    def today(self) -> date:
        """The date there: the year is left out where it is obvious."""
        ...

    def label(self, template: str, **parts: str) -> str:
        """A sentence in the reader's language, without marks; the template is constant."""
        ...

    def counted(self, count: int, one: str, many: str, **parts: str) -> str:
        """The same for so many, with the number in the place of `{n}`."""
        ...
