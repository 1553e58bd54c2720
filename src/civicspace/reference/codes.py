"""Legal codes and laws by the names and short forms that reports use, with one name for all of them.

Data: ``data/codes.toml``, which states its source. The list is of what people are charged under most often; a law that
it does not have is no less a law.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from civicspace.reference.fold import fold


@dataclass(frozen=True, slots=True)
class Code:
    """``name`` is the usual one in English; ``short`` are abbreviations, ``countries`` where it is one of theirs."""

    name: str
    other: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@cache
def every() -> tuple[Code, ...]:
    """All codes in the order of the data, those of many countries first."""
    text = (resources.files("civicspace.reference") / "data/codes.toml").read_text("utf-8")
    return tuple(
        Code(c["name"], *(tuple(c.get(field, ())) for field in ("other", "short", "countries")))
        for c in tomllib.loads(text)["codes"]
    )


@cache
def _by_name() -> dict[str, Code]:
    return {fold(name): code for code in reversed(every()) for name in (code.name, *code.other)}


def by_name(text: str) -> Code | None:
    """The code of a name in any case ("the penal code" is the Criminal Code); ``None`` where the list has none."""
    return _by_name().get(fold(text).removeprefix("the "))


def by_short(text: str, *, country: str | None = None) -> Code | None:
    """The code of an abbreviation after an article number ("Art. 174 CC"), the report's country's own first."""
    found = [c for c in every() if text in c.short and (not c.countries or country in c.countries)]
    return max(found, key=lambda c: bool(c.countries), default=None)
