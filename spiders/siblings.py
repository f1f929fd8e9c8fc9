"""Soft 404 by comparison: a page that its site shows for any address is not the page cited.

Only for pages that look like it without saying so: asking every site for a page that is not
there would double the requests.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from claims.urls import joined
from spiders.page_phrases import MAYBE_NOT_FOUND_WORDS
from spiders.page_view import weight_of
from spiders.redirects import is_sent_home

if TYPE_CHECKING:
    from spiders.page_view import PageView

_HARDLY_ANY_TEXT = 700
# A menu has a link every few words.
_LETTERS_A_LINK = 40
_FEWEST_LINKS = 4
_COMPARED = 4000
_SAME = 0.95
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}$", re.IGNORECASE)


def is_suspicious(view: PageView, *, cited: str, location: str) -> bool:
    """Whether a page might be what its site shows for any address."""
    if is_sent_home("https://any.example/deep/page", location):
        return False
    # What is no address says nothing of the page's own.
    canonical = joined(location, view.canonical) if view.canonical else None
    if canonical and is_sent_home(cited, canonical):
        return True
    weight = weight_of(view.main)
    if weight > _HARDLY_ANY_TEXT:
        return False
    is_menu = view.link_count >= _FEWEST_LINKS and weight < _LETTERS_A_LINK * view.link_count
    told = " ".join((view.title, *view.headings, view.main))
    return is_menu or bool(MAYBE_NOT_FOUND_WORDS.search(told))


def sibling_of(location: str) -> str:
    """An address beside a page's that nobody can have given to a page; always the same one."""
    parts = urlsplit(location)
    folder, _, name = parts.path.rstrip("/").rpartition("/")
    suffix = _SUFFIX.search(name)
    made = hashlib.sha256(location.encode("utf-8", "replace")).hexdigest()[:12]
    path = f"{folder}/no-such-page-{made}{suffix.group() if suffix else ''}"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def is_same_page(view: PageView, other: PageView, *, names: tuple[str, str]) -> bool:
    """Whether two pages say the same, but for their own addresses in it."""
    if view.title.replace(names[0], "") != other.title.replace(names[1], ""):
        return False
    texts = [one.text.replace(name, "") for one, name in zip((view, other), names, strict=True)]
    one, two = (text[:_COMPARED] for text in texts)
    return one == two or _likeness(one, two) > _SAME


def _likeness(one: str, two: str) -> float:
    """The share of pairs of neighbouring characters that two texts have in common."""
    pairs, others = (Counter(pairwise(text)) for text in (one, two))
    return 2 * (pairs & others).total() / max(pairs.total() + others.total(), 1)


def last_name(location: str) -> str:
    """The last part of an address's path, as a page may repeat it."""
    return urlsplit(location).path.rstrip("/").rpartition("/")[2]
