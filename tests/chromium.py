"""The Chromium that tests drive, and what to do without one."""

from __future__ import annotations

import os
import shutil

import pytest

# Where this is set the tests have to run; elsewhere they are left out without a Chromium.
_WANTED = os.environ.get("CITEWATCH_TEST_BROWSER", "")
_NAMES = (_WANTED,) if _WANTED else ("chromium", "chromium-browser")
PROGRAM = next(filter(None, map(shutil.which, _NAMES)), _WANTED)
needs_chromium = pytest.mark.skipif(not PROGRAM, reason="no Chromium is installed")
# Nobody listens there: whatever a page asks for goes nowhere.
NO_NETWORK = ("--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>")
