"""`bandwidth doctor`: one line for each thing the program depends on, and how to fix it."""

import argparse
import asyncio
import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from bandwidth.called import command
from bandwidth.platforms import FIRST_TOKEN, TOKEN_AGAIN
from bandwidth.settings import OperatorSettings, read
from bandwidth.waiting_notices import kept_for_another_release
from bandwidth.zonewords import told
from core.zonedata import NAMED, newer, use_newer
from storage.engine.errors import BadDatabaseUrl, StorageError
from storage.engine.urls import check_writable, new_file
from storage.migrate import pending

_TIMEOUT = 10.0
_SKEW = timedelta(seconds=30)
_OLDEST = datetime(2026, 11, 1, tzinfo=UTC)
"""The date of this release; a clock that shows an earlier time is wrong."""

_DISCORD = "https://discord.com/api/v10"
_TELEGRAM = "https://api.telegram.org"
_PRIVATE = "commands and replies (group privacy is on)"


@dataclass(frozen=True, slots=True)
class Finding:
    """The state of one thing that the program depends on."""

    name: str
    state: str
    """"ok", "off" (not set up, which is fine) or "BAD"."""
    words: str
    todo: str = ""
    clock: datetime | None = None
    """The time in the other side's answer, if it had one."""
    ready: bool = False
    """For the database: it has all the tables that this release reads."""


def main(arguments: list[str]) -> int:
    """Print a line for each dependency; exit status 1 when something is bad."""
    parser = argparse.ArgumentParser(
        prog="bandwidth doctor", description="Check the set-up; print the links that invite the bots."
    )
    parser.parse_args(arguments)
    findings = asyncio.run(examine(read()))
    for each in findings:
        print(f"{each.state:<4}{each.name:<15}{each.words}")
        if each.todo:
            print(f"{'':<19}-> {each.todo}")
    return 1 if any(each.state == "BAD" for each in findings) else 0


async def examine(settings: OperatorSettings) -> list[Finding]:
    """All findings, in the best order for fixing them."""
    database, discord, telegram, public = await asyncio.gather(
        _database(settings), _discord(settings), _telegram(settings), _public(settings)
    )
    clocks = [each.clock for each in (discord, telegram, public) if each.clock]
    kept = await _notices(settings) if database.ready else []
    return [*_strangers(settings), database, *kept, _clock(clocks), _zones(), discord, telegram, public]


def _strangers(settings: OperatorSettings) -> list[Finding]:
    """Names in the environment or `.env` that set nothing; they are bad only if a setting was meant."""
    return [Finding("settings", "BAD" if each.meant else "off", str(each)) for each in settings.strangers]


async def _database(settings: OperatorSettings) -> Finding:
    try:
        check_writable(settings.database_url)
        if new_file(settings.database_url):
            return Finding("database", "ok", "SQLite, a new file: `run` creates it")
        lacking = await pending(settings.database_url)
    except BadDatabaseUrl as error:
        return Finding("database", "BAD", str(error), "Correct BANDWIDTH_DATABASE_URL.")
    except StorageError as error:
        return Finding(
            "database", "BAD", str(error), "Fix that, or name another database in BANDWIDTH_DATABASE_URL."
        )
    kind = "SQLite" if settings.database_url.startswith("sqlite") else "PostgreSQL"
    if not lacking:
        return Finding("database", "ok", f"{kind}, up to date", ready=True)
    if kind == "SQLite":
        return Finding("database", "ok", f"{kind}, {len(lacking)} migration(s) to run: `run` does it")
    todo = f"Run: {command('migrate')}"
    return Finding("database", "BAD", f"{kind}, {len(lacking)} migration(s) missing", todo)


async def _notices(settings: OperatorSettings) -> list[Finding]:
    """A finding about notices that this release cannot tell, if there are any."""
    try:
        kept = await kept_for_another_release(settings.database_url)
    except StorageError as error:
        return [Finding("notices", "BAD", str(error))]
    if kept is None:
        return []
    return [Finding("notices", "BAD" if kept.overdue else "ok", kept.words, kept.todo)]


