"""Invented sentences as the event extractor reads them. All people in them are invented."""

from functools import cache

from spacy.tokens import Token

from civicspace.extract.events.candidates import Candidate, find
from civicspace.extract.events.draft import Draft
from civicspace.extract.events.events import can_stand, drafts
from civicspace.extract.parse import parse
from civicspace.extract.reading import Reading
from civicspace.extract.record import read
from civicspace.model.document import Document


@cache
def reading(text: str, country: str | None = "KZ") -> Reading:
    """A text with its mentions, published on 29 April 2022."""
    document = Document.of(text, country=country, published="2022-04-29", period="2022-02/2022-04")
    return read(document, parse(document))


def token(text: str, word: str) -> Token:
    """The first token ``word``."""
    return next(t for p in reading(text).paragraphs for t in p.doc if t.text == word)


def candidates(text: str) -> list[Candidate]:
    """Every candidate of a text."""
    return [c for p in reading(text).paragraphs for c in find(p)]


def all_drafts(text: str, type_: str | None = None) -> list[Draft]:
    """The drafts that can stand, of one type where it is given."""
    found = [one for one, _ in drafts(reading(text)) if can_stand(one)]
    return [one for one in found if type_ in (None, one.candidate.type)]


def draft(text: str, type_: str) -> Draft:
    """The first draft of a type."""
    return all_drafts(text, type_)[0]
