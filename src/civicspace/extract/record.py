"""Document to record: parse once, find the mentions, run every extractor, verify."""

from civicspace.extract import actors, charges, custody, dates, figures, laws, numbers, penalties
from civicspace.extract.events import events
from civicspace.extract.ids import Ids
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.parse import parse
from civicspace.extract.reading import Reading
from civicspace.extract.verify import Verifier
from civicspace.model.document import Document
from civicspace.model.record import Record


def read(document: Document, paragraphs: tuple[Paragraph, ...]) -> Reading:
    """Everything that the paragraphs of a document mention."""
    found_dates, durations = dates.read(paragraphs, document)
    return Reading(
        document,
        paragraphs,
        actors=actors.read(paragraphs, document),
        dates=found_dates,
        durations=durations,
        quantities=tuple(q for p in paragraphs for q in numbers.find(p)),
        charges=charges.read(paragraphs, country=document.country),
        penalties=tuple(m for p in paragraphs for m in penalties.find(p, country=document.country)),
    )


def extract(document: Document) -> Record:
    """The record of an English document; the same document always gives the same record."""
    reading = read(document, parse(document))
    ids, check = Ids(reading, reading.actors), Verifier(reading)
    entities = actors.entities(reading.actors, reading)
    found = events.extract(reading, ids)
    people = [e.id for e in entities if e.kind == "person"]
    return Record(
        document=document,
        entities=entities,
        events=tuple(found),
        figures=tuple(f for figure in figures.extract(reading) if (f := check.figure(figure)) is not None),
        laws=tuple(s for step in laws.extract(reading) if (s := check.law(step)) is not None),
        custody=tuple(custody.fold(found, people=people, document=document)),
    )
