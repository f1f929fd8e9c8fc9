"""German, French and Spanish number words, for the English grammar."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claims.quantities.dates import days_of
from claims.quantities.english import find_english
from claims.quantities.english_words import NUMERALS
from claims.quantities.translation import Piece, Rules, Translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claims.quantities.translation import Pattern

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_TWENTY, _HUNDRED, _THOUSAND = 20, 100, 1000
_ONES = [word for word, value in NUMERALS.items() if value < _TWENTY]
_TENS = [word for word, value in NUMERALS.items() if value >= _TWENTY]
# How one is said after a hundred.
_ONE_AFTER = ("eins", "un", "une", "uno", "una")
_PLAIN_DIGITS = r"\d+(?:[.,]\d+){0,6}"


@cache
def translator(language: str) -> Translator:
    """The reader of quantities in German ("de"), French ("fr") or Spanish ("es")."""
    return Translator(_RULES[language](), find_english)


# ------------------------------------------------------------------------- numbers


def _spelled(value: int) -> str:
    """A number below a million in English words, which tell how exactly it was meant."""
    if value < _TWENTY:
        return _ONES[value]
    if value < _HUNDRED:
        ten, one = divmod(value, 10)
        return _TENS[ten - 2] + (f"-{_ONES[one]}" if one else "")
    if value < _THOUSAND:
        hundreds, rest = divmod(value, _HUNDRED)
        return f"{_ONES[hundreds]} hundred" + (f" and {_spelled(rest)}" if rest else "")
    thousands, rest = divmod(value, _THOUSAND)
    joint = " and " if 0 < rest < _HUNDRED else " "
    return f"{_spelled(thousands)} thousand" + (joint + _spelled(rest) if rest else "")


def _with_point(match: re.Match[str]) -> str:
    """A number with its groups joined: "1.234,5" and "1 234,5" as "1234.5"."""
    return _pointed(match.group())


def _pointed(digits: str) -> str:
    return re.sub(r"[.\s’']", "", digits).replace(",", ".")


# Groups of three with a stop, a space or an apostrophe between, and a comma for the point.
_GROUPED = r"(?<![\d.,])\d{1,3}(?:[.\u00a0\u202f\u2009 ’']\d{3})+(?:,\d+)?(?![\d]|,\d)"
_COMMA = r"(?<![\d.,])\d+,\d+(?![\d,.]\d)"
# In Spanish a comma before three digits is as often a separator of thousands.
_COMMA_NOT_THOUSANDS = r"(?<![\d.,])\d+,(?!\d{3}(?!\d))\d+(?![\d,.]\d)"


class _Numerals:
    """The number words of a language below a million: a pattern, and what they come to.

    `below` are those below 100 with their values, `hundreds` those of whole hundreds, `thousand`
    matches the word for it, and `joint` what stands between two of these.
    """

    def __init__(
        self, below: Mapping[str, int], hundreds: Mapping[str, int], thousand: str, joint: str
    ) -> None:
        ones = dict.fromkeys(_ONE_AFTER, 1)
        self._values = {
            word.lower(): value for word, value in {**ones, **below, **hundreds}.items()
        }
        under, over, one = _any_of(below), _any_of(hundreds), _any_of(_ONE_AFTER)
        small = rf"(?:{over}(?:{joint}(?:{one}|{under}))?|{under})"
        words = rf"(?:(?:{small}{joint})?{thousand}(?:{joint}(?:{one}|{small}))?|{small})"
        self.pattern = rf"(?<![\w-]){words}(?![\w-])"
        self.number = rf"(?:{self.pattern}|(?<![\d.,]){_PLAIN_DIGITS})"
        self._thousand = re.compile(thousand, re.IGNORECASE)
        self._hundreds = re.compile(over, re.IGNORECASE)
        self._joint = joint

    def value(self, written: str) -> int:
        """The value of number words."""
        written = " ".join(written.lower().split())
        thousand = self._thousand.search(written)
        if thousand is None:
            return self._small(written)
        before, after = written[: thousand.start()], written[thousand.end() :]
        return (self._small(before) or 1) * _THOUSAND + self._small(after)

    def _small(self, written: str) -> int:
        """The value of number words below 1000; 0 where there are none."""
        written = re.sub(rf"^{self._joint}", "", written).strip(" -")
        hundreds = self._hundreds.match(written)
        if not hundreds or written in self._values:
            return self._values[written] if written else 0
        rest = re.sub(rf"^{self._joint}", "", written[hundreds.end() :])
        return self._values[hundreds.group()] + self._values[rest]

    def spelled(self, match: re.Match[str]) -> str:
        """Number words in English."""
        return _spelled(self.value(match.group()))

    def of(self, written: str) -> str:
        """A number, in digits or in words, as English has it."""
        return _pointed(written) if written[:1].isdigit() else _spelled(self.value(written))

    def amount(self, written: str) -> float:
        """What a number comes to."""
        is_digits = written[:1].isdigit()
        return float(_pointed(written)) if is_digits else float(self.value(written))


def _any_of(words: Iterable[str]) -> str:
    """A pattern of words, the longest first, with any white space between their parts."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered) + ")"


