"""Everyone and every body that a report speaks of, and the entities of the record that they become."""

from civicspace.extract import bodies, common_bodies, coreference, descriptions, organisations, people, places, states
from civicspace.extract.bodies import Taken
from civicspace.extract.mention import Actor
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.reading import Reading
from civicspace.model.document import Document
from civicspace.model.entity import Entity
from civicspace.model.quote import Span


def _tokens(actors: list[Actor]) -> Taken:
    return frozenset((m.paragraph, t) for a in actors for m in a.mentions for t in range(m.start, m.end))


def read(paragraphs: tuple[Paragraph, ...], document: Document) -> tuple[Actor, ...]:
    """People, bodies and places with all their mentions, in order of first mention."""
    found = list(people.named(paragraphs, country=document.country))
    named = bodies.named(paragraphs, _tokens(found), country=document.country)
    found += named
    found += places.named(paragraphs, _tokens(found), country=document.country)
    found += common_bodies.unnamed(paragraphs, _tokens(found), named)
    common_bodies.named_before(paragraphs, _tokens(found), named)
    found += states.speaking(paragraphs, found, country=document.country)
    organisations.it(paragraphs, found)
    described = descriptions.describe(found, paragraphs)
    coreference.resolve(found, paragraphs, described)
    organisations.we(paragraphs, found, publishers=document.publishers)
    return tuple(sorted(found, key=lambda a: (a.mentions[0].paragraph, a.mentions[0].start, a.mentions[0].end)))


def entities(actors: tuple[Actor, ...], reading: Reading) -> tuple[Entity, ...]:
    """The record's entities, ``n1``, ``n2`` … in the order of ``actors``; mentions are those of a name."""
    by_index = {p.index: p for p in reading.paragraphs}
    return tuple(_entity(actor, f"n{number}", by_index) for number, actor in enumerate(actors, start=1))


def _entity(actor: Actor, key: str, paragraphs: dict[int, Paragraph]) -> Entity:
    spans = []
    for mention in actor.mentions:
        if mention.how == "name" or (mention.how == "nominal" and actor.kind == "public-body"):
            paragraph = paragraphs[mention.paragraph]
            words = paragraph.quote(paragraph.doc[mention.start : mention.end])
            spans.append(Span(start=words.start, end=words.end))
    return Entity(
        id=key,
        kind=actor.kind,
        name=actor.name,
        aliases=tuple(actor.aliases),
        description=actor.description,
        mentions=tuple(spans),
    )
