"""The words of the trade, each defined once: every value that crosses a room's door.

All values are frozen and complete when made; `None` means "there is none", never "not yet".
Offsets are in Unicode code points, half-open, zero-based; lines and columns are one-based.
Times are timezone-aware UTC.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

# The types of fields are read at run time, to store values and get them back.
from datetime import datetime  # noqa: TC003
from enum import StrEnum
from operator import attrgetter


class Via(StrEnum):
    """How a document ties a claim to a URL."""

    INLINE = "inline"
    REFERENCE = "reference"
    FOOTNOTE = "footnote"
    NUMBERED = "numbered"
    AUTHOR_YEAR = "author_year"
    LISTED = "listed"


class Checkworthiness(StrEnum):
    """How much a claim can be held against a source."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class OutcomeClass(StrEnum):
    """What an outcome means for the citation; only `BROKEN` may count as dead."""

    OK = "ok"
    BROKEN = "broken"
    BLOCKED = "blocked"
    TRANSIENT = "transient"
    LIMITS = "limits"
    REFUSED = "refused"


class Outcome(StrEnum):
    """What happened to a URL: exactly one per URL and run."""

    OK = "ok"
    REDIRECTED = "redirected"
    MOVED = "moved"
    NOT_MODIFIED = "not_modified"

    NOT_FOUND = "not_found"
    GONE = "gone"
    HTTP_ERROR = "http_error"
    DNS_ERROR = "dns_error"
    CONNECTION_REFUSED = "connection_refused"
    REDIRECT_LOOP = "redirect_loop"
    BAD_REDIRECT = "bad_redirect"
    SOFT_404 = "soft_404"
    REDIRECTED_HOME = "redirected_home"
    PARKED = "parked"

    FORBIDDEN = "forbidden"
    LOGIN_REQUIRED = "login_required"
    PAYWALLED = "paywalled"
    LEGAL = "legal"
    BOT_CHALLENGE = "bot_challenge"
    CONSENT_WALL = "consent_wall"
    ROBOTS_DISALLOWED = "robots_disallowed"

    TIMEOUT = "timeout"
    CONNECTION_RESET = "connection_reset"
    TRUNCATED = "truncated"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    TLS_ERROR = "tls_error"

    TOO_LARGE = "too_large"
    DECOMPRESSION_BOMB = "decompression_bomb"
    UNSUPPORTED_TYPE = "unsupported_type"
    UNDECODABLE = "undecodable"
    EMPTY = "empty"
    NEEDS_JAVASCRIPT = "needs_javascript"

    BLOCKED_ADDRESS = "blocked_address"
    UNSUPPORTED_SCHEME = "unsupported_scheme"
    INVALID_URL = "invalid_url"
    NOT_RUN = "not_run"

    @property
    def outcome_class(self) -> OutcomeClass:
        """The class the design's first axis puts this outcome in."""
        return _CLASS_OF[self]


_CLASS_OF: dict[Outcome, OutcomeClass] = {
    outcome: outcome_class
    for outcome_class, outcomes in {
        OutcomeClass.OK: "ok redirected moved not_modified",
        OutcomeClass.BROKEN: (
            "not_found gone http_error dns_error connection_refused redirect_loop bad_redirect"
            " soft_404 redirected_home parked"
        ),
        OutcomeClass.BLOCKED: (
            "forbidden login_required paywalled legal bot_challenge consent_wall robots_disallowed"
        ),
        OutcomeClass.TRANSIENT: (
            "timeout connection_reset truncated rate_limited server_error tls_error"
        ),
        OutcomeClass.LIMITS: (
            "too_large decompression_bomb unsupported_type undecodable empty needs_javascript"
        ),
        OutcomeClass.REFUSED: "blocked_address unsupported_scheme invalid_url not_run",
    }.items()
    for outcome in map(Outcome, outcomes.split())
}


class Verdict(StrEnum):
    """What the sources say about a claim."""

    SUPPORTED = "supported"
    PARTIAL = "partial"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"
    UNVERIFIABLE = "unverifiable"
    UNCITED = "uncited"


