"""Articles and sections of the law as a paragraph cites them, with the code that they stand in."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.tokens import Doc

from civicspace.extract import statutes
from civicspace.extract.paragraph import text_of

_NUMBER: Final = (
    r"\d{1,4}(?:[-.\u2013/]\d{1,3})*(?:-?[A-Z]{1,2}\b|[a-z]\b)?(?:\s?\((?:\d{1,2}|[a-z]|[ivx]{1,4}|[A-Z])\))*"
    r"(?:\s(?:bis|ter|quater|quinquies)\b)?"
)
_PART: Final = (
    r"(?:,?\s+(?:\(?(?:part|parts|paragraph|paragraphs|§|para|para\.|point|points|clause|subsection|sub-section|indent|item)"
    r"\s+[\dIVXivx]+(?:\.\d+)?(?:\s?\([\w]{1,3}\))?(?:\s+and\s+\d+)?\)?))*"
)
_GLOSS: Final = r"(?:\s*\(\s*[\"']?(?P<gloss{n}>[A-Za-z][^()\d]{{3,120}}?)[\"']?\s*\))?"
_KEYWORD: Final = r"(?:\b[Aa]rticles?|\b[Aa]rts?\.|\bArts?\b|\b[Ss]ections?|\b[Ss]ecs?\.|\bss?\.(?=\s?\d)|§§?)"
_JOIN: Final = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s+to\s+(?=\d)|\s*&\s*)"


@dataclass(frozen=True, slots=True)
class Citation:
    """Articles cited together: characters ``start`` to ``end``, the numbers as written, the code if one is named.

    ``glosses`` gives the words that the report puts in brackets behind a number ("article 206 (fraud)"); ``treaty`` is
    true where the code is one that nobody is charged under.
    """

    start: int
    end: int
    numbers: tuple[str, ...]
    glosses: tuple[str | None, ...]
    code: str | None
    treaty: bool


@cache
def _pattern() -> re.Pattern[str]:
    name = statutes.name_pattern()
    law, treaties = statutes.heads(), statutes.treaties()
    one = rf"(?:{_NUMBER}){_PART}"
    item = rf"{one}(?:\s*\(\s*[\"']?[A-Za-z][^()\d]{{3,120}}?[\"']?\s*\)(?=\s*(?:,|and\b|or\b)\s*\d))?"
    owner = (
        r"(?:the\s+|its\s+|that\s+|this\s+|their\s+)?(?:[A-Z][\w.-]+'s?\s+|country's\s+|new\s+|revised\s+|amended\s+)*"
    )
    return re.compile(
        rf"(?:(?P<before>{name})(?:'s?|,)?\s+(?:\(\s*)?)?{_KEYWORD}\s*"
        rf"(?P<list>{item}(?:{_JOIN}(?:(?:articles?|sections?)\s+)?{item})*)"
        rf"(?P<tail>\s*\(\s*[\"']?[A-Za-z][^()\d]{{3,120}}?[\"']?\s*\))?"
        rf"(?:\s*,?\s*(?:of|in|from|under)\s+{owner}"
        rf"(?:(?P<treaty>(?:(?!(?i:{law})\b)[\w'-]+\s+){{0,6}}?(?i:{treaties})s?\b)|(?P<after>{name}))|\s+(?P<next>{name}))?"
    )


_ITEM: Final = re.compile(
    rf"(?P<number>{_NUMBER}){_PART}(?:\s*\(\s*[\"']?(?P<gloss>[A-Za-z][^()\d]{{3,120}}?)[\"']?\s*\))?"
)


def find(doc: Doc) -> list[Citation]:
    """Every citation of a paragraph, in order; offsets are characters of ``doc.text``."""
    return list(map(_citation, _pattern().finditer(text_of(doc)))) if re.search(_KEYWORD, text_of(doc)) else []


def _citation(match: re.Match[str]) -> Citation:
    listed = match["list"] + (match["tail"] or "")
    items = list(_ITEM.finditer(listed))
    code = match["after"] or match["before"] or match["next"] or match["treaty"]
    return Citation(
        start=match.start(),
        end=match.end(),
        numbers=tuple(re.sub(r"\s+", " ", item["number"]).replace("\u2013", "-") for item in items),
        glosses=tuple(item["gloss"] for item in items),
        code=code,
        treaty=bool(match["treaty"]) or (code is not None and not statutes.is_offence_law(code)),
    )
