"""Imported by the process that all readers are forked from, before any of them.

A reader that is just starting when its run is stopped finds the run's semaphores gone, and would
write a traceback after the run has said all there is to say. What ends a reader is told by the run:
the bodies it was to read are given up with a reason.
"""

from __future__ import annotations

import sys


def _say_nothing(*_: object) -> None:
    pass


sys.excepthook = _say_nothing
