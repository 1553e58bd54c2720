"""What speaks for and against a candidate, as words that a reviewer can read.

Each feature is a short string; the judge adds up their weights. Those that begin with the type say how that type
in particular is told ("conviction~verb:sentence"), the others hold for every type.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from civicspace.extract.events.draft import Draft
from civicspace.extract.events.lexicon import lexicon
from civicspace.extract.events.modality import above
from civicspace.extract.events.parties import Party
from civicspace.extract.paragraph import text_of
from civicspace.extract.parse import is_english_word

_QUOTES = frozenset({'"', "''", "``", "“", "”"})
_CUES = (
    "court judge trial police custody detention prison jail officer official soldier guard protest rally "
    "demonstration strike newspaper website radio organisation party union death torture beat year month day fine "
    "administrative appeal charge law military army group suicide hunger release investigation report allegation "
    "election government"
).split()


def _lemma(token: Token) -> str:
    """The lemma of a word; of a name only that it is one, or the judge would learn whom a report is about."""
    lemma = token.lemma_.lower()
    return "name" if token.text[:1].isupper() and not is_english_word(lemma) else lemma


def _role(name: str, party: Party, heads: Sequence[Token]) -> Iterator[str]:
    if not heads:
        yield f"{name}:none"
        return
    head = heads[0]
    if party.actors:
        yield f"{name}:named-{party.actors[0].kind}"
        yield f"{name}:{'direct' if head.pos_ == 'PROPN' else 'resolved'}"
    if party.group is not None:
        sized = party.group.min is not None
        yield f"{name}:group-{'sized' if sized else 'unsized'}"
    lemma = head.lemma_.lower()
    yield f"{name}-pos:{head.tag_}"
    for word_class in _classes(lemma):
        yield f"{name}-class:{word_class}"
    determiner = next((c for c in head.children if c.dep_ in {"det", "poss"}), None)
    yield f"{name}-det:{_determiner(determiner)}"
    yield f"{name}-lemma:{_lemma(head)}"


def _determiner(token: Token | None) -> str:
    """The form of an article, pronoun or number; a possessor is one by name or by noun."""
    if token is None:
        return "bare"
    return token.lower_ if token.pos_ in {"DET", "PRON", "NUM"} else token.pos_


@lru_cache(maxsize=10_000)
def _classes(lemma: str) -> tuple[str, ...]:
    """The classes of the lexicon that a lemma belongs to."""
    return tuple(name for name in lexicon().classes if lexicon().is_a(lemma, name))


@lru_cache(maxsize=1)
def _lemmas(sentence: Span) -> frozenset[str]:
    """The lemmas of a sentence; its candidates follow each other and share them."""
    return frozenset(t.lemma_.lower() for t in sentence)


@lru_cache(maxsize=1)
def _starts(doc: Doc) -> tuple[int, ...]:
    """Where the sentences of a paragraph begin."""
    return tuple(s.start for s in doc.sents)


def _quoted(trigger: Token, start: int) -> bool:
    """Whether an odd number of quotation marks stands before a trigger in its sentence, which begins at ``start``."""
    text = text_of(trigger.doc)
    if not any(mark in text for mark in _QUOTES):
        return False
    return sum(t.text in _QUOTES for t in trigger.doc[start : trigger.i]) % 2 == 1


def _trigger(token: Token) -> Iterator[str]:
    yield f"tag:{'VBN' if token.tag_ == 'VBD' else token.tag_}"
    yield f"dep:{token.dep_}"
    for depth, (governor, label) in enumerate(above(token)):
        if depth == 0:
            yield f"above:{_lemma(governor)}"
            yield f"above-dep:{label}-{governor.pos_}"
        if depth == 1:
            yield f"above2:{_lemma(governor)}"
        if depth > 1:
            break
    if token.pos_ in {"NOUN", "PROPN"}:
        determiner = next((c for c in token.children if c.dep_ in {"det", "poss", "nummod"}), None)
        yield f"noun-det:{_determiner(determiner)}"
        for child in token.children:
            if child.dep_ in {"amod", "compound", "nmod"}:
                yield f"noun-mod:{_lemma(child)}"
            if child.dep_ == "prep":
                yield f"noun-prep:{child.lower_}"
    else:
        for child in token.children:
            if child.dep_ in {"aux", "auxpass", "neg", "mark"}:
                yield f"aux:{child.lower_}"
            if child.dep_ in {"prep", "agent", "prt", "advmod", "dobj"}:
                yield f"{child.dep_}:{_lemma(child)}"


def _sentence(draft: Draft) -> Iterator[str]:
    sentence, trigger = draft.candidate.sentence, draft.candidate.trigger
    if _quoted(trigger, sentence.start):
        yield "in-quotes"
    if draft.candidate.paragraph.heading:
        yield "in-heading"
    if draft.candidate.paragraph.bullet:
        yield "in-bullet"
    yield f"sentence-{bisect_left(_starts(sentence.doc), trigger.i)}"[:11]
    yield f"paragraph-{min(draft.candidate.paragraph.index, 3)}"
    yield f"words-{min(len(sentence) // 10, 5)}"


def _date(draft: Draft) -> Iterator[str]:
    date = draft.date
    if date is None or date.edtf is None:
        yield "date:none"
        return
    yield "date:inferred" if date.inferred else "date:given"
    yield f"date-length:{len(date.edtf.partition('/')[0].rstrip('~'))}"
    yield f"date-gap:{min(abs(date.start - draft.candidate.trigger.i) // 4, 4)}"


def _penalty(draft: Draft) -> Iterator[str]:
    if draft.penalty is None:
        yield "no-penalty"
        return
    penalty = draft.penalty.penalty
    yield f"penalty:{penalty.kind}"
    if penalty.duration:
        yield f"penalty-unit:{penalty.duration[-1]}"
    if penalty.max:
        yield "penalty-max"


def describe(draft: Draft, *, around: Sequence[Draft], earlier: Counter[tuple[str, str]]) -> list[str]:
    """Features of a draft; ``around`` are the drafts of its sentence, ``earlier`` counts (type, name) told before."""
    candidate = draft.candidate
    type_, trigger = candidate.type, candidate.trigger
    kind = "verb" if trigger.pos_ in {"VERB", "AUX"} else "noun"
    shared = [*_trigger(trigger), f"voice:{candidate.roles.voice}"]
    shared += [f"mark:{mark}" for mark in sorted(draft.modality.marks)] or ["mark:none"]
    shared += _role("who", draft.who, candidate.who)
    shared += ["who:guessed"] if draft.guessed else []
    shared += _role("by", draft.by, candidate.by)
    shared += _date(draft)
    shared += ["place" if draft.where else "no-place"]
    shared += ["charges" if draft.charges else "no-charges", *_penalty(draft)]
    shared += _sentence(draft)
    out = [f"type:{type_}", f"{type_}~{kind}:{trigger.lemma_.lower()}", f"{type_}~pattern:{candidate.pattern.text}"]
    out += shared
    out += [f"{type_}~{name}" for name in shared]
    words = _lemmas(candidate.sentence)
    out += [f"{type_}~near:{cue}" for cue in _CUES if cue in words]
    others = {d.candidate.type for d in around if d is not draft}
    out += [f"{type_}~beside:{other}" for other in sorted(others)]
    same = [d for d in around if d.candidate.type == type_ and d is not draft]
    first = all(d.candidate.trigger.i > trigger.i for d in same)
    out += [f"same-type:{min(len(same), 3)}-{'first' if first else 'later'}"]
    same_word = {d.candidate.type for d in around if d.candidate.trigger == trigger and d is not draft}
    out += [f"{type_}~or:{other}" for other in sorted(same_word)]
    told = max((earlier[type_, actor.name] for actor in draft.who.actors), default=0)
    out += [f"told-before:{min(told, 2)}", f"{type_}~told-before:{min(told, 2)}"]
    return out
