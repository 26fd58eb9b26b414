"""What can be played on a page: an address on YouTube, Spotify, SoundCloud or Bandcamp, and its player's.

Only the form is checked; nothing is looked up. A player's address is put together here out of ids and names
that were read, so it is always one of PLAYER_HOSTS.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qs, quote

from core.bands.addresses import Address, NoAddress, read_address
from core.bands.fields import SERVICE_NAMES

PLAYER_HOSTS = (
    "https://www.youtube-nocookie.com",
    "https://open.spotify.com",
    "https://w.soundcloud.com",
    "https://bandcamp.com",
)
"""Where players come from; a page that holds players lets frames come from there alone."""
CODE_LIMIT = 2000
"""The longest piece of HTML that is looked through for a player's address."""


class PlayerService(StrEnum):
    """The services that have players, by the same names as in core.bands.SERVICES."""

    YOUTUBE = "youtube"
    SPOTIFY = "spotify"
    SOUNDCLOUD = "soundcloud"
    BANDCAMP = "bandcamp"


@dataclass(frozen=True, slots=True)
class Playable:
    """Something to hear or see."""

    service: PlayerService
    page: str
    """Its page there: what the link leads to."""
    embed: str | None
    """The address of its player, for a frame; None: it can be linked only."""

    @property
    def name(self) -> str:
        """The service's name, as it writes it itself."""
        return SERVICE_NAMES[self.service]


def player_of(words: str) -> Playable:
    """What was typed: a page's address, a player's address, or the code to embed one. Raises NoAddress."""
    words = words.strip()
    if "<" in words or words.startswith("["):
        return _of_code(words)
    uri = _SPOTIFY_URI.fullmatch(words)
    if uri:
        return _on_spotify(uri[1], uri[2])
    found = read_address(words)
    for hosts, read in _READERS:
        if hosts.fullmatch(found.host):
            return read(found)
    raise NoAddress


_SRC = re.compile(r"<iframe\b[^>]*?\ssrc=[\"']([^\"']+)[\"']", re.IGNORECASE)
_HREF = re.compile(r"<a\b[^>]*?\shref=[\"']([^\"']+)[\"']", re.IGNORECASE)
_SHORTCODE = re.compile(r"\[bandcamp\b([^\]]*)\]", re.IGNORECASE)


def _of_code(words: str) -> Playable:
    """The player in a piece of HTML, or in the square brackets that Bandcamp gives for WordPress."""
    if len(words) > CODE_LIMIT:
        raise NoAddress
    short = _SHORTCODE.search(words)
    if short:
        return _bandcamp_player(short[1].replace(" ", "/"), page=None)
    frame = _SRC.search(words)
    if frame is None:
        raise NoAddress
    found = read_address(html.unescape(frame[1]))
    if found.host == "bandcamp.com":
        link = _HREF.search(words)
        return _bandcamp_player(found.path, page=html.unescape(link[1]) if link else None)
    return player_of(str(found))


_VIDEO = re.compile(r"[0-9A-Za-z_-]{11}")
_PLAYLIST = re.compile(r"[0-9A-Za-z_-]{12,50}")


def _youtube(address: Address) -> Playable:
    kind, name, *more = [*address.segments, "", ""]
    query = parse_qs(address.query)
    if kind == "playlist" or (kind, name) == ("embed", "videoseries"):
        return _youtube_playlist(query.get("list", [""])[0])
    if address.host == "youtu.be":
        kind, name, more = "watch", kind, [name, *more]
    elif kind == "watch" and not name:
        name = query.get("v", [""])[0]
    if kind not in ("watch", "embed", "shorts", "live", "v") or any(more) or not _VIDEO.fullmatch(name):
        raise NoAddress
    page = f"https://www.youtube.com/watch?v={name}"
    return Playable(PlayerService.YOUTUBE, page, f"{PLAYER_HOSTS[0]}/embed/{name}")


def _youtube_playlist(name: str) -> Playable:
    if not _PLAYLIST.fullmatch(name):
        raise NoAddress
    page = f"https://www.youtube.com/playlist?list={name}"
    return Playable(PlayerService.YOUTUBE, page, f"{PLAYER_HOSTS[0]}/embed/videoseries?list={name}")


_SPOTIFY = r"(track|album|artist|playlist|episode|show)"
_SPOTIFY_URI = re.compile(rf"spotify:{_SPOTIFY}:([0-9A-Za-z]{{22}})")
_SPOTIFY_PATH = re.compile(rf"(?:/intl-[a-z-]{{2,8}})?(?:/embed)?/{_SPOTIFY}/([0-9A-Za-z]{{22}})")
_SHORT = re.compile(r"[0-9A-Za-z]{4,40}")


