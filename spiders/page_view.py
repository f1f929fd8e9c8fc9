"""What a reader would see of a web page, measured cheaply; no judgement.

The text for checking claims comes from elsewhere: this looks at the page's outside only, in
the first half megabyte, and never fails.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOKED_AT_BYTES = 512 * 1024
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe"})
_FURNITURE = frozenset({"nav", "header", "footer", "aside", "form", "button", "select", "menu"})
_BLOCKS = frozenset(
    "p div li td th dd dt pre blockquote article section main h1 h2 h3 h4 h5 h6 body figcaption"
    " center table tr ul ol dl br".split()
)
_KIND = {tag: tags for tags in (_BLOCKS, _UNSEEN, _FURNITURE) for tag in tags}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HAN_KANA_HANGUL = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
# One Han character says as much as three Latin letters.
_EXTRA_WEIGHT = 2
_PROSE_LENGTH = 80
# An article for sure: looking further would change no judgement and take half of the time.
ENOUGH_PROSE = 4000


@dataclass(frozen=True, slots=True)
class PageView:
    """The outside of a page.

    `text` is what can be read without scripts; `main` is that without navigation and forms.
    `prose_weight` is the length of `main`'s paragraph-like blocks, a Han character counting
    three; past `ENOUGH_PROSE` all three are cut short. `markup` is the undecoded start of the
    page in lower case, for telltale strings.
    """

    title: str
    headings: tuple[str, ...]
    text: str
    main: str
    prose_weight: int
    noscript: str
    structured_data: tuple[str, ...]
    refresh: str
    has_password_field: bool
    script_count: int
    image_count: int
    link_count: int
    canonical: str
    root_ids: frozenset[str]
    markup: bytes
    is_cut: bool


def weight_of(text: str) -> int:
    """Give the length of a text in Latin letters."""
    if text.isascii():
        return len(text)
    return len(text) + _EXTRA_WEIGHT * len(_HAN_KANA_HANGUL.findall(text))


def read_page_view(body: bytes, content_type: str) -> PageView:
    """Read the outside of a page that claims to be HTML."""
    start = body[:_LOOKED_AT_BYTES]
    root = _parse(start, content_type)
    text, main, prose_weight = _seen(root)
    return PageView(
        title=_first_text(root, "title"),
        headings=tuple(filter(None, (_all_text(node) for node in root.iter("h1", "h2"))))[:6],
        text=text,
        main=main,
        prose_weight=prose_weight,
        noscript=" ".join(_all_text(node) for node in root.iter("noscript")),
        structured_data=tuple(_structured_data(root)),
        refresh=_refresh(root),
        has_password_field=any(
            node.get("type", "").lower() == "password" for node in root.iter("input")
        ),
        script_count=len(list(root.iter("script"))),
        image_count=len(list(root.iter("img", "video", "object", "embed", "frame", "iframe"))),
        link_count=len(list(root.iter("a"))),
        canonical=_canonical(root),
        root_ids=frozenset(
            node.get("id", "").lower()
            for node in root.iter("div", "main", "app-root")
            if not len(node)
        ),
        markup=start.lower(),
        is_cut=len(body) > _LOOKED_AT_BYTES,
    )


def _parse(start: bytes, content_type: str) -> Any:
    for encoding in (_encoding(start, content_type), "utf-8"):
        try:
            parser = etree.HTMLParser(encoding=encoding, remove_comments=True, remove_pis=True)
            root = etree.fromstring(start, parser=parser)
        except (LookupError, etree.LxmlError, ValueError, AssertionError):
            continue
        if root is not None:
            return root
    return etree.Element("html")


def _encoding(start: bytes, content_type: str) -> str:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if start.startswith(b"\xef\xbb\xbf"):
        return "utf-8"
    if named := _CHARSET.search(content_type):
        return named.group(1)
    if declared := _META_CHARSET.search(start[:4096]):
        return declared.group(1).decode("ascii", "replace")
    return "utf-8"


def _seen(root: Any) -> tuple[str, str, int]:
    """The visible text, that outside the page's furniture, and the weight of its prose."""
    text: list[str] = []
    main: list[str] = []
    prose_weight = 0
    pieces: list[str] = []
    # Depths, not a walk by recursion: pages nest deeper than Python calls.
    unseen = furniture = 0

    def end_block() -> None:
        nonlocal prose_weight
        block = _tidy("".join(pieces))
        pieces.clear()
        if not block:
            return
        text.append(block)
        if not furniture:
            main.append(block)
            weight = weight_of(block)
            prose_weight += weight if weight >= _PROSE_LENGTH else 0

    for event, node in etree.iterwalk(root, events=("start", "end")):
        is_start = event == "start"
        kind = _KIND.get(node.tag)
        if kind is not None:
            if pieces and kind is not _UNSEEN:
                end_block()
                if prose_weight > ENOUGH_PROSE:
                    break
            if kind is _UNSEEN:
                unseen += 1 if is_start else -1
            elif kind is _FURNITURE:
                furniture += 1 if is_start else -1
        words = node.text if is_start else node.tail
        if words and not unseen:
            pieces.append(words)
    end_block()
    return " ".join(text), " ".join(main), prose_weight


def _structured_data(root: Any) -> Iterator[str]:
    for node in root.iter("script"):
        if node.get("type", "").strip().lower() == "application/ld+json" and node.text:
            yield node.text


def _refresh(root: Any) -> str:
    for node in root.iter("meta"):
        if node.get("http-equiv", "").strip().lower() == "refresh":
            return str(node.get("content", ""))
    return ""


def _canonical(root: Any) -> str:
    for node in root.iter("link"):
        if "canonical" in node.get("rel", "").lower().split():
            return str(node.get("href", "")).strip()
    return ""


def _first_text(root: Any, tag: str) -> str:
    return next((_all_text(node) for node in root.iter(tag)), "")


def _all_text(node: Any) -> str:
    return _tidy("".join(node.itertext()))


def _tidy(text: str) -> str:
    return " ".join(text.split())
