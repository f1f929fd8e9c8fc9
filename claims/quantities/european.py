"""German, French and Spanish number words, for the English grammar."""

from __future__ import annotations

import re
from functools import cache

from claims.quantities.english import find_english
from claims.quantities.translation import Rules, Translator

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


@cache
def translator(language: str) -> Translator:
    """The reader of quantities in German ("de"), French ("fr") or Spanish ("es")."""
    return Translator(_RULES[language](), find_english)


# ------------------------------------------------------------------------- digits


def _with_point(match: re.Match[str]) -> str:
    """A number with its groups joined: "1.234,5" and "1 234,5" as "1234.5"."""
    return re.sub(r"[.\s’']", "", match.group()).replace(",", ".")


# Groups of three with a stop, a space or an apostrophe between, and a comma for the point.
_GROUPED = r"(?<![\d.,])\d{1,3}(?:[.\u00a0\u202f\u2009 ’']\d{3})+(?:,\d+)?(?![\d]|,\d)"
_COMMA = r"(?<![\d.,])\d+,\d+(?![\d,.]\d)"
# In Spanish a comma before three digits is as often a separator of thousands.
_COMMA_NOT_THOUSANDS = r"(?<![\d.,])\d+,(?!\d{3}(?!\d))\d+(?![\d,.]\d)"


def _shared(fractions: dict[str, str], counts: dict[str, str]) -> dict[str, str]:
    """Fractions with the words that count them: "die Hälfte", "deux tiers"."""
    return {
        f"{count} {fraction}": f"{number} {name}"
        for fraction, name in fractions.items()
        for count, number in counts.items()
    }


def _month_of(names: list[str]) -> dict[str, str]:
    return dict(zip(names, _MONTHS, strict=True))


# ------------------------------------------------------------------------- German

_DE_UNITS = "null ein zwei drei vier fünf sechs sieben acht neun".split()
_DE_TEENS = (
    "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
).split()
_DE_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_DE_MONTHS = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
).split()


def _german_numbers() -> dict[str, str]:
    numbers = {word: str(value) for value, word in enumerate(_DE_UNITS) if value > 1}
    numbers |= {word: str(value) for value, word in enumerate(_DE_TEENS, start=10)}
    for ten, word in enumerate(_DE_TENS, start=2):
        numbers[word] = str(ten * 10)
        for unit, name in enumerate(_DE_UNITS[1:], start=1):
            numbers[f"{name}und{word}"] = str(ten * 10 + unit)
    for hundred, name in enumerate(_DE_UNITS[2:], start=2):
        numbers[f"{name}hundert"] = str(hundred * 100)
    return numbers | {"hundert": "100", "einhundert": "100", "tausend": "thousand"}


_DE_ORDINALS = {
    "erst": "first", "zweit": "second", "dritt": "third", "viert": "fourth", "fünft": "fifth",
    "sechst": "sixth", "siebt": "seventh", "acht": "eighth", "neunt": "ninth", "zehnt": "tenth",
}  # fmt: skip
_DE_FRACTIONS = {
    "Hälfte": "half", "Drittel": "third", "Viertel": "quarter", "Fünftel": "fifth",
    "Sechstel": "sixth", "Achtel": "eighth", "Zehntel": "tenth",
}  # fmt: skip


def _german() -> Rules:
    phrases = {
        "mehr als": "more than", "über": "over", "mindestens": "at least", "wenigstens": "at least",
        "höchstens": "at most", "maximal": "at most", "bis zu": "up to", "weniger als": "less than",
        "unter": "under", "etwa": "about", "rund": "about", "ungefähr": "about", "circa": "about",
        "ca.": "about", "gut": "over", "knapp": "nearly", "fast": "nearly", "beinahe": "nearly",
        "Prozent": "percent", "v. H.": "percent", "Prozentpunkte": "percentage points",
        "Prozentpunkten": "percentage points", "Million": "million", "Millionen": "million",
        "Mio.": "million", "Mio": "million", "Milliarde": "billion", "Milliarden": "billion",
        "Mrd.": "billion", "Mrd": "billion", "Billion": "trillion", "Billionen": "trillion",
        "Dutzend": "dozen", "Euro": "euros", "Dollar": "dollars", "Pfund": "pounds",
        "Franken": "francs", "anderthalb": "1.5", "eineinhalb": "1.5", "zweieinhalb": "2.5",
        "eine halbe": "half a", "eine viertel": "a quarter", "halb so": "half as",
        "verdoppelt": "doubled", "verdoppelte": "doubled", "verdreifacht": "tripled",
        "verdreifachte": "tripled", "vervierfacht": "quadrupled", "halbiert": "halved",
        "halbierte": "halved", "doppelt so": "twice as", "Jahre": "years", "Jahren": "years",
        "Monate": "months", "Monaten": "months", "Wochen": "weeks", "Tage": "days",
        "Tagen": "days", "Stunden": "hours", "Minuten": "minutes", "Kilometer": "km",
        "Meter": "metres", "Tonnen": "tonnes", "Hektar": "hectares", "Quadratkilometer": "km2",
        "von": "of", "der": "the", "bis": "to", "und": "and", "zwischen": "between",
        **_shared(_DE_FRACTIONS, dict.fromkeys(("ein", "einem", "die", "der"), "a")),
        "mal": "times", "Mal": "times",
        **_german_numbers(),
        **{m: e for m, e in _month_of(_DE_MONTHS).items() if m != e},
        **_DE_FRACTIONS,
    }  # fmt: skip
    return Rules(
        phrases=phrases,
        patterns=(
            (r"(?<!\d)\d{1,2}\.(?=\s+(?:" + "|".join(_DE_MONTHS) + r")\b)", _without_stop),
            (
                r"\b(?:" + "|".join(_DE_ORDINALS) + r")(?:größte|höchste|meiste|beste)\w{0,2}\b",
                _rank,
            ),
            (r"\b\d{1,2}er[ -]Jahren?\b", lambda m: f"19{m.group()[:2]}s"),
            (r"(?<=\d)\s?€", lambda _: " euros"),
            (_GROUPED, _with_point),
            (_COMMA, _with_point),
        ),
    )


