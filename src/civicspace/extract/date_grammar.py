"""How English reports write dates: patterns over a paragraph's reading copy, not yet tied to a year.

``find`` returns what is worded; ``date_resolver`` says which days that means. The patterns stand in ``date_points``,
``date_parts`` and ``date_shifts``, by what a date counts from.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from civicspace.extract import date_parts, date_points, date_shifts
from civicspace.extract.date_forms import Meaning, Point, Role, Worded

_ROLE = re.compile(
    r"(?:\b(?P<since>(?i:since|starting|beginning|effective(?: from)?|as from|after)(?i: on| in| from)?)"
    r"|\b(?P<asof>(?i:as of|as at|as on|by))|\b(?P<until>(?i:until|till|up to|up until|before|prior to"
    r"|through)))(?: the)? ?$"
)
_LINK = re.compile(r"\b(?:https?:|www\.)\S+")
_ONWARDS = re.compile(
    r"[, ]+(?i:on|onwards?|(?:to|and|until|till) (?:now|today)|to (?:date|the present)|until (?:now|today"
    r"|the present))\b(?! the)"
)
_FROM = re.compile(r"\b(?i:from|since|between) $")


def _role(before: str, after: str) -> Role:
    found = _ROLE.search(before)
    if found:
        return "since" if found["since"] else "as-of" if found["asof"] else "until"
    return "since" if _ONWARDS.match(after) and _FROM.search(before) else "at"


_READERS = (*date_points.READERS, *date_parts.READERS[:-1], *date_shifts.READERS, date_parts.READERS[-1])


def _candidates(text: str) -> Iterator[tuple[int, int, int, Meaning]]:
    low = text.lower()
    for rank, (gate, pattern, read) in enumerate(_READERS):
        if not gate(text, low):
            continue
        for found in pattern.finditer(text):
            meaning = read(found)
            if meaning is not None:
                groups = found.groupdict()
                start = next((found.start(g) for g in ("it", "it2") if groups.get(g)), found.start())
                yield start + len(groups.get("pre") or ""), -found.end(), rank, meaning


_BEFORE_ENTRY = re.compile(r"[\[(]?$")
_AFTER_ENTRY = re.compile(r"[\])]\s*[-\u2013\u2014:|]?|\.?\s*(?:[-\u2013\u2014:|](?=\s|$)|$)")


def _is_entry(text: str, start: int, end: int) -> bool:
    """Whether a date stands first in its paragraph and a dash, a colon or brackets set it off."""
    if start > 2 or not _BEFORE_ENTRY.match(text[:start]):
        return False
    return bool(_AFTER_ENTRY.match(text, end)) or text[end - 1 : end] in "])"


def _is_bare(point: Point) -> bool:
    """A lone month or a lone year."""
    hedged = point.vague or point.turn or point.shift is not None
    return not (hedged or point.day or (point.year and point.month))


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[Worded, ...]:
    """Every date of ``text`` in order, the longest reading where several begin together; none overlap."""
    out: list[Worded] = []
    done = 0
    links = [found.span() for found in _LINK.finditer(text)]
    for start, end, _, meaning in sorted(_candidates(text), key=lambda c: c[:3]):
        if any(first <= start < last for first, last in links):
            continue
        if start < done:
            continue
        done = -end
        bare = isinstance(meaning, Point) and _is_bare(meaning)
        role = _role(text[max(0, start - 24) : start], text[done : done + 24])
        out.append(Worded(start, done, meaning, role, bare, _is_entry(text, start, done)))
    return tuple(out)
