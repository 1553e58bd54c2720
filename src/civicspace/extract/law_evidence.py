"""When a step of a law was taken and which words of the report prove it."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Doc, Span, Token

from civicspace.extract import statutes
from civicspace.extract.enactment import Enactment
from civicspace.extract.mention import DateMention
from civicspace.extract.paragraph import Paragraph
from civicspace.model.quote import Quote

_LONGEST_QUOTE: Final = 300


def names_something(date: Span) -> bool:
    """Whether a date only qualifies a noun ("the January events", "the 2003 Constitution")."""
    root = date.root
    following = root.doc[date.end] if date.end < len(root.doc) else None
    if date.start and root.doc[date.start - 1].pos_ == "ADP" and root.doc[date.start - 1].lower_ != "of":
        return False
    return (
        root.dep_ in ("compound", "nmod", "amod", "nummod", "poss")
        and root.head.i >= date.end
        and root.head.ent_type_ != "DATE"
        and following is not None
        and following.pos_ in ("NOUN", "PROPN", "ADJ", "PART", "NUM")
    )


def speaking(verb: Token) -> Token | None:
    """The verb that announces what is planned, where there is one."""
    return next(
        (
            t
            for t in verb.ancestors
            if t.lemma_ in ("announce", "say", "state", "promise", "pledge", "confirm", "agree", "accept")
        ),
        None,
    )


def date_of(verb: Token, dates: list[DateMention], doc: Doc) -> str | None:
    """The date told with a verb: the one that hangs on it, else the nearest that hangs on no other verb."""
    best: tuple[int, int, str] | None = None
    for date in dates:
        root = doc[date.start : date.end].root
        holder = next((t for t in root.ancestors if t.pos_ in ("VERB", "AUX")), None)
        if verb.pos_ not in ("VERB", "AUX") and (verb in root.ancestors or verb.i < root.i <= verb.i + 8):
            rank = -1
        elif any(t.lower_ in _stage_nouns() and t != verb and t.i > verb.sent.start for t in _between(root, holder)):
            continue
        elif holder == verb:
            rank = 0
        elif verb in root.ancestors:
            rank = 1
        elif holder is not None and (verb in holder.conjuncts or holder in verb.ancestors or verb.head == holder):
            rank = 2
        elif len(dates) == 1 and holder is not None and holder.i < verb.i:
            rank = 3
        else:
            continue
        here = (rank, abs(root.i - verb.i), date.edtf or "")
        if best is None or here < best:
            best = here
    return _point(best[2]) if best else None


def date_of_name(law: Enactment, dates: list[DateMention], doc: Doc) -> str | None:
    """The date that belongs to a name: "the 2014 Law", "a decree of 13 September 2022"."""
    for date in dates:
        behind = law.start < date.start <= law.end + 2 and doc[date.start - 1].lower_ in ("of", "dated")
        inside = law.year is not None and law.start <= date.start < law.end
        if date.edtf and (behind or inside) and date.edtf.startswith(law.year or "") and "/" not in date.edtf:
            return date.edtf
    return law.year


@cache
def _stage_nouns() -> frozenset[str]:
    nouns = frozenset(noun for nouns in statutes.words()["nouns_of_stage"].values() for noun in nouns)
    return nouns - {"change", "changes"}


def _between(root: Token, holder: Token | None) -> Iterator[Token]:
    """The tokens that a date hangs on below its verb: "after the adoption of the law in 2020" dates the adoption."""
    for token in root.ancestors:
        if token == holder:
            return
        yield token


def _point(edtf: str) -> str:
    """ "in force since 2018": a step is taken where the stretch begins."""
    return edtf.removesuffix("/..") if edtf.endswith("/..") else edtf


def quote(paragraph: Paragraph, sentence: Span, verb: Token) -> Quote:
    """The sentence, or the part of it around the verb where the sentence is too long for evidence."""
    if len(sentence.text) <= _LONGEST_QUOTE:
        return paragraph.quote(_bare(sentence))
    start, end = verb.i, verb.i + 1
    doc = sentence.doc
    low, high = (min(verb.left_edge.i, verb.i), max(verb.right_edge.i, verb.i) + 1)
    while True:
        grown = False
        if end < min(high, sentence.end) and doc[start : end + 1].end_char - doc[start].idx <= _LONGEST_QUOTE:
            end, grown = end + 1, True
        if (
            start > max(low, sentence.start)
            and doc[end - 1].idx + len(doc[end - 1]) - doc[start - 1].idx <= _LONGEST_QUOTE
        ):
            start, grown = start - 1, True
        if not grown:
            return paragraph.quote(_bare(doc[start:end]))


def _bare(words: Span) -> Span:
    while len(words) > 1 and words[-1].is_space:
        words = words[:-1]
    while len(words) > 1 and words[0].is_space:
        words = words[1:]
    return words
