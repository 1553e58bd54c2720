"""Pronouns and descriptions: who is meant by "he", "their", "the activist" and "the party".

One pass in the order of the text keeps in mind who was named last, where, and in which part of the sentence.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Span, Token

from civicspace.extract.descriptions import Description
from civicspace.extract.gender import PRONOUNS, Gender, of_people, of_word
from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.vocabulary import nouns, words

Where = dict[tuple[int, int], tuple[Actor, ActorMention]]
_PLURAL = frozenset({"they", "them", "their", "themselves", "both"})
_REACH = 3
"""Sentences back that a pronoun may reach inside its paragraph; the person it is about may be further."""
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


@dataclass(slots=True)
class _Seen:
    """A person's last appearance: number of the sentence in the document, token, whether it was the subject."""

    actor: Actor
    sentence: int
    token: int
    subject: bool
    paragraph: int
    count: int = 1


@dataclass(slots=True)
class _Mind:
    """What a reader has in mind on reaching a word."""

    gender: dict[int, Gender]
    roles: dict[int, Counter[str]]
    described: dict[int, frozenset[str]]
    own: frozenset[tuple[int, int]]
    where: Where
    stranger: tuple[int, Gender | None] = (-9, None)
    seen: dict[int, _Seen] = field(default_factory=dict)
    sentence: int = 0
    topic: Actor | None = None
    group: tuple[Actor, ...] = ()
    group_sentence: int = -9
    plural: tuple[int, int] = (-9, -9)
    others: set[str] = field(default_factory=set)

    def note(self, actor: Actor, token: Token, paragraph: int) -> None:
        """Remember that ``actor`` stood at ``token``."""
        old = self.seen.get(id(actor))
        subject = token.dep_ in _SUBJECT
        if old and old.sentence == self.sentence:
            subject = subject or old.subject
        count = old.count + 1 if old and old.paragraph == paragraph else 1
        self.seen[id(actor)] = _Seen(actor, self.sentence, token.i, subject, paragraph, count)


def _score(mind: _Mind, seen: _Seen, token: Token, paragraph: int) -> float:
    """How ready a person is in mind; recency first, then having been the subject, then being the topic."""
    back = mind.sentence - seen.sentence
    score = -1.5 * back + 1.2 * seen.subject + 0.4 * min(seen.count, 4) + 1.5 * (mind.topic is seen.actor)
    if seen.paragraph != paragraph:
        score -= 1.0
    if back == 0 and token.dep_ == "poss" and seen.subject:
        score += 1.0
    return score


def _choose(mind: _Mind, token: Token, paragraph: int, *, gender: Gender) -> Actor | None:
    """The person whom a pronoun means, if one is in reach."""
    ahead = _subject_ahead(mind, token, paragraph)
    if ahead is not None and mind.gender.get(id(ahead)) in (None, gender):
        return ahead
    options = []
    for seen in mind.seen.values():
        known = mind.gender.get(id(seen.actor))
        far = mind.sentence - seen.sentence > _REACH and mind.topic is not seen.actor
        if (known and known != gender) or seen.paragraph < paragraph - 1 or far or _same_clause(seen, token, mind):
            continue
        options.append((_score(mind, seen, token, paragraph) + 0.7 * (known == gender), seen.token, seen))
    best = max(options, key=lambda o: o[:2])[2] if options else None
    return None if best is None or _means_stranger(mind, best, gender) else best.actor


def _means_stranger(mind: _Mind, best: _Seen, gender: Gender) -> bool:
    """Whether somebody unnamed came up since: "a man … who was beaten by his guards"."""
    sentence, theirs = mind.stranger
    return best.sentence < sentence and mind.sentence - sentence <= 1 and theirs in (None, gender)


def _subject_ahead(mind: _Mind, token: Token, paragraph: int) -> Actor | None:
    """The named subject that a clause put before it speaks of: "As he left the court, Mamai was detained"."""
    root = token.sent.root
    clause = next((a for a in (token, *token.ancestors) if a.dep_ == "advcl" and a.head == root), None)
    subject = next((c for c in root.children if c.dep_ in _SUBJECT and c.i > token.i), None)
    if clause is None or subject is None or clause.i > subject.i:
        return None
    hit = mind.where.get((paragraph, subject.i))
    return hit[0] if hit else None


def _same_clause(seen: _Seen, token: Token, mind: _Mind) -> bool:
    """An object pronoun does not mean the subject of its own verb: "Mamin … detained him"."""
    if seen.sentence != mind.sentence or token.dep_ not in {"dobj", "iobj"} or token.lower_.endswith("self"):
        return False
    subject = token.doc[seen.token]
    return subject.dep_ == "nsubj" and subject.head == token.head


