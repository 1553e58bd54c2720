"""One country's places as a look-up from folded names to rows, read from ``data/places.zip``.

A member ``CC.tsv`` of the archive has a row a place, most populous first; ``CC.index`` has the look-up made of it by
:func:`index`, so that reading takes splitting and no folding (0.03 s instead of 0.24 s for the largest country).
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from civicspace.reference.fold import fold
from civicspace.reference.place_words import is_plain

TOWN = 15_000  # inhabitants: the smallest class of town that GeoNames publishes as "cities15000"
CITY = 100_000  # inhabitants: the size from which the UN Demographic Yearbook (table 8) lists cities one by one

# Ranks of a name's bearers, best first. A first-level subdivision counts as a town does.
STRONG_TOWN, STRONG_AREA, OTHER_TOWN, WEAK, OTHER = range(5)

Row = list[str]
IDENT, KIND, COUNTRY, POPULATION, LON, LAT, NAME, SPELLINGS, OTHERS = range(9)
_BLOCK = "\n\n"


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Rows by population, split when asked for. ``best`` and ``areas`` give for a folded name its best bearer, and
    its best subdivision: a digit for the rank, then the row."""

    lines: list[str]
    best: dict[str, str]
    areas: dict[str, str]

    def row(self, index: int) -> Row:
        """Cells of one row."""
        return self.lines[index].split("\t")

    def rows(self) -> Iterator[Row]:
        """Cells of every row."""
        return (line.split("\t") for line in self.lines)

    def find(self, key: str) -> tuple[int, int] | None:
        """Rank and row of the best bearer of a folded name."""
        found = self.best.get(key)
        return (int(found[0]), int(found[1:])) if found else None

    def area(self, key: str) -> int | None:
        """Row of the best subdivision of a folded name."""
        found = self.areas.get(key)
        return int(found[1:]) if found else None

    def names(self, *, population: int = 0) -> Iterator[str]:
        """Every name as written, of places of at least ``population``."""
        for row in self.rows():
            if int(row[POPULATION]) >= population and row[KIND] != "0":
                yield from (name for name, _ in _names(row))


@cache
def _archive() -> zipfile.ZipFile:
    return zipfile.ZipFile((resources.files("civicspace.reference") / "data/places.zip").open("rb"))


@cache
def countries() -> frozenset[str]:
    """Codes of the countries that have places."""
    return frozenset(n.removesuffix(".tsv") for n in _archive().namelist() if n.endswith(".tsv") and n[0] != "_")


@cache
def read(member: str) -> Gazetteer:
    """The places of a country code, or of ``_world``: capitals, cities and first-level subdivisions of every one."""
    lines = _archive().read(f"{member}.tsv").decode("utf-8").split("\n")[1:-1]
    names, bearers, areas, owners = _archive().read(f"{member}.index").decode("utf-8").split(_BLOCK)
    return Gazetteer(lines, _table(names, bearers), _table(areas, owners))


def _table(keys: str, values: str) -> dict[str, str]:
    return dict(zip(keys.split("\n"), values.split("\n"), strict=True)) if keys else {}


def index(rows: list[Row]) -> str:
    """The look-up of rows in their order: names and their bearers, subdivisions' names and theirs.

    A town comes before a subdivision of its name, save that one of under 100,000 inhabitants yields to one of over a
    million: "Oregon" is no town in Ohio.
    """
    best: dict[str, tuple[int, int]] = {}
    areas: dict[str, tuple[int, int]] = {}
    for at, row in enumerate(rows):
        if row[KIND] == "0":
            continue
        for name, spelling in _names(row):
            key, value = fold(name), (_rank(row, spelling=spelling), at)
            if not is_plain(key):
                best[key] = min(value, best.get(key, value))
            if row[KIND] in "12":
                areas.setdefault(key, value)
    for key, (rank, at) in areas.items():
        large = rows[at][KIND] == "1" and int(rows[at][POPULATION]) >= 10 * CITY and key in best
        if large and int(rows[best[key][1]][POPULATION]) < CITY:
            best[key] = (rank, at)
    tables = [sorted(table.items()) for table in (best, areas)]
    blocks = [("\n".join(k for k, _ in t), "\n".join(f"{rank}{at}" for _, (rank, at) in t)) for t in tables]
    return _BLOCK.join(block for pair in blocks for block in pair)


def _rank(row: Row, *, spelling: bool) -> int:
    town = row[KIND] in "C1" or int(row[POPULATION]) >= TOWN
    if row[KIND] in "12":
        return STRONG_AREA if town else WEAK
    if spelling:
        return STRONG_TOWN if town else WEAK
    return OTHER_TOWN if town else OTHER


def _names(row: Row) -> Iterator[tuple[str, bool]]:
    """Names of a row, and whether each is a spelling of its name rather than another name."""
    yield row[NAME], True
    yield from ((name, True) for name in row[SPELLINGS].split("|") if name)
    yield from ((name, False) for name in row[OTHERS].split("|") if name)
