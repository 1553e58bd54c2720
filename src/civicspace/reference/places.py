"""Places by name: the report's own country first, then what any report may name.

Data: ``data/places.zip`` (GeoNames, CC BY 4.0, written by ``scripts/build_places.py``), one member a country, read
when that country is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from civicspace.reference import countries
from civicspace.reference import gazetteer as g
from civicspace.reference.fold import fold
from civicspace.reference.near import Near
from civicspace.reference.place_words import kind_of, split_generic

PlaceKind = Literal["city", "subdivision", "country"]
WORLD = "_world"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of GeoNames; ``point`` is (longitude, latitude), for what is not a city the middle of its cities.

    ``population`` is that of a city, or of all cities in the place, and 0 where GeoNames gives none.
    """

    id: str
    name: str
    country: str
    point: tuple[float, float]
    kind: PlaceKind
    population: int = 0
    capital: bool = False


def _place(row: g.Row) -> Place:
    kind: PlaceKind = {"0": "country", "1": "subdivision", "2": "subdivision"}.get(row[g.KIND], "city")  # type: ignore[assignment]
    return Place(
        id=f"geonames:{row[g.IDENT]}",
        name=row[g.NAME],
        country=row[g.COUNTRY],
        point=(float(row[g.LON]), float(row[g.LAT])),
        kind=kind,
        population=int(row[g.POPULATION]),
        capital=row[g.KIND] == "C",
    )


@lru_cache(maxsize=20_000)
def find(name: str, *, country: str | None = None) -> Place | None:
    """The place that a report of ``country`` (ISO 3166-1 alpha-2) means by ``name``; ``None`` if none is known.

    Words beside the name are understood ("Mangystau region", "the city of Homs"). A name of the report's country
    comes before one of elsewhere, save that cities of 100,000 and capitals come before villages and former names;
    a misspelling is forgiven only for long names of the report's own country.
    """
    name = " ".join(name.split())
    found = _find(name, country=country)
    first, _, rest = name.partition(" ")
    if found is None and rest and kind_of(first) == "position":
        return _find(rest, country=country)  # "eastern Ukraine" is placed where Ukraine is
    first, _, rest = name.partition(",")
    if found is None and rest:
        nation = countries.by_name(rest.rpartition(",")[2])
        return find(first, country=nation.code if nation else country)  # "Bavet, Svay Rieng province"
    return found


def _find(name: str, *, country: str | None) -> Place | None:
    bare, claimed = split_generic(name)
    if not bare or not bare[0].isalnum() or bare.islower():
        return None
    local = g.read(country) if country in g.countries() else None
    if claimed == "subdivision":
        row = _area(bare, name, local=local)
        if row is not None:
            return _place(row)
    nation = _nation(bare, country=country, local=local)
    if nation is not None:
        return nation
    if countries.by_adjective(bare):
        return None
    row = _best(bare, name, local=local) or (_near(bare, country=country) if country and local else None)
    if row is not None and claimed == "settlement" and row[g.KIND] in "12":
        row = _best(row[g.NAME], row[g.NAME], local=local) or row  # the town that a subdivision is named after
    return _place(row) if row is not None else None


def _nation(name: str, *, country: str | None, local: g.Gazetteer | None) -> Place | None:
    nation = countries.by_name(name)
    if nation is None or countries.is_part(name):
        return None
    if nation.code != country and local is not None:
        area = local.area(fold(name))
        if area is not None and local.row(area)[g.KIND] == "1":
            return None
    return of_country(nation.code)


def _area(bare: str, name: str, *, local: g.Gazetteer | None) -> g.Row | None:
    for gazetteer in filter(None, (local, g.read(WORLD))):
        for key in (fold(name), fold(bare)):
            if (at := gazetteer.area(key)) is not None:
                return gazetteer.row(at)
        if gazetteer is local and len(bare) >= Near.SHORTEST_AREA:
            found = Near.of_areas(gazetteer).find(fold(bare))
            if found is not None:
                return gazetteer.row(found)
    return None


def _best(bare: str, name: str, *, local: g.Gazetteer | None) -> g.Row | None:
    """The best bearer at home and abroad: home towns, then the world's cities, then what is small or formerly so."""
    world = g.read(WORLD)
    found: list[tuple[int, g.Row]] = []
    for key in dict.fromkeys((fold(name), fold(bare))):
        if local is not None and (home := local.find(key)):
            rank, index = home
            order = {g.STRONG_TOWN: 0, g.STRONG_AREA: 0, g.OTHER_TOWN: 2, g.WEAK: 3, g.OTHER: 5}[rank]
            found.append((order, local.row(index)))
        if abroad := world.find(key):
            rank, index = abroad
            found.append((1 if rank == g.STRONG_TOWN else 4, world.row(index)))
    return min(found, key=lambda f: f[0])[1] if found else None


@cache
def _near_names(country: str) -> Near:
    return Near.of_places(g.read(country))


def _near(bare: str, *, country: str) -> g.Row | None:
    index = _near_names(country).find(fold(bare))
    return g.read(country).row(index) if index is not None else None


@cache
def of_country(code: str) -> Place | None:
    """A country as a place; its point is the middle of its populated places."""
    return next((_place(row) for row in g.read(WORLD).rows() if row[g.KIND] == "0" and row[g.COUNTRY] == code), None)


@cache
def capital(country: str) -> Place | None:
    """The capital of a country ("the capital" in its reports)."""
    if country not in g.countries():
        return None
    return next((_place(row) for row in g.read(country).rows() if row[g.KIND] == "C"), None)


def names(country: str, *, population: int = 0) -> Iterator[str]:
    """Names of a country's places of at least ``population`` as written, in Latin and Cyrillic; with ASCII twins."""
    if country not in g.countries():
        return
    for name in g.read(country).names(population=population):
        yield name
        if not name.isascii() and (plain := _ascii(name)) and plain != name:
            yield plain


def _ascii(name: str) -> str | None:
    """The name without diacritics in its own capitals, where that is ASCII."""
    plain = "".join(_plain(c) for c in name)
    return plain if plain.isascii() else None


@lru_cache(maxsize=4_000)
def _plain(letter: str) -> str:
    if letter.isascii():
        return letter
    folded = fold(letter)
    return folded.capitalize() if letter.isupper() else folded


def is_place_word(text: str, country: str | None) -> bool:
    """Whether a name is, but for case and diacritics, that of a place there or a city anywhere.

    Other names of places of fewer than 15,000 inhabitants do not count: too many are common words.
    """
    key = fold(text)
    home = g.read(country).find(key) if country is not None and country in g.countries() else None
    return (home is not None and home[0] < g.OTHER) or g.read(WORLD).find(key) is not None
