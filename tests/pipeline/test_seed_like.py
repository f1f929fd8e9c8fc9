"""A Chinese document that only lists its sources at the end, as the tool was made for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

NOTE = """---
title: 港口筆記
lang: hant
---

### 港口的自動化

全球前十大港口中，有7個位於亞洲。根據港務研究所（PRI）的報告，2024年自動化碼頭處理了逾40%的貨櫃。

- **岸橋**：每小時可吊運35個貨櫃；能耗比十年前減少30%。

| 港口 | 國家 | 2024年重點 |
|------|------|----------|
| **北灣** | 挪威 | 處理1,200萬個貨櫃；無人車隊。 |

### 參考資料
- [十大港口排名](https://ports.example/top-10)
- [自動化碼頭報告](https://research.example/2024/automation)
"""


def test_offline_every_claim_has_its_reason(citewatch: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "note.zh-Hant.md").write_text(NOTE, encoding="utf-8")
    ran = citewatch("check", "note.zh-Hant.md", "--offline", "-f", "json")
    assert ran.code == 2
    assert "Traceback" not in ran.err
    claims = json.loads(ran.out)["documents"][0]["claims"]
    assert len(claims) == 7
    assert {claim["verdict"] for claim in claims} == {"unverifiable"}
    assert all("2 not_run" in claim["reason"] for claim in claims)


def test_extract_gives_listed_candidates(citewatch: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "note.zh-Hant.md").write_text(NOTE, encoding="utf-8")
    (document,) = json.loads(citewatch("extract", "note.zh-Hant.md").out)["documents"]
    assert document["language"] == "zh-Hant"
    for claim in document["claims"]:
        assert NOTE[claim["start"] : claim["end"]] == claim["text"]
        assert {citation["via"] for citation in claim["citations"]} == {"listed"}
        assert len(claim["citations"]) == 2
    assert document["claims"][0]["citations"][0]["url"] == "https://ports.example/top-10"
    assert (
        document["claims"][1]["citations"][0]["url"] == "https://research.example/2024/automation"
    )
