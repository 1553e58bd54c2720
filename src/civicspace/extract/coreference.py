"""Pronouns and descriptions: who is meant by "he", "her" and "the activist"."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Span, Token

from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.vocabulary import nouns, words

Gender = Literal["m", "f"]
_PRONOUNS: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_REACH = 3
"""Sentences back that a pronoun may reach inside its paragraph."""
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


@dataclass(slots=True)
class _Seen:
    """A person's last appearance: sentence number in the document, place in it, whether it was the subject."""

    actor: Actor
    sentence: int
    token: int
    subject: bool
    paragraph: int
    count: int = 1


@dataclass(slots=True)
class State:
    """What a reader has in mind on reaching a word."""

    gender: dict[int, Gender]
    roles: dict[int, Counter[str]]
    seen: dict[int, _Seen] = field(default_factory=dict)
    sentence: int = 0
    topic: Actor | None = None

    def note(self, actor: Actor, token: Token, paragraph: int) -> None:
        """Remember that ``actor`` stood at ``token``."""
        old = self.seen.get(id(actor))
        subject = token.dep_ in _SUBJECT
        count = old.count + 1 if old and old.paragraph == paragraph else 1
        if old and old.sentence == self.sentence:
            subject = subject or old.subject
        self.seen[id(actor)] = _Seen(actor, self.sentence, token.i, subject, paragraph, count)


def _by_token(actors: Iterable[Actor]) -> dict[tuple[int, int], tuple[Actor, ActorMention]]:
    """Each name of a person at the last token of its mention's head."""
    return {
        (m.paragraph, t): (a, m)
        for a in actors
        if a.kind == "person"
        for m in a.mentions
        for t in range(m.start, m.end)
    }


def _score(state: State, seen: _Seen, token: Token, paragraph: int) -> float:
    back = state.sentence - seen.sentence
    if seen.paragraph != paragraph and seen.paragraph != paragraph - 1:
        return -99
    score = 0.0 - 1.5 * back + 1.2 * seen.subject + 0.4 * min(seen.count, 4)
    if seen.paragraph != paragraph:
        score -= 1.0
    if state.topic is seen.actor:
        score += 1.5
    if back == 0 and token.dep_ == "poss" and seen.subject:
        score += 1.0
    return score


def _choose(state: State, token: Token, paragraph: int, *, gender: Gender | None) -> Actor | None:
    """The person whom a pronoun means, if one is in reach."""
    options = []
    for seen in state.seen.values():
        known = state.gender.get(id(seen.actor))
        if gender and known and known != gender:
            continue
        if seen.paragraph == paragraph and state.sentence - seen.sentence > _REACH and state.topic is not seen.actor:
            continue
        if _same_clause(seen, token, state):
            continue
        options.append((_score(state, seen, token, paragraph) + (0.7 if known and known == gender else 0), seen))
    best = max(options, key=lambda o: (o[0], o[1].token), default=None)
    return best[1].actor if best and best[0] > -6 else None


def _same_clause(seen: _Seen, token: Token, state: State) -> bool:
    """An object pronoun does not mean the subject of its own verb: "Mamin … detained him"."""
    if seen.sentence != state.sentence or token.dep_ not in {"dobj", "iobj"} or token.lower_.endswith("self"):
        return False
    subject = token.doc[seen.token]
    return subject.dep_ == "nsubj" and subject.head is token.head


def _definite(token: Token) -> bool:
    left = [c for c in token.children if c.i < token.i]
    return any(c.lower_ in {"the", "this", "that"} for c in left) and not any(
        c.dep_ in {"relcl", "prep", "acl", "nummod", "appos"} for c in token.children
    )


def _nominal(state: State, token: Token, paragraph: int) -> Actor | None:
    """The person whom "the activist" means: one who was called that, else the one the paragraph is about."""
    lemma = token.lemma_.lower()
    called = [s for s in state.seen.values() if state.roles.get(id(s.actor), Counter())[lemma]]
    near = [s for s in called if s.paragraph in (paragraph, paragraph - 1)]
    if near:
        return max(near, key=lambda s: (_score(state, s, token, paragraph), s.token)).actor
    if lemma in words("offices") and called:
        return max(called, key=lambda s: (state.roles[id(s.actor)][lemma], s.sentence)).actor
    if lemma in words("general_roles") and state.topic is not None:
        seen = state.seen.get(id(state.topic))
        if seen and seen.paragraph == paragraph:
            return state.topic
    return None


def _surroundings(doc: Span, mention: ActorMention) -> Iterator[Token]:
    """Tokens that may describe a name: those before it in its noun phrase, and an apposition after it."""
    for at in range(mention.start - 1, max(-1, mention.start - 7), -1):
        token = doc.doc[at]
        if (token.is_punct and token.text not in {"-", ","}) or token.pos_ in {"VERB", "AUX"}:
            break
        yield token
    if mention.end < len(doc.doc) and doc.doc[mention.end].text in {",", "("}:
        for token in doc.doc[mention.end + 1 : mention.end + 14]:
            if token.text in {",", ")", ";"} or token.pos_ in {"VERB", "AUX"}:
                break
            yield token


