"""Currencies (ISO 4217) by the words that reports use for them; a word that several share is resolved by country.

Data: ``data/currencies.tsv``, written by ``scripts/build_countries.py``, which states the sources.
"""

from dataclasses import dataclass
from functools import cache

from civicspace.reference.fold import fold
from civicspace.reference.tables import rows, values

# What a shared word means where the report's country has no currency of that name: the currency of this group that
# is named without its country most often, "dollar" in any report that is not from a country with a dollar of its own.
_PLAIN = {
    "dollar": "USD", "pound": "GBP", "franc": "CHF", "ruble": "RUB", "rouble": "RUB", "rupee": "INR", "yuan": "CNY",
    "won": "KRW", "lira": "TRY", "som": "KGS", "soum": "UZS", "sum": "UZS", "leu": "RON", "lei": "RON", "rial": "IRR",
    "riyal": "SAR", "peso": "MXN", "dirham": "AED", "dinar": "KWD", "manat": "AZN", "kroner": "DKK", "krona": "SEK",
    "cfa": "XOF",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Currency:
    """``words`` are its units folded, ``tender`` maps a country to the year in which it ended, 0 where it has not."""

    code: str
    name: str
    russian: str
    kazakh: str
    words: tuple[str, ...]
    signs: tuple[str, ...]
    tender: tuple[tuple[str, int], ...]


@cache
def _by_code() -> dict[str, Currency]:
    return {
        code: Currency(code, en, ru, kk, values(units), values(signs), tuple(map(_tender, values(tender))))
        for code, en, ru, kk, units, signs, tender in rows("currencies.tsv")
    }


def _tender(value: str) -> tuple[str, int]:
    country, _, year = value.partition("-")
    return country, int(year or 0)


@cache
def _by_word() -> dict[str, tuple[Currency, ...]]:
    index: dict[str, list[Currency]] = {}
    for currency in _by_code().values():
        for word in {*map(fold, currency.words), *(s.lower() for s in currency.signs), currency.code.lower()}:
            index.setdefault(word, []).append(currency)
    return {word: tuple(found) for word, found in index.items()}


def by_code(code: str) -> Currency | None:
    """The currency of an ISO 4217 code."""
    return _by_code().get(code.upper())


def words() -> frozenset[str]:
    """Every unit word, folded, and every sign and code, in lower case."""
    return frozenset(_by_word())


def of_country(country: str, *, year: int | None = None) -> Currency | None:
    """The tender of a country in a year, of today without one."""
    held = [(end, c) for c in _by_code().values() for cc, end in c.tender if cc == country]
    now = [c for end, c in held if end == 0]
    then = [c for end, c in sorted(held, key=lambda h: h[0]) if end and year is not None and year < end]
    return next(iter([*then, *now]), None)


def code_of(word: str, *, country: str | None = None, year: int | None = None) -> str | None:
    """ISO 4217 code for a word, sign or code in a report of ``country`` written in ``year``; ``None`` if unknown.

    "dollars" is the country's own where it has one, else the US dollar; a word that several countries use and
    none is plainly meant by ("krone") gives ``None`` in a report of yet another country.
    """
    key = fold(word) or word.lower()
    found = _by_word().get(key) or _by_word().get(word.lower())
    if not found:
        return None
    own = [(end == 0, -end, c.code) for c in found for cc, end in c.tender if cc == country]
    if year is not None:
        ended = sorted((end, c.code) for c in found for cc, end in c.tender if cc == country and year < end)
        if ended:
            return ended[0][1]
    current = [code for now, _, code in own if now]
    if own:
        return current[0] if current else max(own)[2]
    today = [c.code for c in found if any(end == 0 for _, end in c.tender)] or [c.code for c in found]
    plain = _PLAIN.get(key) or _PLAIN.get(key.removesuffix("s"))
    if plain in today:
        return plain
    return today[0] if len(today) == 1 else None
