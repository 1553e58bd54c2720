"""Whether a person is a woman or a man, as far as the report's words show it."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from civicspace.extract.mention import Actor
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.vocabulary import words

Gender = Literal["m", "f"]
PRONOUNS: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip


def of_word(word: str) -> Gender | None:
    """The gender that a noun or title says: "widow", "Mr"."""
    return "f" if word in words("female") else "m" if word in words("male") else None


def _said(actor: Actor, paragraphs: dict[int, Paragraph], roles: Iterable[str]) -> Gender | None:
    """Gender from title, description or the ending of the surname, in that order."""
    near = list(roles)
    for mention in actor.mentions:
        doc = paragraphs[mention.paragraph].doc
        before = doc[max(0, mention.start - 2) : mention.start]
        if not any(t.pos_ == "ADP" or (t.is_punct and t.text != ".") for t in before):  # not "the wife of X"
            near += [t.lower_.rstrip(".") for t in before]
    for word in near:
        gender = of_word(word)
        if gender:
            return gender
    name = actor.name.lower()
    if name.endswith(tuple(sorted(words("female_endings")))):
        return "f"
    return "m" if name.endswith(tuple(sorted(words("male_endings")))) else None


def of_people(
    people: Iterable[Actor], paragraphs: tuple[Paragraph, ...], roles: dict[int, Counter[str]]
) -> dict[int, Gender]:
    """Gender by ``id`` of the actor: what is said of them, else the pronouns of paragraphs on them alone."""
    by_index = {p.index: p for p in paragraphs}
    found: dict[int, Gender] = {}
    alone: dict[int, list[Actor]] = {}
    for actor in people:
        gender = _said(actor, by_index, roles.get(id(actor), ()))
        if gender:
            found[id(actor)] = gender
        for index in sorted({m.paragraph for m in actor.mentions}):
            alone.setdefault(index, []).append(actor)
    votes: dict[int, Counter[Gender]] = {}
    for index, present in alone.items():
        if len(present) == 1:
            counter = votes.setdefault(id(present[0]), Counter())
            counter.update(PRONOUNS[t.lower_] for t in by_index[index].doc if t.lower_ in PRONOUNS)
    for key, counter in votes.items():
        if key not in found and counter:
            found[key] = counter.most_common(1)[0][0]
    return found
