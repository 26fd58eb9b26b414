"""People's words, as a calendar file can hold them."""

import re
from urllib.parse import quote

_LINE_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
"""Some readers of files end a line at any of them."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters that no TEXT may hold (RFC 5545, 3.3.11), and halves of characters."""
_OF_ADDRESSES = "!#$%&'()*+,/:;=?@[]"
"""With letters, digits and "-._~" all that an address may hold (RFC 3986)."""


def cleaned(text: str) -> str:
    """The text with newlines alone as line breaks, and without control characters or halves of characters."""
    if text.isprintable():
        return text
    return _FORBIDDEN.sub("", _LINE_BREAKS.sub("\n", text))


def address(url: str) -> str:
    """The address with everything encoded that no address may hold."""
    return quote(_FORBIDDEN.sub("", url).strip(), safe=_OF_ADDRESSES)
