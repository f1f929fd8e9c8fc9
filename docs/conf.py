"""How the documentation is built: `make docs`, offline, with warnings as errors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from reference_pages import write_reference  # noqa: E402  # only with the path above

from pipeline import __version__  # noqa: E402

project = "citewatch"
author = "The citewatch authors"
release = version = __version__
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "citewatch"
html_show_copyright = False
html_show_sourcelink = False
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "deflist"]
# A link that leads nowhere is a warning, and so an error.
nitpicky = True


def setup(app: Any) -> None:
    """Write the reference from the code before anything is read."""
    app.connect("builder-inited", lambda _app: write_reference(HERE / "reference"))
