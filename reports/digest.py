"""What has changed, as one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values import NoticeKind
from reports.characters import on_one_line
from reports.display_width import shorten
from reports.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.values import Notice

_SUBJECT_COLUMNS = 160
# Chats cut messages of a few thousand characters.
_MOST_OF_A_KIND = 20
_TITLES = {
    NoticeKind.SOURCE_DEAD: "Dead sources",
    NoticeKind.SOURCE_BACK: "Sources that answer again",
    NoticeKind.VERDICT: "Verdicts that have changed",
    NoticeKind.PASSAGE: "Passages that have changed under a claim",
    NoticeKind.NEW_CONTRADICTION: "New claims that their source contradicts",
}


def digest_of(notices: Sequence[Notice], report_url: str) -> tuple[str, str]:
    """Title and body of a message on everything that has changed."""
    lines: list[str] = []
    for kind, title in _TITLES.items():
        own = [one for one in notices if one.kind is kind]
        if not own:
            continue
        lines.append(f"{title} ({len(own):,})")
        lines += [_line(one) for one in own[:_MOST_OF_A_KIND]]
        if len(own) > _MOST_OF_A_KIND:
            lines.append(f"- and {len(own) - _MOST_OF_A_KIND:,} more")
        lines.append("")
    if report_url:
        lines.append(f"Report: {report_url}")
    return f"citewatch: {counted(len(notices), 'change')}", "\n".join(lines).strip() + "\n"


def _line(one: Notice) -> str:
    place = f"{on_one_line(one.path)}:{one.line} " if one.path else ""
    subject = shorten(on_one_line(one.subject), _SUBJECT_COLUMNS)
    source = f" ({on_one_line(one.url)})" if one.url and one.url != one.subject else ""
    return f"- {place}{subject}: {on_one_line(one.message)}{source}"
