"""LaTeX: what its commands print, what they cite, and what its bibliography says."""

from __future__ import annotations

import pytest

from claims.cited_places import cited_urls
from claims.documents import companions_of, read_document
from claims.extraction import find_claims
from claims.values import BlockKind, Document

BIB = rb"""
@online{smith, author={Smith, Ann}, title={Wind {P}ower in N\'arvik}, url={https://s.example/a_b}}
@article{lee, author={Lee, Bo and Wu, Di and Xi, Xu}, doi={10.1000/abc.1}, year=2021}
@misc{old, howpublished={\url{https://o.example/h\_1}}, author={{World Bank}}}
@proceedings{volume, url={https://v.example/2020}}
@inproceedings{paper, crossref={volume}, title={A paper}}
@misc{preprint, eprint={2101.01234}, archiveprefix={arXiv}}
@book{silent, title={No address}}
@misc{unread, url={https://unread.example/}}
broken @entry{{{
"""


def a_paper(body: str, bib: bytes = BIB) -> Document:
    source = (
        rf"\documentclass{{article}}\begin{{document}}{body}\bibliography{{refs}}\end{{document}}"
    )
    return read_document(source.encode(), "paper.tex", None, {"refs.bib": bib})


def cited(document: Document) -> list[tuple[str, list[str]]]:
    return [(claim.plain, [c.url for c in claim.citations]) for claim in find_claims(document)]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (
            r"Costs fell by 12\% to \$1{,}200 per k\_W in 2020.",
            "Costs fell by 12% to $1,200 per k_W in 2020.",
        ),
        (
            r"M\"uller, {\o}rsted and Fran\c{c}ois met in 2020.",
            "Müller, ørsted and François met in 2020.",
        ),
        (
            r"It is \emph{37} of~44 sites --- ``all'' of them.",
            "It is 37 of 44 sites — “all” of them.",
        ),
        (r"It drew \SI{3.5}{\mega\watt} from \num{12} mills.", "It drew 3.5 MW from 12 mills."),
        (r"They built $10^{6}$ and $\approx 5$ units here.", "They built 10⁶ and ≈5 units here."),
        ("It rose by 5\\,\\% % by 6 in truth\nin 2020.", "It rose by 5 % in 2020."),
        (
            r"See \verb|x = 5| of the 12 \textbf{\textit{new}} lines.",
            "See x = 5 of the 12 new lines.",
        ),
        (
            r"It rose\label{a} \hspace{2em}by \textcolor{red}{5} points in 2020.",
            "It rose by 5 points in 2020.",
        ),
        (r"\unknown{It} rose [5] points in \Foo{2020}.", "It rose [5] points in 2020."),
    ],
)
def test_a_sentence_reads_as_it_prints(written: str, printed: str) -> None:
    assert [claim.plain for claim in find_claims(a_paper(written))] == [printed]


@pytest.mark.parametrize(
    ("cite", "urls"),
    [
        (r"\cite{smith}", ["https://s.example/a_b"]),
        (
            r"\citep[see][p.~3]{smith, lee}",
            ["https://s.example/a_b", "https://doi.org/10.1000/abc.1"],
        ),
        (r"\parencites[1]{smith}[2]{old}", ["https://s.example/a_b", "https://o.example/h_1"]),
        (r"\footcite{paper}", ["https://v.example/2020"]),
        (r"\autocite*{preprint}", ["https://arxiv.org/abs/2101.01234"]),
        (
            r"\footnote{See \cite{smith} and \url{https://n.example/100%25}.}",
            ["https://n.example/100%25", "https://s.example/a_b"],
        ),
        (r"\href{https://h.example/x\#y}{(there)}", ["https://h.example/x#y"]),
        (r"\cite{silent}", []),
        (r"\cite{nobody}", []),
    ],
)
def test_citations_lead_to_the_addresses_of_their_entries(cite: str, urls: list[str]) -> None:
    (claim,) = find_claims(a_paper(f"Output rose by 5 points in 2020{cite}."))
    assert sorted(citation.url for citation in claim.citations) == sorted(urls)


