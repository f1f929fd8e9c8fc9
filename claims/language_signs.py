"""Signs of a language in a few words of Latin letters: its small words, letters and endings.

`languages.language_of` asks the commonest words of a whole text. A sentence has only two or three
of them, so more are known here, and one that languages share counts for each of them less.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache

_WORDS = {
    "en": "the of and to is that was for with are this by from which has a an in on at it its as be"
    " been had have but or not than their they he she his her after before about into over between"
    " were would will can more most also other new who when where there these those during under"
    " while both through since until because only per million billion percent said year years",
    "de": "der die und das ist den nicht von mit dem eine auf wird sich auch in im am zum zur bei"
    " als noch hat haben hatte wurde wurden werden worden sind war waren für über nach aus bis wie"
    " nur oder um zu vom durch gegen unter seit mehr einen einem einer eines ein des an ihre seine"
    " kein keine wenn aber dass dieser diese dieses es sie er jahr jahre jahren millionen"
    " milliarden prozent rund etwa zwischen während",
    "fr": "les des est et dans une du pour que qui sur au pas par sont le la un à de il elle on ont"
    " été avec plus ce cette ces leur aux entre sous depuis après avant mais ou où se son sa ses en"
    " d l n qu soit fait être ans année années millions milliards",
    "es": "el los las y del que por con una para como es más su fue en un al lo se la de a sus ha"
    " han ser fueron entre desde hasta pero o sin sobre también año años mil millones según este"
    " esta estos",
    "it": "il che di gli della nel con per sono una più anche dal alla è ha non i e un la le lo al"
    " ai in da si se su nella stato stati dei degli delle ed ma come milioni miliardi anno anni",
    "pt": "os não uma para com do da em por mais foi ao pela são dos das que e o a um no na nos nas"
    " de se como entre também ano anos milhões",
    "nl": "het een van dat zijn met voor niet aan ook werd worden deze naar op de en in is te bij"
    " of door uit over jaar miljoen",
    "sv": "och att det som för är med inte den ett av till har om var i på en de från år under"
    " miljoner",
    "pl": "się nie że jest na do oraz przez są jako był dla roku po od w z i o a",
    "tr": "ve bir bu için ile olarak olan daha çok gibi sonra kadar olduğu da de",
    "id": "yang dan di dengan untuk dari ini pada tidak dalam adalah oleh akan ke",
}
# What is seldom elsewhere, but for names, which begin with a capital and are not asked.
_LETTERS = {
    "de": "äöüß",
    "fr": "éèêàçùîôœ",
    "es": "ñáéíóú",
    "it": "èàùòì",
    "pt": "ãõçáéíóúâêô",
    "sv": "äöå",
    "pl": "łąęśżźćń",
    "tr": "şğıöüç",
}
_ENDINGS = {
    "en": re.compile(r"\w{3,}(?:ed|ing)$"),
    "de": re.compile(r"\w{4,}(?:lich|isch)(?:e[nrsm]?)?$"),
    "fr": re.compile(r"\w{2,}(?:aient|eux|euses?|ées?|ité)$"),
    "es": re.compile(r"\w{3,}(?:ción|ciones|aron|ieron|idad)$"),
}
_OF_A_FORM = 0.5
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s)[\W\d_]{0,40}[^\W\d_]")


def signs_of(text: str) -> Counter[str]:
    """How much in a text speaks for each language; a small word that only it has counts one.

    A word counts once. Capitals within a sentence make names ("Der Spiegel"), which tell nothing.
    """
    signs: Counter[str] = Counter()
    for word in set(_WORD.findall(_SENTENCE_START.sub(_in_small_letters, text))):
        for language, weight in _signs_of(word):
            signs[language] += weight  # type: ignore[assignment]  # typeshed counts in integers
    return signs


def _in_small_letters(start: re.Match[str]) -> str:
    return start.group().lower()


def is_told_by_signs(language: str) -> bool:
    """Whether the small words of a language are known, given as a BCP 47 tag."""
    return language.partition("-")[0] in _WORDS


def _shares(lists: dict[str, list[str]], weight: float) -> dict[str, tuple[tuple[str, float], ...]]:
    """Each sign with the languages that have it, its weight parted among them."""
    languages = defaultdict(list)
    for language, signs in lists.items():
        for sign in dict.fromkeys(signs):
            languages[sign].append(language)
    return {
        sign: tuple((language, weight / len(having)) for language in having)
        for sign, having in languages.items()
    }


_OF_WORDS = _shares({language: words.split() for language, words in _WORDS.items()}, 1.0)
_OF_LETTERS = _shares(
    {language: list(letters) for language, letters in _LETTERS.items()}, _OF_A_FORM
)


@lru_cache(maxsize=50_000)
def _signs_of(word: str) -> tuple[tuple[str, float], ...]:
    if word in _OF_WORDS:
        return _OF_WORDS[word]
    if not word.islower():
        return ()
    of_letters = next((_OF_LETTERS[letter] for letter in word if letter in _OF_LETTERS), ())
    of_endings = (
        (language, _OF_A_FORM) for language, ending in _ENDINGS.items() if ending.match(word)
    )
    return (*of_letters, *of_endings)
