"""The current record of a report, put together again from its rows."""

from dataclasses import dataclass

from civicspace.model.custody import Custody
from civicspace.model.entity import Entity
from civicspace.model.event import Event
from civicspace.model.figure import Figure
from civicspace.model.law import LawStep
from civicspace.model.record import Record
from civicspace.web.archive.models import Report
from civicspace.web.records import models


@dataclass(frozen=True, slots=True)
class Held:
    """A record as held: ``keys`` gives the permanent address part of each id (``custody:`` and id for custody)."""

    report: Report
    record: Record
    keys: dict[str, str]


def held(report: Report) -> Held:
    """Everything that the newest reading of ``report`` proposes."""
    keys: dict[str, str] = {}

    def items(table: type[models.Row]) -> list[dict[str, object]]:
        rows = list(table._default_manager.filter(report=report, withdrawn=False).order_by("position"))
        keys.update((row.local_id, row.key) for row in rows)
        return [row.item for row in rows]

    record = Record(
        document=report.document,
        entities=tuple(Entity.model_validate(item) for item in items(models.Entity)),
        events=tuple(Event.model_validate(item) for item in items(models.Event)),
        figures=tuple(Figure.model_validate(item) for item in items(models.Figure)),
        laws=tuple(LawStep.model_validate(item) for item in items(models.LawStep)),
        custody=tuple(Custody.model_validate(item) for item in items(models.Custody)),
    )
    return Held(report, record, keys)
