"""The rules: what may be found wrong with a citation, each under a code that stays the same.

CW1xx speak of sources, by the class of what happened to them, CW2xx of claims, CW3xx of what the
user has written to silence the others. Codes are used in SARIF, in comments that ignore a finding
and in baselines; a code that is no longer used is never given to another rule.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.values import Flag, Level, Outcome, OutcomeClass, Verdict


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `kind` is the word for it in `--fail-on`, `level` what it is where not named there.

    `summary` is a sentence; `help` says why it matters and what to do.
    """

    code: str
    name: str
    kind: str
    level: Level
    summary: str
    help: str


_FIX_LINK = (
    "Open the URL in a browser. If the page has moved, write its new address; if it is gone, cite"
    " an archived copy (--archive looks for one) or another source."
)
_FIX_WALL = (
    "The page may be there for readers: open it in a browser. Nothing is wrong with the document"
    " for now, but nobody but you can check what it says of this source."
)
_FIX_LATER = "Run again later; a source that fails like this for days is as good as gone."
_FIX_LIMIT = (
    "The page was reached, and no text could be read from it. Cite a page that has the text, or"
    " check the claim by hand."
)
_FIX_REFUSED = "Correct the URL, or allow what it asks for if it is meant (--allow-private-net)."

_SOURCES: tuple[tuple[str, Outcome, str], ...] = (
    ("CW101", Outcome.NOT_FOUND, "The server says that it has no such page (404)."),
    ("CW102", Outcome.GONE, "The server says that the page was removed (410)."),
    ("CW103", Outcome.HTTP_ERROR, "The server answers with an error that is no passing one."),
    ("CW104", Outcome.DNS_ERROR, "The host of the source does not exist."),
    ("CW105", Outcome.CONNECTION_REFUSED, "Nobody listens at the host of the source."),
    ("CW106", Outcome.REDIRECT_LOOP, "The source redirects in a circle or without an end."),
    ("CW107", Outcome.BAD_REDIRECT, "The source redirects to what is no address."),
    ("CW108", Outcome.SOFT_404, "The page says that it is missing, and the server that it is not."),
    ("CW109", Outcome.REDIRECTED_HOME, "The source leads to its site's home page."),
    ("CW110", Outcome.PARKED, "The domain of the source is parked or for sale."),
    ("CW121", Outcome.FORBIDDEN, "The server refuses to show us the source."),
    ("CW122", Outcome.LOGIN_REQUIRED, "The source asks for a login."),
    ("CW123", Outcome.PAYWALLED, "The source shows its text to subscribers only."),
    ("CW124", Outcome.LEGAL, "The source is withheld for legal reasons (451)."),
    ("CW125", Outcome.BOT_CHALLENGE, "The source asks for proof of a human."),
    ("CW126", Outcome.CONSENT_WALL, "The source asks for consent first."),
    ("CW127", Outcome.ROBOTS_DISALLOWED, "The source's robots.txt forbids programs to read it."),
    ("CW131", Outcome.TIMEOUT, "The source did not answer in time."),
    ("CW132", Outcome.CONNECTION_RESET, "The connection to the source broke off."),
    ("CW133", Outcome.TRUNCATED, "The source's answer ended before its end."),
    ("CW134", Outcome.RATE_LIMITED, "The source wants to be asked less often."),
    ("CW135", Outcome.SERVER_ERROR, "The source's server failed."),
    ("CW136", Outcome.TLS_ERROR, "The source's certificate or encryption is not in order."),
    ("CW141", Outcome.TOO_LARGE, "The source is larger than what is read."),
    ("CW142", Outcome.DECOMPRESSION_BOMB, "The source's answer unpacks to an absurd size."),
    ("CW143", Outcome.UNSUPPORTED_TYPE, "The source is of a kind that no text is read from."),
    ("CW144", Outcome.UNDECODABLE, "The source's answer cannot be decoded."),
    ("CW145", Outcome.EMPTY, "The source has no text."),
    ("CW146", Outcome.NEEDS_JAVASCRIPT, "The source has no text before its scripts run."),
    (
        "CW151",
        Outcome.BLOCKED_ADDRESS,
        "The source's host has an address that must not be dialled.",
    ),
    ("CW152", Outcome.UNSUPPORTED_SCHEME, "The source is no web address."),
    ("CW153", Outcome.INVALID_URL, "The source's URL is not a valid one."),
    ("CW154", Outcome.NOT_RUN, "The source was not asked in this run."),
)
_BY_CLASS: dict[OutcomeClass, tuple[Level, str]] = {
    OutcomeClass.BROKEN: (Level.WARNING, _FIX_LINK),
    OutcomeClass.BLOCKED: (Level.NOTE, _FIX_WALL),
    OutcomeClass.TRANSIENT: (Level.NOTE, _FIX_LATER),
    OutcomeClass.LIMITS: (Level.NOTE, _FIX_LIMIT),
    OutcomeClass.REFUSED: (Level.WARNING, _FIX_REFUSED),
}


def _source_rule(code: str, outcome: Outcome, summary: str) -> Rule:
    level, advice = _BY_CLASS[outcome.outcome_class]
    name = f"source-{outcome.value.replace('_', '-')}"
    return Rule(code, name, outcome.outcome_class.value, level, summary, advice)


SOURCE_DEAD = Rule(
    "CW111",
    "source-dead",
    OutcomeClass.BROKEN.value,
    Level.WARNING,
    "The source has failed in passing, run after run, for days.",
    "It is as good as gone. Cite an archived copy (--archive looks for one) or another source. How"
    " many runs and days that takes is set with --dead-after-runs and --dead-after.",
)
_MOVED = Rule(
    "CW161",
    "source-moved",
    "moved",
    Level.NOTE,
    "The source has moved for good.",
    "The old address still leads to the page. Write the new one before it does not.",
)