def _rewrites(pattern: str, words: Callable[..., str]) -> Pattern:
    """A pattern, and a function of its groups that says it in English.

    Groups lose their names within the one great pattern, so each is matched anew.
    """
    return _unnamed(pattern), lambda match: words(**_matched_anew(pattern, match).groupdict())


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _matched_anew(pattern: str, match: re.Match[str]) -> re.Match[str]:
    """The match of a pattern where the one great pattern has met it, with its groups.

    Compiled when it is first met, and kept by `re`.
    """
    found = re.compile(pattern, re.IGNORECASE).match(match.string, match.start())
    assert found is not None, "the same pattern at the same place"
    return found


def _change(numerals: _Numerals, before: str, percent: str, between: str) -> Pattern:
    """Of "von 30 auf 43" the English "from 30 to 43", the first number where it stands."""
    pattern = (
        rf"(?<!\w){before}\s+(?P<first>{numerals.number})(?P<sign>\s*%|\s+{percent})?"
        rf"\s+{between}\s+(?={numerals.number})"
    )

    def rewrite(match: re.Match[str]) -> list[Piece]:
        found = _matched_anew(pattern, match)
        end = found.end("sign") if found["sign"] else found.end("first")
        first = numerals.of(found["first"]) + ("%" if found["sign"] else "")
        return [
            Piece("from ", found.start(), found.start("first")),
            Piece(first, found.start("first"), end),
            Piece(" to ", end, found.end()),
        ]

    return _unnamed(pattern), rewrite


def _shared(fractions: dict[str, str], counts: dict[str, str]) -> dict[str, str]:
    """Fractions with the words that count them: "die Hälfte", "deux tiers"."""
    return {
        f"{count} {fraction}": f"{number} {name}"
        for fraction, name in fractions.items()
        for count, number in counts.items()
    }


def _month_of(names: list[str]) -> dict[str, str]:
    return dict(zip(names, _MONTHS, strict=True))


def _iso(day: str, month: str, year: str) -> str:
    """A date of digits, day first, or nothing where it never was."""
    is_date = days_of(int(year), int(month), int(day))
    return f"{year}-{int(month):02d}-{int(day):02d}" if is_date else " "


_DATE_OF_DIGITS = (
    r"(?<![\d./])(?P<day>\d{1,2})(?P<s>[./])(?P<month>\d{1,2})[./](?P<year>(?:19|20)\d\d)(?![\d/])"
)


def _date_of_digits() -> Pattern:
    return _rewrites(_DATE_OF_DIGITS, lambda day, month, year, s: _iso(day, month, year))  # noqa: ARG005


def _century(numeral: str) -> str:
    """The century of a Roman or Arabic numeral: "19th century"."""
    values = {"I": 1, "V": 5, "X": 10}
    if numeral.isdigit():
        number = int(numeral)
    else:
        digits = [values[one] for one in numeral.upper()]
        number = sum(
            -one if any(one < later for later in digits[place + 1 :]) else one
            for place, one in enumerate(digits)
        )
    return f"{number}th century"


def _decade(tens: str) -> str:
    year = tens if len(tens) == len("1990") else f"19{tens}"
    return f"{year}s"


def _of_many(numerals: _Numerals) -> Callable[..., str]:
    """The words "37 of 44" and a noun, for a part, a total and the noun between them."""

    def words(part: str, total: str, noun: str = "") -> str:
        first = "one" if _is_one(part) else numerals.of(part)
        # "24 heures sur 24" says always.
        if not _is_one(part) and numerals.amount(part) >= numerals.amount(total):
            return f"{first} {noun}".rstrip() + f", {numerals.of(total)}"
        return f"{first} of {numerals.of(total)}" + (f" {noun}" if noun else "")

    return words


def _and_a_half(numerals: _Numerals, scale: str) -> Callable[..., str]:
    def words(count: str | None = None) -> str:
        whole = int(numerals.amount(count)) if count and not _is_one(count) else 1
        return f"{whole}.5 {scale}"

    return words


def _is_one(written: str) -> bool:
    return written.lower() in {*_ONE_AFTER, "ein", "eine", "einer", "eines"}


# ------------------------------------------------------------------------- German

_DE_UNITS = "null ein zwei drei vier fünf sechs sieben acht neun".split()
_DE_TEENS = (
    "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
).split()
_DE_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_DE_MONTHS = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
).split()


def _german_numerals() -> _Numerals:
    below = {word: value for value, word in enumerate(_DE_UNITS) if value != 1}
    below |= {word: value for value, word in enumerate(_DE_TEENS, start=10)}
    for ten, word in enumerate(_DE_TENS, start=2):
        below[word] = ten * 10
        for unit, name in enumerate(_DE_UNITS[1:], start=1):
            below[f"{name}und{word}"] = ten * 10 + unit
    hundreds = {f"{name}hundert": value * 100 for value, name in enumerate(_DE_UNITS) if value}
    return _Numerals(below, {"hundert": 100, **hundreds}, "(?:ein)?tausend", "(?:und)?")


