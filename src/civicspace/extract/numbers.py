"""How many: counts as reports word them, with what they hedge and what they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Span, Token

from civicspace.extract import date_grammar, durations
from civicspace.extract.dates import is_date
from civicspace.extract.mention import Quantity
from civicspace.extract.number_words import NUMBER, value
from civicspace.extract.paragraph import Paragraph
from civicspace.model.amount import Qualifier

_AT_LEAST = (
    r"(?:well |far |just |slightly )?(?:over|more than|above|in excess of|upwards? of|exceeding)|at (?:the )?least"
    r"|(?:no|not) (?:fewer|less) than|a minimum of"
)
_AT_MOST = r"up to|as many as|(?:at (?:the )?most)|(?:no|not) more than|fewer than|less than|(?:just )?(?:under|below)|a maximum of"
_ABOUT = (
    r"(?:an )?(?:estimated|average of)|around|about|approximately|approx\.|roughly|some|nearly|almost|close to|circa"
    r"|reportedly around|in the region of|virtually|perhaps"
)
_HEDGE = rf"(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})|(?P<about>{_ABOUT})|(?:a |the )?(?:combined |grand )?total of|exactly)"
_ROUND: Final = {"dozens": 24, "scores": 40, "tens": 20, "hundreds": 200, "thousands": 2000, "millions": 2_000_000}
_MANY = (
    r"(?:(?:many |several |multiple )?(?P<tens>tens|hundreds|dozens|scores)(?: and hundreds| (?:or|and) even hundreds)? of (?P<scale>thousands|millions)"
    r"|(?:(?:many|several|some|countless) )?(?P<plural>dozens|scores|tens|hundreds|thousands|millions)(?= of\b|(?! of)\b)"
    r"|(?:several|a few|many|a couple of) (?P<few>dozen|hundred|thousand|million))"
)
_DOZEN = rf"(?:(?P<half>half a dozen)|(?:(?P<times>{NUMBER}|an?) )?(?P<dozen>dozen))"
_COUNT = re.compile(
    rf"(?i)(?<![\w.,/$€£#§+-])(?:{_HEDGE} )*?(?:{_HEDGE.replace('?P<', '?P<x')} )?(?P<half_of>half (?:of )?(?:the )?)?(?:{_MANY}|{_DOZEN}"
    rf"|(?P<range>between |from )?(?P<n>{NUMBER})(?:(?P<to> ?- ?| to | and | or )(?P<m>{NUMBER}))?)"
    r"(?P<more> or (?:more|so))?(?!\w|-year|-month|-day|-hour|-week|%|[.,:/]\d|-\d|st\b|nd\b|rd\b|th\b)"
)
#: What makes a number something else than a count: before it, and after it.
_LABEL = re.compile(
    r"(?:\b(?:articles?|arts?|sections?|clauses?|paragraphs?|paras?|parts?|chapters?|rules?|resolutions?|no|nos|nr|number|page|pp?|"
    r"case|channel|phase|cell|room|block|unit|line|route|item|point|version|aged?|ages of|annex|decree|law|order|category)\.?"
    r"|№|[$€£¥₦₹]|\b[A-Z]{2,3}\$|\b(?:USD|EUR|GBP|US))(?: \d+(?:\([^)]*\))*,? (?:and|or|to))? ?$",
    re.I,
)
_UNIT = re.compile(
    r"(?: ?%| per ?cent\b| percentage| ?(?:am|pm|a\.m\.|p\.m\.|GMT|UTC|km|kms|kg|cm|mm|m|ha|mph|°|degrees|times|fold)\b"
    r"|[ -](?:kilomet|met[re]{2}s?|miles?|hectares?|acres?|litres?|tons?|tonnes?|kilogram|minutes?|hours?|days?|weeks?|months?|years?"
    r"|decades?|century|centuries|o'clock|nights?|mornings?|evenings?)\b"
    r"|(?:st|nd|rd|th)\b| (?:Dollar|US ?\$|euro|pound|rubles?|roubles?|tenge|naira|rupees?|lira|yen|yuan)|(?: |-)(?:quarter|third|fifth)s?\b)",
    re.I,
)
_YEARLIKE = re.compile(r"(?:19|20)\d\d")
_PRONOUN_ONE = re.compile(
    r"(?i)(?:\bno|\bany|\bevery|\beach|\bsome|\bthis|\bthat|\bwhich|\bthe|\bany|\bat|\banother)[ -]?$"
)
_FEW_UNITS: Final = {"dozen": 24, "hundred": 200, "thousand": 2000, "million": 2_000_000}


@dataclass(frozen=True, slots=True)
class Count:
    """A number as worded: bounds and hedge."""

    min: int | None
    max: int | None
    qualifier: Qualifier


def _group(found: re.Match[str], name: str) -> str | None:
    return found[name] or found.groupdict().get("x" + name)


def _core(found: re.Match[str]) -> tuple[int | None, int | None, bool]:
    """Lowest, highest, and whether the words themselves only give a lower bound ("dozens")."""
    if found["tens"]:
        return _ROUND[found["tens"].lower()] * (_ROUND[found["scale"].lower()] // 2), None, True
    if found["plural"]:
        return _ROUND[found["plural"].lower()], None, True
    if found["few"]:
        return _FEW_UNITS[found["few"].lower()], None, True
    if found["half"]:
        return 6, 6, False
    if found["dozen"]:
        times = value(found["times"]) if found["times"] else 1
        return 12 * (times or 1), 12 * (times or 1), False
    low = value(found["n"])
    return low, value(found["m"]) if found["m"] else low, False


def _read(found: re.Match[str]) -> Count | None:
    low, high, open_ended = _core(found)
    if low is None or (high is None and not open_ended):
        return None
    if high is not None and high < low:
        return None
    if found["half_of"]:
        low, high = low // 2, high // 2 if high is not None else None
    if low != high and not open_ended:
        return Count(low, high, "between")
    if open_ended or _group(found, "least") or found["more"] == " or more":
        return Count(low, None, "at-least")
    if _group(found, "most"):
        return Count(None, high, "at-most")
    return Count(low, high, "approximately" if _group(found, "about") or found["more"] else "exact")


def _is_label(number: Token) -> bool:
    """ "Case 002", "Group 7": a number that names the noun before it."""
    head = number.head
    return number.is_digit and head.i == number.i - 1 and head.pos_ in ("NOUN", "PROPN") and number.dep_ in (
        "nummod", "appos", "npadvmod"
    )  # fmt: skip


def _is_count(found: re.Match[str], span: Span) -> bool:
    text, start, end = found.string, found.start(), found.end()
    core = next(found.start(g) for g in ("tens", "plural", "few", "half", "dozen", "n") if found[g] is not None)
    if _LABEL.search(text, 0, start) or _LABEL.search(text, 0, core) or _UNIT.match(text, end):
        return False
    number = span[-1]
    word = (found["n"] or "").lower()
    if word == "one" and not found["m"]:
        if _PRONOUN_ONE.search(text, 0, core) and not _group(found, "least"):
            return False
        if span.start and number.nbor(-1).pos_ in ("ADJ", "DET", "PROPN", "NOUN") and _noun(span) is None:
            return False
    if _YEARLIKE.fullmatch(word) and not _after_noun(number):
        return False
    age = (
        span.start > 0 and span[0].nbor(-1).text == "," and span.end < len(span.doc) and span.doc[span.end].text == ","
    )
    return not (_is_label(number) or (age and span.start > 1 and span[0].nbor(-2).pos_ == "PROPN" and len(word) < 3))


def _after_noun(number: Token) -> Token | None:
    """The head of the noun phrase that goes on after a number."""
    doc, found = number.doc, None
    for token in doc[number.i + 1 : number.i + 9]:
        if token.pos_ in ("NOUN", "PROPN") or (
            token.tag_ in ("VBG", "VBN", "CD") and token.dep_ in ("amod", "compound")
        ):
            found = token if token.pos_ in ("NOUN", "PROPN") else found
            if token.dep_ not in ("compound", "amod", "nmod", "poss", "punct") or token.tag_ == "NNS":
                nxt = doc[token.i + 1] if token.i + 1 < len(doc) else None
                if nxt is None or not (
                    nxt.pos_ in ("NOUN", "PROPN") and nxt.tag_ == "NNS" and token.dep_ == "compound"
                ):
                    break
        elif (
            token.pos_ in ("ADJ", "NUM")
            or token.text in ("-", "/", "'s")
            or token.dep_ in ("amod", "advmod")
            or (token.text in (",", "and", "or") and found is None)
        ):
            continue
        else:
            break
    return found


def _last_of_list(noun: Token) -> Token:
    """ "Dozens of human rights, trade union and political activists": the plural that the list ends in."""
    if noun.tag_ in ("NNS", "NNPS"):
        return noun
    listed = [t for t in noun.subtree if t.i > noun.i and t.tag_ == "NNS" and t.dep_ in ("conj", "pobj")]
    return next((t for t in listed if all(h.dep_ == "conj" or h is noun for h in _up(t, noun))), noun)


def _up(token: Token, stop: Token) -> Iterator[Token]:
    while token is not stop and token.head is not token:
        yield token
        token = token.head


def _noun(span: Span) -> Token | None:
    """What a number counts: the noun it stands before, or that of "two of the men"."""
    number = span[-1]
    nxt = number.nbor(1) if number.i + 1 < len(number.doc) else None
    if nxt is not None and nxt.lower_ == "of":
        inner = next((t for t in nxt.children if t.dep_ == "pobj"), None) or _after_noun(nxt)
        return _last_of_list(inner) if inner is not None and inner.pos_ in ("NOUN", "PROPN") else None
    head = number.head
    if (
        number.dep_ in ("nummod", "quantmod", "amod", "compound")
        and head.i > number.i
        and head.pos_ in ("NOUN", "PROPN")
    ):
        while head.dep_ == "compound" and head.head.i > head.i:
            head = head.head
        return head
    if (nxt is not None and nxt.pos_ in ("NOUN", "ADJ", "PROPN", "NUM")) or (nxt is not None and nxt.dep_ == "amod"):
        return _after_noun(number)
    return None


def _taken(doc: Doc) -> set[int]:
    """Characters of dates and durations."""
    spans = [(length.start, length.end) for length in durations.find(doc.text)]
    for worded in date_grammar.find(doc.text):
        span = doc.char_span(worded.start, worded.end, alignment_mode="expand")
        if span is not None and is_date(worded, span):
            spans.append((worded.start, worded.end))
    return {at for start, end in spans for at in range(start, end)}


def _spans(doc: Doc) -> Iterator[tuple[Span, Count]]:
    taken: set[int] | None = None
    for found in _COUNT.finditer(doc.text):
        count = _read(found)
        if count is None:
            continue
        if taken is None:
            taken = _taken(doc)
        span = doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if span is None or not taken.isdisjoint(range(found.start(), found.end())) or not _is_count(found, span):
            continue
        yield span, count


def find(paragraph: Paragraph) -> list[Quantity]:
    """The counts of ``paragraph`` in order; one without a noun of its own takes that of the count told before it."""
    out: list[Quantity] = []
    last: int | None = None
    for span, count in _spans(paragraph.doc):
        noun = _noun(span)
        position = noun.i if noun is not None else last
        last = position
        out.append(Quantity(paragraph.index, span.start, span.end, count.min, count.max, count.qualifier, position))
    return out
