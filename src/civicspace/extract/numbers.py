"""How many: the counts of a paragraph, with what they hedge and what they count."""

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

from civicspace.extract import count_words, date_grammar, durations, money
from civicspace.extract.count_words import Count
from civicspace.extract.date_sense import is_date
from civicspace.extract.mention import Quantity
from civicspace.extract.paragraph import Paragraph, once, text_of

#: What makes a number something else than a count when it stands before it, or after it.
_LABEL = re.compile(
    r"(?:\b(?:articles?|arts?|sections?|clauses?|paragraphs?|paras?|parts?|chapters?|rules?|resolutions?|no|nos|nr"
    r"|number|page|pp?|cases?|channels?|phase|cell|room|block|unit|line|route|item|point|version|aged?|ages of|annex"
    r"|decree|law|order|category|call(?:ed|ing|s)?|as (?:young|old) as)\.?|\)"
    r"|№|[$€£¥₦₹]|\b[A-Z]{2,3}\$|\b(?:USD|EUR|GBP|US))(?: \d+(?:\([^)]*\))*,? (?:and|or|to))?[ -]?$",
    re.I,
)
_AFTER = re.compile(
    r"(?: ?%| per ?cent\b| percentage| ?(?:am\b|pm\b|a\.m\.|p\.m\.|′|GMT\b|UTC\b|kms?\b|kg\b|cm\b|mm\b|m\b"
    r"|ha\b|mph\b|°|(?:,? (?:of (?:them|which|those) )?suspended\b))"
    r"|[ -](?:square|cubic|nautical|feet|foot|inch|kilomet|met(?:re|er)s?\b|miles?\b|hectares?\b|acres?\b|lit(?:re"
    r"|er)s?\b|tons?\b"
    r"|tonnes?\b|kilogram|minutes?\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|decades?\b|century|centuries|o'clock"
    r"|nights?\b|mornings?\b|evenings?\b|degrees?\b|times\b|fold\b|(?:quarter|third|fifth)s?\b)"
    r"| (?:US )?(?:dollars?|euros?|pounds?|roubles?|rubles?|tenge|naira|rupees?|lira|yen|yuan)\b"
    r"| by one\b| another\b|\))",
    re.I,
)
_HALVED = re.compile(r"\d[ -]$")
_YEARLIKE = re.compile(r"(?:19|20)\d\d")
_POINTING = re.compile(r"(?i)\b(?:no|any|every|each|some|this|that|which|the|at|another|one)[ -]?$")
#: Nouns whose number is an amount or a rate, not a count of anything told.
_MEASURES: Final = frozenset(["time", "percent", "euro", "dollar", "pound", "cent"])
#: Words that only say how many there are of the noun after "of".
_HEAPS: Final = frozenset(["dozen", "score", "ten", "hundred", "thousand", "million", "majority"])
#: Words for a count itself: what is counted stands after their "of".
_TOTALS: Final = frozenset(["number", "total", "figure", "toll", "count"])
_PUT: Final = frozenset(["put", "estimate", "bring", "raise"])
_CLAUSE = frozenset([",", ":", ";", "and", "out", "Out"])


def _is_label(number: Token) -> bool:
    """ "Case 002", "Group 7": a number that names the noun before it."""
    named = number.head.i == number.i - 1 and number.head.pos_ in ("NOUN", "PROPN")
    return number.is_digit and named and number.dep_ in ("nummod", "appos", "npadvmod")


def _is_age(span: Span) -> bool:
    """ "Pius Kanwai, 19;", "the youngest of whom was 17"."""
    number, doc = span[-1], span.doc
    if len(span) > 1 or not number.is_digit or len(number) > 2:
        return False
    if span.start and span[0].nbor(-1).lower_ in ("now", "then") and noun_of(span) is None:
        return True
    if span.start > 1 and doc[span.start - 1].text == "," and doc[span.start - 2].pos_ == "PROPN":
        return span.end == len(doc) or doc[span.end].text in (",", ";", ".", ")", "and")
    if number.dep_ in ("attr", "acomp") and number.head.lemma_ == "be":
        return any(t.lower_ in ("youngest", "oldest", "age") for t in number.head.subtree)
    return False


def _is_pronoun(count: Count, span: Span) -> bool:
    """ "The current one", "no one": the number word one where nothing is counted."""
    if (count.min, count.max) != (1, 1) or span[-1].lower_ != "one":
        return False
    if _POINTING.search(text_of(span.doc), 0, count.core):
        return True
    before = span[0].nbor(-1) if span.start else None
    return before is not None and before.pos_ in ("ADJ", "DET", "PROPN", "NOUN") and noun_of(span) is None


def _is_count(count: Count, span: Span) -> bool:
    text = text_of(span.doc)
    if _LABEL.search(text, 0, count.start) or _LABEL.search(text, 0, count.core) or _AFTER.match(text, count.end):
        return False
    number = text[count.core : count.end]
    noun = noun_of(span)
    if number[0].isalpha() and _HALVED.search(text, 0, count.core) and count.start == count.core:
        return False
    if number.startswith("0") or (_YEARLIKE.fullmatch(number) and noun is None):
        return False
    if noun is not None and noun.lemma_.lower() in _MEASURES:
        return False
    if noun is None and text.endswith(" to ", 0, count.start) and any(t.lemma_ == "sentence" for t in span.sent):
        return False  # "sentenced to 16 years and the other to 29"
    return not (_is_label(span[-1]) or _is_age(span) or _is_pronoun(count, span))


def _goes_on(token: Token, *, begun: bool) -> bool:
    if token.text in (",", "and", "or"):
        return not begun
    return token.pos_ in ("ADJ", "NUM") or token.text in ("-", "/", "'s") or token.dep_ in ("amod", "advmod")


