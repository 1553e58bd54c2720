"""The country that a report is about."""

import re
from collections import Counter

from civicspace.reference import places
from civicspace.reference.countries import by_code, find_in

# Set by hand; measured on 33 annotated reports: 29 right, 2 wrong, 2 left open.
_TITLE = 12  # a country named in the title counts as this many in the text
_HEAD = 4  # ... and one in the first paragraphs as this many
_PLACE = 4  # a city or province that the report says something happened in
_HEAD_CHARACTERS = 1_500
_BODY_CHARACTERS = 60_000
_LEAD = 1.15  # the first must have this much more than the second
_WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|of|[Oo]utside)\s+((?:[A-ZÀ-Þ][\w’'-]+)(?: [A-ZÀ-Þ][\w’'-]+)?)|"
    r"^([A-Z][\w’'-]+)(?=[,:] )",
    re.M,
)


def find_country(title: str | None, text: str) -> str | None:
    """ISO 3166-1 alpha-2 of the country named most, by itself or by its places; ``None`` where two are level.

    A title that begins with a country decides by itself: "Kazakhstan: …" stays Kazakhstan in a report on a war
    elsewhere. An adjective counts half: "the Russian journalist" says less of where than "in Russia".
    """
    named = find_in(title or "")
    if (
        named
        and named[0].start == 0
        and named[0].how == "name"
        and re.match(r"\s*[:–—-]", (title or "")[named[0].end :])
    ):
        return named[0].country.code
    points: Counter[str] = Counter()
    for found in find_in(text[:_BODY_CHARACTERS]):
        weight = 1 if found.how == "adjective" else 2
        points[found.country.code] += weight * (_HEAD if found.start < _HEAD_CHARACTERS else 1)
    for found in named:
        points[found.country.code] += _TITLE * (1 if found.how == "adjective" else 2)
    for code in _of_places(text[:_BODY_CHARACTERS]):
        points[code] += _PLACE
    ranked = sorted(points.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
        return None
    return ranked[0][0]


def _of_places(text: str) -> list[str]:
    """The countries of the places that prepositions of place lead to, one for each name."""
    names = dict.fromkeys(found[1] or found[2] for found in _WHERE.finditer(text))
    codes: list[str] = []
    for name in names:
        place = places.find(name) or places.find(name.split()[0])
        if place and place.kind != "country" and place.country and by_code(place.country):
            codes.append(place.country)
    return codes
