"""The words of English that make, bound, scale and measure numbers."""

from __future__ import annotations

from claims.values import Comparator

NUMERALS: dict[str, float] = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10.0 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}

SCALES: dict[str, float] = {
    "dozen": 12.0,
    "dozens": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}

FRACTIONS: dict[str, float] = {
    "half": 2.0,
    "third": 3.0,
    "thirds": 3.0,
    "quarter": 4.0,
    "quarters": 4.0,
    "fifth": 5.0,
    "fifths": 5.0,
    "sixth": 6.0,
    "sixths": 6.0,
    "seventh": 7.0,
    "sevenths": 7.0,
    "eighth": 8.0,
    "eighths": 8.0,
    "ninth": 9.0,
    "ninths": 9.0,
    "tenth": 10.0,
    "tenths": 10.0,
}

ORDINALS: dict[str, float] = {
    word: float(place)
    for place, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1
    )
}

_MORE, _LEAST = Comparator.MORE, Comparator.AT_LEAST
_LESS, _MOST, _ABOUT = Comparator.LESS, Comparator.AT_MOST, Comparator.ABOUT

WORDS_BEFORE: dict[str, Comparator] = (
    dict.fromkeys(
        (
            "more than",
            "greater than",
            "higher than",
            "larger than",
            "over",
            "above",
            "exceed",
            "exceeds",
            "exceeded",
            "exceeding",
            "beyond",
            "topped",
            "surpassed",
            "surpassing",
            "well over",
            "just over",
            "upwards of",
            "north of",
            "in excess of",
            ">",
        ),
        _MORE,
    )
    | dict.fromkeys(("at least", "no fewer than", "no less than", "not less than", "≥"), _LEAST)
    | dict.fromkeys(
        ("less than", "fewer than", "lower than", "smaller than", "under", "below", "<"), _LESS
    )
    | dict.fromkeys(
        (
            "up to",
            "at most",
            "no more than",
            "not more than",
            "as much as",
            "as many as",
            "a maximum of",
            "≤",
        ),
        _MOST,
    )
    | dict.fromkeys(
        (
            "about",
            "around",
            "approximately",
            "roughly",
            "nearly",
            "almost",
            "close to",
            "some",
            "approx",
            "circa",
            "an estimated",
            "estimated",
            "just under",
            "near",
            "~",
            "≈",
        ),
        _ABOUT,
    )
)

ABBREVIATIONS_BEFORE = frozenset({"c.", "ca.", "ca", "approx.", "est."})

MORE_AFTER: dict[str, Comparator] = {
    "or so": _ABOUT,
    "or more": _LEAST,
    "or higher": _LEAST,
    "or above": _LEAST,
    "and above": _LEAST,
    "or over": _LEAST,
    "and over": _LEAST,
    "or older": _LEAST,
    "and older": _LEAST,
    "or under": _MOST,
    "and under": _MOST,
    "or younger": _MOST,
    "and younger": _MOST,
    "or less": _MOST,
    "or fewer": _MOST,
    "or below": _MOST,
    "and below": _MOST,
    "or lower": _MOST,
}

MULTIPLES: dict[str, float] = {
    "twice": 2.0,
    "doubled": 2.0,
    "doubling": 2.0,
    "thrice": 3.0,
    "tripled": 3.0,
    "trebled": 3.0,
    "quadrupled": 4.0,
    "halved": 0.5,
    "halve": 0.5,
    "halving": 0.5,
}
# Verbs where one of these stands before: "a double room" multiplies nothing.
MULTIPLYING: dict[str, float] = {
    "double": 2.0,
    "triple": 3.0,
    "treble": 3.0,
    "quadruple": 4.0,
}
BEFORE_VERBS = frozenset("to will would could may might must should can cannot shall".split())

CURRENCY_SIGNS: dict[str, str] = {
    "$": "USD",
    "US$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "A$": "AUD",
    "C$": "CAD",
    "S$": "SGD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "₹": "INR",
    "₩": "KRW",
}

CURRENCY_WORDS: dict[str, str] = {
    "usd": "USD", "dollar": "USD", "dollars": "USD", "us dollars": "USD",
    "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "pounds sterling": "GBP",
    "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "renminbi": "CNY",
    "jpy": "JPY", "yen": "JPY", "krw": "KRW", "won": "KRW",
    "inr": "INR", "rupees": "INR", "hkd": "HKD", "hong kong dollars": "HKD",
    "taiwan dollars": "TWD", "new taiwan dollars": "TWD", "australian dollars": "AUD",
    "canadian dollars": "CAD", "singapore dollars": "SGD", "swiss francs": "CHF",
    "twd": "TWD", "chf": "CHF", "francs": "CHF", "nok": "NOK", "sek": "SEK", "dkk": "DKK",
    "aud": "AUD", "cad": "CAD", "nzd": "NZD", "sgd": "SGD", "pln": "PLN", "brl": "BRL",
    "kroner": "NOK", "kronor": "SEK", "zloty": "PLN",
}  # fmt: skip

