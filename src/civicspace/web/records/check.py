"""Whether a record holds together: record files come from strangers, and every page trusts what was taken in."""

import json
import re

from civicspace.model.document import digest
from civicspace.model.errors import ItemError
from civicspace.model.event import Event
from civicspace.model.figure import Figure
from civicspace.model.law import LawStep
from civicspace.model.record import Record

_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ID_CHARACTERS = 100  # ids are numbers with a letter before them; anything longer is no id


def check(record: Record) -> None:
    """Raise ``ItemError`` with the first thing that is wrong; its message holds ids and positions, no names."""
    _check_document(record)
    _check_ids(record)
    facts: tuple[Event | Figure | LawStep, ...] = (*record.events, *record.figures, *record.laws)
    for fact in facts:
        _check_fact(fact, record.document.text)
    try:
        json.dumps(record.to_dict(), allow_nan=False)
    except ValueError as error:
        raise ItemError("a number of the record is none: it is infinite or not a number") from error


def _check_document(record: Record) -> None:
    document = record.document
    if document.id != digest(document.text.encode()):
        raise ItemError("the document's id is not the digest of its text")
    if document.country and not _COUNTRY.fullmatch(document.country):
        raise ItemError("the document's country is no ISO 3166-1 code of two letters")
    if not _LANGUAGE.fullmatch(document.language):
        raise ItemError("the document's language is no language tag")


def _check_ids(record: Record) -> None:
    ids = [item.id for group in (record.entities, record.events, record.figures, record.laws) for item in group]
    ids += [f"custody:{state.person}" for state in record.custody]
    if len(ids) != len(set(ids)):
        raise ItemError("two items of the record have the same id")
    if any(len(one) > _ID_CHARACTERS for one in ids):
        raise ItemError(f"an id of the record is longer than {_ID_CHARACTERS} characters")
    known = {entity.id for entity in record.entities}
    named = {i for event in record.events for i in (*event.who, *event.by)} | {c.person for c in record.custody}
    if missing := sorted(named - known):
        raise ItemError(f"the record speaks of {', '.join(missing[:5])} but has no such entity")


def _check_fact(fact: Event | Figure | LawStep, text: str) -> None:
    if not 0 <= fact.confidence <= 1:
        raise ItemError(f"{fact.id}: a confidence is between 0 and 1")
    if not fact.evidence:
        raise ItemError(f"{fact.id} has no evidence")
    for quote in fact.evidence:
        if text[quote.start : quote.end] != quote.quote:
            raise ItemError(f"{fact.id}: the quote is not what stands at {quote.start} to {quote.end}")
        if not quote.quote.strip():
            raise ItemError(f"{fact.id}: the quote at {quote.start} holds no word")
