"""Capitalised sequences: where a name may stand, before it is known what it names.

Works on characters, not on the parser's tokens, because a tokenizer cuts "al-'Utaibi" and "Kassym-Jomart" apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from civicspace.extract.paragraph import Paragraph, once
from civicspace.extract.vocabulary import words

_WORD = re.compile(
    r"\b[ads]/[lpo]\b|(?:[^\W\d_]\.)+(?=[\s,;:)-]|[^\W\d_]|$)|'?[^\W\d_]+(?:(?:-'?|'(?!s\b))[^\W\d_]+)*",
)

_NICKNAME = re.compile(r' (?:\([A-Z][^\W\d_]*[^\W\d_A-Z]\)|"[A-Z][^\W\d_]*[^\W\d_A-Z]") (?=[A-Z][^\W\d_]*[^\W\d_A-Z])')
_CLOSING = frozenset({") ", '" '})


@dataclass(frozen=True, slots=True)
class Word:
    """A word at characters ``start`` to ``end`` of a paragraph's text."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """Lower case, without a leading apostrophe."""
        return self.text.lstrip("'").lower()


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together in one paragraph, particles between them included."""

    paragraph: Paragraph
    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """First character in the paragraph's text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Character after the last."""
        return self.words[-1].end

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.paragraph.text[self.start : self.end]

    @property
    def key(self) -> tuple[str, ...]:
        """What two mentions of one name share: lower-case words."""
        return tuple(w.lower for w in self.words)

    def part(self, first: int, last: int) -> "Run":
        """Words ``first`` to ``last``, end exclusive, as a run of their own."""
        return Run(self.paragraph, self.words[first:last])

    def tokens(self) -> tuple[int, int]:
        """Positions in the paragraph's parse, end exclusive."""
        span = self.paragraph.doc.char_span(self.start, self.end, alignment_mode="expand")
        assert span is not None
        return span.start, span.end


@cache
def _is_capital(word: str) -> bool:
    """Whether a word is written as a name is: "Mamai", "al-'Utaibi", "J.C."; not "Semey-based"."""
    bare = word.lstrip("'")
    if "." in bare:
        return bare[0].isupper()
    if bare in {"A", "I"}:
        return False
    parts = [p.lstrip("'") for p in bare.split("-")]
    if parts[0][0].isupper():
        return all(p[:1].isupper() or len(p) <= 3 or "'" in word for p in parts[1:]) or (
            len(parts) > 1 and parts[-1][0].islower() and parts[-1] not in words("compound_tails")
        )
    return parts[0] in words("joined_particles") and len(parts) > 1 and parts[1][:1].isupper()


def _scan(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        if word.startswith("'") and (start and text[start - 1].isalnum()):
            word, start = word[1:], start + 1
        yield Word(word, start, match.end())


def _unquote(text: str, run: list[Word]) -> list[Word]:
    """Drop a leading apostrophe that is an opening quotation mark: 'Nelson Mandela' closes again."""
    first = run[0]
    if first.text.startswith("'"):
        closing = re.search(r"'(?!\w)", text[first.end : first.end + 120])
        if closing and text[first.end + closing.start() - 1] != "s":
            return [Word(first.text[1:], first.start + 1, first.end), *run[1:]]
    return run


def runs(paragraph: Paragraph) -> list[Run]:
    """Every capitalised sequence of a paragraph, split where a function word stands in it.

    Found once and kept with the parse: people, bodies and places all ask for them.
    """
    return [Run(paragraph, run) for run in once(paragraph.doc, _runs)]


def _runs(text: str) -> Iterator[tuple[Word, ...]]:
    current: list[Word] = []
    waiting: list[Word] = []
    particles, closing = words("particles"), words("closing_particles")

    def close() -> Iterator[tuple[Word, ...]]:
        if current and waiting and waiting[0].lower in closing and len(waiting) == 1:
            current.extend(waiting)
        if current:
            yield tuple(_unquote(text, current))
        current.clear()
        waiting.clear()

    previous_end, opened = 0, False
    for word in _scan(text):
        gap = text[previous_end : word.start]
        acronyms = (
            gap == "/" and bool(current) and all(w.text.isupper() and len(w.text) < 6 for w in (current[-1], word))
        )
        saint = gap == ". " and bool(current) and current[-1].text in {"St", "Ste", "Mt", "Ft"}
        closes, opened = opened and gap in _CLOSING, bool(current) and _NICKNAME.match(text, previous_end) is not None
        joined = gap in {" ", "  "} or saint or acronyms or opened or closes
        previous_end = word.end
        if not joined:
            yield from close()
        if _is_capital(word.text) and not _is_small_word(word, text):
            current += [*waiting, word]
            waiting.clear()
        elif current and word.text in particles and len(waiting) < 2:
            waiting.append(word)
        else:
            yield from close()
    yield from close()


def _is_small_word(word: Word, text: str) -> bool:
    """Whether a capital only begins a sentence or title; "Can" and "Mine" are names before a capital inside one."""
    if not (is_function_word(word.lower) and word.text[1:].islower()):
        return False
    before, after = text[max(word.start - 2, 0) : word.start], text[word.end : word.end + 2]
    inside = len(before) == 2 and before[1] == " " and (before[0].islower() or before[0] == ",")
    followed = len(after) == 2 and after[0] == " " and after[1].isupper()
    return not (inside and followed and word.lower in words("small_words_as_names"))


def is_function_word(word: str) -> bool:
    """Whether a lower-case word is one that a capital makes no name of."""
    return word in words("function_words")
