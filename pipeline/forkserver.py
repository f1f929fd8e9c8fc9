"""Processes that copy none of this one's threads, locks and sockets, nor run its program again."""

from __future__ import annotations

from multiprocessing import popen_forkserver, spawn
from multiprocessing.context import ForkServerContext, ForkServerProcess
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_LAUNCHING = Lock()


class _Popen(popen_forkserver.Popen):
    """Starts a process that does not import this one's main module.

    It would do so in case its work comes from there, which ours never does. It may be a script
    that does not expect it, or standard input, which cannot be imported at all.
    """

    def _launch(self, process_obj: BaseProcess) -> None:
        with _LAUNCHING:
            prepare = spawn.get_preparation_data

            def without_main(name: str) -> dict[str, Any]:
                found = prepare(name).items()
                return {key: value for key, value in found if not key.startswith("init_main")}

            spawn.get_preparation_data = without_main
            try:
                super()._launch(process_obj)  # type: ignore[misc]
            finally:
                spawn.get_preparation_data = prepare


class _Process(ForkServerProcess):
    @staticmethod
    def _Popen(process_obj: BaseProcess) -> Any:  # noqa: N802  # the base class's name for it
        return _Popen(process_obj)


class Context(ForkServerContext):
    """Starts processes by a server that forks, each without this program's main module."""

    Process = _Process
