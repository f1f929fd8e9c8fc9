"""The documentation as a reader follows it: its blocks of code, and a shell to give them to."""

from __future__ import annotations

import os
import re
import select
import shlex
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from tests.conftest import ROOT
from tests.pipeline.prefect_server import environment, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tests.pipeline.prefect_server import Server as Prefect
    from tests.zoo.server import Server

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(
        page
        for page in (ROOT / "docs").rglob("*.md")
        # What the build writes from the code.
        if not {"reference", "_build"} & set(page.relative_to(ROOT).parts)
    ),
    ROOT / "examples/README.md",
]
# What only prepares for the commands that follow.
PREPARING = frozenset({"cd", "cp", "export", "printf", "sed"})
_PATIENCE_SECONDS = 60
UP_LOG = "up.log"
_BLOCK = re.compile(r"^```(\S*)[^\n]*\n(.*?)^```$|^((?: {4}[^\n]*\n)+)", re.MULTILINE | re.DOTALL)
_INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")


# ------------------------------------------------------------------- what pages say


@dataclass(frozen=True)
class Block:
    """A block of code, and what of: the word behind its fence."""

    kind: str
    text: str


@dataclass(frozen=True)
class Command:
    """What a page has a reader do, by the name that tests know it by, and as a shell takes it."""

    name: str
    line: str


def blocks_of(page: Path) -> list[Block]:
    """The blocks of a page; those that are indented are for the shell."""
    text = page.read_text(encoding="utf-8")
    return [
        Block("sh", indented) if indented else Block(kind, fenced)
        for kind, fenced, indented in _BLOCK.findall(text)
    ]


def commands_of(block: Block) -> Iterator[Command]:
    """The commands of a block for the shell, and those of a file for CI."""
    if block.kind == "sh":
        lines = block.text.replace("\\\n", " ").splitlines()
        bare = (re.sub(r"(^|\s+)#\s.*$", "", line.strip()) for line in lines)
        yield from (Command(line, line) for line in bare if line)
    elif block.kind == "yaml":
        yield from _commands_in(yaml.safe_load(block.text))


def _commands_in(data: Any) -> Iterator[Command]:
    """Whatever a workflow, a pipeline or a list of hooks has run."""
    if isinstance(data, list):
        for one in data:
            yield from _commands_in(one)
    if not isinstance(data, dict):
        return
    for key, value in data.items():
        if key in {"script", "run", "before_script", "after_script"}:
            lines = [value] if isinstance(value, str) else value
            yield from (Command(line, line) for line in lines)
        elif key == "uses" and value.startswith("citewatch/"):
            yield from steps_of_the_action(data.get("with", {}))
        elif key == "hooks":
            yield from (_hook(one["id"]) for one in value)
        else:
            yield from _commands_in(value)


