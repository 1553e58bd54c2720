"""States that speak or act: "Malaysia rejected the recommendations" names a state, not where something happened."""

from collections.abc import Iterable

from spacy.tokens import Token

from civicspace.extract.known_places import standing
from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.offices import speaks
from civicspace.extract.paragraph import Paragraph


def _is_agent(token: Token) -> bool:
    """Whether a name is who says or does it: "X said", "condemned by X and Y"."""
    subject = token
    while subject.dep_ == "conj" and subject.head.pos_ == "PROPN":
        subject = subject.head
    by = subject.dep_ == "pobj" and subject.head.dep_ == "agent"
    return speaks(token) or by


def speaking(paragraphs: Iterable[Paragraph], places: Iterable[Actor], *, country: str | None) -> list[Actor]:
    """A public body for each country where its name stands for the state; the place keeps its mentions too."""
    docs = {p.index: p.doc for p in paragraphs}
    found = []
    for place in places:
        if place.kind != "place" or "country" not in standing(place.name, country=country):
            continue
        state = Actor("public-body", place.name)
        for mention in place.mentions:
            root = docs[mention.paragraph][mention.start : mention.end].root
            if _is_agent(root):
                state.mentions.append(ActorMention(mention.paragraph, mention.start, mention.end))
        if state.mentions:
            found.append(state)
    return found
