"""A map from positions in a changed text back to the text it was made from."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Breakpoints: from ``changed[i]`` on, a position maps to ``source[i]`` plus its distance from there.

    Both tuples rise; the first entries are the starts of the two texts.
    """

    changed: tuple[int, ...]
    source: tuple[int, ...]

    def to_source(self, position: int) -> int:
        """The position in the source text that ``position`` of the changed text came from."""
        i = bisect_right(self.changed, position) - 1
        limit = self.source[i + 1] if i + 1 < len(self.source) else None
        mapped = self.source[i] + position - self.changed[i]
        return mapped if limit is None else min(mapped, limit)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the changed text, end exclusive, as a span of the source text."""
        return self.to_source(start), self.to_source(end - 1) + 1


def substitute(text: str, changes: Iterable[tuple[int, int, str]]) -> tuple[str, OffsetMap]:
    """Replace spans of ``text`` (start, end, new words; in order, not overlapping) and keep the way back."""
    pieces: list[str] = []
    changed, source = [0], [0]
    done = length = 0
    for start, end, new in changes:
        pieces += (text[done:start], new)
        length += start - done
        changed.append(length)
        source.append(start)
        length += len(new)
        changed.append(length)
        source.append(end)
        done = end
    pieces.append(text[done:])
    return "".join(pieces), OffsetMap(tuple(changed), tuple(source))