def _definite(token: Token) -> bool:
    """Whether a noun stands for somebody already known: "the activist", not "the activist who fled"."""
    if not any(c.lower_ in {"the", "this", "these", "both"} for c in token.lefts):
        return False
    if token.i + 2 < len(token.doc) and token.nbor(1).tag_ == "POS" and token.nbor(2).lower_ == "office":
        return False
    return token.dep_ not in {"compound", "nmod"} and not any(
        c.dep_ in {"relcl", "prep", "acl", "appos"} and c.i > token.i for c in token.children
    )


def _one_called(mind: _Mind, token: Token, paragraph: int) -> Actor | None:
    """The person whom "the activist" means: one who was called that, else the one the paragraph is about."""
    lemma = token.lemma_.lower()
    after = max((c.i for c in token.lefts if c.dep_ == "det"), default=-1)
    extra = {c.lower_ for c in token.lefts if c.dep_ in {"amod", "compound", "nmod"} and c.i > after}
    gender = of_word(lemma)
    called = [
        s
        for s in mind.seen.values()
        if mind.roles.get(id(s.actor), Counter())[lemma] and extra <= mind.described.get(id(s.actor), frozenset())
    ]
    near = [s for s in called if s.paragraph >= paragraph - 1]
    if near:
        return max(near, key=lambda s: (_score(mind, s, token, paragraph), s.token)).actor
    if lemma in words("offices"):
        return max(called, key=lambda s: (mind.roles[id(s.actor)][lemma], s.sentence)).actor if called else None
    if lemma in words("general_roles") and mind.topic is not None and not extra and lemma not in mind.others:
        seen = mind.seen.get(id(mind.topic))
        known = mind.gender.get(id(mind.topic))
        if seen and seen.paragraph == paragraph and (gender is None or known in (None, gender)):
            return mind.topic
    return None


def _several(mind: _Mind, token: Token, paragraph: int) -> tuple[Actor, ...]:
    """The persons named together whom "they", "both" or "the brothers" mean."""
    if not mind.group or mind.sentence - mind.group_sentence > _REACH:
        return ()
    if mind.seen[id(mind.group[0])].paragraph != paragraph and mind.sentence - mind.group_sentence > 1:
        return ()
    if token.lower_ in _PLURAL:
        return mind.group if mind.plural < (mind.group_sentence, 10**6) else ()
    count = next((c.lower_ for c in token.lefts if c.dep_ == "nummod"), None)
    sizes = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "couple": 2, "pair": 2}
    if sizes.get(count or token.lower_, len(mind.group)) != len(mind.group):
        return ()
    lemma = token.lemma_.lower()
    called = any(mind.roles.get(id(a), Counter())[lemma] for a in mind.group)
    return mind.group if called or lemma in words("parties") or token.lower_ in words("groups") else ()


def _plural_noun(token: Token) -> bool:
    return token.lower_ in words("groups") or (token.tag_ in {"NNS", "NNPS"} and token.lower_ in nouns("roles"))


def _topic(paragraph: Paragraph, where: Where) -> Actor | None:
    """Whom a paragraph is about: the person named most often; of several, the first if a sentence's subject."""
    counts: Counter[int] = Counter()
    first: dict[int, Actor] = {}
    for token in paragraph.doc:
        hit = where.get((paragraph.index, token.i))
        if hit and hit[1].start == token.i:
            first.setdefault(id(hit[0]), hit[0])
            counts[id(hit[0])] += 1
    best = [key for key in first if counts[key] == max(counts.values())]
    if len(best) == 1 or not best:
        return first[best[0]] if best else None
    leading = {id(hit[0]) for (at, t), hit in where.items() if at == paragraph.index and _leads(paragraph.doc[t])}
    return first[best[0]] if best[0] in leading else None


def _leads(token: Token) -> bool:
    return token.dep_ in _SUBJECT and token.head.dep_ == "ROOT"


def _groups(mind: _Mind, paragraph: Paragraph, where: Where) -> dict[int, tuple[Actor, ...]]:
    """Names that stand in one list, by the token at which the list ends."""
    found: dict[int, tuple[Actor, ...]] = {}
    row: list[Actor] = []
    end = -99
    for at in range(len(paragraph.doc)):
        hit = where.get((paragraph.index, at))
        if hit is None or hit[1].start != at:
            continue
        between = paragraph.doc[end:at] if 0 < end <= at else None
        listed = between is not None and len(between) <= 14 and _lists(between)
        row = [*row, hit[0]] if listed and hit[0] not in row else [hit[0]]
        end = hit[1].end
        if len(row) > 1:
            found[at] = tuple(row)
    return found