_DE_ORDINALS = {
    "erst": "first", "zweit": "second", "dritt": "third", "viert": "fourth", "fünft": "fifth",
    "sechst": "sixth", "siebt": "seventh", "acht": "eighth", "neunt": "ninth", "zehnt": "tenth",
}  # fmt: skip
# In the plural none of these is taken for an ordinal: "ein Fünftel" is no fifth one.
_DE_FRACTIONS = {
    "Hälfte": "half", "Drittel": "thirds", "Viertel": "quarters", "Fünftel": "fifths",
    "Sechstel": "sixths", "Achtel": "eighths", "Zehntel": "tenths",
}  # fmt: skip


_DE_PHRASES = {
    "mehr als": "more than", "über": "over", "mindestens": "at least", "wenigstens": "at least",
    "höchstens": "at most", "maximal": "at most", "bis zu": "up to", "weniger als": "less than",
    "unter": "under", "etwa": "about", "rund": "about", "ungefähr": "about", "circa": "about",
    "ca.": "about", "gut": "over", "knapp": "nearly", "fast": "nearly", "beinahe": "nearly",
    "oder mehr": "or more", "oder weniger": "or less",
    "Prozent": "percent", "v. H.": "percent", "Prozentpunkte": "percentage points",
    "Basispunkte": "basis points", "Basispunkten": "basis points",
    "Prozentpunkten": "percentage points", "Prozentpunkt": "percentage point",
    "einen Prozentpunkt": "one percentage point", "ein Prozent": "one percent",
    "Million": "million", "Millionen": "million",
    "Mio.": "million", "Mio": "million", "Milliarde": "billion", "Milliarden": "billion",
    "Mrd.": "billion", "Mrd": "billion", "Billion": "trillion", "Billionen": "trillion",
    "tausend": "thousand", "hundert": "one hundred", "Dutzend": "dozen",
    "ein Dutzend": "a dozen", "Euro": "euros", "Dollar": "dollars",
    "Pfund": "pounds", "Franken": "francs", "anderthalb": "1.5", "eineinhalb": "1.5",
    **{f"{name}einhalb": f"{value}.5" for value, name in enumerate(_DE_UNITS) if value > 1},
    "eine halbe": "half a", "ein halbes": "half a", "eine viertel": "a quarter of a",
    "halb so": "half as",
    "verdoppelt": "doubled", "verdoppelte": "doubled", "verdoppelten": "doubled",
    "verdreifacht": "tripled", "verdreifachte": "tripled", "verdreifachten": "tripled",
    "vervierfacht": "quadrupled", "halbiert": "halved", "halbierte": "halved",
    "doppelt so": "twice as", "das Doppelte": "twice", "Jahre": "years", "Jahren": "years",
    "Jahr": "year", "Monate": "months", "Monaten": "months", "Monat": "month",
    "Wochen": "weeks", "Woche": "week", "Tage": "days", "Tagen": "days",
    "Stunden": "hours", "Stunde": "hour", "Minuten": "minutes", "Sekunden": "seconds",
    **dict.fromkeys(("Jahrzehnte", "Jahrzehnten"), "decades"), "Jahrzehnt": "decade",
    **dict.fromkeys(("Jahrhunderte", "Jahrhunderten"), "centuries"),
    "ein halbes Jahrhundert": "half a century", "halbes Jahrhundert": "half a century",
    "ein Vierteljahrhundert": "a quarter of a century", "Min.": "minutes", "Std.": "hours",
    "Mikrometer": "micrometres", "Nanometer": "nanometres", "Megatonnen": "megatonnes",
    "Gigatonnen": "gigatonnes", "Meilen": "miles", "Meile": "mile", "Seemeilen": "nautical miles",
    "Fuß": "feet", "Zoll": "inches", "Pfund Sterling": "pounds sterling",
    "Grad Celsius": "degrees Celsius", "Grad Fahrenheit": "degrees Fahrenheit",
    "Quadratmeilen": "square miles", "Barrel": "barrels", "Knoten": "knots",
    "Schweizer Franken": "swiss francs", "Rubel": "roubles",
    "Kilometer": "km", "Meter": "metres", "Zentimeter": "cm", "Millimeter": "mm",
    "Kilometer pro Stunde": "km/h", "Stundenkilometer": "km/h",
    "Quadratkilometer": "square km", "Quadratmeter": "square metres",
    "Kubikmeter": "cubic metres", "Tonnen": "tonnes", "Tonne": "tonne", "Kilogramm": "kg",
    "Kilo": "kg", "Gramm": "grams", "Liter": "litres", "Hektar": "hectares",
    "Megawatt": "MW", "Gigawatt": "GW", "Kilowatt": "kW", "Kilowattstunden": "kWh",
    "Megawattstunden": "MWh", "Gigawattstunden": "GWh", "Terawattstunden": "TWh",
    "Grad": "degrees", "je": "per", "pro": "per", "mehr": "more", "weniger": "fewer",
    "höher": "higher", "niedriger": "lower", "größer": "larger", "kleiner": "smaller",
    "von": "of", "der": "the", "bis": "to", "und": "and", "oder": "or",
    "zwischen": "between", "seit": "since", "des": "of the", "im": "in", "am": "on",
    "um": "by", "auf": "on", "für": "for", "mit": "with", "nach": "after", "vor": "before",
    "durch": "by", "aus": "from",
    **_shared(_DE_FRACTIONS, dict.fromkeys(("ein", "einem", "die", "der"), "a")),
    "mal": "times", "Mal": "times",
    **{m: e for m, e in _month_of(_DE_MONTHS).items() if m != e},
    **_DE_FRACTIONS,
}  # fmt: skip