DURATIONS: dict[str, str] = {
    form: unit
    for unit in ("second", "minute", "hour", "day", "week", "month", "year", "decade")
    for form in (unit, f"{unit}s")
}

PHYSICAL_UNITS: dict[str, tuple[str, float]] = (
    {
        form: (unit, factor)
        for forms, unit, factor in (
            ("km kilometre kilometres kilometer kilometers", "km", 1.0),
            ("m metre metres meter meters", "m", 1.0),
            ("mile miles", "mile", 1.0),
            ("cm centimetres centimeters centimetre centimeter", "cm", 1.0),
            ("mm millimetres millimeters millimetre millimeter", "mm", 1.0),
            ("nm nanometres nanometers nanometre nanometer", "nm", 1.0),
            ("kg kilograms kilogrammes kilogram kilogramme kilo kilos", "kg", 1.0),
            ("g grams gram grammes gramme", "g", 1.0),
            ("mg milligrams milligrammes milligram milligramme", "mg", 1.0),
            ("mcg µg μg micrograms microgrammes microgram", "µg", 1.0),
            ("oz ounces ounce", "ounce", 1.0),
            ("tonne tonnes ton tons", "tonne", 1.0),
            ("km/h kph", "km/h", 1.0),
            ("mph", "mph", 1.0),
            ("knots knot", "knot", 1.0),
            ("watts watt", "W", 1.0),
            ("volts volt", "V", 1.0),
            ("decibels decibel db", "dB", 1.0),
            ("kcal kilocalories calories", "kcal", 1.0),
            ("gw gigawatts gigawatt", "GW", 1.0),
            ("mw megawatts megawatt", "MW", 1.0),
            ("kw kilowatts kilowatt", "kW", 1.0),
            ("gwh gigawatt-hours gigawatt-hour", "GWh", 1.0),
            ("mwh megawatt-hours megawatt-hour", "MWh", 1.0),
            ("kwh kilowatt-hours kilowatt-hour", "kWh", 1.0),
            ("twh terawatt-hours terawatt-hour", "TWh", 1.0),
            ("hz hertz", "Hz", 1.0),
            ("khz kilohertz", "kHz", 1.0),
            ("mhz megahertz", "MHz", 1.0),
            ("ghz gigahertz", "GHz", 1.0),
            ("hectares hectare ha", "ha", 1.0),
            ("feet foot ft", "ft", 1.0),
            ("inches inch", "inch", 1.0),
            ("yards yard", "yard", 1.0),
            ("acres acre", "acre", 1.0),
            ("gallons gallon", "gallon", 1.0),
            ("lb lbs", "lb", 1.0),
            ("degrees degree °c", "degree", 1.0),
            ("barrels barrel", "barrel", 1.0),
            ("litres litre liters liter", "litre", 1.0),
            ("ml millilitres millilitre milliliters milliliter", "ml", 1.0),
            ("kb kilobytes kilobyte", "kB", 1.0),
            ("mb megabytes megabyte", "MB", 1.0),
            ("gb gigabytes gigabyte", "GB", 1.0),
            ("tb terabytes terabyte", "TB", 1.0),
            ("km2 km²", "km2", 1.0),
            ("m2 m²", "m2", 1.0),
            ("m3 m³", "m3", 1.0),
        )
        for form in forms.split()
    }
    | {
        "kilometres per hour": ("km/h", 1.0),
        "kilometers per hour": ("km/h", 1.0),
        "km per hour": ("km/h", 1.0),
        "miles per hour": ("mph", 1.0),
        "kilometres an hour": ("km/h", 1.0),
        "kilometers an hour": ("km/h", 1.0),
        "miles an hour": ("mph", 1.0),
        "metric tons": ("tonne", 1.0),
        "metric tonnes": ("tonne", 1.0),
        "gigawatt hours": ("GWh", 1.0),
        "megawatt hours": ("MWh", 1.0),
        "kilowatt hours": ("kWh", 1.0),
        "terawatt hours": ("TWh", 1.0),
    }
    | {
        f"{prefix} {form}": (unit, 1.0)
        for prefixes, power in (("square sq", "2"), ("cubic", "3"))
        for prefix in prefixes.split()
        for forms, name in (
            ("kilometres kilometers km", "km"),
            ("metres meters metre meter m", "m"),
            ("miles mile", "mile"),
            ("feet foot ft", "ft"),
        )
        for form in forms.split()
        for unit in (f"{name}{power}",)
    }
)

NOUN_STOPS = frozenset(
    "a an the of in on at to for from by with and or but than that which who as is are was were"
    " be been has have had will would can could may might per this these those it its their not"
    " into over under about after before between during since until while when where because so"
    " if then also each against worldwide globally today now last more fewer less up down through"
    " year years month months ago later earlier"
    " them us me him whom each other others which"
    " said says reported grew rose fell increased decreased reached led leads lead made sold"
    " compared according including".split()
)
