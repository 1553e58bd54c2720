"""The language of a report."""

import os
import re
from functools import cache

_CANDIDATES = (
    "en", "fr", "es", "pt", "ar", "ru", "kk", "ky", "uk", "be", "uz", "tg", "az", "hy", "ka", "tr", "de", "it", "nl",
    "pl", "ro", "hu", "sr", "hr", "bs", "sq", "mk", "bg", "el", "fa", "ur", "hi", "bn", "ne", "ta", "si", "th", "vi",
    "km", "lo", "my", "id", "ms", "tl", "zh", "ja", "ko", "mn", "sw", "am", "so", "ha", "he", "ps", "ku", "ht",
    "fi", "sv",
)  # fmt: skip
_SAMPLE = 4_000
_SHORT = 200  # characters: of fewer the finder's word is a guess, and what the page says counts first
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}|[A-Za-z]{4}))?\b")


@cache
def _finder() -> object:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import py3langid

    py3langid.set_languages(list(_CANDIDATES))
    return py3langid


def find_language(text: str, claimed: list[str]) -> str:
    """BCP 47, the language alone. A longer text decides by itself: templates often claim "en" for every page."""
    said = next((m[1].lower() for tag in claimed if (m := _TAG.match(tag))), None)
    letters = sum(1 for c in text[:_SAMPLE] if c.isalpha())
    if letters < _SHORT and said:
        return said
    if letters < 20:
        return said or "en"
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = text[: _SAMPLE // 2] + "\n" + text[middle : middle + _SAMPLE // 2]
    return str(_finder().classify(sample)[0])  # type: ignore[attr-defined]
