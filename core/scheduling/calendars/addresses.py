"""The address of a calendar as people paste it, and the little of it that may be shown."""

from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit, urlunsplit

from core.errors import Refusal
from core.scheduling.calendars.hosts import Hosts

LONGEST = 2000
_SCHEMES = {"http": "http", "https": "https", "webcal": "https", "webcals": "https"}
_SHOWN = 4
_ENDINGS = ("/basic.ics", ".ics", ".vcs", "/")


@dataclass(eq=False)
class NotAnAddress(Refusal):
    """The words are not a web address."""


@dataclass(eq=False)
class OtherScheme(Refusal):
    """The address has a scheme other than https, http or webcal."""

    scheme: str


@dataclass(eq=False)
class AddressTooLong(Refusal):
    """The address is longer than LONGEST."""

    limit: int = LONGEST


@dataclass(eq=False)
class PrivateHost(Refusal):
    """The host is on a private network, and the settings do not allow it."""

    host: str


def feed_address(words: str, hosts: Hosts) -> str:
    """The address, normalised. Raises NotAnAddress, OtherScheme, AddressTooLong, PrivateHost."""
    text = words.strip().strip("<>\"'").strip()
    if len(text) > LONGEST:
        raise AddressTooLong
    parts = _split(text)
    if parts.scheme not in _SCHEMES:
        raise OtherScheme(parts.scheme)
    host = parts.hostname
    if not host or parts.port == 0 or "\\" in parts.netloc:
        raise NotAnAddress
    if hosts.refuses_name(host):
        raise PrivateHost(host)
    login, at, _ = parts.netloc.rpartition("@")
    bracketed = f"[{host}]" if ":" in host else host
    netloc = f"{login}{at}{bracketed}" + (f":{parts.port}" if parts.port else "")
    return urlunsplit((_SCHEMES[parts.scheme], netloc, parts.path or "/", parts.query, ""))


def _split(text: str) -> SplitResult:
    """The parts of an address, whose host and port can be read. Raises NotAnAddress."""
    if any(letter.isspace() or not letter.isprintable() for letter in text):
        raise NotAnAddress
    try:
        parts = urlsplit(text)
        _ = parts.hostname, parts.port
    except ValueError as error:
        raise NotAnAddress from error
    if not parts.scheme or _is_host_alone(parts):
        raise NotAnAddress
    return parts


def _is_host_alone(parts: SplitResult) -> bool:
    """Whether the part before the colon is a host, not a scheme: "example.org:443/band.ics"."""
    return not parts.netloc and parts.scheme not in _SCHEMES and "." in parts.scheme


def looks_like_a_calendar(text: str) -> bool:
    """Whether a message is just the address of a calendar."""
    text = text.strip()
    if any(map(str.isspace, text)):
        return False
    folded = text.casefold()
    path = folded.partition("?")[0]
    return folded.startswith(("webcal://", "webcals://")) or (
        folded.startswith(("https://", "http://")) and path.endswith(".ics")
    )


def host_of(address: str) -> str:
    """The host, for words and logs: the rest of an address is a secret."""
    return urlsplit(address).hostname or ""


def tail_of(address: str) -> str:
    """A few characters that tell two addresses of one host apart, too few to open the calendar."""
    parts = urlsplit(address)
    text = parts.path + (f"?{parts.query}" if parts.query else "")
    for ending in _ENDINGS:
        text = text.removesuffix(ending)
    return text[-_SHOWN:].lstrip("/")