def _lists(between: Span) -> bool:
    """Whether words between two names only list and describe: ", a lawyer, and"."""
    joins = any(t.lower_ in {",", "and", "or", ";", "&"} for t in between)
    return joins and not any(t.pos_ in {"VERB", "AUX"} and t.tag_ not in {"VBN", "VBG"} for t in between)


def resolve(actors: list[Actor], paragraphs: tuple[Paragraph, ...], described: dict[int, list[Description]]) -> None:
    """Add to each person's mentions the pronouns and descriptions that mean them."""
    people = [a for a in actors if a.kind == "person"]
    roles = {key: Counter(d.head.lemma_.lower() for d in ds if d.head is not None) for key, ds in described.items()}
    spoken = {key: [t for d in ds for t in d.paragraph.doc[d.start : d.end]] for key, ds in described.items()}
    texts = {key: frozenset(t.lower_ for t in tokens) for key, tokens in spoken.items()}
    own = frozenset((d.paragraph.index, t) for ds in described.values() for d in ds for t in range(d.start, d.end))
    where = {(m.paragraph, t): (a, m) for a in people for m in a.mentions for t in range(m.start, m.end)}
    mind = _Mind(of_people(people, paragraphs, roles), roles, texts, own, where)
    for paragraph in paragraphs:
        mind.topic, mind.others, mind.stranger = _topic(paragraph, where), set(), (-9, None)
        groups = _groups(mind, paragraph, where)
        for sentence in paragraph.doc.sents:
            mind.sentence += 1
            for token in sentence:
                _read(mind, token, paragraph.index, where)
                if token.i in groups:
                    mind.group, mind.group_sentence = groups[token.i], mind.sentence
    for actor in people:
        actor.mentions.sort(key=lambda m: (m.paragraph, m.start, m.end))


def _read(mind: _Mind, token: Token, paragraph: int, where: Where) -> None:
    """Take in one word: a name is remembered, a pronoun or description resolved."""
    hit = where.get((paragraph, token.i))
    lower = token.lower_
    if hit is not None:
        if token.i == hit[1].start:
            mind.note(hit[0], token.doc[hit[1].start : hit[1].end].root, paragraph)
    elif lower in PRONOUNS:
        chosen = _choose(mind, token, paragraph, gender=PRONOUNS[lower])
        if chosen is not None:
            mind.gender.setdefault(id(chosen), PRONOUNS[lower])
            chosen.mentions.append(ActorMention(paragraph, token.i, token.i + 1, "pronoun"))
            mind.note(chosen, token, paragraph)
    elif lower in _PLURAL or (_plural_noun(token) and _definite(token)):
        how: Literal["pronoun", "nominal"] = "pronoun" if lower in _PLURAL else "nominal"
        several = _several(mind, token, paragraph)
        for actor in several:
            actor.mentions.append(ActorMention(paragraph, token.i, token.i + 1, how))
            mind.note(actor, token, paragraph)
            mind.group_sentence = mind.sentence
        if not several and how == "nominal" and token.dep_ in _SUBJECT:
            mind.plural = (mind.sentence, token.i)
    elif (token.tag_ == "NN" and lower in words("roles")) or (lower in words("offices") and token.pos_ == "PROPN"):
        _read_role(mind, token, paragraph)
    elif token.tag_ in {"NNS", "NNPS"} and token.dep_ in _SUBJECT:
        mind.plural = (mind.sentence, token.i)


def _left(noun: Token) -> int:
    """Where "the opposition activist" begins: at the determiner."""
    return min((c.i for c in noun.lefts if c.dep_ == "det"), default=noun.i)


def _read_role(mind: _Mind, token: Token, paragraph: int) -> None:
    if (paragraph, token.i) in mind.own:
        return
    chosen = _one_called(mind, token, paragraph) if _definite(token) else None
    if chosen is None:
        mind.others.add(token.lemma_.lower())
        called = any(mind.roles.get(key, Counter())[token.lemma_.lower()] for key in mind.seen)
        known = called and any(c.lower_ == "the" for c in token.lefts)
        if not known and (token.dep_ in _SUBJECT or token.dep_ in {"pobj", "dobj", "agent"}):
            mind.stranger = (mind.sentence, of_word(token.lemma_.lower()))
        return
    chosen.mentions.append(ActorMention(paragraph, _left(token), token.i + 1, "nominal"))
    mind.note(chosen, token, paragraph)
