"""Values survive being written down."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from claims.values import (
    CitedSource,
    Document,
    Finding,
    Missed,
    Page,
    Problem,
    Unreadable,
)
from storage.rows import from_plain, to_plain

KINDS = [CitedSource, Document, Finding, Missed, Page, Problem, Unreadable]


st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@given(st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.just(kind), st.from_type(kind))))
def test_a_value_comes_back_as_it_was(pair: tuple[type, object]) -> None:
    kind, value = pair
    assert from_plain(kind, json.loads(json.dumps(to_plain(value)))) == value
