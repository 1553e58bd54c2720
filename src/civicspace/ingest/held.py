"""Whether a report is already held: the same file, the same text, or nearly the same text.

Nearly the same is told by word shingles. Of the hashes of all runs of five words those divisible by a fixed number are
kept (mod sampling), so that two texts that share a passage keep the same hashes of it wherever it stands and however
long the rest is: both likeness (Jaccard) and containment can be read off. An index from hash to report makes the cost
of a question linear in the length of the report asked about.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Literal

from civicspace.model.document import Document

_WORD = re.compile(r"\w+")
_SHINGLE = 5  # words
_KEPT = 4  # one hash in four: a text of 200 words keeps some 50, enough to tell 0.6 from 0.8
_COMMON = 200  # a hash in more reports than this is boilerplate (a publisher's standing paragraph) and not followed
_VERSION = 0.6  # likeness from which two texts are versions of one report
_PART = 0.85  # containment from which the shorter one is an excerpt of the longer one

How = Literal["same-file", "same-text", "version", "excerpt"]


@dataclass(frozen=True, slots=True)
class Match:
    """A held report, how it is alike, and how much: 1.0 is the same, for an excerpt the share of it that is held."""

    id: str
    how: How
    likeness: float


def fingerprint(text: str) -> frozenset[int]:
    """Hashes of the text's runs of words that stand for it; the same on every machine."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    runs = {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))} if words else set()
    hashes = {int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs}
    return frozenset(h for h in hashes if h % _KEPT == 0)


@dataclass(slots=True)
class Held:
    """The reports that are held, by id; kept in memory, filled from what is stored (``add_known``)."""

    _sources: dict[str, str] = field(default_factory=dict)
    _sizes: dict[str, int] = field(default_factory=dict)
    _index: dict[int, list[str]] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        """Hold a report; one that is held already adds only its file."""
        self.add_known(document.id, source_id=document.source_id, shingles=fingerprint(document.text))

    def add_known(self, id: str, *, source_id: str | None, shingles: Iterable[int]) -> None:
        """Hold a report whose fingerprint was stored."""
        if source_id:
            self._sources.setdefault(source_id, id)
        if id in self._sizes:
            return
        kept = sorted(set(shingles))
        self._sizes[id] = len(kept)
        for shingle in kept:
            self._index.setdefault(shingle, []).append(id)

    def same_file(self, source_id: str) -> Match | None:
        """The report that was read from these bytes, known before anything is parsed."""
        found = self._sources.get(source_id)
        return Match(found, "same-file", 1.0) if found else None

    def find(self, document: Document) -> list[Match]:
        """Held reports like ``document``, the most alike first."""
        if document.source_id and (same := self.same_file(document.source_id)):
            return [same]
        if document.id in self._sizes:
            return [Match(document.id, "same-text", 1.0)]
        own = fingerprint(document.text)
        shared: Counter[str] = Counter()
        for shingle in own:
            holders = self._index.get(shingle, ())
            if len(holders) <= _COMMON:
                shared.update(holders)
        matches = (self._match(id, both=both, own=len(own)) for id, both in shared.items())
        return sorted((m for m in matches if m), key=lambda m: (-m.likeness, m.id))

    def _match(self, id: str, *, both: int, own: int) -> Match | None:
        other = self._sizes[id]
        likeness = both / (own + other - both)
        within = both / min(own, other)
        if likeness >= _VERSION:
            return Match(id, "version", round(likeness, 3))
        return Match(id, "excerpt", round(within, 3)) if within >= _PART else None
