"""Pack the pages of the examples into `demo.warc.gz`; the same pages give the same bytes.

Run from anywhere: `python examples/pack.py`.
"""

from __future__ import annotations

import tomllib
import uuid
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
PAGES = HERE / "pages"


def main() -> None:
    """Write the archive beside this file."""
    index = tomllib.loads((PAGES / "index.toml").read_text(encoding="utf-8"))
    hosts = dict.fromkeys(urlsplit(page["url"]).netloc for page in index["page"])
    robots = [
        {"url": f"https://{host}/robots.txt", "status": "404 Not Found", "type": "text/plain"}
        for host in hosts
    ]
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    for number, page in enumerate([*robots, *index["page"]]):
        _write(writer, page, index["recorded_at"] + timedelta(seconds=number))
    (HERE / "demo.warc.gz").write_bytes(buffer.getvalue())
    print(f"packed {len(index['page'])} pages into {HERE / 'demo.warc.gz'}")


def _write(writer: WARCWriter, page: dict[str, Any], recorded_at: datetime) -> None:
    body = (PAGES / page["file"]).read_bytes() if "file" in page else b""
    media_type = page.get("type", "text/html; charset=utf-8")
    if media_type == "application/pdf":
        body = pdf_of(body.decode("ascii"))
    headers = [("Content-Type", media_type), ("Content-Length", str(len(body)))]
    if "location" in page:
        headers.append(("Location", page["location"]))
    record = writer.create_warc_record(
        page["url"],
        "response",
        payload=BytesIO(body),
        http_headers=StatusAndHeaders(page.get("status", "200 OK"), headers, protocol="HTTP/1.1"),
        warc_headers_dict={
            "WARC-Date": recorded_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, page['url'])}>",
        },
    )
    writer.write_record(record)


def pdf_of(text: str) -> bytes:
    """One page of plain text as a PDF."""
    lines = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
             for line in text.rstrip().split("\n")]  # fmt: skip
    stream = "BT /F1 11 Tf 56 780 Td 16 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    title = lines[0]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            " /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({title}) /CreationDate (D:20240828090000Z) >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode("ascii")
    out += f"trailer\n<< /Size {size} /Root 1 0 R /Info 6 0 R >>\n".encode("ascii")
    return out + f"startxref\n{start}\n%%EOF\n".encode("ascii")


if __name__ == "__main__":
    main()
