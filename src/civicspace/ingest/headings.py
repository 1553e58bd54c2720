"""Headings → sections: their level, and the freedom that they or the heading above them name."""

import re
import tomllib
from functools import cache
from importlib import resources

from civicspace.model.document import Section

_FUNCTION = re.compile(
    r"\b(?:freedoms?|rights?|of|to|the|and|on|in|restrictions?|violations?)\b|[^\w\s]|\b\d+\b|\b[ivx]+\."
)


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    text = (resources.files("civicspace.ingest") / "data" / "headings.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return {**data["freedoms"], "": data["ends"]}


def freedoms_of(heading: str) -> tuple[str, ...]:
    """Keys of the codebook that a heading names, in the order of the codebook's list."""
    plain = " ".join(heading.casefold().replace("’", "'").split())
    bare = " ".join(_FUNCTION.sub(" ", plain).split())
    named = [key for key, lists in _data().items() if key and _names(plain, bare, lists=lists)]
    if named or not re.search(r"\b(?:freedoms?|rights?)\b", plain):
        combined = [
            k
            for k in ("peaceful-assembly", "association", "expression")
            if re.search(rf"\b{k.split('-')[-1]}\b", plain)
        ]
        return tuple(dict.fromkeys([*named, *combined])) if named else ()
    return tuple(
        k for k in ("peaceful-assembly", "association", "expression") if re.search(rf"\b{k.split('-')[-1]}\b", plain)
    )


def _names(plain: str, bare: str, *, lists: dict[str, list[str]]) -> bool:
    return bare in lists["whole"] or any(re.search(rf"\b{re.escape(w)}\b", plain) for w in lists["within"])


def is_end(heading: str) -> bool:
    return " ".join(re.sub(r"[^\w\s]|\b\d+\b", " ", heading.casefold()).split()) in _data()[""]["whole"]


def sections(headings: list[tuple[str, int, int, int]], following: list[bool]) -> tuple[Section, ...]:
    """Sections of headings (text, level, start, end); ``following[i]``: another heading comes right after ``i``.

    A heading inherits the freedom of the one above it. Where all stand on one level (plain text, flat pages) a
    heading that names a freedom and is followed at once by another heading is taken to stand above it, and above all
    that come before the next freedom or a heading such as "Recommendations".
    """
    levels = [level for _, level, _, _ in headings]
    ranks = {level: rank for rank, level in enumerate(sorted({n for n in levels if n > 0}), 1)}
    found: list[Section] = []
    above: list[tuple[int, str | None]] = []  # open headings: rank, freedom
    group: tuple[int, str] | None = None  # the level that a freedom heading took over
    for i, (text, level, start, end) in enumerate(headings):
        rank = ranks.get(level, 0)
        named = freedoms_of(text)
        freedom = named[0] if len(named) == 1 else None
        if group and rank == group[0] and (named or is_end(text)):
            group = None
        above = [entry for entry in above if entry[0] < rank]
        if group and rank < group[0]:
            group = None
        shown = rank + 1 if group and rank >= group[0] else rank
        if not named and group:
            freedom = group[1]
        elif not named and above:
            freedom = above[-1][1]
        if freedom and named and following[i] and i + 1 < len(headings) and ranks.get(headings[i + 1][1], 0) == rank:
            group = (rank, freedom)
        above.append((rank, freedom))
        found.append(Section(heading=text, level=shown, freedom=freedom, start=start, end=end))
    return tuple(found)
