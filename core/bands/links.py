"""A band's links to its profiles elsewhere: typed words become the profile's one address, or are refused.

Only the form is checked, not whether the profile exists. The address is https, on the service's own host,
and reading it once more gives the same address.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from core.bands.addresses import Address, NoAddress, read_address
from core.bands.refusals import ValueUnclear

_URI = re.compile(r"spotify:artist:([0-9A-Za-z]{22})")
_SITE = re.compile(
    r"(?i)www\..*|.*\.(?:com|net|org|co|uk|de|fr|es|pt|it|nl|io|me|tv|fm|be|am|band|music|site)"
)


def link_of(service: str, words: str) -> str:
    """The canonical address of a profile on one of core.bands.SERVICES. Raises ValueUnclear."""
    words = words.strip()
    try:
        return _OF[service](words)
    except NoAddress as error:
        raise ValueUnclear(service, words) from error


@dataclass(frozen=True, slots=True)
class _Profiles:
    """A service whose profiles have a name in their path."""

    hosts: frozenset[str]
    name: re.Pattern[str]
    address: str
    """The canonical address, with `{}` for the name."""
    at: bool = False
    """The name is preceded by an @ in the path."""
    others: frozenset[str] = frozenset()
    """First parts of paths that do not name a profile."""
    pages: frozenset[str] = frozenset()
    """Pages of the same profile that may follow the name."""

    def __call__(self, words: str) -> str:
        if "/" not in words and ":" not in words and (words[:1] == "@" or not _SITE.fullmatch(words)):
            return self.named(words.removeprefix("@"))
        found = read_address(words)
        if found.host not in self.hosts:
            raise NoAddress
        name, *pages = found.segments or ("",)
        if pages and (len(pages) > 1 or pages[0].lower() not in self.pages):
            raise NoAddress
        if self.at and name[:1] != "@":
            raise NoAddress
        return self.named(name.removeprefix("@") if self.at else name)

    def named(self, name: str) -> str:
        """The address of that name. Raises NoAddress."""
        if not self.name.fullmatch(name) or name.lower() in self.others or name[-1:] == ".":
            raise NoAddress
        return self.address.format(name)


def _website(words: str) -> str:
    return str(read_address(words))


def _youtube(words: str) -> str:
    if "/" in words:
        found = read_address(words)
        kind, *more = [*found.segments, ""]
        if found.host in _YOUTUBE.hosts and kind in _CHANNELS and more:
            name, *pages = more[:-1] or [""]
            if not _CHANNELS[kind].fullmatch(name) or any(each not in _YOUTUBE.pages for each in pages):
                raise NoAddress
            return f"https://www.youtube.com/{kind}/{name}"
    return _YOUTUBE(words)


def _spotify(words: str) -> str:
    uri = _URI.fullmatch(words)
    if uri:
        return f"https://open.spotify.com/artist/{uri[1]}"
    found = read_address(words)
    path = re.fullmatch(r"(?:/intl-[a-z-]{2,8})?/artist/([0-9A-Za-z]{22})", found.path)
    if found.host not in ("open.spotify.com", "play.spotify.com") or path is None:
        raise NoAddress
    return f"https://open.spotify.com/artist/{path[1]}"


def _bandcamp(words: str) -> str:
    name = words.removeprefix("@")
    if "." in words or "/" in words or ":" in words:
        found = read_address(words)
        name, _, family = found.host.partition(".")
        if family != "bandcamp.com" or found.path.lower() not in ("", "/music", "/releases", "/merch"):
            raise NoAddress
    name = name.lower()
    if not re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", name) or name in _NO_BAND:
        raise NoAddress
    if name.startswith("xn--"):
        raise NoAddress
    return f"https://{name}.bandcamp.com"


def _facebook(words: str) -> str:
    if "/" in words:
        found = read_address(words)
        if found.host in _FACEBOOK.hosts:
            page = _page(found)
            if page:
                return f"https://www.facebook.com/{page}"
    return _FACEBOOK(words)


def _page(found: Address) -> str | None:
    """A Facebook page that has a number instead of a name."""
    number = re.search(r"(?:^|&)id=(\d{3,20})(?:&|$)", found.query)
    if found.path == "/profile.php" and number:
        return f"profile.php?id={number[1]}"
    numbered = re.fullmatch(r"/(?:p|people|pages)/([\w.%-]{1,150}?[-/]\d{3,20})", found.path, re.ASCII)
    return found.path.removeprefix("/") if numbered else None


def _hosts(*names: str) -> frozenset[str]:
    return frozenset(names)


_YOUTUBE = _Profiles(
    _hosts("youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com"),
    re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{1,28})[A-Za-z0-9]"),
    "https://www.youtube.com/@{}",
    at=True,
    pages=frozenset(
        {"featured", "videos", "shorts", "streams", "playlists", "community", "about", "releases"}
    ),
)
_CHANNELS = {
    "channel": re.compile(r"UC[A-Za-z0-9_-]{22}"),
    "c": re.compile(r"[A-Za-z0-9._-]{1,100}"),
    "user": re.compile(r"[A-Za-z0-9._-]{1,100}"),
}
_FACEBOOK = _Profiles(
    _hosts("facebook.com", "www.facebook.com", "m.facebook.com", "web.facebook.com", "fb.com", "www.fb.com"),
    re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{1,79}"),
    "https://www.facebook.com/{}",
    others=frozenset(
        {
            "events",
            "groups",
            "watch",
            "marketplace",
            "sharer",
            "sharer.php",
            "story.php",
            "photo.php",
            "login",
        }
        | {"photo", "media", "reel", "share", "home.php", "pages", "people", "profile.php", "help", "hashtag"}
    ),
    pages=frozenset({"about", "photos", "videos", "events", "reels", "music"}),
)
_NO_BAND = ("www", "daily", "blog", "get", "help", "support", "api", "f4", "popplers5", "bandcamp")
_OF: dict[str, Callable[[str], str]] = {
    "website": _website,
    "instagram": _Profiles(
        _hosts("instagram.com", "www.instagram.com", "m.instagram.com", "instagr.am"),
        re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._]{0,29})"),
        "https://www.instagram.com/{}",
        others=frozenset(
            {"p", "reel", "reels", "tv", "explore", "stories", "accounts", "direct", "about", "legal"}
            | {"developer", "popular"}
        ),
        pages=frozenset({"reels", "tagged"}),
    ),
    "tiktok": _Profiles(
        _hosts("tiktok.com", "www.tiktok.com", "m.tiktok.com"),
        re.compile(r"[A-Za-z0-9_.]{2,24}"),
        "https://www.tiktok.com/@{}",
        at=True,
    ),
    "youtube": _youtube,
    "spotify": _spotify,
    "soundcloud": _Profiles(
        _hosts("soundcloud.com", "www.soundcloud.com", "m.soundcloud.com"),
        re.compile(r"[A-Za-z0-9_-]{2,40}"),
        "https://soundcloud.com/{}",
        others=frozenset(
            {"discover", "search", "stream", "you", "upload", "pages", "charts", "tags", "feed"}
        ),
        pages=frozenset({"tracks", "popular-tracks", "albums", "sets", "reposts"}),
    ),
    "bandcamp": _bandcamp,
    "facebook": _facebook,
}
