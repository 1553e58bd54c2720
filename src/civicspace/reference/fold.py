"""Spellings made comparable: case, diacritics, apostrophes and hyphens do not tell two names apart."""

import unicodedata

_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a",
    "ħ": "h", "ŋ": "ng", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
}  # fmt: skip
_MARKS = "'’‘ʻʼʹʽʾʿ`´ʺ\"“”′ˈ·."
_SPACES = "-‐‑‒–—_/,\u00a0\u202f"
_TABLE = str.maketrans({**_LETTERS, **dict.fromkeys(_MARKS, ""), **dict.fromkeys(_SPACES, " ")})


def fold(name: str) -> str:
    """``name`` in lower case without diacritics and apostrophes, hyphens as single spaces: "Öskemen" → "oskemen"."""
    lower = name.lower()
    if lower.isascii():
        if lower.isalpha():
            return lower
    else:
        lower = unicodedata.normalize("NFKD", lower)
        lower = "".join(c for c in lower if not unicodedata.combining(c))
    return " ".join(lower.translate(_TABLE).split())