def _german() -> Rules:
    numerals = _german_numerals()
    number = numerals.number
    ordinals = "|".join(_DE_ORDINALS)
    return Rules(
        phrases=_DE_PHRASES,
        patterns=(
            _date_of_digits(),
            (r"(?<![\d.,:])\d{1,2}(?=\s+Uhr\b)", lambda _: " "),
            (r"(?<!\d)\d{1,2}\.(?=\s+(?:" + "|".join(_DE_MONTHS) + r")\b)", _without_stop),
            _rewrites(r"(?<!\d)(?P<numeral>\d{1,2})\.\s+Jahrhunderts?\b", _century),
            _rewrites(
                r"(?<!\w)(?:Platz|Rang|Position)\s+(?P<place>\d{1,4})(?![\d.,]\d)",
                lambda place: f"#{place}",
            ),
            _rewrites(
                r"(?<![\d.,])(?P<place>\d{1,3})\.(?=\s+(?:Platz|Rang|Stelle|Auflage|Mal)\b)",
                lambda place: f"{place}th",
            ),
            # "Jeden zweiten Tag" is a rhythm, "jeder zweite Haushalt" half of them.
            _rewrites(
                rf"(?<!\w)jede[rsnm]?\s+(?P<place>{ordinals})e[rsnm]?(?!\w)"
                r"(?!\s+(?:Tag|Woche|Monat|Jahr|Stunde|Minute|Mal)\w*)",
                lambda place: f"one in {_ONES[[*_DE_ORDINALS].index(place.lower()) + 1]}",
            ),
            _rewrites(
                rf"(?<!\w)(?P<part>eine[rs]?|{number})\s+(?:von|der|aus)\s+(?:den\s+|insgesamt\s+)?"
                rf"(?P<total>{number})(?=\s+\w)",
                _of_many(numerals),
            ),
            _change(numerals, "von", "Prozent", "(?:auf|bis)"),
            _rewrites(
                rf"(?<!\w)(?P<times>{_PLAIN_DIGITS}|\w+?)-?mal(?=\s+(?:so|mehr|weniger)\b)",
                lambda times: _times(numerals, times, "times"),
            ),
            _rewrites(
                rf"(?<!\w)(?P<times>{_PLAIN_DIGITS}|\w+?)-?fache[nrs]?(?!\w)",
                lambda times: _times(numerals, times, "times"),
            ),
            (
                rf"\b(?:{ordinals})(?:größte|höchste|meiste|beste|längste|kleinste)\w{{0,2}}\b",
                _rank,
            ),
            # "Achten" is "to heed".
            _rewrites(
                rf"(?<!\w)(?P<place>(?!achten\b)(?:{ordinals})e[rsnm]?)(?!\w)",
                lambda place: _DE_ORDINALS[_stem(place)],
            ),
            _rewrites(r"(?<!\w)(?P<tens>(?:19|20)\d0|[3-9]0)er(?:[ -]?Jahren?)?(?!\w)", _decade),
            (r"\s?€(?!\s?\d)", lambda _: " euros"),
            (_GROUPED, _with_point),
            (_COMMA, _with_point),
        ),
        numerals=((numerals.pattern, numerals.spelled),),
    )


def _times(numerals: _Numerals, written: str, word: str) -> str:
    """The words "5 times" for "fünf"; a word that is no number ("manch") is left as it is."""
    if written[:1].isdigit():
        return f"{_pointed(written)} {word}"
    if re.fullmatch(numerals.pattern, written, re.IGNORECASE):
        return f"{numerals.value(written)} {word}"
    return written


def _without_stop(match: re.Match[str]) -> str:
    return match.group().rstrip(".")


def _stem(word: str) -> str:
    return max((stem for stem in _DE_ORDINALS if word.lower().startswith(stem)), key=len)


def _rank(match: re.Match[str]) -> str:
    return f"{_DE_ORDINALS[_stem(match.group())]} largest"


# ------------------------------------------------------------------------- French

_FR_UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf"
).split()
_FR_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante",
            80: "quatre-vingt"}  # fmt: skip
_FR_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
).split()


