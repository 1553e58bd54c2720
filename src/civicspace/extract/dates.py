"""The dates and durations of a report: what is worded, set in the context that it is told in."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from civicspace.extract import date_grammar, durations
from civicspace.extract.date_clause import is_aside, landmark, lemmas, telling_of
from civicspace.extract.date_days import Day, Resolved, Stretch
from civicspace.extract.date_forms import After, Point, Shift, Weekday, Worded
from civicspace.extract.date_resolver import Resolver
from civicspace.extract.date_sense import is_date, modifies
from civicspace.extract.date_years import Frame
from civicspace.extract.mention import DateMention, DurationMention
from civicspace.extract.paragraph import Paragraph, once
from civicspace.model.document import Document
from civicspace.model.edtf import OPEN, check


def _edtf(resolved: Resolved, worded: Worded) -> str:
    if isinstance(resolved, Day) and worded.role == "since":
        return f"{resolved.edtf}/{OPEN}"
    if isinstance(resolved, Day) and worded.role == "until":
        return f"{OPEN}/{resolved.edtf}"
    return resolved.edtf


class _Reader:
    """Goes through the paragraphs in order and remembers the last date told in each passage."""

    def __init__(self, document: Document) -> None:
        self.frame = Frame.of(document)
        self.resolver = Resolver(self.frame)
        self.section: object = None
        self.happened: list[tuple[frozenset[str], Span, Resolved]] = []
        self.last: tuple[int, Resolved] | None = None
        self.set_for = False

    def paragraph(self, paragraph: Paragraph) -> Iterator[DateMention]:
        if paragraph.section is not self.section:
            self.section = paragraph.section
            self.resolver.forget()
        self.resolver.begin()
        self.last, self.set_for = None, False
        text = paragraph.text
        for worded in once(paragraph.doc, date_grammar.find):
            span = paragraph.doc.char_span(worded.start, worded.end, alignment_mode="expand")
            if span is None or not is_date(worded, span):
                continue
            resolved = self._resolved(text, worded, span)
            if resolved is None and not isinstance(worded.meaning, Point | Weekday | Shift):
                continue
            if resolved is not None:
                self.last = (span.end, resolved)
            yield self._mention(paragraph.index, span, worded=worded, resolved=resolved)

    def _resolved(self, text: str, worded: Worded, span: Span) -> Resolved | None:
        self.set_for = False
        if not isinstance(worded.meaning, After):
            telling = telling_of(text, worded, span)
            self.set_for = telling.term
            return self.resolver.resolve(worded.meaning, telling=telling)
        beside = self._beside(span)
        if beside is not None:  # "on 4 June, two days after he was tried": he was tried on the second
            return self.resolver.counted(beside, replace(worded.meaning, by=-worded.meaning.by))
        lemma = landmark(span)
        told = (day for words, sentence, day in reversed(self.happened) if lemma in words and sentence != span.sent)
        base = next(told, None) if lemma is not None else None
        return self.resolver.counted(base, worded.meaning) if base is not None else None

    def _beside(self, span: Span) -> Resolved | None:
        """The day that stands right before a distance, with a comma between."""
        before = span.doc[span.start - 1] if span.start else None
        if before is None or before.text != "," or self.last is None or self.last[0] != before.i:
            return None
        day = self.last[1]
        return day if isinstance(day, Day) and day.day is not None else None

    def _mention(self, index: int, span: Span, *, worded: Worded, resolved: Resolved | None) -> DateMention:
        modifier = modifies(span) and not worded.entry
        if worded.entry and resolved is not None:
            self.resolver.enter(resolved.first if isinstance(resolved, Stretch) else resolved)
        if modifier:
            worded = replace(worded, role="at")
        if resolved is not None and self._leads_on(resolved, worded, modifier=modifier):
            self.resolver.tell(resolved, meaning=worded.meaning, line=not is_aside(span))
            first = resolved.first if isinstance(resolved, Stretch) else resolved
            if first.day is not None and not modifier:
                self.happened.append((lemmas(span), span.sent, resolved))
        edtf = None if resolved is None else check(_edtf(resolved, worded))
        inferred = resolved is not None and resolved.inferred
        return DateMention(index, span.start, span.end, edtf, worded.role, inferred, modifier)

    def _leads_on(self, resolved: Resolved, worded: Worded, *, modifier: bool) -> bool:
        """Whether "the next day" can be counted from this date: not from a name's date nor from an open stretch nor
        from what was set for a day."""
        if self.set_for:
            return False
        if modifier and self.resolver.told is not None:
            return False
        precise = isinstance(resolved, Day) and resolved.day is not None
        return worded.role in ("at", "as-of") or (worded.role == "since" and precise)


def _durations(paragraph: Paragraph, dates: list[DateMention]) -> Iterator[DurationMention]:
    taken = {token for mention in dates for token in range(mention.start, mention.end)}
    for length in once(paragraph.doc, durations.find):
        span = paragraph.doc.char_span(length.start, length.end, alignment_mode="expand")
        if span is not None and taken.isdisjoint(range(span.start, span.end)):
            yield DurationMention(paragraph.index, span.start, span.end, length.duration)


def read(
    paragraphs: tuple[Paragraph, ...], document: Document
) -> tuple[tuple[DateMention, ...], tuple[DurationMention, ...]]:
    """The dates and lengths of time that ``paragraphs`` mention, in order."""
    reader = _Reader(document)
    dates: list[DateMention] = []
    lengths: list[DurationMention] = []
    for paragraph in paragraphs:
        found = list(reader.paragraph(paragraph))
        dates += found
        lengths += _durations(paragraph, found)
    return tuple(dates), tuple(lengths)
