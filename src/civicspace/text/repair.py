"""A reading copy of a text: quotes, dashes and spaces made plain, glued words parted, offsets kept.

Web pages lose white space where mark-up stood ("4th January 2022He was"); a tagger then sees one odd
word. The document's own text is never changed: the reading copy maps back to it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from civicspace.text.offsets import OffsetMap, substitute

_PLAIN = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": "", "\u200b": "", "\ufeff": "",
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u02bc": "'", "\u02bb": "'", "`": "'", "\u00b4": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2013": "-", "\u2011": "-", "\u2010": "-",
}  # fmt: skip
_ODD = re.compile("[‘’'´`]{2}|[" + re.escape("".join(_PLAIN)) + "]")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR_GLUED = re.compile(r"(?<!\d)(?:19|20)\d\d(?=[A-Z][a-z]|[a-z]{3})")
_QUOTE_GLUED = re.compile(r"(?<=\w[”\"])(?=[a-z]{2})")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_MIN_TAIL = 3


def _glued_names(text: str, known: Callable[[str], bool]) -> Iterator[int]:
    """Where a name of this text runs into the next word: "Tokayevproposed", "inAlmaty"."""
    words = Counter(_WORD.findall(text))
    names = {w for w in words if w[0].isupper() and len(w) > _MIN_TAIL and not known(w.lower())}
    for match in _WORD.finditer(text):
        word = match[0]
        if words[word] > 1 or known(word.lower()):
            continue
        cuts = [m.start() for m in _CAMEL.finditer(word)]
        if word[0].isupper():
            cuts += range(len(word) - _MIN_TAIL, _MIN_TAIL, -1)
        for cut in cuts:
            head, tail = word[:cut], word[cut:]
            if (head in names and tail.islower() and known(tail)) or (
                tail in words and tail[0].isupper() and (head in names or (head.islower() and known(head)))
            ):
                yield match.start() + cut
                break


def reading_copy(text: str, known: Callable[[str], bool]) -> tuple[str, OffsetMap]:
    """Return the reading copy of ``text`` and the map back.

    ``known`` says of a lower-case word whether the language has it; it decides what is a glued word.
    """
    changes = [(m.start(), m.end(), _PLAIN.get(m[0], '"')) for m in _ODD.finditer(text)]
    glued = {m.end() for m in _YEAR_GLUED.finditer(text)}
    glued |= {m.start() for m in _QUOTE_GLUED.finditer(text)}
    glued |= set(_glued_names(text, known))
    changes += [(at, at, " ") for at in glued]
    return substitute(text, sorted(changes))