def _french_numerals() -> _Numerals:
    below = {word: value for value, word in enumerate(_FR_UNITS) if value != 1}
    for ten, word in _FR_TENS.items():
        below[word] = ten
        for unit in range(1, 20 if ten in {60, 80} else 10):
            name = _FR_UNITS[unit]
            joints = (" et ", "-et-", "-") if unit in {1, 11} else ("-", " ")
            below |= {f"{word}{joint}{name}": ten + unit for joint in joints}
            if unit == 1:
                below |= {f"{word}{joint}une": ten + 1 for joint in joints}
    below["quatre-vingts"] = 80
    hundreds = {"cent": 100}
    for value, name in enumerate(_FR_UNITS[2:10], start=2):
        for joint in (" ", "-"):
            hundreds |= {f"{name}{joint}cent": value * 100, f"{name}{joint}cents": value * 100}
    return _Numerals(below, hundreds, "mille", r"[\s-]")


# The words that a number may stand behind.
_FR_BEFORE = frozenset(
    "les des de en à et ou aux ces ses mes nos vos leurs sur dans depuis pendant par environ"
    " quelque sont ont a y compte comptait moins plus dont que pour après avant".split()
)
_FR_FRACTIONS = {"moitié": "half", "tiers": "thirds", "quart": "quarters", "cinquième": "fifth",
                 "dixième": "tenth"}  # fmt: skip
_FR_ABOUT = {"dizaine": "10", "douzaine": "12", "quinzaine": "15", "vingtaine": "20",
             "trentaine": "30", "quarantaine": "40", "cinquantaine": "50", "soixantaine": "60",
             "centaine": "100"}  # fmt: skip
_FR_ONE = {"la": "a", "le": "a", "un": "a"}
_FR_SOME = {"deux": "two", "les deux": "two", "trois": "three", "les trois": "three",
            "quatre": "four", "les quatre": "four"}  # fmt: skip


_FR_PHRASES = {
    "plus de": "more than", "plus d'": "more than ", "plus du": "more than",
    "plus des": "more than", "moins de": "less than", "moins d'": "less than ",
    "au moins": "at least", "au plus": "at most", "au maximum": "at most",
    "jusqu'à": "up to", "environ": "about", "près de": "nearly", "près d'": "nearly ",
    "presque": "nearly", "quelque": "about", "autour de": "about", "à peu près": "about",
    **{f"{bound} du {part}": f"{words} a {name}"
       for bound, words in (("plus", "more than"), ("moins", "less than"), ("près", "nearly"))
       for part, name in (("quart", "quarter"), ("tiers", "thirds"))},
    "un point de pourcentage": "one percentage point", "un pour cent": "one percent",
    "ou plus": "or more", "ou moins": "or less", "plus": "more", "moins": "less",
    "pour cent": "percent", "points de pourcentage": "percentage points",
    "points de base": "basis points",
    "point de pourcentage": "percentage point", "point": "point",
    "million": "million", "millions": "million", "million de": "million",
    "millions de": "million", "million d'": "million ", "millions d'": "million ",
    "milliard": "billion", "milliards": "billion", "milliard de": "billion",
    "milliards de": "billion", "milliard d'": "billion ", "milliards d'": "billion ",
    "Md": "billion", "Mds": "billion", "euros": "euros", "euro": "euros",
    "dollars": "dollars", "francs suisses": "swiss francs", "livres sterling": "pounds",
    "a doublé": "doubled", **dict.fromkeys(("doublé", "doublée", "doublés"), "doubled"),
    **dict.fromkeys(("triplé", "triplée", "triplés"), "tripled"), "quadruplé": "quadrupled",
    **dict.fromkeys((f"divisé{e} par deux" for e in ("", "e", "s", "es")), "halved"),
    "le double": "twice", "le triple": "3 times",
    "fois": "times", "sur": "of", "an": "year", "ans": "years", "année": "year",
    "années": "years", "mois": "months", "semaines": "weeks", "semaine": "week",
    "jours": "days", "jour": "day", "heures": "hours", "heure": "hour",
    "minutes": "minutes", "secondes": "seconds", "kilomètres": "km", "mètres": "metres",
    "kilomètres par heure": "km/h", "kilomètres carrés": "square km",
    "mètres carrés": "square metres", "mètres cubes": "cubic metres",
    "centimètres": "cm", "millimètres": "mm", "tonnes": "tonnes", "kilos": "kg",
    "kilogrammes": "kg", "grammes": "grams", "litres": "litres", "hectares": "hectares",
    "mégawatts": "MW", "gigawatts": "GW", "kilowatts": "kW", "degrés": "degrees",
    "kilowattheures": "kWh", "mégawattheures": "MWh", "gigawattheures": "GWh",
    "térawattheures": "TWh", "douzaines": "dozen", "demi-heure": "half an hour",
    "une demi-heure": "half an hour", "un demi-siècle": "half a century",
    "demi-siècle": "half a century", "un quart de siècle": "a quarter of a century",
    "quart de siècle": "a quarter of a century", "siècles": "centuries", "décennies": "decades",
    "décennie": "decade", "barils": "barrels", "baril": "barrel", "miles": "miles",
    "milles marins": "nautical miles", "pieds": "feet", "pouces": "inches", "nœuds": "knots",
    "micromètres": "micrometres", "nanomètres": "nanometres", "mégatonnes": "megatonnes",
    "gigatonnes": "gigatonnes", "degrés Celsius": "degrees Celsius",
    "degrés Fahrenheit": "degrees Fahrenheit", "roubles": "roubles", "yuans": "yuan",
    "demi-million": "half a million", "un demi-million": "half a million", "entre": "between",
    "un sur": "one in", "une sur": "one in", "et": "and", "ou": "or", "à": "to",
    "depuis": "since", "des": "of the", "du": "of the", "de la": "of the", "de l'": "of the ",
    "de": "of", "en": "in", "dans": "in", "pour": "for", "par": "by", "avec": "with",
    "au": "at", "aux": "at", "que": "that", "qui": "who",
    "deuxième": "second", "troisième": "third", "quatrième": "fourth", "premier": "first",
    "première": "first", "cinquième": "fifth", "sixième": "sixth", "septième": "seventh",
    "huitième": "eighth", "neuvième": "ninth", "dixième": "tenth",
    **_shared(_FR_FRACTIONS, _FR_ONE),
    **_shared({f"{name.rstrip('s')}s": word for name, word in _FR_FRACTIONS.items()}, _FR_SOME),
    **{f"une {name}": f"about {value}" for name, value in _FR_ABOUT.items()},
    **{f"une {name} de": f"about {value}" for name, value in _FR_ABOUT.items()},
    **{f"une {name} d'": f"about {value} " for name, value in _FR_ABOUT.items()},
    "un millier de": "about 1000", "un millier": "about 1000",
    **_month_of(_FR_MONTHS),
}  # fmt: skip


