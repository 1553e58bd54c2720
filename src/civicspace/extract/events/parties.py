"""From the head tokens of a role to named actors and, where nobody is named, to a group with its size."""

from dataclasses import dataclass

from spacy.tokens import Token

from civicspace.extract.mention import Actor, Quantity
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.reading import Reading
from civicspace.model.amount import Group

_MAX_WORDS = 160
_ONE = frozenset({"a", "an", "another", "one"})
_PLURAL_PRONOUNS = frozenset({"they", "them", "their", "those", "these", "others", "some", "many", "several", "all", "both", "most"})


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
    start, end = _phrase(head)
    found = reading.within(reading.quantities, paragraph.index, start, end)
    exact = [q for q in found if q.noun == head.i or q.start <= head.i < q.end]
    return exact[0] if exact else next((q for q in found if q.end <= head.i + 1), None)


def group_of(reading: Reading, paragraph: Paragraph, head: Token) -> Group:
    """The group that a noun phrase names, with its size where the phrase gives one."""
    start, end = _phrase(head)
    words = paragraph.quote(paragraph.doc[start:end]).quote[:_MAX_WORDS]
    quantity = _quantity(reading, paragraph, head)
    if quantity is not None:
        return Group(words=words, min=quantity.min, max=quantity.max, qualifier=quantity.qualifier)
    singular = head.tag_ == "NN" and any(c.dep_ == "det" and c.lower_ in _ONE for c in head.children)
    if singular:
        return Group(words=words, min=1, max=1, qualifier="exact")
    return Group(words=words)


def _named(reading: Reading, paragraph: Paragraph, head: Token, *, kinds: frozenset[str]) -> list[Actor]:
    """Actors meant by a head, by a name in apposition to it, or by the name that its title stands before."""
    places = [head, *(c for c in head.children if c.dep_ in {"appos", "compound", "nmod"} and c.pos_ in {"PROPN", "NOUN"})]
    for token in places:
        found = [a for a in reading.actors_at(paragraph.index, token.i) if a.kind in kinds]
        if found:
            return found
    return []


def party(
    reading: Reading, paragraph: Paragraph, *, heads: tuple[Token, ...], kinds: frozenset[str]
) -> Party:
    """Those whom the heads of one role mean; places and laws are nobody unless ``kinds`` has them."""
    actors: list[Actor] = []
    group: Group | None = None
    for head in heads:
        named = _named(reading, paragraph, head, kinds=kinds)
        actors += [a for a in named if a not in actors]
        if not named and group is None and head.pos_ in {"NOUN", "PRON", "NUM", "ADJ", "PROPN", "DET"}:
            group = group_of(reading, paragraph, head)
    return Party(tuple(actors), group)
