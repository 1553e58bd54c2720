"""Who gave a count: "according to police records", "the Ministry of the Interior reported that"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from civicspace.extract.events.modality import above
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.reading import Reading

_SAY = frozenset(
    [
        "say",
        "report",
        "state",
        "announce",
        "claim",
        "estimate",
        "confirm",
        "note",
        "tell",
        "reveal",
        "document",
        "record",
        "verify",
        "add",
        "put",
        "warn",
        "acknowledge",
        "admit",
        "allege",
        "declare",
        "disclose",
        "indicate",
        "write",
        "assert",
        "find",
        "show",
        "suggest",
        "count",
        "register",
        "list",
        "accuse",
        "call",
    ]
)
#: A count that is the object of these comes from their subject: "the union counted 40 attacks".
_COUNTING = frozenset(
    ["count", "document", "record", "register", "list", "report", "estimate", "put", "verify", "confirm", "speak",
     "receive", "announce", "draw", "note", "conclude"]
)  # fmt: skip
#: What only carries a count: the giver is named after "by" or "from".
_CARRIERS = frozenset(
    [
        "information",
        "data",
        "figure",
        "statistic",
        "report",
        "estimate",
        "number",
        "account",
        "statement",
        "spokesperson",
    ]
)
#: How what is told hangs on the verb that tells it.
_REPORTED = frozenset({"ccomp", "parataxis", "dobj", "pcomp", "pobj", "prep"})
_AWAY = frozenset({"relcl", "acl", "appos", "advcl"})


def _giver(noun: Token) -> Token:
    """ "Information provided by the Prosecutor" leads to the Prosecutor; "police records" stays."""
    if noun.lemma_.lower() not in _CARRIERS:
        return noun
    for child in noun.children:
        if child.dep_ in ("prep", "acl") and child.i > noun.i:
            by = (
                child
                if child.lower_ in ("from", "by", "of")
                else next((c for c in child.children if c.lower_ == "by"), None)
            )
            inner = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
            if inner is not None:
                return inner
    return noun


def _is_name_of(source: Token, path: Token) -> bool:
    """ "The security minister, Jane Roe": the name that follows an office."""
    return path.dep_ == "appos" and path.pos_ == "PROPN" and path.head == source and source.pos_ == "NOUN"


def _words(paragraph: Paragraph, source: Token) -> str:
    """The name as the report gives it, without article, date and clauses."""
    kept = [source]
    for token in source.subtree:
        path: Token = token
        while (
            path != source
            and (path.dep_ not in _AWAY or _is_name_of(source, path))
            and not (path.dep_ == "prep" and path.lower_ not in ("of", "for", "on"))
        ):
            path = path.head
        if path == source:
            kept.append(token)
    at = {t.i for t in kept}
    first = last = source.i
    while first - 1 in at:
        first -= 1
    while last + 1 in at:
        last += 1
    doc = paragraph.doc
    while first < last and (doc[first].pos_ == "DET" or doc[first].is_punct):
        first += 1
    while last > first and doc[last].is_punct:
        last -= 1
    return paragraph.quote(doc[first : last + 1]).quote


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "agent")), None)


def _cited(reading: Reading, paragraph: Paragraph, sentence: Span) -> Token | None:
    """A body set off as the source: "Red Crescent: three dead in …", "three dead (Red Crescent)"."""
    for token in sentence[1:6]:
        if token.text == ":" and _is_body(reading, paragraph, sentence[0]) and sentence[0].pos_ == "PROPN":
            return sentence[0]
    for token in sentence:
        if token.text == "(" and token.i + 2 < sentence.end:
            inner = token.nbor(1)
            closed = any(t.text == ")" for t in sentence.doc[inner.i + 1 : min(inner.i + 6, sentence.end)])
            if not closed or not _is_body(reading, paragraph, inner):
                continue
            if token.i > sentence.start and not _stands_for(inner.text, sentence.doc[sentence.start : token.i]):
                return inner
    return None


def _stands_for(short: str, before: Span) -> bool:
    """Whether a bracketed short form abbreviates the words before it: "Digital Security Act (DSA)"."""
    initials = "".join(t.text[0] for t in before if t.text[0].isupper())
    return short[:1] in initials[-len(short) :] and before[-1].pos_ == "PROPN" and initials.endswith(short[-1:])


def _is_body(reading: Reading, paragraph: Paragraph, token: Token) -> bool:
    actor = reading.actor_at(paragraph.index, token.i)
    return actor is not None and actor.kind == "organisation"


def _sources(trigger: Token, sentence: Span) -> Iterator[Token]:
    for token in sentence:
        if token.lower_ == "according":
            yield from (c for to in token.children for c in to.children if c.dep_ == "pobj")
    if trigger.lemma_ in _COUNTING and (subject := _subject(trigger)) is not None:
        yield subject
    for verb, label in above(trigger):
        if label in _REPORTED and verb.lemma_ in _SAY and (subject := _subject(verb)) is not None:
            yield subject
    for child in trigger.children:
        if child.dep_ in ("ccomp", "parataxis") and child.lemma_ in _SAY and (subject := _subject(child)) is not None:
            yield subject
        if child.dep_ == "agent" and trigger.lemma_ in _SAY:
            yield from (c for c in child.children if c.dep_ == "pobj")


def source(reading: Reading, paragraph: Paragraph, *, trigger: Token) -> str | None:
    """Who is said to give what ``trigger`` tells, as named in the sentence; a pronoun leads to whom it means."""
    for found in _sources(trigger, trigger.sent):
        giver = _giver(found)
        if giver.i in {t.i for t in trigger.children} and giver.dep_ == "nsubjpass":
            continue
        actor = reading.actor_at(paragraph.index, giver.i)
        if giver.pos_ == "PRON":
            if actor is not None:
                return actor.name
            continue
        return _words(paragraph, giver)
    cited = _cited(reading, paragraph, trigger.sent)
    return _words(paragraph, cited) if cited is not None else None