def _french() -> Rules:
    numerals = _french_numerals()
    number = numerals.number
    months = "|".join(_FR_MONTHS)
    return Rules(
        phrases=_FR_PHRASES,
        patterns=(
            _date_of_digits(),
            (r"(?<![\d.,])\d{1,2}\s?h\s?\d{2}(?!\d)", lambda _: " "),
            (r"(?<=\d)\s?h\b", lambda _: " hours"),
            _rewrites(
                r"\bannées\s+(?P<tens>(?:19|20)\d0|[3-9]0)\b|\bdécennie\s+(?P<year>(?:19|20)\d0)\b",
                lambda tens, year: _decade(tens or year),
            ),
            _rewrites(
                r"\bannées\s+(?P<tens>vingt|trente|quarante|cinquante|soixante-dix|soixante"
                r"|quatre-vingt-dix|quatre-vingts?)\b",
                lambda tens: _decade(str(numerals.value(tens))),
            ),
            _rewrites(r"(?<!\w)(?P<numeral>[XVI]+)e\s+siècle\b", _century),
            _rewrites(r"(?<!\w)(?P<numeral>\d{1,2})e\s+siècle\b", _century),
            (rf"\b1er(?=\s+(?:{months})\b)", lambda _: "1"),
            _rewrites(
                r"(?<![\d.,])(?P<place>\d{1,3})(?:e|ème|eme|er|re|ère|nde?)(?!\w)",
                lambda place: f"{place}th",
            ),
            # "Trois écoles sur quatre", "un enfant sur cinq"; a year is no total.
            _rewrites(
                rf"(?<!\w)(?P<part>une?|{number})\s+(?P<noun>[^\W\d]+(?:\s+[^\W\d]+)?)\s+sur\s+"
                rf"(?P<total>(?!(?:19|20)\d\d(?!\d)){number})(?![.,]?\d)",
                _of_many(numerals),
            ),
            _rewrites(
                rf"(?P<part>{number})\s+(?:des|sur|parmi\s+les)\s+(?P<total>{number})(?![.,]?\d)",
                _of_many(numerals),
            ),
            _change(numerals, "de", r"pour\s+cent", "à"),
            _rewrites(
                rf"(?:(?P<count>\bun|{number})\s+)millions?\s+et\s+demi(?:\s+(?:de\b|d['’]))?",
                _and_a_half(numerals, "million "),
            ),
            _rewrites(
                rf"\bmultiplié(?:e|s|es)?\s+par\s+(?P<times>{number})",
                lambda times: f"{numerals.amount(times):g} times",
            ),
            (r"\bpour\s+(?=10{2,5}\s(?:h|p|s|n)|1(?:0{0,2}\s000)\s(?:h|p|s|n))", lambda _: "per "),
            (r"\bmoins\s+(?=\d+(?:,\d+)?\s*(?:degrés|°))", lambda _: "minus "),
            (r"(?<=\d)\s?M\s?€", lambda _: " million euros"),
            (r"(?<=\d)\s?Mds?\s?€", lambda _: " billion euros"),
            (r"\bd['’](?=euros\b)|\bde\s+(?=dollars\b|livres\b|francs\b)", lambda _: ""),
            (r"\s?€(?!\s?\d)", lambda _: " euros"),
            (_GROUPED, _with_point),
            (_COMMA, _with_point),
        ),
        # "Un bâtiment neuf" is new.
        numerals=((numerals.pattern, _but_new(numerals)),),
    )


