"""When a document was written, as it says itself."""

from __future__ import annotations

import pytest

from claims.dating import document_date
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
