"""From the head tokens of a role to named actors and, where nobody is named, to a group with its size."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from civicspace.extract.events.lexicon import lexicon
from civicspace.extract.mention import Actor, Quantity
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.reading import Reading
from civicspace.extract.vocabulary import words as belongings
from civicspace.model.amount import Group

_MAX_WORDS = 160  # characters of a group's words: what is behind that no longer says who they are
_ONE = frozenset({"a", "an", "another", "one"})
_COLLECTIVE = frozenset(
    (
        "number majority family group couple crowd staff crew body youth minority crew public opposition population"
    ).split()
)
_PLURAL_PRONOUNS = frozenset({"they", "them", "their", "all", "both"})


@dataclass(frozen=True, slots=True)
class Party:
    """Those in one role: named actors in order, and the rest as a group."""

    actors: tuple[Actor, ...] = ()
    group: Group | None = None


def _phrase(head: Token) -> tuple[int, int]:
    """The noun phrase of a head without its relative clauses, as token positions."""
    skip = {"relcl", "acl", "appos", "punct", "cc", "conj", "advcl"}
    members = [head]
    for child in head.children:
        if child.dep_ not in skip:
            members.extend(child.subtree)
    inside = sorted(t.i for t in members)
    start = end = head.i
    positions = set(inside)
    while start - 1 in positions:
        start -= 1
    while end + 1 in positions:
        end += 1
    return start, end + 1


def _quantity(reading: Reading, paragraph: Paragraph, head: Token) -> Quantity | None:
    """The count in a noun phrase: of its head, else of people further in ("an application by 20 people")."""
    start, end = _phrase(head)
    found = reading.within(reading.quantities, paragraph.index, start, end)
    of_head = next((q for q in found if q.noun == head.i or q.start <= head.i < q.end), None)
    if of_head is not None:
        return of_head
    people = [q for q in found if q.noun is not None and lexicon().is_a(paragraph.doc[q.noun].lemma_.lower(), "person")]
    return people[0] if people else next((q for q in found if q.end <= head.i and q.noun is None), None)


def _antecedent(reading: Reading, paragraph: Paragraph, head: Token) -> Group | None:
    """The counted people that "they" stands for: those of the paragraph counted last before it."""
    words = lexicon()
    for quantity in reversed(reading.within(reading.quantities, paragraph.index, 0, head.i)):
        noun = paragraph.doc[quantity.noun] if quantity.noun is not None else None
        if noun is not None and words.is_a(noun.lemma_.lower(), "person") and (quantity.max or 2) > 1:
            start, end = _phrase(noun)
            text = paragraph.quote(paragraph.doc[start:end]).quote[:_MAX_WORDS]
            return Group(words=text, min=quantity.min, max=quantity.max, qualifier=quantity.qualifier)
    return None


def _is_one(head: Token) -> bool:
    """Whether a noun phrase means one person: "a man", "the journalist", "his son"; not "the family"."""
    if head.tag_ != "NN":
        return False
    determiners = {c.lower_ for c in head.children if c.dep_ in {"det", "poss", "nummod"}}
    if determiners & _ONE and not lexicon().is_a(head.lemma_.lower(), "organisation"):
        return head.lemma_.lower() not in _COLLECTIVE
    return (
        bool(determiners) and lexicon().is_a(head.lemma_.lower(), "person") and head.lemma_.lower() not in _COLLECTIVE
    )


def group_of(reading: Reading, paragraph: Paragraph, head: Token) -> Group:
    """The group that a noun phrase names, with its size where the phrase gives one."""
    start, end = _phrase(head)
    words = paragraph.quote(paragraph.doc[start:end]).quote[:_MAX_WORDS]
    quantity = _quantity(reading, paragraph, head)
    if quantity is not None:
        return Group(words=words, min=quantity.min, max=quantity.max, qualifier=quantity.qualifier)
    if head.lower_ in _PLURAL_PRONOUNS and (known := _antecedent(reading, paragraph, head)):
        return known
    if _is_one(head):
        return Group(words=words, min=1, max=1, qualifier="exact")
    return Group(words=words)


def _sum(groups: list[Group]) -> Group | None:
    """ "90 men and three women" are 93, where every part has a size of one kind; else the first with a size."""
    if len(groups) < 2:
        return groups[0] if groups else None
    first = groups[0]
    if any(g.min is None or (g.max is None) != (first.max is None) for g in groups):
        return next((g for g in groups if g.min is not None), first)
    rough = next((g.qualifier for g in groups if g.qualifier != "exact"), "exact")
    words = ", ".join(g.words for g in groups if g.words)[:_MAX_WORDS]
    upper = sum(g.max for g in groups if g.max is not None) if first.max is not None else None
    return Group(words=words, min=sum(g.min or 0 for g in groups), max=upper, qualifier=rough)


def _at(reading: Reading, paragraph: Paragraph, token: Token, kinds: frozenset[str]) -> list[Actor]:
    return [a for a in reading.actors_at(paragraph.index, token.i) if a.kind in kinds]


def _named(reading: Reading, paragraph: Paragraph, head: Token, *, kinds: frozenset[str]) -> list[Actor]:
    """Actors meant by a head: a person in apposition to a title, the head itself, a name before it, whose it is."""
    beside = [c for c in head.children if c.dep_ in {"appos", "compound", "nmod"} and c.pos_ in {"PROPN", "NOUN"}]
    for token in beside:
        people = [a for a in _at(reading, paragraph, token, kinds) if a.kind == "person"]
        if people and token.dep_ == "appos":
            return people
    for token in (head, *beside):
        if found := _at(reading, paragraph, token, kinds):
            return found
    if _is_thing(head):
        for owner in _owners(head):
            if found := _at(reading, paragraph, owner, kinds):
                return found
    return []


_OWNED = ("case", "sentence", "registration", "violation", "property", "media")


def _is_thing(head: Token) -> bool:
    """Whether a head is somebody's thing rather than somebody: "the party's application", "his trial"."""
    words, lemma = lexicon(), head.lemma_.lower()
    owned = any(words.is_a(lemma, thing) for thing in _OWNED)
    return owned or lemma in _DOINGS or lemma in belongings("body_belongings")


