""" "It" and "its" for an organisation or public body, and "we" for whoever speaks or publishes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.offices import speaks
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.vocabulary import nouns, words

_BODIES = frozenset({"organisation", "public-body"})
_FIRST = frozenset({"we", "us", "our"})
_EMPTY = frozenset({"be", "seem", "appear", "remain", "take", "become", "happen", "rain", "mean"})
_REACH = 3
"""Sentences back to a body that spoke; "it" rarely means one further off."""
_QUOTES = frozenset({'"', "“", "”", "''", "``", "'", "’’", "‘‘"})


@dataclass(frozen=True, slots=True)
class _Named:
    """A body where it stood last: sentence and paragraph, whether it was a subject, whether it spoke."""

    actor: Actor
    sentence: int
    paragraph: int
    token: Token
    spoke: bool


def _plural(token: Token) -> bool:
    """Whether a body's word takes "they": "police", "security forces"."""
    return token.tag_ in {"NNS", "NNPS"} or token.lower_ in {"police", "military", "gendarmerie"}


def _is_it(token: Token) -> str | None:
    """How "it" or "its" stands, where it may mean a body: as a ``speaker``, an ``owner`` or a ``victim``."""
    verb = token.head
    if token.lower_ == "it" and token.dep_ == "nsubj" and verb.lemma_.lower() not in _EMPTY:
        return "speaker" if speaks(token) or _told_by(token) is not None else None
    if token.lower_ == "its" and verb.lower_ in nouns("body_belongings"):
        return "owner"
    hit = token.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in words("body_object")
    return "victim" if token.lower_ in {"it", "itself"} and hit else None


def _told_by(token: Token) -> Token | None:
    """The subject of the verb of saying that the clause of "it" hangs on: "the party said it would appeal"."""
    clause = token.head
    if clause.dep_ != "ccomp" or clause.head == clause or clause.head.i > clause.i:
        return None
    return next((c for c in clause.head.children if c.dep_ == "nsubj" and speaks(c)), None)


def _choose(near: list[_Named], token: Token, how: str, *, sentence: int) -> Actor | None:
    """The body that the word means: who told, else who spoke last, else whose the passage is."""
    told = _told_by(token) if how == "speaker" else None
    same = next((n for n in near if told is not None and n.token == told), None)
    if same is not None:
        return same.actor
    inside = [n for n in near if n.sentence == sentence and n.token.dep_ == "nsubj" and n.token.head == token.head]
    options = [n for n in near if n not in inside and not _plural(n.token)]
    if how == "speaker":
        spoke = [n for n in options if n.spoke] or [n for n in options if n.token.dep_ in {"nsubj", "nsubjpass"}]
        return spoke[-1].actor if spoke else None
    own = [n for n in options if n.actor.kind == "organisation"]
    return own[-1].actor if own else None


def it(paragraphs: Iterable[Paragraph], actors: list[Actor]) -> None:
    """Give bodies the words "it" and "its" that mean them."""
    at = {(m.paragraph, m.end - 1): a for a in actors if a.kind in _BODIES for m in a.mentions}
    recent: list[_Named] = []
    number = 0
    for paragraph in paragraphs:
        for sentence in paragraph.doc.sents:
            number += 1
            for token in sentence:
                body = at.get((paragraph.index, token.i))
                if body is None and (how := _is_it(token)) is not None:
                    near = [n for n in recent if number - n.sentence <= _REACH and paragraph.index - n.paragraph <= 2]
                    body = _choose(near, token, how, sentence=number)
                    if body is not None:
                        body.mentions.append(ActorMention(paragraph.index, token.i, token.i + 1, "pronoun"))
                if body is not None:
                    named = _Named(body, number, paragraph.index, token, speaks(token))
                    recent = [*recent[-11:], named]
    _sort(actors)


def we(paragraphs: tuple[Paragraph, ...], actors: list[Actor], *, publishers: tuple[str, ...]) -> None:
    """Give whoever is quoted, or else the publisher, the words "we" and "our"."""
    publisher = next((a for p in publishers for a in actors if p in (a.name, *a.aliases)), None)
    at = {(m.paragraph, t): a for a in actors if a.kind != "place" for m in a.mentions for t in range(m.start, m.end)}
    last: Actor | None = None
    for paragraph in paragraphs:
        if paragraph.heading:
            last = None
        spoken = list(_speakers(paragraph, at))
        quoted = any(t.text in _QUOTES or t.is_quote for t in paragraph.doc)
        for token in (t for t in paragraph.doc if t.lower_ in _FIRST):
            nearest = min(spoken, key=lambda s: abs(s[0].i - token.i), default=None)
            who = (nearest[1] if nearest else last) if quoted else publisher
            if who is not None:
                who.mentions.append(ActorMention(paragraph.index, token.i, token.i + 1, "pronoun"))
        last = spoken[-1][1] if spoken else last if quoted else None
    _sort(actors)


def _speakers(paragraph: Paragraph, at: dict[tuple[int, int], Actor]) -> Iterator[tuple[Token, Actor]]:
    """Those who say something in a paragraph, where they stand."""
    for token in paragraph.doc:
        actor = at.get((paragraph.index, token.i))
        if actor is not None and token.dep_ == "nsubj" and token.head.lemma_.lower() in words("says"):
            yield token, actor


def _sort(actors: list[Actor]) -> None:
    for actor in actors:
        actor.mentions.sort(key=lambda m: (m.paragraph, m.start, m.end))