def _spotify(address: Address) -> Playable:
    if address.host == "spotify.link":
        return _short_link(PlayerService.SPOTIFY, address)
    found = _SPOTIFY_PATH.fullmatch(address.path)
    if found is None:
        raise NoAddress
    return _on_spotify(found[1], found[2])


def _on_spotify(kind: str, name: str) -> Playable:
    host = PLAYER_HOSTS[1]
    return Playable(PlayerService.SPOTIFY, f"{host}/{kind}/{name}", f"{host}/embed/{kind}/{name}")


_SOUND_NAME = re.compile(r"[0-9a-z][0-9a-z_-]{1,99}")
_SOUND_SECRET = re.compile(r"s-[0-9A-Za-z]{4,40}")
_SOUND_API = re.compile(r"/(?:tracks|playlists|users)/(?:soundcloud(?::|%3A)\w+(?::|%3A))?[0-9]{1,20}")
_NO_SOUND = frozenset(
    [
        "discover",
        "stream",
        "search",
        "upload",
        "you",
        "charts",
        "pages",
        "settings",
        "messages",
        "jobs",
        "imprint",
        "terms",
    ]
)


def _soundcloud(address: Address) -> Playable:
    if address.host == "on.soundcloud.com":
        return _short_link(PlayerService.SOUNDCLOUD, address)
    if address.host == "w.soundcloud.com":
        inner = read_address(parse_qs(address.query).get("url", [""])[0])
        if address.path != "/player" or inner.host == "w.soundcloud.com":
            raise NoAddress
        return _soundcloud(inner)
    if address.host == "api.soundcloud.com":
        if not _SOUND_API.fullmatch(address.path):
            raise NoAddress
        embed = _sound_player(f"https://api.soundcloud.com{address.path}")
        return Playable(PlayerService.SOUNDCLOUD, embed, embed)
    names = list(address.segments)
    secret = names.pop() if len(names) > 2 and _SOUND_SECRET.fullmatch(names[-1]) else None
    if len(names) == 3 and names[1] == "sets":
        wrong = not all(map(_SOUND_NAME.fullmatch, (names[0], names[2])))
    else:
        wrong = not 1 <= len(names) <= 2 or not all(map(_SOUND_NAME.fullmatch, names))
    if wrong or names[0] in _NO_SOUND:
        raise NoAddress
    page = "/".join(("https://soundcloud.com", *names, *([secret] if secret else ())))
    return Playable(PlayerService.SOUNDCLOUD, page, _sound_player(page))


def _sound_player(address: str) -> str:
    return f"{PLAYER_HOSTS[2]}/player/?url={quote(address, safe='')}"


_BANDCAMP_PATH = re.compile(r"(?:/(?:album|track)/[0-9a-z][0-9a-z-]{0,99}|/music|/releases)?")
_BANDCAMP_NUMBER = re.compile(r"(?:^|/)(album|track)=([0-9]{1,12})(?=/|$)")
_BANDCAMP_LOOKS = "size=large/bgcol=ffffff/linkcol=0687f5/tracklist=false/artwork=small/transparent=true/"


def _bandcamp(address: Address) -> Playable:
    """A page there says no number, and a player needs one: such a page is linked only."""
    if address.host in ("bandcamp.com", "www.bandcamp.com"):
        return _bandcamp_player(address.path, page=None)
    if not _BANDCAMP_PATH.fullmatch(address.path) or address.host.count(".") != 2:
        raise NoAddress
    return Playable(PlayerService.BANDCAMP, f"https://{address.host}{address.path}", None)


def _bandcamp_player(path: str, page: str | None) -> Playable:
    """The player of an album or of a track; `page`: its page, where the code names it."""
    numbers = dict(_BANDCAMP_NUMBER.findall(path))
    if not numbers:
        raise NoAddress
    named = "/".join(f"{kind}={numbers[kind]}" for kind in ("album", "track") if kind in numbers)
    embed = f"{PLAYER_HOSTS[3]}/EmbeddedPlayer/{named}/{_BANDCAMP_LOOKS}"
    return Playable(PlayerService.BANDCAMP, str(read_address(page)) if page else embed, embed)


def _short_link(service: PlayerService, address: Address) -> Playable:
    """What an app gives to share: only its service knows where it leads."""
    if len(address.segments) != 1 or not _SHORT.fullmatch(address.segments[0]):
        raise NoAddress
    return Playable(service, f"https://{address.host}/{address.segments[0]}", None)


_READERS: tuple[tuple[re.Pattern[str], Callable[[Address], Playable]], ...] = (
    (re.compile(r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com|youtu\.be"), _youtube),
    (re.compile(r"(?:open|play)\.spotify\.com|spotify\.link"), _spotify),
    (re.compile(r"(?:(?:www|m|on|w|api)\.)?soundcloud\.com"), _soundcloud),
    (re.compile(r"(?:[0-9a-z-]+\.)?bandcamp\.com"), _bandcamp),
)
"""By the host of an address."""
