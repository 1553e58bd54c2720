"""How English writes a number: digits with separators, words, and both mixed ("1.5 million")."""

import re
from typing import Final

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}  # fmt: skip  # noqa: E501
_SCALES: Final = {"hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 10**6, "crore": 10**7, "billion": 10**9}
_SMALL: Final = {word: value for value, word in enumerate(_ONES)} | _TENS

_UNIT = "|".join(sorted(_ONES, key=len, reverse=True))
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[1:10])})(?![\w-]*teen))?|{_UNIT})"
_SCALE = "|".join(_SCALES)
_SCALED = rf"(?:{_SCALE})(?:[ -](?:{_SCALE}))*"
_WORDED = rf"(?:(?:an?|half an?|{_BELOW_100})[ -])?{_SCALED}(?:(?:,? and |,? |-){_BELOW_100}(?:[ -]{_SCALED})?)*"
_DIGITS = r"\d{1,3}(?:[, ]\d{3})+(?!,?\d)|\d+(?:\.\d+)?"

#: A number in words or digits; give it word borders where it is used.
NUMBER = rf"(?i:(?:{_DIGITS})(?:[ -]{_SCALED})?|{_WORDED}|{_BELOW_100})"
_SPLIT = re.compile(r"[ -]|, ")


def value(words: str) -> int | None:
    """The number that ``words`` write, or ``None`` where it is not a whole one ("1.5" of nothing)."""
    total = part = 0.0
    text = re.sub(r"(?<=\d)[, ](?=\d{3})", "", words.lower())
    for word in _SPLIT.split(text):
        if word in ("and", "a", "an", ""):
            continue
        if word == "half":
            part = 0.5
        elif word in _SCALES:
            part = (part or 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, part = total + part, 0
        elif word in _SMALL:
            part += _SMALL[word]
        else:
            try:
                part += float(word)
            except ValueError:
                return None
    total += part
    return int(total) if total.is_integer() else None  # an endless row of digits is infinite, and no integer
