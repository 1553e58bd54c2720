"""The names of codes, acts, laws and decrees as running text writes them."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Final

_JOINING: Final = r"(?:of|on|and|for|to|against|in|the|with|by|from|or|concerning|regarding|relating|&)"
_WORD: Final = r"(?:[A-Z][\w'&.]*(?:[-/][\w']+)*|\([A-Z][\w\s-]{2,40}\))"
_NUMBERED: Final = r"(?:\s+(?:No\.?|Number|Nr\.?|n°)\s*[\w/.-]*\w)"
_YEAR: Final = r"(?:(?:\s+of|,)?\s+(?:1[6-9]|20)\d\d\b)"


@cache
def words() -> dict[str, Any]:
    """The word lists of ``words/laws.toml``."""
    text = (resources.files("civicspace.extract") / "words" / "laws.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _any(items: list[str]) -> str:
    return "|".join(re.escape(item) for item in sorted(set(items), key=lambda item: (-len(item), item)))


@cache
def heads() -> str:
    """Alternatives of a pattern: every head noun of an enactment, lower case."""
    return _any([head for kind in words()["heads"].values() for head in kind])


def _capitalised(head: str) -> str:
    return re.sub(r"(?<![\w])[a-z]", lambda letter: letter[0].upper(), head)


@cache
def name_pattern() -> str:
    """A pattern for the name of an enactment, without its article ("the").

    Capitalised ("Public Order Act 1986", "Code of Administrative Offences", "Law No. 5/2014 on Assemblies", "Federal
    Decree-Law No. 2 of 2015"), lower case with a word for its kind ("criminal code"), or a short form ("CC").
    """
    capital = "|".join(_capitalised(head) for head in heads().split("|"))
    tail = rf"(?:\s+{_JOINING}(?:\s+{_JOINING})?\s+{_WORD}|\s+{_WORD})*"
    ends = (
        rf"(?:{_WORD}(?:\s+{_JOINING}(?:\s+the)?)?\s+)*?(?:{_WORD}(?:\s*,)?\s+)?(?:{capital})\b(?!\s+(?:of|on)\s+[A-Z])"
    )
    subject = r"(?:of|on|for|against|to|concerning|regarding)"
    begins = rf"(?:{_WORD}\s+){{0,4}}?(?:{capital}){_NUMBERED}?{_YEAR}?\s+{subject}\s+(?:the\s+)?{_WORD}{tail}"
    kinds = _any(words()["kinds_of_code"]["words"])
    noun = r"(?:code|law|act|legislation|decree)"
    lower = rf"(?i:(?:{kinds})(?:\s+(?:{kinds}))?\s+(?:offences\s+)?{noun}|(?:1[89]|20)\d\d\s+law)\b"
    short = rf"(?:{_any(words()['short']['names'])})\b"
    return rf"(?:(?:(?:1[89]|20)\d\d\s+)?(?:{begins}|{ends}{_NUMBERED}?{_YEAR}?|{lower}{_YEAR}?)|{short})"


def treaties() -> str:
    """Alternatives of a pattern: instruments that nobody is charged under, lower case."""
    return _any(words()["treaties"]["heads"])


@cache
def _treaty() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{treaties()})s?\b", re.IGNORECASE)


def is_offence_law(name: str) -> bool:
    """Whether people are charged under it: not a treaty, a constitution or a code of procedure."""
    return not _treaty().search(name)
