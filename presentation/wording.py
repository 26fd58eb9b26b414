"""What words on chat cards and on pages have in common: a reader, and labels in the reader's language."""

from datetime import date
from typing import Any, Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)


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


class Telling(Wording, Protocol[T_co]):
    """The same, with sentences as the reader's side marks them: lines of a chat, or markup of a page."""

    def say(self, template: str, **parts: Any) -> T_co:
        """A sentence in the reader's language; the template is constant."""
        ...

    def plural(self, count: int, one: str, many: str, **parts: Any) -> T_co:
        """The same for so many, with the number in the place of `{n}`."""
        ...

    def strong(self, words: str) -> Any:
        """Words that stand out, as a part of a sentence."""
        ...
