"""The people that a report names: one actor for each person, with every mention of the name, full or short."""

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

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


@lru_cache(maxsize=20_000)
def _content(key: Key) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(w for word in key for w in word.split("-") if w not in words("particles") and len(w) > 1)


def _same_spelling(one: Key, other: Key) -> bool:
    if len(one) != len(other) or len(one) < 2 or one[0][0] != other[0][0]:
        return False
    alike = [_likeness(a, b) for a, b in zip(one, other, strict=True)]
    return min(alike) >= SPELLING or (alike[-1] == 1 and min(alike) >= SPELLING_BESIDE_SURNAME)


@lru_cache(maxsize=50_000)
def _likeness(one: str, other: str) -> float:
    """How alike two words are, 0 to 1."""
    return SequenceMatcher(None, one, other).ratio()


@dataclass(slots=True)
class _Found:
    """Those named so far, by what another form of the name shares: a word, or the number of words and an initial."""

    people: list[_Person] = field(default_factory=list)
    _sharing: dict[str | tuple[int, str], list[int]] = field(default_factory=dict)

    def add(self, person: _Person) -> None:
        """A person not met before, known by the first key."""
        self.people.append(person)
        self.know(person, len(self.people) - 1, person.keys[0])

    def know(self, person: _Person, at: int, key: Key) -> None:
        """A further form of the name of person number ``at``."""
        signs: list[str | tuple[int, str]] = [*_content(key), (len(key), key[0][0])]
        for sign in signs:
            self._sharing.setdefault(sign, []).append(at)

    def near(self, key: Key) -> list[int]:
        """The numbers of those whom a form may mean, the last met first."""
        signs: list[str | tuple[int, str]] = [*_content(key), (len(key), key[0][0])]
        return sorted({at for sign in signs for at in self._sharing.get(sign, ())}, reverse=True)


def _find(found: _Found, key: Key) -> int | None:
    """The number of the person whose full name holds this longer or shorter form of it."""
    mine = _content(key)
    for at in found.near(key):
        for known in found.people[at].keys:
            its = _content(known)
            if len(its) > 1 and len(mine) > 1 and (mine <= its or its <= mine or _same_spelling(key, known)):
                return at
    return None


class _Bearers:
    """Who of some people bears a word as a name; asked for each single name of a report, so looked up by the word."""

    def __init__(self, people: list[_Person]) -> None:
        self.people = people
        self._by_word: dict[str, list[_Person]] = {}
        self._by_initial: dict[str, list[tuple[str, _Person]]] = {}
        self._known: dict[str, list[_Person]] = {}
        for person in people:
            for word in _content(person.full):
                self._by_word.setdefault(word, []).append(person)
            surname = max(sorted(_content(person.full[-1:])), key=len, default="")
            self._by_initial.setdefault(surname[:1], []).append((surname, person))

    def __call__(self, word: str) -> list[_Person]:
        """Those with ``word`` in their name; those whose last name it is, if any."""
        if word not in self._known:
            bearers = self._by_word.get(word) or self._misspelt(word)
            self._known[word] = [p for p in bearers if word in _content(p.full[-1:])] or bearers
        return self._known[word]

    def _misspelt(self, word: str) -> list[_Person]:
        near = self._by_initial.get(word[:1], ())
        return [person for surname, person in near if len(word) > 4 and _alike(word, surname)]


def _alike(one: str, other: str) -> bool:
    """Two spellings of one surname: "Sissi", "Sisi"."""
    return one[:1] == other[:1] and _likeness(one, other) >= SPELLING


def _nearest(bearers: list[_Person], paragraph: int, start: int) -> _Person | None:
    """The bearer of a name who was named last before this place, else the first of all."""
    if len(bearers) == 1:
        return bearers[0]

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
    met = _Found()
    people = met.people
    for candidate, sequence in in_order:
        if len(_content(sequence.key)) > 1 and sequence.key in likely:
            at = _find(met, sequence.key)
            if at is None:
                at = len(people)
                met.add(_Person(Actor("person", own_words(candidate.run)), [sequence.key]))
            elif sequence.key not in people[at].keys:
                met.know(people[at], at, sequence.key)
            _add(people[at], candidate)
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
            text = paragraphs[mention.paragraph].text
            linked = _ALIAS.match(text, doc[mention.end].idx) if mention.end < len(doc) else None
            if linked is None:
                continue
            start = linked.end()
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
    bearers_of = _Bearers(list(people))
    for candidate, sequence in in_order:
        content = _content(sequence.key)
        if len(content) != 1 and not (len(sequence.key) > 1 and len(content) == 1):
            continue
        word = sequence.key[-1]
        bearers = bearers_of(next(iter(content)))
        if bearers and (sequence.key in likely or _personal(sequence)):
            paragraph = candidate.run.paragraph.index
            person = _nearest(bearers, paragraph, candidate.run.start)
            if person is not None:
                full = person.full
                _add(person, candidate, telling=len(bearers) == 1)
                if person.full != full:
                    bearers_of = _Bearers(bearers_of.people)
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
