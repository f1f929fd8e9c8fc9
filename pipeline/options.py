"""The command line's words: every option with its help, in one place."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from claims.errors import BadUsage
from pipeline import __version__
from pipeline.config import ANY_BROWSER, DEFAULT_TIMEGATE, FAILURES, LANGUAGES, TASK_RUNNERS
from pipeline.telling import LOG_FORMATS

# The names of `claims.documents.READERS`, whose import would slow `--version` down.
STDIN_FORMATS = (
    "csv", "docx", "html", "jsonl", "latex", "markdown", "notebook", "pdf", "plain",
    "restructuredtext",
)  # fmt: skip

_EPILOG = """\
exit codes:
  0  nothing at or above --fail-on
  1  findings
  2  could not run: usage, configuration, unreadable input, nothing to check
  130, 143  stopped by Ctrl-C, or asked to end; what was fetched is kept
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise BadUsage(f"{self.prog}: {message}; see {self.prog} --help")


def build_parser() -> argparse.ArgumentParser:
    """The parser of `citewatch` and its commands."""
    parser = _Parser(
        prog="citewatch",
        description="Check whether the sources that a document cites say what the document says.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"citewatch {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_check(commands)
    _add_links(commands)
    _add_extract(commands)
    _add_verify(commands)
    _add_report(commands)
    _add_review(commands)
    _add_looking_back(commands)
    _add_schedule(commands)
    _add_notify(commands)
    _add_doctor(commands)
    _add_completion(commands)
    return parser


def _add_check(commands: Any) -> None:
    check = commands.add_parser(
        "check",
        help="fetch the cited sources and judge every claim",
        description="Fetch the sources that documents cite and judge every claim against them.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_documents(check, nargs="*")
    _add_output(
        check,
        verbose="show supported claims too, in the text, and list cited URLs without a claim",
    )
    _add_choice(check, empty="a run without claims is no error")
    _add_tiers(check)
    fetch = _add_fetching(check)
    fetch.add_argument(
        "--use-archive",
        action="store_true",
        default=None,
        help="read archived copies in place of what is broken (with --archive)",
    )
    where = _add_running(check)
    where.add_argument("--prefect", action="store_true", help="run as a Prefect flow")
    _add_sharing(where)


def _add_links(commands: Any) -> None:
    links = commands.add_parser(
        "links",
        help="tell what became of every cited source, and no more",
        description="Fetch the sources that documents cite and tell what became of each, without"
        " reading them or judging a claim.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_documents(links, nargs="*")
    _add_output(
        links,
        formats="text, json, sarif, junit, github, github-issue, markdown or atom",
        usual="json",
        verbose="show what is fine too, in the text",
    )
    _add_choice(links, empty="documents that cite nothing are no error")
    _add_fetching(links)
    _add_running(links)


def _add_choice(command: argparse.ArgumentParser, *, empty: str) -> None:
    run = command.add_argument_group("what counts")
    run.add_argument(
        "--fail-on",
        metavar="LIST",
        type=_commas,
        help=f"exit 1 on these, of {', '.join(FAILURES)}, codes of rules, none"
        " (default: broken,contradicted)",
    )
    run.add_argument(
        "--select", metavar="CODES", type=_commas, help="only these rules, such as CW1,CW201"
    )
    run.add_argument("--ignore", metavar="CODES", type=_commas, help="all rules but these")
    run.add_argument(
        "--baseline", metavar="FILE", help="fail only on what this file does not list as known"
    )
    run.add_argument(
        "--update-baseline",
        action="store_true",
        help="list all that fails now in the baseline (default: citewatch-baseline.json)",
    )
    run.add_argument(
        "--changed-since",
        metavar="REF",
        help="only claims whose lines, or sources, changed since a commit or branch",
    )
    run.add_argument(
        "--explain", metavar="CODE", help="say what a rule means and what to do; all lists them"
    )
    run.add_argument("--allow-empty", action="store_true", default=None, help=empty)
    run.add_argument(
        "--dead-after-runs",
        metavar="N",
        type=int,
        help="a source that fails in passing is dead after so many runs (default: 3)",
    )
    run.add_argument(
        "--dead-after",
        metavar="TIME",
        help="and not before it has failed for so long (default: 3d)",
    )
    run.add_argument("--include", action="append", metavar="REGEX", help="only URLs that match")
    run.add_argument("--exclude", action="append", metavar="REGEX", help="no URLs that match")
    run.add_argument(
        "--exclude-path", action="append", metavar="GLOB", help="no documents that match"
    )


def _add_running(command: argparse.ArgumentParser) -> Any:
    where = command.add_argument_group("how to run")
    _add_places(where)
    _add_log_format(where)
    where.add_argument(
        "-n", "--no-progress", action="store_true", help="no progress bar on a terminal"
    )
    return where


def _add_sharing(where: Any) -> None:
    where.add_argument(
        "--task-runner",
        metavar="NAME",
        help=f"of the flow: {', '.join(TASK_RUNNERS)}, or a Dask scheduler's address"
        " (default: threads)",
    )
    where.add_argument(
        "--shards",
        metavar="N",
        type=int,
        help="into how many parts the flow parts its work (default: one for threads, else one for"
        " each processor)",
    )
    where.add_argument(
        "--notify",
        dest="notifies",  # what the configuration says of it is another thing
        action="store_true",
        help="tell of changes since the last run; addresses are taken from CITEWATCH_NOTIFY_URLS"
        " (extra: notify)",
    )


def _add_documents(command: argparse.ArgumentParser, *, nargs: str) -> None:
    command.add_argument(
        "paths",
        nargs=nargs,
        metavar="PATH",
        help="a document, folder, pattern or web address, or - for standard input",
    )
    command.add_argument(
        "--stdin-format",
        choices=STDIN_FORMATS,
        default="markdown",
        metavar="NAME",
        help=f"how to read standard input: {', '.join(STDIN_FORMATS)} (default: markdown)",
    )


def _add_fetching(check: argparse.ArgumentParser) -> Any:
    fetch = check.add_argument_group("fetching")
    source = fetch.add_mutually_exclusive_group()
    source.add_argument("--replay", metavar="FILE", help="answer from a WARC file, offline")
    source.add_argument("--record", metavar="FILE", help="write all that is fetched as WARC")
    source.add_argument(
        "--offline", action="store_true", default=None, help="only what was fetched before"
    )
    fetch.add_argument(
        "--refresh", action="store_true", default=None, help="fetch even what is fresh enough"
    )
    fetch.add_argument(
        "--max-age", metavar="TIME", help="how long a fetched source is good (default: 1d)"
    )
    fetch.add_argument("--deadline", metavar="TIME", help="stop fetching after this time")
    fetch.add_argument("-t", "--timeout", metavar="TIME", help="for one answer (default: 20s)")
    fetch.add_argument(
        "--max-retries", metavar="N", type=int, help="after passing failures (default: 2)"
    )
    fetch.add_argument(
        "--max-concurrency", metavar="N", type=int, help="requests at once (default: 32)"
    )
    fetch.add_argument(
        "--host-concurrency", metavar="N", type=int, help="of these to one host (default: 2)"
    )
    fetch.add_argument(
        "--host-request-interval",
        metavar="TIME",
        help="between requests to one host (default: 0.5s)",
    )
    fetch.add_argument("-u", "--user-agent", metavar="TEXT", help="how to introduce ourselves")
    fetch.add_argument(
        "--contact",
        metavar="TEXT",
        help="an address in the introduction, for those who run the servers",
    )
    fetch.add_argument(
        "-H", "--header", action="append", metavar="NAME: VALUE", help="send with every request"
    )
    fetch.add_argument(
        "--cookie-jar", metavar="FILE", help="send the cookies of a file in Netscape's format"
    )
    fetch.add_argument(
        "--accept",
        metavar="LIST",
        type=_commas,
        help="statuses as good as 200, such as 403, 500..=599 or 403@example.org",
    )
    fetch.add_argument(
        "--allow-private-net",
        action="append",
        metavar="CIDR",
        help="private addresses that may be dialled",
    )
    fetch.add_argument(
        "--no-robots", action="store_true", default=None, help="do not ask robots.txt"
    )
    fetch.add_argument(
        "--archive",
        nargs="?",
        const=DEFAULT_TIMEGATE,
        metavar="URL",
        help="look for archived copies of broken sources at a Memento TimeGate"
        f" (default: {DEFAULT_TIMEGATE})",
    )
    fetch.add_argument(
        "--browser",
        nargs="?",
        const=ANY_BROWSER,
        metavar="PROGRAM",
        help="render pages that need JavaScript in a Chromium, one on the PATH if none is named"
        " (extra: browser)",
    )
    return fetch


def _add_output(
    command: argparse.ArgumentParser,
    *,
    formats: str = "text, html, json, sarif, junit, github, github-issue, markdown or atom",
    usual: str = "html and json",
    verbose: str = "show supported claims too, in the text",
) -> None:
    output = command.add_argument_group("output")
    output.add_argument(
        "-f",
        "--format",
        action="append",
        default=[],
        metavar="NAME[=FILE]",
        help=f"{formats}; to a file or to standard output (default: text)",
    )
    output.add_argument(
        "-o",
        "--output-dir",
        metavar="DIR",
        help=f"write the formats without a file there; {usual} if none is named",
    )
    output.add_argument(
        "--language", metavar="TAG", help=f"of the page's own words: {', '.join(LANGUAGES)}"
    )
    output.add_argument("-v", "--verbose", action="store_true", help=verbose)
    output.add_argument(
        "-q", "--quiet", action="store_true", help="no text report, only what could not be done"
    )


def _add_extract(commands: Any) -> None:
    extract = commands.add_parser(
        "extract",
        help="list the claims and their URLs as JSON, no network",
        description="List the claims of documents and the URLs they are tied to, as JSON.",
    )
    _add_documents(extract, nargs="+")
    extract.add_argument(
        "-f",
        "--format",
        choices=("json", "flat"),
        default="json",
        help="json: everything; flat: a list of text and urls (default: json)",
    )
    extract.add_argument(
        "--dump", action="store_true", help="only the URLs that the documents cite, one a line"
    )


def _add_verify(commands: Any) -> None:
    verify = commands.add_parser(
        "verify",
        help="judge claims against texts given with them, no network",
        description="Judge each claim of a JSON Lines file against the text given with it:"
        " {id, claim, source_text, lang} a line in, where source_text is a string or a list of"
        " sentences and lang may be left out; {id, verdict, score, evidence_text, reason} a line"
        " out.",
    )
    verify.add_argument("file", metavar="FILE", help="JSON Lines, or - for standard input")
    _add_tiers(verify)
    verify.add_argument("-c", "--config", metavar="FILE", help="configuration file")


def _add_tiers(command: argparse.ArgumentParser) -> None:
    tiers = command.add_argument_group("how to judge")
    tiers.add_argument(
        "--aliases",
        action="append",
        metavar="FILE",
        help="names of the same thing, parted by tabs, a thing a line",
    )
    tiers.add_argument(
        "--semantic",
        action="store_true",
        default=None,
        help="find passages by meaning too (extra: semantic)",
    )
    tiers.add_argument(
        "--nli", metavar="DIR", help="ask the ONNX model of entailment in a folder (extra: nli)"
    )
    tiers.add_argument(
        "--adjudicator",
        metavar="URL",
        help="ask a language model at an OpenAI-compatible address; its key is taken from"
        " CITEWATCH_ADJUDICATOR_KEY (extra: adjudicator)",
    )
    tiers.add_argument("--adjudicator-model", metavar="NAME", help="which model to ask there")


def _add_report(commands: Any) -> None:
    report = commands.add_parser(
        "report",
        help="render a stored run again",
        description="Render a stored run again, without network.",
    )
    report.add_argument("run", nargs="?", metavar="RUN", help="its id (default: the newest run)")
    _add_output(report)
    _add_places(report)


def _add_review(commands: Any) -> None:
    review = commands.add_parser(
        "review",
        help="decide on the claims of a stored run, in a browser",
        description="Serve the page of a stored run on this machine alone, with accept, reject,"
        " note and assign; decisions appear in all later reports.",
    )
    review.add_argument("run", nargs="?", metavar="RUN", help="its id (default: the newest run)")
    review.add_argument(
        "--port", metavar="N", type=int, default=0, help="default: any that is free"
    )
    review.add_argument("--by", metavar="NAME", help="who decides (default: your login's name)")
    review.add_argument(
        "--no-open", action="store_true", help="only tell the address, do not open a browser"
    )
    review.add_argument(
        "--language", metavar="TAG", help=f"of the page's own words: {', '.join(LANGUAGES)}"
    )
    _add_places(review)


def _add_looking_back(commands: Any) -> None:
    history = commands.add_parser(
        "history",
        help="past runs, and what they found on a claim or of a source",
        description="List past runs, the newest first; or, the oldest first, what they found on a"
        " claim or what a source answered.",
    )
    history.add_argument("path", nargs="?", metavar="PATH", help="only of this document")
    one = history.add_mutually_exclusive_group()
    one.add_argument("--claim", metavar="ID", help="what became of a claim, by its id")
    one.add_argument("--source", metavar="URL", help="what a source answered")
    history.add_argument("--limit", metavar="N", type=_positive, help="runs (default: 20)")
    _add_form(history)
    diff = commands.add_parser(
        "diff",
        help="what has changed between two runs, and why",
        description="Tell what has changed between two runs: verdicts, and whether the claim or"
        " its source changed; passages that carried evidence; sources.",
    )
    diff.add_argument(
        "before", nargs="?", metavar="RUN", help="default: the run before, of the same documents"
    )
    diff.add_argument("after", nargs="?", metavar="RUN", help="default: the newest run")
    diff.add_argument(
        "--since",
        metavar="TIME",
        help="against the last run that was begun before so long, such as 7d",
    )
    diff.add_argument("--exit-code", action="store_true", help="exit 1 if anything has changed")
    _add_form(diff, "text", "json", "markdown")
    sources = commands.add_parser(
        "sources",
        help="every cited source: how it stands, and since when",
        description="List every source that a run has cited: whether it is read, fails or is dead,"
        " and since when.",
    )
    sources.add_argument(
        "--only",
        choices=("dead", "failing", "ok", "broken", "blocked", "transient", "limits", "refused"),
        metavar="STATE",
        help="dead, failing, or a class of outcomes",
    )
    sources.add_argument("--dead-after-runs", metavar="N", type=int, help="as of check")
    sources.add_argument("--dead-after", metavar="TIME", help="as of check")
    _add_form(sources)
    prune = commands.add_parser(
        "prune",
        help="let go of old runs, answers and pages",
        description="Let go of what is older than a time. The newest runs stay, and of every"
        " source the last answer and the last good one.",
    )
    prune.add_argument("--older-than", metavar="TIME", required=True, help="for example 180d")
    prune.add_argument(
        "--keep-runs", metavar="N", type=int, default=2, help="whatever their age (default: 2)"
    )
    _add_store(prune)
    export = commands.add_parser(
        "export",
        help="every run, finding and answer as JSON Lines",
        description="Write all that is kept of runs, findings and answers, a JSON object a line.",
    )
    export.add_argument("-o", "--output", metavar="FILE", default="-", help="default: stdout")
    _add_store(export)


def _add_schedule(commands: Any) -> None:
    schedule = commands.add_parser(
        "schedule",
        help="check again and again, on a Prefect server's schedule",
        description="Serve a deployment of the check: a Prefect server starts it on its schedule,"
        " and this process carries it out until it is stopped. See docs/scheduling.md.",
    )
    schedule.add_argument("paths", nargs="+", metavar="PATH", help="as of check")
    schedule.add_argument("--cron", required=True, metavar="LINE", help='such as "0 6 * * 1"')
    schedule.add_argument(
        "--timezone",
        metavar="NAME",
        help="of the schedule (default: TZ in the environment, or UTC)",
    )
    schedule.add_argument("--name", default="citewatch", help="of the deployment")
    schedule.add_argument(
        "-f", "--format", action="append", default=[], metavar="NAME[=FILE]", help="as of check"
    )
    schedule.add_argument("-o", "--output-dir", metavar="DIR", help="as of check")
    schedule.add_argument("--fail-on", metavar="LIST", type=_commas, help="as of check")
    schedule.add_argument("--baseline", metavar="FILE", help="as of check")
    schedule.add_argument(
        "--allow-private-net", action="append", metavar="CIDR", help="as of check"
    )
    schedule.add_argument("--max-age", metavar="TIME", help="as of check")
    schedule.add_argument("--host-request-interval", metavar="TIME", help="as of check")
    schedule.add_argument(
        "--report-url", metavar="URL", help="where readers find the HTML report, for links to it"
    )
    _add_sharing(schedule)
    _add_store(schedule)


def _add_notify(commands: Any) -> None:
    notify = commands.add_parser(
        "notify",
        help="tell now what waited for the end of quiet hours",
        description="Send what earlier runs had to tell and could not: in quiet hours, or because"
        " nobody took it.",
    )
    _add_store(notify)


def _add_doctor(commands: Any) -> None:
    doctor = commands.add_parser(
        "doctor",
        help="what would keep a run from going well on this machine",
        description="Look at versions, database, Prefect server, clock, proxies, disk and the"
        " addresses to notify.",
    )
    _add_form(doctor)


def _add_completion(commands: Any) -> None:
    completion = commands.add_parser(
        "completion",
        help="a script that completes commands and options in your shell",
        description="Print a script for a shell; for example: citewatch completion bash"
        " > ~/.local/share/bash-completion/completions/citewatch",
    )
    completion.add_argument("shell", choices=("bash", "zsh"), metavar="SHELL", help="bash or zsh")


def _add_form(command: argparse.ArgumentParser, *forms: str) -> None:
    known = forms or ("text", "json")
    command.add_argument(
        "-f", "--format", choices=known, default="text", help=f"{', '.join(known)} (default: text)"
    )
    _add_store(command)


def _add_store(command: argparse.ArgumentParser) -> None:
    _add_places(command)
    _add_log_format(command)


def _add_places(command: Any) -> None:
    command.add_argument("--db", metavar="URL", help="database (default: .citewatch/citewatch.db)")
    command.add_argument("-c", "--config", metavar="FILE", help="configuration file")


def _add_log_format(command: Any) -> None:
    command.add_argument(
        "--log-format",
        choices=LOG_FORMATS,
        default="text",
        help="of what is told on stderr: text, or a JSON object a line (default: text)",
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not above zero")
    return number


def _commas(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
