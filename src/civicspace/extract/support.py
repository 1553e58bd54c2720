"""What the words behind an item say when they are read again: its numbers, dates, sums, lengths of time and names.

Nothing here knows how the item was made. A slot that these words do not bear out was taken from somewhere else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from civicspace.extract import count_words, date_grammar, durations, money
from civicspace.extract.date_forms import Meaning, Offset, Point, Range
from civicspace.extract.paragraph import Paragraph, once
from civicspace.extract.reading import Reading
from civicspace.model.document import Document
from civicspace.model.edtf import OPEN
from civicspace.model.quote import Quote
from civicspace.reference.fold import fold

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_WORD = re.compile(r"\w+")


def _bare(point: str) -> str:
    """An end of an EDTF date without its mark of doubt."""
    return point.rstrip("~?%")


def _fold(words: str) -> str:
    """Spelling apart, and without what divides words, so that they can be looked for as one string."""
    return f" {' '.join(_WORD.findall(fold(words)))} "


def _points(meaning: Meaning) -> Iterator[Point | None]:
    """The days, months and years that a worded date names; ``None`` where it only says how to count to one."""
    match meaning:
        case Point():
            yield meaning
            if meaning.either:
                yield replace(meaning, month=meaning.day, day=meaning.month)
        case Range():
            yield meaning.first
            yield meaning.last
        case Offset():
            yield meaning.point
            yield None
        case _:
            yield None


def _size(words: str) -> int:
    """How many people "90 men and three women" or "a man" are."""
    return sum(count.min or count.max or 0 for count in count_words.find(words)) or 1


def _says(worded: Point, *, month: int | None, day: int | None) -> bool:
    """Whether a date as worded has this month and day; "the end of the month" has every day."""
    if month is not None and worded.month != month:
        return False
    return day is None or worded.day in (day, -1)


@dataclass(frozen=True)
class Support:
    """The evidence of one item with its paragraphs, their headings, and the dates of the report."""

    reading: Reading
    evidence: tuple[Quote, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def document(self) -> Document:
        """The report."""
        return self.reading.document

    @cached_property
    def _headings(self) -> tuple[str, ...]:
        sections = [p.section for p in self.paragraphs]
        return tuple(dict.fromkeys(s.heading for s in sections if s is not None))

    @cached_property
    def _folded(self) -> str:
        said = [*(q.quote for q in self.evidence), *(p.text for p in self.paragraphs), *self._headings]
        return _fold("\n".join([*said, self.document.title or ""]))

    def says(self, words: str) -> bool:
        """Whether ``words`` stand here, spelling apart; what a comma divides may stand apart."""
        return all(_fold(part) in self._folded for part in words.split(","))

    def article(self, number: str) -> bool:
        """Whether an article's number stands here; its parts may be worded ("part 2 of article 274")."""
        first = re.match(r"[^\s(]+", number)
        plain = re.escape(first[0] if first else number)
        spoken = (*(p.text for p in self.paragraphs), *self._headings, *(q.quote for q in self.evidence))
        return any(re.search(rf"(?<![\w.]){plain}(?!\d)", text, re.IGNORECASE) for text in spoken)

    @cached_property
    def _counts(self) -> frozenset[int]:
        counts = [c for p in self.paragraphs for c in once(p.doc, count_words.find)]
        return frozenset(bound for c in counts for bound in (c.min, c.max) if bound is not None)

    def counts(self, number: int | None, *, words: str | None = None) -> bool:
        """Whether a number stands here, or is the sum of those in ``words`` ("90 men and three women").

        One is also said without a number: "a man".
        """
        if number is None or number == 1 or number in self._counts:
            return True
        return number == sum(_size(part) for part in (words or "").split(", "))

    def lasts(self, duration: str) -> bool:
        """Whether a length of time stands here."""
        lengths = [length for p in self.paragraphs for length in once(p.doc, durations.every)]
        return any(duration in (length.duration, *length.others) for length in lengths)

    def costs(self, amount: float, currency: str | None) -> bool:
        """Whether a sum of money stands here."""
        country = self.document.country
        sums = [found for p in self.paragraphs for found in money.find(p.text, country=country)]
        return any(found.amount == amount and currency in (None, found.currency) for found in sums)

    @cached_property
    def _worded(self) -> tuple[Point | None, ...]:
        dates = [worded for p in self.paragraphs for worded in once(p.doc, date_grammar.find)]
        dates += [worded for heading in self._headings for worded in date_grammar.find(heading)]
        return tuple(point for worded in dates for point in _points(worded.meaning))

    @cached_property
    def _counted(self) -> frozenset[str]:
        """The days, months and years that the dates standing here were found to mean, counted ones among them."""
        inside = (d for p in self.paragraphs for d in self.reading.within(self.reading.dates, p.index, 0, len(p.doc)))
        return frozenset(_bare(point) for date in inside for point in (date.edtf or "").split("/"))

    @cached_property
    def _years(self) -> frozenset[int]:
        """The years that the report has written by the end of these paragraphs, and those about its own dates."""
        known = f"{self.document.published or ''} {self.document.period or ''}"
        near = {int(year) + by for year in _YEAR.findall(known) for by in (-1, 0, 1)}
        last = max((q.end for q in self.evidence), default=0)
        told = f"{self.document.title or ''} {self.document.text[:last]}"
        return frozenset(near | {int(year) for year in _YEAR.findall(told)})

    def dates(self, edtf: str) -> bool:
        """Whether every end of a date can be read off a date that stands here, or be counted from one."""
        if edtf in (self.document.period, self.document.published):
            return True
        return all(self._dates(_bare(point)) for point in edtf.split("/") if point != OPEN)

    def _dates(self, point: str) -> bool:
        year, month, day = (*map(int, point.split("-")), None, None)[:3]
        told = [worded for worded in self._worded if worded is not None and _says(worded, month=month, day=day)]
        if any(worded.year == year or (worded.year is None and year in self._years) for worded in told):
            return True
        return point in self._counted and (None in self._worded or any(w.shift or w.turn for w in told))