def test_a_textual_citation_names_its_author() -> None:
    document = a_paper(r"\citet{lee} counted 12 mills. As \textcite{old} says, 5 are new.")
    assert cited(document) == [
        ("Lee et al. counted 12 mills.", ["https://doi.org/10.1000/abc.1"]),
        ("As World Bank says, 5 are new.", ["https://o.example/h_1"]),
    ]


def test_tables_lists_captions_and_verbatim_parts() -> None:
    document = a_paper(
        r"""
        \section*{Results \& more}
        \begin{table}\caption[short]{Mills \cite{smith}}
        \begin{tabular}{@{}l|r@{}} \hline Country & Mills (\%) \\ \hline
        Spain & 31 \\[2pt] \multicolumn{1}{l}{Norway} & --- \\ \end{tabular}\end{table}
        \begin{itemize} \item Five mills were built. \item[Two] were sold in 1999. \end{itemize}
        \begin{verbatim} \cite{old} 12 lies were told \end{verbatim}
        \begin{equation} 1+1=3 \end{equation}
        """
    )
    assert cited(document) == [
        ("Spain: Mills (%) = 31", ["https://s.example/a_b"]),
        ("Five mills were built.", []),
        ("Two: were sold in 1999.", []),
    ]
    assert [b.text.strip() for b in document.blocks if b.kind is BlockKind.HEADING] == [
        "Results & more"
    ]


def test_a_list_of_references_in_the_document_needs_no_file() -> None:
    document = a_paper(
        r"""Output rose by 5 points \cite{a}. \citeauthor{a} saw 3 mills fall.
        \begin{thebibliography}{9}
        \bibitem[Orr and Li(2018)]{a} B. Orr. \emph{Mills}. \url{https://a.example/1}
        \bibitem{b} C. Ng. Never cited. \url{https://b.example/2}
        \end{thebibliography}""",
        b"",
    )
    assert cited(document) == [
        ("Output rose by 5 points.", ["https://a.example/1"]),
        ("Orr and Li saw 3 mills fall.", ["https://a.example/1"]),
    ]
    assert cited_urls(document) == ("https://a.example/1", "https://b.example/2")


def test_only_entries_that_are_cited_are_cited_urls() -> None:
    assert cited_urls(a_paper(r"It rose by 5 points \cite{smith}. \nocite{old}")) == (
        "https://s.example/a_b",
        "https://o.example/h_1",
    )


def test_what_a_document_lacks_is_told() -> None:
    document = a_paper(r"\input{chapters/one} It rose by 5 points \cite{silent,nobody}.")
    included, silent, nobody = document.warnings
    assert "chapters/one is not read" in included
    assert "no address for silent" in silent
    assert "no bibliography beside it has a readable entry for nobody" in nobody


@pytest.mark.parametrize(
    ("source", "files"),
    [
        (r"\bibliography{a, lib/b}", ("a.bib", "lib/b.bib", "*.bbl")),
        (r"\addbibresource[glob]{c.bib}", ("c.bib", "*.bbl")),
        ("a chapter", ("*.bib", "*.bbl", "../*.bib", "../*.bbl")),
    ],
)
def test_the_files_beside_it_that_a_document_reads(source: str, files: tuple[str, ...]) -> None:
    assert companions_of(source.encode(), "x.tex") == files
    assert companions_of(source.encode(), "x.md") == ()


@pytest.mark.parametrize(
    "source",
    [
        "{" * 500,
        "}" * 50,
        r"\begin{a}" * 200,
        r"\footnote{" * 300,
        r"\end{tabular}",
        "$$ $ $$",
        "\\",
        r"\begin{tabular}{l} a & b",
        r"\item \bibitem \cite \href \caption{",
        r"\begin{verbatim} open",
    ],
)
def test_a_document_that_does_not_compile_is_read_as_far_as_it_goes(source: str) -> None:
    text = "The mills made 5\\% more in 2020.\n\n"
    claims = find_claims(read_document((text + source).encode(), "x.tex"))
    assert claims[0].plain == "The mills made 5% more in 2020."
