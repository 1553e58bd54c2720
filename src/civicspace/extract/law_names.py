"""The names of laws in a paragraph: capitalised ones, numbered ones ("Law No. 30 of 1996"), what they add behind."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from spacy.tokens import Doc, Span, Token

from civicspace.extract import statutes
from civicspace.extract.enactment import Enactment
from civicspace.extract.paragraph import text_of
from civicspace.model.law import LawKind

_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_TITLE_LONGEST: Final = 18
# behind a name: its number or short form in brackets, its year
_BEHIND: Final = re.compile(
    r"(?: \((?:[A-Z][\w.’'-]*|No\.?|of|the|\d[\w/.-]*|[ ,-]){1,9}\))?"
    r"(?:(?:,? of|,|) (?P<year>(?:1[89]|20)\d\d)(?! ?[-–]\d)(?! people| protest))?"
)
_NUMBER: Final = r"(?:(?:No\.?|Nos\.?|Number|Nr\.?|n[°º]|№|#) ?)"
_FIGURES: Final = r"\d(?:[\d.,/-]*\d)?(?:-[A-Z]{1,5})?\b"


def find(doc: Doc, found: dict[int, Enactment]) -> dict[int, Enactment]:
    """The named laws by the position of every word of their names; ``found`` are the head words read so far."""
    named: dict[int, Enactment] = {}
    for match in _names().finditer(text_of(doc)):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        heads = [t.i for t in span if t.i in found] if span is not None else []
        if span is None or not heads:
            continue
        opening = _behind_body(span) or next(
            (t.i for t in reversed(span) if t.is_sent_start and t.i <= heads[-1]), span.start
        )
        span = doc[opening : span.end]
        while span.start < heads[-1] and _outside(span[0]):
            span = span[1:]
        whole = _named(found[heads[-1]], span, doc)
        named |= dict.fromkeys(range(whole.start, max(span.end, whole.end)), whole)
    for one in _numbered(doc):
        inside = [named[i] for i in range(one.start, one.end) if i in named]
        if any(other.start < one.start for other in inside):
            continue
        named |= dict.fromkeys(range(one.start, one.end), one)
    return named


@cache
def _numbers() -> tuple[re.Pattern[str], dict[str, LawKind]]:
    numbered: dict[str, LawKind] = statutes.words()["numbered"]
    heads = "|".join(re.escape(h) for h in sorted(numbered, key=len, reverse=True))
    year = r"(?:(?:/| of | \(|, )(?:1[89]|20)\d\d\)?)?"
    return re.compile(rf"\b(?P<head>(?i:{heads})) (?:{_NUMBER}{_FIGURES}|{_FIGURES}){year}"), numbered


def _numbered(doc: Doc) -> Iterator[Enactment]:
    """ "Law No. 30 of 1996", "Decree-Law 54", "Republic Act No. 11479": a number makes a name."""
    pattern, kinds = _numbers()
    for match in pattern.finditer(text_of(doc)):
        if not match["head"][0].isupper():
            continue
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is None:
            continue
        while len(span) > 1 and span[-1].text in (".", ",", ")") and "(" not in span.text:
            span = span[:-1]
        while span.start and _qualifies(doc[span.start - 1]):
            span = doc[span.start - 1 : span.end]
        words = match["head"].split()
        head = next(t.i for t in reversed(span) if t.text.lower() in re.split(r"[ -]", words[-1].lower()))
        year = _YEAR.search(re.sub(r"^.*?(?=(?:of|/|\(|,|-| )\s*(?:1[89]|20)\d\d)", "", match[0]))
        yield Enactment(
            head, span.start, span.end, span.text.strip(" ,\"'"), kinds[match["head"].lower()],
            short=False, draft=False,
            year=year[0] if year and int(year[0]) <= 2100 else None,
        )  # fmt: skip


def _qualifies(token: Token) -> bool:
    capital = token.text[0].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN") and token.i > token.sent.start
    return capital and token.ent_type_ not in ("DATE", "PERSON")


def _behind_body(span: Span) -> int | None:
    """ "by the National Assembly of the Media Bill": where a name begins behind the body that runs into it."""
    bodies = statutes.words()["bodies"]["nouns"]
    ends = [t.i + 1 for t in span[:-2] if t.lower_ in bodies and t.nbor(1).lower_ == "of" and t.nbor(2).lower_ == "the"]
    return ends[-1] + 2 if ends and ends[-1] + 2 < span.end else None


def _outside(token: Token) -> bool:
    """Whether a capitalised word only opens the sentence in front of a name ("In June the …")."""
    month = token.ent_type_ == "DATE" and not _YEAR.fullmatch(token.text)
    return token.pos_ in ("DET", "PRON", "ADP", "SCONJ", "CCONJ") or token.lower_ in ("new", "the", "in") or month


def _named(head: Enactment, span: Span, doc: Doc) -> Enactment:
    end = max(span.end, head.end) if head.head == span[-1].i else span.end
    behind = _BEHIND.match(text_of(doc), doc[end - 1].idx + len(doc[end - 1]))
    if behind and behind[0]:
        added = doc.char_span(span.start_char, behind.end(), alignment_mode="contract")
        end = max(end, added.end) if added is not None else end
    years = [t.text for t in doc[span.start : end] if _YEAR.fullmatch(t.text)]
    title = doc[span.start : min(end, span.start + _TITLE_LONGEST)].text.strip(" ,\"'")
    year = years[-1] if years else head.year
    return replace(head, start=span.start, end=end, title=title, short=head.short and len(span) == 1, year=year)


@cache
def _names() -> re.Pattern[str]:
    """Capitalised names that end in a word for an enactment, or in one for an emergency."""
    capital = "|".join(h.capitalize() for h in statutes.heads().split("|") if h.isalpha())
    emergency = "|".join(map(re.escape, statutes.words()["reforms"]["emergency"]))
    word = r"(?:[A-Z][\w'.-]*|\([A-Z]\w+\)|(?:1[89]|20)\d\d)"
    joining = r"(?:and|of|on|from|for|the|against|to|in|or|with|by|,)"
    return re.compile(rf"\b{word}(?: (?:{joining} ){{0,2}}{word})* (?:{capital})\b|\b(?i:{emergency})\b")
