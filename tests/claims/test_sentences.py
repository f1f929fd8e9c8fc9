"""Where sentences end, also where the segmenter of others would fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.sentences import split_sentences

WIDE = "\u00a0\u0085\u2009\u2028\u202f\u3000"
LANGUAGES = ("en", "de", "fr", "es", "ja", "zh-Hant", "und")


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language)]


@pytest.mark.parametrize("wide", WIDE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wide_space_before_a_stop(wide: str, language: str) -> None:
    assert sentences(f"It holds vitamin C{wide}. So", language)[0].startswith("It holds vitamin C")


def test_a_wide_space_is_kept_where_it_stands() -> None:
    assert sentences("It grew by 5\u00a0% in plan T\u00a0. Then it fell.") == [
        "It grew by 5\u00a0% in plan T\u00a0.",
        "Then it fell.",
    ]


@given(
    st.text(st.sampled_from(f"AT .!?\n\r\"'5é中{WIDE}"), max_size=30), st.sampled_from(LANGUAGES)
)
def test_sentences_leave_out_white_space_only(text: str, language: str) -> None:
    spans = split_sentences(text, language)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(
        text.split()
    )


@pytest.mark.parametrize("word", ["Haus", "дом", "été", "😀"])
def test_long_texts_with_paragraphs_are_not_misplaced(word: str) -> None:
    paragraphs = [f"The {word} number {number} is old." for number in range(1_500)]
    assert sentences("\n\n".join(paragraphs)) == paragraphs
