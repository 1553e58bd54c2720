"""Bodies known by their names, and the titles of offices.

Data: ``data/institutions.toml``, which states its source.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from civicspace.reference.fold import fold

Kind = Literal["public-body", "organisation"]


@dataclass(frozen=True, slots=True)
class Body:
    """A body known by name. ``names`` are its full name and the others, ``country`` absent where it is of no one."""

    kind: Kind
    names: tuple[str, ...]
    country: str | None = None

    @property
    def name(self) -> str:
        """The full name."""
        return self.names[0]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((resources.files("civicspace.reference") / "data/institutions.toml").read_text("utf-8"))


@cache
def bodies() -> tuple[Body, ...]:
    """Every body of the data, in its order."""
    return tuple(Body(b["kind"], tuple(b["names"]), b.get("country")) for b in _data()["bodies"])


@cache
def _by_name() -> dict[str, tuple[Body, ...]]:
    index: dict[str, list[Body]] = {}
    for body in bodies():
        for name in body.names:
            index.setdefault(_key(name), []).append(body)
    return {key: tuple(found) for key, found in index.items()}


def _key(name: str) -> str:
    """Abbreviations compare with their capitals ("ICE" is no ice), names folded."""
    bare = name.removeprefix("the ").removeprefix("The ").strip()
    return bare if len(bare) <= 5 or bare.isupper() else fold(bare)


def named(name: str, *, country: str | None = None) -> Body | None:
    """The body of a name or abbreviation: one of the report's country first, else the one of no country.

    An abbreviation of another country's body counts where it has no second meaning: "FSB" in any report.
    """
    found = _by_name().get(_key(name), ())
    for wanted in (country, None):
        for body in found:
            if body.country == wanted:
                return body
    return found[0] if len(found) == 1 else None


@cache
def offices() -> frozenset[str]:
    """Titles of offices, lower case: "prime minister"."""
    return frozenset(_data()["offices"]["titles"])


def is_office(words: str) -> bool:
    """Whether words are the title of an office, with a hyphen or without ("Vice-President")."""
    return fold(words) in _folded_offices()


@cache
def _folded_offices() -> frozenset[str]:
    return frozenset(map(fold, offices()))
