"""Documents named by a web address: fetched like a source, read like a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.charsets import decode_text
from claims.documents import format_of
from claims.errors import UnreadableDocument
from claims.urls import InvalidUrl, canonical_url
from claims.values import Fetched, Missed, Problem
from pipeline.inputs import Input, is_web_address
from pipeline.turns import by_turns
from spiders.wanted import Wanted

if TYPE_CHECKING:
    from pipeline.job import Job
    from pipeline.turns import Done

_FORMATS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/x-tex": "latex",
    "application/x-ipynb+json": "notebook",
    "text/csv": "csv",
}
_BINARY = frozenset({"pdf", "docx"})

WebDocuments = dict[str, Input | Problem]


def fetch_documents(job: Job) -> WebDocuments:
    """What each web address among the arguments answered, as a document or a problem."""
    found: WebDocuments = {}
    arguments: dict[str, str] = {}
    for argument in filter(is_web_address, job.arguments):
        url = canonical_url(argument)
        if isinstance(url, InvalidUrl):
            found[argument] = Problem(argument, f"{argument}: is no address ({url.reason})")
        elif job.config.offline and not job.replays:
            found[argument] = Problem(argument, f"{argument}: cannot be fetched while offline")
        else:
            arguments[url] = argument

    late: list[str] = []
    for mine, done in by_turns(list(arguments), job, late) if arguments else ():

        def keep(answer: Fetched | Missed, done: Done | None = done) -> None:
            argument = arguments[answer.url]
            try:
                found[argument] = _input(answer, argument)
            except UnreadableDocument as error:
                found[argument] = Problem(argument, str(error))
            if done:
                done(answer.url)

        job.crawl([Wanted(url) for url in mine], keep)
    for url in late:
        argument = arguments[url]
        found[argument] = Problem(
            argument, f"{argument}: another run was at its host until the deadline"
        )
    return found


def _input(answer: Fetched | Missed, argument: str) -> Input:
    if isinstance(answer, Missed):
        raise UnreadableDocument(
            f"{argument}: could not be fetched: {answer.outcome} ({answer.reason})"
        )
    # Few documents are on the web, and it brings all that reads pages along.
    from claims.pages import media_type_of  # noqa: PLC0415

    media_type = media_type_of(answer.body, answer.content_type)
    path = answer.final_url.partition("?")[0].partition("#")[0]
    name = _FORMATS.get(media_type) or format_of(path)
    if name is None and media_type.startswith("text/"):
        name = "plain"
    if name is None:
        raise UnreadableDocument(f"{argument}: no reader for a document of type {media_type}")
    if name in _BINARY:
        return Input(answer.final_url, answer.body, name)
    text = decode_text(answer.body, answer.content_type)
    if text is None:
        raise UnreadableDocument(f"{argument}: is text in no known character set")
    return Input(answer.final_url, text.encode("utf-8", "replace"), name)
