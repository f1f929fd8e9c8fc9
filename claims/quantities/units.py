"""Units as every language writes them, and what each is in the unit that others are told in."""

from __future__ import annotations

FAHRENHEIT = "degree F"

# Signs mean what the case of their letters says: 36 Mt are million tonnes, 36 MB no barrels.
_AS_WRITTEN = (
    "km m cm mm nm µm km/h m/s ha kg g mg µg ml cl dl hl W kW MW GW TW Wh kWh MWh GWh TWh PWh Hz"
    " kHz MHz GHz kB MB GB TB PB kbps Mbps Gbps kPa MPa hPa kJ MJ GJ TJ PJ EJ ppm ppb mpg mph rpm"
    " kt Mt Gt bcm mcm tcm bcf tcf kb/d mb/d km2 km3 m2 m3"
)
_CARBON = ("CO2", "CO2e", "CO2eq", "CO₂", "CO₂e")
SIGNS: dict[str, str] = {
    **{sign: sign for sign in _AS_WRITTEN.split()},
    **{f"{name}{sign}": f"{name}{power}"
       for name in ("km", "m") for power, sign in (("2", "²"), ("3", "³"))},
    "sqm": "m2", "sqkm": "km2", "sqft": "ft2", "μg": "µg", "mcg": "µg", "μm": "µm",
    "t": "tonne", "MT": "tonne", "mtpa": "Mt", "Mtpa": "Mt",
    **{f"{prefix}{of}": unit
       for prefix, unit in (("t", "tonne"), ("kt", "kt"), ("Mt", "Mt"), ("Gt", "Gt"))
       for of in _CARBON},
    "l": "litre", "L": "litre", "mL": "ml", "kph": "km/h", "mi": "mile", "yd": "yard",
    "GWp": "GW", "MWp": "MW", "kWp": "kW", "Bcf": "bcf", "Tcf": "tcf",
    "bbl": "barrel", "bpd": "barrel", "b/d": "barrel", "kbpd": "kb/d", "mbpd": "mb/d",
    "°C": "degree", "℃": "degree", "°F": FAHRENHEIT, "℉": FAHRENHEIT,
}  # fmt: skip

# What a unit is in the one that all of its sort are compared in.
BASE_UNITS: dict[str, tuple[str, float]] = {
    "km": ("m", 1e3), "cm": ("m", 1e-2), "mm": ("m", 1e-3), "µm": ("m", 1e-6), "nm": ("m", 1e-9),
    "kg": ("g", 1e3), "tonne": ("g", 1e6), "mg": ("g", 1e-3), "µg": ("g", 1e-6),
    "kt": ("g", 1e9), "Mt": ("g", 1e12), "Gt": ("g", 1e15),
    "ml": ("litre", 1e-3), "cl": ("litre", 1e-2), "dl": ("litre", 0.1), "hl": ("litre", 1e2),
    "m3": ("litre", 1e3), "km3": ("litre", 1e12),
    "mcm": ("litre", 1e9), "bcm": ("litre", 1e12), "tcm": ("litre", 1e15),
    "kb/d": ("barrel", 1e3), "mb/d": ("barrel", 1e6),
    "km2": ("m2", 1e6), "ha": ("m2", 1e4), "m/s": ("km/h", 3.6),
    "kHz": ("Hz", 1e3), "MHz": ("Hz", 1e6), "GHz": ("Hz", 1e9),
    "kW": ("W", 1e3), "MW": ("W", 1e6), "GW": ("W", 1e9), "TW": ("W", 1e12),
    "kWh": ("Wh", 1e3), "MWh": ("Wh", 1e6), "GWh": ("Wh", 1e9), "TWh": ("Wh", 1e12),
    "PWh": ("Wh", 1e15), "kJ": ("J", 1e3), "MJ": ("J", 1e6), "GJ": ("J", 1e9),
    "TJ": ("J", 1e12), "PJ": ("J", 1e15), "EJ": ("J", 1e18),
    "hPa": ("Pa", 1e2), "kPa": ("Pa", 1e3), "MPa": ("Pa", 1e6),
    "kB": ("B", 1e3), "MB": ("B", 1e6), "GB": ("B", 1e9), "TB": ("B", 1e12), "PB": ("B", 1e15),
    "kbps": ("bps", 1e3), "Mbps": ("bps", 1e6), "Gbps": ("bps", 1e9),
    "minute": ("second", 60.0), "hour": ("second", 3600.0), "day": ("second", 86400.0),
    "week": ("second", 604800.0), "fortnight": ("second", 1209600.0),
    "decade": ("year", 10.0),
    "mile": ("m", 1609.344), "yard": ("m", 0.9144), "ft": ("m", 0.3048), "inch": ("m", 0.0254),
    "nmi": ("m", 1852.0), "mph": ("km/h", 1.609344), "knot": ("km/h", 1.852),
    "mile2": ("m2", 2.589988e6), "ft2": ("m2", 0.09290304), "acre": ("m2", 4046.856),
    "ping": ("m2", 3.305785), "mu": ("m2", 666.667),
    "lb": ("g", 453.59237), "ounce": ("g", 28.349523),
    "ft3": ("litre", 28.316847), "bcf": ("litre", 28.316847e9), "tcf": ("litre", 28.316847e12),
    "gallon": ("litre", 3.785412),
}  # fmt: skip

# Of these a number is seldom a round one of those of the others.
CUSTOMARY = frozenset(
    "mile yard ft inch nmi mph knot mile2 ft2 acre ping mu lb ounce ft3 bcf tcf gallon".split()
)


def told_in(unit: str) -> tuple[str, float]:
    """The unit that a duration is given in, and how many of it one is: a century is 100 years."""
    return ("year", 100.0) if unit == "century" else (unit, 1.0)


def celsius(fahrenheit: float) -> float:
    """Degrees Fahrenheit in degrees Celsius."""
    return (fahrenheit - 32.0) / 1.8
