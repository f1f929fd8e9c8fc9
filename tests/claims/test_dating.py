"""When a document was written, as it says itself."""

from __future__ import annotations

import pytest

from claims.dating import document_date, stated_date
from claims.documents import read_document


@pytest.mark.parametrize(
    ("path", "text", "date"),
    [
        ("a.md", "---\ntitle: T\ndate: 2025-11-20\n---\n\nText.\n", "2025-11-20"),
        ("a.md", "# Notes\n\nPublished on 3 March 2024\n\nThe town grew.\n", "2024-03-03"),
        ("a.md", "# Notes\n\n**Updated:** Nov. 2024\n", "2024-11-01"),
        ("a.md", "# 筆記\n\n更新日期：2025年11月3日\n\n內容。\n", "2025-11-03"),
        ("a.md", "# Notizen\n\nStand: 3. Mai 2024\n\nDie Stadt und das Dorf.\n", "2024-05-03"),
        ("a.md", "# Notes\n\nBy Ann Writer, 12 May 2024\n\nThe town grew.\n", "2024-05-12"),
        (
            "a.html",
            ("<meta property='article:published_time' content='2024-05-03T10:00:00Z'><p>Text.</p>"),
            "2024-05-03",
        ),
        ("a.html", "<p><time datetime='2023-01-09'>last week</time></p><p>Text.</p>", "2023-01-09"),
        ("posts/2025-02-07-harbours.md", "# Harbours\n\nText.\n", "2025-02-07"),
        # Dates that the text is about are not the text's own.
        ("a.md", "# Notes\n\nThe bridge, opened on 3 May 1901, is closed since.\n", ""),
        ("a.md", "# Notes\n\n| Day | Event |\n|---|---|\n| 3 May 2020 | opened |\n", ""),
        ("a.md", "# Notes\n\nThe town grew.\n", ""),
    ],
)
def test_a_document_tells_its_date(path: str, text: str, date: str) -> None:
    assert document_date(read_document(text.encode(), path)) == date


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("Ports grow\nPublished on 28 August 2024\nIn 2019 it was less.", "en", "2024-08-28"),
        ("Ports grow\nBy A. Writer | August 28, 2024\nMore text.", "en", "2024-08-28"),
        ("Ports grow\n28 August 2024\nMore text.", "en", "2024-08-28"),
        ("港口成長\n發布日期：2024年8月28日\n內容。", "zh-Hant", "2024-08-28"),
        ("Mehr Häfen\nStand: 28. August 2024\nText.", "de", "2024-08-28"),
        # What the text speaks of is not when it was written.
        ("Ports grow\nThe port was opened on 28 August 2004 by the mayor.", "en", ""),
        ("Ports grow\nIt grew 37% in 1996.\n© 2021 Example", "en", ""),
    ],
)
def test_a_page_tells_its_date(text: str, language: str, date: str) -> None:
    assert stated_date(text, language) == date