def _but_new(numerals: _Numerals) -> Callable[[re.Match[str]], str]:
    """French number words in English, but for "neuf" where it stands behind its noun."""

    def words(match: re.Match[str]) -> str:
        before = match.string[: match.start()].split()
        is_new = match.group().lower() == "neuf" and before and before[-1].lower() not in _FR_BEFORE
        return match.group() if is_new else numerals.spelled(match)

    return words


# ------------------------------------------------------------------------- Spanish

_ES_UNITS = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro"
    " veinticinco veintiséis veintisiete veintiocho veintinueve"
).split()
_ES_TENS = {30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta",
            80: "ochenta", 90: "noventa"}  # fmt: skip
_ES_HUNDREDS = (
    "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos"
    " novecientos"
).split()
_ES_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
).split()


def _spanish_numerals() -> _Numerals:
    below = {word: value for value, word in enumerate(_ES_UNITS) if value != 1}
    below |= {"veintiún": 21, "veintiuna": 21, "cien": 100}
    for ten, word in _ES_TENS.items():
        below[word] = ten
        for unit in range(1, 10):
            below[f"{word} y {_ES_UNITS[unit]}"] = ten + unit
        below |= {f"{word} y un": ten + 1, f"{word} y una": ten + 1}
    hundreds = {"ciento": 100}
    for value, word in enumerate(_ES_HUNDREDS, start=2):
        hundreds[word] = hundreds[f"{word[:-2]}as"] = value * 100
    return _Numerals(below, hundreds, r"mil(?!\s+millones)", r"\s")


_ES_FRACTIONS = {"tercio": "thirds", "cuarto": "quarters", "quinto": "fifth", "décimo": "tenth"}
_ES_PARTS = {"tercera": "thirds", "cuarta": "quarters", "quinta": "fifths", "décima": "tenths"}
_ES_COUNTS = {"dos": "two", "tres": "three", "cuatro": "four"}
_ES_PHRASES = {
    "más de": "more than", "más del": "more than", "menos de": "less than",
    "menos del": "less than", "al menos": "at least",
    "por lo menos": "at least", "como mínimo": "at least", "como máximo": "at most",
    "hasta": "up to", "hasta los": "to", "hasta las": "to", "casi": "nearly",
    "casi el": "nearly", "casi un": "nearly",
    "cerca de": "nearly", "cerca del": "nearly", "alrededor de": "about",
    "alrededor del": "about", "aproximadamente": "about", "unos": "about",
    "unas": "about", "en torno a": "about", "en torno al": "about",
    "o más": "or more", "o menos": "or less", "por ciento": "percent",
    "puntos básicos": "basis points", "puntos porcentuales": "percentage points",
    "punto porcentual": "percentage point",
    "un punto porcentual": "one percentage point", "un uno por ciento": "one percent",
    "millón": "million", "millones": "million",
    "millón de": "million", "millones de": "million",
    "billón": "trillion", "billones": "trillion",
    "billones de": "trillion", "billón de": "trillion", "medio millón": "half a million",
    "medio millón de": "half a million", "euros": "euros", "dólares": "dollars",
    "libras": "pounds", "pesos": "pesos", "docena": "dozen", "docenas": "dozen",
    "una docena": "a dozen", "una docena de": "a dozen",
    **dict.fromkeys(("duplicó", "se duplicó", "duplicado", "duplicaron"), "doubled"),
    **dict.fromkeys(("triplicó", "se triplicó", "triplicado", "triplicaron"), "tripled"),
    "cuadruplicó": "quadrupled", "a la mitad": "halved", "el doble": "twice",
    "el triple": "3 times", "veces": "times", "año": "year", "años": "years",
    "mes": "month", "meses": "months", "semana": "week", "semanas": "weeks", "día": "day",
    "días": "days", "hora": "hour", "horas": "hours", "minutos": "minutes",
    "segundos": "seconds", "media hora": "half an hour",
    "décadas": "decades", "década": "decade", "siglos": "centuries",
    "medio siglo": "half a century", "un cuarto de siglo": "a quarter of a century",
    "barriles": "barrels", "barril": "barrel", "millas": "miles", "milla": "mile",
    "millas náuticas": "nautical miles", "pies": "feet", "pulgadas": "inches", "nudos": "knots",
    "micrómetros": "micrometres", "micras": "micrometres", "nanómetros": "nanometres",
    "megatoneladas": "megatonnes", "gigatoneladas": "gigatonnes", "rublos": "roubles",
    "grados Celsius": "degrees Celsius", "grados centígrados": "degrees Celsius",
    "grados Fahrenheit": "degrees Fahrenheit", "yuanes": "yuan", "francos suizos": "swiss francs",
    "kilómetros": "km", "metros": "metres", "kilómetros por hora": "km/h",
    "kilómetros cuadrados": "square km", "metros cuadrados": "square metres",
    "metros cúbicos": "cubic metres", "centímetros": "cm", "milímetros": "mm",
    "toneladas": "tonnes", "kilogramos": "kg", "kilos": "kg", "gramos": "grams",
    "litros": "litres", "hectáreas": "hectares", "megavatios": "MW", "gigavatios": "GW",
    "kilovatios": "kW", "kilovatios hora": "kWh", "megavatios hora": "MWh",
    "gigavatios hora": "GWh", "teravatios hora": "TWh", "grados": "degrees",
    "uno de cada": "one in", "una de cada": "one in", "de cada": "in", "entre": "between",
    "por cada": "per", "de": "of", "del": "of the", "de los": "of the", "de las": "of the",
    "en": "in", "por": "by", "con": "with", "para": "for", "que": "that", "y": "and",
    "o": "or", "desde": "since", "segundo": "second", "segunda": "second",
    "tercero": "third", "tercer": "third", "tercera": "third", "primero": "first",
    "primera": "first",
    "primer": "first", "cuarta": "fourth", "quinta": "fifth",
    "la mitad": "a half", "más": "more", "menos": "less",
    **_shared(_ES_FRACTIONS, dict.fromkeys(("el", "un"), "a")),
    **_shared({f"{name} parte": word for name, word in _ES_PARTS.items()},
              dict.fromkeys(("la", "una"), "a")),
    **_shared({f"{name}s partes": word for name, word in _ES_PARTS.items()}, _ES_COUNTS),
    **_shared({f"{name}s": word for name, word in _ES_FRACTIONS.items()}, _ES_COUNTS),
    **_month_of(_ES_MONTHS),
}  # fmt: skip