class Flag(StrEnum):
    """A remark beside a verdict."""

    OUTDATED = "outdated"
    CONFLICTING_SOURCES = "conflicting_sources"
    CROSS_LANGUAGE = "cross_language"
    INFERRED_CITATION = "inferred_citation"
    ONLY_IN_UNFILTERED_TEXT = "only_in_unfiltered_text"
    QUOTE_ALTERED = "quote_altered"


class Origin(StrEnum):
    """Where a source's answer came from in this run."""

    NETWORK = "network"
    CACHE = "cache"
    REPLAY = "replay"
    ARCHIVE = "archive"


# ---------------------------------------------------------------- documents and claims


class BlockKind(StrEnum):
    """What a stretch of a document is, as far as claims are concerned."""

    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_HEADER = "table_header"
    TABLE_ROW = "table_row"
    HEADING = "heading"
    CLAIM = "claim"
    REFERENCE = "reference"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Plain text `[start, end)` of a block came from `[origin_start, origin_end)` of the source.

    Where both are equally long the text is verbatim; else it is an entity, an escape or a
    character that the format writes in another way.
    """

    start: int
    end: int
    origin_start: int
    origin_end: int


_start_of = attrgetter("start")
_end_of = attrgetter("end")


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink over the plain text `[start, end)` of its block."""

    url: str
    start: int
    end: int
    via: Via


@dataclass(frozen=True, slots=True)
class Mark:
    """A pointer over `[start, end)` of a block's text to what has `target` for an anchor or label.

    What it covers ("[1]", "(Smith 2020)", or nothing) is no part of what the text states.
    """

    target: str
    start: int
    end: int
    via: Via


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell over the plain text `[start, end)` of its row, under its column's header."""

    header: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LanguageSpan:
    """A block's text `[start, end)` is in one language, a BCP 47 tag."""

    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item, table row or heading: markup removed, every character traceable.

    `code` are spans of the text that are code: an address in them is an example, no citation.
    `anchors` are the names under which marks point to it; `ordinal` is its number in an ordered
    list, None elsewhere. `languages` cover the text; there are none where all of it is in the
    document's language.
    """

    kind: BlockKind
    text: str
    stretches: tuple[Stretch, ...]
    links: tuple[Link, ...]
    section: str
    level: int
    cells: tuple[Cell, ...] = ()
    marks: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()
    ordinal: int | None = None
    code: tuple[tuple[int, int], ...] = ()
    languages: tuple[LanguageSpan, ...] = ()

    def language_at(self, offset: int, document_language: str) -> str:
        """The language that the plain text at an offset is in."""
        return next(
            (one.language for one in self.languages if one.start <= offset < one.end),
            document_language,
        )

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The source offsets of plain text `[start, end)`, which must not be empty."""
        # Stretches lie one behind the other, so both searches may halve.
        first = self.stretches[bisect_right(self.stretches, start, key=_end_of)]
        last = self.stretches[bisect_left(self.stretches, end, key=_start_of) - 1]
        begin = first.origin_start
        if first.end - first.start == first.origin_end - first.origin_start:
            begin += max(start - first.start, 0)
        stop = last.origin_end
        if last.end - last.start == last.origin_end - last.origin_start:
            stop -= max(last.end - end, 0)
        return begin, stop


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that an entry of the document's list, or a note, names.

    `keys` are what marks in the text may point to it by: its number, its anchors, and its first
    author with the year.
    """

    url: str
    title: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: `source` is the decoded original that all offsets point into.

    Of a format that is no text (DOCX, PDF) `source` is the text taken out of it. `references` are
    the cited sources that files beside it name; `warnings` say in a sentence each what of it was
    not read, or is not checked; `unclaimed` are the places that cite a URL without a claim.
    """

    path: str
    format: str
    title: str
    language: str
    source: str
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...] = ()
    warnings: tuple[str, ...] = ()
    unclaimed: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A URL, as the document spells it, that a claim rests on; `confidence` in [0, 1]."""

    url: str
    via: Via
    confidence: float
    title: str = ""


class Kind(StrEnum):
    """What sort of number a quantity is."""

    PERCENT = "percent"
    RATIO = "ratio"
    COUNT = "count"
    MONEY = "money"
    YEAR = "year"
    DATE = "date"
    DURATION = "duration"
    MULTIPLE = "multiple"
    RANK = "rank"
    PHYSICAL = "physical"


# What has a unit, which may be said once for several numbers.
MEASURES = frozenset({Kind.MONEY, Kind.PHYSICAL, Kind.PERCENT, Kind.DURATION, Kind.MULTIPLE})


class Comparator(StrEnum):
    """How a text ties its number to the truth: "over 50%" is `>`, "about 50%" is `~`."""

    EQUAL = "="
    ABOUT = "~"
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text with its meaning.

    `low` and `high` are the written value or the ends of a written range, in the unit's base
    (percent in points, money in whole currency units, counts in ones). `step` is one unit of
    the last written digit, so 2.4 billion has step 1e8. `denominator` is the M of "N of M".
    `unit` is an ISO 4217 code for money, a unit symbol, or the counted noun; "" if none.
    """

    start: int
    end: int
    text: str
    kind: Kind
    low: float
    high: float
    comparator: Comparator
    unit: str
    step: float
    denominator: float | None = None

    @property
    def value(self) -> float:
        """The written value, or the middle of a range."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that a source can bear out or refute.

    `text` is the verbatim slice `[start, end)` of the document's source, markup included;
    `plain` is the same without markup, in the reader's reading order, and for a table row
    reads "row key: column = value". `id` is a fingerprint of the plain text, stable across
    edits elsewhere in the document.
    """

    id: str
    text: str
    plain: str
    start: int
    end: int
    line: int
    column: int
    section: str
    language: str
    checkworthiness: Checkworthiness
    reason: str
    quantities: tuple[Quantity, ...]
    citations: tuple[Citation, ...]