def _hook(name: str) -> Command:
    """What pre-commit runs: the entry, and the files that are to be committed."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (entry,) = (one["entry"] for one in hooks if one["id"] == name)
    return Command(f"the hook {name}", f"{entry} docs/*.md README.md")


def steps_of_the_action(given: Mapping[str, str], base: str = "") -> Iterator[Command]:
    """The scripts of our action, as GitHub runs them; `base` is what a change stands on."""
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    inputs = {name: one["default"] for name, one in action["inputs"].items()} | dict(given)
    for step in action["runs"]["steps"]:
        if "run" in step:
            values = {
                name: inputs[found[1]] if (found := _INPUT.fullmatch(text)) else base
                for name, text in step.get("env", {}).items()
            }
            words = ["env", *(f"{name}={value}" for name, value in values.items())]
            words += ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
            yield Command(f"the action's step: {step['name']}", shlex.join(words))


# ------------------------------------------------------------------- who follows them


@dataclass(frozen=True)
class Done:
    """How a command has ended, and all that it said."""

    code: int
    told: str


class Shell:
    """Takes one command after the other: what one exports or starts is there for the next."""

    _MARK = "--- this command has ended with "

    def __init__(self, folder: Path, own: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            ["bash", "--norc"], cwd=folder, env=dict(own), stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        # With jobs, as where somebody types: what runs in the background can be interrupted.
        self.run("set -m")

    def run(self, line: str) -> Done:
        """Run a line, which finds nothing on its standard input."""
        assert self._process.stdin is not None
        end = f"printf '\\n{self._MARK}%s\\n' $?"
        self._process.stdin.write(f"eval {shlex.quote(line)} </dev/null\n{end}\n".encode())
        self._process.stdin.flush()
        told, _, rest = self._until_the_mark(line).rpartition(f"\n{self._MARK}")
        # Behind the mark a shell may still tell that a job has ended.
        return Done(int(rest.partition("\n")[0]), told)

    def _until_the_mark(self, line: str) -> str:
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        data = b""
        while not re.search(rb"\n%b\d+\n" % self._MARK.encode(), data):
            is_ready, _, _ = select.select([pipe], [], [], _PATIENCE_SECONDS)
            more = os.read(pipe, 2**16) if is_ready else b""
            assert more, f"{line}\nsays no more after:\n{data.decode()}"
            data += more
        return data.decode()

    def close(self) -> None:
        """End the shell, and all that was started in it."""
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                # Behind the name of the program: its state, parent, group and session.
                session = stat.read_text().rpartition(")")[2].split()[3]
                if int(session) == self._process.pid:
                    os.kill(int(stat.parent.name), signal.SIGKILL)
        with self._process:
            pass


@contextmanager
def a_shell(folder: Path, home: Path, **more: str) -> Iterator[Shell]:
    """Give a shell of somebody who has installed citewatch, and nothing else of ours."""
    theirs = {
        name: value
        for name, value in environment(home, **more).items()
        if not name.startswith(("CITEWATCH_", "GITHUB_")) and name != "PREFECT_API_URL"
    }
    shell = Shell(
        folder,
        theirs
        | {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "HOME": str(home),
            "COLUMNS": "80",
            # What opens a browser opens nothing.
            "BROWSER": "true",
        },
    )
    try:
        yield shell
    finally:
        shell.close()


@dataclass(frozen=True)
class Effect:
    """What a command does; a test of the documentation fails where it does not.

    `then` looks at what else is to be seen. What is `up` runs until it is stopped: it says these
    words, and is ended. `instead` is done in the command's place.
    """

    says: tuple[str, ...] = ()
    code: int = 0
    writes: tuple[str, ...] = ()
    asks_nobody: bool = False
    up: str = ""
    first: Callable[[Reader], None] | None = None
    then: Callable[[Reader], None] | None = None
    instead: Callable[[Reader], None] | None = None


@dataclass(frozen=True)
class Following:
    """How a page is followed: what its reader has, and what its commands do.

    A command that a page gives twice has two effects. `settings` stand before those of the page.
    """

    effects: Mapping[str, Effect | tuple[Effect, ...]]
    has: Callable[[Reader], None]
    settings: str = 'allow_private_net = ["127.0.0.0/8"]\nhost_request_interval = "0s"\n'


@dataclass
class Reader:
    """Somebody in a folder with a shell, beside a site that has what documents cite.

    `own_words` are what they write where the page has an example's: hosts, ports, times.
    """

    folder: Path
    shell: Shell
    site: Server
    own_words: Mapping[str, str] = field(default_factory=dict)
    told: str = ""
    wrote: list[str] = field(default_factory=list)
    # What is there for the pages that speak of it.
    prefect: Prefect | None = None
    messages: Sequence[Mapping[str, Any]] = ()
    database: str = ""

    def put(self, name: str, text: str) -> None:
        """Write a file, with words of their own."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.in_own_words(text), encoding="utf-8")
        self.wrote.append(text)

    def in_own_words(self, text: str) -> str:
        """What a page says, with their hosts and ports."""
        theirs = "|".join(map(re.escape, self.own_words))
        return re.sub(theirs, lambda found: self.own_words[found[0]], text)

    def here(self, name: str) -> Path:
        """Where a file is for the shell, which has gone elsewhere perhaps."""
        return Path(self.shell.run("pwd").told.strip()) / name

    def says_in(self, name: str) -> str:
        """What something in the background has written into a file, once that is there."""
        path = self.here(name)
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def follow(self, page: Path, following: Following, is_run: Callable[[Command], bool]) -> None:
        """Do all that a page says, with the settings that it shows."""
        following.has(self)
        blocks = blocks_of(page)
        shown = [block.text for block in blocks if block.kind == "toml"]
        if settings := "\n".join(filter(None, [following.settings, *shown])):
            self.put("citewatch.toml", settings)
        effects = {
            name: iter(one if isinstance(one, tuple) else (one,))
            for name, one in following.effects.items()
        }
        for command in filter(is_run, (each for block in blocks for each in commands_of(block))):
            self.give(command, next(effects.get(command.name, iter((Effect(),)))))
        for text in (block.text for block in blocks if block.kind == "text"):
            assert self.in_own_words(text) in self.told or text in self.wrote, text

    def give(self, command: Command, effect: Effect) -> None:
        """Do what a page says, and see that it has the effect."""
        if effect.first:
            effect.first(self)
        asked = len(self.site.asked)
        if effect.instead:
            effect.instead(self)
        elif effect.up:
            self._start(self.in_own_words(command.line), effect.up)
        else:
            self._run(self.in_own_words(command.line), effect)
        if effect.asks_nobody:
            assert len(self.site.asked) == asked, command.name
        if effect.then:
            effect.then(self)
        if effect.up:
            self._stop()

    def _run(self, line: str, effect: Effect) -> None:
        done = self.shell.run(line)
        whole = f"$ {line}\n{done.told}\n"
        assert done.code == effect.code, whole
        assert "Traceback" not in done.told, whole
        for words in effect.says:
            assert self.in_own_words(words) in done.told, whole
        for name in effect.writes:
            assert self.here(name).exists(), whole
        self.told += whole

    def _start(self, line: str, words: str) -> None:
        assert self.shell.run(f"{line} > {UP_LOG} 2>&1 &").code == 0

        def is_up() -> bool:
            is_running = self.shell.run("kill -0 $!").code == 0
            told = self.says_in(UP_LOG)
            assert is_running or words in told, f"$ {line}\n{told}"
            return words in told

        wait_for(is_up, seconds=_PATIENCE_SECONDS)

    def _stop(self) -> None:
        code = self.shell.run("kill $!; wait $!").code
        told = self.says_in(UP_LOG)
        assert code in {0, 128 + signal.SIGTERM}, told
        assert "Traceback" not in told, told