def _without_stop(match: re.Match[str]) -> str:
    return match.group().rstrip(".")


def _rank(match: re.Match[str]) -> str:
    word = match.group().lower()
    stem = max((stem for stem in _DE_ORDINALS if word.startswith(stem)), key=len)
    return f"{_DE_ORDINALS[stem]} largest"


# ------------------------------------------------------------------------- French

_FR_UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf"
).split()
_FR_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_FR_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
).split()


def _french_numbers() -> dict[str, str]:
    numbers = {word: str(value) for value, word in enumerate(_FR_UNITS) if value > 1}
    for ten, word in _FR_TENS.items():
        numbers[word] = str(ten)
        top = 20 if ten == 60 else 10
        for unit in range(1, top):
            joined = " et " if unit in {1, 11} else "-"
            numbers[f"{word}{joined}{_FR_UNITS[unit]}"] = str(ten + unit)
            numbers[
                f"{word}-et-{_FR_UNITS[unit]}" if unit in {1, 11} else f"{word} {_FR_UNITS[unit]}"
            ] = str(ten + unit)
    numbers["quatre-vingts"] = numbers["quatre-vingt"] = "80"
    for unit in range(1, 20):
        numbers[f"quatre-vingt-{_FR_UNITS[unit]}"] = str(80 + unit)
    return numbers | {"cent": "100", "mille": "thousand"}


_FR_FRACTIONS = {"moitié": "half", "tiers": "third", "quart": "quarter", "cinquième": "fifth",
                 "dixième": "tenth"}  # fmt: skip
_FR_ABOUT = {"dizaine": "10", "douzaine": "12", "quinzaine": "15", "vingtaine": "20",
             "trentaine": "30", "quarantaine": "40", "cinquantaine": "50", "soixantaine": "60",
             "centaine": "100", "millier": "1000"}  # fmt: skip


_FR_COUNTS = {"la": "a", "le": "a", "un": "a", "deux": "two", "les deux": "two", "trois": "three",
              "les trois": "three"}  # fmt: skip


def _french() -> Rules:
    phrases = {
        "plus de": "more than", "plus d'": "more than ", "moins de": "less than",
        "au moins": "at least", "au plus": "at most", "jusqu'à": "up to", "environ": "about",
        "près de": "nearly", "presque": "nearly", "quelque": "about", "autour de": "about",
        "pour cent": "percent", "points de pourcentage": "percentage points", "point": "point",
        "million": "million", "millions": "million", "million de": "million",
        "millions de": "million", "millions d'": "million ", "milliard": "billion",
        "milliards": "billion", "milliard de": "billion", "milliards de": "billion",
        "milliards d'": "billion ", "Md": "billion", "euros": "euros", "d'euros": "euros",
        "dollars": "dollars", "de dollars": "dollars", "a doublé": "doubled",
        "doublé": "doubled", "triplé": "tripled", "quadruplé": "quadrupled",
        "divisé par deux": "halved", "fois": "times", "sur": "of", "ans": "years",
        "années": "years", "mois": "months", "semaines": "weeks", "jours": "days",
        "heures": "hours", "kilomètres": "km", "mètres": "metres", "tonnes": "tonnes",
        "demi-million": "half a million", "un demi-million": "half a million", "entre": "between",
        "une personne sur": "one in", "un sur": "one in", "et": "and", "à": "to",
        "deuxième": "second", "troisième": "third", "quatrième": "fourth", "premier": "first",
        "première": "first", "cinquième": "fifth",
        **_shared(_FR_FRACTIONS, _FR_COUNTS),
        **{f"une {name}": f"about {value}" for name, value in _FR_ABOUT.items()},
        **{f"une {name} de": f"about {value}" for name, value in _FR_ABOUT.items()},
        "un millier de": "about 1000", "un millier": "about 1000",
        **_french_numbers(),
        **_month_of(_FR_MONTHS),
        "trois quarts": "three quarters", "les trois quarts": "three quarters",
    }  # fmt: skip
    return Rules(
        phrases=phrases,
        patterns=(
            (r"\bannées\s+(?:19|20)?\d0\b", _french_decade),
            (r"\b1er(?=\s+(?:" + "|".join(_FR_MONTHS) + r")\b)", lambda _: "1"),
            (r"(?<=\d)\s?€", lambda _: " euros"),
            (_GROUPED, _with_point),
            (_COMMA, _with_point),
        ),
    )


