"""Countries and territories of ISO 3166-1 (and Kosovo, XK): their names, adjectives and capitals.

Data: ``data/countries.tsv``, written by ``scripts/build_countries.py``, which states the sources.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from civicspace.reference.fold import fold
from civicspace.reference.tables import rows, values

# Countries that take a name or adjective that two share: the one of more inhabitants (GeoNames).
_SHARED = {"guinea": "GN", "congolese": "CD", "dominican": "DO", "samoan": "WS", "micronesian": "FM", "congo": "CD",
           "saint martin": "MF", "st martin": "MF"}  # fmt: skip
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[\w’'ʼ]*\w)?")
_LONGEST = 8  # words: "Democratic People's Republic of Korea"


@dataclass(frozen=True, slots=True)
class Country:
    """A country. ``name`` is English; ``names`` are its other names, ``parts`` names of parts that stand for it.

    ``capitals`` are (first day or year, last, name), an open end empty.
    """

    code: str
    alpha3: str
    geonames: str
    name: str
    russian: str
    kazakh: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    capitals: tuple[tuple[str, str, str], ...]
    parts: tuple[str, ...]

    def label(self, language: str) -> str:
        """The name in ``en``, ``ru`` or ``kk``."""
        return {"ru": self.russian, "kk": self.kazakh}.get(language, self.name)

    def capital_on(self, day: date) -> str:
        """The capital's name on a day; from 1 January of a year of change the new one, where no day is known."""
        for first, last, name in self.capitals:
            if first <= day.isoformat() and (not last or day.isoformat() < last):
                return name
        return self.capital


@dataclass(frozen=True, slots=True)
class Found:
    """Characters ``start`` to ``end`` of a text that name a country or are its adjective."""

    country: Country
    start: int
    end: int
    how: Literal["name", "adjective", "part"]


def _capitals(cell: str) -> tuple[tuple[str, str, str], ...]:
    spans = (value.partition(" ") for value in values(cell))
    return tuple((span.partition("..")[0], span.partition("..")[2], name) for span, _, name in spans)


@cache
def _by_code() -> dict[str, Country]:
    return {
        code: Country(
            code,
            iso3,
            ident,
            en,
            ru,
            kk,
            values(names),
            values(adjectives),
            capital,
            _capitals(capitals),
            values(parts),
        )
        for code, iso3, ident, en, ru, kk, names, adjectives, capital, capitals, parts in rows("countries.tsv")
    }


@cache
def _by_word() -> dict[str, tuple[Country, Literal["name", "adjective", "part"]]]:
    index: dict[str, tuple[Country, Literal["name", "adjective", "part"]]] = {}
    for country in _by_code().values():
        for name in (country.name, *country.names, country.russian, country.kazakh):
            index.setdefault(_key(name), (country, "name"))
        for name in country.parts:
            index.setdefault(_key(name), (country, "part"))
    for country in _by_code().values():
        for name in country.adjectives:
            index.setdefault(_key(name), (country, "adjective"))
    for word, code in _SHARED.items():
        index[word] = (_by_code()[code], index[word][1])
    return index


def _key(name: str) -> str:
    return fold(name).removeprefix("the ")


def by_code(code: str) -> Country | None:
    """The country of an ISO 3166-1 alpha-2 code, in either case."""
    return _by_code().get(code.upper())


def by_name(text: str) -> Country | None:
    """The country of this name ("Burma", "the Gambia", "UK"), in English, Russian or Kazakh; no adjectives."""
    found = _by_word().get(_key(text))
    return found[0] if found and found[1] != "adjective" else None


def by_adjective(text: str) -> Country | None:
    """The country of an adjective or demonym, its plural too ("Kazakh", "Jordanians")."""
    key = _key(text)
    for word in (key, key[:-1] if key.endswith("s") else key):
        found = _by_word().get(word)
        if found and found[1] == "adjective":
            return found[0]
    return None


def is_part(text: str) -> bool:
    """Whether a name that :func:`by_name` knows is one of a part of a country ("Scotland", "Gaza")."""
    found = _by_word().get(_key(text))
    return found is not None and found[1] == "part"


def every() -> tuple[Country, ...]:
    """All of them by code."""
    return tuple(_by_code().values())


def find_in(text: str) -> list[Found]:
    """Every country named in a text, by name or adjective, longest first from the left; abbreviations in capitals."""
    return list(_find(text))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.split()[0] for word in _by_word())


def _find(text: str) -> Iterator[Found]:
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        found = _longest(text, words, at) if text[words[at].start()].isupper() else None
        if found is None:
            at += 1
            continue
        size, hit = found
        yield hit
        at += size


def _longest(text: str, words: list[re.Match[str]], at: int) -> tuple[int, Found] | None:
    start = words[at].start()
    head = fold(words[at][0])
    first = _first_words()
    if head not in first and head[:-1] not in first and head.removesuffix("s") not in first:
        return None
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        end = words[at + size - 1].end()
        span = text[start:end]
        if "\n" in span:
            continue
        possessive = 2 if span[-2:] in ("'s", "’s") else 0
        span = span[: len(span) - possessive]
        hit = _by_word().get(fold(span)) or _plural(span)
        if hit is None or (len(fold(span)) <= 4 and hit[1] == "name" and not _is_written(span, hit[0])):
            continue
        return size, Found(hit[0], start, end - possessive, hit[1])
    return None


def _plural(span: str) -> tuple[Country, Literal["name", "adjective", "part"]] | None:
    country = by_adjective(span)
    return (country, "adjective") if country else None


def _is_written(span: str, country: Country) -> bool:
    """Short names are abbreviations: "US" and "UAE" count, "Us" and "Car" do not; "Chad", "Cuba" and "Iran" do."""
    return any(span == n for n in (country.name, *country.names))
