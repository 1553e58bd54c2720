"""When two wordings mean the same: names and quotes compared word by word, without case, accents or punctuation."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

_STOP = frozenset(["the", "a", "an", "of", "in", "on", "for", "to", "and", "or", "by", "from", "at", "with", "s"])
SAME_SAID = 0.6  # share of the shorter quote's words that the other must have; the guidelines' figure
SAME_WORDS = 0.5  # the same for short phrases: places, measures, titles, sources
_LAST_WORD = 0.8  # two names whose last words are less alike than this are two people
_WHOLE_NAME = 0.85


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """``text`` in lower case, without accents, words parted by single spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^\w]+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in fold(text).split() if word not in _STOP)


def overlap(one: str, other: str) -> float:
    """Share of the shorter text's words that stand in the other, 0 to 1; 0 where either has none."""
    first, second = _words(one), _words(other)
    shorter = min(len(first), len(second))
    return (Counter(first) & Counter(second)).total() / shorter if shorter else 0.0


@lru_cache(maxsize=65536)
def same_name(one: str, other: str) -> bool:
    """Whether two names can be the same bearer's: one is a part of the other, or they differ by spelling only."""
    first, second = fold(one).split(), fold(other).split()
    if not first or not second:
        return False
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    both_long = len(first) > 1 and len(second) > 1
    if both_long and SequenceMatcher(None, first[-1], second[-1]).ratio() < _LAST_WORD:
        return False
    return SequenceMatcher(None, " ".join(first), " ".join(second)).ratio() >= _WHOLE_NAME


def any_same_name(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any name of the one list can mean any of the other."""
    candidates = list(others)
    return any(same_name(one, other) for one in ones for other in candidates)