def _after_noun(number: Token) -> Token | None:
    """The head of the noun phrase that goes on after a number, read from left to right."""
    doc, found = number.doc, None
    for token in doc[number.i + 1 : number.i + 9]:
        if token.pos_ in ("NOUN", "PROPN"):
            found = token
            joined = token.dep_ in ("compound", "amod", "nmod", "poss") and token.i + 1 < len(doc)
            if not joined or doc[token.i + 1].pos_ not in ("NOUN", "PROPN", "PUNCT", "PART"):
                break
        elif not _goes_on(token, begun=found is not None):
            break
    return found


def _last_of_list(noun: Token) -> Token:
    """ "Dozens of human rights, trade union and political activists": the plural that the list ends in."""
    if noun.tag_ in ("NNS", "NNPS"):
        return noun
    listed = [t for t in noun.subtree if t.i > noun.i and t.tag_ == "NNS" and t.dep_ == "conj"]
    return listed[-1] if listed else noun


def _object(of: Token) -> Token | None:
    inner = next((t for t in of.children if t.dep_ == "pobj"), None) or _after_noun(of)
    if inner is not None and inner.i + 1 < len(inner.doc) and inner.nbor(1).lower_ == "of" and inner.pos_ != "PROPN":
        deeper = _object(inner.nbor(1)) if inner.lemma_.lower() in _HEAPS or inner.pos_ == "NUM" else None
        inner = deeper or inner
    return _last_of_list(inner) if inner is not None and inner.pos_ in ("NOUN", "PROPN") else None


def noun_of(span: Span) -> Token | None:
    """What a number counts by its own words: the noun it stands before, or that of "two of the men"."""
    number, doc = span[-1], span.doc
    after = doc[span.end] if span.end < len(doc) else None
    if after is None:
        return None
    if after.lower_ == "of":
        return _object(after)
    head = number.head
    if (
        number.dep_ in ("nummod", "quantmod", "amod", "compound")
        and head.i > number.i
        and head.pos_ in ("NOUN", "PROPN")
    ):
        while head.dep_ == "compound" and head.head.i > head.i:
            head = head.head
        return head
    if after.lower_ in ("more", "others"):
        noun = after.i + 1 < len(doc) and after.nbor(1).tag_ in ("NNS", "NN", "JJ")
        return _after_noun(after) if noun else None
    return _after_noun(number) if after.pos_ in ("NOUN", "ADJ", "PROPN", "NUM") or after.dep_ == "amod" else None


def _taken(doc: Doc) -> set[int]:
    """Characters of dates, durations and sums of money."""
    spans = [(length.start, length.end) for length in once(doc, durations.find)]
    spans += [(amount.start, amount.end) for amount in once(doc, money.find)]
    for worded in once(doc, date_grammar.find):
        span = doc.char_span(worded.start, worded.end, alignment_mode="expand")
        if span is not None and is_date(worded, span):
            spans.append((worded.start, worded.end))
    return {at for start, end in spans for at in range(start, end)}


def _counts(doc: Doc) -> Iterator[tuple[Span, Count]]:
    taken: set[int] | None = None
    for count in count_words.find(text_of(doc)):
        taken = _taken(doc) if taken is None else taken
        span = doc.char_span(count.start, count.end, alignment_mode="expand")
        if span is not None and taken.isdisjoint(range(count.start, count.end)) and _is_count(count, span):
            yield span, count


def _put_at(span: Span) -> Token | None:
    """ "Put the number of dead at 61", "put at 61 the number of people killed", "a crowd that they put at 900"."""
    at = span[0].nbor(-1) if span.start else None
    if at is None or at.lower_ not in ("at", "to"):
        return None
    verb = next((t for t in (at, *at.ancestors) if t.lemma_ in _PUT), None)
    if verb is None:
        return None
    for token in span.doc[verb.i + 1 : span[0].sent.end]:
        if token.lower_ == "of" and token.nbor(-1).lemma_.lower() in _TOTALS:
            return _object(token)
    put = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
    if put is None and verb.dep_ == "relcl":
        return verb.head
    return None if put is None or put.lemma_.lower() in _TOTALS else put


def _told(span: Span, earlier: list[Quantity], count: Count) -> int | None:
    """What a number without a noun counts: "of the cases filed, only one", "the 35", else what was counted last."""
    sentence = span[0].sent
    if (put := _put_at(span)) is not None:
        return put.i
    for token in reversed(span.doc[sentence.start : span.start]):
        begins = token.i == sentence.start or token.nbor(-1).text in _CLAUSE
        if token.lower_ == "of" and begins and (noun := _object(token)) is not None:
            return noun.i
    heap = span[-1].lemma_.lower() in _HEAPS and span[-1].tag_ == "NNS"
    if heap and span.end < len(span.doc) and span.doc[span.end].pos_ in ("VERB", "AUX"):
        return None  # "thousands had blocked bridges" says people
    if span.start and span[0].nbor(-1).lower_ == "the":
        same = [q.noun for q in earlier if q.noun is not None and (q.min, q.max) == (count.min, count.max)]
        if same:
            return same[-1]
    return next((q.noun for q in reversed(earlier) if q.noun is not None), None)


def find(paragraph: Paragraph) -> list[Quantity]:
    """The counts of ``paragraph`` in order; one without a noun of its own takes that of a count told before it."""
    out: list[Quantity] = []
    for span, count in _counts(paragraph.doc):
        noun = noun_of(span)
        position = noun.i if noun is not None else _told(span, out, count)
        out.append(Quantity(paragraph.index, span.start, span.end, count.min, count.max, count.qualifier, position))
    return out
