"""Whether words that can be a date are one where they stand, and whether they date a noun alone."""

from spacy.tokens import Span, Token

from civicspace.extract.date_forms import Point, Weekday, Worded

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


def modifies(span: Span) -> bool:
    """Whether the date is part of the name of something ("the January events", "the law of 2020")."""
    if span.start > 1 and span[0].nbor(-1).lower_ == "of" and span[0].nbor(-2).lower_ in _TIMES:
        return False
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
