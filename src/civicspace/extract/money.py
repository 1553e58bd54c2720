"""Sums of money in words and signs: the amount and its ISO 4217 currency, by the report's country where it must be."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from civicspace.extract.number_words import NUMBER, value

_SIGNS: Final = {
    "₽": "RUB",
    "₸": "KZT",
    "₴": "UAH",
    "₦": "NGN",
    "₹": "INR",
    "₺": "TRY",
    "₱": "PHP",
    "₫": "VND",
    "₾": "GEL",
}
_SCALE: Final = r"(?:\s?(?:thousand|million|billion|m|bn|k)\b)?"


@dataclass(frozen=True, slots=True)
class Money:
    """Characters ``start`` to ``end``, the amount in units of ``currency`` (ISO 4217), ``None`` where it is unclear."""

    start: int
    end: int
    amount: float
    currency: str | None


@cache
def _names() -> dict[str, Any]:
    text = (resources.files("civicspace.extract") / "words" / "currencies.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted({*_names()["one"], *_names()["shared"], *_SIGNS}, key=lambda n: (-len(n), n))
    signs = "|".join(re.escape(n) for n in names if not n[-1].isalpha() or len(n) <= 4)
    worded = "|".join(re.escape(n) for n in names if n[-1].isalpha())
    return re.compile(
        rf"(?:(?<![\w$])(?P<sign>{signs})\.?\s?(?P<after>\d[\d,.  ]*\d|\d){_SCALE}"
        rf"|(?<![\w.,])(?P<before>{NUMBER}{_SCALE})[ -](?:(?P<whose>[A-Z]\w+|new)[ -])?(?P<word>{worded})(?:e?s|i)?\b"
        rf"|(?<![\w.,])(?P<euro>\d[\d,.]*{_SCALE})\s?(?P<last>[€₽₸₴₦₹]))",
        re.IGNORECASE,
    )


def find(text: str, *, country: str | None = None) -> list[Money]:
    """Every sum of money in ``text``; ``country`` (ISO 3166-1 alpha-2) decides between dollars, pesos and the like."""
    found = []
    for match in _pattern().finditer(text):
        name = match["sign"] or match["word"] or match["last"]
        words = match["after"] or match["before"] or match["euro"]
        scale = match[0][len(name) :] if match["sign"] else words
        amount = _amount(words, scale)
        where = _names()["people"].get((match["whose"] or "").lower(), country)
        if amount is not None:
            found.append(Money(match.start(), match.end(), amount, _currency(name.lower(), where)))
    return found


def _currency(name: str, country: str | None) -> str | None:
    if name in _SIGNS:
        return _SIGNS[name]
    shared: dict[str, str] = _names()["shared"].get(name, {})
    code = shared.get(country or "", shared.get("")) or _names()["one"].get(name)
    return str(code) if code else None


def _amount(words: str, scaled: str) -> float | None:
    factor = re.search(r"(thousand|million|billion|bn|[mk])\b", scaled, re.IGNORECASE)
    times = {"t": 1e3, "k": 1e3, "m": 1e6, "b": 1e9}[factor[1][0].lower()] if factor else 1
    digits = re.match(r"[\d,.  ]+", words)
    if not digits:
        number = value(words)
        return float(number) if number is not None else None
    plain = re.sub(r"[,.  ](?=\d{3}(?!\d))", "", digits[0].strip(" .,"))
    try:
        return float(plain.replace(",", ".").replace(" ", "")) * times
    except ValueError:
        return None
