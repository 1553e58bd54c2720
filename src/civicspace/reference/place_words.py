"""Words beside a place name that say what it is ("Mangystau region", "the city of Homs") and the name without them."""

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

from civicspace.reference.fold import fold

Word = Literal["subdivision", "settlement", "position", "joining", "plain"]


@cache
def _words() -> dict[str, Word]:
    text = (resources.files("civicspace.reference") / "data/place_words.toml").read_text("utf-8")
    kinds: tuple[Word, ...] = ("subdivision", "settlement", "position", "joining", "plain")
    table = tomllib.loads(text)
    return {word: kind for kind in kinds for word in table[kind]}


def kind_of(word: str) -> Word | None:
    """What a word or words beside a name say, "oblast" → ``subdivision``; ``None`` where nothing."""
    return _words().get(fold(word))


def is_plain(key: str) -> bool:
    """Whether a folded name says nothing by itself: a kind or a part of a country alone ("region", "central")."""
    return key in _words()


def split_generic(name: str) -> tuple[str, Word | None]:
    """The bare name and the kind that its words claim: "the Republic of Karelia" → ("Karelia", "subdivision").

    A point of the compass stays ("West Kazakhstan"); a name of generic words alone is returned whole.
    """
    words = name.split()
    claimed: Word | None = None
    start, end = 0, len(words)
    while end - start > 1:
        taken = _taken(words, start, end)
        if taken is None:
            break
        start, end, kind = taken
        claimed = claimed or (kind if kind in ("subdivision", "settlement") else None)
    if claimed is None and (not words or _words().get(fold(words[0])) != "joining"):
        return name, None
    return " ".join(words[start:end]), claimed


def _taken(words: list[str], start: int, end: int) -> tuple[int, int, Word] | None:
    for size in (3, 2, 1):
        if end - start > size:
            last = kind_of(" ".join(words[end - size : end]))
            if last in ("subdivision", "settlement"):
                return start, end - size, last
            first = kind_of(" ".join(words[start : start + size]))
            after = fold(words[start + size])
            if first == "joining" or (first in ("subdivision", "settlement") and (size > 1 or after in ("of", "de"))):
                return start + size, end, first
            if first in ("subdivision", "settlement") and not words[start].isascii():
                return start + size, end, first
    return None


def strip_generic(name: str) -> str:
    """The bare name of :func:`split_generic`."""
    return split_generic(name)[0]
