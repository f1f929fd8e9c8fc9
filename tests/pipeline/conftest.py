"""One Prefect server for all tests that need one: it takes ten seconds to start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pipeline.prefect_server import a_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.pipeline.prefect_server import Server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with a_server(tmp_path_factory.mktemp("prefect")) as found:
        yield found