_DOINGS = frozenset(
    ("work activity term right movement access freedom name life body release health request effort").split()
)


def _owners(head: Token) -> list[Token]:
    """Whose a thing is: "the party's application", "charges against him", "the trial of X", "an appeal by X"."""
    owners = [c for c in head.children if c.dep_ in {"poss", "compound"}]
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "against", "by", "for", "on", "from", "to"}:
            for obj in child.children:
                if obj.dep_ == "pobj":
                    owners += [obj, *obj.conjuncts]
                    owners += [c for c in obj.children if c.dep_ == "poss"]
    if head.dep_ == "dobj":  # "imposed a prison sentence on a man", "upheld the verdict against her"
        beside = [c for c in head.head.children if c.lower_ in {"on", "against"}]
        owners += [obj for c in beside for obj in c.children if obj.dep_ == "pobj"]
    return owners


def _owning_group(reading: Reading, paragraph: Paragraph, head: Token) -> Group | None:
    """The people whose thing a head is: "the conviction of an editor", "had their sentences commuted"."""
    for owner in _owners(head):
        if owner.pos_ == "PRON" or lexicon().is_a(owner.lemma_.lower(), "person"):
            found = group_of(reading, paragraph, owner)
            if found.min is not None:
                return found
    return None


def counted(reading: Reading, paragraph: Paragraph, trigger: Token) -> Group | None:
    """The count that a trigger noun itself bears: "over 300 complaints", "25 investigations"."""
    start, end = _phrase(trigger)
    for quantity in reading.within(reading.quantities, paragraph.index, start, end):
        if quantity.noun == trigger.i:
            words = paragraph.quote(paragraph.doc[start:end]).quote[:_MAX_WORDS]
            return Group(words=words, min=quantity.min, max=quantity.max, qualifier=quantity.qualifier)
    return None


def attendance(reading: Reading, paragraph: Paragraph, sentence: Span) -> Group | None:
    """The people that a sentence on an assembly counts, where it counts only once: "gathered over 3,000 people"."""
    found = [
        q
        for q in reading.within(reading.quantities, paragraph.index, sentence.start, sentence.end)
        if q.noun is not None and lexicon().is_a(paragraph.doc[q.noun].lemma_.lower(), "person") and (q.max or 2) > 1
    ]
    if len(found) != 1 or found[0].noun is None:
        return None
    start, end = _phrase(paragraph.doc[found[0].noun])
    words = paragraph.quote(paragraph.doc[start:end]).quote[:_MAX_WORDS]
    return Group(words=words, min=found[0].min, max=found[0].max, qualifier=found[0].qualifier)


def party(reading: Reading, paragraph: Paragraph, *, heads: tuple[Token, ...], kinds: frozenset[str]) -> Party:
    """Those whom the heads of one role mean; places and laws are nobody unless ``kinds`` has them."""
    actors: list[Actor] = []
    groups: list[Group] = []
    for head in heads:
        named = _named(reading, paragraph, head, kinds=kinds)
        actors += [a for a in named if a not in actors]
        if head.pos_ not in {"NOUN", "PRON", "NUM", "ADJ", "PROPN", "DET"}:
            continue
        if not named:
            own = _owning_group(reading, paragraph, head) if _is_thing(head) else None
            groups.append(own or group_of(reading, paragraph, head))
        elif head.pos_ != "PROPN" and (quantity := _quantity(reading, paragraph, head)) is not None:
            start, end = _phrase(head)
            words = paragraph.quote(paragraph.doc[start:end]).quote[:_MAX_WORDS]
            groups.append(Group(words=words, min=quantity.min, max=quantity.max, qualifier=quantity.qualifier))
    return Party(tuple(actors), _sum(groups))
