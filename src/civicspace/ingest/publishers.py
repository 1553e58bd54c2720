"""Who publishes a report, from what it says of itself."""

import re

_CONJUNCTION = re.compile(
    r"\s*,\s*(?:and\s+)?|\s+and\s+(?:the\s+)?(?=[A-Z])|\s*;\s*|"
    r"\s+(?:&|(?:jointly |together )?with|in (?:cooperation|partnership) with)\s+(?:the\s+)?(?=[A-Z])"
)
_PREPARED = re.compile(
    r"\b(?:(?:[Ii]t|[Tt]his (?:\w+ )?(?:update|report|briefing|review|publication|paper|overview|chapter))\s+"
    r"(?:has been|was|is)\s+(?:\w+ly )?|^)"
    r"(?:[Pp]repared|[Pp]roduced|[Pp]ublished|[Ww]ritten|[Cc]ompiled|[Ii]ssued|[Dd]rafted|[Aa]uthored)"
    r"(?: jointly)? by\s+(?:the\s+)?(?P<who>[^.]{3,300}?)"
    r"(?=\s+(?:as part|as a|in the framework|within|for (?:the )?(?:CIVICUS|United)|"
    r"with (?:the )?(?:support|funding|assistance)|on behalf|in \d{4}|to |under )|[.\n]|$)"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[–-]\s*(?:19|20)?\d\d)?)?,?\s*(?:by\s+)?"
    r"(?P<who>[A-Z][^.|\n]{2,80}?)(?:\s+(?:19|20)\d\d)?(?:\.|,? all rights reserved|$|\|)",
    re.I,
)
_SHORT_NAME = re.compile(r"\s*\(\s*(?:[«“\"'‘’”]*[\w.&’'-]+[»”\"'’]*)(?:\s*[,;]\s*[^)]{1,30})?\s*\)")
_PARTS = re.compile(r"\b(?:for|of|on|in|against)\s+[^,;]*$")
_CAPITAL = re.compile(r"[A-ZÀ-ÞА-ЯҚӘҒҮҰҢӨ]")


def find_publishers(paragraphs: list[str], *, claimed: list[str], aside: list[str]) -> tuple[str, ...]:
    """Names from "It has been prepared by …", else what the page claims, else a copyright line."""
    for paragraph in [*paragraphs[:8], *paragraphs[-4:]]:
        if (found := _PREPARED.search(paragraph)) and (names := _split(found["who"])):
            return names
    if claimed:
        return (claimed[0],)
    for line in [*aside, *paragraphs[-3:], *paragraphs[:2]]:
        if len(line) < 300 and (found := _COPYRIGHT.search(line)) and not re.search(r"all rights", found["who"], re.I):
            return (found["who"].strip(" ,-–"),)
    return ()


def _split(words: str) -> tuple[str, ...]:
    """A list of names: "X (IPHR) and Y for Z and Q (KIBHR)" is two, the short names in brackets left out.

    A bracketed short name ends a name for certain; without one the list parts at commas, and at "and" only where
    what went before is no "for …" that an "and" may continue ("Bureau for Human Rights and Rule of Law").
    """
    names: list[str] = []
    if _SHORT_NAME.search(words):
        pieces = _SHORT_NAME.split(words)
    else:
        pieces = [""]
        done = 0
        for cut in _CONJUNCTION.finditer(words):
            before = words[done : cut.start()]
            if "and" in cut[0] and "," not in cut[0] and _PARTS.search(before):
                continue
            pieces.append(before)
            done = cut.end()
        pieces.append(words[done:])
    for piece in pieces:
        name = re.sub(
            r"^(?:[\s,;]|and\b|&|with\b|jointly\b|together\b|the\b|its\b|partner\b|member\b|organisations?\b)+",
            "",
            piece,
        ).strip(" ,;")
        if name and _CAPITAL.match(name) and len(name) > 2:
            names.append(name)
    return tuple(dict.fromkeys(names))
