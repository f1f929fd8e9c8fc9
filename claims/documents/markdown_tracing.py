"""A markdown-it core rule that notes where in its block each inline token begins.

markdown-it keeps line numbers for blocks and nothing for inline tokens. This rule replaces its
`inline` rule and parses the same way, with a state that records `meta["at"]`, the offset in the
inline content, for every token it is asked to push.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token
    from markdown_it.utils import EnvType


_BLOCK_NESTING = 40
_INLINE_NESTING = 4


def tracing_parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough, whose inline tokens know their place."""
    # `maxNesting` bounds recursion on hostile input; the labels tell `[text][label]` links.
    options = {"html": True, "store_labels": True, "maxNesting": _BLOCK_NESTING}
    parser = MarkdownIt("commonmark", options)
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    # URLs are kept as the document spells them; what may be fetched is decided elsewhere.
    parser.normalizeLink = str  # type: ignore[method-assign, assignment]
    parser.validateLink = bool  # type: ignore[method-assign, assignment]
    parser.core.ruler.at("inline", _trace_inline)
    parser.inline.ruler.before("link", "lone_brackets", _read_lone_brackets)
    # Both rules merge neighbouring text tokens, and with that lose the first one's place.
    parser.core.ruler.disable("text_join", ignoreInvalid=True)
    parser.inline.ruler2.disable("fragments_join", ignoreInvalid=True)
    return parser


def _trace_inline(state: StateCore) -> None:
    # Lists nest deeper than emphasis; from each open bracket the rules look as deep as they may.
    state.md.options["maxNesting"] = _INLINE_NESTING
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            inline = _TracingState(token.content, state.md, state.env, token.children)
            state.md.inline.tokenize(inline)
            for rule in state.md.inline.ruler2.getRules(""):
                rule(inline)


def _read_lone_brackets(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # its signature
    """Pass over brackets that no bracket can close: from each of them a link would be sought."""
    if not isinstance(state, _TracingState) or state.pos <= state.last_closing_bracket:
        return False
    end = state.pos
    while end < len(state.src) and state.src[end] == "[":
        end += 1
    if end == state.pos:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


class _TracingState(StateInline):
    def __init__(self, src: str, md: MarkdownIt, env: EnvType, out_tokens: list[Token]) -> None:
        self.last_closing_bracket = src.rfind("]")
        self._pending_start = 0
        self._pushed_at = (-1, 0)
        super().__init__(src, md, env, out_tokens)

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self._pending_start = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802  # markdown-it's name
        start = self._pending_start
        token = super().pushPending()
        token.meta["at"] = start
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        # A run of delimiters ("***") is pushed as one token a character, all at the same place.
        place, repeats = self._pushed_at
        repeats = repeats + 1 if place == self.pos and ttype == "text" else 0
        self._pushed_at = (self.pos, repeats)
        token.meta["at"] = self.pos + repeats
        return token
