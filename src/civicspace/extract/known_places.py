"""What the gazetteer knows under exactly this name, without forgiving a misspelling: a first, quick look."""

from functools import lru_cache
from typing import Literal

from civicspace.reference import gazetteer
from civicspace.reference.countries import by_adjective, by_name
from civicspace.reference.fold import fold
from civicspace.reference.places import WORLD

Standing = Literal["country", "adjective", "home", "home-small", "abroad", "abroad-small"]


@lru_cache(maxsize=20_000)
def standing(name: str, *, country: str | None) -> frozenset[Standing]:
    """As what a name is known, for a report of ``country`` (ISO 3166-1 alpha-2): nothing, or several things."""
    found: set[Standing] = set()
    if by_name(name):
        found.add("country")
    if by_adjective(name):
        found.add("adjective")
    key = fold(name)
    home = gazetteer.read(country).find(key) if country and country in gazetteer.countries() else None
    if home is not None:
        found.add("home" if home[0] <= gazetteer.STRONG_AREA else "home-small")
    abroad = gazetteer.read(WORLD).find(key)
    if abroad is not None:
        found.add("abroad" if abroad[0] <= gazetteer.STRONG_AREA else "abroad-small")
    return frozenset(found)


def is_place(name: str, *, country: str | None) -> bool:
    """Whether a name that the recogniser is unsure of is a country, a place at home or a large one abroad."""
    return bool(standing(name, country=country) & {"country", "home", "home-small", "abroad"})
