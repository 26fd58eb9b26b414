"""PDFs as people send them, rewritten: their pages and their links to the web, and nothing that acts."""

import re
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject

from core.bands.kits.files import FILE_LIMIT, PAGE_LIMIT, CheckedFile, FileRefused, FileTrouble

_DROPPED = ("/AA", "/Metadata", "/PieceInfo", "/Thumb")
"""Of a page: what acts when it is opened, and what tells who made it with which program."""
_NOTES = re.compile(rb"\xff\xe1(..)(?=Exif\x00\x00|http://ns\.adobe\.com/)", re.DOTALL)
"""How a camera's notes begin in a JPEG (EXIF and XMP): pages are photographed, too, and say where."""


def document(content: bytes) -> CheckedFile:
    """The PDF without its author, scripts, forms and attachments. Raises FileRefused."""
    there = _readable(content)
    try:
        made = _rewritten(there)
        shown = len(PdfReader(BytesIO(made)).pages)
    except Exception as error:
        raise FileRefused(FileTrouble.BROKEN) from error
    if shown != len(there.pages):
        raise FileRefused(FileTrouble.BROKEN)
    if len(made) > 2 * FILE_LIMIT:
        raise FileRefused(FileTrouble.TOO_LARGE)
    return CheckedFile("application/pdf", made)


def _readable(content: bytes) -> PdfReader:
    try:
        there = PdfReader(BytesIO(content))
        locked, pages = there.is_encrypted, 0 if there.is_encrypted else len(there.pages)
    except Exception as error:
        raise FileRefused(FileTrouble.BROKEN) from error
    if locked:
        raise FileRefused(FileTrouble.LOCKED)
    if not pages:
        raise FileRefused(FileTrouble.BROKEN)
    if pages > PAGE_LIMIT:
        raise FileRefused(FileTrouble.TOO_MANY_PAGES)
    return there


def _rewritten(there: PdfReader) -> bytes:
    made = PdfWriter()
    for each in there.pages:
        each.get_contents()  # decoded, so that a page that cannot be shown is not taken
        _tamed(made.add_page(each))
    made.metadata = None
    made.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    out = BytesIO()
    made.write(out)
    return _without_notes(out.getvalue())


def _without_notes(content: bytes) -> bytes:
    """The same with zeros in place of the notes of cameras, so that nothing moves."""
    out = bytearray(content)
    for found in _NOTES.finditer(content):
        start = found.end()
        end = min(found.start(1) + int.from_bytes(found[1], "big"), len(out))
        out[start:end] = bytes(max(0, end - start))
    return bytes(out)


def _tamed(page: PageObject) -> None:
    """A page whose links lead to the web or nowhere."""
    for name in _DROPPED:
        page.pop(name, None)
    kept = [each for each in page.annotations or () if _leads_to_the_web(each.get_object())]
    if kept:
        page[NameObject("/Annots")] = ArrayObject(kept)
    else:
        page.pop("/Annots", None)


def _leads_to_the_web(annotation: Any) -> bool:
    action = annotation.get("/A")
    if annotation.get("/Subtype") != "/Link" or action is None or "/AA" in annotation:
        return False
    action = action.get_object()
    address = str(action.get("/URI", ""))
    return (
        action.get("/S") == "/URI"
        and "/Next" not in action
        and address.startswith(("https:", "http:", "mailto:"))
    )
