"""Which capitals of a German text are of names: every noun has one."""

from __future__ import annotations

import re

_CAPITALISED = re.compile(r"\b[A-ZÄÖÜ][\w’'-]*")
_ADJECTIVES = r"(?:[a-zäöüß]+(?:e|en|er|es|em)\s+)*"
# Behind an article, a quantity or an adjective stands a noun; "die Elbe" is let go with it.
_OF_A_NOUN = re.compile(
    r"\b(?:d(?:er|ie|as|en|em|es)|(?:m|d|s)?ein(?:e[nmrs]?)?|kein(?:e[nmrs]?)?|ihr(?:e[nmrs]?)?"
    r"|unser(?:e[nmrs]?)?|dies(?:e[nmrs]?)?|jen(?:e[nmrs]?)|jed(?:e[nmrs]?)|all(?:e[nmrs]?)"
    r"|viel(?:e[nmr]?)?|wenig(?:e[nmr]?)?|einig(?:e[nmr]?)|mehrer(?:e[nmr]?)|beid(?:e[nmr]?)"
    r"|im|am|zum|zur|vom|beim|ins|ans|pro|je|mehr|weniger|zwei|drei|vier|fünf|sechs|sieben|acht"
    rf"|neun|zehn|elf|zwölf|\d[\d.,]*)\s+{_ADJECTIVES}$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"\b(?P<word>[a-zäöüß]{2,}(?:en|er|es|em|e))\s+$")
# They end like adjectives, and a name may follow.
_NO_ADJECTIVES = frozenset(
    "neben wegen gegen zwischen unter über hinter außer ohne bevor aber oder sowie seit".split()
)
_BARE_NOUN = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|ion|ionen|tät|täten|nis|nisse|nissen|ling"
    r"|linge|ment|mente|tum|zahl|zahlen|preis|preise|kosten)$"
)
_NO_NAMES = frozenset(
    "Prozent Prozentpunkte Euro Dollar Franken Millionen Milliarden Million Milliarde Tonnen Tonne"
    " Meter Metern Kilometer Kilometern Quadratmeter Quadratmetern Hektar Liter Grad Uhr Jahr Jahre"
    " Jahren Jahres Monat Monate Monaten Woche Wochen Tag Tage Tagen Stunden Minuten Januar Februar"
    " März April Mai Juni Juli August September Oktober November Dezember Montag Dienstag Mittwoch"
    " Donnerstag Freitag Samstag Sonntag Ende Anfang Mitte Menschen Personen Angaben Betrieb Kraft"
    " Folge Rekord Anspruch Platz Bau Zahl Zahlen Teil Teile Drittel Viertel Hälfte".split()
)
# "In Gera", and in German no thing of which there is one stands so without an article.
_AT_A_PLACE = re.compile(r"\b(?:in|aus|nach|bei|von|zwischen)\s+$", re.IGNORECASE)
_BESIDE_NOUN = re.compile(r"\b[A-ZÄÖÜ][\w’'-]+\s+$")


def is_name(text: str, start: int, word: str) -> bool:
    """Whether a capitalised word, at `start` of a German text, is likely to be a name.

    Where there is no telling it is not: behind another noun ("Käserei Brandner") or a preposition
    it may be, unless something shows a noun.
    """
    if is_noun(text, start, word):
        return False
    return bool(_AT_A_PLACE.search(text, 0, start) or _BESIDE_NOUN.search(text, 0, start))


def is_noun(text: str, start: int, word: str) -> bool:
    """Whether something shows that a capitalised word of a German text is a common noun."""
    adjective = _ADJECTIVE.search(text, 0, start)
    return (
        word in _NO_NAMES
        or _BARE_NOUN.search(word) is not None
        or _OF_A_NOUN.search(text, 0, start) is not None
        or (adjective is not None and adjective["word"] not in _NO_ADJECTIVES)
    )


def nouns_of(text: str) -> frozenset[str]:
    """The words that a German text somewhere shows to be common nouns, as it writes them."""
    return frozenset(
        match.group()
        for match in _CAPITALISED.finditer(text)
        if is_noun(text, match.start(), match.group())
    )
