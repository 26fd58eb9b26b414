"""A press kit line by line, for its page and its paper."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from core import formats
from core.bands import SERVICES
from core.bands.fields import SERVICE_NAMES
from core.publications.press_kit import PressKitPage
from core.publications.store import Show
from presentation.words import translate

_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_PHONE = r"\+?\d[\d ()/-]{7,17}\d"
_CONTACT = re.compile(rf"(?P<mail>{_MAIL})|(?P<phone>{_PHONE})")
_SHORT = 200


@dataclass(frozen=True, slots=True)
class ContactPiece:
    """A piece of what the band says of how it is reached."""

    text: str
    address: str | None = None
    """What a tap opens: a letter or a call."""


@dataclass(frozen=True, slots=True)
class PressKitWords:
    """Words a kit for one reader."""

    page: PressKitPage
    locale: str

    def about(self) -> str:
        """Where it is from, and what it plays."""
        genres = formats.listing(self.page.band.genres, self.locale)
        return " · ".join(filter(None, (self.page.band.city, genres)))

    def paragraphs(self) -> list[str]:
        """The bio."""
        return [each for each in (self.page.filled.kit.bio or "").split("\n") if each]

    def summary(self) -> str:
        """A line or two for previews of the page."""
        bio = " ".join(self.paragraphs())
        if len(bio) > _SHORT:
            bio = f"{bio[:_SHORT].rsplit(' ', 1)[0]}…"
        return bio or self.about() or self.page.band.name

    def line_up(self) -> str:
        """What the band says of it; else how many they are, and what they play."""
        said = self.page.filled.kit.line_up
        if said:
            return said
        count, parts = self.page.players, formats.listing(self.page.parts, self.locale)
        one, many = ("1 player", "{n} players")
        if parts:
            one, many = ("1 player · {parts}", "{n} players · {parts}")
        return translate(one if count == 1 else many, self.locale).format(n=count, parts=parts)

    def followers(self) -> list[str]:
        """So many on each service, as of which day: the band says so itself."""
        return [
            translate("{count} on {service}, as of {day}", self.locale).format(
                count=formats.number(each.count, self.locale),
                service=SERVICE_NAMES[each.service],
                day=formats.day(each.said_on, self.locale, today=self.page.today),
            )
            for each in self.page.filled.kit.followers
        ]

    def show(self, show: Show) -> str:
        """A night: its date, and where."""
        day = formats.day(show.day, self.locale, today=self.page.today)
        return translate("{day}, {venue}, {city}", self.locale).format(
            day=day, venue=show.venue, city=show.city
        )

    def past(self) -> list[str]:
        """The past shows that were booked here, then those that the band adds."""
        return [*map(self.show, self.page.past), *self.page.filled.kit.shows]

    def links(self) -> list[tuple[str, str]]:
        """The names of services, and the band's addresses there."""
        links = self.page.band.links
        return [(SERVICE_NAMES[each], links[each]) for each in SERVICES if each in links]

    def contact(self) -> list[ContactPiece]:
        """What the band says, with what can be tapped told apart."""
        return list(_pieces(self.page.filled.kit.contact or ""))


def _pieces(text: str) -> Iterator[ContactPiece]:
    at = 0
    for found in _CONTACT.finditer(text):
        if found.start() > at:
            yield ContactPiece(text[at : found.start()])
        if found["mail"]:
            yield ContactPiece(found[0], f"mailto:{found[0]}")
        else:
            yield ContactPiece(found[0], f"tel:{re.sub(r'[^0-9+]', '', found[0])}")
        at = found.end()
    if at < len(text):
        yield ContactPiece(text[at:])


def file_name(band: str, what: str) -> str:
    """A name for a file that anybody can save: "the-foxes-stage-plot"; letters beyond ASCII are left out."""
    plain = unicodedata.normalize("NFKD", band).encode("ascii", "ignore").decode().casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]
    return f"{slug}-{what}" if slug else what
