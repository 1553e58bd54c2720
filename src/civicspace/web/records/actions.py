"""The named actions that change what the site shows: each checks, changes, logs and tells. Nothing else writes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import DatabaseError, IntegrityError, transaction

from civicspace.model import entity, event, figure, law
from civicspace.model.base import Item
from civicspace.model.errors import ItemError, RunError
from civicspace.model.record import Record
from civicspace.web.archive.models import Report
from civicspace.web.records.addresses import addresses
from civicspace.web.records.check import check
from civicspace.web.records.models import Change, Custody, Entity, Event, Figure, LawStep, Row

Fact = event.Event | figure.Figure | law.LawStep
_Identified = entity.Entity | Fact


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: the report's key, rows added, changed and withdrawn; all nought where nothing was new."""

    report: str
    added: int = 0
    changed: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    table: type[Row]
    local_id: str
    position: int
    item: Item


def _lines(record: Record) -> Iterator[_Line]:
    tables: tuple[tuple[type[Row], Sequence[_Identified]], ...] = (
        (Entity, record.entities),
        (Event, record.events),
        (Figure, record.figures),
        (LawStep, record.laws),
    )
    for table, items in tables:
        for position, item in enumerate(items):
            yield _Line(table, item.id, position, item)
    for position, state in enumerate(record.custody):
        yield _Line(Custody, f"custody:{state.person}", position, state)


def _keep_report(record: Record) -> tuple[Report, bool]:
    """The report's row, and whether anything about it was new."""
    document = record.document
    fields = document.model_dump(mode="json", exclude_none=True)
    known = {
        **{name: fields.get(name, "") for name in ("source_id", "title", "url", "country", "published", "period")},
        **{name: fields[name] for name in ("language", "text", "publishers", "sections")},
    }
    report = Report.objects.filter(document_id=document.id).first()
    if report is None:
        return Report.objects.create(key=Report.key_of(document.id), document_id=document.id, **known), True
    different = {name: value for name, value in known.items() if getattr(report, name) != value}
    for name, value in different.items():
        setattr(report, name, value)
    if different:
        report.save(update_fields=different)
    return report, bool(different)


def _row(report: Report, key: str, line: _Line) -> Row:
    item = line.item.model_dump(mode="json", exclude_none=True)
    columns = {name: item.get(name, "") for name in line.table.columns}
    return line.table(
        key=key, report=report, local_id=line.local_id, position=line.position, item=item, withdrawn=False, **columns
    )


def _differs(old: Row, new: Row) -> bool:
    names = ("local_id", "position", "item", "withdrawn")
    return any(getattr(old, name) != getattr(new, name) for name in names)


def load_record(record: Record) -> Loaded:
    """Take a record in: the same one again changes nothing, a new reading of the same document replaces the old.

    A fact that both readings propose keeps its row and address; one that the new reading lacks is marked withdrawn.
    Raises ``ItemError`` where the record does not hold together, ``RunError`` where the database takes nothing.
    """
    check(record)
    try:
        return _load(record)
    except IntegrityError as error:
        # an address is 48 bits of a hash: whoever wants to can make two reports that share one
        raise ItemError("its address or that of one of its facts is already that of another") from error
    except DatabaseError as error:
        raise RunError(f"the database takes nothing: {error}") from error


@transaction.atomic
def _load(record: Record) -> Loaded:
    report, news = _keep_report(record)
    keys = addresses(record)
    added = changed = withdrawn = 0
    lines = list(_lines(record))
    for table in (Entity, Event, Figure, LawStep, Custody):
        held: dict[str, Row] = {row.key: row for row in table._default_manager.filter(report=report)}
        for line in lines:
            if line.table is not table:
                continue
            new = _row(report, keys[line.local_id], line)
            old = held.pop(new.key, None)
            if old is None:
                new.save(force_insert=True)
                added += 1
            elif _differs(old, new):
                new.pk = old.pk
                new.save(force_update=True)
                changed += 1
        gone = [row.pk for row in held.values() if not row.withdrawn]
        withdrawn += table._default_manager.filter(pk__in=gone).update(withdrawn=True)
    if news or added or changed or withdrawn:
        Change.objects.create(report=report, action="load-record", added=added, changed=changed, withdrawn=withdrawn)
    return Loaded(report.key, added, changed, withdrawn)
