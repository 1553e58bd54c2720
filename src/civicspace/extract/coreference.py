"""Pronouns and descriptions: who is meant by "he", "their" and "the activist".

One pass in the order of the text keeps in mind who was named last, where, and in which part of the sentence.
"""

from collections import Counter
from typing import Literal

from spacy.tokens import Token

from civicspace.extract import membership, offices, plurals, topics
from civicspace.extract.descriptions import Description
from civicspace.extract.gender import PRONOUNS, Gender, of_people, of_word
from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.mind import REACH, SUBJECT, Mind, Seen, Stranger
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.vocabulary import words

_HONOURS = frozenset({"elect", "appoint", "quote", "re-elect", "sworn", "name", "nominate", "succeed"})
_OBJECTS = frozenset({"dobj", "iobj", "dative"})


def _choose(mind: Mind, token: Token, paragraph: int, *, gender: Gender) -> Actor | None:
    """The person whom a pronoun means, if one is in reach."""
    ahead = _subject_ahead(mind, token, paragraph)
    if ahead is not None and mind.gender.get(id(ahead)) in (None, gender):
        return ahead
    hurt = _is_hurt(token)
    options = []
    for seen in mind.seen.values():
        known = mind.gender.get(id(seen.actor))
        far = mind.sentence - seen.sentence > REACH or seen.paragraph < paragraph - 1
        if (known and known != gender) or (far and not mind.is_about(seen.actor)) or _same_clause(seen, token, mind):
            continue
        score = mind.readiness(seen, token, paragraph) + 0.7 * (known == gender)
        if hurt:
            score += 0.8 * (id(seen.actor) in mind.suffered) - 1.6 * (id(seen.actor) in mind.officials)
        options.append((score, seen.token, seen))
    best = max(options, key=lambda o: o[:2])[2] if options else None
    return None if best is None or _means_stranger(mind, best, gender, hurt=hurt) else best.actor


def _is_hurt(token: Token) -> bool:
    """Whether a word stands for whoever is arrested, sentenced, beaten: what seldom befalls an official."""
    if token.dep_ == "nsubjpass":
        return token.head.lemma_.lower() not in _HONOURS
    verb = token.head
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    chain = [verb, *(c for c in verb.children if c.dep_ in {"xcomp", "conj"})]
    if token.dep_ in _OBJECTS:
        return any(v.lemma_.lower() in words("human_object") for v in chain)
    return False


def _means_stranger(mind: Mind, best: Seen, gender: Gender, *, hurt: bool) -> bool:
    """Whether somebody unnamed came up since: "a man … who was beaten by his guards"."""
    stranger = mind.stranger
    if stranger is None or (hurt and stranger.official):
        return False
    recent = best.sentence < stranger.sentence and mind.sentence - stranger.sentence <= 1
    return recent and stranger.gender in (None, gender)


def _subject_ahead(mind: Mind, token: Token, paragraph: int) -> Actor | None:
    """The named subject that a clause put before it speaks of: "As he left the court, Mamai was detained"."""
    root = token.sent.root
    clause = next((a for a in (token, *token.ancestors) if a.dep_ == "advcl" and a.head == root), None)
    subject = next((c for c in root.children if c.dep_ in SUBJECT and c.i > token.i), None)
    if clause is None or subject is None or clause.i > subject.i:
        return None
    hit = mind.where.get((paragraph, subject.i))
    return hit[0] if hit else None


def _same_clause(seen: Seen, token: Token, mind: Mind) -> bool:
    """An object pronoun does not mean the subject of its own verb: "Mamin … detained him"."""
    if seen.sentence != mind.sentence or token.dep_ not in _OBJECTS or token.lower_.endswith("self"):
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


def _one_called(mind: Mind, token: Token, paragraph: int) -> Actor | None:
    """The person whom "the activist" means: one who was called that, else the one the paragraph is about."""
    lemma = token.lemma_.lower()
    if mind.headed is not None and _stands_for_headed(mind, token, lemma):
        return mind.headed
    after = max((c.i for c in token.lefts if c.dep_ == "det"), default=-1)
    extra = {c.lower_ for c in token.lefts if c.dep_ in {"amod", "compound", "nmod"} and c.i > after}
    called = [
        s
        for s in mind.seen.values()
        if mind.roles.get(id(s.actor), Counter())[lemma] and extra <= mind.described.get(id(s.actor), frozenset())
    ]
    near = [s for s in called if s.paragraph >= paragraph - 1 or s.actor is mind.hero]
    if near:
        return max(near, key=lambda s: (mind.readiness(s, token, paragraph), s.token)).actor
    if lemma in words("offices"):
        return max(called, key=lambda s: (mind.roles[id(s.actor)][lemma], s.sentence)).actor if called else None
    if lemma in words("general_roles") and not extra and lemma not in mind.others:
        return _subject_of_passage(mind, paragraph, gender=of_word(lemma))
    return None


