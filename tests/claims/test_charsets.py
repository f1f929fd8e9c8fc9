"""Bytes to text: what is declared is believed only as far as the bytes bear it out."""

from __future__ import annotations

import pytest

from claims.charsets import decode_text

CHINESE = "調查顯示，百分之三十七的居民支持興建港口。"
SIMPLIFIED = "调查显示，百分之三十七的居民支持兴建港口。"
JAPANESE = "調査によると、住民の三十七パーセントが港の建設を支持している。"
ENGLISH = "The café in Norvik, “The Harbour”, costs €3 — a naïve price."


@pytest.mark.parametrize(
    ("text", "codec", "content_type"),
    [
        (CHINESE, "utf-8", ""),
        (CHINESE, "utf-8-sig", "text/html; charset=big5"),
        (CHINESE, "big5", "text/html; charset=big5"),
        (CHINESE, "big5", "text/html; charset=Big5-HKSCS"),
        (SIMPLIFIED, "gb18030", "text/html; charset=gb2312"),
        (SIMPLIFIED, "gbk", 'text/html; charset="GBK"'),
        (JAPANESE, "cp932", "text/html; charset=Shift_JIS"),
        (JAPANESE, "euc-jp", "text/html; charset=euc-jp"),
        (JAPANESE, "iso2022-jp", "text/html; charset=iso-2022-jp"),
        (CHINESE, "utf-16", "text/html"),
        (CHINESE, "utf-16-le", "text/html; charset=utf-16le"),
        (ENGLISH, "utf-16-be", "text/html; charset=utf-16be"),
        (ENGLISH, "cp1252", "text/html; charset=iso-8859-1"),
        (ENGLISH, "cp1252", "text/html; charset=windows-1252"),
        (ENGLISH, "cp1252", "text/html; charset=us-ascii"),
        # The header does not tell the truth, and the bytes do.
        (CHINESE, "utf-8", "text/html; charset=iso-8859-1"),
        (ENGLISH, "utf-8", "text/html; charset=gb2312"),
        (CHINESE, "utf-8", "text/html; charset=klingon"),
        (CHINESE, "utf-8", "text/html; charset=base64"),
    ],
)
def test_a_text_comes_out_as_it_was_written(text: str, codec: str, content_type: str) -> None:
    body = text.encode(codec)
    assert decode_text(body, content_type) == text


def test_the_markup_may_say_what_the_header_does_not() -> None:
    page = f'<html><head><meta charset="big5"></head><p>{CHINESE}</p>'
    assert decode_text(page.encode("big5"), "text/html") == page
    old = f'<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>{SIMPLIFIED}</p>'
    assert decode_text(old.encode("gbk"), "text/html") == old
    xml = f'<?xml version="1.0" encoding="Shift_JIS"?><p>{JAPANESE}</p>'
    assert decode_text(xml.encode("cp932"), "text/xml") == xml


def test_the_markup_is_asked_where_the_header_lies() -> None:
    page = f'<html><head><meta charset="big5"></head><p>{CHINESE}</p>'.encode("big5")
    decoded = decode_text(page, "text/html; charset=utf-8")
    assert decoded is not None
    assert CHINESE in decoded


def test_a_few_wrong_bytes_do_not_cost_the_page() -> None:
    body = (CHINESE * 200).encode() + b"\xff" + CHINESE.encode()
    decoded = decode_text(body, "text/html; charset=utf-8")
    assert decoded is not None
    assert decoded.count(CHINESE) == 201


def test_text_of_no_declared_charset_is_told_by_its_bytes() -> None:
    decoded = decode_text((SIMPLIFIED * 20).encode("gb18030"), "text/plain")
    assert decoded == SIMPLIFIED * 20


def test_bytes_that_are_no_text_are_none() -> None:
    assert decode_text(bytes(range(256)) * 40, "application/octet-stream") is None