def _clock(told: list[datetime]) -> Finding:
    now = datetime.now(UTC)
    todo = "Set this machine's clock (it should follow an NTP server)."
    if now < _OLDEST:
        return Finding("clock", "BAD", f"shows {now:%Y-%m-%d %H:%M} UTC, which is in the past", todo)
    for other in told:
        if abs(other - now) > _SKEW:
            return Finding("clock", "BAD", f"is {(now - other).total_seconds():+.0f} s off", todo)
    against = "agrees with the platforms" if told else "nothing to compare it with"
    return Finding("clock", "ok", f"{now:%Y-%m-%d %H:%M} UTC, {against}")


def _zones() -> Finding:
    choice = use_newer()
    words = told(choice)
    if choice.used is None:
        return Finding("zone data", "BAD", words, "Install the Python package tzdata.")
    todo = ""
    if choice.left and newer(choice.left, choice.used):
        todo = f"To use the newer one: unset {NAMED}."
    return Finding("zone data", "ok", f"{len(zoneinfo.available_timezones())} zones, {words}", todo)


async def _discord(settings: OperatorSettings) -> Finding:
    if settings.discord_token is None:
        return Finding("Discord", "off", "no token", FIRST_TOKEN["Discord"])
    url = f"{settings.discord_api_url or _DISCORD}/oauth2/applications/@me"
    headers = {"Authorization": f"Bot {settings.discord_token}"}
    wrong = f"The token is not accepted. {TOKEN_AGAIN['Discord']}"

    def invite(body: dict[str, str]) -> Finding:
        from bots.discord.client import invite_link

        link = invite_link(int(body["id"]))
        return Finding("Discord", "ok", f"token of {body['name']}", f"Invite it: {link}")

    return await _asked("Discord", url, headers, wrong=wrong, well=invite)


async def _telegram(settings: OperatorSettings) -> Finding:
    if settings.telegram_token is None:
        return Finding("Telegram", "off", "no token", FIRST_TOKEN["Telegram"])
    url = f"{settings.telegram_api_url or _TELEGRAM}/bot{settings.telegram_token}/getMe"
    wrong = f"The token is not accepted. {TOKEN_AGAIN['Telegram']}"

    def invite(body: dict[str, dict[str, Any]]) -> Finding:
        name = body["result"]["username"]
        todo = f"Talk to it: https://t.me/{name}  Into a group: https://t.me/{name}?startgroup=band"
        seen = "every message" if body["result"].get("can_read_all_group_messages") else _PRIVATE
        return Finding("Telegram", "ok", f"token of @{name}, which sees {seen} in groups", todo)

    return await _asked("Telegram", url, {}, wrong=wrong, well=invite)


async def _public(settings: OperatorSettings) -> Finding:
    if settings.public_url is None:
        return Finding(
            "public address", "off", "BANDWIDTH_PUBLIC_URL is not set; pages are seen on this machine only"
        )
    url = f"{settings.public_url}/healthz"
    wrong = "Something else answers there. Point the address at this program's web port."

    def well(body: dict[str, bool]) -> Finding:
        if not body.get("ok"):
            return Finding("public address", "BAD", f"{url} reports a problem")
        return Finding("public address", "ok", f"{url} answers")

    return await _asked("public address", url, {}, wrong=wrong, well=well)


async def _asked(
    name: str,
    url: str,
    headers: dict[str, str],
    *,
    wrong: str,
    well: Callable[..., Finding],
) -> Finding:
    host = httpx.URL(url).host
    try:
        async with httpx.AsyncClient(timeout=_TIMEOUT) as client:
            response = await client.get(url, headers=headers)
        if response.status_code >= httpx.codes.BAD_REQUEST:
            return Finding(name, "BAD", f"{host} answers {response.status_code}", wrong)
        found = well(response.json())
    except httpx.HTTPError as error:
        todo = "Check the network, and a firewall or proxy in between."
        return Finding(name, "BAD", f"{host} does not answer ({type(error).__name__})", todo)
    except (ValueError, KeyError, TypeError):
        return Finding(name, "BAD", f"{host} gave an answer that is not {name}'s", wrong)
    date = response.headers.get("Date")
    clock = parsedate_to_datetime(date) if date else None
    return Finding(found.name, found.state, found.words, found.todo, clock)
