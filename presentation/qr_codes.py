"""QR codes of addresses (ISO/IEC 18004), for phones to read off a screen or off paper."""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

_MIDDLE = "m"
"""Error correction M: 15 % of it may be dirty."""
_QUIET = 4
"""Modules left blank around it, as the standard asks: without them phones do not find it."""
_SCALE = 8


@lru_cache(64)
def qr_svg(address: str) -> bytes:
    """The code as SVG, black on white whatever it lies on."""
    return _saved(address, "svg")


@lru_cache(64)
def qr_png(address: str) -> bytes:
    """The same as PNG."""
    return _saved(address, "png")


def qr_modules(address: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules, True for dark ones, without the blank around them."""
    return tuple(tuple(map(bool, row)) for row in _code(address).matrix)


def _saved(address: str, kind: str) -> bytes:
    out = BytesIO()
    _code(address).save(out, kind=kind, scale=_SCALE, border=_QUIET, dark="#000", light="#fff")
    return out.getvalue()


def _code(address: str) -> "QRCode":
    from segno import make_qr  # never `make`, which may choose a Micro QR code: phones do not read those

    return make_qr(address, error=_MIDDLE, boost_error=False)
