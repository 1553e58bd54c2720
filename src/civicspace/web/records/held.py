"""Which files the site already holds a report of."""

from civicspace.web.archive.models import Report


def is_held(source_id: str) -> bool:
    """Whether a report was read from a file with this content id (``sha256:…``)."""
    return Report.objects.filter(source_id=source_id).exists()
