"""What a file is, told by its content and never by its name; read beside the event loop, one at a time."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from core.bands.kits.files import FILE_LIMIT, CheckedFile, FileRefused, FileTrouble

_thread = ThreadPoolExecutor(1, "uploads")
"""A single thread: a large photo takes hundreds of megabytes while it is decoded."""
_PDF_WITHIN = 1024
"""Readers of PDFs look for its mark in the first kilobyte, and so do writers of them."""


async def checked(content: bytes) -> CheckedFile:
    """The file, decoded and rewritten. Raises FileRefused."""
    return await asyncio.get_running_loop().run_in_executor(_thread, read, content)


def read(content: bytes) -> CheckedFile:
    """The same in this thread."""
    if len(content) > FILE_LIMIT:
        raise FileRefused(FileTrouble.TOO_LARGE)
    if b"%PDF-" in content[:_PDF_WITHIN]:
        from presentation.uploads.documents import document

        return document(content)
    from presentation.uploads.pictures import picture

    return picture(content)
