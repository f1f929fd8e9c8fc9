from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reports.formats import ENOUGH_TO_TELL, FORMATS, LINK_FORMATS, is_report
from tests.reports.makers import a_report, a_rich_report, a_settled_report

if TYPE_CHECKING:
    from reports.formats import Render

_ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", FORMATS)
def test_same_report_is_rendered_to_the_same_bytes(name: str) -> None:
    assert FORMATS[name](a_rich_report()) == FORMATS[name](a_rich_report())


@pytest.mark.parametrize("name", FORMATS)
def test_report_without_documents_is_rendered(name: str) -> None:
    assert FORMATS[name](a_report()).endswith("\n")


@pytest.mark.parametrize("name", ["json", "text"])
def test_plain_formats_do_not_wait_for_the_template_engine(name: str) -> None:
    program = (
        "import sys\n"
        "from reports.formats import FORMATS\n"
        "from tests.reports.makers import a_rich_report\n"
        f"FORMATS[{name!r}](a_rich_report())\n"
        "assert 'jinja2' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=_ROOT)


_IN_FORMS_OF_DOCUMENTS = [
    *((FORMATS, name) for name in ("text", "html", "github", "markdown", "github-issue")),
    *((LINK_FORMATS, name) for name in ("text", "github", "markdown", "github-issue")),
]


def _is_report(text: str) -> bool:
    data = text.encode()
    return is_report(data[:ENOUGH_TO_TELL], data[-ENOUGH_TO_TELL:])


@pytest.mark.parametrize(("formats", "name"), _IN_FORMS_OF_DOCUMENTS)
def test_a_report_is_told_from_a_document(formats: dict[str, Render], name: str) -> None:
    rich = a_rich_report()
    for report in (
        rich,
        a_settled_report(),
        a_report(),
        a_report(*rich.documents),
        a_report(sources=[one.source for one in rich.sources]),
        replace(rich, problems=()),
    ):
        assert _is_report(formats[name](report))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Citation check\n\nIt rose by 5% in 2020, says nobody.\n",
        "We read 12 documents, 3 sources\n",
        "3 errors. The port was checked by nobody.\n",
        f"What it prints:\n\n```\n{FORMATS['text'](a_rich_report())}```\n",
    ],
)
def test_a_document_is_told_from_a_report(text: str) -> None:
    assert not _is_report(text)
