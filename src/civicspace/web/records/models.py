"""Rows for what records hold, each with a permanent address, and the log of every load.

``item`` keeps the record's own item as it was extracted; the columns beside it are what pages look up. A row is never
deleted: one that a newer reading no longer proposes is marked ``withdrawn`` and its address keeps answering.
"""

from typing import ClassVar

from django.db import models

from civicspace.web.archive.models import Report


class Row(models.Model):
    """What every kind of row has. ``local_id`` is the id inside of the record, ``position`` the place in its list."""

    key = models.CharField(max_length=24, unique=True)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="%(class)s_rows")
    local_id = models.CharField(max_length=32)
    position = models.PositiveIntegerField()
    item = models.JSONField()
    withdrawn = models.BooleanField(default=False)

    columns: ClassVar[tuple[str, ...]] = ()  # fields of the item that are columns too

    class Meta:
        abstract = True
        ordering = ("report", "position")

    def __str__(self) -> str:
        return self.key


class Entity(Row):
    kind = models.CharField(max_length=20)
    name = models.TextField()

    columns = ("kind", "name")


class Event(Row):
    type = models.CharField(max_length=40, db_index=True)
    status = models.CharField(max_length=12)
    freedom = models.CharField(max_length=40, blank=True)
    date = models.CharField(max_length=40, blank=True)
    confidence = models.FloatField()

    columns = ("type", "status", "freedom", "date", "confidence")


class Figure(Row):
    measure = models.TextField()
    as_of = models.CharField(max_length=40, blank=True)
    confidence = models.FloatField()

    columns = ("measure", "as_of", "confidence")


class LawStep(Row):
    title = models.TextField()
    stage = models.CharField(max_length=40)
    date = models.CharField(max_length=40, blank=True)
    confidence = models.FloatField()

    columns = ("title", "stage", "date", "confidence")


class Custody(Row):
    person = models.CharField(max_length=32)  # the entity's id inside of the record
    status = models.CharField(max_length=40)
    as_of = models.CharField(max_length=40, blank=True)

    columns = ("person", "status", "as_of")


class Change(models.Model):
    """One line of the log: which action changed a report, when, and how many rows; no names, no text."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="changes")
    action = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    withdrawn = models.PositiveIntegerField()

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.action} {self.report.key}: +{self.added} ~{self.changed} -{self.withdrawn}"