def roles_of(actors: Iterable[Actor], paragraphs: tuple[Paragraph, ...]) -> dict[int, Counter[str]]:
    """What each person is called beside the name: nouns of work or standing, by ``id`` of the actor."""
    docs = {p.index: p.doc for p in paragraphs}
    found: dict[int, Counter[str]] = {}
    for actor in actors:
        if actor.kind != "person":
            continue
        counter = found.setdefault(id(actor), Counter())
        for mention in actor.mentions:
            for token in _surroundings(docs[mention.paragraph][:], mention):
                if token.lower_ in nouns("roles"):
                    counter[token.lemma_.lower()] += 1
    return found


def genders(
    actors: Iterable[Actor], paragraphs: tuple[Paragraph, ...], roles: dict[int, Counter[str]]
) -> dict[int, Gender]:
    """Each person's gender as far as words, name endings or the pronouns of the report show it."""
    found: dict[int, Gender] = {}
    docs = {p.index: p.doc for p in paragraphs}
    people = [a for a in actors if a.kind == "person"]
    where = _by_token(people)
    for actor in people:
        said = set(roles.get(id(actor), ()))
        titles = {docs[m.paragraph][m.start - 1].lower_.rstrip(".") for m in actor.mentions if m.start}
        titles |= {docs[m.paragraph][m.start - 2].lower_.rstrip(".") for m in actor.mentions if m.start > 1}
        if (said | titles) & words("female"):
            found[id(actor)] = "f"
        elif (said | titles) & words("male"):
            found[id(actor)] = "m"
        elif actor.name.lower().endswith(tuple(words("female_endings"))):
            found[id(actor)] = "f"
        elif actor.name.lower().endswith(tuple(words("male_endings"))):
            found[id(actor)] = "m"
    votes: dict[int, Counter[Gender]] = {}
    for paragraph in paragraphs:
        present = {id(a): a for (p, _), (a, _) in where.items() if p == paragraph.index}
        if len(present) == 1:
            counter = votes.setdefault(next(iter(present)), Counter())
            counter.update(_PRONOUNS[t.lower_] for t in paragraph.doc if t.lower_ in _PRONOUNS)
    for key, counter in votes.items():
        if key not in found and counter:
            found[key] = counter.most_common(1)[0][0]
    return found


def _topic(paragraph: Paragraph, where: dict[tuple[int, int], tuple[Actor, ActorMention]]) -> Actor | None:
    """Whom a paragraph is about: the person named first in its first two sentences and most often."""
    counts: Counter[int] = Counter()
    first: dict[int, Actor] = {}
    for token in paragraph.doc:
        hit = where.get((paragraph.index, token.i))
        if hit and hit[1].start == token.i:
            first.setdefault(id(hit[0]), hit[0])
            counts[id(hit[0])] += 1
    if not counts:
        return None
    best = max(counts.values())
    return next(first[key] for key in first if counts[key] == best)


def resolve(actors: list[Actor], paragraphs: tuple[Paragraph, ...]) -> None:
    """Add to each person's mentions the pronouns and descriptions that mean them."""
    roles = roles_of(actors, paragraphs)
    where = _by_token(actors)
    state = State(genders(actors, paragraphs, roles), roles)
    for paragraph in paragraphs:
        state.topic = _topic(paragraph, where)
        for sentence in paragraph.doc.sents:
            state.sentence += 1
            for token in sentence:
                _read(state, token, paragraph.index, where)
    for actor in actors:
        actor.mentions.sort(key=lambda m: (m.paragraph, m.start, m.end))


def _read(state: State, token: Token, paragraph: int, where: dict[tuple[int, int], tuple[Actor, ActorMention]]) -> None:
    hit = where.get((paragraph, token.i))
    if hit is not None:
        actor, mention = hit
        root = token.doc[mention.start : mention.end].root
        if token.i == mention.start:
            state.note(actor, root, paragraph)
        return
    how: Literal["pronoun", "nominal"]
    if token.lower_ in _PRONOUNS and token.pos_ in {"PRON", "DET"}:
        chosen, how, start = _choose(state, token, paragraph, gender=_PRONOUNS[token.lower_]), "pronoun", token.i
    elif token.lower_ in words("roles") and token.pos_ in {"NOUN", "PROPN"} and _definite(token):
        chosen, how, start = _nominal(state, token, paragraph), "nominal", token.left_edge.i
    else:
        return
    if chosen is not None:
        if how == "pronoun":
            state.gender.setdefault(id(chosen), _PRONOUNS[token.lower_])
        chosen.mentions.append(ActorMention(paragraph, start, token.i + 1, how))
        state.note(chosen, token, paragraph)
