"""What of an HTML page is not the document: menus, notices, and tables that only arrange."""

from __future__ import annotations

import re

# What a reader does not take for the document's own words.
_SKIPPED = frozenset(
    "script style template noscript svg math nav footer aside form button select textarea"
    " iframe object audio video canvas pre title".split()
)
# What marks an element of any name as furniture of the page: its role, or a word of its class.
_FURNITURE_ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar".split()
)
_FURNITURE = re.compile(
    # "nav", "main-menu", "footer-widgets"; but "has-sidebar" and "right-sidebar" name layouts
    r"(?:(?!has|with|no|without|show|hide|is|layout|one|two|left|right)[a-z]+[-_]{1,2})?"
    r"(?:nav(?:bar|box(?:es)?|igation)?|menu|breadcrumbs?|sidebar|cookies?|consent|gdpr|footer"
    r"|comments?|disqus|newsletter|subscribe|subscription|pagination|pager|social|related"
    r"|recommended|advert\w*|catlinks|toolbar|masthead)(?:[-_]{1,2}[a-z]+)*"
    r"|(?:mw-)?editsection|mw-jump-link|noprint|hatnote|dablink|site-?notice|toc|popup|modal|paywall|promo|ads?|skip-?link"
    r"|(?:social-?)?shar(?:e|ing)(?:-(?:buttons?|links?|bar|tools|icons|box|this|list))?"
    r"|(?:site|blog|page)-?(?:head(?:er)?|title|foot(?:er)?|info|branding|tagline|description)"
    r"|(?:post|entry|article)-?(?:meta|info|nav|tags|footer|data)|metadata(?:-?bar)?|byline"
    r"|author-?(?:box|bio|info|card)|tag-?(?:s|list|cloud|links)|cat-?links|categories|widget(?:-area)?"
    r"|read-?more|back-?links?|colophon|credits?|sr-only|screen-reader(?:-text)?|visually-hidden",
    re.IGNORECASE,
)
_MAY_BE_FURNITURE = frozenset("div section ul ol table span sup header p dl".split())
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PAGE_OF_SOURCE = re.compile(r"\breference\b.*\bnowrap\b")
_TABLE_TAG = re.compile(r"<table\b[^>]{0,2000}|</table\b", re.IGNORECASE)
_PRESENTATION = re.compile(r"role\s*=\s*[\"']?(?:presentation|none)\b", re.IGNORECASE)
_LONGEST_NAMES = 500
_SIDE_NOTES = frozenset({"sidenote", "side-note", "marginnote", "margin-note"})


def is_never_text(tag: str) -> bool:
    """Whether an element of this name holds nothing of the document's own words."""
    return tag in _SKIPPED


def is_furniture(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether an element's role, class or style marks it as a part of the page around the text."""
    if tag not in _MAY_BE_FURNITURE:
        return False
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:_LONGEST_NAMES]
    return (
        "hidden" in attributes
        or bool(_NOT_SHOWN.search(attributes.get("style") or ""))
        or bool(tag == "sup" and _PAGE_OF_SOURCE.search(named))
        or (attributes.get("role") or "").lower() in _FURNITURE_ROLES
        or any(map(_FURNITURE.fullmatch, named.split()))
    )


def is_side_note(attributes: dict[str, str | None]) -> bool:
    """Whether an element is a note in the margin beside the sentence it belongs to."""
    names = (attributes.get("class") or "")[:_LONGEST_NAMES].lower().split()
    return not _SIDE_NOTES.isdisjoint(names)


def layout_tables(source: str) -> frozenset[int]:
    """Where the tables begin that hold other tables, or say themselves that they only arrange."""
    found: set[int] = set()
    opened: list[int] = []
    for tag in _TABLE_TAG.finditer(source):
        if tag.group().startswith("</"):
            del opened[-1:]
            continue
        found.update(opened[-1:])
        opened.append(tag.start())
        if _PRESENTATION.search(tag.group()):
            found.add(tag.start())
    return frozenset(found)