# ------------------------------------------------------------------------------ sources


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect on the way: `url` answered `status` and pointed to `location`."""

    url: str
    status: int
    location: str


@dataclass(frozen=True, slots=True)
class Fetched:
    """A URL that answered with a body; `outcome` is of class ok."""

    url: str
    final_url: str
    outcome: Outcome
    http_status: int
    redirects: tuple[Hop, ...]
    headers: tuple[tuple[str, str], ...]
    content_type: str
    body: bytes
    fetched_at: datetime
    origin: Origin


@dataclass(frozen=True, slots=True)
class Missed:
    """A URL without a readable answer, and why in one sentence; `outcome` is never of class ok."""

    url: str
    final_url: str
    outcome: Outcome
    reason: str
    http_status: int | None
    redirects: tuple[Hop, ...]
    fetched_at: datetime
    origin: Origin
    retry_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a page's table over `[start, end)` of the page's text, each cell with its header."""

    start: int
    end: int
    caption: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a source, a line for each block of the page.

    `text` is everything a reader can see; `main` are the spans of `text` that the extractor
    held for the article itself, without navigation, comments and other furniture.
    `published` is an ISO date or "". `language` is a BCP 47 tag.
    """

    title: str
    language: str
    published: str
    text: str
    main: tuple[tuple[int, int], ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A body that gave no text: `outcome` is of class limits, or broken for a disguised error."""

    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What became of a URL in all runs so far.

    `failures` counts the runs since it was last good in which it was broken or failed in passing,
    the first of them at `failing_since`. Where it was blocked, or too large, or not asked at all,
    a run says nothing either way. `is_dead` where it has failed often enough for long enough.
    """

    first_seen: datetime
    last_ok: datetime | None
    failing_since: datetime | None
    failures: int
    is_dead: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A cited URL as this run found it.

    `reason` says in a sentence why it could not be read, "" where it could. `text_sha256`
    names the text of its page, "" where there is none; `title`, `published` (ISO date) and
    `language` are the page's. `content_key` names the body that its page was read from.
    `record` is what became of it in earlier runs, None where it was never seen or in a replay.
    """

    url: str
    final_url: str
    outcome: Outcome
    reason: str
    http_status: int | None
    redirects: tuple[Hop, ...]
    fetched_at: datetime
    origin: Origin
    content_type: str
    text_sha256: str
    title: str
    published: str
    language: str
    retry_at: datetime | None = None
    archived_url: str = ""
    content_key: str = ""
    record: SourceRecord | None = None


# ------------------------------------------------------------------ evidence and verdicts