def _stands_for_headed(mind: Mind, token: Token, lemma: str) -> bool:
    """Whether "the nurse" opens a section headed by a person's name, where no other was spoken of yet."""
    first = mind.headed is not None and mind.seen[id(mind.headed)].count == 1 and not mind.others
    return first and token.dep_ in SUBJECT and lemma not in words("official_roles")


def _subject_of_passage(mind: Mind, paragraph: int, *, gender: Gender | None) -> Actor | None:
    """Whom the paragraph is about, else whom those before it were about."""
    for actor in (mind.topic, mind.carried, mind.hero):
        seen = mind.seen.get(id(actor))
        if actor is None or seen is None or id(actor) in mind.officials:
            continue
        if mind.gender.get(id(actor)) in (None, gender) or gender is None:
            return actor if seen.paragraph >= paragraph - (mind.topic is None) else None
    return None


def resolve(actors: list[Actor], paragraphs: tuple[Paragraph, ...], described: dict[int, list[Description]]) -> None:
    """Add to each person's mentions the pronouns and descriptions that mean them."""
    people = [a for a in actors if a.kind == "person"]
    roles = {key: Counter(d.head.lemma_.lower() for d in ds if d.head is not None) for key, ds in described.items()}
    spoken = {key: [t for d in ds for t in d.paragraph.doc[d.start : d.end]] for key, ds in described.items()}
    texts = {key: frozenset(t.lower_ for t in tokens) for key, tokens in spoken.items()}
    own = frozenset((d.paragraph.index, t) for ds in described.values() for d in ds for t in range(d.start, d.end))
    where = {(m.paragraph, t): (a, m) for a in people for m in a.mentions for t in range(m.start, m.end)}
    mind = Mind(of_people(people, paragraphs, roles), roles, texts, own, where)
    by_id = {id(a): a for a in people}
    mind.heads = {
        (d.paragraph.index, d.head.i): by_id[k] for k, ds in described.items() for d in ds if d.head is not None
    }
    mind.taken = frozenset((m.paragraph, t) for a in actors for m in a.mentions for t in range(m.start, m.end))
    mind.officials, mind.hero = topics.officials(roles), topics.hero(people, paragraphs)
    section = None
    for at, paragraph in enumerate(paragraphs):
        if paragraph.section is not section:
            section, mind.carried, mind.headed = paragraph.section, None, None
        mind.topic, mind.others, mind.stranger = topics.topic(paragraph, mind), set(), None
        _read_paragraph(mind, paragraphs, at)
        mind.carried = mind.topic or mind.carried
        named = next((m for m in mind.topic.mentions if m.paragraph == paragraph.index), None) if mind.topic else None
        if paragraph.heading and named is not None and named.end - named.start == len(paragraph.doc):
            mind.headed = mind.topic
    actors += [a for a in mind.offices.values() if a not in actors]
    for actor in (*people, *mind.offices.values()):
        actor.mentions.sort(key=lambda m: (m.paragraph, m.start, m.end))


def _read_paragraph(mind: Mind, paragraphs: tuple[Paragraph, ...], at: int) -> None:
    paragraph = paragraphs[at]
    rows = {row.end - 1: row for row in membership.rows(paragraph, mind.where)}
    members: dict[int, tuple[Actor, ...]] = {}
    for row in rows.values():
        for noun in membership.heads(paragraph, row, mind.where):
            members[noun.i] = (*members.get(noun.i, ()), *row.actors)
    items = membership.below(paragraphs, at, mind.where)
    if items is not None:
        members[items.noun.i], mind.items = items.actors, items
    for sentence in paragraph.doc.sents:
        mind.sentence += 1
        for token in sentence:
            if token.i in members:
                _mean(mind, members[token.i], token, paragraph.index)
            else:
                _read(mind, token, paragraph.index)
            if token.i in rows and len(rows[token.i].actors) > 1:
                plurals.remember(mind, rows[token.i].actors, paragraph.index)
    if mind.items is not None and mind.items.last == paragraph.index:
        plurals.remember(mind, mind.items.actors, paragraph.index)
        mind.items = None


def _mean(mind: Mind, several: tuple[Actor, ...], token: Token, paragraph: int) -> None:
    """Note that a plural word means several people."""
    how: Literal["pronoun", "nominal"] = "pronoun" if token.lower_ in plurals.PRONOUNS else "nominal"
    for actor in dict.fromkeys(several):
        actor.mentions.append(ActorMention(paragraph, token.i, token.i + 1, how))
        mind.note(actor, token, paragraph)
        if _is_hurt(token):
            mind.suffered[id(actor)] = (actor, paragraph)
    if len(several) > 1:
        plurals.remember(mind, tuple(dict.fromkeys(several)), paragraph)


