"""The words of English that make, bound, scale and measure numbers."""

from __future__ import annotations

from claims.quantities.units import FAHRENHEIT, SIGNS
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
    "trn": 1e12,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
}
# Behind sums of money: $1.2T, $45MM.
SCALES_OF_MONEY = {"T": 1e12, "MM": 1e6, "mm": 1e6}

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
    "R$": "BRL",
    "Rs": "INR",
    "RM": "MYR",
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
    "kroner": "NOK", "kronor": "SEK", "zloty": "PLN", "zlotys": "PLN", "u . s . dollars": "USD",
    "rupee": "INR", "singapore dollar": "SGD", "new zealand dollars": "NZD",
    "rub": "RUB", "rubles": "RUB", "roubles": "RUB", "thb": "THB", "baht": "THB",
    "myr": "MYR", "ringgit": "MYR", "idr": "IDR", "rupiah": "IDR", "vnd": "VND", "zar": "ZAR",
    "sar": "SAR", "riyals": "SAR", "aed": "AED", "dirhams": "AED", "ils": "ILS",
    "shekels": "ILS", "lira": "TRY", "naira": "NGN", "ngn": "NGN", "mxn": "MXN", "reais": "BRL",
    "huf": "HUF", "forints": "HUF", "czk": "CZK", "koruna": "CZK", "krone": "NOK",
}  # fmt: skip

DURATIONS: dict[str, str] = {
    form: unit
    for unit in ("second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade")
    for form in (unit, f"{unit}s")
} | {
    form: unit
    for unit, forms in {
        "second": "sec secs",
        "minute": "min mins",
        "hour": "h hr hrs",
        "week": "wk wks",
        "year": "yr yrs",
        "century": "century centuries",
    }.items()
    for form in forms.split()
}

# Signs that mean something else in other letters.
_OF_CASE = frozenset("t MT kt Mt Gt l L g m W mb/d".split())
PHYSICAL_UNITS: dict[str, str] = (
    {sign.lower(): unit for sign, unit in SIGNS.items() if sign not in _OF_CASE}
    | {
        form: unit
        for forms, unit in (
            ("kilometre kilometres kilometer kilometers", "km"),
            ("m metre metres meter meters", "m"),
            ("mile miles", "mile"),
            ("centimetres centimeters centimetre centimeter", "cm"),
            ("millimetres millimeters millimetre millimeter", "mm"),
            ("micrometres micrometers micrometre micrometer microns micron", "µm"),
            ("nanometres nanometers nanometre nanometer", "nm"),
            ("kilograms kilogrammes kilogram kilogramme kilo kilos", "kg"),
            ("g grams gram grammes gramme", "g"),
            ("milligrams milligrammes milligram milligramme", "mg"),
            ("micrograms microgrammes microgram", "µg"),
            ("oz ounces ounce", "ounce"),
            ("tonne tonnes ton tons", "tonne"),
            ("kilotonnes kilotonne kilotons kiloton", "kt"),
            ("megatonnes megatonne megatons megaton", "Mt"),
            ("gigatonnes gigatonne gigatons gigaton", "Gt"),
            ("knots knot", "knot"),
            ("watts watt", "W"),
            ("volts volt", "V"),
            ("decibels decibel db", "dB"),
            ("kcal kilocalories calories", "kcal"),
            ("terawatts terawatt", "TW"),
            ("gigawatts gigawatt", "GW"),
            ("megawatts megawatt", "MW"),
            ("kilowatts kilowatt", "kW"),
            ("horsepower hp", "hp"),
            ("gigawatt-hours gigawatt-hour", "GWh"),
            ("megawatt-hours megawatt-hour", "MWh"),
            ("kilowatt-hours kilowatt-hour", "kWh"),
            ("terawatt-hours terawatt-hour", "TWh"),
            ("hertz", "Hz"),
            ("kilohertz", "kHz"),
            ("megahertz", "MHz"),
            ("gigahertz", "GHz"),
            ("hectares hectare", "ha"),
            ("feet foot ft", "ft"),
            ("inches inch", "inch"),
            ("yards yard", "yard"),
            ("acres acre", "acre"),
            ("gallons gallon", "gallon"),
            ("lb lbs", "lb"),
            ("degrees degree", "degree"),
            ("barrels barrel", "barrel"),
            ("litres litre liters liter", "litre"),
            ("hectolitres hectoliters", "hl"),
            ("centilitres centiliters", "cl"),
            ("millilitres millilitre milliliters milliliter", "ml"),
            ("kilobytes kilobyte", "kB"),
            ("megabytes megabyte", "MB"),
            ("gigabytes gigabyte", "GB"),
            ("terabytes terabyte", "TB"),
            ("petabytes petabyte", "PB"),
            ("gigajoules", "GJ"),
            ("petajoules", "PJ"),
            ("exajoules", "EJ"),
        )
        for form in forms.split()
    }
    | {
        "kilometres per hour": "km/h",
        "kilometers per hour": "km/h",
        "km per hour": "km/h",
        "miles per hour": "mph",
        "kilometres an hour": "km/h",
        "kilometers an hour": "km/h",
        "miles an hour": "mph",
        "metres per second": "m/s",
        "meters per second": "m/s",
        "miles per gallon": "mpg",
        "parts per million": "ppm",
        "parts per billion": "ppb",
        "nautical miles": "nmi",
        "nautical mile": "nmi",
        "metric tons": "tonne",
        "metric tonnes": "tonne",
        "metric ton": "tonne",
        "degrees celsius": "degree",
        "degrees centigrade": "degree",
        "degrees fahrenheit": FAHRENHEIT,
        "gigawatt hours": "GWh",
        "megawatt hours": "MWh",
        "kilowatt hours": "kWh",
        "terawatt hours": "TWh",
    }
    | {
        f"{prefix} {form}": unit
        for prefixes, power in (("square sq sq.", "2"), ("cubic cu", "3"))
        for prefix in prefixes.split()
        for forms, name in (
            ("kilometres kilometers kilometre kilometer km", "km"),
            ("metres meters metre meter m", "m"),
            ("miles mile mi", "mile"),
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
