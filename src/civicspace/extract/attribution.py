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


def _words(paragraph: Paragraph, source: Token) -> str:
    """The name as the report gives it, without article, date and clauses."""
    kept = [source]
    for token in source.subtree:
        path: Token = token
        while (
            path != source
            and path.dep_ not in _AWAY
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


def _sources(trigger: Token, sentence: Span) -> Iterator[Token]:
    for token in sentence:
        if token.lower_ == "according":
            yield from (c for to in token.children for c in to.children if c.dep_ == "pobj")
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
    return None
