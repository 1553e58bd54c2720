"""How reports word a count: number words with their hedge, as bounds. Whether they count anything is not asked here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from civicspace.extract.number_words import NUMBER, value
from civicspace.model.amount import Qualifier

_AT_LEAST = (
    r"(?:well |far |just |slightly )?(?:over|more than|above|in excess of|upwards? of|exceed(?:s|ed|ing)?)"
    r"|at (?:the )?least|(?:no|not) (?:fewer|less) than|a minimum of"
)
_AT_MOST = (
    r"up to|as many as|at (?:the )?most|(?:no|not) more than|fewer than|less than|(?:just )?(?:under|below)"
    r"|a maximum of"
)
_ABOUT = (
    r"(?:an )?(?:estimated|average of)|around|about|approximately|approx\.|roughly|some|nearly|almost|close to|circa"
    r"|in the region of|virtually|perhaps"
)
_TOTAL = r"(?:a |the )?(?:combined |grand )?total of|exactly"


def _hedge(p: str) -> str:
    return rf"(?:(?P<{p}least>{_AT_LEAST})|(?P<{p}most>{_AT_MOST})|(?P<{p}about>{_ABOUT})|(?:{_TOTAL}))"


#: Lowest number that each word can mean, as annotators of human-rights reports take it: two of the unit, "scores" 40.
_ROUND: Final = {"dozens": 24, "scores": 40, "tens": 20, "hundreds": 200, "thousands": 2000, "millions": 2_000_000}
_UNITS: Final = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6}
_MANY = (
    r"(?:(?:many |several |multiple )?(?P<tens>tens|hundreds|dozens|scores)(?: (?:and|or)(?: even)? hundreds)?"
    r" of (?P<scale>thousands|millions)"
    r"|(?:(?:many|several|some|countless) )?(?P<plural>dozens|scores|tens|hundreds|thousands|millions)"
    r"|(?:several|a few|many|a couple of) (?P<few>dozen|hundred|thousand|million))"
)
_DOZEN = rf"(?:(?P<half>half a dozen)|(?:(?P<times>{NUMBER}|an?) )?(?P<dozen>dozen))"
_COUNT = re.compile(
    rf"(?i)(?<![\w.,:/$€£#§+-])(?:{_hedge('')} )?(?:{_hedge('x')} )?(?P<half_of>half (?:of )?(?:the )?)?"
    rf"(?:{_MANY}|{_DOZEN}|(?P<range>between |from )?(?P<n>{NUMBER})(?:(?: ?- ?| to | and | or )(?P<m>{NUMBER}))?)"
    r"(?P<more> or (?:more|so))?"
    r"(?!\w|%|[.,:/]\d|-\w|st\b|nd\b|rd\b|th\b)"
)
_SCALE = re.compile(r"(?i)\b(hundred|thousand|million)$")


@dataclass(frozen=True, slots=True)
class Count:
    """Characters ``start`` to ``end`` (the number itself from ``core`` on) mean these bounds, both included."""

    start: int
    core: int
    end: int
    min: int | None
    max: int | None
    qualifier: Qualifier


def _bounds(found: re.Match[str]) -> tuple[int | None, int | None]:
    """Lowest and highest; no highest where the words themselves only give a lower bound ("dozens")."""
    if found["tens"]:
        return _ROUND[found["tens"].lower()] * _UNITS[found["scale"].lower().rstrip("s")], None
    if found["plural"]:
        return _ROUND[found["plural"].lower()], None
    if found["few"]:
        return 2 * _UNITS[found["few"].lower()], None
    if found["half"]:
        return 6, 6
    if found["dozen"]:
        dozens = 12 * ((value(found["times"]) if found["times"] else 1) or 1)
        return dozens, dozens
    low = value(found["n"])
    if not found["m"]:
        return low, low
    scale = _SCALE.search(found["m"])
    if low is not None and scale and low < _UNITS[scale[1].lower()]:  # "nine to 15 million"
        low *= _UNITS[scale[1].lower()]
    return low, value(found["m"])


def _qualifier(found: re.Match[str], low: int, high: int | None) -> Qualifier:
    if high is None or found["least"] or found["xleast"] or (found["more"] or "").endswith("more"):
        return "at-least"
    if low != high:
        return "between"
    if found["most"] or found["xmost"]:
        return "at-most"
    return "approximately" if found["about"] or found["xabout"] or found["more"] else "exact"


def _read(found: re.Match[str]) -> Count | None:
    low, high = _bounds(found)
    worded_open = any(found[g] for g in ("tens", "plural", "few"))
    if low is None or (high is None and not worded_open) or (high is not None and high < low):
        return None
    if found["half_of"]:
        low, high = low // 2, high // 2 if high is not None else None
    qualifier = _qualifier(found, low, high)
    core = next(found.start(g) for g in ("tens", "plural", "few", "half", "times", "dozen", "n") if found[g])
    start = core if found["range"] and not found["m"] else found.start()
    lowest, highest = None if qualifier == "at-most" else low, None if qualifier == "at-least" else high
    return Count(start, core, found.end(), lowest, highest, qualifier)


def find(text: str) -> Iterator[Count]:
    """Every number of ``text`` that its words could mean as a count, in order."""
    for found in _COUNT.finditer(text):
        count = _read(found)
        if count is not None:
            yield count
