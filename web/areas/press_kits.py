"""A band's press kit for whoever has the address: a page, a PDF, and the pictures and files in it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.bands import Band
from core.bands.kits import ENDINGS, KitFile, KitFileKind
from core.bands.kits.store import KitFileForm, StoredContent
from core.publications import PublicationKind
from core.publications.addresses import opened
from core.publications.press_kit import press_kit_page
from core.publications.store import PublicationUnit
from presentation.atom_feeds import MEDIA_TYPE, AtomEntry, AtomFeed, atom_of, tag_of
from presentation.press_kits.cards import drawn_card
from presentation.press_kits.sheets import kit_sheets
from presentation.press_kits.words import PressKitWords, file_name
from web.errors import NOT_FOUND
from web.headers import WITH_PLAYERS
from web.pages import show
from web.reader import reader_of
from web.site import site_of

CLOSED = "/epk/"
"""Search engines are told to leave such addresses alone."""
_PRIVATE = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}
_A_FILE = {"Cache-Control": "private, max-age=86400", "X-Robots-Tag": "noindex"}
_NAME = re.compile(
    r"(?P<what>photo|card|stage-plot|tech-rider)-(?P<number>[0-9]{1,15})(?P<large>-large)?\.[a-z]{3}"
)
_DRAWN = "card.png"
_NOTHING_YET = datetime(2026, 1, 1, tzinfo=UTC)
"""The age of a feed in which nothing has stood yet."""
_DOWNLOADS = (KitFileKind.STAGE_PLOT, KitFileKind.TECH_RIDER)
_FORMS = {"photo": KitFileForm.PAGE, "card": KitFileForm.CARD}


@dataclass(frozen=True, slots=True)
class KitDownload:
    """A file to be taken along."""

    kind: KitFileKind
    file: KitFile
    path: str


async def page(request: Request) -> Response:
    """The page."""
    site = site_of(request)
    async with site.units.read() as unit:
        found = await press_kit_page(unit, await _band(unit, request), now=site.clock.now())
    reader, here = reader_of(request, zone=found.band.zone), _path(request)
    photo = found.filled.file(KitFileKind.PHOTO)
    card = f"{here}/{_DRAWN}" if photo is None else f"{here}/card-{photo.id}.jpg"
    answer = show(
        request,
        "press_kit.html",
        reader,
        found=found,
        words=PressKitWords(found, reader.locale),
        photo=photo and f"{here}/photo-{photo.id}.jpg",
        large=photo and f"{here}/photo-{photo.id}-large.{photo.ending}",
        downloads=[
            KitDownload(kind, file, f"{here}/{_written(kind)}-{file.id}.{file.ending}")
            for kind in _DOWNLOADS
            if (file := found.filled.file(kind)) is not None
        ],
        here=here,
        address=site.address(here),
        card=site.address(card),
    )
    answer.headers.update({**_PRIVATE, **WITH_PLAYERS})
    return answer


async def paper(request: Request) -> Response:
    """The same to be printed, or sent on."""
    site = site_of(request)
    async with site.units.read() as unit:
        found = await press_kit_page(unit, await _band(unit, request), now=site.clock.now())
        photo = found.filled.file(KitFileKind.PHOTO)
        stored = None if photo is None else await unit.kits.content(photo.id, KitFileForm.PAGE)
    locale = reader_of(request, zone=found.band.zone).locale
    picture = None if stored is None else stored.content
    content = await kit_sheets(found, locale, address=site.address(_path(request)), photo=picture)
    name = file_name(found.band.name, "press-kit")
    headers = {**_PRIVATE, "Vary": "Accept-Language", "Content-Disposition": f'inline; filename="{name}.pdf"'}
    return Response(content, headers=headers, media_type="application/pdf")


async def feed(request: Request) -> Response:
    """The shows to come, for feed readers."""
    site = site_of(request)
    async with site.units.read() as unit:
        band = await _band(unit, request)
        found = await press_kit_page(unit, band, now=site.clock.now())
    reader, here, origin = reader_of(request, zone=band.zone), _path(request), site.secrets.origin
    words, page_at = PressKitWords(found, reader.locale), site.address(here) or site.path(here)
    entries = tuple(
        AtomEntry(
            id=tag_of(origin, "event", each.event),
            title=words.show(each),
            updated=each.published_at,
            published=each.published_at,
            link=page_at,
        )
        for each in found.upcoming
    )
    content = atom_of(
        AtomFeed(
            id=tag_of(origin, "shows", band.id),
            title=reader.label("{band}: upcoming shows", band=band.name),
            author=band.name,
            updated=max((each.updated for each in entries), default=_NOTHING_YET),
            link=page_at,
            here=f"{page_at}.atom",
            entries=entries,
            subtitle=words.about(),
        )
    )
    return Response(content, headers={**_PRIVATE, "Vary": "Accept-Language"}, media_type=MEDIA_TYPE)


async def file(request: Request) -> Response:
    """A picture or a file that is in the kit now."""
    name = request.path_params["name"]
    asked = _NAME.fullmatch(name)
    async with site_of(request).units.read() as unit:
        band = await _band(unit, request)
        found = await _stored(unit, band, asked) if asked else None
    if name == _DRAWN:
        return Response(await drawn_card(band), headers=_A_FILE, media_type="image/png")
    if found is None:
        raise HTTPException(NOT_FOUND)
    return _sent(request, *found)


async def _stored(
    unit: PublicationUnit, band: Band, asked: re.Match[str]
) -> tuple[StoredContent, str] | None:
    """The bytes of a file with their Content-Disposition; None: it is not in the kit now."""
    kind = KitFileKind.PHOTO if asked["what"] == "card" else KitFileKind(asked["what"].replace("-", "_"))
    there = (await unit.kits.get(band.id)).file(kind)
    if there is None or there.id != int(asked["number"]):
        return None
    form = KitFileForm.CONTENT if asked["large"] else _FORMS.get(asked["what"], KitFileForm.CONTENT)
    content = await unit.kits.content(there.id, form)
    return None if content is None else (content, _disposition(band, kind, content))


def _sent(request: Request, content: StoredContent, disposition: str) -> Response:
    """The bytes, or that they are as they were."""
    tag = f'"{content.digest[:32]}"'
    headers = {**_A_FILE, "ETag": tag}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = disposition
    return Response(content.content, headers=headers, media_type=content.media_type)


def _disposition(band: Band, kind: KitFileKind, content: StoredContent) -> str:
    """Photos are looked at, files are kept; both get a name by which they are found again."""
    how = "attachment" if kind in _DOWNLOADS else "inline"
    name = file_name(band.name, _written(kind))
    return f'{how}; filename="{name}.{ENDINGS[content.media_type]}"'


def _written(kind: KitFileKind) -> str:
    return kind.value.replace("_", "-")


async def _band(unit: PublicationUnit, request: Request) -> Band:
    """The band that the address leads to. Raises HTTPException: to anything else it leads nowhere."""
    secret = request.path_params["secret"]
    found = await opened(unit, site_of(request).secrets, secret, (PublicationKind.PRESS_KIT,))
    if found is None or found.band is None:
        raise HTTPException(NOT_FOUND)
    return found.band


def _path(request: Request) -> str:
    """The page's path, without what is put behind it for the other forms."""
    return f"{CLOSED}{request.path_params['secret']}"


ROUTES = (
    Route("/epk/{secret}.pdf", paper),
    Route("/epk/{secret}.atom", feed),
    Route("/epk/{secret}", page),
    Route("/epk/{secret}/{name}", file),
)