class Relation(StrEnum):
    """How one fact of a claim stands to the passage."""

    AGREES = "agrees"
    DIFFERS = "differs"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class FactComparison:
    """A fact of the claim beside what the passage has for it ("" if nothing).

    `change` is the source's number over the claim's, where both are numbers and the claim's is
    not zero.
    """

    claim: str
    source: str
    relation: Relation
    change: float | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim quote `[start, end)` of a page's text and what comparing facts in it gave."""

    url: str
    quote: str
    start: int
    end: int
    score: float
    link: str
    facts: tuple[FactComparison, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one citation's source says about a claim; `outcome` is what happened to the source."""

    citation: Citation
    outcome: Outcome
    verdict: Verdict
    score: float
    reason: str
    flags: tuple[Flag, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim, the judgement of each of its citations, and the verdict on the whole.

    `basis` names all that it rests on: while it is the same, so is the finding; "" where that
    cannot be told.
    """

    claim: Claim
    verdict: Verdict
    score: float
    flags: tuple[Flag, ...]
    reason: str
    evidence: tuple[Evidence, ...]
    judgements: tuple[Judgement, ...]
    basis: str = ""


# ------------------------------------------------------------------------------ reports


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be done, said in one sentence that names the object."""

    subject: str
    message: str


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document and the findings on its claims, in the order of the text."""

    document: Document
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source is cited: the document, the claim if one is asked, the URL as written."""

    path: str
    claim_id: str
    line: int
    url: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source and every place that cites it."""

    source: Source
    cited_by: tuple[Place, ...]


class Level(StrEnum):
    """How much an alert matters: only `ERROR` fails a run."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class AlertState(StrEnum):
    """Whether an alert is to be dealt with, or somebody has said that it is not."""

    OPEN = "open"
    IGNORED = "ignored"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a document's source, lines and columns one-based, the end not included."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Alert:
    """A rule broken at a place: what linters call a finding.

    `subject` is the claim's plain text or the source's URL, `message` says what is wrong with it.
    `fingerprint` stays the same across edits elsewhere. `claim_id` and `url` are "" where there is
    none. `state` says whether it is to be dealt with, and `because` why not. `related` are the
    claims that rest on a source, `link` leads to the passage of the source.
    """

    code: str
    level: Level
    spot: Spot
    subject: str
    message: str
    fingerprint: str
    claim_id: str = ""
    url: str = ""
    related: tuple[Spot, ...] = ()
    link: str = ""
    state: AlertState = AlertState.OPEN
    because: str = ""


class NoticeKind(StrEnum):
    """What a notice is about; the words of `[notify] on`."""

    SOURCE_DEAD = "source_dead"
    SOURCE_BACK = "source_back"
    VERDICT = "verdict_changed"
    PASSAGE = "passage_changed"
    NEW_CONTRADICTION = "new_contradiction"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell: `subject` is the claim or URL, `message` what has become of it.

    The same `fingerprint` is told once.
    """

    kind: NoticeKind
    path: str
    line: int
    subject: str
    message: str
    url: str
    fingerprint: str


class Ruling(StrEnum):
    """What an editor has decided on a claim."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NOTED = "noted"
    ASSIGNED = "assigned"


@dataclass(frozen=True, slots=True)
class Decision:
    """An editor's decision on a claim of a document, and what it was made in sight of.

    `claim` is the claim's plain text, `seen` a fingerprint of the verdict and quotes shown then.
    `url` and `passage` are what an `ASSIGNED` decision names in place of what was found.
    """

    path: str
    claim_id: str
    claim: str
    ruling: Ruling
    note: str
    by: str
    at: datetime
    seen: str
    url: str = ""
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision beside the claim that it is on now.

    `look_again` says what has changed since it was made, "" where it stands.
    """

    path: str
    claim_id: str
    decision: Decision
    look_again: str


@dataclass(frozen=True, slots=True)
class Run:
    """One execution of the check. `config_digest` is a SHA-256 over the settings that matter."""

    id: str
    tool_version: str
    started_at: datetime
    finished_at: datetime
    config_digest: str
    tiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run found; what every output format is rendered from.

    `alerts` are what of it breaks a rule, as the settings of whoever renders it have it; `decided`
    are the editors' decisions on its claims.
    """

    run: Run
    documents: tuple[CheckedDocument, ...]
    sources: tuple[CitedSource, ...]
    problems: tuple[Problem, ...]
    alerts: tuple[Alert, ...] = ()
    decided: tuple[Decided, ...] = ()
