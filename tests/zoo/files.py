"""Sources that are files, good and bad, and pages in every character set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.zoo.pages import a_file, page

if TYPE_CHECKING:
    from tests.zoo.server import Reply

CHINESE = "調查顯示，百分之三十七的居民支持興建新的港口，比去年多了一成。"
SIMPLIFIED = "调查显示，百分之三十七的居民支持兴建新的港口，比去年多了一成。"
JAPANESE = "調査によると、住民の三十七パーセントが新しい港の建設を支持している。"
ENGLISH = "The café in Norvik – “The Harbour” – asked 1,200 guests, and 37% said yes."


def a_pdf(text: str = "", *, trailer: bytes = b"") -> bytes:
    """The smallest PDF that shows a line of ASCII, or a picture of nothing."""
    drawn = f"BT /F1 12 Tf 40 700 Td ({text}) Tj ET" if text else "0 0 100 100 re f"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources 6 0 R>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(drawn), drawn.encode("ascii")),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Font<</F1 5 0 R>>>>",
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%b endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 7\n0000000000 65535 f \n"
        + table
        + b"trailer<</Root 1 0 R/Size 7%b>>\nstartxref\n%d\n%%%%EOF" % (trailer, len(body))
    )


# A password that is not the empty one: no key fits to these.
_LOCK = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>/ID[<00><00>]" % (
    b"5a" * 32,
    b"a5" * 32,
)


def _in(charset: str, text: str, *, header: str = "", meta: str = "") -> Reply:
    declared = f'<meta charset="{meta}">' if meta else ""
    body = f"<!doctype html><html><head>{declared}<title>A</title></head><body><p>{text * 3}</p>"
    kind = f"text/html; charset={header}" if header else "text/html"
    return a_file(f"{body}</body></html>".encode(charset), kind)


FILES: dict[str, Reply] = {
    "/ok/pdf": a_file(a_pdf("Norvik has 37 cranes."), "application/pdf"),
    "/ok/pdf-as-bytes": a_file(a_pdf("Norvik has 37 cranes."), "application/octet-stream"),
    "/ok/pdf-as-html": a_file(a_pdf("Norvik has 37 cranes."), "text/html"),
    "/ok/html-as-pdf": a_file(page(), "application/pdf"),
    "/ok/csv": a_file(b"port,cranes\nNorvik,37\n", "text/csv"),
    "/ok/markdown": a_file(b"# Ports\n\nNorvik has 37 cranes.\n", "text/markdown"),
    "/ok/xml": a_file(b"<rss><item>Norvik has 37 cranes.</item></rss>", "application/rss+xml"),
    "/pdf/scanned": a_file(a_pdf(), "application/pdf"),
    "/pdf/locked": a_file(a_pdf("secret", trailer=_LOCK), "application/pdf"),
    "/pdf/broken": a_file(b"%PDF-1.7\nand no more", "application/pdf"),
    "/pdf/cut": a_file(a_pdf("Norvik has 37 cranes.")[:300], "application/pdf"),
    "/charset/utf-8": _in("utf-8", CHINESE, header="utf-8"),
    "/charset/utf-16": _in("utf-16", CHINESE),
    "/charset/utf-16-by-header": _in("utf-16-le", CHINESE, header="utf-16le"),
    "/charset/big5": _in("big5", CHINESE, header="Big5"),
    "/charset/big5-by-meta": _in("big5", CHINESE, meta="big5"),
    "/charset/gb18030": _in("gb18030", SIMPLIFIED, header="gb18030"),
    "/charset/gbk-as-gb2312": _in("gbk", SIMPLIFIED, meta="gb2312"),
    "/charset/shift-jis": _in("cp932", JAPANESE, meta="Shift_JIS"),
    "/charset/euc-jp": _in("euc-jp", JAPANESE, header="euc-jp"),
    "/charset/iso-2022-jp": _in("iso2022-jp", JAPANESE, header="iso-2022-jp"),
    "/charset/windows-1252-as-latin-1": _in("cp1252", ENGLISH, header="iso-8859-1"),
    "/charset/lie/utf-8-as-latin-1": _in("utf-8", CHINESE, header="iso-8859-1"),
    "/charset/lie/utf-8-as-big5": _in("utf-8", CHINESE, header="big5"),
    "/charset/lie/big5-as-utf-8": _in("big5", CHINESE, header="utf-8", meta="big5"),
    "/charset/lie/unknown": _in("utf-8", CHINESE, header="klingon"),
}  # fmt: skip

_BY_CHARSET = (
    ("gb", SIMPLIFIED),
    ("shift", JAPANESE),
    ("euc", JAPANESE),
    ("iso-2022", JAPANESE),
    ("windows", ENGLISH),
    ("", CHINESE),
)
_READ = ("/ok/pdf", "/ok/pdf-as-bytes", "/ok/pdf-as-html", "/ok/markdown", "/ok/xml")
# What the text of a page that comes out right has in it, by the path.
SAYS: dict[str, str] = dict.fromkeys(_READ, "Norvik has 37 cranes") | {
    path: next(text for start, text in _BY_CHARSET if path.rpartition("/")[2].startswith(start))
    for path in FILES
    if path.startswith("/charset/")
}
