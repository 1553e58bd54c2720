"""The date of an event: which of a sentence's dates belongs to a trigger."""

from spacy.tokens import Span, Token

from civicspace.extract.events.candidates import Candidate
from civicspace.extract.mention import DateMention
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.reading import Reading

_CLAUSE = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "pcomp", "csubj", "parataxis", "xcomp"})


def _clause(token: Token) -> Token:
    """The verb whose clause a token stands in."""
    seen = token
    while seen.head != seen and not (seen.pos_ in {"VERB", "AUX"} and seen.dep_ in _CLAUSE):
        seen = seen.head
    return seen


def _path(low: Token, high: Token) -> int | None:
    """Steps from a token up to another that governs it, or ``None``."""
    steps, seen = 0, low
    while seen != high:
        if seen.head == seen:
            return None
        seen, steps = seen.head, steps + 1
    return steps


def _distance(trigger: Token, date: DateMention, sentence: Span) -> float:
    """How far a date stands from a trigger: steps in the parse, clauses crossed, then words between."""
    head = min(sentence.doc[date.start : date.end], key=lambda t: _depth(t))
    words = min(abs(date.start - trigger.i), abs(date.end - 1 - trigger.i))
    inside = _path(head, trigger)
    if inside is not None:
        crossed = _clause(head) not in (_clause(trigger), trigger)
        return inside + (6 if crossed else 0) + words / 100
    mine, its = _clause(trigger), _clause(head)
    if mine == its:
        return 5 + words / 100
    steps = _path(mine, its)
    if steps is not None:  # the date stands in a clause above: "In March he was tried and sentenced"
        return 7 + 2 * steps + words / 100
    steps = _path(its, mine)
    return (14 if steps is None else 11 + steps) + words / 100


def _depth(token: Token) -> int:
    steps = 0
    while token.head != token:
        token, steps = token.head, steps + 1
    return steps


_LAWS = frozenset({"law", "act", "code", "constitution", "bill", "decree", "amendment", "resolution", "convention"})


def _penalty(trigger: Token, date: DateMention, sentence: Span) -> float:
    """What speaks against a date: it dates a noun, a law, or who said so rather than what happened."""
    doc = sentence.doc
    if {t.lemma_.lower() for t in doc[date.end : date.end + 3]} & _LAWS:
        return 40
    against = 8.0 if date.modifier and not date.start <= trigger.i <= date.end + 2 else 0.0
    head = min(doc[date.start : date.end], key=_depth)
    if any(t.lower_ == "according" for t in head.ancestors):
        against += 10
    return against


def choose(
    reading: Reading, paragraph: Paragraph, *, trigger: Token, sentence: Span, legal: bool = False
) -> DateMention | None:
    """The sentence's date that stands nearest to the trigger in the parse.

    A date inside a noun phrase ("the January 2022 events") and the date of a source come after the others; to a
    ``legal`` step such a noun is what it is about, and never its date.
    """
    found = [
        d
        for d in reading.within(reading.dates, paragraph.index, sentence.start, sentence.end)
        if d.edtf and d.role != "until" and not (legal and d.modifier)
    ]
    costs = [(_distance(trigger, d, sentence) + _penalty(trigger, d, sentence), d) for d in found]
    return min((c for c in costs if c[0] < 40), key=lambda c: c[0], default=(0, None))[1]


def carried(reading: Reading, candidate: Candidate) -> DateMention | None:
    """The date that the paragraph gave last before a sentence that tells on from there.

    Nothing is carried into what lies before ("had been held") or into what holds in general.
    """
    tags = {c.lower_ for c in _clause(candidate.trigger).children if c.dep_ in {"aux", "auxpass"}}
    if tags & {"had", "has", "have", "will", "would", "could", "may"}:
        return None
    before = [
        d
        for d in reading.within(reading.dates, candidate.paragraph.index, 0, candidate.sentence.start)
        if d.edtf and not d.modifier and d.role == "at"
    ]
    return before[-1] if before else None


# A ban lasts as long as it is not lifted; an arrest "since" a day happened on it.
_LASTING = frozenset(
    {"censorship", "assembly-refused", "organisation-restricted", "restriction", "internet-disruption"}
)


def event_date(date: DateMention, type_: str) -> str | None:
    """The EDTF of an event from its mention: what began "since" a day happened that day; "as of" is the latest day."""
    if date.edtf is None:
        return None
    first, slash, last = date.edtf.partition("/")
    if date.role == "since" and last == ".." and type_ not in _LASTING:
        return first
    if date.role == "as-of" and not slash and type_ != "statement":
        return f"../{first}"
    return date.edtf
