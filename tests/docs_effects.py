"""What the commands of each page do, for a reader who has the files that the page names."""

from __future__ import annotations

import re
import shlex
import shutil
import socket
import sys
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen
from zoneinfo import ZoneInfo

from apprise import Apprise
from sqlalchemy import create_engine, select, update

from claims.errors import BadUsage
from pipeline.config import ANY_BROWSER
from spiders.browser import find_browser
from storage.tables import Utc, metadata
from tests.claims.test_binary_formats import a_docx, paragraph, run
from tests.conftest import ROOT
from tests.docs_commands import UP_LOG, Command, Effect, Following, Reader, blocks_of
from tests.pipeline.prefect_server import START, STOP, free_port, wait_for
from tests.zoo.files import a_pdf
from tests.zoo.pages import a_page
from tests.zoo.server import HTML, Reply, Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.pipeline.local_hook import LocalHook

SCHEDULE = ROOT / "examples" / "schedule"
MAIL = "mailto://user:password@mail.example/?to=desk@paper.example"
NEVER = '"0 0 1 1 *"'

# What no test runs, by how it begins, and why.
NOT_RUN = {
    "python3 -m venv ": "what follows installs into it",
    ". .venv/bin/activate": "nothing is installed there",
    "pip install ": "asks a package index",
    "the action's step: Install citewatch": "asks a package index",
    "make test": "runs all tests, and so itself",
    "make check": "runs all tests, and so itself",
    "docker run ": "asks for an image from elsewhere",
    "gh issue edit ": "asks GitHub",
}


def is_run(command: Command) -> bool:
    """Whether a test runs it."""
    return not command.name.startswith(tuple(NOT_RUN))


# ------------------------------------------------------------------- what readers have


@contextmanager
def a_site() -> Iterator[Server]:
    """The site of the examples, documents on the web, and an archive that has what is gone."""
    pages = {
        f"/{file.name}": Reply(200, file.read_bytes()) for file in SCHEDULE.glob("site/*.html")
    }
    copied = (HTML, ("Memento-Datetime", "Sat, 01 Jun 2024 00:00:00 GMT"))
    with Server() as site:
        source = site.url("/harbour.html")
        site.cases = pages | {
            "/lines.html": a_page(
                "<p>Norvik Ferries carried 412,000 passengers in 2025. Tallin Lines carried 398,000"
                " passengers in 2025.</p>"
            ),
            "/report": a_page(f'<p>The harbour has <a href="{source}">37 cranes</a>.</p>'),
            "/report.pdf": Reply(
                200,
                a_pdf(f"The harbour has 37 cranes {source}"),
                (("Content-Type", "application/pdf"),),
            ),
            f"/gate/{site.url('/gone.html')}": Reply(302, headers=(("Location", "/copy"),)),
            "/copy": Reply(200, pages["/harbour.html"].body, copied),
        }
        yield site


def own_words(site: Server, hook: LocalHook, database: str) -> dict[str, str]:
    """What a reader writes where pages have an example's hosts, ports and hours."""
    hour = datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(hours=2)
    return {
        "8040": str(free_port()),
        "8041": str(free_port()),
        "https://example.org": site.url(""),
        "wiki.corp.example": "127.0.0.1",
        "10.20.0.0/16": "127.0.0.0/8",
        "--cookie-jar": "--allow-private-net 127.0.0.0/8 --cookie-jar",
        "https://web.archive.example/web/": "",
        "--archive": f"--archive {site.url('/gate/')}",
        # To send mail, Python asks for this machine's name, perhaps of a server elsewhere.
        MAIL: hook.url,
        "postgresql+psycopg://postgres:secret@127.0.0.1/postgres": shlex.quote(database),
        # Every minute is too seldom for a test: it has the server make a run.
        '"* * * * *"': NEVER,
        # Whenever this is read, it is no quiet hour.
        "22:00-07:00": f"{hour:%H}:00-{hour:%H}:59",
    }


