"""A real browser in front of the pages: Debian's Chromium, driven by Playwright, and axe-core to look for barriers."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from filelock import FileLock

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=LocalNetworkAccessChecks",  # a page of another site may frame one of this machine
)
AXE = "4.14.1"
SIZES = {"phone": (390, 844), "desktop": (1280, 800)}
SCHEMES = ("light", "dark")
FINGER = 44
"""The least width and height of what is tapped, in CSS pixels (WCAG 2.5.5)."""
GRAVE = {"serious", "critical"}

_TOO_SMALL = """least => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
  .filter(each => each.closest('p, dd, li:not(.actions li)') === null && each.type !== 'hidden')
  .map(each => [each, each.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.width < least || box.height < least))
  .map(([each, box]) => `${each.outerHTML.slice(0, 80)}: ${box.width} x ${box.height}`)"""
_TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_REPORT = """addEventListener('securitypolicyviolation',
  event => complain(`policy: ${event.violatedDirective} ${event.blockedURI}`))"""


def lacking() -> str | None:
    """Why no browser can be started; None: one can."""
    if importlib.util.find_spec("playwright") is None:
        return "the Python package playwright is not installed"
    if not os.access(CHROMIUM, os.X_OK):
        return "no Chromium (Debian: apt-get install chromium)"
    return None


def axe_core(cache: Path) -> str:
    """The source of axe-core, brought by npm at the first call. Raises OSError with the reason."""
    folder = cache / f"axe-core-{AXE}"
    source = folder / "node_modules" / "axe-core" / "axe.min.js"
    with FileLock(cache / "axe-core.lock"):
        if not source.exists():
            if shutil.which("npm") is None:
                raise OSError("no npm to bring axe-core (Debian: apt-get install npm)")
            command = ["npm", "install", "--prefix", str(folder), f"axe-core@{AXE}", "--no-package-lock"]
            done = subprocess.run(
                [*command, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"],
                capture_output=True, text=True, timeout=120,
            )  # fmt: skip
            if done.returncode:
                raise OSError(f"npm could not bring axe-core: {done.stderr.strip().splitlines()[-1:]}")
    return source.read_text("utf-8")


@dataclass
class Browsing:
    """Opens pages of one site. All that the browser complains about is kept."""

    browser: object
    address: str
    screenshots: Path
    complaints: list[str] = field(default_factory=list)
    contexts: list[object] = field(default_factory=list)
    cookies: list[dict[str, object]] = field(default_factory=list)
    """What every browser here has been given: how somebody is signed in."""
    timezone: str = "Europe/London"
    """The zone of the browser's machine."""
    change: Callable[[str], str] | None = None
    """What becomes of the HTML on its way to the browser: how a test breaks a page."""

    async def open(self, path, *, size="phone", scheme="light", javascript=True, bypass_csp=False):
        """A page as somebody sees it."""
        page = await self._page(javascript=javascript, bypass_csp=bypass_csp)
        await self._look(page, path, size, scheme)
        return page

    async def sound(self, path):
        """Look at a page in every way there is: it fits, fingers hit it, and the browser has nothing to say."""
        for javascript in (True, False):
            page = await self._page(javascript=javascript)
            for size, scheme in product(SIZES, SCHEMES):
                seen = f"{path} ({size}, {scheme}, {'with' if javascript else 'without'} JavaScript)"
                await self._look(page, path, size, scheme)
                await page.screenshot(path=self._picture(path, size, scheme, javascript), full_page=True)
                wide, small = await page.evaluate(_TOO_WIDE), await page.evaluate(_TOO_SMALL, FINGER)
                assert wide <= 0, f"{seen} has to be moved sideways by {wide} pixels"
                assert small == [], f"{seen} has targets too small for a finger: {small}"
            await self.close()
            assert self.complaints == [], f"{path}: the browser complains: {self.complaints}"

    async def barriers(self, path, axe):
        """What axe-core finds that is serious or critical, in every size and scheme."""
        found = []
        page = await self._page(bypass_csp=True)
        for size, scheme in product(SIZES, SCHEMES):
            await self._look(page, path, size, scheme)
            await page.evaluate(axe)
            result = await page.evaluate("() => axe.run()")
            assert result["passes"], "axe-core has looked at nothing"
            found += [
                f"{path} ({size}, {scheme}): {each['id']}: {json.dumps([node['html'] for node in each['nodes']])}"
                for each in result["violations"]
                if each["impact"] in GRAVE
            ]
        await self.close()
        return found

    async def _page(self, *, javascript=True, bypass_csp=False):
        context = await self.browser.new_context(
            java_script_enabled=javascript,
            bypass_csp=bypass_csp,
            locale="en-GB",
            service_workers="block",
            timezone_id=self.timezone,
        )
        self.contexts.append(context)
        await context.add_cookies(self.cookies)
        await context.expose_function("complain", self._complained)
        await context.add_init_script(_REPORT)
        page = await context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self._complained(f"script: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)
        return page

    async def _look(self, page, path, size, scheme):
        width, height = SIZES[size]
        await page.set_viewport_size({"width": width, "height": height})
        await page.emulate_media(color_scheme=scheme)
        if self.change:
            await page.route(self.address + path, self._changed)
        await page.goto(self.address + path)

    def _picture(self, path, size, scheme, javascript):
        name = re.sub(r"\W+", "-", path.strip("/")) or "home"
        name = f"broken-{name}" if self.change else name
        return self.screenshots / f"{name}-{size}-{scheme}{'' if javascript else '-no-script'}.png"

    async def close(self):
        """Close all that was opened; complaints that are still on their way arrive by then."""
        while self.contexts:
            await self.contexts.pop().close()

    def _complained(self, words):
        self.complaints.append(words)

    def _heard(self, message):
        if message.type in {"error", "warning"} and not message.text.startswith("Failed to load resource"):
            self._complained(f"console: {message.text}")

    def _failed(self, request):
        if request.failure != "net::ERR_ABORTED":  # the page was closed meanwhile
            self._complained(f"not loaded: {request.url} ({request.failure})")

    def _answered(self, response):
        """An error page is what was asked for; files of a page are to be there."""
        if response.status >= 400 and response.request.resource_type != "document":
            self._complained(f"{response.status}: {response.url}")

    async def _changed(self, route):
        answer = await route.fetch()
        await route.fulfill(response=answer, body=self.change(await answer.text()))
