"""The people that a report names: one actor for each person, with every mention of the name, full or short."""

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from civicspace.extract.evidence import Key, Sequence, probability, sequences
from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.names import Run
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.titles import Candidate
from civicspace.extract.vocabulary import words

LIKELY = 0.42
"""Least probability of a name; F1 over the development reports is flat from 0.35 to 0.55."""
SPELLING = 0.86
"""Least likeness of two spellings of one name."""

SPELLING_BESIDE_SURNAME = 0.8
"""The same of a first name where the surname is letter for letter the same."""


@dataclass(slots=True, eq=False)
class _Person:
    actor: Actor
    keys: list[Key] = field(default_factory=list)

    @property
    def full(self) -> Key:
        return max(self.keys, key=len)


def own_words(run: Run) -> str:
    """The name as the document writes it, on one line."""
    start, end = run.paragraph.where(run.start, run.end)
    return " ".join(run.paragraph.source[start:end].split())


def _content(key: Key) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(w for word in key for w in word.split("-") if w not in words("particles") and len(w) > 1)


def _same_spelling(one: Key, other: Key) -> bool:
    if len(one) != len(other) or len(one) < 2 or one[0][0] != other[0][0]:
        return False
    alike = [SequenceMatcher(None, a, b).ratio() for a, b in zip(one, other, strict=True)]
    return min(alike) >= SPELLING or (alike[-1] == 1 and min(alike) >= SPELLING_BESIDE_SURNAME)


def _find(people: list[_Person], key: Key) -> _Person | None:
    """The person whose full name holds this longer or shorter form of it."""
    mine = _content(key)
    for person in reversed(people):
        for known in person.keys:
            its = _content(known)
            if len(its) > 1 and len(mine) > 1 and (mine <= its or its <= mine or _same_spelling(key, known)):
                return person
    return None


def _bearers(people: list[_Person], word: str) -> list[_Person]:
    """Those with ``word`` in their name; those whose last name it is, if any."""
    bearers = [p for p in people if word in _content(p.full)] or [
        p for p in people if len(word) > 4 and _alike(word, max(sorted(_content(p.full[-1:])), key=len, default=""))
    ]
    last = [p for p in bearers if word in _content(p.full[-1:])]
    return last or bearers


def _alike(one: str, other: str) -> bool:
    """Two spellings of one surname: "Sissi", "Sisi"."""
    return one[:1] == other[:1] and SequenceMatcher(None, one, other).ratio() >= SPELLING


def _nearest(bearers: list[_Person], paragraph: int, start: int) -> _Person | None:
    """The bearer of a name who was named last before this place, else the first of all."""

    def place(person: _Person) -> tuple[int, int]:
        before = [(m.paragraph, m.start) for m in person.actor.mentions if (m.paragraph, m.start) < (paragraph, start)]
        return max(before, default=(-1, -1))

    return max(bearers, key=place, default=None)


def _mention(candidate: Candidate) -> ActorMention:
    start, end = candidate.run.tokens()
    return ActorMention(candidate.run.paragraph.index, start, end)


def _add(person: _Person, candidate: Candidate, *, telling: bool = True) -> None:
    """Count a mention; its form becomes an alias where it is ``telling``, that is where nobody else bears it."""
    actor, text = person.actor, own_words(candidate.run)
    actor.mentions.append(_mention(candidate))
    key = candidate.run.key
    if key not in person.keys and telling:
        if len(_content(key)) > len(_content(person.full)):
            actor.name, text = text, actor.name
        person.keys.append(key)
    if telling and text != actor.name and text not in actor.aliases:
        actor.aliases.append(text)


def named(paragraphs: tuple[Paragraph, ...], *, country: str | None = None) -> list[Actor]:
    """Every person the document names, in order of first mention."""
    found = sequences(paragraphs, country=country)
    in_order = sorted(
        ((c, s) for s in found.values() for c in s.mentions), key=lambda p: (p[0].run.paragraph.index, p[0].run.start)
    )
    likely = {key for key, sequence in found.items() if probability(sequence) >= LIKELY}
    people: list[_Person] = []
    for candidate, sequence in in_order:
        if len(_content(sequence.key)) > 1 and sequence.key in likely:
            person = _find(people, sequence.key)
            if person is None:
                person = _Person(Actor("person", own_words(candidate.run)), [sequence.key])
                people.append(person)
            _add(person, candidate)
    _short_names(people, in_order, likely)
    _other_names(people, {p.index: p for p in paragraphs})
    for person in people:
        person.actor.mentions.sort(key=lambda m: (m.paragraph, m.start))
    return sorted((p.actor for p in people), key=lambda a: (a.mentions[0].paragraph, a.mentions[0].start))


def _other_names(people: list[_Person], paragraphs: dict[int, Paragraph]) -> None:
    """Two names with "also known as" between them are one person's."""
    at = {(m.paragraph, m.start): p for p in people for m in p.actor.mentions}
    for person in list(people):
        for mention in list(person.actor.mentions):
            doc = paragraphs[mention.paragraph].doc
            linked = _ALIAS.match(doc[mention.end :].text) if mention.end < len(doc) else None
            if linked is None:
                continue
            start = doc[mention.end].idx + linked.end()
            other = next((at[k] for k in at if k[0] == mention.paragraph and doc[k[1]].idx == start), None)
            if other is not None and other is not person and other in people:
                person.actor.mentions += other.actor.mentions
                names = [other.actor.name, *other.actor.aliases]
                person.actor.aliases += [n for n in names if n not in person.actor.aliases]
                people.remove(other)


_TITLE = r"(?:(?:Sheikh|Mullah|Mr|Mrs|Ms|Dr|Comandante|Commander|Imam|Haji)\.? )?"
_ALIAS = re.compile(
    r"\W{0,3}(?:also |better |widely |commonly |otherwise )*"
    r"(?:known as|a\.k\.a\.|aka|alias|nicknamed|né|née)\W{1,3}" + _TITLE
)


def _short_names(people: list[_Person], in_order: list[tuple[Candidate, Sequence]], likely: set[Key]) -> None:
    """Single words: a surname or first name of somebody named in full, else a person known by one name."""
    full = list(people)
    for candidate, sequence in in_order:
        content = _content(sequence.key)
        if len(content) != 1 and not (len(sequence.key) > 1 and len(content) == 1):
            continue
        word = sequence.key[-1]
        bearers = _bearers(full, next(iter(content)))
        if bearers and (sequence.key in likely or _personal(sequence)):
            paragraph = candidate.run.paragraph.index
            person = _nearest(bearers, paragraph, candidate.run.start)
            if person is not None:
                _add(person, candidate, telling=len(bearers) == 1)
        elif sequence.key in likely:
            person = next((p for p in people if p.full[-1] == word and len(p.full) == 1), None)
            if person is None:
                person = _Person(Actor("person", own_words(candidate.run)), [sequence.key])
                people.append(person)
            _add(person, candidate)


def _personal(sequence: Sequence) -> bool:
    """Whether a word that is somebody's name may stand for them here: not where it is a place or a thing."""
    seen = sequence.evidence
    return not (seen.get("located", 0) > 0.5 or seen.get("ner-GPE", 0) + seen.get("ner-NORP", 0) > 0.9) or any(
        seen.get(sign) for sign in ("acts", "suffers", "owns", "titled")
    )
