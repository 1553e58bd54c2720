"""Whom a paragraph and a whole report are about, and who in it acts in office."""

from collections import Counter

from civicspace.extract.mention import Actor
from civicspace.extract.mind import SUBJECT, Mind
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.vocabulary import words


def topic(paragraph: Paragraph, mind: Mind) -> Actor | None:
    """Whom a paragraph is about: the person named most often; of several, the first if a sentence's subject.

    A judge or minister named once does not take the place of the person whose case it is.
    """
    counts: Counter[int] = Counter()
    first: dict[int, Actor] = {}
    leading = set()
    for token in paragraph.doc:
        hit = mind.where.get((paragraph.index, token.i))
        if hit is None or hit[1].how != "name":
            continue
        if hit[1].start == token.i:
            first.setdefault(id(hit[0]), hit[0])
            counts[id(hit[0])] += 1
        if token.dep_ in SUBJECT and token.head.dep_ == "ROOT":
            leading.add(id(hit[0]))
    best = [key for key in first if counts[key] == max(counts.values())]
    if not best or (len(best) > 1 and best[0] not in leading):
        return None
    before = mind.carried or mind.hero
    passing = before is not None and id(before) not in mind.officials and best[0] in mind.officials
    return None if passing and counts[best[0]] == 1 else first[best[0]]


def hero(people: list[Actor], paragraphs: tuple[Paragraph, ...]) -> Actor | None:
    """Whom a short report is about: the first named in it, where nobody is named much more often."""
    if len(paragraphs) > _SHORT or not people:
        return None
    names = {id(a): sum(m.how == "name" for m in a.mentions) for a in people}
    start = min(a.mentions[0].paragraph for a in people)
    first = [a for a in people if a.mentions[0].paragraph <= start + 1]
    best = max(first, key=lambda a: (names[id(a)], -a.mentions[0].paragraph, -a.mentions[0].start))
    return best if names[id(best)] > 1 and 2 * names[id(best)] >= max(names.values()) else None


_SHORT = 40
"""Most paragraphs of a report that is about one person."""


def officials(roles: dict[int, Counter[str]]) -> frozenset[int]:
    """People who hold an office or act for somebody: what befalls "him" seldom befalls them."""
    return frozenset(key for key, called in roles.items() if called and set(called) & words("official_roles"))
