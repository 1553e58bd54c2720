"""Words that are given names or surnames somewhere: evidence that a capitalised word is part of a person's name.

Data: ``data/name_parts.txt`` (Faker, MIT, written by ``scripts/build_name_parts.py``). No list has every name: a word
that is missing says nothing, and many words that are in it are also places or common words.
"""

from functools import cache
from importlib import resources

from civicspace.reference.fold import fold


@cache
def _parts() -> tuple[frozenset[str], frozenset[str]]:
    text = (resources.files("civicspace.reference") / "data/name_parts.txt").read_text("utf-8")
    given, family = (line for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(given.split()), frozenset(family.split())


def is_given_name(word: str) -> bool:
    """Whether a word is known as a given name, in whatever spelling of case and diacritics."""
    return fold(word) in _parts()[0]


def is_surname(word: str) -> bool:
    """Whether a word is known as a surname."""
    return fold(word) in _parts()[1]
