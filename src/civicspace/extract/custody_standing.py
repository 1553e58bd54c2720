"""Sentences that tell where a person is, and no event: "NAME is serving six years", "NAME, who fled the country"."""

import re
from collections.abc import Iterator, Sequence

from civicspace.model.entity import Entity

_NOW = r"(?:is|are|remains?|remained|continues? to be|has been|have been|still)"
_GAP = r"(?:[\w-]+ ){0,2}"
_PRISON = r"(?:prison|jail|behind bars)"
# The first that fits decides; each state with the words that tell of it after a name.
_TOLD = tuple(
    (now, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
    for now, pattern in (
        ("imprisoned", rf"{_NOW} {_GAP}serving (?:[\w-]+ ){{0,5}}(?:sentences?|terms?|years?|months?|days?|life)"),
        ("imprisoned", rf"{_NOW} {_GAP}(?:imprisoned|jailed|behind bars|in (?:\w+ )?(?:prison|jail))"),
        ("pretrial-detention", rf"{_NOW} {_GAP}(?:in|on|under) (?:pre-?trial (?:detention|custody)|remand)"),
        ("house-arrest", rf"{_NOW} {_GAP}under house arrest"),
        ("detained", rf"{_NOW} {_GAP}(?:in (?:\w+ )?(?:custody|detention)|being held|held|detained)"),
        ("free", r"(?:has |had |have )?(?:fled|escaped) (?:the country|abroad|into exile|to [A-Z])"),
        ("free", r"(?:has |had |have )?left the country|went into (?:exile|hiding)|gone into (?:exile|hiding)"),
        ("free", rf"{_NOW} {_GAP}(?:abroad|in exile|at large|at liberty|in hiding)|lives? (?:abroad|in exile)"),
    )
)
_REACH = 90
_END = re.compile(r"[.;:!?](?=\s|$)|\n")


def _after(person: Entity, text: str, names: Sequence[int]) -> Iterator[str]:
    """What stands after each mention of a person: up to the end of the clause, or the next name."""
    for mention in person.mentions:
        end = next((start for start in names if start >= mention.end), len(text))
        clause = text[mention.end : min(end, mention.end + _REACH)]
        yield _END.split(clause, maxsplit=1)[0]


def standing(person: Entity, text: str, *, names: Sequence[int]) -> str | None:
    """The state that the last such sentence tells; ``names`` are the offsets where names begin, in order."""
    told = None
    for clause in _after(person, text, names):
        told = next((now for now, pattern in _TOLD if pattern.search(clause)), told)
    return told
