"""Telling people what has changed since the run before: one digest a run, each thing once.

Addresses (of Apprise: mail, chat, webhooks) hold secrets. They come from the environment and are
never repeated: not in messages, logs, reports or the store.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from claims.errors import BadUsage
from claims.notices import notices_of
from pipeline.comparing import compare_with_last
from pipeline.config import parse_hours
from pipeline.telling import tell, warn
from reports.digest import digest_of
from reports.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from claims.values import Report
    from pipeline.config import Config, NotifyRules
    from storage.store import Store


class Send(Protocol):
    """Sends a message to an address; tells whether it was taken."""

    def __call__(self, address: str, title: str, body: str) -> bool:
        """Send it."""


def addresses_of(rules: NotifyRules) -> tuple[str, ...]:
    """The addresses in the environment, none where nobody is to be told."""
    return tuple(os.environ.get(rules.environment, "").split())


def check_addresses(rules: NotifyRules) -> None:
    """Find out before the work whether there is somebody to tell, and a way to; or BadUsage."""
    if not addresses_of(rules):
        raise BadUsage(
            f"--notify: {rules.environment} in the environment names no address, such as"
            " mailto://… or slack://…; see docs/scheduling.md"
        )
    open_apprise()


def open_apprise() -> Send:
    """Apprise's way of sending; raises BadUsage where it is not installed."""
    try:
        from apprise import Apprise, NotifyFormat  # noqa: PLC0415  # an extra
        from apprise.logger import logger  # noqa: PLC0415
    except ImportError as error:
        raise BadUsage(
            "notify: Apprise is not installed; pip install 'citewatch[notify]'"
        ) from error
    # It writes addresses into its log.
    logger.disabled = True

    def send(address: str, title: str, body: str) -> bool:
        apprise = Apprise()
        return apprise.add(address) and bool(
            apprise.notify(body=body, title=title, body_format=NotifyFormat.TEXT)
        )

    return send


def note_changes(report: Report, store: Store, config: Config) -> int:
    """Have what is worth telling of a run wait to be sent; gives how much is new."""
    waiting = {one.fingerprint for one in store.notices.waiting()}
    sent = set(store.notices.fingerprints()) - waiting
    made, over = notices_of(report, compare_with_last(store, report), sent, waiting)
    wanted = [one for one in made if one.kind.value in config.notify.on]
    store.notices.forget(over)
    return store.notices.add(report.run.id, wanted, report.run.finished_at)


def send_waiting(
    store: Store, config: Config, now: Callable[[], datetime], send: Send | None = None
) -> bool:
    """Send what waits, as one digest, unless these are quiet hours; tells whether all went well."""
    rules = config.notify
    addresses = addresses_of(rules)
    waiting = store.notices.waiting()
    if not waiting:
        return True
    told = counted(len(waiting), "change")
    if not addresses:
        warn(f"{told} to tell, and nobody to tell: {rules.environment} names no address")
        return False
    if is_quiet(rules, now()):
        tell(f"{told} to tell once the quiet hours {rules.quiet_hours} are over")
        return True
    send = send or open_apprise()
    mine = store.notices.claim(waiting, now())
    if not mine:
        return True
    title, body = digest_of(mine, config.report_url)
    failed = [number for number, one in enumerate(addresses, 1) if not send(one, title, body)]
    for number in failed:
        warn(f"address {number} of {rules.environment} did not take the digest")
    if len(failed) == len(addresses):
        store.notices.put_back(mine)
    if len(failed) < len(addresses):
        tell(f"told of {counted(len(mine), 'change')}", changes=len(mine))
    return not failed


def is_quiet(rules: NotifyRules, now: datetime) -> bool:
    """Whether nobody is to be disturbed now; hours may go over midnight."""
    if not rules.quiet_hours:
        return False
    begin, end = parse_hours(rules.quiet_hours)
    here = now.astimezone(ZoneInfo(rules.timezone)).time()
    if begin <= end:
        return begin <= here < end
    return here >= begin or here < end
