"""The word lists beside the extractors, read once."""

import tomllib
from functools import cache
from importlib import resources


@cache
def _lists(file: str) -> dict[str, str]:
    text = (resources.files("civicspace.extract") / "words" / f"{file}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(name: str, *, file: str = "actors") -> frozenset[str]:
    """One list of ``words/<file>.toml``, lower case; raises ``KeyError`` where there is none of that name."""
    return frozenset(_lists(file)[name].split())


def is_armed_group(name: str) -> bool:
    """Whether a lower-case name is that of a well-known armed group, which may look like a person's."""
    return name in {line.strip() for line in _lists("actors")["armed_groups"].splitlines()}


@cache
def nouns(name: str, *, file: str = "actors") -> frozenset[str]:
    """A list of nouns with their regular plurals."""
    singular = words(name, file=file)
    plural = {w[:-1] + "ies" if w.endswith("y") and w[-2:-1] not in "aeo" else w + "s" for w in singular}
    plural |= {w[:-3] + "men" for w in singular if w.endswith("man")}
    return singular | plural
