"""The editors' page: a stored run served on this machine alone, with decisions on its claims.

Whoever has the address with its token may decide; a page from elsewhere that a browser happens to
show beside it may not: the host asked for, the origin and the token are checked with each request.
"""

from __future__ import annotations

import getpass
import hmac
import secrets
import socket
import sys
import webbrowser
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import uvicorn
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from claims.decisions import fingerprint_of
from claims.errors import BadUsage
from claims.json_text import json_value
from claims.values import Decision, Ruling
from pipeline.alerting import settle
from pipeline.baseline import known_baseline
from pipeline.steps import with_decisions
from pipeline.stored import load_run
from reports.characters import web_address
from reports.webpage import render_html
from storage.store import open_store

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from starlette.requests import Request

    from claims.values import Finding, Report
    from pipeline.config import Config
    from storage.store import Store

_LOOPBACK = "127.0.0.1"
_MOST_BYTES = 64 * 1024
_LONGEST_TEXT = 2_000
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "frame-ancestors 'none'",
}


class Review:
    """A run under review: shows it and keeps what is decided on it."""

    def __init__(
        self,
        report: Report,
        store: Store,
        config: Config,
        *,
        by: str,
        token: str,
        now: Callable[[], datetime],
    ) -> None:
        self._report = report
        self._store = store
        self._config = config
        self._by = by
        self._token = token
        self._now = now
        self._findings = {
            (checked.document.path, finding.claim.id): finding
            for checked in report.documents
            for finding in checked.findings
        }
        self.app = Starlette(
            routes=[
                Route("/", self._page, methods=["GET"]),
                Route("/decisions", self._decide, methods=["POST"]),
            ]
        )

    async def _page(self, request: Request) -> Response:
        if refusal := self._refusal(request, request.query_params.get("token", "")):
            return refusal
        report = with_decisions(self._report, self._store)
        baseline = known_baseline(self._config.baseline)
        settled = settle(report, self._config, baseline, self._now().date())
        page = render_html(settled.report, language=self._config.language, is_review=True)
        return HTMLResponse(page, headers=_HEADERS)

    async def _decide(self, request: Request) -> Response:
        origin = request.headers.get("origin", "")
        if origin != f"http://{request.headers.get('host', '')}":
            return _told(403, "this is not the page that was opened")
        if refusal := self._refusal(request, request.headers.get("x-citewatch-token", "")):
            return refusal
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _MOST_BYTES:
                return _told(413, "the decision is too long")
        try:
            told = json_value(body)
        except (ValueError, RecursionError):
            return _told(400, "the decision is no JSON")
        decision = self._read(told)
        if isinstance(decision, str):
            return _told(400, decision)
        self._store.save_decision(decision)
        return Response(status_code=204, headers=_HEADERS)

    def _refusal(self, request: Request, token: str) -> Response | None:
        host = request.headers.get("host", "").rpartition(":")[0]
        if host not in {_LOOPBACK, "localhost"}:
            return _told(403, "this page is served to this machine alone")
        if not hmac.compare_digest(token.encode(), self._token.encode()):
            return _told(403, "open the whole address that citewatch review has told")
        return None

    def _read(self, told: Any) -> Decision | str:
        """The decision that was sent, or what is wrong with it in a sentence."""
        names = ("path", "claim_id", "ruling", "note", "url", "passage")
        if not isinstance(told, dict) or not all(isinstance(told.get(n), str) for n in names):
            return "the decision lacks something"
        finding: Finding | None = self._findings.get((told["path"], told["claim_id"]))
        if finding is None:
            return "there is no such claim in this run"
        if told["ruling"] not in set(Ruling):
            return f"{told['ruling']!r} is no decision"
        note, url, passage = (told[name].strip() for name in ("note", "url", "passage"))
        if max(map(len, (note, url, passage))) > _LONGEST_TEXT:
            return f"a text is longer than {_LONGEST_TEXT:,} characters"
        ruling = Ruling(told["ruling"])
        if ruling is Ruling.NOTED and not note:
            return "write a note"
        if url and not web_address(url):
            return "the address is none; write https://..."
        if ruling is Ruling.ASSIGNED and not (url or passage):
            return "name the address of the source, or its passage"
        return Decision(
            path=told["path"],
            claim_id=finding.claim.id,
            claim=finding.claim.plain,
            ruling=ruling,
            note=note,
            by=self._by,
            at=self._now(),
            seen=fingerprint_of(finding),
            url=url,
            passage=passage,
        )


def _told(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status_code=status, headers=_HEADERS)


def run_review(options: argparse.Namespace, config: Config, tell: Callable[[str], None]) -> int:
    """Serve the page until the user stops it."""
    by = (options.by or _login_name()).strip()
    if not by or not by.isprintable():
        raise BadUsage("review: --by NAME says who decides")
    with closing(open_store(config.db)) as store:
        report = load_run(store, options.run, config.db)
        token = secrets.token_urlsafe(24)
        review = Review(report, store, config, by=by, token=token, now=lambda: datetime.now(UTC))
        with _listening(options.port) as listener:
            address = f"http://{_LOOPBACK}:{listener.getsockname()[1]}/?token={token}"
            sys.stdout.write(f"{address}\n")
            sys.stdout.flush()
            tell(f"run {report.run.id}, decisions by {by}; Ctrl-C ends the review")
            if not options.no_open:
                webbrowser.open(address)
            settings = uvicorn.Config(review.app, log_level="warning", access_log=False)
            uvicorn.Server(settings).run(sockets=[listener])
    return 0


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server((_LOOPBACK, port))
    except (OSError, OverflowError) as error:
        raise BadUsage(f"review: port {port} cannot be used ({error}); choose another") from error


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
