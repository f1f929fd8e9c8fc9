"""Two texts word by word."""

from __future__ import annotations

import pytest

from claims.lexicon.contrasts import exclude_each_other
from claims.wordings import how_made, places_of, single_gaps, wording_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It cannot, and isn't.", "it can not and is not"),
        ("They can’t and won't; shan't we?", "they can not and will not shall not we"),
        ("Canned Kant won third-party's", "canned kant won third-party's"),
        ("廠A並未停工", "厂 a 并 未 停 工"),
    ],
)
def test_words_in_one_spelling(text: str, words: str) -> None:
    assert " ".join(wording_of(text).words) == words


def test_words_have_their_places() -> None:
    text = "  The Mill, of 1911, isn’t sold. "
    wording = wording_of(text, with_commas=True)
    assert [one for one in wording.words if one.isalnum()] == "the mill of 1911 is not sold".split()
    assert len(wording.words) == 9
    assert [text[start:end] for start, end in wording.spans][-3:] == ["is", "n’t", "sold"]
    assert wording.written(1, 5) == "Mill, of 1911"
    assert wording.written(3, 3) == ""
    assert wording.joined(6, 99) == "is not sold"
    assert wording_of("廠已停工").joined(1, 3) == "已停"


def test_how_some_words_are_made_of_others() -> None:
    ours, theirs = "a b c d e x".split(), "a b c d e f".split()
    assert [code[0] for code in how_made(ours, theirs, 0.8)] == ["equal", "replace"]
    assert how_made(ours, theirs, 0.9) == []
    assert how_made(ours, [*theirs, *theirs], 0.8) == []
    assert how_made([], [], 0.8) == []


def test_where_all_of_some_words_stand() -> None:
    assert list(places_of("b c".split(), "a b c b c".split())) == [1, 3]
    assert list(places_of("a b".split(), ["a"])) == []


@pytest.mark.parametrize(
    ("ours", "gaps"),
    [
        ("b c d x f g h i", [(4, 5, 3, 4)]),
        ("b c d e not f g h i", [(5, 5, 4, 5)]),
        ("b c d f g h i", [(4, 5, 3, 3)]),
        # One place only, of up to two words, in six that are alike.
        ("b c d x f g y i j", []),
        ("b c x y z f g h i j k l", []),
        ("b c x e f g", []),
        # At an end of a part there may be anything; at an end of all there may not.
        ("x d e f g h i", []),
        ("x c d e f g h i", [(0, 2, 0, 1)]),
        ("x b c d e f g h", [(0, 1, 0, 1)]),
        ("f g h i j k x", [(11, 12, 6, 7)]),
        ("a b c d e f g h i j k l m n o p", []),
    ],
)
def test_where_a_part_differs_in_one_place(
    ours: str, gaps: list[tuple[int, int, int, int]]
) -> None:
    theirs = "a b c d e f g h i j k l".split()
    assert list(single_gaps(ours.split(), theirs, 2)) == gaps


@pytest.mark.parametrize(
    ("one", "other", "language", "expected"),
    [
        ("before", "after", "en", True),
        ("after", "before", "en", True),
        ("before", "prior to", "en", False),
        ("may", "june", "en", True),
        ("twice", "half", "en", True),
        ("before", "red", "en", False),
        ("前", "后", "zh-Hant", True),
        ("所有", "全部", "zh-Hans", False),
        ("before", "after", "de", False),
    ],
)
def test_words_that_exclude_each_other(
    one: str, other: str, language: str, *, expected: bool
) -> None:
    assert exclude_each_other(one, other, language) is expected
