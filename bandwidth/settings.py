"""The operator's settings, read once from the environment or a `.env` file."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit

from bandwidth.environment import PREFIX, BadSetting, Stranger, written
from core.scheduling.calendars.hosts import Hosts, hosts_of

DEFAULT_DATABASE = "sqlite:///bandwidth.db"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True, slots=True)
class OperatorSettings:
    """Everything that can be set. Secrets are kept out of `repr`."""

    database_url: str = field(default=DEFAULT_DATABASE, repr=False)
    discord_token: str | None = field(default=None, repr=False)
    telegram_token: str | None = field(default=None, repr=False)
    public_url: str | None = None
    """The web server's address from outside; None: it has none."""
    web_host: str = "127.0.0.1"
    web_port: int = 8000
    secret_key: str | None = field(default=None, repr=False)
    """Signs buttons; None: made at the first start and kept in the database."""
    discord_api_url: str | None = None
    discord_gateway_url: str | None = None
    telegram_api_url: str | None = None
    calendar_hosts: Hosts = field(default_factory=Hosts)
    """Hosts on private networks from which calendars may be imported (a Nextcloud at home)."""
    map_tiles: str | None = None
    """Where browsers fetch the ground of maps, with places {z}, {x} and {y}; None: maps have none."""
    map_attribution: str | None = None
    """Whose map it is, as it is said below it."""
    ticket_hosts: Hosts = field(default_factory=Hosts)
    """Hosts on private networks that may be asked for counts of tickets (a pretix of one's own)."""
    log_level: str = "INFO"
    strangers: tuple[Stranger, ...] = ()
    """Names that look like settings, but are not."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that must never be printed."""
        password = urlsplit(self.database_url).password
        found = (self.discord_token, self.telegram_token, self.secret_key, password)
        return tuple(filter(None, found))


def read(environment: Mapping[str, str] | None = None, *, folder: Path | None = None) -> OperatorSettings:
    """Settings from the environment, else from `.env` in `folder`, else the defaults. Raises BadSetting."""
    found = written({*names(), *_NOT_YET}, environment, folder=folder)
    given = found.given
    if _NOT_YET & given.keys():
        raise BadSetting(
            f"{PREFIX}TELEGRAM_WEBHOOK_URL: webhooks are not built yet; leave it out to use polling."
        )
    return OperatorSettings(
        database_url=given.get("database_url", DEFAULT_DATABASE),
        discord_token=given.get("discord_token"),
        telegram_token=given.get("telegram_token"),
        public_url=_public_url(given),
        web_host=given.get("web_host", "127.0.0.1"),
        web_port=_port(given.get("web_port", "8000")),
        secret_key=_key(given.get("secret_key")),
        discord_api_url=_address(given, "discord_api_url", "http", "https"),
        discord_gateway_url=_address(given, "discord_gateway_url", "ws", "wss"),
        telegram_api_url=_address(given, "telegram_api_url", "http", "https"),
        calendar_hosts=_hosts(given, "calendar_hosts"),
        ticket_hosts=_hosts(given, "ticket_hosts"),
        map_tiles=_tiles(given),
        map_attribution=given.get("map_attribution"),
        log_level=_level(given.get("log_level", "INFO")),
        strangers=found.strangers,
    )


def names() -> tuple[str, ...]:
    """The names of all settings, as fields of OperatorSettings."""
    return tuple(each.name for each in fields(OperatorSettings) if each.name != "strangers")


def mention_strangers(settings: OperatorSettings) -> None:
    """Print the names in the environment or `.env` that set nothing."""
    for each in settings.strangers:
        print(f"bandwidth: {each}", file=sys.stderr, flush=True)


_NOT_YET = frozenset({"telegram_webhook_url"})
_LEAST_KEY = 16


def _key(value: str | None) -> str | None:
    if value is not None and len(value) < _LEAST_KEY:
        raise BadSetting(f"{PREFIX}SECRET_KEY: needs at least {_LEAST_KEY} characters.")
    return value


def _address(given: Mapping[str, str], name: str, *schemes: str) -> str | None:
    value = given.get(name)
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        sound = parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise BadSetting(
            f"{PREFIX}{name.upper()}: not an address that begins with {schemes[0]}:// or {schemes[1]}://."
        )
    return value if name == "discord_gateway_url" else value.rstrip("/")


_HOST_AND_PATH = re.compile(r"https?://[^/?#@\s]+(/[A-Za-z0-9._~-]+)*", re.ASCII | re.IGNORECASE)


def _public_url(given: Mapping[str, str]) -> str | None:
    value = _address(given, "public_url", "http", "https")
    if value is not None and not _HOST_AND_PATH.fullmatch(value):
        raise BadSetting(
            f"{PREFIX}PUBLIC_URL: nothing but a host and a plain path may be in it (https://example.org/band)."
        )
    return value


_TILES = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?/[A-Za-z0-9._~/?&=%{}@-]+", re.ASCII)
_PLACES = {"{z}", "{x}", "{y}"}


def _tiles(given: Mapping[str, str]) -> str | None:
    value = given.get("map_tiles")
    if value is None:
        return None
    if not _TILES.fullmatch(value) or set(re.findall(r"\{[^}]*\}?", value)) != _PLACES:
        raise BadSetting(
            f"{PREFIX}MAP_TILES: not an address with the places {{z}}, {{x}} and {{y}}, and no others "
            "(https://tiles.example.org/{z}/{x}/{y}.png)."
        )
    if not given.get("map_attribution"):
        raise BadSetting(f"{PREFIX}MAP_ATTRIBUTION: say whose map it is; the page has to name them.")
    return value


def _hosts(given: Mapping[str, str], name: str) -> Hosts:
    try:
        return hosts_of(given.get(name, ""))
    except ValueError as error:
        raise BadSetting(
            f"{PREFIX}{name.upper()}: {str(error)!r} is no host name, address or network (10.0.0.0/24)."
        ) from error


_HIGHEST_PORT = 65_535


def _port(value: str) -> int:
    if not value.isascii() or not value.isdigit() or not 0 <= int(value) <= _HIGHEST_PORT:
        raise BadSetting(
            f"{PREFIX}WEB_PORT: {value!r} is not a port (0 to {_HIGHEST_PORT}; 0 takes a free one)."
        )
    return int(value)


def _level(value: str) -> str:
    if value.upper() not in LEVELS:
        raise BadSetting(f"{PREFIX}LOG_LEVEL: {value!r} is not one of {', '.join(LEVELS)}.")
    return value.upper()