def _french_decade(match: re.Match[str]) -> str:
    year = match.group().split()[-1]
    return f"{year if len(year) == len('1990') else f'19{year}'}s"


# ------------------------------------------------------------------------- Spanish

_ES_UNITS = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro"
    " veinticinco veintiséis veintisiete veintiocho veintinueve"
).split()
_ES_TENS = {30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta",
            80: "ochenta", 90: "noventa"}  # fmt: skip
_ES_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
).split()


def _spanish_numbers() -> dict[str, str]:
    numbers = {word: str(value) for value, word in enumerate(_ES_UNITS) if value > 1}
    for ten, word in _ES_TENS.items():
        numbers[word] = str(ten)
        for unit in range(1, 10):
            numbers[f"{word} y {_ES_UNITS[unit]}"] = str(ten + unit)
    hundreds = "doscientos trescientos cuatrocientos quinientos seiscientos setecientos"
    for value, word in enumerate(f"{hundreds} ochocientos novecientos".split(), start=2):
        numbers[word] = numbers[f"{word[:-2]}as"] = str(value * 100)
    return numbers | {"cien": "100", "ciento": "100", "mil": "thousand"}


def _spanish() -> Rules:
    fractions = {"mitad": "half", "tercio": "third", "cuarto": "quarter", "quinto": "fifth",
                 "décima parte": "tenth", "tercera parte": "third",
                 "cuarta parte": "quarter"}  # fmt: skip
    phrases = {
        "más de": "more than", "menos de": "less than", "al menos": "at least",
        "por lo menos": "at least", "como mínimo": "at least", "como máximo": "at most",
        "hasta": "up to", "casi": "nearly", "casi el": "nearly", "casi un": "nearly",
        "cerca de": "nearly", "alrededor de": "about", "aproximadamente": "about", "unos": "about",
        "unas": "about", "en torno a": "about", "por ciento": "percent",
        "puntos porcentuales": "percentage points", "millón": "million", "millones": "million",
        "millón de": "million", "millones de": "million", "mil millones": "billion",
        "mil millones de": "billion", "billón": "trillion", "billones": "trillion",
        "billones de": "trillion", "billón de": "trillion", "medio millón": "half a million",
        "medio millón de": "half a million", "euros": "euros", "dólares": "dollars",
        "pesos": "pesos", "docena": "dozen", "docenas": "dozen", "duplicó": "doubled",
        "se duplicó": "doubled", "triplicó": "tripled", "se triplicó": "tripled",
        "cuadruplicó": "quadrupled", "a la mitad": "halved", "veces": "times", "años": "years",
        "meses": "months", "semanas": "weeks", "días": "days", "horas": "hours",
        "kilómetros": "km", "metros": "metres", "toneladas": "tonnes", "hectáreas": "hectares",
        "uno de cada": "one in", "una de cada": "one in", "de cada": "in", "entre": "between",
        "y": "and", "segundo": "second", "segunda": "second", "tercero": "third",
        "tercer": "third", "tercera": "third", "primero": "first", "primera": "first",
        "primer": "first",
        **_shared(fractions, dict.fromkeys(("la", "el", "un", "una"), "a")),
        "dos tercios": "two thirds", "tres cuartos": "three quarters",
        "tres cuartas partes": "three quarters", "dos terceras partes": "two thirds",
        **_spanish_numbers(),
        **_month_of(_ES_MONTHS),
    }  # fmt: skip
    months = "|".join(_ES_MONTHS)
    return Rules(
        phrases=phrases,
        patterns=(
            (rf"(?<!\d)\d{{1,2}}\s+de\s+(?:{months})(?:\s+de\s+\d{{4}})?\b", _spanish_date),
            (rf"\b(?:{months})\s+de\s+\d{{4}}\b", _spanish_date),
            (r"\bmil\s+millones(?:\s+de)?\b", _one_billion),
            (r"\baños\s+(?:19|20)?\d0\b", _french_decade),
            (r"(?<=\d)\s?€", lambda _: " euros"),
            (_GROUPED, _with_point),
            (_COMMA_NOT_THOUSANDS, _with_point),
        ),
    )


def _spanish_date(match: re.Match[str]) -> str:
    months = _month_of(_ES_MONTHS)
    words = [word for word in match.group().split() if word.lower() != "de"]
    return " ".join(months.get(word.lower(), word) for word in words)


def _one_billion(match: re.Match[str]) -> str:
    before = match.string[: match.start()].rstrip()
    return "billion" if before[-1:].isdigit() else "1 billion"


_RULES = {"de": _german, "fr": _french, "es": _spanish}
