"""`citewatch verify`, and the tiers that may be added to it and to a check."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.models.encoder import SentenceEncoder
from tests.pipeline.local_chat import LocalChat, send

if TYPE_CHECKING:
    from collections.abc import Callable
    from http.server import BaseHTTPRequestHandler
    from pathlib import Path

    from tests.conftest import Ran

PAGE = [
    "The yard at Melby built 54 trawlers in 2023.",
    "The harbour was not dredged by anybody that year.",
    "A clinic of the WHO opened beside the quay.",
]


def lines_of(*items: dict[str, Any]) -> str:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


def item(claim: str, **others: Any) -> dict[str, Any]:
    return {"id": 1, "claim": claim, "source_text": PAGE, **others}


def verdicts(out: str) -> list[str]:
    return [json.loads(line)["verdict"] for line in out.splitlines()]


def test_half_of_a_surrogate_pair_costs_no_line(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(
        r'{"id": "a\ud800", "claim": "Melby built 54 trawlers \udfff in 2023.", "source_text":'
        r' ["In \ud83d 2023 Melby built 54 trawlers."]}'
        "\n" + lines_of(item("A clinic opened.")),
        "utf-8",
    )
    ran = citewatch("verify", file)
    assert ran.code == 0, ran.err
    first, second = [json.loads(line) for line in ran.out.splitlines()]
    assert first["id"] == "a\ufffd"
    assert first["evidence_text"] == "In \ufffd 2023 Melby built 54 trawlers."
    assert second["verdict"] == "supported"


def test_each_line_gets_a_verdict_with_its_evidence(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(
        lines_of(
            item("Melby built 54 trawlers in 2023.", id="a"),
            item("Melby built 64 trawlers in 2023.", id="b", source_text=" ".join(PAGE)),
            item("2023年，該船廠建造了54艘拖網漁船。", id="c", lang="zh-Hant"),
            item("Bees were counted in nine orchards.", id="d"),
        ),
        "utf-8",
    )
    ran = citewatch("verify", file)
    assert ran.code == 0, ran.err
    results = [json.loads(line) for line in ran.out.splitlines()]
    assert [one["id"] for one in results] == ["a", "b", "c", "d"]
    assert verdicts(ran.out) == ["supported", "contradicted", "supported", "not_found"]
    assert "54 trawlers" in results[0]["evidence_text"]
    assert "says 54, not 64" in results[1]["reason"]
    assert all(0 <= one["score"] <= 1 for one in results)
    assert all(set(one) == {"id", "verdict", "score", "evidence_text", "reason"} for one in results)


def test_evidence_has_at_most_a_thousand_characters(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    file = tmp_path / "long.jsonl"
    file.write_text(lines_of(item("Melby built 54 trawlers.", source_text=["Melby " * 900] * 3)))
    assert len(json.loads(citewatch("verify", file).out)["evidence_text"]) <= 1000


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "line 2 is no JSON"),
        ("[1]", "line 2 is no JSON object"),
        ('{"source_text": "a"}', 'line 2 has no "claim" string'),
        ('{"claim": "a"}', 'line 2 has no "source_text" string'),
        ('{"claim": "a", "source_text": [1]}', 'line 2 has no "source_text" string'),
        ('{"claim": "a", "source_text": "b", "lang": 3}', 'line 2 has a "lang"'),
        ("[" * 100_000, "line 2 is no JSON"),
    ],
)
def test_a_bad_line_gets_a_sentence_and_the_others_go_on(
    citewatch: Callable[..., Ran], tmp_path: Path, line: str, sentence: str
) -> None:
    file = tmp_path / "pairs.jsonl"
    good = lines_of(item("Melby built 54 trawlers in 2023."))
    file.write_text(f"{good}{line}\n\n{good}")
    ran = citewatch("verify", file)
    assert ran.code == 2
    assert sentence in ran.err
    assert len(ran.err.splitlines()) == 1
    assert verdicts(ran.out) == ["supported", "supported"]


def test_a_missing_file_is_one_sentence(citewatch: Callable[..., Ran]) -> None:
    ran = citewatch("verify", "nowhere.jsonl")
    assert (ran.code, ran.out) == (2, "")
    assert "nowhere.jsonl: cannot be read (No such file or directory)" in ran.err


def test_standard_input(citewatch: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    text = lines_of(item("Melby built 54 trawlers in 2023."))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert verdicts(citewatch("verify", "-").out) == ["supported"]


def test_aliases_join_what_words_do_not(citewatch: Callable[..., Ran], tmp_path: Path) -> None:
    names, pairs = tmp_path / "names.tsv", tmp_path / "pairs.jsonl"
    names.write_text("WHO\tBlue Anchor\n")
    pairs.write_text(lines_of(item("The Blue Anchor has a clinic at the quay.")))
    without = json.loads(citewatch("verify", pairs).out)
    ran = json.loads(citewatch("verify", pairs, "--aliases", names).out)
    assert ran["score"] > without["score"]
    # What one run added is gone in the next.
    assert json.loads(citewatch("verify", pairs).out) == without


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--aliases", "none.tsv"], "none.tsv: cannot be read"),
        (["--aliases", "one.tsv"], "one.tsv: line 1: needs two names"),
        (["--aliases", "latin.tsv"], "latin.tsv: is not UTF-8 (byte 1)"),
        (["--nli", "nowhere"], "nowhere"),
        (["--adjudicator", "ftp://127.0.0.1/", "--adjudicator-model", "m"], "adjudicator"),
        (["--adjudicator", "http://127.0.0.1:9/v1"], "no model is named"),
    ],
)
def test_what_is_missing_for_a_tier_is_told_before_anything_runs(
    citewatch: Callable[..., Ran], tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "one.tsv").write_text("alone\n")
    (tmp_path / "latin.tsv").write_bytes(b"a\xe9\tb\n")
    (tmp_path / "pairs.jsonl").write_text(lines_of(item("Melby built 54 trawlers.")))
    ran = citewatch("verify", "pairs.jsonl", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert len(ran.err.splitlines()) == 1


def test_the_encoder_knows_other_words_for_the_same() -> None:
    texts = ["The vessel sank off the coast.", "Prices of bread went up.", "船在海岸外沉沒了。"]
    likeness = SentenceEncoder().embed(texts).likeness("The ship went down near the shore.")
    assert min(likeness[0], likeness[2]) > likeness[1] + 0.2


def test_a_verdict_with_the_encoder(citewatch: Callable[..., Ran], tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(
        lines_of(item("Melby built 54 trawlers in 2023."), item("Melby built 64 trawlers."))
    )
    ran = citewatch("verify", pairs, "--semantic")
    assert verdicts(ran.out) == ["supported", "contradicted"]


def says_supported(_: LocalChat, handler: BaseHTTPRequestHandler) -> None:
    opinion = {"verdict": "supported", "quote": PAGE[0], "reason": "it says so"}
    message = {"choices": [{"message": {"content": json.dumps(opinion)}}]}
    send(handler, json.dumps(message).encode())


def test_an_adjudicator_is_asked_and_never_overrules_a_number(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(
        lines_of(
            item("Shipwrights at Melby were busy with new hulls."),
            item("Melby built 64 trawlers in 2023."),
        )
    )
    with LocalChat(says_supported).serving() as chat:
        ran = citewatch("verify", pairs, "--adjudicator", chat.url, "--adjudicator-model", "tiny")
    assert verdicts(ran.out) == ["supported", "contradicted"]
    assert "(adjudicator)" in ran.out
    assert chat.requests


def test_an_adjudicator_that_cannot_be_asked_is_told_at_the_end(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(lines_of(item("Melby's yard made boats.")))
    ran = citewatch(
        "verify", pairs, "--adjudicator", "http://127.0.0.1:9/v1", "--adjudicator-model", "tiny"
    )
    assert len(verdicts(ran.out)) == 1
    assert "could not be asked" in ran.err
