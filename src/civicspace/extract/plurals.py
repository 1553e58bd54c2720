"""Plural words and the named people that they mean: "they", "both", "all eleven", "the two men", "the accused"."""

from spacy.tokens import Token

from civicspace.extract.mention import Actor
from civicspace.extract.mind import REACH, SUBJECT, Group, Mind
from civicspace.extract.number_words import value
from civicspace.extract.vocabulary import nouns, words

PRONOUNS = frozenset({"they", "them", "their", "themselves", "both"})
_DEFINITE = frozenset({"the", "these", "those", "both", "all"})
_SIZES = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "both": 2}
_LONG_REACH = 3
"""Paragraphs back that a count may reach for a group of three or more of just that size."""


def is_plural_noun(token: Token) -> bool:
    """Whether a word may stand for several named before: "men", "defendants", "three", "all"."""
    if token.lower_ == "all":
        return token.dep_ in SUBJECT
    if token.tag_ == "CD":
        return token.dep_ in SUBJECT | {"dobj", "pobj"} and value(token.lower_) is not None
    return token.lower_ in words("groups") or (token.tag_ in {"NNS", "NNPS"} and token.lower_ in nouns("roles"))


def is_definite(token: Token) -> bool:
    """Whether it means people already known: "the two", "all three", "those seven", "all of them"."""
    if token.lower_ == "all":
        of = next((c for c in token.children if c.dep_ == "prep"), None)
        return of is None or any(c.lower_ in PRONOUNS for c in of.children)
    if not any(c.lower_ in _DEFINITE for c in token.lefts):
        return False
    after = {c.dep_ for c in token.children if c.i > token.i and not _is_aside(c)}
    return token.dep_ not in {"compound", "nmod"} and not after & {"relcl", "prep", "acl", "appos"}


def _is_aside(clause: Token) -> bool:
    """Whether a clause only adds something: "the four men, who are students"."""
    return clause.dep_ == "relcl" and clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text == ","


def size(token: Token) -> int | None:
    """The number that the words say, if any."""
    count = next((c.lower_ for c in token.lefts if c.dep_ == "nummod" or c.lower_ == "both"), token.lower_)
    return _SIZES.get(count) or (
        value(count) if count in words("groups") or count.isdigit() or count in _COUNTS else None
    )


_COUNTS = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen")
)


def _counted(mind: Mind, number: int, token: Token, *, paragraph: int) -> tuple[Actor, ...]:
    """The last group of just that size; "the other seven": a group of eight without the one spoken of since."""
    other = any(c.lower_ in {"other", "remaining"} for c in token.lefts)
    for group in reversed(mind.groups):
        if paragraph - group.paragraph > (_LONG_REACH if number > 2 else 1):
            continue
        if other and len(group.actors) == number + 1:
            last = max(group.actors, key=lambda a: (mind.seen[id(a)].sentence, mind.seen[id(a)].token))
            return tuple(a for a in group.actors if a is not last)
        if other and (rest := _without_part(mind, group, number)):
            return rest
        if len(group.actors) == number and not other:
            return group.actors
    if other or number > 6:
        return ()
    recent = [s for s in mind.seen.values() if s.paragraph == paragraph and 0 <= mind.sentence - s.sentence <= 1]
    told = [s.actor for s in recent if id(s.actor) in mind.suffered]
    if len(told) == number:
        return tuple(told)
    near = sorted((s for s in mind.seen.values() if s.paragraph >= paragraph - 2), key=lambda s: (s.sentence, s.token))
    accused = tuple(s.actor for s in near if id(s.actor) not in mind.officials)
    return accused if len(accused) == number else ()


def _without_part(mind: Mind, group: Group, number: int) -> tuple[Actor, ...]:
    """ "The other seven" of ten of whom three were named together since."""
    for part in reversed(mind.groups):
        held = [a for a in part.actors if a in group.actors]
        if len(held) == len(part.actors) == len(group.actors) - number and part.sentence > group.sentence:
            return tuple(a for a in group.actors if a not in held)
    return ()


def _together(mind: Mind, paragraph: int, *, hurt: bool) -> tuple[Actor, ...]:
    """The people last named together, while they are in reach and no others came between."""
    group = mind.groups[-1] if mind.groups else None
    if group is None or mind.sentence - group.sentence > REACH:
        return ()
    if group.paragraph != paragraph and mind.sentence - group.sentence > 1:
        return ()
    between = mind.strangers if hurt else max(mind.strangers, mind.plural)
    return group.actors if between <= group.sentence else ()


def _of_the_case(mind: Mind, paragraph: int) -> tuple[Actor, ...]:
    """Those whom the passage told to have been arrested, tried or hurt."""
    return tuple(a for a, at in mind.suffered.values() if at >= paragraph - 1)


def meant(mind: Mind, token: Token, paragraph: int, *, hurt: bool) -> tuple[Actor, ...]:
    """The persons whom a plural pronoun or noun means; none where it speaks of people without a name."""
    lower, lemma = token.lower_, token.lemma_.lower()
    if lower in PRONOUNS:
        return _together(mind, paragraph, hurt=hurt)
    if lower == "all":
        return _together(mind, paragraph, hurt=hurt) or _of_the_case(mind, paragraph)
    number = size(token)
    if number is not None:
        return _counted(mind, number, token, paragraph=paragraph)
    group = mind.groups[-1] if mind.groups else None
    if group is None or paragraph - group.paragraph > 1 or mind.sentence - group.sentence > REACH:
        return ()
    called = any(lemma in mind.roles.get(id(a), ()) for a in group.actors)
    return group.actors if called or lemma in words("parties") or lower in words("groups") else ()


def remember(mind: Mind, actors: tuple[Actor, ...], paragraph: int) -> None:
    """Keep people as a group; the same people again are only brought back to mind."""
    keys = [id(a) for a in actors]
    reach = paragraph - _LONG_REACH  # groups further back are never asked for
    mind.groups = [g for g in mind.groups if g.paragraph >= reach and [id(a) for a in g.actors] != keys]
    mind.groups.append(Group(actors, mind.sentence, paragraph))