def _spanish() -> Rules:
    numerals = _spanish_numerals()
    number = numerals.number
    months = "|".join(_ES_MONTHS)
    return Rules(
        phrases=_ES_PHRASES,
        patterns=(
            _date_of_digits(),
            (rf"(?<!\d)\d{{1,2}}\s+de\s+(?:{months})(?:\s+de\s+\d{{4}})?\b", _spanish_date),
            (rf"\b(?:{months})\s+de\s+\d{{4}}\b", _spanish_date),
            _rewrites(
                rf"(?:(?P<count>{number})\s+)?\bmil\s+millones(?:\s+de\b)?",
                lambda count: f"{numerals.of(count) if count else 'one'} billion",
            ),
            _rewrites(
                rf"(?:(?P<count>\bun|{number})\s+)?\bmill(?:ón|ones)\s+y\s+medio(?:\s+de\b)?",
                _and_a_half(numerals, "million"),
            ),
            _rewrites(
                r"\b(?:década\s+de(?:\s+los)?|años)\s+(?P<tens>(?:19|20)\d0|[3-9]0)\b", _decade
            ),
            _rewrites(
                rf"\baños\s+(?P<tens>veinte|{'|'.join(_ES_TENS.values())})\b",
                lambda tens: _decade(str(numerals.value(tens))),
            ),
            _rewrites(r"\bsiglo\s+(?P<numeral>[XVI]+)(?!\w)", _century),
            _rewrites(
                r"\b(?:puesto|lugar|posición)\s+(?:número\s+)?(?P<place>\d{1,4})(?![\d.,]\d)",
                lambda place: f"#{place}",
            ),
            _rewrites(
                r"(?<![\d.,])(?P<place>\d{1,3})\.?[ºª](?!\s?C\b)", lambda place: f"{place}th"
            ),
            _rewrites(
                rf"(?<!\w)(?P<part>una?|uno|{number})\s+de\s+(?:cada|las|los)\s+(?P<total>{number})"
                rf"(?![.,]?\d)",
                _of_many(numerals),
            ),
            _rewrites(
                rf"(?P<part>{number})\s+de\s+(?P<total>(?!(?:19|20)\d\d(?!\d)){number})(?![.,]?\d)",
                _of_many(numerals),
            ),
            _change(numerals, "del?", r"por\s+ciento", "al?"),
            _rewrites(
                rf"\bmultiplic\w+\s+por\s+(?P<times>{number})",
                lambda times: f"{numerals.amount(times):g} times",
            ),
            (r"\bmenos\s+(?=\d+(?:,\d+)?\s*(?:grados|°))", lambda _: "minus "),
            (rf"\b(?:el|la|los|las)\s+(?={number})", lambda _: ""),
            (r"\bde\s+(?=euros\b|dólares\b|libras\b)", lambda _: ""),
            (r"(?<=\d)\s?M\s?€", lambda _: " million euros"),
            (r"\s?€(?!\s?\d)", lambda _: " euros"),
            (_GROUPED, _with_point),
            (_COMMA_NOT_THOUSANDS, _with_point),
        ),
        numerals=((numerals.pattern, numerals.spelled),),
    )


def _spanish_date(match: re.Match[str]) -> str:
    months = _month_of(_ES_MONTHS)
    words = [word for word in match.group().split() if word.lower() != "de"]
    return " ".join(months.get(word.lower(), word) for word in words)


_RULES = {"de": _german, "fr": _french, "es": _spanish}
