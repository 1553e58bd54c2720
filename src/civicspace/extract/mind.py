"""What a reader has in mind on reaching a word: who was named, where, how, and whom the passage is about."""

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Token

from civicspace.extract import membership
from civicspace.extract.gender import Gender
from civicspace.extract.mention import Actor, ActorMention

Where = dict[tuple[int, int], tuple[Actor, ActorMention]]
SUBJECT = frozenset({"nsubj", "nsubjpass"})
REACH = 3
"""Sentences back that a pronoun may reach inside its paragraph; the person it is about may be further."""


@dataclass(slots=True)
class Seen:
    """A person's last appearance: number of the sentence in the document, token, whether it was the subject."""

    actor: Actor
    sentence: int
    token: int
    subject: bool
    paragraph: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody without a name: the sentence, the gender that the word says, whether it is an office's."""

    sentence: int
    gender: Gender | None
    official: bool


@dataclass(frozen=True, slots=True)
class Group:
    """People named together, and the sentence in which they last were in mind."""

    actors: tuple[Actor, ...]
    sentence: int
    paragraph: int


@dataclass(slots=True)
class Mind:
    """``topic`` is whom the paragraph is about, ``carried`` whom the paragraphs before were, ``hero`` the report;
    ``headed`` is whose name heads the section, until it speaks of them.

    ``plural`` and ``strangers`` are the last sentences whose subject were several things, or people without a name;
    ``heads`` are nouns that describe somebody named beside them, ``pronouns`` those resolved.
    ``officials`` hold an office or speak for somebody, ``suffered`` were arrested, tried or hurt so far; by ``id``.
    """

    gender: dict[int, Gender]
    roles: dict[int, Counter[str]]
    described: dict[int, frozenset[str]]
    own: frozenset[tuple[int, int]]
    where: Where
    officials: frozenset[int] = frozenset()
    hero: Actor | None = None
    stranger: Stranger | None = None
    seen: dict[int, Seen] = field(default_factory=dict)
    sentence: int = 0
    topic: Actor | None = None
    carried: Actor | None = None
    headed: Actor | None = None
    groups: list[Group] = field(default_factory=list)
    plural: int = -9
    strangers: int = -9
    heads: dict[tuple[int, int], Actor] = field(default_factory=dict)
    pronouns: dict[tuple[int, int], Actor] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    taken: frozenset[tuple[int, int]] = frozenset()
    offices: dict[str, Actor] = field(default_factory=dict)
    items: membership.Items | None = None
    suffered: dict[int, tuple[Actor, int]] = field(default_factory=dict)

    def note(self, actor: Actor, token: Token, paragraph: int) -> None:
        """Remember that ``actor`` stood at ``token``."""
        old = self.seen.get(id(actor))
        subject = token.dep_ in SUBJECT
        if old and old.sentence == self.sentence:
            subject = subject or old.subject
        count = old.count + 1 if old and old.paragraph == paragraph else 1
        self.seen[id(actor)] = Seen(actor, self.sentence, token.i, subject, paragraph, count)

    def is_about(self, actor: Actor) -> bool:
        """Whether the passage or the whole report is about somebody."""
        return actor is self.topic or actor is self.carried or actor is self.hero

    def readiness(self, seen: Seen, token: Token, paragraph: int) -> float:
        """How ready a person is in mind; recency first, then having been the subject, then being the topic."""
        back = min(self.sentence - seen.sentence, 4)
        about = 1.5 if self.topic is seen.actor else 0.8 if self.is_about(seen.actor) else 0.0
        often = min(seen.count, 4) if seen.paragraph == paragraph else 1
        score = -1.5 * back + 1.2 * seen.subject + 0.4 * often + about
        if seen.paragraph != paragraph:
            score -= 1.0
        if back == 0 and token.dep_ == "poss" and seen.subject:
            score += 1.0
        return score
