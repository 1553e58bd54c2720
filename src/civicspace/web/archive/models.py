"""Reports as read: text that never changes, and what is known about it."""

from django.db import models

from civicspace.model.document import Document


class Report(models.Model):
    """One document; ``key`` is its address, the first 12 hexadecimal digits of its content id."""

    key = models.CharField(max_length=16, unique=True)
    document_id = models.CharField(max_length=80, unique=True)
    source_id = models.CharField(max_length=80, blank=True)
    title = models.TextField(blank=True)
    url = models.TextField(blank=True)
    language = models.CharField(max_length=35)
    country = models.CharField(max_length=2, blank=True)
    published = models.CharField(max_length=40, blank=True)
    period = models.CharField(max_length=40, blank=True)
    publishers = models.JSONField(default=list)
    text = models.TextField()
    sections = models.JSONField(default=list)

    class Meta:
        ordering = ("-published", "title", "key")

    def __str__(self) -> str:
        return self.title or self.key

    @staticmethod
    def key_of(document_id: str) -> str:
        """The address part of a content id: 48 bits, one chance in a million of a clash among 20,000 reports."""
        return document_id.removeprefix("sha256:")[:12]

    @property
    def link(self) -> str:
        """Where the report was published, as an address that may be clicked; empty where it is of another scheme."""
        return self.url if self.url.lower().startswith(("http://", "https://")) else ""

    @property
    def document(self) -> Document:
        """The document as the record format has it."""
        return Document(
            id=self.document_id,
            source_id=self.source_id or None,
            title=self.title or None,
            url=self.url or None,
            language=self.language,
            country=self.country or None,
            published=self.published or None,
            period=self.period or None,
            publishers=tuple(self.publishers),
            text=self.text,
            sections=self.sections,
        )