def _read(mind: Mind, token: Token, paragraph: int) -> None:
    """Take in one word: a name is remembered, a pronoun or description resolved."""
    lower = token.lower_
    if (paragraph, token.i) in mind.where:
        _read_name(mind, token, paragraph)
    elif lower in PRONOUNS:
        chosen = _choose(mind, token, paragraph, gender=PRONOUNS[lower])
        if chosen is not None:
            mind.gender.setdefault(id(chosen), PRONOUNS[lower])
            chosen.mentions.append(ActorMention(paragraph, token.i, token.i + 1, "pronoun"))
            mind.note(chosen, token, paragraph)
            mind.pronouns[(paragraph, token.i)] = chosen
            if _is_hurt(token):
                mind.suffered[id(chosen)] = (chosen, paragraph)
    elif lower in plurals.PRONOUNS or (plurals.is_plural_noun(token) and plurals.is_definite(token)):
        several = plurals.meant(mind, token, paragraph, hurt=_is_hurt(token))
        if several:
            _mean(mind, several, token, paragraph)
        elif lower not in plurals.PRONOUNS and token.dep_ in SUBJECT:
            mind.strangers = mind.sentence
    elif (token.tag_ == "NN" and lower in words("roles")) or lower in words("offices") or offices.is_title(token):
        _read_role(mind, token, paragraph)
    elif token.tag_ in {"NNS", "NNPS"} and token.dep_ in SUBJECT:
        mind.plural = mind.sentence


def _read_name(mind: Mind, token: Token, paragraph: int) -> None:
    actor, mention = mind.where[(paragraph, token.i)]
    if token.i != mention.start:
        return
    root = token.doc[mention.start : mention.end].root
    mind.note(actor, root, paragraph)
    if _is_hurt(root):
        mind.suffered[id(actor)] = (actor, paragraph)
    joined = root.head if root.dep_ == "appos" else root
    first = mind.pronouns.get((paragraph, joined.head.i)) if joined.dep_ == "conj" else None
    if first is not None and first is not actor:  # "he and the editor X"
        plurals.remember(mind, (first, actor), paragraph)


def _left(noun: Token) -> int:
    """Where "the opposition activist" begins: at the determiner."""
    return min((c.i for c in noun.lefts if c.dep_ == "det"), default=noun.i)


def _read_role(mind: Mind, token: Token, paragraph: int) -> None:
    if (paragraph, token.i) in mind.own:
        described = mind.heads.get((paragraph, token.i))
        if described is not None:
            described.mentions.append(ActorMention(paragraph, token.i, token.i + 1, "nominal"))
        return
    opens = mind.headed is not None and any(c.lower_ == "the" for c in token.lefts)
    chosen = _one_called(mind, token, paragraph) if _definite(token) or opens else None
    chosen = chosen or _holder_of(mind, token, paragraph)
    if chosen is None:
        mind.others.add(token.lemma_.lower())
        called = any(mind.roles.get(key, Counter())[token.lemma_.lower()] for key in mind.seen)
        known = called and any(c.lower_ == "the" for c in token.lefts)
        if not known and not _is_rule(token) and (token.dep_ in SUBJECT or token.dep_ in {"pobj", "dobj", "agent"}):
            lemma = token.lemma_.lower()
            mind.stranger = Stranger(mind.sentence, of_word(lemma), lemma in words("official_roles"))
        return
    chosen.mentions.append(ActorMention(paragraph, _left(token), token.i + 1, "nominal"))
    mind.note(chosen, token, paragraph)
    if chosen is mind.headed:
        mind.headed = None


def _holder_of(mind: Mind, token: Token, paragraph: int) -> Actor | None:
    """Who holds an office named by its title: a person described so, else the office itself, met before or new."""
    if (paragraph, token.i) in mind.taken or not offices.is_title(token):
        return None
    title = offices.phrase(token)
    words_of = frozenset(t.lower_ for t in title if not t.is_punct)
    if len(title) == 1:
        short = [a for a in mind.offices.values() if token.lower_ in a.name.lower().split()]
        if short and _definite(token):
            return short[-1]
    else:
        holders = [s for s in mind.seen.values() if words_of <= mind.described.get(id(s.actor), frozenset())]
        if holders:
            return max(holders, key=lambda s: s.sentence).actor
    if not offices.speaks(token):
        return mind.offices.get(title.text.lower())
    return mind.offices.setdefault(title.text.lower(), Actor("public-body", " ".join(title.text.split())))


def _is_rule(token: Token) -> bool:
    """Whether a sentence says what must be done with anybody: "a suspect must be brought before a judge"."""
    return any(c.tag_ == "MD" and c.lower_ in {"must", "may", "shall", "should"} for c in token.sent.root.children)
