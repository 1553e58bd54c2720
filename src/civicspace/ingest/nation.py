"""The country that a report is about."""

from collections import Counter

from civicspace.reference.countries import find_in

_TITLE = 12  # a country named in the title counts as this many in the text
_HEAD = 4  # ... and one in the first paragraphs as this many
_HEAD_CHARACTERS = 1_500
_BODY_CHARACTERS = 60_000
_LEAD = 1.3  # the first must be named this much more often than the second


def find_country(title: str | None, text: str) -> str | None:
    """ISO 3166-1 alpha-2 of the country named most, the title first of all; ``None`` where two are level.

    A title with one country decides by itself: "Kazakhstan: …" stays Kazakhstan in a report on a war elsewhere. An
    adjective counts half: "the Russian journalist" says less of where than "in Russia".
    """
    points: Counter[str] = Counter()
    for found in find_in(text[:_BODY_CHARACTERS]):
        weight = 2 if found.how != "adjective" else 1
        points[found.country.code] += weight * (_HEAD if found.start < _HEAD_CHARACTERS else 1)
    in_title = list(dict.fromkeys(found.country.code for found in find_in(title or "") if found.how != "adjective"))
    if len(in_title) == 1 and (title or "").lstrip().startswith(_first_name(title or "")):
        return in_title[0]
    for found in find_in(title or ""):
        points[found.country.code] += _TITLE * (2 if found.how != "adjective" else 1)
    ranked = sorted(points.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
        return None
    return ranked[0][0]


def _first_name(title: str) -> str:
    """The country's name that the title begins with; a value that no title begins with where it is elsewhere."""
    found = find_in(title)
    return title[found[0].start : found[0].end] if found and found[0].start == 0 else "\0"
