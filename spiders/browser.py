"""Pages that have no text before their scripts run, rendered in the user's Chromium.

Playwright drives it; the browser itself is the system's. All that a page asks for goes through
the guarded proxy, and whatever a page does, what comes back is a value.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from typing import TYPE_CHECKING, Any

from claims.errors import BadUsage
from claims.values import Outcome
from spiders.exchange import Answer, Failed
from spiders.guarded_proxy import GuardedProxy

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from spiders.address_guard import AddressGuard, AddressInfo
    from spiders.exchange import Sent
    from spiders.resolving import LookUp
    from spiders.settings import CrawlSettings

_ANY = "auto"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_AT_ONCE = 2
# Beyond the time for one answer: the browser starts, and scripts fetch what they show.
_EXTRA_SECONDS = 15.0
_SETTLING_MILLISECONDS = 5_000
_PAGE_BODIES = 3
_FLAGS = (
    # Nothing goes past the proxy: no protocol over UDP, no look-up of names.
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    # Nothing is asked that the page does not ask for.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
    # Text is all we look at.
    "--blink-settings=imagesEnabled=false",
    "--js-flags=--max-old-space-size=512",
)


def find_browser(name: str) -> str:
    """The program that a path, or "auto", stands for; raises BadUsage if there is none."""
    for candidate in _NAMES if name == _ANY else (name,):
        if found := shutil.which(candidate):
            return found
    what = "no Chromium was found" if name == _ANY else f"{name} is no program"
    raise BadUsage(f"--browser: {what}; install the package chromium or name its program")


def check_driver() -> None:
    """Find out whether Playwright is there; raises BadUsage if it is not."""
    try:
        import playwright.async_api  # noqa: F401, PLC0415
    except ImportError as error:
        raise BadUsage("--browser: needs Playwright; pip install 'citewatch[browser]'") from error


class Browser:
    """Renders pages, each in a profile of its own; starts with the first."""

    def __init__(
        self,
        settings: CrawlSettings,
        guard: AddressGuard,
        *,
        look_up: LookUp,
        make_socket: Callable[[AddressInfo], socket.socket],
    ) -> None:
        self._settings = settings
        self._guard = guard
        self._look_up = look_up
        self._make_socket = make_socket
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._starting = asyncio.Lock()
        self._driver: Any = None
        self._chromium: Any = None

    async def render(self, sent: Sent) -> Answer | Failed:
        """The page as it is once its scripts have run; a page that cannot be is a `Failed`."""
        from playwright.async_api import Error  # noqa: PLC0415  # only where it is asked for

        seconds = self._settings.timeout_seconds + _EXTRA_SECONDS
        proxy = GuardedProxy(
            self._guard,
            look_up=self._look_up,
            make_socket=self._make_socket,
            cap_bytes=_PAGE_BODIES * self._settings.max_body_bytes,
        )
        async with self._turns:
            try:
                async with asyncio.timeout(seconds):
                    await proxy.start()
                    shown = await self._shown(sent, proxy)
            except TimeoutError:
                return _unrendered(sent, f"it was not rendered within {seconds:g} s")
            except Error as error:
                if proxy.is_exhausted:
                    return _unrendered(sent, "it loads more than the browser may")
                told = str(error).splitlines()[0][:120]
                return _unrendered(sent, f"the browser cannot show it ({told})")
            finally:
                await proxy.close()
        return self._answer(sent, *shown)

    def _answer(self, sent: Sent, markup: str, ways: list[str]) -> Answer | Failed:
        """The answer that a rendered page stands for; `ways` is where its scripts have led."""
        if ways and not ways[-1].startswith(("http://", "https://")):
            return _unrendered(sent, "its scripts lead to where nothing is shown")
        if len(ways) > 1:
            return _unrendered(sent, "its scripts lead from page to page")
        if ways:
            return Answer(302, (("Location", ways[0]),), b"", sent.at)
        body = markup.encode("utf-8", "replace")
        if len(body) > self._settings.max_body_bytes:
            return Failed(Outcome.TOO_LARGE, "the rendered page is too large", sent.at)
        return Answer(200, (("Content-Type", "text/html; charset=utf-8"),), body, sent.at)

    async def close(self) -> None:
        """End the browser and all of its processes."""
        chromium, self._chromium = self._chromium, None
        driver, self._driver = self._driver, None
        if chromium is not None:
            # One that a page has crashed is closed already.
            with contextlib.suppress(Exception):
                await chromium.close()
        if driver is not None:
            await driver.stop()

    async def _shown(self, sent: Sent, proxy: GuardedProxy) -> tuple[str, list[str]]:
        """The markup that is shown in the end, and the documents that were loaded after the first.

        What a script writes into the address bar is no document.
        """
        from playwright.async_api import TimeoutError as NotYet  # noqa: PLC0415

        chromium = await self._started()
        context = await chromium.new_context(
            accept_downloads=False,
            proxy={
                "server": proxy.address,
                "username": proxy.username,
                "password": proxy.password,
            },
            service_workers="block",
            user_agent=self._settings.user_agent,
        )
        try:
            page = await context.new_page()
            loaded: list[str] = []

            def note(request: Any) -> None:
                if request.is_navigation_request() and request.frame == page.main_frame:
                    loaded.append(request.url)

            page.on("request", note)
            limit = self._settings.timeout_seconds * 1000
            await page.goto(sent.url, wait_until="domcontentloaded", timeout=limit)
            # A page that never rests is taken as it is then.
            with contextlib.suppress(NotYet):
                await page.wait_for_load_state("networkidle", timeout=_SETTLING_MILLISECONDS)
            markup = str(await page.content())
            ways = loaded[1:]
            if not page.url.startswith(("http://", "https://")):
                ways.append(page.url)
            return markup, ways
        finally:
            await _within(context.close(), 5.0)

    async def _started(self) -> Any:
        async with self._starting:
            if self._chromium is not None and self._chromium.is_connected():
                return self._chromium
            from playwright.async_api import async_playwright  # noqa: PLC0415

            self._driver = self._driver or await async_playwright().start()
            self._chromium = await self._driver.chromium.launch(
                executable_path=find_browser(self._settings.browser),
                args=list(_FLAGS),
                # Chromium refuses its own sandbox to root, as in most containers.
                chromium_sandbox=not _is_root(),
                handle_sigint=False,
                # Each page has its own; without one here Chromium would dial by itself.
                proxy={"server": "http://127.0.0.1:9"},
            )
            return self._chromium


def _unrendered(sent: Sent, reason: str) -> Failed:
    told = f"the page has no text before its scripts run, and {reason}"
    return Failed(Outcome.NEEDS_JAVASCRIPT, told, sent.at)


async def _within(closing: Any, seconds: float) -> None:
    """Wait for something to close, but not for ever: a script in an endless loop never answers."""
    task = asyncio.ensure_future(closing)
    done, _ = await asyncio.wait({task}, timeout=seconds)
    if not done:
        task.cancel()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
