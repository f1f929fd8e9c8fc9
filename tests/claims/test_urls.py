"""What a URL's one spelling is."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.urls import InvalidUrl, canonical_url
from claims.values import Outcome

SPELLINGS = {
    "as it is": ("https://example.org/a?b=c", "https://example.org/a?b=c"),
    "no scheme of its own": ("//example.org/a", "https://example.org/a"),
    "trimmed": ("  https://example.org/a\n", "https://example.org/a"),
    "scheme and host in lower case": ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
    "no fragment": ("https://example.org/a#b", "https://example.org/a"),
    "empty path": ("https://example.org", "https://example.org/"),
    "empty path before a query": ("https://example.org?q=1", "https://example.org/?q=1"),
    "default port of http": ("http://example.org:80/", "http://example.org/"),
    "default port of https": ("https://example.org:443/", "https://example.org/"),
    "other port": ("http://example.org:443/", "http://example.org:443/"),
    "empty port": ("http://example.org:/", "http://example.org/"),
    "port with zeros": ("http://example.org:0080/", "http://example.org/"),
    "space in the path": ("https://example.org/a b", "https://example.org/a%20b"),
    "space in the query": ("https://example.org/?a b", "https://example.org/?a%20b"),
    "plus in the query": ("https://example.org/?a+b", "https://example.org/?a+b"),
    "Chinese path": ("https://example.org/中", "https://example.org/%E4%B8%AD"),
    "Chinese host": ("https://例子.测试/", "https://xn--fsqu00a.xn--0zwm56d/"),
    "ideographic full stop": ("https://例子。测试/", "https://xn--fsqu00a.xn--0zwm56d/"),
    "sharp s": ("https://straße.de/", "https://xn--strae-oqa.de/"),
    "full-width host": ("https://ＥＸＡＭＰＬＥ.org/", "https://example.org/"),
    "encoded host": ("https://ex%61mple.org/", "https://example.org/"),
    "lone percent sign": ("https://example.org/100%", "https://example.org/100%"),
    "encoded stays encoded": ("https://example.org/%7Ea%2Fb", "https://example.org/%7Ea%2Fb"),
    "dot segments": ("https://example.org/a/./b/../c", "https://example.org/a/c"),
    "dot segments past the root": ("https://example.org/../../c", "https://example.org/c"),
    "dots at the end": ("https://example.org/a/b/..", "https://example.org/a/"),
    "user": ("https://user:pass@example.org/", "https://user:pass@example.org/"),
    "IPv6": ("http://[2001:DB8:0::1]:80/", "http://[2001:db8::1]/"),
    "underscore in a host": ("http://a_b.example.org/", "http://a_b.example.org/"),
    "line break inside": ("https://example.org/long\n/path", "https://example.org/long/path"),
}

INVALID = {
    "": Outcome.INVALID_URL,
    "example.org/a": Outcome.INVALID_URL,
    "example.org:8080/a": Outcome.INVALID_URL,
    "/relative": Outcome.INVALID_URL,
    "http:example.org": Outcome.INVALID_URL,
    "http://": Outcome.INVALID_URL,
    "http:///path": Outcome.INVALID_URL,
    "http://exa mple.org/": Outcome.INVALID_URL,
    "http://good.example\\@evil.example/": Outcome.INVALID_URL,
    "http://example.org:http/": Outcome.INVALID_URL,
    "http://example.org:65536/": Outcome.INVALID_URL,
    "http://example.org:٣/": Outcome.INVALID_URL,
    "http://[::1/": Outcome.INVALID_URL,
    "http://[fe80::1%25eth0]/": Outcome.INVALID_URL,
    "http://[nonsense]/": Outcome.INVALID_URL,
    f"http://{'a' * 64}.org/": Outcome.INVALID_URL,
    "ftp://example.org/": Outcome.UNSUPPORTED_SCHEME,
    "mailto:someone@example.org": Outcome.UNSUPPORTED_SCHEME,
    "javascript:alert(1)": Outcome.UNSUPPORTED_SCHEME,
    "file:///etc/passwd": Outcome.UNSUPPORTED_SCHEME,
    "data:text/html,hi": Outcome.UNSUPPORTED_SCHEME,
}


@pytest.mark.parametrize(("text", "expected"), SPELLINGS.values(), ids=SPELLINGS.keys())
def test_a_url_has_one_spelling(text: str, expected: str) -> None:
    assert canonical_url(text) == expected


@pytest.mark.parametrize(("text", "outcome"), INVALID.items(), ids=lambda value: repr(value)[:40])
def test_what_is_no_web_url_says_why(text: str, outcome: Outcome) -> None:
    invalid = canonical_url(text)

    assert isinstance(invalid, InvalidUrl)
    assert invalid.outcome == outcome
    assert invalid.reason


URL_LIKE = st.one_of(
    st.text(),
    st.text(alphabet=st.characters(codec=None)),
    st.builds(
        "{}://{}{}".format,
        st.sampled_from(["http", "https", "HTTP"]),
        st.text(max_size=12),
        st.text(alphabet="/.%?#&=@:[] a中\udc80\\", max_size=20),
    ),
)


@given(URL_LIKE)
@example("http://a/\udcff?\udcff#")
@example("http://a/%2e%2e/..")
@example("http://a//..//.")
@example("http://xn--a/")
@example("http://\u2488com/")
def test_the_canonical_spelling_of_a_canonical_spelling_is_itself(text: str) -> None:
    canonical = canonical_url(text)

    if isinstance(canonical, str):
        assert canonical_url(canonical) == canonical
        assert canonical.isascii()