def the_examples(reader: Reader) -> None:
    """The folder of a checkout that the tutorials begin in."""
    shutil.copytree(ROOT / "examples", reader.folder / "examples")
    for name in ("norvik.md", "citewatch.toml"):
        reader.put(f"examples/schedule/{name}", (SCHEDULE / name).read_text("utf-8"))


def a_note(reader: Reader, path: str, claim: str, page: str = "/harbour.html") -> None:
    """A document of one sentence, whose last two words are a link."""
    start, *linked = claim.rsplit(" ", 2)
    reader.put(path, f"{start} [{' '.join(linked)}]({reader.site.url(page)}).\n")


def notes(reader: Reader) -> None:
    """A folder of notes, and a name for what they speak of."""
    a_note(reader, "notes/note.md", "The harbour has 37 cranes")
    (table,) = (
        block.text for block in blocks_of(ROOT / "docs/how-to/aliases.md") if block.kind == "text"
    )
    reader.put("names.tsv", table)


def a_desk(reader: Reader) -> None:
    """What the README speaks of, where `make` has everything set up already."""
    the_examples(reader)
    notes(reader)
    a_note(reader, "report.md", "The harbour has 39 cranes")
    pair = '{"id": "1", "claim": "It has 37 cranes.", "source_text": "It has 37 cranes."}'
    reader.put("pairs.jsonl", f"{pair}\n")
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, reader.folder)
    (reader.folder / ".venv").mkdir()
    (reader.folder / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    (reader.folder / ".venv" / ".installed").touch()


def a_repository(reader: Reader) -> None:
    """A repository of documents, one of whose sources is gone."""
    a_note(reader, "docs/harbour.md", "The harbour has 37 cranes")
    a_note(reader, "docs/old.md", "The harbour was founded in 1850", "/gone.html")
    a_note(reader, "README.md", "The ferries carried 412,000 passengers", "/ferries.html")
    assert reader.shell.run("git init -q && export GITHUB_STEP_SUMMARY=summary.md").code == 0


def a_note_on_nfl(reader: Reader) -> None:
    """A wrong claim on a company, which its source calls by another name, beside a competitor."""
    notes(reader)
    a_note(reader, "notes/note.md", "In 2025 NFL carried 398,000 passengers", "/lines.html")


def a_note_on_what_is_gone(reader: Reader) -> None:
    """A source that only an archive has."""
    a_note(reader, "notes/note.md", "The harbour has 37 cranes", "/gone.html")


def many_formats(reader: Reader) -> None:
    """The same claim in a document of each kind."""
    source = reader.site.url("/harbour.html")
    notes(reader)
    reader.put("paper.tex", "The harbour has 37 cranes \\cite{a}.\n\\bibliography{refs}\n")
    reader.put("refs.bib", f"@misc{{a, url={{{source}}}}}\n")
    reader.put("claims.csv", f"claim,url\nThe harbour has 37 cranes.,{source}\n")
    pdf = a_pdf(f"The harbour has 37 cranes {source}")
    (reader.folder / "report.pdf").write_bytes(pdf)
    linked = f'<w:hyperlink r:id="l1">{run("37 cranes")}</w:hyperlink>'
    docx = a_docx(paragraph(run("The harbour has "), linked, run(".")), {"l1": source})
    (reader.folder / "memo.docx").write_bytes(docx)


def a_handbook(reader: Reader) -> None:
    """Documents that cite a private host, and the cookies of a browser that is logged in there."""
    notes(reader)
    a_note(reader, "handbook/ferries.md", "The ferries carried 412,000 passengers", "/ferries.html")
    reader.put(
        "cookies.txt", "# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\tdesk\topen\n"
    )


# ------------------------------------------------------------------- what is seen to happen


def time_passes(database: str, span: timedelta) -> None:
    """All that is kept has been kept for longer."""
    engine = create_engine(database)
    with engine.begin() as connection:
        for table in metadata.tables.values():
            keys = [column for column in table.columns if column.primary_key]
            times = [column for column in table.columns if isinstance(column.type, Utc)]
            for row in connection.execute(select(*keys, *times)).mappings() if times else ():
                is_it = [key == row[key] for key in keys]
                earlier = {time: row[time] - span for time in times if row[time]}
                connection.execute(update(table).where(*is_it).values(earlier))
    engine.dispose()


def answers(reader: Reader, port: str) -> bool:
    """Whether somebody listens at a port that a page names."""
    with closing(socket.socket()) as one:
        return one.connect_ex(("127.0.0.1", int(reader.in_own_words(port)))) == 0


def the_site_is_up(port: str) -> Callable[[Reader], None]:
    """Wait for what was started in the background, as a reader does who types."""
    return lambda reader: wait_for(lambda: answers(reader, port), seconds=30)


def the_site_is_down(reader: Reader) -> None:
    """What was started in the background has been ended."""
    wait_for(lambda: not answers(reader, "8040"), seconds=30)


def the_server_is_up(reader: Reader) -> None:
    """Whoever shares it goes on with it."""
    assert reader.prefect is not None
    assert reader.prefect.is_up()


def the_schedule_makes_a_run(reader: Reader) -> None:
    """Its first, in which all is well."""
    assert reader.prefect is not None
    wait_for(lambda: BEING_SERVED in reader.says_in("schedule.log"), seconds=60)
    made = reader.prefect.ask(DEPLOYMENT.format("citewatch"))
    assert [f'"{one["schedule"]["cron"]}"' for one in made["schedules"]] == [NEVER]
    ended = reader.prefect.ended(reader.prefect.run("citewatch"))
    assert ended == ("Completed", "0 errors, 0 lesser alerts")
    assert reader.here("citewatch-report/report.html").exists()


DEPLOYMENT = "/deployments/name/citewatch%20check/{}"


def the_next_run_comes(reader: Reader) -> None:
    """Ninety seconds later."""
    assert reader.prefect is not None
    time_passes(f"sqlite:///{reader.here('.citewatch/citewatch.db')}", timedelta(seconds=90))
    ended = reader.prefect.ended(reader.prefect.run("citewatch"))
    assert ended == ("Findings", "1 error, 0 lesser alerts")


def the_ferries_change_again(reader: Reader) -> None:
    """The page has ended its site: a reader who goes on has it running, and something to tell."""
    start = reader.in_own_words(SITE_STARTS.format("8040", "site"))
    assert reader.shell.run(start).code == 0
    the_site_is_up("8040")(reader)
    time_passes(f"sqlite:///{reader.here('.citewatch/citewatch.db')}", timedelta(seconds=90))
    page = reader.here("site/ferries.html")
    page.write_text(page.read_text().replace("398,000", "381,000"))


def it_is_told(reader: Reader) -> None:
    """Of the source that changed; and the address on the page is one."""
    (message,) = reader.messages
    assert "the source says “381,000” where it said “398,000”" in message["message"]
    assert Apprise().add(MAIL)


def half_a_year_passes(reader: Reader) -> None:
    """In the store of the schedule, of which there is something to let go."""
    assert reader.shell.run("unset CITEWATCH_DB").code == 0
    time_passes(f"sqlite:///{reader.here('.citewatch/citewatch.db')}", timedelta(days=200))


def the_schedule_ends(reader: Reader) -> None:
    """By itself, once it is told to."""
    wait_for(lambda: "schedule" not in reader.shell.run("jobs -r").told, seconds=30)


def it_is_deployed(reader: Reader) -> None:
    """As prefect.yaml has it."""
    assert reader.prefect is not None
    made = reader.prefect.ask(DEPLOYMENT.format("nightly"))
    assert made["entrypoint"] == "pipeline.flows.check"
    assert made["work_pool_name"] == "citewatch"
    assert [one["schedule"]["cron"] for one in made["schedules"]] == ["30 3 * * *"]
    assert made["global_concurrency_limit"]["limit"] == 1


def the_page_is_served(reader: Reader) -> None:
    """At the address that `review` tells, and with a token in it."""
    (address,) = re.findall(r"http://127\.0\.0\.1:\d+/\S+", reader.says_in(UP_LOG))
    with urlopen(address, timeout=30) as page:
        assert "37 cranes" in page.read().decode()


def the_host_is_sent(name: str, value: str) -> Callable[[Reader], None]:
    """A header, with each request for a page."""
    return lambda reader: _was_sent(reader, name, value)


def _was_sent(reader: Reader, name: str, value: str) -> None:
    asked = reader.site.asked[-1]
    assert asked.headers.get(name) == value


def the_baseline_is_added(reader: Reader) -> None:
    """To what will be committed."""
    added = reader.shell.run("git diff --cached --name-only").told
    assert added.split() == ["citewatch-baseline.json"]


# ------------------------------------------------------------------- the pages


BEING_SERVED = "is being served"
SUPPORTED = Effect(says=("1 supported",))
REPLAYED = Effect(says=("1 supported",), asks_nobody=True)
REVIEW = Effect(up="Ctrl-C ends the review", then=the_page_is_served, asks_nobody=True)
# All tests share a server, which a fixture starts and stops with these very words.
STARTED = Effect(instead=the_server_is_up)
SITE_STARTS = "python3 -m http.server {} --bind 127.0.0.1 --directory {} > site.log 2>&1 &"


def without_a_browser() -> str:
    """What is said of `--browser` on a machine that has none."""
    try:
        find_browser(ANY_BROWSER)
    except BadUsage as error:
        return str(error)
    return ""


FOLLOWING = {
    "README.md": Following(
        {
            "make demo": Effect(writes=("citewatch-report/report.html",), asks_nobody=True),
            "citewatch check notes/ report.md": Effect(
                code=1, says=("the source says 37, not 39",)
            ),
            "citewatch check notes/ -o out": Effect(writes=("out/report.html", "out/report.json")),
            "citewatch check notes/ --record run.warc.gz": Effect(writes=("run.warc.gz",)),
            "citewatch check notes/ --replay run.warc.gz": REPLAYED,
            "citewatch check https://example.org/report": SUPPORTED,
            "citewatch links notes/": Effect(says=("1 source: 1 read",)),
            "citewatch extract report.md": Effect(says=("The harbour has 39",), asks_nobody=True),
            "citewatch extract report.md --dump": Effect(says=("/harbour.html",), asks_nobody=True),
            "citewatch verify pairs.jsonl": Effect(says=('"supported"',), asks_nobody=True),
            "citewatch report -f html=again.html": Effect(writes=("again.html",), asks_nobody=True),
            "citewatch review": REVIEW,
            "citewatch diff": Effect(says=("claims: 1 as before",), asks_nobody=True),
            "citewatch sources --only dead": Effect(says=("no source is dead",), asks_nobody=True),
            "citewatch doctor": Effect(says=("citewatch.db: 6 runs",), asks_nobody=True),
            "citewatch --help": Effect(),
            START: STARTED,
            'citewatch schedule notes/ --cron "0 6 * * 1" -o out --notify': Effect(up=BEING_SERVED),
        },
        has=a_desk,
    ),
    "examples/README.md": Following(
        {
            "citewatch check examples/ --replay examples/demo.warc.gz": Effect(
                code=1, says=("the source says 44,500, not 64,500",), asks_nobody=True
            ),
        },
        has=the_examples,
    ),
    "docs/tutorial.md": Following(
        {
            "citewatch check examples/ --replay examples/demo.warc.gz --fail-on none"
            " -o report": Effect(writes=("report/report.html",), asks_nobody=True),
            SITE_STARTS.format("8041", "examples/schedule/site"): Effect(
                then=the_site_is_up("8041")
            ),
            "citewatch check note.md": Effect(says=("address not allowed",)),
            "citewatch check note.md --allow-private-net 127.0.0.0/8": (
                SUPPORTED,
                Effect(code=1, says=("1 contradicted",)),
            ),
            "citewatch diff": Effect(),
        },
        has=the_examples,
        settings="",
    ),
    "docs/ci.md": Following(
        {
            "citewatch check docs/ --update-baseline": Effect(writes=("citewatch-baseline.json",)),
            "git add citewatch-baseline.json": Effect(then=the_baseline_is_added),
            "the action's step: Check the citations": Effect(
                says=("1 note, 1 known",), writes=("citewatch.sarif", "summary.md")
            ),
            "citewatch check docs/ -f text -f junit=citations.xml -f html=citations.html": Effect(
                code=1, says=("1 supported",), writes=("citations.xml", "citations.html")
            ),
            "the hook citewatch-links": Effect(code=1, says=("/gone.html",)),
        },
        has=a_repository,
    ),
    "docs/scheduling.md": Following(
        {
            SITE_STARTS.format("8040", "site"): Effect(then=the_site_is_up("8040")),
            START: STARTED,
            'citewatch schedule norvik.md -c citewatch.toml --cron "* * * * *"'
            " -o citewatch-report > schedule.log 2>&1 &": Effect(then=the_schedule_makes_a_run),
            "sleep 90": Effect(instead=the_next_run_comes),
            "citewatch diff --since 90s": Effect(),
            "kill %2": Effect(then=the_schedule_ends),
            STOP: STARTED,
            "kill %1": Effect(then=the_site_is_down),
            "citewatch check norvik.md --notify": Effect(
                code=1, first=the_ferries_change_again, then=it_is_told
            ),
            "citewatch check . -f github-issue=issue.md --fail-on none": Effect(
                says=("3 documents",), writes=("issue.md",)
            ),
            "prefect work-pool create citewatch --type process": Effect(
                says=("Created work pool",)
            ),
            "prefect deploy --all --no-prompt": Effect(then=it_is_deployed),
            "prefect worker start --pool citewatch": Effect(up="started!"),
            "citewatch doctor": Effect(says=(": 0 runs", "4200 is healthy", "1 address")),
            "citewatch check . --prefect --task-runner processes --shards 4": Effect(
                code=1, says=("3 documents", "1 contradicted")
            ),
            "citewatch prune --older-than 180d --keep-runs 30": Effect(
                first=half_a_year_passes, says=("let go of 0 runs, 4 answers",)
            ),
            "citewatch export -o history.jsonl": Effect(writes=("history.jsonl",)),
        },
        has=the_examples,
    ),
    "docs/how-to/aliases.md": Following(
        {
            "citewatch check notes/ --aliases names.tsv": Effect(
                code=1, says=("the source says 412,000, not 398,000",)
            ),
        },
        has=a_note_on_nfl,
    ),
    "docs/how-to/archives.md": Following(
        {
            "citewatch check notes/ --record run.warc.gz": Effect(code=1, writes=("run.warc.gz",)),
            "citewatch check notes/ --replay run.warc.gz": Effect(code=1, asks_nobody=True),
            "citewatch check notes/ --archive": Effect(code=1, says=("1 unverifiable", "/copy")),
            "citewatch check notes/ --archive --use-archive": Effect(
                code=1, says=("1 supported", "/copy")
            ),
            "citewatch check notes/ --archive https://web.archive.example/web/": Effect(
                code=1, says=("1 unverifiable", "/copy")
            ),
        },
        has=a_note_on_what_is_gone,
    ),
    "docs/how-to/files.md": Following(
        {
            "citewatch check paper.tex report.pdf memo.docx": Effect(says=("3 supported",)),
            "citewatch check claims.csv": SUPPORTED,
            "citewatch check https://example.org/report.pdf": SUPPORTED,
            "citewatch check notes/ --browser": Effect(code=2, says=(without_a_browser(),))
            if without_a_browser()
            else SUPPORTED,
        },
        has=many_formats,
    ),
    "docs/how-to/private-hosts.md": Following(
        {
            "citewatch check handbook/ --allow-private-net 10.20.0.0/16": Effect(
                says=("1 supported",),
                then=the_host_is_sent("authorization", "Bearer ..."),
            ),
            "citewatch check notes/ --cookie-jar cookies.txt": Effect(
                says=("1 supported",), then=the_host_is_sent("cookie", "desk=open")
            ),
        },
        has=a_handbook,
        settings="",
    ),
    "docs/how-to/review.md": Following(
        {"citewatch check notes/": SUPPORTED, "citewatch review": REVIEW}, has=notes
    ),
}