_NUMBER = Rule(
    "CW201",
    "number-contradicted",
    Verdict.CONTRADICTED.value,
    Level.WARNING,
    "A source speaks of the same thing and gives another number or time.",
    "Read the quoted passage. Correct the document, or cite the source that the number is from.",
)
_CONTRADICTED = Rule(
    "CW202",
    "claim-contradicted",
    Verdict.CONTRADICTED.value,
    Level.WARNING,
    "A source speaks of the same thing and says otherwise.",
    "Read the quoted passage: a negation, a direction or a name differs. Correct the document, or"
    " cite the source that it rests on.",
)
_VERDICTS: dict[Verdict, Rule] = {
    Verdict.PARTIAL: Rule(
        "CW211",
        "claim-partly-supported",
        Verdict.PARTIAL.value,
        Level.WARNING,
        "A source bears out some of the facts of the claim and is silent on others.",
        "The reason names what is missing. Add the source that has it, or say less.",
    ),
    Verdict.NOT_FOUND: Rule(
        "CW221",
        "claim-not-found",
        Verdict.NOT_FOUND.value,
        Level.WARNING,
        "The source was read and does not say it.",
        "That does not make it false. Check that the right page is cited, or add the one that says"
        " it.",
    ),
    Verdict.UNVERIFIABLE: Rule(
        "CW222",
        "claim-unverifiable",
        Verdict.UNVERIFIABLE.value,
        Level.NOTE,
        "The source of the claim could not be read.",
        "The reason says why. Check the claim by hand, or cite a source that can be read.",
    ),
    Verdict.UNCITED: Rule(
        "CW223",
        "claim-uncited",
        Verdict.UNCITED.value,
        Level.NOTE,
        "No source is named for the claim, or none of those listed speaks of it.",
        "Name the source, if readers should not have to take your word for it.",
    ),
}
_FLAGS: dict[Flag, Rule] = {
    Flag.OUTDATED: Rule(
        "CW231",
        "claim-outdated",
        Flag.OUTDATED.value,
        Level.WARNING,
        "A newer source of the document gives a newer value.",
        "Write the newer value, or the time that the older one is of.",
    ),
    Flag.CONFLICTING_SOURCES: Rule(
        "CW232",
        "sources-disagree",
        Flag.CONFLICTING_SOURCES.value,
        Level.WARNING,
        "One source of the claim bears it out and another contradicts it.",
        "Tell readers that the sources disagree, or cite only the one that you believe.",
    ),
    Flag.QUOTE_ALTERED: Rule(
        "CW233",
        "quotation-altered",
        Flag.QUOTE_ALTERED.value,
        Level.WARNING,
        "What stands between quotation marks differs by a word from the source.",
        "Quote to the letter, or mark what was changed.",
    ),
}
REJECTED = Rule(
    "CW241",
    "claim-rejected",
    "rejected",
    Level.WARNING,
    "An editor has rejected the claim.",
    "Correct the claim or take it out. Who rejected it, and why, stands in the message.",
)
LOOK_AGAIN = Rule(
    "CW242",
    "look-again",
    "look_again",
    Level.WARNING,
    "What an editor decided on has changed since.",
    "Look at the claim and its sources again, and decide anew: citewatch review.",
)
IGNORE_WITHOUT_REASON = Rule(
    "CW301",
    "ignore-without-reason",
    "housekeeping",
    Level.WARNING,
    "A comment that ignores a finding gives no reason, or names no rule, and so ignores nothing.",
    "Write it as: citewatch-ignore-next CW201: the reason in a few words.",
)
IGNORE_UNUSED = Rule(
    "CW302",
    "ignore-unused",
    "housekeeping",
    Level.NOTE,
    "A comment ignores a finding that is not there.",
    "Remove the comment.",
)

_BY_OUTCOME = {outcome: _source_rule(code, outcome, said) for code, outcome, said in _SOURCES} | {
    Outcome.MOVED: _MOVED
}
RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in (
        *_BY_OUTCOME.values(),
        SOURCE_DEAD,
        _NUMBER,
        _CONTRADICTED,
        *_VERDICTS.values(),
        *_FLAGS.values(),
        REJECTED,
        LOOK_AGAIN,
        IGNORE_WITHOUT_REASON,
        IGNORE_UNUSED,
    )
}


def rule_of_outcome(outcome: Outcome) -> Rule | None:
    """The rule that an outcome breaks; None where all is well."""
    return _BY_OUTCOME.get(outcome)


def rule_of_verdict(verdict: Verdict, *, is_number: bool) -> Rule | None:
    """The rule that a verdict breaks; `is_number` tells whether it rests on a number or time."""
    if verdict is Verdict.CONTRADICTED:
        return _NUMBER if is_number else _CONTRADICTED
    return _VERDICTS.get(verdict)


def rule_of_flag(flag: Flag) -> Rule | None:
    """The rule that a remark beside a verdict stands for; None for one that is no complaint."""
    return _FLAGS.get(flag)


def find_rule(text: str) -> Rule | None:
    """The rule of a code or name, in any case."""
    wanted = text.strip().lower()
    return next((one for one in RULES.values() if wanted in {one.code.lower(), one.name}), None)


def is_code(text: str) -> bool:
    """Whether a text is a code, or the beginning of one, that some rule has."""
    return text.startswith("CW") and any(code.startswith(text) for code in RULES)
