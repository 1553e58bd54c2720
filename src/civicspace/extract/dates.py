"""The dates and durations of a report: what is worded, set in the context that it is told in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from civicspace.extract import date_grammar, durations
from civicspace.extract.date_forms import Point, Shift, Weekday, Worded
from civicspace.extract.date_resolver import Day, Resolved, Resolver, Stretch, Telling
from civicspace.extract.date_years import Frame
from civicspace.extract.mention import DateMention, DurationMention
from civicspace.extract.paragraph import Paragraph, once
from civicspace.model.document import Document
from civicspace.model.edtf import OPEN, check

#: Month names that are also verbs or given names: alone they need a preposition or a noun beside them.
_AMBIGUOUS = frozenset({"march", "april", "may", "june", "august"})
_LEADS = frozenset(
    [
        "in",
        "of",
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "between",
        "and",
        "or",
        "before",
        "after",
        "during",
        "through",
        "throughout",
        "for",
        "this",
        "last",
        "next",
        "each",
        "both",
        "on",
        "late",
        "early",
        "mid",
        "-",
        ",",
        "(",
        "around",
        "about",
        "the",
    ]
)
#: Nouns that a number names ("Resolution 1820", "Vision 2030", "room 1901").
_NUMBERED = frozenset(
    [
        "resolution",
        "resolutions",
        "article",
        "articles",
        "art",
        "section",
        "sections",
        "rule",
        "rules",
        "paragraph",
        "para",
        "page",
        "p",
        "no",
        "nr",
        "number",
        "decree",
        "order",
        "case",
        "room",
        "flight",
        "agenda",
        "vision",
        "form",
        "route",
        "highway",
        "directive",
        "regulation",
    ]
)
_ENACTED = frozenset(
    [
        "act",
        "acts",
        "law",
        "laws",
        "code",
        "constitution",
        "bill",
        "ordinance",
        "proclamation",
        "regulations",
        "elections",
    ]
)
_AHEAD = re.compile(r"\b(?:will|shall|scheduled|slated|due|planned|expected)\b[^.;]{0,60}$")
_MEANS_TIME = frozenset({"compound", "nmod", "amod", "nummod", "poss", "npadvmod"})


def _is_year(span: Span) -> bool:
    """Whether a lone number of four digits stands where a year does."""
    first = span[0]
    before = first.nbor(-1) if first.i else None
    after = span[-1].nbor(1) if span.end < len(span.doc) else None
    if before is None:
        return after is None or after.is_punct or after.pos_ != "NOUN"
    word = before.lower_
    if word in _NUMBERED or (word == "." and first.i > 1 and first.nbor(-2).lower_ in _NUMBERED):
        return False
    counted = after is not None and after.tag_ == "NNS" and word not in ("the", "in", "since", "of", "'s", "its")
    if word in _LEADS or before.is_punct or before.tag_ in ("POS", "PRP$"):
        return not (counted or (after is not None and after.text == "%"))
    return word in _ENACTED or (before.pos_ in ("ADJ", "VERB", "ADV", "NOUN") and not counted and before.is_lower)


def _is_month(span: Span) -> bool:
    word = span[-1].lower_
    if len(word) <= 4 and word not in ("may", "june", "july"):
        return False
    if word not in _AMBIGUOUS:
        return True
    before = span[0].nbor(-1) if span[0].i else None
    after = span[-1].nbor(1) if span.end < len(span.doc) else None
    named = after is not None and after.pos_ == "PROPN"
    if before is None:
        return after is not None and after.is_punct
    if before.lower_ == "the":
        return after is not None and after.pos_ in ("NOUN", "PROPN", "NUM", "ADJ")
    return before.lower_ in _LEADS and not (named and before.lower_ not in ("in", "since", "by", "of", "until"))


def _is_weekday(span: Span) -> bool:
    before = span[0].nbor(-1) if span[0].i else None
    after = span[-1].nbor(1) if span.end < len(span.doc) else None
    if before is not None and before.is_title and before.pos_ in ("PROPN", "ADJ") and not before.is_sent_start:
        return False
    paper = after is not None and after.is_title and after.pos_ == "PROPN"
    return not (paper and before is not None and before.lower_ in ("the", "of"))


def is_date(worded: Worded, span: Span) -> bool:
    """Whether words that can be a date are one where ``span`` stands."""
    if isinstance(worded.meaning, Weekday):
        return _is_weekday(span)
    if not (worded.bare and isinstance(worded.meaning, Point)):
        return True
    return _is_year(span) if worded.meaning.year else _is_month(span)


#: Nouns that tell the time themselves: "Monday morning", "the evening of 8 January".
_TIMES = frozenset(
    [
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "eve",
        "course",
        "end",
        "beginning",
        "start",
        "middle",
        "whole",
        "rest",
        "half",
        "part",
        "time",
        "hours",
        "date",
    ]
)


def _modifies(span: Span) -> bool:
    """Whether the date is part of the name of something ("the January events", "the law of 2020")."""
    led = span.start > 0 and span[0].nbor(-1).lower_ in ("on", "in")
    for token in span:
        head: Token = token.head
        if head.i in range(span.start, span.end):
            continue
        if token.dep_ in _MEANS_TIME and head.i >= span.end and head.pos_ in ("NOUN", "PROPN"):
            if led and (head.pos_ == "PROPN" or head.dep_ != "pobj"):
                return False
            return head.i - span.end < 6 and head.lower_ not in _TIMES
        if head.lower_ == "of" and head.head.pos_ in ("NOUN", "PROPN") and head.i == span.start - 1:
            return head.head.lower_ not in _TIMES
    before = span[0].nbor(-1) if span[0].i else None
    return before is not None and before.lower_ in _ENACTED


def _clause(span: Span) -> Token:
    """The verb whose clause a date stands in, or the root."""
    token: Token = span.root
    while token.head is not token and token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def _is_earlier(verb: Token) -> bool:
    """Whether a verb is in the pluperfect, its own or that of the verb it is joined to."""
    if any(child.lower_ in ("had", "'d") and child.dep_ == "aux" for child in verb.children):
        return True
    subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    return verb.dep_ == "conj" and not subject and verb.head.i != verb.i and _is_earlier(verb.head)


def _is_aside(span: Span) -> bool:
    """Whether the date belongs to what the passage goes back to, and not to what it tells."""
    verb = _clause(span)
    return verb.dep_ in ("relcl", "acl") or _is_earlier(verb)


_TERM = re.compile(r"\b(?:until|till|up to|through)(?: the)? ?$", re.IGNORECASE)


_PLANNED = re.compile(
    r"\b(?:set|scheduled|due|planned|slated|called|fixed|expected|announced) (?:for|on)(?: the)? ?$",
    re.IGNORECASE,
)


def _telling(text: str, worded: Worded, span: Span) -> Telling:
    return Telling(
        ahead=bool(_AHEAD.search(text, 0, worded.start)),
        term=worded.role == "until" and bool(_TERM.search(text, 0, worded.start)),
        earlier=_is_earlier(_clause(span)) and not _PLANNED.search(text, 0, worded.start),
        entry=worded.entry,
    )


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

    def paragraph(self, paragraph: Paragraph) -> Iterator[DateMention]:
        if paragraph.section is not self.section:
            self.section = paragraph.section
            self.resolver.forget()
        self.resolver.begin()
        text = paragraph.text
        for worded in once(paragraph.doc, date_grammar.find):
            span = paragraph.doc.char_span(worded.start, worded.end, alignment_mode="expand")
            if span is None or not is_date(worded, span):
                continue
            resolved = self.resolver.resolve(worded.meaning, telling=_telling(text, worded, span))
            if resolved is None and not isinstance(worded.meaning, Point | Weekday | Shift):
                continue
            yield self._mention(paragraph.index, span, worded=worded, resolved=resolved)

    def _mention(self, index: int, span: Span, *, worded: Worded, resolved: Resolved | None) -> DateMention:
        modifier = _modifies(span) and not worded.entry
        if worded.entry and resolved is not None:
            self.resolver.enter(resolved.first if isinstance(resolved, Stretch) else resolved)
        if modifier:
            worded = replace(worded, role="at")
        if resolved is not None and self._leads_on(resolved, worded, modifier=modifier):
            self.resolver.tell(resolved, meaning=worded.meaning, line=not _is_aside(span))
        edtf = None if resolved is None else check(_edtf(resolved, worded))
        inferred = resolved is not None and resolved.inferred
        return DateMention(index, span.start, span.end, edtf, worded.role, inferred, modifier)

    def _leads_on(self, resolved: Resolved, worded: Worded, *, modifier: bool) -> bool:
        """Whether "the next day" can be counted from this date: not from a name's date nor from an open stretch."""
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
