"""A typed web address, taken apart and normalised: https, a real host, nothing hidden.

Only the form is checked; nothing is looked up. A host with letters beyond ASCII is kept in punycode, so
that it cannot mix scripts to look like another host.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

LIMIT = 400
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})")
_HIDDEN = re.compile(r"[\s\x00-\x1f\x7f<>\"`{}|\\^]")
_LOCAL = ("local", "localhost", "localdomain", "internal", "intranet", "lan", "home", "invalid", "onion")
_PATH_SAFE = "/%:@!$&'()*+,;=~-._"
_QUERY_SAFE = _PATH_SAFE + "?"
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HIDDEN_WHEN_READ = re.compile(r"%(?:[01][0-9a-f]|7f|5c)", re.IGNORECASE)
_TRACKING = re.compile(
    r"utm_.*|mc_[ce]id|_ga|_gl|_hs.*|[a-z]{1,3}clid|igshid?|si|feature|ref|ref_src|ref_url|fb_.*|mibextid"
    r"|is_from_webapp|sender_device|share_.*|__tn__|context|_[rt]",
    re.IGNORECASE,
)


class NoAddress(Exception):
    """The words are not a web address that can be shown to others."""


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of a web address."""

    host: str
    """Lower case, ASCII."""
    path: str
    """Quoted; without a slash at the end."""
    query: str
    """Quoted, without parameters that only track people."""

    @property
    def segments(self) -> Sequence[str]:
        """The path's parts, unquoted."""
        return [unquote(each) for each in self.path.split("/") if each]

    def __str__(self) -> str:
        query = f"?{self.query}" if self.query else ""
        return f"https://{self.host}{self.path}{query}"


def read_address(words: str) -> Address:
    """The address that was typed, with or without its scheme. Raises NoAddress."""
    if not words or len(words) > LIMIT or _HIDDEN.search(words):
        raise NoAddress
    if any(not each.isprintable() for each in words):
        raise NoAddress
    try:
        parts = urlsplit(_with_scheme(words))
        if parts.port not in (None, 80, 443) or "@" in parts.netloc:
            raise NoAddress
        host = _host(parts.hostname or "")
        path, query = _path(parts.path), _query(parts.query)
    except (ValueError, UnicodeError) as error:
        raise NoAddress from error
    found = Address(host, path, query)
    if len(str(found)) > LIMIT:
        raise NoAddress
    return found


def _with_scheme(words: str) -> str:
    lower = words.lower()
    if lower.startswith(("https://", "http://")):
        return words
    host = words.partition("/")[0].partition("?")[0]
    if "://" in host or (_SCHEME.match(host) and not re.fullmatch(r"[^:]+\.[^:]+:(?:80|443)", host)):
        raise NoAddress
    return f"https://{words.removeprefix('//')}"


def _host(name: str) -> str:
    host = name.rstrip(".").encode("idna").decode("ascii").lower()
    if len(host) > 253 or not _HOST.fullmatch(host):
        raise NoAddress
    if host.rpartition(".")[2] in _LOCAL:
        raise NoAddress
    for label in host.split("."):
        if label.startswith("xn--"):
            label.encode("ascii").decode("idna")  # raises for a label that nobody can have registered
    return host


def _path(path: str) -> str:
    if _PERCENT.search(path) or _HIDDEN_WHEN_READ.search(path):
        raise NoAddress
    quoted = quote(path, safe=_PATH_SAFE).rstrip("/")
    if any(unquote(each) in (".", "..") for each in quoted.split("/")) or "//" in quoted:
        raise NoAddress
    return quoted


def _query(query: str) -> str:
    if _PERCENT.search(query) or _HIDDEN_WHEN_READ.search(query):
        raise NoAddress
    kept = [
        each
        for each in quote(query, safe=_QUERY_SAFE).split("&")
        if each and not _TRACKING.fullmatch(unquote(each.partition("=")[0]))
    ]
    return "&".join(kept)
