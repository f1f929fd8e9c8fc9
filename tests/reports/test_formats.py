from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reports.formats import FORMATS
from tests.reports.makers import a_report, a_rich_report

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
