from __future__ import annotations

import pytest

from reports.characters import language_tag, legal_in_html, on_one_line, visible, web_address


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c#:~:text=d", "HTTP://example.org", "http://例子.example/路徑"]
)
def test_web_addresses_are_linked(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " https://example.org",
        "https:example.org",
        "//example.org",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "java\tscript:alert(1)",
        "https://exa mple.org",
        "https://example.org/\n",
        "https://example.org/\u202egpj",
        'https://example.org/"onclick=x',
        "https:\\\\example.org",
        "mailto:a@example.org",
        "",
    ],
)
def test_everything_else_is_not(url: str) -> None:
    assert web_address(url) == ""


def test_illegal_characters_leave_a_visible_place() -> None:
    assert legal_in_html("a\x00b\x0bc\x85d\ud800e\ufffff\U0001fffeg\n\t") == (
        "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\n\t"
    )


def test_controls_are_spelled_out() -> None:
    assert visible("a\x1b[0m\u202eb") == r"a\x1b[0m\u202eb"


def test_white_space_becomes_one_space() -> None:
    assert on_one_line("  a\n\n b\u3000c ") == "a b c"


@pytest.mark.parametrize(
    ("tag", "kept"), [("zh-Hant", "zh-Hant"), ("en", "en"), ('en" onload="x', ""), ("", "")]
)
def test_only_language_tags_are_language_tags(tag: str, kept: str) -> None:
    assert language_tag(tag) == kept
